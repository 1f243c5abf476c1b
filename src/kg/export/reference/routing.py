"""Tracks of lines in a channel between two columns of boxes, so that no two lines lie on one another (channel routing, turned by a right angle)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_APART = 6


@dataclass(slots=True, eq=False)
class Leg:
    """The part of a line in one channel: it comes in at the height ``start`` and leaves at ``end``, each on the left or the right side."""

    start: int
    end: int
    start_right: bool
    end_right: bool
    track: int = 0


def tracks(legs: Sequence[Leg]) -> int:
    """Give each leg a track, counted from the left; how many there are.

    Legs that turn back to their side come first, short ones inside; then those that lead downwards, from the lowest, and those that lead
    upwards, from the highest, which spares crossings.
    """
    placed: list[Leg] = []
    for leg in sorted(legs, key=_turn):
        leg.track = 1 + max((other.track for other in placed if _meet(leg, other)), default=-1)
        placed.append(leg)
    return 1 + max((leg.track for leg in placed), default=-1)


def _turn(leg: Leg) -> tuple[int, int, int]:
    if leg.start_right == leg.end_right:
        return 0, abs(leg.start - leg.end), leg.start
    left, right = (leg.end, leg.start) if leg.start_right else (leg.start, leg.end)
    return (1, -left, -right) if right >= left else (2, left, right)


def _meet(a: Leg, b: Leg) -> bool:
    """Whether two legs would touch on one track."""
    return max(min(a.start, a.end), min(b.start, b.end)) < min(max(a.start, a.end), max(b.start, b.end)) + _APART
