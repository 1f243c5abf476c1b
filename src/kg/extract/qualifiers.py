"""Dates and ways of counting, and which figures they hold for: those behind a date above, those before a date in a bracket."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.status import add_status
from kg.text.eras import month_end
from kg.text.vocabulary import CueMatch, code_list

if TYPE_CHECKING:
    from kg.extract.readings import Figure, Label, Reading
    from kg.extract.scan import Bracket, SectionText
    from kg.text.eras import DateMention

AS_OF = re.compile(r"\s?(?:時点|現在|末|まで|までの|の累計|累計)")
_FOR_ALL = re.compile(r"いずれも|とも|各|すべて|全て|以上")
_ENDED = re.compile(r"[^。、]{0,25}?(?:終了|締切|打ち?切|廃止)")
_PLANNED_BEHIND = re.compile(r"[^\s。、()]{0,12}?(?:予定|見込)")
_UNTIL_MONTH = re.compile(r"\s?\((?P<month>\d{1,2})月末?(?:まで|現在|時点)\)")


class Qualifiers:
    """What holds for the figures of one level of brackets."""

    def __init__(self, scan: SectionText, reading: Reading) -> None:
        self.scan = scan
        self.reading = reading
        self.as_of: DateMention | None = None
        self.period: DateMention | None = None
        self.undated: list[Figure] = []
        self._counting: tuple[str, Label] | None = None
        self._counting_once = False

    def qualify(self, figure: Figure, label: Label | None) -> None:
        """Give a figure its dates, counting and status, as far as they are known when it is reached."""
        figure.as_of, figure.period = self.as_of, self.period
        self._count(figure, label)
        count = figure.count
        behind = _PLANNED_BEHIND.match(self.scan.text[count.end : count.end + 16])
        cue = code_list("status").first(behind.group(), "words") if behind else None
        figure.planned = CueMatch("planned", "words", count.end + cue.start, count.end + cue.end) if cue else None
        self.undated.append(figure)

    def _count(self, figure: Figure, label: Label | None) -> None:
        count = figure.count
        if count.counting:
            figure.counting, figure.counting_at = count.counting, (count.begin, count.digits)
        elif self._counting:
            figure.counting, figure.counting_at = self._counting
            self._counting = None if self._counting_once else self._counting
        elif label:
            match = code_list("counting").first(self.scan.slice(label))
            if match and match.end - match.start > 1:
                figure.counting, figure.counting_at = match.notation, (label[0] + match.start, label[0] + match.end)

    def counting_of(self, bracket: Bracket) -> tuple[str, Label] | None:
        """(実人員), 【延べ数】: the way of counting that a bracket says and nothing else."""
        begin, end = bracket.inner
        match = code_list("counting").first(self.scan.slice(bracket.inner))
        if not match or match.start > 0 or end - begin > match.end + 2:
            return None
        self.reading.countings.append(bracket.inner)
        return match.notation, (begin + match.start, begin + match.end)

    def count_next(self, counting: tuple[str, Label], *, once: bool) -> None:
        """The way of counting holds for the next figure, or for all that follow."""
        self._counting, self._counting_once = counting, once

    def forget_counting(self) -> None:
        """A new list begins."""
        self._counting = None

    # -- dates --------------------------------------------------------------------------------------------------------------------------

    def date_above(self, date: DateMention, *, as_of: bool) -> None:
        """The date holds for the figures that follow."""
        if as_of:
            self.as_of = date
        else:
            self.period = date
        self.undated = []

    def date_behind(self, date: DateMention, *, as_of: bool) -> None:
        """The date holds for the figures since the last date."""
        for figure in self.undated:
            if as_of:
                figure.as_of = figure.as_of or date
            else:
                figure.period = figure.period or date
        if as_of:
            self.undated = []

    def until_month(self, year: DateMention, end: int) -> int:
        """Read 「(12月末まで)」 behind a fiscal year that ends at ``end``: the day up to which figures run. Where it ends, 0 where there is none."""
        until = _UNTIL_MONTH.match(self.scan.text, end)
        if until is None or year.start is None or year.start.precision != "fiscal-year":
            return 0
        self.as_of = month_end(year.start, int(until["month"]), until.start("month"), until.end() - 1, until.group())
        self.reading.dates.append(self.as_of)
        return until.end()

    def date_bracket(self, bracket: Bracket, *, above: bool, first: bool) -> bool:
        """Read a bracket that holds a date and no figure; False where it holds none."""
        dates = self.scan.dates_in(bracket.inner)
        if not dates:
            return False
        date = dates[-1]
        begin, end = bracket.inner
        behind = self.scan.text[date.end : end]
        as_of = bool(AS_OF.match(behind)) or date.at_end
        self.reading.dates += dates
        self.reading.impossible_dates += [d for d in dates if not d.possible]
        if _ENDED.match(behind):
            self.reading.ends.append(date)
            self.reading.notes.append(bracket.inner)
        elif len(dates) > 1 and not as_of:
            self.reading.notes.append(bracket.inner)  # several dates of one figure give it no single period
        elif "予定" in behind or "見込" in behind:
            add_status(self.scan, self.reading, bracket.inner)
        elif not date.possible:
            pass
        elif _FOR_ALL.search(self.scan.text[begin : date.begin]) and not first:
            self.reading.dates_for_all.append(date)
        elif above:
            self.date_above(date, as_of=as_of)
        else:
            self.date_behind(date, as_of=as_of)
        return True


def read_note(scan: SectionText, reading: Reading) -> None:
    """A note behind ※: a date for all figures, the end of the work, or just words."""
    bounds = (scan.end, scan.section.end)
    if bounds[0] >= bounds[1]:
        return
    reading.notes.append(bounds)
    for date in scan.dates_in(bounds):
        reading.dates.append(date)
        if not date.possible:
            reading.impossible_dates.append(date)
        elif _ENDED.match(scan.text[date.end : bounds[1]]):
            reading.ends.append(date)
        elif AS_OF.match(scan.text, date.end) and _FOR_ALL.search(scan.text, bounds[0], date.begin):
            reading.dates_for_all.append(date)
