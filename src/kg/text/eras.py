"""Dates as Japanese administration writes them, with their precision and their literal.

Understood, in folded text: 令和2年12月31日 · R2.12.31 · R2.12月末 · R2.12末 · R3年2月10日 · 元年 · 平成30年度 · H30年度 · H30実績 ·
2020年12月 · 2020/12/31 · 上旬/中旬/下旬 · 年度末 · ranges with 〜, から or a dash, the second half shortened or not (令和2年1月～2月).
Eras: 元号法; fiscal year 1 April to 31 March: 地方自治法 208条. An impossible date (R2.13, 2月30日, 平成32年) is found but has no value.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from kg.text.numerals import parse_number

Precision = Literal["fiscal-year", "year", "month", "day"]

_ERAS: dict[str, tuple[dt.date, dt.date]] = {
    "明治": (dt.date(1868, 1, 25), dt.date(1912, 7, 29)),
    "大正": (dt.date(1912, 7, 30), dt.date(1926, 12, 24)),
    "昭和": (dt.date(1926, 12, 25), dt.date(1989, 1, 7)),
    "平成": (dt.date(1989, 1, 8), dt.date(2019, 4, 30)),
    "令和": (dt.date(2019, 5, 1), dt.date.max),
}
_LETTERS = {"M": "明治", "T": "大正", "S": "昭和", "H": "平成", "R": "令和"}
ERA_LETTERS = {name: letter for letter, name in _LETTERS.items()}

_NUM = r"(?:\d{1,4}|[一二三四五六七八九十〇]{1,4})"
_ERA = r"(?P<era>令和|平成|昭和|大正|明治|(?<![A-Za-z])[RHSTM](?=\s?\d|元))\s?(?P<ey>元|\d{1,2}|[一二三四五六七八九十]{1,3})"
_WESTERN = r"(?<!\d)(?P<wy>(?:18|19|20|21)\d{2})(?=\s?年|[./-]\d|西暦)"
_MONTH_DAY = (
    r"(?:\s?年\s?|[./-]|\s?年[./-])(?P<m>元|\d{1,2}|[一二三四五六七八九十]{1,3})"
    r"(?:(?:\s?月\s?|[./-])(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})(?:\s?日|(?=[^\d~一-龥]|末|時点|現在|付|$)))?"
)
_TAIL = r"(?:\s?(?P<me>月末日?|月)?(?P<part>上旬|初旬|中旬|下旬|末日?|初め|頃)?)"
_DATE = re.compile(
    rf"(?:{_ERA}|{_WESTERN})(?:\s?年?\s?(?P<fy>年度)(?P<fyend>末)?|{_MONTH_DAY}{_TAIL}|\s?年(?P<yend>末)?(?![間度])|(?=\s?(?:実績|分|~|:|\))))"
)
_MISREAD_ERA = r"(?<![一-龥])(?:令[知利私科秋如初加口]|[今合冷命玲伶怜会分領零]和|平[戌戊或威咸城盛]|[乎半干早手]成|昭[知利私科秋如加])\s?(?:元|\d{1,2})"
_ERA_OF_LETTERS = r"(?:令和|平成|昭和|(?<![A-Za-z])[RHS])\s?(?=[\d./年月OoIl]*[OoIl])[\dOoIl]{1,2}"
_MISREAD = re.compile(
    rf"(?:{_MISREAD_ERA}|{_ERA_OF_LETTERS})(?:\s?年度|(?=実績)|(?:年|[./])\s?[\dOoIl]{{1,2}}"
    r"(?:[./月][\dOoIl]{1,2}(?:日|(?=時点|現在|\)))|月?末日?|月(?:上旬|初旬|中旬|下旬|頃)?|(?=\s?(?:時点|現在))))"
)
"""A date with an era misread (令知3年1月) or letters among its digits (R2.l2末): no such date, but nothing else either."""
_LETTER = re.compile(r"[OoIl]")
_SHORT = re.compile(
    rf"(?:(?P<fy>{_NUM})年度|(?:(?P<y>{_NUM})年)?(?P<m>\d{{1,2}})(?:月|[.](?=\d)|(?=[)\s、]|$))(?:(?P<d>\d{{1,2}})日?)?(?P<end>末)?|(?P<donly>\d{{1,2}})日)"
)
_JOIN = re.compile(r"\s?(?:\([月火水木金土日]\))?\s?(?:~|から|-|→)\s?")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or range of dates: first and last day it can mean, and how precisely it was written."""

    first: dt.date
    last: dt.date
    precision: Precision

    def iso(self) -> str:
        """``FY2018``, ``2020``, ``2019-11`` or ``2021-02-10``."""
        if self.precision == "fiscal-year":
            return f"FY{self.first.year}"
        return self.first.isoformat()[: {"year": 4, "month": 7, "day": 10}[self.precision]]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text: its span, its literal and its value.

    ``start`` is None where the date is impossible; ``until`` is set where it is a range; ``at_end`` where it says 末 (the last day is meant);
    ``carried`` where the end of a range names no year and was taken for the next one (R4.12～3月).
    """

    begin: int
    end: int
    literal: str
    start: Moment | None
    until: Moment | None = None
    at_end: bool = False
    carried: bool = False

    @property
    def possible(self) -> bool:
        """Whether there is such a date."""
        return self.start is not None

    @property
    def misread(self) -> bool:
        """Whether it is none because a character of it was misread: 令知3年1月, R2.l2末."""
        return self.start is None and _is_misread(self.literal)

    @property
    def backwards(self) -> bool:
        """Whether it is a range that ends before it begins."""
        return self.start is not None and self.until is not None and self.until.last < self.start.first

    def period(self) -> str:
        """The stated period: one date, or ``first/last`` for a range; empty where impossible."""
        if self.start is None:
            return ""
        return f"{self.start.iso()}/{self.until.iso()}" if self.until else self.start.iso()

    def as_of(self) -> str:
        """The day up to which a figure runs: 月末 is its last day, a month without 末 stays a month; empty where impossible."""
        moment = self.until or self.start
        if moment is None:
            return ""
        return moment.last.isoformat() if self.at_end else moment.iso()

    @property
    def last_day(self) -> dt.date | None:
        """Last day that the mention can mean."""
        moment = self.until or self.start
        return moment.last if moment else None

    @property
    def first_day(self) -> dt.date | None:
        """First day that the mention can mean."""
        return self.start.first if self.start else None


def _int(text: str) -> int:
    if text == "元":
        return 1
    value = parse_number(text)
    return int(value) if value is not None else -1


def _in_era(era: str, first: dt.date, last: dt.date) -> bool:
    begin, end = _ERAS[era]
    return first <= end and last >= begin


def _moment(year: int, month: int | None, day: int | None) -> Moment | None:
    if month is None:
        return Moment(dt.date(year, 1, 1), dt.date(year, 12, 31), "year")
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    if day is None:
        return Moment(dt.date(year, month, 1), dt.date(year, month, last), "month")
    return Moment(dt.date(year, month, day), dt.date(year, month, day), "day") if 1 <= day <= last else None


def fiscal_year(year: int) -> Moment:
    """The Japanese fiscal year that begins on 1 April of ``year``."""
    return Moment(dt.date(year, 4, 1), dt.date(year + 1, 3, 31), "fiscal-year")


def _read(match: re.Match[str]) -> tuple[Moment | None, int]:
    """Value of one match of _DATE, and its western year (0 where the year itself is impossible)."""
    era = match["era"]
    if era:
        era = _LETTERS.get(era, era)
        year = _ERAS[era][0].year + _int(match["ey"]) - 1
        if _int(match["ey"]) < 1 or year > 2200:
            return None, 0
    else:
        year = int(match["wy"])
    if match["fy"] or (match["m"] is None and not re.search("年", match.group())):
        moment: Moment | None = fiscal_year(year)
    else:
        moment = _moment(year, _int(match["m"]) if match["m"] else None, _int(match["d"]) if match["d"] else None)
    if moment and era and not _in_era(era, moment.first, moment.last):
        return None, 0
    return moment, year


def _second_half(text: str, at: int, first: Moment, year: int) -> tuple[Moment | None, int, bool] | None:
    """The end of a range that leaves out what it shares with its beginning: ～2月, ～4年度, ～12月末."""
    match = _SHORT.match(text, at)
    if not match:
        return None
    if match["fy"]:
        era_offset = year - first.first.year
        value = _int(match["fy"])
        candidate = year - year % 100 + value if value > 99 else _same_era_year(first, value)
        return fiscal_year(candidate + era_offset), match.end(), False
    if match["donly"]:
        return _moment(year, first.first.month, int(match["donly"])), match.end(), False
    if match["y"]:
        year = _same_era_year(first, _int(match["y"]))
    month = int(match["m"])
    if not match["y"] and month < first.first.month:
        year += 1
    return _moment(year, month, int(match["d"]) if match["d"] else None), match.end(), bool(match["end"])


def _same_era_year(first: Moment, value: int) -> int:
    """Western year of year ``value`` of the era in which ``first`` lies (or of the western count for four digits)."""
    if value > 99:
        return value
    era = next(begin for begin, end in reversed(_ERAS.values()) if first.last >= begin)
    return era.year + value - 1


def find_dates(text: str) -> list[DateMention]:
    """All dates and ranges of dates in folded ``text``, in order, without overlap; one that was misread has no value, like an impossible one."""
    misread = [DateMention(*match.span(), match.group(), None) for match in _MISREAD.finditer(text) if _is_misread(match.group())]
    found = _well_written(text)
    if misread:  # R2.1O月末 holds R2.1, which nobody meant
        found = [date for date in found if not any(one.begin < date.end and date.begin < one.end for one in misread)]
    return sorted([*found, *misread], key=lambda date: date.begin)


def _is_misread(literal: str) -> bool:
    """Whether a literal names no era that there is, or holds letters among its digits."""
    return _LETTER.search(literal) is not None or not re.match(r"令和|平成|昭和|大正|明治|[RHSTM\d]", literal)


def _well_written(text: str) -> list[DateMention]:
    found: list[DateMention] = []
    at = 0
    while match := _DATE.search(text, at):
        moment, year = _read(match)
        end, until, at_end, carried = match.end(), None, _says_end(match), False
        join = _JOIN.match(text, end)
        if join and moment:
            full = _DATE.match(text, join.end())
            short = None if full else _second_half(text, join.end(), moment, year)
            if full:
                until, end, at_end = _read(full)[0], full.end(), _says_end(full)
                moment = moment if until else None
            elif short:
                until, end, at_end = short
                carried = until is not None and until.first.year > year and "年" not in text[join.end() : end]
                moment = moment if until else None
        literal = text[match.start() : end]
        found.append(DateMention(match.start(), end, literal, moment, until if moment else None, at_end, carried))
        at = end
    return found


def _says_end(match: re.Match[str]) -> bool:
    return bool(match["fyend"] or match["yend"] or (match["me"] or "").startswith("月末") or (match["part"] or "").startswith("末"))


def fiscal_year_of(day: dt.date) -> int:
    """The fiscal year (by its first April) in which ``day`` lies."""
    return day.year if day.month >= 4 else day.year - 1


def month_end_of(day: dt.date) -> dt.date:
    """The last day of the month in which ``day`` lies."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def month_end(year: Moment, month: int, begin: int, end: int, literal: str) -> DateMention:
    """The end of ``month`` within the fiscal year ``year``, for 「令和5年度（12月末まで）」, which leaves the year to its context."""
    moment = _moment(year.first.year + (month < 4), month, None)
    return DateMention(begin, end, literal, moment, at_end=True)


def period_days(period: str) -> tuple[dt.date, dt.date] | None:
    """First and last day of a period as ``DateMention.period`` writes it; None where it is no such text.

    >>> period_days("FY2018")
    (datetime.date(2018, 4, 1), datetime.date(2019, 3, 31))
    """
    days = [_days(part) for part in period.split("/")]
    return (days[0][0], days[-1][1]) if days[0] and days[-1] and days[0][0] <= days[-1][1] else None


def _days(written: str) -> tuple[dt.date, dt.date] | None:
    match = re.fullmatch(r"(FY)?(\d{4})(?:-(\d\d))?(?:-(\d\d))?", written)
    if not match:
        return None
    year, month, day = int(match[2]), int(match[3]) if match[3] else None, int(match[4]) if match[4] else None
    moment = fiscal_year(year) if match[1] else _moment(year, month, day)
    return (moment.first, moment.last) if moment else None
