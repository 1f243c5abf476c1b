"""A small part of a release that shows every class and every property in use, for a reasoner that could not take the whole.

The quads of a release are sorted, so that the first things of each class mostly belong to each other: the first project with its first
commission, that with its first intervention. The choice is the same for the same release.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pyoxigraph as ox

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_VALUES = 20
"""Values of one property of one thing that are taken."""


def sample(quads: Callable[[], Iterable[ox.Quad]], graphs: Iterable[ox.NamedNode], *, each: int = 1) -> Iterator[ox.Quad]:
    """Quads about the first ``each`` things of every class and with every property of ``graphs``, the things they point at, and the types of what these point at.

    ``quads`` is called for each of three passes, none of which holds more than the sample.
    """
    wanted = set(graphs)
    chosen = _first_things((quad for quad in quads() if quad.graph_name in wanted), each)
    values: Counter[tuple[object, object]] = Counter()
    near: set[object] = set()
    for quad in quads():
        if quad.graph_name in wanted and quad.subject in chosen:
            values[quad.subject, quad.predicate] += 1
            if values[quad.subject, quad.predicate] <= _VALUES:
                near.add(quad.object)
                yield quad
    for quad in quads():
        if quad.predicate == _TYPE and quad.graph_name in wanted and quad.subject in near and quad.subject not in chosen:
            yield quad


def _first_things(quads: Iterable[ox.Quad], each: int) -> set[object]:
    seen: Counter[object] = Counter()
    chosen: set[object] = set()
    for quad in quads:
        shown = quad.object if quad.predicate == _TYPE else quad.predicate
        seen[shown] += 1
        if seen[shown] <= each:
            chosen.add(quad.subject)
            if isinstance(quad.object, ox.NamedNode) and quad.predicate != _TYPE:
                chosen.add(quad.object)
    return chosen
