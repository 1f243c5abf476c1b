"""Why a fact holds: proofs from asserted facts, found backwards, the shortest first; and what is missing where it does not hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, Variable

from kg.queries.rules import rules
from kg.reason.axioms import TYPE, Axioms, is_expression
from kg.reason.clauses import Clause, Step, clauses
from kg.reason.closure import instance
from kg.reason.evidence import Evidence, evidence_of, graphs_of
from kg.store.port import Solutions, Statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.queries.rules import Part, Pattern
    from kg.store.port import Store

_DEEPEST = 8
"""Inferences on top of each other; the longest chain of the ontology needs five."""
_WAYS = 50
"""Solutions of one clause that are looked at."""
INFERRED = "inferred"
_WITHOUT_CELLS = {"ontology", "codes", "reference", "catalog"}
"""Graphs that were read from no source."""


@dataclass(frozen=True, slots=True)
class Proof:
    """An asserted fact with its graphs and evidence (no steps), or an inferred one with the steps that yield it and proofs of its premises."""

    fact: Pattern
    graphs: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    steps: tuple[Step, ...] = ()
    premises: tuple[Proof, ...] = ()

    def size(self) -> int:
        """Number of facts that the proof has to believe or infer."""
        return 1 + sum(premise.size() for premise in self.premises)


@dataclass(frozen=True, slots=True)
class Gap:
    """The rule that comes nearest to a fact that does not hold: premises that are met, and those that are missing (variables: anything)."""

    fact: Pattern
    steps: tuple[Step, ...]
    met: tuple[Pattern, ...]
    missing: tuple[Pattern, ...]
    below: tuple[Gap, ...] = ()
    """For each missing premise that a rule could yield, the nearest rule for it."""


class Prover:
    """Explains the facts of one store by the ontology in it. Rules are applied to the axioms as they were written, so that each step can be shown."""

    def __init__(self, store: Store, ontology: str) -> None:
        self._store = store
        answer = store.query(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{ontology}> {{ ?s ?p ?o }} }}")
        if not isinstance(answer, Statements):
            raise TypeError(answer)
        self._clauses = [*clauses(Axioms(answer.triples), rules()), *_about_axioms()]
        self._derived: dict[Pattern, list[tuple[Clause, tuple[Pattern, ...]]]] = {}
        self._graphs: dict[Pattern, tuple[str, ...]] = {}

    def proofs(self, fact: Pattern) -> list[Proof]:
        """All ways to ``fact`` that differ in their last step, the shortest first; empty where it does not hold."""
        if self._asserted(fact):
            return [self._leaf(fact)]
        for depth in range(1, _DEEPEST + 1):
            if self._prove(fact, depth, frozenset()):
                found = [self._step(fact, clause, premises, depth, frozenset()) for clause, premises in self._derivations(fact)]
                return sorted((proof for proof in found if proof), key=lambda proof: (proof.size(), str(proof)))
        return []

    def gap(self, fact: Pattern, depth: int = 3) -> Gap | None:
        """What the nearest rule misses for a fact that does not follow; None where no rule yields such a fact.

        A rule that needs a fact of the same kind (what reaches further along a chain) would only put the question off: it is the nearest only where there is no other.
        """
        gaps = [
            gap for clause in self._clauses if (values := _unified(clause, fact)) is not None for gap in self._gaps(fact, clause, values)
        ]
        nearest = min(gaps, key=_distance, default=None)
        if nearest is None or depth == 1:
            return nearest
        below = tuple(gap for missing in nearest.missing if (gap := self.gap(missing, depth - 1)) is not None and gap.met)
        return Gap(nearest.fact, nearest.steps, nearest.met, nearest.missing, below)

    def _asserted(self, fact: Pattern) -> tuple[str, ...]:
        if fact not in self._graphs:
            self._graphs[fact] = tuple(graph for graph in graphs_of(self._store, fact) if graph != INFERRED)
        return self._graphs[fact]

    def _leaf(self, fact: Pattern) -> Proof:
        graphs = self._asserted(fact)
        return Proof(fact, graphs, evidence_of(self._store, fact) if set(graphs) - _WITHOUT_CELLS else ())

    def _prove(self, fact: Pattern, depth: int, above: frozenset[Pattern]) -> Proof | None:
        """The smallest proof at most ``depth`` inferences high that does not go in a circle."""
        if self._asserted(fact):
            return self._leaf(fact)
        if depth == 0 or fact in above:
            return None
        found = (self._step(fact, clause, premises, depth, above) for clause, premises in self._derivations(fact))
        return min((proof for proof in found if proof), key=lambda proof: (proof.size(), str(proof)), default=None)

    def _step(self, fact: Pattern, clause: Clause, premises: tuple[Pattern, ...], depth: int, above: frozenset[Pattern]) -> Proof | None:
        proofs = []
        for premise in premises:
            proof = self._prove(premise, depth - 1, above | {fact})
            if proof is None:
                return None
            proofs.append(proof)
        return Proof(fact, (), (), clause.steps, tuple(proofs))

    def _derivations(self, fact: Pattern) -> list[tuple[Clause, tuple[Pattern, ...]]]:
        """Clauses that yield ``fact``, each with premises that hold."""
        if fact not in self._derived:
            found = []
            for clause in self._clauses:
                values = _unified(clause, fact)
                if values is not None:
                    body = tuple(instance(pattern, values) for pattern in clause.body)
                    found += [(clause, tuple(instance(pattern, row) for pattern in body)) for row in self._rows(clause, body, values)]
            self._derived[fact] = [way for way in found if fact not in way[1]]
        return self._derived[fact]

    def _rows(self, clause: Clause, body: tuple[Pattern, ...], values: dict[str, Part], most: int = _WAYS) -> list[dict[str, Part]]:
        """Solutions of a body in the store, in a fixed order."""
        different = [instance((a, a, b), values) for a, b in clause.different]
        filters = [f"FILTER(!sameTerm({a}, {b}))" for a, _, b in different]
        patterns = [" ".join(map(str, pattern)) + " ." for pattern in body]
        names = sorted({term.value for pattern in body for term in pattern if isinstance(term, Variable)})
        order = " ".join(f"?{name}" for name in names)
        tail = f" ORDER BY {order} LIMIT {most}" if names else " LIMIT 1"
        answer = self._store.query(f"SELECT DISTINCT {order or '*'} WHERE {{ {' '.join(patterns + filters)} }}{tail}")
        if not isinstance(answer, Solutions):
            raise TypeError(answer)
        named = (row for row in answer.rows if not any(map(is_expression, row)))
        return [{name: term for name, term in zip(answer.variables, row, strict=True) if term is not None} for row in named]

    def _gaps(self, fact: Pattern, clause: Clause, values: dict[str, Part]) -> Iterator[Gap]:
        """What is missing if one premise is given up, or all of them. Premises that only the one given up ties to the fact are given up with it."""
        if any(isinstance(predicate, Variable) for _, predicate, _ in clause.body):
            return  # being the same as something else: any fact could be had so
        body = tuple(instance(pattern, values) for pattern in clause.body)
        if any(isinstance(subject, Literal) for subject, _, _ in body):
            return  # nothing can be said of a text or number
        for number, pattern in enumerate(body):
            others = _tied(body[:number] + body[number + 1 :], fact)
            if len(others) == len(body) - 1:
                for row in self._rows(clause, others, values, 1) if others else []:
                    yield Gap(fact, clause.steps, tuple(instance(other, row) for other in others), (instance(pattern, row),))
        yield Gap(fact, clause.steps, (), body)


def _tied(patterns: tuple[Pattern, ...], fact: Pattern) -> tuple[Pattern, ...]:
    """The patterns that are tied to the subject or value of ``fact``, so far as these are known, directly or by way of each other."""
    known: set[Part] = {part for part in (fact[0], fact[2]) if not isinstance(part, Variable)}
    tied: list[Pattern] = []
    while more := [pattern for pattern in patterns if pattern not in tied and not known.isdisjoint((pattern[0], pattern[2]))]:
        tied += more
        known.update(term for pattern in more for term in (pattern[0], pattern[2]) if isinstance(term, Variable))
    return tuple(pattern for pattern in patterns if pattern in tied)


def _distance(gap: Gap) -> tuple[bool, int, int, int, str]:
    """How far a fact is from following, by rules that need another fact with the same property last, and by the definition of a class before them."""
    _, predicate, _ = gap.fact
    goes_on = predicate != TYPE and any(pattern[1] == predicate for pattern in (*gap.met, *gap.missing))
    classes = 0 if predicate == TYPE else sum(pattern[1] == TYPE for pattern in gap.missing)
    return goes_on, len(gap.missing) - len(gap.met), len(gap.missing), classes, str(gap)


def _unified(clause: Clause, fact: Pattern) -> dict[str, Part] | None:
    """Values of the head's variables that make it ``fact``; None where it cannot be."""
    values: dict[str, Part] = {}
    for mine, theirs in zip(clause.head or (None, None, None), fact, strict=True):
        if isinstance(mine, Variable):
            if values.setdefault(mine.value, theirs) != theirs:
                return None
        elif mine != theirs:
            return None
    return values


def _about_axioms() -> Iterator[Clause]:
    """The rules about axioms, as clauses over the axioms themselves."""
    for rule in rules():
        if rule.axioms_only() and rule.axioms:
            for head in rule.head:
                yield Clause(head, rule.axioms, (), (Step(rule, ()),))
