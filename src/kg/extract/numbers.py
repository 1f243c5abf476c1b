"""The run of numbers: of the governments of a table, of the items of a government, and of the items that results name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.governments import Between, follows
from kg.extract.halves import lacks_activities
from kg.sources.cells import HeaderRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.blocks import ReadBlock
    from kg.extract.faults import Reporter
    from kg.extract.governments import Block, Government
    from kg.extract.items import Item
    from kg.extract.records import Finding, Intervention, Project


_SECOND = 2


class NumberRun:
    """The numbers of the governments of one table, in order."""

    def __init__(self) -> None:
        self._last = 0
        self._expected: set[int] = set()
        self._exchanged = 0

    def next(self, report: Reporter, project: Project, following: str = "") -> Iterator[Finding]:
        """What is odd about the number of the next government, ``following`` being the one behind it.

        The run may go on from an odd number, or as if that one had been right or not there.
        """
        number = int(project.number) if project.number.isdigit() else 0
        last, expected = self._last, self._expected
        if not number:
            if last and not project.number:
                yield self._told(
                    report, project, "番号の欄が空です。番号が抜けていないか確かめてください。", "the number is missing; check the source"
                )
            self._expected = {one + 1 for one in expected}
            return
        if self._exchanged:  # the second of two that changed places: the run goes on behind the first
            self._last, self._expected, self._exchanged = self._exchanged, {self._exchanged + 1}, 0
            return
        odd = bool(last) and number not in expected
        if odd and number - 1 in expected and following == str(number - 1):
            self._exchanged = number
            ja = f"番号 {number} と {following} の自治体の順番が入れ替わっています。行の順番か番号を確かめてください。"
            en = f"the governments numbered {number} and {following} changed places; check the order of the rows or their numbers"
            yield self._told(report, project, ja, en)
            return
        self._last, self._expected = number, {number + 1} | ({*expected, *(one + 1 for one in expected)} if odd else set())
        if not odd:
            return
        if number == last:
            ja = f"番号 {number} が二つ続いています。どちらかの番号が誤っていないか確かめてください。"
            yield self._told(report, project, ja, f"the number {number} stands twice in a row; check which of the two is wrong")
        elif number < last:
            ja = f"番号が {last} から {number} に戻っていますが、間に表題がありません。別の開始年度の表ではないか確かめてください。"
            en = f"the numbers fall back from {last} to {number} without a title between; is this another cohort's table?"
            yield self._told(report, project, ja, en)
        else:
            ja = f"番号が {last} から {number} に飛んでいます。間の自治体の行が抜けていないか確かめてください。"
            en = f"the numbers skip from {last} to {number}; check whether the rows of a government between them are missing"
            yield self._told(report, project, ja, en)

    def unread(self) -> None:
        """A row that could not be read, and was told as such, may have held a number."""
        self._expected |= {one + 1 for one in self._expected}

    def _told(self, report: Reporter, project: Project, ja: str, en: str) -> Finding:
        return report.finding("warning", "other", ja, en, project.span)


def item_run_findings(report: Reporter, government: Government, blocks: list[ReadBlock]) -> Iterator[Finding]:
    """Items whose number does not follow the one before, and results that name an item that is not there.

    What is not counted here (a row that leaked, a row that stands twice) is no part of the run.
    """
    numbers: set[int] = set()
    known: list[ReadBlock] = []
    left_out: set[int] = set()
    run, reads = _ItemRun(), iter(blocks)
    for block in government.entries:
        if isinstance(block, Between):
            run = run if isinstance(block.row, HeaderRow) else _ItemRun()
            continue
        read = next(reads)
        if lacks_activities(block.row):  # told by itself: its numbers may be any
            run = _ItemRun()
            continue
        known.append(read)
        numbers.update(item.number for item in (block.items.items if block.items else ()))
        for item, own, first in _counted(block, read):
            last = run.last
            if run.odd(item, department_named=first and block.row["department"] is not None, doubtful=bool(read.leaked)):
                yield _out_of_run(report, own, item.number, last)
                left_out.update(range(last + 1, item.number))
            elif run.without_first(item, own.text):
                yield _first_left_out(report, own)
                left_out.add(1)
    if numbers - {0}:
        yield from _absent_items(report, known, numbers, left_out)


def _counted(block: Block, read: ReadBlock) -> Iterator[tuple[Item, Intervention, bool]]:
    """The items of a row that count, each with what was read from it, and whether it is the row's first."""
    kept = {item.item: item for item in read.interventions}
    for index, item in enumerate(block.items.items if block.items else (), start=1):
        if index in kept:
            yield item, kept[index], index == 1


class _ItemRun:
    """The run of item numbers. Behind an odd number it may go on from it, or from the number that was due there (``meant``)."""

    def __init__(self) -> None:
        self.last = 0
        self.meant = 0
        self._unmarked = 0
        self._begun = 0

    def odd(self, item: Item, *, department_named: bool, doubtful: bool) -> bool:
        """Whether the number of the next item is out of the run. A ``doubtful`` item, whose row leaked in part, is in the run or does not count."""
        number = item.number if item.marker or not self.last else 0  # behind numbered items, one without marker has no number
        if not number:
            return False
        due = not self.last or follows(item, self.last, department_named=department_named) or number == self.meant + 1
        if due or not doubtful:
            self.meant = number if due else self.last + 1
            self.last = number
        return not (due or doubtful)

    def without_first(self, item: Item, text: str) -> bool:
        """Whether the first number of all is ②, behind one sentence that has none; words that are no sentence may stand by themselves."""
        self._unmarked += not item.marker and text.endswith("。")
        self._begun += bool(item.marker and item.number)
        return bool(item.marker) and self._begun == 1 and item.number == 1 + self._unmarked == _SECOND


def _first_left_out(report: Reporter, item: Intervention) -> Finding:
    ja = f"事業内容の番号が「{item.marker}」から始まっています。前の項目に番号が抜けていないか確かめてください。"
    en = f"the item numbers begin with {item.marker}; check whether the item before it lost its number"
    return report.finding("warning", "other", ja, en, item.span)


def _out_of_run(report: Reporter, item: Intervention, number: int, last: int) -> Finding:
    if number == last:
        ja = f"事業内容の番号「{item.marker}」が二つ続いています。番号の誤りか、行の混入ではないか確かめてください。"
        en = f"the item number {item.marker} stands twice in a row; check whether it is wrong or the row leaked"
    else:
        ja = f"事業内容の番号が {last} 番から「{item.marker}」に飛んでいます。番号の誤りや、抜けている項目がないか確かめてください。"
        en = f"the item numbers go from {last} to {item.marker}; check whether one is wrong or an item is missing"
    return report.finding("warning", "other", ja, en, item.span)


def _absent_items(report: Reporter, blocks: list[ReadBlock], numbers: set[int], left_out: set[int]) -> Iterator[Finding]:
    """Results of items that are not there; those whose number is ``left_out`` of the run are told there."""
    for reading, piece in (pair for block in blocks for pair in block.readings):
        section = reading.section
        absent = [number for number in section.references if number not in numbers | left_out]
        if absent:
            span = piece.span(section.mark[1] if section.mark else section.begin, section.body)
            names = "、".join(str(number) for number in absent)
            ja = f"活動実績が示す項目 {names} は、事業内容にありません。項目の番号を確かめてください。"
            en = f"the result names item {', '.join(map(str, absent))}, which the programme does not have; check its number"
            yield report.finding("warning", "other", ja, en, span)
