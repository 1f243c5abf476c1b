"""The timeline as a drawing: a row for each government of a cohort, a mark for each moment, time from left to right, and at the right what has no date."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.errors import Message
from kg.search.labels import value_label
from kg.web.moments import WHATS, Moment

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from kg.web.moments import Line, Timeline

WIDTH, LEFT, RIGHT = 1000, 170, 120
"""The drawing, and of it what names the governments, and what has no date."""
_LANE, _HEAD, _AXIS = 20, 26, 24
"""Heights of a lane of marks, of the line that names a cohort, and of the years at the top."""
_SMALLEST = 14
"""Width of a mark that is a point in time."""
_CHARACTER = 8
_UNDATED = 3
"""Marks without date in a lane."""
_MOST_TICKS = 12
_APRIL, _FIRST_OF_APRIL = 4, 91


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment where it is drawn: from ``x`` to ``end``, and the middle of its lane; ``more`` tables have the same date."""

    moment: Moment
    x: float
    end: float
    y: int
    more: int = 0

    @property
    def middle(self) -> float:
        """The place of what is a point in time."""
        return (self.x + self.end) / 2


LEGEND = tuple(Mark(Moment("", "", "", Message("", ""), what, "", "", "", 0), 3, 17, 10) for what in WHATS)
"""A mark of each kind."""


@dataclass(frozen=True, slots=True)
class Bar:
    """The row of a government, or of the tables of a cohort (then ``government``, its IRI, is empty): its name, top, height and marks.

    ``bottom`` is that of the whole cohort, ``until`` where its latest table stands, up to which is told what was done; None where none has a date.
    """

    name: str
    government: str
    top: int
    height: int
    marks: Sequence[Mark]
    bottom: int
    until: float | None


@dataclass(frozen=True, slots=True)
class Chart:
    """The drawing of some rows; ``ticks`` are the beginnings of fiscal years."""

    bars: Sequence[Bar]
    ticks: Sequence[tuple[float, int]]
    height: int


def chart(timeline: Timeline, lines: Sequence[Line]) -> Chart | None:
    """The drawing of some of the lines of a timeline, on the time of all of them; None where no date is written."""
    days = [day for moment in timeline.moments if moment.days for day in moment.days]
    if not days:
        return None
    scale = _Scale(min(days), max(days))
    bars: list[Bar] = []
    top = _AXIS
    for cohort in _by_cohort(timeline.rows(lines)):
        rows = [(moments[0], *_marks(moments, _HEAD if moments[0].of_table else 0, scale)) for moments in cohort.values()]
        bottom = top + sum(height for _, _, height in rows)
        dated = [mark.middle for first, marks, _ in rows if first.of_table for mark in marks if mark.moment.days]
        for first, marks, height in rows:
            moved = [replace(mark, y=mark.y + top) for mark in marks]
            iri = "" if first.of_table else first.iri
            bars.append(Bar(_name(first, timeline.language), iri, top, height, moved, bottom, max(dated, default=None)))
            top += height
    return Chart(bars, scale.ticks(), top)


def _by_cohort(moments: Iterable[Moment]) -> list[dict[Line, list[Moment]]]:
    """Moments by cohort, and in each line by line."""
    cohorts: dict[str, dict[Line, list[Moment]]] = {}
    for moment in moments:
        cohorts.setdefault(moment.cohort, {}).setdefault(moment.line, []).append(moment)
    return list(cohorts.values())


def _name(moment: Moment, language: str) -> str:
    label = value_label("cohort", moment.cohort) if moment.of_table else moment.label
    return label.in_language(language)


def _marks(moments: Sequence[Moment], top: int, scale: _Scale) -> tuple[list[Mark], int]:
    """The marks of a row, none over another, and its height."""
    lanes: list[float] = []
    marks: list[Mark] = []
    for moment in sorted((moment for moment in moments if moment.days), key=lambda moment: moment.days or ()):
        if moment.of_table and marks and marks[-1].moment.days == moment.days:
            marks[-1] = replace(marks[-1], more=marks[-1].more + 1)
            continue
        x, end = scale.place(moment)
        lane = next((number for number, taken in enumerate(lanes) if taken <= x), len(lanes))
        lanes[lane : lane + 1] = [end + _CHARACTER * (1 + len(str(moment.count)))]
        marks.append(Mark(moment, x, end, top + _middle(lane)))
    undated = [moment for moment in moments if not moment.days]
    for number, moment in enumerate(undated):
        x = WIDTH - RIGHT + 10 + RIGHT // _UNDATED * (number % _UNDATED)
        marks.append(Mark(moment, x, x + _SMALLEST, top + _middle(number // _UNDATED)))
    return marks, top + _LANE * max(1, len(lanes), -(-len(undated) // _UNDATED)) + 6


def _middle(lane: int) -> int:
    return _LANE * lane + _LANE // 2 + 3


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days as places, from the beginning of the first fiscal year to the end of the last."""

    first: dt.date
    last: dt.date

    @property
    def years(self) -> tuple[int, int]:
        """The first fiscal year, and the one after the last."""
        first, last = (day.year - (day.month < _APRIL) for day in (self.first, self.last))
        return first, last + 1

    def at(self, year: float) -> float:
        """The place of a point in time, in fiscal years."""
        first, after = self.years
        return round(LEFT + (year - first) / (after - first) * (WIDTH - LEFT - RIGHT), 1)

    def place(self, moment: Moment) -> tuple[float, float]:
        """Where a moment begins and ends: a date of figures is its last day, a beginning its first."""
        first, last = moment.days or (self.first, self.last)
        begin, end = self.at(_years(first)), self.at(_years(last))
        match moment.what:
            case "start":
                return begin, begin + _SMALLEST
            case "as-of" | "table":
                return end - _SMALLEST / 2, end + _SMALLEST / 2
            case _:
                return begin, max(end, begin + _SMALLEST)

    def ticks(self) -> list[tuple[float, int]]:
        """The beginnings of fiscal years, not too many of them."""
        first, after = self.years
        step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if (after - first) / step <= _MOST_TICKS)
        return [(self.at(year), year) for year in range(first, after + 1, step)]


def _years(day: dt.date) -> float:
    """A day as a number of fiscal years."""
    return day.year + (day.timetuple().tm_yday - _FIRST_OF_APRIL) / 366
