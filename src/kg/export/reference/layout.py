"""Where boxes stand and lines run: columns of boxes from left to right, and between the columns channels in which each line has its own track.

The steps are those of Sugiyama, Tagawa and Toda (1981): columns, order in the columns, places, lines. Lines never cross a box: one that
passes a column gets a lane between its boxes. Everything is counted in whole steps, so that the same boxes give the same drawing.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.export.reference.columns import columns
from kg.export.reference.routing import Leg, tracks

if TYPE_CHECKING:
    from collections.abc import Sequence

STEP = 6
"""Boxes begin at multiples of this, and their ports lie at multiples below; in every other column all is half a step lower. So the level part
of a line that begins on the left of a channel never falls on that of one that ends on its right."""
ROW = 18
HEAD = 27
BETWEEN = 9
"""Air between a property and the next class; between two classes it is ``BETWEEN - STEP``."""
_GAP = 27
_LANE = 18
_TRACK = 8
_ENTRY = 16
_MARGIN = 18
_NARROWEST = 700
_SWEEPS = 24
_STAYS = 0.1


@dataclass(slots=True)
class Box:
    """A rectangle with rows; ``ports`` gives, by key, how far below its top a line may touch it."""

    key: str
    width: int
    height: int
    ports: dict[str, int] = field(default_factory=dict)
    column: int = 0
    x: int = 0
    y: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """From a row of a box to a row of a box."""

    source: tuple[str, str]
    target: tuple[str, str]
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Route:
    """A line and the points through which it runs."""

    line: Line
    points: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class Drawing:
    """Boxes in their places, and routes between them."""

    width: int
    height: int
    boxes: list[Box]
    routes: list[Route]


def arrange(boxes: Sequence[Box], lines: Sequence[Line]) -> Drawing:
    """Place the boxes and lead the lines; what is not linked with one another is drawn apart and set in rows, the largest part first."""
    parts = [_part(group, [line for line in lines if line.source[0] in group]) for group in _groups({box.key: box for box in boxes}, lines)]
    parts.sort(key=lambda part: -len(part.boxes))
    widest = max([_NARROWEST, *(part.width for part in parts)])
    whole, x, y, height = Drawing(0, 0, [], []), 0, 0, 0
    for part in parts:
        if x + part.width > widest:
            x, y, height = 0, y + height, 0
        whole.boxes += [replace(box, x=box.x + x, y=box.y + y) for box in part.boxes]
        whole.routes += [Route(route.line, tuple((px + x, py + y) for px, py in route.points)) for route in part.routes]
        x, height = x + part.width, max(height, part.height)
        whole.width, whole.height = max(whole.width, x), y + height
    return Drawing(whole.width + _MARGIN, whole.height + _MARGIN, whole.boxes, whole.routes)


def _groups(boxes: dict[str, Box], lines: Sequence[Line]) -> list[dict[str, Box]]:
    """Boxes that lines link, however indirectly."""
    group = {key: key for key in boxes}
    for line in lines:
        old, new = group[line.target[0]], group[line.source[0]]
        group = {key: new if value == old else value for key, value in group.items()}
    return [{key: boxes[key] for key in boxes if group[key] == name} for name in dict.fromkeys(group.values())]


def _part(boxes: dict[str, Box], lines: Sequence[Line]) -> Drawing:
    heights = {key: box.height + _GAP for key, box in boxes.items()}
    for key, column in columns(heights, [(line.source[0], line.target[0]) for line in lines]).items():
        boxes[key].column = column
    paths, lanes = _paths(boxes, lines)
    everything = boxes | lanes
    links = [(a, b) for path in paths for a, b in pairwise(path) if a[0] != b[0]]
    stacks = _ordered(list(everything.values()), links)
    _place(stacks, links, everything)
    return _routed(stacks, paths, lines, everything)


Stop = tuple[str, str]
"""A box and a port of it; a lane is a box with one port."""
Link = tuple[Stop, Stop]


def _paths(boxes: dict[str, Box], lines: Sequence[Line]) -> tuple[list[list[Stop]], dict[str, Box]]:
    """Each line as a chain of stops in neighbouring columns, and the lanes where it passes a column."""
    paths, lanes = [], dict[str, Box]()
    for number, line in enumerate(lines):
        start, end = boxes[line.source[0]].column, boxes[line.target[0]].column
        step = 1 if end > start else -1
        path: list[Stop] = [line.source]
        for column in range(start + step, end, step) if start != end else ():
            key = f"lane-{number}-{column}"
            lanes[key] = Box(key, 0, _LANE, {"": 6}, column)
            path.append((key, ""))
        paths.append([*path, line.target])
    return paths, lanes


def _ordered(boxes: Sequence[Box], links: Sequence[Link]) -> list[list[Box]]:
    """Columns from top to bottom, each box near the middle of what it is linked with; the order with the shortest detours is kept."""
    stacks: list[list[Box]] = [[] for _ in range(max((box.column for box in boxes), default=0) + 1)]
    for box in boxes:
        stacks[box.column].append(box)
    best, least = [list(stack) for stack in stacks], None
    for sweep in range(_SWEEPS):
        for index in range(len(stacks)) if sweep % 2 == 0 else range(len(stacks) - 1, -1, -1):
            centres = _centres(stacks)
            stacks[index].sort(key=lambda box: _middle(box.key, links, centres))
        cost = _crossings(stacks, links)
        if least is None or cost < least:
            best, least = [list(stack) for stack in stacks], cost
    return best


def _centres(stacks: Sequence[Sequence[Box]]) -> dict[str, float]:
    """Where boxes would stand if each column were centred."""
    found = {}
    for stack in stacks:
        y = -sum(box.height + _GAP for box in stack) / 2
        for box in stack:
            found[box.key] = y
            y += box.height + _GAP
    return found


def _middle(key: str, links: Sequence[Link], tops: dict[str, float]) -> float:
    ends = [tops[b[0]] for a, b in links if a[0] == key] + [tops[a[0]] for a, b in links if b[0] == key]
    return sum(ends) / len(ends) if ends else tops[key]


def _crossings(stacks: Sequence[Sequence[Box]], links: Sequence[Link]) -> tuple[int, float]:
    """Pairs of links that cross between two columns, and the sum of all ups and downs."""
    place = {box.key: (column, row) for column, stack in enumerate(stacks) for row, box in enumerate(stack)}
    tops, crossed = _centres(stacks), 0
    for column in range(len(stacks) - 1):
        between = []
        for a, b in links:
            left, right = sorted((place[a[0]], place[b[0]]))
            if left[0] == column and right[0] == column + 1:
                between.append((left[1], right[1]))
        between.sort()
        crossed += sum(
            between[j][1] < between[i][1] for i in range(len(between)) for j in range(i + 1, len(between)) if between[i][0] < between[j][0]
        )
    return crossed, sum(abs(tops[a[0]] - tops[b[0]]) for a, b in links)


def _place(stacks: Sequence[Sequence[Box]], links: Sequence[Link], by_key: dict[str, Box]) -> None:
    """Heights: lines as straight as the order allows.

    Each column in turn takes the best places for the others as they stand, and each line counts as much as any other: so the whole gets better
    step by step, and nothing drifts away.
    """
    for stack in stacks:
        y = 0
        for box in stack:
            box.y = y
            y += box.height + _GAP
    for sweep in range(_SWEEPS):
        for stack in stacks if sweep % 2 == 0 else list(reversed(stacks)):
            wishes = [_wish(box, links, by_key) for box in stack]
            for box, y in zip(stack, _spread(stack, wishes), strict=True):
                box.y = y
    top = min((box.y for stack in stacks for box in stack), default=0)
    for stack in stacks:
        below = 0
        for box in stack:
            box.y = max(box.y - top + _MARGIN, below)
            box.y += -(box.y - STEP // 2 * (box.column % 2)) % STEP
            below = box.y + box.height + (_GAP if box.width else 0)


def _wish(box: Box, links: Sequence[Link], by_key: dict[str, Box]) -> tuple[float, float]:
    """Where the links of a box would have it, and how many they are; a box without links stays if nothing moves it."""
    wanted = []
    for a, b in links:
        for (here, port), (there, far) in (((a), (b)), ((b), (a))):
            if here == box.key:
                other = by_key[there]
                wanted.append(other.y + other.ports[far] - box.ports[port])
    return (sum(wanted) / len(wanted), len(wanted)) if wanted else (box.y, _STAYS)


def _spread(stack: Sequence[Box], wishes: Sequence[tuple[float, float]]) -> list[int]:
    """Places nearest to the wishes, by their weights, that keep order and distance (pool adjacent violators)."""
    offset, offsets = 0, []
    for box in stack:
        offsets.append(offset)
        offset += box.height + (_GAP if box.width else 0)
    groups: list[tuple[float, float, int]] = []  # weighted sum of wishes less offsets, weight, and how many
    for (wish, weight), before in zip(wishes, offsets, strict=True):
        groups.append((weight * (wish - before), weight, 1))
        while len(groups) > 1 and groups[-2][0] / groups[-2][1] >= groups[-1][0] / groups[-1][1]:
            total, heavy, count = groups.pop()
            groups[-1] = (groups[-1][0] + total, groups[-1][1] + heavy, groups[-1][2] + count)
    level = [total / heavy for total, heavy, count in groups for _ in range(count)]
    return [round(base + before) for base, before in zip(level, offsets, strict=True)]


def _routed(stacks: Sequence[Sequence[Box]], paths: Sequence[Sequence[Stop]], lines: Sequence[Line], by_key: dict[str, Box]) -> Drawing:
    """Tracks in the channels, which become as wide as they need to be; then the places of the columns, and the points."""
    legs: list[list[Leg]] = [[] for _ in stacks]
    runs: list[list[tuple[int, Leg]]] = []
    for path in paths:
        runs.append([])
        for (a, port), (b, far) in pairwise(path):
            here, there = by_key[a], by_key[b]
            channel = min(here.column, there.column)
            start, end = here.y + here.ports[port], there.y + there.ports[far]
            leg = Leg(start, end, start_right=here.column > there.column, end_right=here.column < there.column)
            legs[channel].append(leg)
            runs[-1].append((channel, leg))
    edges, x = [], _MARGIN
    for stack, channel_legs in zip(stacks, legs, strict=True):
        width = max((box.width for box in stack), default=0)
        for box in stack:
            box.x = x
        left = x + width
        x = left + max((tracks(channel_legs) - 1) * _TRACK, 0) + 2 * _ENTRY
        edges.append((left, x))
    routes = []
    for line, run in zip(lines, runs, strict=True):
        (_, from_y), *between, (_, to_y) = _points(run, edges)
        begin, end = (
            _border(by_key[key], right=leg_right)
            for (key, _), leg_right in ((line.source, not run[0][1].start_right), (line.target, not run[-1][1].end_right))
        )
        routes.append(Route(line, ((begin, from_y), *between, (end, to_y))))
    boxes = [box for stack in stacks for box in stack if box.width]
    bottom = max([box.y + box.height for box in boxes] + [y for route in routes for _, y in route.points], default=0)
    return Drawing(x, bottom, boxes, routes)


def _points(run: Sequence[tuple[int, Leg]], edges: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    points: list[tuple[int, int]] = []
    for channel, leg in run:
        left, right = edges[channel]
        at = left + _ENTRY + leg.track * _TRACK
        points += [
            (right if leg.start_right else left, leg.start),
            (at, leg.start),
            (at, leg.end),
            (right if leg.end_right else left, leg.end),
        ]
    return tuple(points)


def _border(box: Box, *, right: bool) -> int:
    return box.x + box.width if right else box.x
