"""Years that cannot be right in the programme content, and a year that one list gives twice."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.text.eras import find_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.blocks import ReadBlock
    from kg.extract.faults import Reporter
    from kg.extract.governments import Government
    from kg.extract.readings import Figure, Label
    from kg.extract.records import Finding, Project
    from kg.sources.cells import Piece
    from kg.text.eras import DateMention

_PLANNED = re.compile(r"予定|計画|見込")
_AIM = re.compile(r"\s?(?:末|中|頃)?(?:まで|以降|以後|に向け|を目|の目標|の実現|達成)")
"""Behind a year that something is aimed at, which may lie as far ahead as one likes."""
_FAR_AHEAD = 730
_NAMED = 4
"""Characters of the end of the programme's name that name it: 令和元年度モデル事業."""
_BETWEEN = " \u3000、,;"
_YEARS = {"fiscal-year", "year"}


def year_findings(report: Reporter, government: Government, project: Project, table_date: dt.date | None) -> Iterator[Finding]:
    """Years over items (<令和元年度>), years of the programme itself, and years far ahead. What was before the programme may be told."""
    first = dt.date(project.start_fiscal_year, 4, 1) if project.start_fiscal_year else None
    if first and table_date and table_date < first:  # they cannot both be right, which the title is told
        return
    for block in government.blocks:
        piece = block.row["interventions"]
        if piece is None or block.items is None:
            continue
        headings = block.items.headings
        for date in (date for date in find_dates(piece.text) if date.first_day):
            if not any(begin <= date.begin < end for begin, end in headings):
                yield from _in_prose(report, date, piece, (first, table_date), project.edition.programme)
        yield from _in_headings(report, headings, piece, (first, table_date))


def _in_headings(
    report: Reporter, headings: tuple[tuple[int, int], ...], piece: Piece, allowed: tuple[dt.date | None, dt.date | None]
) -> Iterator[Finding]:
    """Years that stand over items: in the programme's time unless something is planned, and none twice."""
    seen: set[str] = set()
    for index, (begin, end) in enumerate(headings):
        until = headings[index + 1][0] if index + 1 < len(headings) else len(piece.text)
        planned = _PLANNED.search(piece.text, begin, until) is not None
        words = piece.text[begin:end]
        for date in (date for date in find_dates(words) if date.first_day):
            wrong = list(_outside(report, date, piece, begin, (allowed[0], None if planned else allowed[1])))
            yield from wrong
            said = words.replace(date.literal, date.period())
            if said in seen and not wrong:
                ja = f"見出しの「{date.literal}」が、この欄に二度あります。どちらかの年を確かめてください。"
                en = f"{date.literal} stands over items of this cell twice; check which of the two years is wrong"
                yield report.finding("warning", "suspicious-date", ja, en, piece.span(begin + date.begin, begin + date.end))
            seen.add(said)


def _in_prose(
    report: Reporter, date: DateMention, piece: Piece, allowed: tuple[dt.date | None, dt.date | None], programme: str
) -> Iterator[Finding]:
    """The year of the programme itself (令和元年度モデル事業), and a year far ahead at which nothing aims."""
    first, last = allowed
    behind = piece.text[date.end :]
    if _names(behind, programme):
        yield from _outside(report, date, piece, 0, (first, None))
    elif last and not _AIM.match(behind):
        yield from _outside(report, date, piece, 0, (None, last + dt.timedelta(days=_FAR_AHEAD)))


def _names(behind: str, programme: str) -> bool:
    """Whether the words behind a date are the end of the programme's name."""
    behind = behind.removeprefix("の")
    return any(programme.endswith(behind[:size]) for size in range(_NAMED, min(len(programme), len(behind)) + 1))


def _outside(
    report: Reporter, date: DateMention, piece: Piece, offset: int, allowed: tuple[dt.date | None, dt.date | None]
) -> Iterator[Finding]:
    """A date, ``offset`` characters before which its text begins, that lies wholly before the first or after the last day that it may name."""
    (first, last), begin, end = allowed, date.first_day, date.last_day
    where = piece.span(offset + date.begin, offset + date.end)
    if first and end and end < first:
        ja = f"日付 {date.literal} は、事業の開始（{first}）より前です。元号と年を確かめてください。"
        en = f"the date {date.literal} lies before the start of the programme ({first}); check era and year"
        yield report.finding("warning", "suspicious-date", ja, en, where)
    elif last and begin and begin > last:
        ja = f"日付 {date.literal} は、この表の日付よりも先です。元号と年を確かめてください（予定であれば「予定」と書いてください）。"
        en = f"the date {date.literal} lies after the date of the table; check era and year (or say that it is planned)"
        yield report.finding("warning", "suspicious-date", ja, en, where)


def year_of_label(figure: Figure) -> DateMention | None:
    """The year that is the label of a figure (R1年度：7回)."""
    period = figure.period
    stated = period is not None and period.start is not None and period.start.precision in _YEARS
    return period if period and stated and figure.labels and figure.labels[-1][0] == period.begin else None


def years_twice(report: Reporter, block: ReadBlock) -> Iterator[Finding]:
    """Two lists of figures, one behind the other, for the same year: H30年度：1回 R2年度：7回 R2年度：2回."""
    for reading, piece in block.readings:
        before = here = _YearList()
        for figure in sorted(reading.figures, key=lambda figure: figure.count.digits):
            year = year_of_label(figure) if figure.total is None else None
            if year and here.year is not year:
                before, here = here, _YearList(year, figure.labels[:-1], not piece.text[here.end : year.begin].strip(_BETWEEN))
            if year and not here.units and here.repeats(before, piece) and figure.count.unit in before.units:
                ja = f"「{year.literal}」の数が二度書かれています。どちらかの年を確かめてください。"
                en = f"figures for {year.literal} are given twice; check which of the two years is wrong"
                yield report.finding("warning", "suspicious-date", ja, en, piece.span(year.begin, year.end))
            if year:
                here.units.add(figure.count.unit)
            here.end = figure.count.end


@dataclass
class _YearList:
    """The figures of one year: what stands above it, the units of its figures, where the last one ends, and whether it follows the list before."""

    year: DateMention | None = None
    labels: tuple[Label, ...] = ()
    follows: bool = False
    units: set[str] = field(default_factory=set)
    end: int = 0

    def repeats(self, before: _YearList, piece: Piece) -> bool:
        """Whether the list before it is for the same year of the same thing."""
        if self.year is None or before.year is None or not self.follows:
            return False
        words, words_before = ([piece.text[slice(*label)] for label in one.labels] for one in (self, before))
        return self.year.period() == before.year.period() and words == words_before
