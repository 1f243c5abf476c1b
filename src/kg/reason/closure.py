"""Materialisation: clauses run over a store to fixpoint, semi-naively (each round starts from what the round before found new)."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Variable

from kg.queries.rules import rules
from kg.reason.axioms import TYPE, VOCABULARY, Axioms
from kg.reason.clauses import clauses
from kg.reason.trivial import OtherNames, is_trivial
from kg.store.pile import Pile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pyoxigraph import Triple

    from kg.queries.rules import Part, Pattern, Rule
    from kg.reason.clauses import Clause
    from kg.store.working import WorkingStore

_AT_ONCE = 200_000
"""Triples of a round that are held in memory; beyond it they wait in a file."""


@dataclass
class Round:
    """What one round found new: the graph that holds it, its properties, and the classes that something was found to belong to."""

    graph: NamedNode
    size: int = 0
    predicates: set[Part] = field(default_factory=set)
    classes: set[Part] = field(default_factory=set)

    def may_match(self, pattern: Pattern) -> bool:
        """Whether something new can fit a pattern."""
        _, predicate, value = pattern
        if isinstance(predicate, Variable):
            return True
        if predicate == TYPE and not isinstance(value, Variable):
            return value in self.classes
        return predicate in self.predicates


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Facts that cannot be true together, and the clause that says so."""

    clause: Clause
    facts: tuple[Pattern, ...]


class Closure:
    """What follows from a store by its own axioms. It is kept in the store, in a graph for each round; the rest of the store stays as it was."""

    def __init__(self, store: WorkingStore, using: Sequence[Rule] | None = None) -> None:
        using = rules() if using is None else using
        self._store = store
        self._rounds: list[Round] = []
        self.clauses: tuple[Clause, ...] = ()
        stale = True
        while stale:
            axioms = Axioms.within(store, using)
            self.clauses = clauses(axioms, using)
            first = self._next()
            self._keep(first, {triple for triple in axioms.statements() if not store.graphs_with(triple)})
            stale = self._to_fixpoint()

    def triples(self) -> Iterator[Triple]:
        """All that was inferred and is not trivial, each once."""
        names = OtherNames(self._store, {one.graph for one in self._rounds})
        return (triple for triple in self.everything() if not is_trivial(triple) and not names.repeats(triple))

    def everything(self) -> Iterator[Triple]:
        """All that was inferred, trivial or not, each once."""
        return (quad.triple for one in self._rounds for quad in self._store.graph(one.graph))

    def contradictions(self) -> Iterator[Contradiction]:
        """What cannot be true together."""
        for clause in self.clauses:
            if clause.head is None:
                for row in self._store.select(f"SELECT * WHERE {{ {_where(clause, None, None)} }}"):
                    yield Contradiction(clause, tuple(instance(pattern, row) for pattern in clause.body))

    def _to_fixpoint(self) -> bool:
        """Run rounds until one finds nothing; whether an axiom was among what they found."""
        one: Round | None = None
        axioms = False
        while one is None or one.size:
            one = self._round(one)
            axioms = axioms or not VOCABULARY.isdisjoint(one.predicates | one.classes)
        return axioms

    def _round(self, before: Round | None) -> Round:
        """Run every clause; after the first round only those that something new can fit, and only starting from it."""
        found = self._next()
        with TemporaryFile(dir=self._store.beside) as file:
            pile = Pile(_AT_ONCE, file)
            with ThreadPoolExecutor(os.cpu_count()) as pool:  # a query leaves Python alone, so that others run beside it
                for _ in pool.map(lambda query: pile.put(self._store.construct(query)), self._queries(before)):
                    pass
            self._keep(found, pile.triples())
        return found

    def _queries(self, before: Round | None) -> Iterator[str]:
        for clause in self.clauses:
            for number in [None] if before is None else [n for n, pattern in enumerate(clause.body) if before.may_match(pattern)]:
                if clause.head is not None and self._has_facts(clause):
                    yield construct(clause, number, before)

    def _has_facts(self, clause: Clause) -> bool:
        """Whether anything can fit a clause about any property at all (eq-rep-*), which would be costly to find out by running it."""
        predicates = [predicate for _, predicate, _ in clause.body]
        named = [predicate for predicate in predicates if isinstance(predicate, NamedNode)]
        return len(named) == len(predicates) or all(next(self._store.matching(predicate), None) for predicate in named)

    def _next(self) -> Round:
        self._rounds.append(Round(NamedNode(f"urn:tsunagi:round:{len(self._rounds)}")))
        return self._rounds[-1]

    def _keep(self, found: Round, triples: Iterable[Triple]) -> None:
        counter = count(found.size)

        def noted() -> Iterator[Triple]:
            for triple in triples:
                found.size = next(counter) + 1
                found.predicates.add(triple.predicate)
                if triple.predicate == TYPE:
                    found.classes.add(triple.object)
                yield triple

        self._store.add(noted(), found.graph)


def construct(clause: Clause, number: int | None, before: Round | None) -> str:
    """The clause as a query for what is not known yet; its ``number``-th premise is among what the round ``before`` found."""
    head = " ".join(map(str, clause.head or ()))
    return f"CONSTRUCT {{ {head} }} WHERE {{ {_where(clause, number, before)} FILTER NOT EXISTS {{ {head} }} }}"


def _where(clause: Clause, number: int | None, before: Round | None) -> str:
    parts = []
    for index, pattern in enumerate(clause.body):
        text = " ".join(map(str, pattern))
        parts.append(f"GRAPH {before.graph} {{ {text} }}" if before and index == number else f"{text} .")
    parts += [f"FILTER(!sameTerm({a}, {b}))" for a, b in clause.different]
    return " ".join(parts)


def instance(pattern: Pattern, row: Mapping[str, Part]) -> Pattern:
    """A pattern with the values of a solution."""
    subject, predicate, value = (row.get(term.value, term) if isinstance(term, Variable) else term for term in pattern)
    return subject, predicate, value
