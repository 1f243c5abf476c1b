"""Figures of places of one day carried to the governments of today, none counted twice.

Many names are resolved together, because only together do they show what overlaps: two names of one place, a city beside its own prefecture, a
place that lies in several of today.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kg.text.chronicle import chronicle

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from kg.text.chronicle import RecordedPlace, Resolution

Reason = Literal["unknown", "undecided", "same", "within", "divided", "dissolved"]
"""Why the figure of a place is counted for no government: no place of that day has the name, several have it, the place is given twice, its figure is
part of that of a wider place given, it lies in several governments of today, or in none (a district)."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A place as a table names it: a name or code, and its prefecture where the table tells it."""

    text: str
    prefecture: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A place whose figure is counted nowhere; ``beside`` is the one given place that has its figure, ``governments`` are the codes it lies in."""

    asked: Asked
    reason: Reason
    beside: Asked | None = None
    governments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Carried:
    """Places whose figures add up to one of each government of today, by its code; and all others, each with the reason."""

    by_government: dict[str, tuple[Asked, ...]]
    left_out: tuple[LeftOut, ...]


def carried(places: Iterable[Asked], on: dt.date) -> Carried:
    """Carry the figures of ``places``, as they were ``on`` a day, to the governments of today, each figure at most once."""
    left: list[LeftOut] = []
    given: dict[RecordedPlace, tuple[Asked, Resolution]] = {}
    for asked in places:
        resolved = chronicle().resolve(asked.text, on, asked.prefecture)
        found = resolved.decided
        if found is None:
            left.append(LeftOut(asked, "undecided" if resolved.candidates else "unknown"))
        elif found.then in given:
            left.append(LeftOut(asked, "same", given[found.then][0]))
        else:
            given[found.then] = asked, found
    named = {(place.prefecture, place.name): asked for place, (asked, _) in given.items() if place.kind != "ward"}
    counted: dict[str, list[Asked]] = {}
    for place, (asked, found) in given.items():
        wider = _wider(place, named)
        governments = tuple(sorted(found.governments))
        if wider:
            left.append(LeftOut(asked, "within", wider))
        elif len(governments) == 1:
            counted.setdefault(governments[0], []).append(asked)
        else:
            left.append(LeftOut(asked, "divided" if governments else "dissolved", governments=governments))
    return Carried({code: tuple(names) for code, names in sorted(counted.items())}, tuple(left))


def _wider(place: RecordedPlace, named: dict[tuple[str, str], Asked]) -> Asked | None:
    """The place among ``named`` in which ``place`` lay: its city or district, else its prefecture."""
    if place.kind == "prefecture":
        return None
    return named.get((place.prefecture, place.within)) or named.get((place.prefecture, place.prefecture))
