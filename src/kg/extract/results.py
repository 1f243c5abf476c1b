"""A whole results cell: its sections read, and what holds across sections (いずれも…時点, 同上, <令和4年度>) passed on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.figures import read_section
from kg.extract.sections import split_sections
from kg.text.eras import find_dates, month_end

if TYPE_CHECKING:
    from kg.extract.readings import Figure, Reading
    from kg.text.eras import DateMention

_DIGITS = re.compile(r"\d+")
_UNTIL = re.compile(r"\((?P<month>\d{1,2})月末?(?:まで|現在|時点)")


def read_results(text: str) -> list[Reading]:
    """Read the folded results cell ``text``, section by section."""
    dates = find_dates(text)
    readings = [read_section(text, section, dates) for section in split_sections(text)]
    for reading in readings:
        _group_dates(text, reading, dates)
    for index, reading in enumerate(readings):
        for date in reading.dates_for_all:
            _date_all(readings[: index + 1], date)
        if reading.same_date and index:
            above = next((figure.as_of for figure in reversed(readings[index - 1].figures) if figure.as_of), None)
            _date_all([reading], above)
    return readings


def _date_all(readings: list[Reading], date: DateMention | None) -> None:
    for reading in readings:
        for figure in reading.figures:
            figure.as_of = figure.as_of or date


def _group_dates(text: str, reading: Reading, dates: list[DateMention]) -> None:
    """Dates in the group heading above a section: <令和5年度（12月末まで）>."""
    if reading.section.group is None:
        return
    begin, end = reading.section.group
    for date in dates:
        if not begin <= date.begin < end or date.start is None:
            continue
        until = _UNTIL.search(text, date.end, end)
        for figure in reading.figures:
            figure.period = figure.period or date
            if until and date.start.precision == "fiscal-year":
                figure.as_of = figure.as_of or month_end(date.start, int(until["month"]), until.start(), until.end(), until.group())


def figure_keys(text: str, readings: list[Reading]) -> dict[int, str]:
    """Key of each figure by its first digit: the number of its run of digits in the cell (07), or k1, k2 … for kanji numerals.

    A figure that a later version learns to read therefore renumbers none of the others.
    """
    runs = {match.start(): index for index, match in enumerate(_DIGITS.finditer(text), start=1)}
    keys: dict[int, str] = {}
    kanji = 0
    for figure in _in_order(readings):
        if figure.count.kanji:
            kanji += 1
            keys[figure.count.digits] = f"k{kanji}"
        else:
            keys[figure.count.digits] = f"{runs[figure.count.digits]:02d}"
    return keys


def _in_order(readings: list[Reading]) -> list[Figure]:
    return sorted((figure for reading in readings for figure in reading.figures), key=lambda figure: figure.count.digits)
