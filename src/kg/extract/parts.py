"""Which figure is part of which: 内訳 and 【年度別】 announce a partition, うち and brackets a subset, labelled lists in brackets a partition."""

from __future__ import annotations

import itertools
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extract.readings import Figure, Label, PartKind, Reading

_NEAR = 8
"""Characters behind the last part that was read in which another part may stand that was not."""


class Parts:
    """What has been announced on one level of brackets, and the total that its parts belong to."""

    def __init__(self, reading: Reading, lists: Iterator[int], bracket_total: Figure | None = None, sign: Label | None = None) -> None:
        self.reading = reading
        self.lists = lists
        self.bracket_total = bracket_total
        self.sign = sign
        self.mode: PartKind = ""
        self.expected = False
        self.list_id = next(lists)
        self._total: Figure | None = None
        self._own: tuple[Label, ...] = ()
        self._before = 0
        self._others: list[Figure] = []

    def announce(self, mode: PartKind, sign: Label) -> None:
        """Parts follow; ``sign`` says so."""
        self.mode, self.expected, self._total, self._own, self.sign = mode, True, None, (), sign
        self._before = len(self.reading.figures)
        self._others = []
        if mode == "partition" and not self._before:
            self.reading.without_total.append(sign)
        elif mode == "partition" and self.reading.figures[-1].total is None:
            self.reading.unlike.append((self.reading.figures[-1], self._others))
        self.new_list()

    def end(self) -> None:
        """No parts follow any more."""
        self.mode, self.expected = "", False

    def new_list(self) -> None:
        """What follows adds up by itself (○性別 …, ○年齢 …)."""
        self.list_id = next(self.lists)

    def relate(self, figure: Figure, own: tuple[Label, ...], here: Sequence[Figure]) -> bool:
        """Make ``figure`` a part where one is due; False where it stands by itself. ``here`` are the figures before it on its level."""
        if self.bracket_total is not None:
            self._in_bracket(figure, own, self.bracket_total)
            return True
        if self.mode == "subset" and not self.expected and own != here[-1].labels[-1:]:
            self.end()  # other words: what follows is no part any more
        if not self.mode or (
            figure.count.total and own and own == self._own and self._total and self._total.count.unit == figure.count.unit
        ):
            return False  # the second: 入口：28人 出口：11人 計39人
        total = self._total or self._find_total(figure, here)
        self.expected = False
        if total is None or total.count.measure != figure.count.measure:
            beside = self._find_total(figure, here) if self.mode == "partition" and own and own == self._own else None
            if beside is not None and beside.count.measure == figure.count.measure:  # 計10回 計277人 【内訳】 H30年度：計1回 計36人
                self._belong(figure, beside, own)
                return True
            if self.mode == "partition" and own:
                figure.list_id = self.list_id
                self._others.append(figure)
            return False
        self._total, self._own = (total, own) if self.mode == "partition" else (None, ())
        self._belong(figure, total, own)
        return True

    def _belong(self, figure: Figure, total: Figure, own: tuple[Label, ...]) -> None:
        """Make a figure a part of ``total``."""
        figure.total, figure.kind, figure.sign, figure.list_id = total, self.mode, self.sign, self.list_id
        figure.labels = total.labels + own

    def _find_total(self, figure: Figure, here: Sequence[Figure]) -> Figure | None:
        """The nearest figure before the announcement that is no part itself and counts the same."""
        before = [f for f in reversed(self.reading.figures[: self._before]) if f.total is None]
        unit = [f for f in before if f.count.unit == figure.count.unit and any(f is one for one in here)]
        measure = [f for f in before if f.count.measure == figure.count.measure]
        return next(itertools.chain(unit, measure), None)

    def _in_bracket(self, figure: Figure, own: tuple[Label, ...], total: Figure) -> None:
        """A labelled figure in a bracket is part of the figure before the bracket, unless it measures or counts something else."""
        figure.labels = total.labels + own
        counted_alike = not figure.count.counting or not total.counting or figure.count.counting == total.counting
        if (own or self.mode == "subset") and counted_alike and total.count.measure == figure.count.measure:
            figure.total, figure.list_id, figure.kind, figure.sign = total, self.list_id, "subset", self.sign

    def close_bracket(self, here: Sequence[Figure]) -> None:
        """A bracket that lists several parts without うち gives all of them: a partition."""
        parts = [figure for figure in here if figure.total is self.bracket_total and figure.total is not None]
        if len(parts) > 1 and self.mode != "subset":
            for part in parts:
                part.kind = "partition"


def partitions(reading: Reading) -> Iterator[tuple[Figure, list[Figure]]]:
    """Each total with the parts of each list that divides it."""
    lists: dict[tuple[int, int], tuple[Figure, list[Figure]]] = {}
    for figure in reading.figures:
        if figure.total is not None and figure.kind == "partition":
            lists.setdefault((id(figure.total), figure.list_id), (figure.total, []))[1].append(figure)
    yield from lists.values()


def _twice(total: Figure, parts: Sequence[Figure], text: str) -> bool:
    """Whether the parts add up but for one that stands twice in a row."""
    excess = sum((part.count.value for part in parts), Decimal(0)) - total.count.value
    names = [(part.count.value, part.period and part.period.literal, *(text[slice(*label)] for label in part.labels)) for part in parts]
    return any(one == other and one[0] == excess > 0 for one, other in itertools.pairwise(names))


def among(total: Figure, parts: Sequence[Figure], at: int) -> bool:
    """Whether an offset stands among the parts of a total."""
    return total.count.end <= at < max(part.count.end for part in parts) + _NEAR


def leave_open(reading: Reading, text: str) -> None:
    """Mark the lists that need not add up: a quantity among the parts could not be read, a part stands twice, or a figure is a fraction of a person.

    Each is told of it.
    """
    unread = [one.begin for one in reading.unreadable]
    unread += [figure.count.digits for figure in reading.figures if figure.total is None and not figure.count.known]
    for total, parts in partitions(reading):
        if (
            any(among(total, parts, at) for at in unread)
            or any(figure.count.fractional for figure in (total, *parts))
            or _twice(total, parts, text)
        ):
            for part in parts:
                part.open = True
