"""Two to four governments side by side: how many items of work, contractors and reported figures of each have which code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.export.answer_tables import AnswerTable
from kg.search.entries import WITH
from kg.search.index import Wish
from kg.search.labels import NOTHING, facet_label, government_label, message, value_label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from kg.search.index import Found

FEWEST, MOST = 2, 4
"""How many governments can be compared."""
SECTIONS = {
    "cohort": "intervention", "type": "intervention", "target": "intervention", "stage": "intervention", "referrer": "intervention",
    "function": "contractor", "indicator": "outcome",
}  # fmt: skip
"""What is compared, facet by facet, and the kind of entries that are counted."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A value of a facet, and how many entries of ``kind`` of each government have it."""

    facet: str
    kind: str
    value: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Governments side by side. ``address`` is where the same can be asked again."""

    governments: Sequence[str]
    rows: Sequence[Compared]
    language: str
    release: str
    address: str

    @property
    def cautions(self) -> list[str]:
        """That what is not written may still be done, and where the governments did not begin in the same year, that."""
        begun = [{row.value for row in self.rows if row.facet == "cohort" and row.counts[place]} for place in range(len(self.governments))]
        names = ["counted", "not-written", *(["other-cohorts"] if len({frozenset(values) for values in begun}) > 1 else [])]
        return [message(name).in_language(self.language) for name in names]

    def headings(self) -> list[str]:
        """What is compared, its value, and the names of the governments."""
        first = [message(name).in_language(self.language) for name in ("compared", "compared-value")]
        return [*first, *(government_label(key).in_language(self.language) for key in self.governments)]

    def heading(self, row: Compared) -> str:
        """What a row compares, and what is counted in it: figures are not added up, but how many there are of them is told."""
        what = message(f"counted:{row.kind}").in_language(self.language)
        name = facet_label(row.facet).in_language(self.language)
        return f"{name}（{what}）" if self.language == "ja" else f"{name} ({what})"

    def table(self) -> AnswerTable:
        """The comparison as a table that can be written to a file."""
        rows = [
            [
                self.heading(row),
                value_label(row.facet, row.value).in_language(self.language),
                *(str(count) if count else NOTHING for count in row.counts),
            ]
            for row in self.rows
        ]
        names = ["compared", "value", *(f"government_{key}" for key in self.governments)]
        before = {"governments": list(self.governments)}
        return AnswerTable("compare", self.language, names, self.headings(), rows, self.cautions, self.release, self.address, before=before)


def wishes(government: str) -> dict[str, Wish]:
    """What is to be found of a government, kind by kind; of results only those with figures."""
    kinds = dict.fromkeys(SECTIONS.values())
    return {
        kind: Wish("", {"kind": (kind,), "government": (government,), **({"figures": (WITH,)} if kind == "outcome" else {})})
        for kind in kinds
    }


def compared(governments: Sequence[str], found: Mapping[tuple[str, str], Found], order: Callable[[str, str], int]) -> list[Compared]:
    """The rows for what was ``found`` by government and kind; within a facet what most have stands first, then by ``order`` of facet and value."""
    rows = []
    for facet, kind in SECTIONS.items():
        counts = [dict(found[government, kind].facets[facet]) for government in governments]
        values = sorted(
            {value for one in counts for value in one}, key=lambda value: (-sum(value in one for one in counts), order(facet, value), value)
        )
        rows += [Compared(facet, kind, value, tuple(one.get(value, 0) for one in counts)) for value in values]
    return rows
