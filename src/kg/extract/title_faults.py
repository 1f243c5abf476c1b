"""What is odd in titles: a fact left out, an impossible date, a cohort or a date of the table that cannot be right. Each is told at the title."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from kg import resources
from kg.extract.faults import Reporter
from kg.extract.governments import UNSTATED, Government
from kg.extract.projects import cohort_year, number_of
from kg.extract.qualifiers import AS_OF
from kg.sources.cells import TitleRow
from kg.sources.titles import title_dates
from kg.text.eras import find_dates, month_end_of
from kg.text.width import fold_with_origins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.governments import Between
    from kg.extract.records import Edition, Finding, Project
    from kg.sources.cells import Span
    from kg.text.eras import DateMention

_LONG_AGO = 20
"""Years after the beginning of a cohort from which a table on it is odd: an era misread makes at least thirty."""
_FAR_BEHIND = 730
"""Days by which all figures run out before the date of their table from which that date is odd, as it is for a lone figure of a government."""
_BEHIND = 365
"""Days by which every other date in the rows, plans among them, then must lie before it, too."""
_SEVERAL = 2
"""Dates up to which figures run that together speak against the table's own."""
_FACTS = ("programme", "cohort", "date")
_FACTS_JA = {"programme": "事業名", "cohort": "開始年度", "date": "表の日付"}


@cache
def _known_cohorts() -> dict[str, tuple[int, ...]]:
    """Fiscal years in which each listed programme took governments on."""
    rows = resources.rows("data/programmes.csv", ("name_ja", "cohorts"))
    return {row["name_ja"]: tuple(map(int, row["cohorts"].split(";"))) for row in rows if row["cohorts"]}


@dataclass
class _Latest:
    """The latest of all dates in the results of a table, the latest day up to which figures run, and how many such days are stated.

    ``after`` of them, in ``governments_after`` governments, come after the table's own date.
    """

    day: dt.date = dt.date.min
    as_of: dt.date = dt.date.min
    count: int = 0
    after: int = 0
    governments_after: int = 0
    _last_after: int = -1

    def add(self, day: dt.date, own: dt.date | None, ordinal: int, *, as_of: bool) -> None:
        """Take in one more date of the government ``ordinal`` of a table with its ``own`` date."""
        self.day = max(self.day, day)
        if as_of:
            self.as_of, self.count = max(self.as_of, day), self.count + 1
            if own and day > month_end_of(own):
                self.after += 1
                self.governments_after += ordinal != self._last_after
                self._last_after = ordinal


@dataclass
class _Table:
    """What stands under one title: its edition, its first government if that has the number 1, and whether a date in it is before its cohort."""

    edition: Edition
    first: str
    early: bool = False


class TableDates:
    """The dates in the rows of each table, gathered before anything is told: its title is judged by them."""

    def __init__(self) -> None:
        self._latest: dict[tuple[str, Edition], _Latest] = {}
        self._tables: dict[str, list[_Table]] = {}
        self._titled = False

    def note(self, document: str, entry: Government | Between) -> None:
        """Take in the dates of a government of ``document``, or that a title stands above the next one."""
        if not isinstance(entry, Government):
            self._titled = self._titled or isinstance(entry.row, TitleRow)
            return
        tables, own = self._tables.setdefault(document, []), entry.edition.last_day
        if self._titled or not tables:
            tables.append(_Table(entry.edition, entry.name if number_of(entry) == "1" else ""))
        self._titled = False
        year = cohort_year(entry.edition.cohort)
        latest = self._latest.setdefault((document, entry.edition), _Latest())
        for piece in (block.row["results"] for block in entry.blocks):
            for date in find_dates(piece.text) if piece else ():
                if piece and date.last_day:
                    as_of = date.at_end or AS_OF.match(piece.text, date.end) is not None
                    latest.add(date.last_day, own, entry.ordinal, as_of=as_of)
                    tables[-1].early |= year is not None and date.last_day < dt.date(year, 4, 1)

    def cohort_twice(self, document: str, at: int) -> bool:
        """Whether the ``at``-th table has the same cohort as another one of ``document``, though both begin with a number 1 of their own.

        One of them has it wrong: the one with dates before its cohort began, else the later one.
        """
        tables = self._tables.get(document, [])
        own = tables[at] if at < len(tables) else None
        if own is None or not own.first or UNSTATED in {own.edition.programme, own.edition.cohort}:
            return False
        others = [(place, one) for place, one in enumerate(tables) if one is not own and one.first and one.edition == own.edition]
        if not others or any(one.first == own.first for _, one in others):
            return False
        early = [one.early for _, one in others]
        return own.early and not any(early) if own.early or any(early) else others[0][0] < at

    def mostly_before(self, document: str, edition: Edition) -> dt.date | None:
        """The latest day up to which figures of a table run, where most of them, and of several governments, run beyond the date of the table."""
        latest = self._latest.get((document, edition))
        if latest is None or latest.governments_after < _SEVERAL or latest.after * 2 <= latest.count:
            return None
        return latest.as_of

    def figures_until(self, document: str, edition: Edition) -> dt.date | None:
        """The latest day up to which any figure of a table runs, where one is stated."""
        latest = self._latest.get((document, edition))
        return latest.as_of if latest and latest.count else None

    def long_before(self, document: str, edition: Edition) -> dt.date | None:
        """The latest date in the rows where several are there, and all of them lie far before the date of the table."""
        latest, own = self._latest.get((document, edition)), edition.last_day
        if latest is None or own is None or latest.count < _SEVERAL:
            return None
        far = (own - latest.as_of).days >= _FAR_BEHIND and (own - latest.day).days >= _BEHIND
        return latest.day if far else None


class _Line:
    """A line of a title with its dates, in folded offsets."""

    def __init__(self, row: TitleRow) -> None:
        self._cell = row.raw.filled[0]
        self._folded = fold_with_origins(self._cell.text)
        self.dates = find_dates(self._folded.text)
        self.date, starts = title_dates(self._folded.text, self.dates)
        fiscal_years = (date for date in self.dates if date.start and date.start.precision == "fiscal-year")
        self.cohort = starts or next(fiscal_years, None)

    def facts_of(self, date: DateMention) -> set[str]:
        """Which facts of the table a date of this line states."""
        return {fact for fact, stated in (("date", self.date), ("cohort", self.cohort)) if stated is date}

    def literal(self, date: DateMention | None) -> str:
        """A date as it is written; the whole line where it is not in it."""
        return self._cell.text[slice(*self._place(date))].strip()

    def span(self, date: DateMention | None) -> Span:
        """Where a date stands; the whole line where it is not in it."""
        return self._cell.span(*self._place(date))

    def _place(self, date: DateMention | None) -> tuple[int, int]:
        return (self._folded.origin(date.begin), self._folded.origin(date.end)) if date else (0, len(self._cell.text))


class Titles:
    """The titles of a document as they are met, and what has been told of them."""

    def __init__(self, document: str, dates: TableDates) -> None:
        self._document = document
        self._dates = dates
        self._lines: list[_Line] = []
        self._told: set[str] = set()
        self._untitled: set[Edition] = set()
        self._at = -1
        self._cohort_told = False

    def add(self, row: TitleRow) -> None:
        """One line of the title above the next government."""
        self._lines.append(_Line(row))

    def last_days(self, edition: Edition) -> tuple[dt.date | None, dt.date | None]:
        """The table's own date, and the day up to which its figures run where that is earlier; none where there is none, or it is told as doubtful."""
        dates, key = self._dates, (self._document, edition)
        own = None if dates.long_before(*key) or dates.mostly_before(*key) else edition.last_day
        until = self._dates.figures_until(self._document, edition)
        return own, min(own, until) if own and until else own

    def begun(self, project: Project) -> Project:
        """The project, without the year in which it began where its title is told to have that wrong."""
        return replace(project, start_fiscal_year=None) if self._cohort_told else project

    def findings(self, edition: Edition) -> Iterator[Finding]:
        """What is odd in the dates of the lines above a government of ``edition``, each fault once."""
        report, lines = Reporter(edition, ""), self._lines
        if lines or self._at < 0:
            self._at += 1
            self._cohort_told = False
        self._lines, self._told = [], set()
        for line in lines:
            for date in (date for date in line.dates if not date.possible):
                self._told |= line.facts_of(date)
                literal = line.literal(date)
                ja = f"表題にある「{literal}」という日付はありません。元号、年、月、日を確かめてください。"
                en = f"there is no such date as {literal}, which the title states; check its era, year, month and day"
                yield report.finding("warning", "suspicious-date", ja, en, line.span(date))
        if lines:
            yield from self._doubtful(report, lines)

    def _doubtful(self, report: Reporter, lines: list[_Line]) -> Iterator[Finding]:
        """The date of the table or the beginning of its cohort, whichever cannot be right."""
        year, last = cohort_year(report.edition.cohort), report.edition.last_day
        odd_cohort = list(self._odd_cohort(report, lines, year))
        self._cohort_told = bool(odd_cohort)
        yield from odd_cohort
        if last is None or odd_cohort:
            return
        dated = next((line for line in lines if line.date), lines[0])
        begun = next((line for line in lines if line.cohort), lines[0])
        date, cohort = dated.literal(dated.date), begun.literal(begun.cohort)
        latest = self._dates.long_before(self._document, report.edition)
        beyond = self._dates.mostly_before(self._document, report.edition)
        ja, en, where = "", "", dated.span(dated.date)
        if year and last < dt.date(year, 4, 1):
            ja = f"表題の日付「{date}」（{last}）が、事業の開始年度（{year}年度）より前です。元号と年を確かめてください。"
            en = f"the title dates the table {date} ({last}), before its programme began in fiscal year {year}; check era and year"
        elif latest:
            ja = f"表題の日付「{date}」（{last}）が、表の中のどの日付（最後は {latest}）よりも大きく後です。元号と年を確かめてください。"
            en = f"the title dates the table {date} ({last}), long after every date in it (the latest is {latest}); check era and year"
        elif beyond:
            ja = f"表題の日付「{date}」（{last}）より後の日付が、表の実績の大半にあります（最後は {beyond}）。表題の年と月を確かめてください。"
            en = f"the title dates the table {date} ({last}), but most figures in it run beyond that day (the latest to {beyond}); check year and month of the title"
        elif year and last.year - year >= _LONG_AGO:
            ago, where = last.year - year, begun.span(begun.cohort)
            ja = f"表題の開始年度「{cohort}」（{year}年度）が、表の日付（{last}）より {ago} 年も前です。元号と年を確かめてください。"
            en = f"the title has the programme begin in {cohort} ({year}), {ago} years before the date of the table ({last}); check era and year"
        if ja:
            yield report.finding("warning", "suspicious-date", ja, en, where)

    def _odd_cohort(self, report: Reporter, lines: list[_Line], year: int | None) -> Iterator[Finding]:
        """A beginning of the cohort that another table of the document has, or in which the programme took nobody on."""
        begun = next((line for line in lines if line.cohort), lines[0])
        cohort, programme = begun.literal(begun.cohort), report.edition.programme
        known = _known_cohorts().get(programme, ())
        ja = en = ""
        if year and known and year not in known:
            years = "、".join(f"{one}年度" for one in known)
            ja = f"表題の開始年度「{cohort}」（{year}年度）は、「{programme}」が自治体を採択した年度（{years}）ではありません。元号と年を確かめてください。"
            en = f"the title has the programme begin in {cohort} ({year}), but it took governments on in fiscal {' and '.join(map(str, known))} only; check era and year"
        elif self._dates.cohort_twice(self._document, self._at):
            ja = f"表題の開始年度「{cohort}」は別の表の表題と同じですが、番号はどちらの表も 1 から始まっています。開始年度を確かめてください。"
            en = f"the title has the programme begin in {cohort}, as that of another table does, though the numbers of both begin with 1; check the year"
        if ja:
            yield report.finding("warning", "suspicious-date", ja, en, begun.span(begun.cohort))

    def missing(self, report: Reporter, project: Project) -> Iterator[Finding]:
        """What no title says although every record needs it, told at the first government below; not what the title itself was told of."""
        edition = project.edition
        stated = zip(_FACTS, (edition.programme, edition.cohort, edition.edition), strict=True)
        facts = [fact for fact, value in stated if value == UNSTATED]
        if edition in self._untitled or not facts:
            return
        self._untitled.add(edition)
        missing = [fact for fact in facts if fact not in self._told]
        if missing:
            ja, en = "・".join(_FACTS_JA[fact] for fact in missing), ", ".join(missing)
            example = "「○○事業における取組状況等について【令和○年度開始分】（令和○年○月末現在）」の形の表題を表の前に置いてください。"
            yield report.finding(
                "warning",
                "other",
                f"表題から{ja}を読み取れません。{example}",
                f"no title states the {en}; put a title above the table",
                project.span,
            )
