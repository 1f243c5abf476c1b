"""Tracks of lines in a channel between two columns of boxes, so that no two lines lie on one another (channel routing, turned by a right angle)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_APART = 6
_TOUCHING = 3


@dataclass(slots=True, eq=False)
class Leg:
    """The part of a line in one channel: it comes in at the height ``start`` and leaves at ``end``, each on the left or the right side."""

    start: int
    end: int
    start_right: bool
    end_right: bool
    track: int = 0

    @property
    def left(self) -> tuple[int, ...]:
        """Heights at which it touches the left side."""
        return tuple(y for y, right in ((self.start, self.start_right), (self.end, self.end_right)) if not right)

    @property
    def right(self) -> tuple[int, ...]:
        """Heights at which it touches the right side."""
        return tuple(y for y, right in ((self.start, self.start_right), (self.end, self.end_right)) if right)


def tracks(legs: Sequence[Leg]) -> int:
    """Give each leg a track, counted from the left; how many there are.

    Legs that lead downwards are taken from the lowest, those upwards from the highest, which spares crossings; one whose left end lies at
    the height of another's right end is taken before it, since their level parts would cover each other.
    """
    placed: list[Leg] = []
    waiting = sorted(legs, key=_turn)
    while waiting:
        free = [leg for leg in waiting if not any(_before(other, leg) for other in waiting if other is not leg)]
        leg = (free or waiting)[0]
        waiting.remove(leg)
        leg.track = 1 + max((other.track for other in placed if _meet(leg, other) or _before(other, leg)), default=-1)
        placed.append(leg)
    return 1 + max((leg.track for leg in placed), default=-1)


def _turn(leg: Leg) -> tuple[int, int, int]:
    if len(leg.left) != 1:  # back to the side it came from: short ones inside
        return 0, abs(leg.start - leg.end), leg.start
    left, right = leg.left[0], leg.right[0]
    return (1, -left, -right) if right >= left else (2, left, right)


def _meet(a: Leg, b: Leg) -> bool:
    """Whether two legs would touch on one track."""
    return max(min(a.start, a.end), min(b.start, b.end)) < min(max(a.start, a.end), max(b.start, b.end)) + _APART


def _before(a: Leg, b: Leg) -> bool:
    """Whether ``a`` must be further left than ``b``: its left end is at the height of the right end of ``b``."""
    return a.right != b.right and any(abs(y - other) < _TOUCHING for y in a.left for other in b.right)
