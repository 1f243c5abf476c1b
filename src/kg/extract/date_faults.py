"""Dates that cannot be right: impossible ones, dates outside what the document allows, out of step with their neighbours, work that had ended before."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.qualifiers import AS_OF
from kg.text.eras import find_dates, fiscal_year, fiscal_year_of, month_end_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.blocks import ReadBlock
    from kg.extract.faults import Reporter
    from kg.extract.governments import Government
    from kg.extract.readings import Reading, Words
    from kg.extract.records import Finding, Project
    from kg.sources.cells import Piece, Span
    from kg.text.eras import DateMention

_OUT_OF_STEP = 183
"""Days by which a date must stand apart from all others of its government to be out of step."""
_FAR_AHEAD = 730
"""Days after the table's date from which even a plan is odd."""
_PLAN = re.compile(r"\s?(?!以降|以後)(?:頃|中|まで)?に?[一-龥ァ-ヶー]{0,10}(?:を|の|する)?[一-龥ァ-ヶー]{0,6}(?:する)?")
"""What may stand between a date and 予定 that is planned for it: 「1月下旬開催予定」, but not 「1月に作成した冊子を配布予定」."""
_NO_LONGER = re.compile(r"(?:だった|であった|でした|して[いお]?[たり]|どおり|通り|者|地)|[^。■]*(?:中止|延期|変更|見送)")
"""What behind 予定 says that it was so once, or that it is a word of its own."""
_WILL_END = re.compile(r"[^。、]{0,25}?(?:予定|見込|終了する|締め?切る|廃止する)")
_SINCE = re.compile(r"\s?(?:以降|以後)")
_BRACKETS_MEET = re.compile(r"\s?(?:時点|現在)\s?\)\s?\(\s?")
_LONE_OUT_OF_STEP = 730
"""The same where there is no other date to compare with: days before the table's own date."""

Allowed = tuple[dt.date | None, dt.date | None]
"""First and last day that a figure may be dated, as far as they are known."""


@dataclass(frozen=True)
class _Stated:
    """A date that holds for figures, where it was written."""

    date: DateMention
    piece: Piece
    planned: bool = False
    said_planned: bool = False

    @property
    def span(self) -> Span:
        return self.piece.span(self.date.begin, self.date.end)


def date_findings(
    report: Reporter, blocks: list[ReadBlock], project: Project, table_date: dt.date | None, told_until: dt.date | None
) -> Iterator[Finding]:
    """Impossible dates, dates outside what the document allows, dates out of step, work that had ended before the stated date.

    ``table_date`` is the table's own date, None where it is not known or is told as doubtful at the title; ``told_until`` the day up to
    which any figure of the table runs, which may be earlier.
    """
    allowed = _allowed(project, table_date)
    as_of: dict[tuple[int, int], _Stated] = {}
    others: dict[tuple[int, int], _Stated] = {}
    for block in blocks:
        for reading, piece in block.readings:
            for date in reading.impossible_dates:
                yield _impossible(report, date, piece)
            for figure in reading.figures:
                for mention, stated in ((figure.as_of, as_of), (figure.period, others)):
                    if mention:
                        stated[id(piece), mention.begin] = _Stated(mention, piece, bool(figure.planned))
            for words in reading.words:
                if words.date:
                    # with no date of its own to compare, a word that only a late date made planned is judged like a plan
                    others[id(piece), words.date.begin] = _Stated(words.date, piece, planned=True, said_planned=_is_plan(words, piece))
            dates = [f.as_of for f in reading.figures if f.as_of] or _dates_of(block)
            told = [finding for end in reading.ends for finding in _ended(report, end, dates, allowed, piece)]
            yield from told
            if not any(finding.severity == "warning" for finding in told):
                yield from _before_the_end(report, reading, piece)
            yield from _rivals(report, reading, piece)
    every = {**others, **as_of}.values()
    outside = [entry for entry in every if _outside(entry, allowed)]
    yield from (_out_of_range(report, entry, allowed) for entry in outside)
    yield from (_overdue(report, entry, allowed) for entry in every if entry not in outside and _has_passed(entry, told_until))
    yield from _out_of_step(report, [entry for entry in as_of.values() if entry not in outside], allowed)


def _ended(report: Reporter, end: DateMention, dates: list[DateMention], allowed: Allowed, piece: Piece) -> Iterator[Finding]:
    """Work that ended before the programme began, after the fiscal year of the table although no plan is told, or before the day of its figures."""
    (first, last), day = allowed, end.last_day
    where = piece.span(end.begin, end.end)
    later = [d for d in dates if d.last_day and day and d.last_day > day]
    if first and day and day < first:
        ja = f"事業が終わった日付 {end.literal} が、事業の開始（{first}）より前です。元号と年を確かめてください。"
        en = f"the work is said to have ended at {end.literal}, before the start of the programme ({first}); check era and year"
        yield report.finding("warning", "suspicious-date", ja, en, where)
    elif last and day and day > fiscal_year(fiscal_year_of(last)).last and not _WILL_END.match(piece.text, end.end):
        ja = f"事業が終わった日付 {end.literal} が、この表の日付（{last}）より後です。年を確かめてください（予定であれば「予定」と書いてください）。"
        en = f"the work is said to have ended at {end.literal}, after the date of the table ({last}); check the year (or say that it is planned)"
        yield report.finding("warning", "suspicious-date", ja, en, where)
    elif later:
        yield report.finding(
            "info", "suspicious-date",
            f"事業は {end.literal} に終わっていますが、実績は {later[0].literal} 時点とされています。",
            f"the work ended at {end.literal}, yet its figures are dated {later[0].literal}",
            where,
        )  # fmt: skip


def _before_the_end(report: Reporter, reading: Reading, piece: Piece) -> Iterator[Finding]:
    """What goes on from a day (…以降は) before the end of the work that was told just before it."""
    for end, since in itertools.pairwise(reading.dates):
        of_one_note = end in reading.ends and "■" not in piece.text[end.end : since.begin] and _SINCE.match(piece.text, since.end)
        if of_one_note and end.first_day and since.last_day and since.last_day < end.first_day:
            ja = f"「{since.literal}」以降とありますが、その前に書かれた終了の日付 {end.literal} より前です。どちらかの年と月を確かめてください。"
            en = f"something is told from {since.literal} on, which lies before {end.literal}, when the work ended; check both dates"
            yield report.finding("warning", "suspicious-date", ja, en, piece.span(since.begin, since.end))


def _rivals(report: Reporter, reading: Reading, piece: Piece) -> Iterator[Finding]:
    """Two days up to which the same figure runs: (R2.12月末時点) (R2.11月末時点) 計3回."""
    for one, other in itertools.pairwise(reading.dates):
        side_by_side = _BRACKETS_MEET.fullmatch(piece.text, one.end, other.begin) and AS_OF.match(piece.text, other.end)
        if side_by_side and one.possible and other.possible and one.as_of() != other.as_of():
            ja = f"同じ実績に {one.literal} と {other.literal} の二つの時点が書かれています。正しい方を残してください。"
            en = f"the same result is dated {one.literal} and {other.literal}; keep the right date"
            yield report.finding("warning", "suspicious-date", ja, en, piece.span(other.begin, other.end))


def _dates_of(block: ReadBlock) -> list[DateMention]:
    return [figure.as_of for reading, _ in block.readings for figure in reading.figures if figure.as_of]


def _allowed(project: Project, last: dt.date | None) -> Allowed:
    """First day of the cohort's first year and last day of the table's own date; neither where they cannot both be right, which the title is told."""
    first = dt.date(project.start_fiscal_year, 4, 1) if project.start_fiscal_year else None
    return (None, None) if first and last and last < first else (first, last)


def _outside(entry: _Stated, allowed: Allowed) -> bool:
    """Whether a date lies before the cohort began, or after the table's own date although nothing is planned."""
    first, last = allowed
    begin, end = entry.date.first_day, entry.date.last_day
    if begin is None or end is None or entry.date.start is None:
        return False
    if entry.date.backwards or (first and end < first):
        return True
    if last is None:
        return False
    if entry.planned:
        return (begin - last).days > _FAR_AHEAD
    return begin > last or (end > month_end_of(last) and entry.date.start.precision != "fiscal-year")


def _out_of_range(report: Reporter, entry: _Stated, allowed: Allowed) -> Finding:
    first, last = allowed
    literal = entry.piece.raw(entry.date.begin, entry.date.end)
    if entry.date.backwards:
        ja, en = (
            f"期間 {literal} は、始まりより前に終わっています。年と月を確かめてください。",
            f"the period {literal} ends before it begins; check its dates",
        )
    elif first and entry.date.last_day and entry.date.last_day < first:
        ja, en = (
            f"日付 {literal} は、事業の開始（{first}）より前です。",
            f"the date {literal} lies before the start of the programme ({first})",
        )
    elif entry.planned:
        ja = f"日付 {literal} は、予定としても、この表の日付（{last}）より先すぎます（2年以上後です）。元号と年を確かめてください。"
        en = f"the date {literal} is too far ahead even for a plan, over two years after the date of the table ({last}); check era and year"
    elif entry.date.carried:
        ja = f"期間 {literal} は、始まりより前に終わるか、翌年ならこの表の日付（{last}）より後に及びます。月を確かめてください。"
        en = f"the period {literal} ends before it begins or, if in the next year, after the date of the table ({last}); check its months"
    else:
        ja, en = f"日付 {literal} は、この表の日付（{last}）より後です。", f"the date {literal} lies after the date of the table ({last})"
    return report.finding("warning", "suspicious-date", ja, en, entry.span)


def _is_plan(words: Words, piece: Piece) -> bool:
    """Whether something is planned for the date of a result in words, and nothing says that it was given up."""
    if words.status != "planned" or words.date is None or words.cue is None:
        return False
    begin, end = words.cue
    return _PLAN.fullmatch(piece.text, words.date.end, begin) is not None and not _NO_LONGER.match(piece.text, end)


def _has_passed(entry: _Stated, told_until: dt.date | None) -> bool:
    """Whether something is still planned for a date before the month up to which the table tells what was done."""
    end = entry.date.last_day
    return entry.said_planned and told_until is not None and end is not None and end < told_until.replace(day=1)


def _overdue(report: Reporter, entry: _Stated, allowed: Allowed) -> Finding:
    literal, (_, last) = entry.date.literal, allowed
    ja = f"予定とされた日付 {literal} は、この表の日付（{last}）より前です。年の誤りか、もう終わったことではないか確かめてください。"
    en = f"{literal}, for which something is planned, lies before the date of the table ({last}); check its year, or whether it is done"
    return report.finding("warning", "suspicious-date", ja, en, entry.span)


def _out_of_step(report: Reporter, stated: list[_Stated], allowed: Allowed) -> Iterator[Finding]:
    """A date up to which figures run that lies well before every other one of the government (or, alone, before the table's date)."""
    days = sorted({entry.date.last_day for entry in stated if entry.date.last_day})
    _, last = allowed
    for entry in stated:
        day = entry.date.last_day
        if day is None or (last and day > last):
            continue
        later = [other for other in days if other > day]
        gap, most = ((later[0] - day).days, _OUT_OF_STEP) if later else ((last - day).days if last else 0, _LONE_OUT_OF_STEP)
        if gap >= most and day == days[0]:
            ja, en = (
                (f"同じ自治体の次の日付（{later[0]}）", f"the next date of this government ({later[0]})")
                if later
                else (f"この表の日付（{last}）", f"the date of the table ({last})")
            )
            yield report.finding(
                "warning", "suspicious-date",
                f"日付 {entry.date.literal} は、{ja}より大きく前です。年か月の誤りではないか確かめてください。",
                f"the date {entry.date.literal} lies far before {en}; check its year and month",
                entry.span,
            )  # fmt: skip


def impossible_in_items(report: Reporter, government: Government) -> Iterator[Finding]:
    """Impossible dates in the cell of programme content."""
    for piece in (block.row["interventions"] for block in government.blocks):
        if piece is not None:
            yield from (_impossible(report, date, piece) for date in find_dates(piece.text) if not date.possible)


def _impossible(report: Reporter, date: DateMention, piece: Piece) -> Finding:
    """A date that there is not, or that was misread."""
    ja, en = f"「{date.literal}」という日付はありません。", f"there is no such date as {date.literal}"
    if date.misread:
        ja = f"「{date.literal}」は日付として読めません。元号と数字に読み誤りの文字がないか確かめてください。"
        en = f"{date.literal} cannot be read as a date; check its era and digits for characters that were misread"
    return report.finding("warning", "suspicious-date", ja, en, piece.span(date.begin, date.end))
