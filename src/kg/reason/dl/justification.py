"""Which axioms are to blame: a smallest set that is contradictory on its own, found with few runs of the reasoner.

A set is smallest when every axiom in it is needed (Kalyanpur and others, "Finding all justifications of OWL DL entailments", 2007). The search
keeps a list that is contradictory together with what was found to be needed; the last axiom of its shortest contradictory beginning is needed
too, and what comes after it is not. The beginnings are tried many in one run, the near axioms first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import OWL, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from rdflib.term import Node

    from kg.reason.dl.expressions import Expression
    from kg.reason.dl.theory import Axiom

_AT_ONCE = 24
"""Sets that are tried in one run of the reasoner, at most."""
_AXIOMS_AT_ONCE = 20_000
"""Axioms of all sets of one run together, where one set alone has not more."""


class Search:
    """A search for a smallest contradictory set.

    ``ask`` gives the place of the first contradictory set of several, None where none is; ``runs`` counts how often it was asked.
    """

    def __init__(self, ask: Callable[[Sequence[Sequence[Axiom]]], int | None]) -> None:
        self._ask = ask
        self.runs = 0

    def smallest(self, axioms: Iterable[Axiom], needed: Iterable[Axiom] = ()) -> tuple[Axiom, ...]:
        """A smallest contradictory subset of ``axioms``, which must be contradictory together with ``needed``; facts stand last.

        ``needed`` is part of every set that is tried, and is not given back: with the one fact that a class has a member, the answer tells
        why it can have none.
        """
        given = list(needed)
        found: list[Axiom] = []
        rest = by_nearness(list(axioms), given)
        while True:
            length = self._shortest([*given, *found], rest)
            if length == 0:
                return tuple(sorted(found, key=lambda axiom: (axiom.is_fact, str(axiom))))
            found.append(rest[length - 1])
            rest = by_nearness(rest[: length - 1], [*given, *found])

    def _shortest(self, fixed: list[Axiom], rest: list[Axiom]) -> int:
        """Length of the shortest beginning of ``rest`` that is contradictory together with ``fixed``; the whole is known to be."""
        too_short, long_enough = -1, len(rest)
        lengths = _growing(long_enough)
        while lengths:
            self.runs += 1
            place = self._ask([[*fixed, *rest[:length]] for length in lengths])
            if place is None:
                too_short = lengths[-1]
            else:
                long_enough = lengths[place]
                too_short = lengths[place - 1] if place else too_short
            lengths = _between(too_short, long_enough)
        return long_enough


def _growing(end: int) -> list[int]:
    """Lengths below ``end``: one by one, then a third longer every time, then twice as long."""
    lengths = [0]
    while (longer := lengths[-1] + _step(lengths[-1])) < end:
        lengths.append(longer)
    return lengths


def _step(length: int) -> int:
    if length < _AT_ONCE // 2:
        return 1
    return length // 3 if length < _AXIOMS_AT_ONCE // _AT_ONCE else length


def _between(low: int, high: int) -> list[int]:
    """Lengths between two, evenly spread, as many as go into one run; none where nothing lies between."""
    gap = high - low
    count = min(_AT_ONCE, gap - 1, max(1, _AXIOMS_AT_ONCE // high) if high else 0)
    return [low + gap * (index + 1) // (count + 1) for index in range(count)]


def by_nearness(axioms: Sequence[Axiom], start: Sequence[Axiom]) -> list[Axiom]:
    """The axioms, those first that bear on what ``start`` speaks of, then those that bear on what these speak of, and so on.

    An axiom bears on a set of names as a syntactic module of an ontology is grown (Cuenca Grau and others, "Modular reuse of ontologies", 2008):
    one about subclasses of A through A, one about the domain of p through p; facts through their individuals. The order only makes the search
    short; it never decides what is found to be needed. Without ``start`` the terminology comes first, then the facts.
    """
    if not start:
        return sorted(axioms, key=lambda axiom: (axiom.is_fact, str(axiom)))
    known: set[Node] = {OWL.Thing}.union(*(axiom.names() for axiom in start))
    ordered: list[Axiom] = []
    waiting = sorted(axioms, key=lambda axiom: (axiom.is_fact, str(axiom)))
    while waiting:
        near = [axiom for axiom in waiting if _bears_on(axiom, known)]
        if not near:
            return ordered + waiting
        ordered += near
        known = known.union(*(axiom.names() for axiom in near))
        taken = set(map(id, near))
        waiting = [axiom for axiom in waiting if id(axiom) not in taken]
    return ordered


def _bears_on(axiom: Axiom, known: set[Node]) -> bool:
    through, least = _reached_through(axiom)
    return sum(1 for name in through if name in known) >= (len(through) if least is None else least)


def _reached_through(axiom: Axiom) -> tuple[list[Node], int | None]:
    """The names of an axiom through which it is reached, and how many of them must be known (None: all)."""
    if axiom.kind in {"SubClassOf", "SubPropertyOf"}:
        return _names(axiom.parts[:1]), 1 if any(part.constructor == "unionOf" for part in axiom.parts[0].parts()) else None
    if axiom.kind in {"PropertyDomain", "PropertyRange"}:
        return _names(axiom.parts[:1]), None
    if axiom.kind == "SubPropertyChain":
        return _names(axiom.parts[1:]), None
    if axiom.kind in {"ClassAssertion", "PropertyAssertion", "NegativePropertyAssertion"}:
        return _names(axiom.parts[1:]), 1
    names = _names(axiom.parts)
    return names, 2 if axiom.kind.startswith("Disjoint") and len(names) > 1 else 1


def _names(parts: Iterable[Expression]) -> list[Node]:
    return [part.node for top in parts for part in top.parts() if part.is_name and not isinstance(part.node, Literal)]
