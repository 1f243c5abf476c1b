"""In which column a box stands, so that lines run from left to right, and not far."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SWEEPS = 24


def columns(heights: Mapping[str, int], pairs: Sequence[tuple[str, str]]) -> dict[str, int]:
    """A column for each box: first along the lines, with few of them backwards, then moved one by one as long as the whole gets better."""
    keys = list(heights)
    column: dict[str, int] = {}
    for key in _sequence(keys, {key: sorted({b for a, b in pairs if a == key and b != key}) for key in keys}):
        column[key] = max((column[a] + 1 for a, b in pairs if b == key and a in column and a != key), default=0)
    possible = range(max(column.values()) + 1)
    for _ in range(_SWEEPS):
        before = dict(column)
        for key in keys:
            column[key] = min((_badness(heights, pairs, {**column, key: place}), place) for place in possible)[1]
        if column == before:
            break
    used = sorted(set(column.values()))
    return {key: used.index(place) for key, place in column.items()}


def _badness(heights: Mapping[str, int], pairs: Sequence[tuple[str, str]], column: dict[str, int]) -> float:
    """Lines that run far, backwards or within a column; columns that are high; and how many there are."""
    high: dict[int, int] = {}
    for key, place in column.items():
        high[place] = high.get(place, 0) + heights[key]
    spans = [column[b] - column[a] for a, b in pairs if a != b]
    lines = sum(1.2 * (span - 1) if span > 0 else 2.0 if not span else 5.0 - span for span in spans)
    return lines + 1.5 * len(high) + sum((height / 700) ** 2 for height in high.values())


def _sequence(keys: Sequence[str], ahead: dict[str, list[str]]) -> list[str]:
    """An order in which few lines run backwards (Eades, Lin and Smyth 1993)."""
    left, first, last = list(keys), list[str](), list[str]()
    while left:
        out = {key: sum(other in left for other in ahead[key]) for key in left}
        into = {key: sum(key in ahead[other] for other in left) for key in left}
        sinks = [key for key in left if not out[key]]
        sources = [key for key in left if not into[key]]
        if sinks:
            last.insert(0, sinks[0])
            left.remove(sinks[0])
        else:
            best = sources[0] if sources else max(left, key=lambda key: (out[key] - into[key], -left.index(key)))
            first.append(best)
            left.remove(best)
    return first + last
