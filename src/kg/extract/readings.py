"""What a section of results is read into: figures, results in words, and the roles of its characters. Offsets are of the folded cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from kg.extract.quantities import Unreadable
    from kg.extract.sections import Section
    from kg.text.counts import Count
    from kg.text.eras import DateMention
    from kg.text.vocabulary import CueMatch

Label = tuple[int, int]
"""Begin and end of some words."""
PartKind = Literal["", "partition", "subset"]


@dataclass
class Figure:
    """One number with what the cell says about it.

    ``labels`` runs from the heading down to its own label; parts of one list share ``list_id``, and ``sign`` is what made them parts: 内訳,
    うち or a bracket. ``open`` says that a part of its list could not be read, or is a fraction of a person: the others need not add up.
    """

    count: Count
    labels: tuple[Label, ...]
    quote: Label
    total: Figure | None = None
    kind: PartKind = ""
    sign: Label | None = None
    list_id: int = 0
    open: bool = False
    as_of: DateMention | None = None
    period: DateMention | None = None
    counting: str = ""
    counting_at: Label | None = None
    planned: CueMatch | None = None

    def inherit(self) -> None:
        """Take date, period and counting from the totals above where the cell does not say them of this figure."""
        total = self.total
        while total is not None:
            self.as_of = self.as_of or total.as_of
            self.period = self.period or total.period
            if not self.counting:
                self.counting, self.counting_at = total.counting, total.counting_at
            total = total.total


@dataclass
class Words:
    """A result in words: 作成中, 全員修了, 開催予定, or a bare dash."""

    quote: Label
    status: str
    cue: Label | None
    labels: tuple[Label, ...] = ()
    date: DateMention | None = None


@dataclass
class Reading:
    """One section read. The lists of labels say what its other characters are."""

    section: Section
    heading: Label | None = None
    figures: list[Figure] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    dates_for_all: list[DateMention] = field(default_factory=list)
    impossible_dates: list[DateMention] = field(default_factory=list)
    ends: list[DateMention] = field(default_factory=list)
    same_date: bool = False
    indicators: list[Label] = field(default_factory=list)
    signs: list[Label] = field(default_factory=list)
    countings: list[Label] = field(default_factory=list)
    stages: list[Label] = field(default_factory=list)
    notes: list[Label] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)
    without_total: list[Label] = field(default_factory=list)
    unlike: list[tuple[Figure, list[Figure]]] = field(default_factory=list)
    """Figures before 内訳, each with those behind it that measure something else and so are no parts of it."""
