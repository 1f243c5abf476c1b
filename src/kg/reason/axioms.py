"""The ontology's axioms, taken out of a store and closed under the rules that speak of axioms alone (scm-*).

Blank nodes (class expressions) carry made-up IRIs here, since queries can name those only; nothing with such an IRI leaves the package.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, NamedNode, Triple

from kg.errors import VocabularyError
from kg.queries.rules import rules
from kg.store.port import lexical
from kg.store.working import WorkingStore

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.queries.rules import Rule
    from kg.store.port import Term

RDF, RDFS, OWL = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/2000/01/rdf-schema#", "http://www.w3.org/2002/07/owl#"
TYPE = NamedNode(RDF + "type")
_AXIOMS = NamedNode("urn:tsunagi:axioms")
_BLANK = "urn:tsunagi:blank:"
_WORD = re.compile(r"\b(rdfs?|owl):(\w+)")
_LIST = re.compile(r"(owl:\w+) \(([^)]*)\)")
_LENGTHS = """PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX owl: <http://www.w3.org/2002/07/owl#>
SELECT ?axiom (COUNT(?member) AS ?n) WHERE {{ ?axiom {0} ?list . ?list rdf:rest*/rdf:first ?member }} GROUP BY ?axiom ?list ORDER BY ?axiom"""
_NAMESPACES = {"rdf": RDF, "rdfs": RDFS, "owl": OWL}


def _vocabulary() -> frozenset[NamedNode]:
    named = {match.groups() for rule in rules() for match in _WORD.finditer(rule.schema)} | {("rdf", "first"), ("rdf", "rest")}
    return frozenset(NamedNode(_NAMESPACES[prefix] + local) for prefix, local in named)


VOCABULARY = _vocabulary()
"""The properties and classes of RDF, RDFS and OWL that the rules' first parts name, and those that lists are made of."""


def is_expression(term: object) -> bool:
    """Whether a term stands for a class expression or another blank node."""
    return isinstance(term, BlankNode) or (isinstance(term, NamedNode) and term.value.startswith(_BLANK))


class Axioms:
    """The triples that the rules' first parts ask for."""

    def __init__(self, triples: Iterable[Triple], closed_under: Sequence[Rule] = ()) -> None:
        self._store = WorkingStore()
        self._store.add(map(_named, triples), _AXIOMS)
        self._close([_query(rule) for rule in closed_under if rule.axioms_only()])

    @classmethod
    def within(cls, store: WorkingStore, closed_under: Sequence[Rule]) -> Axioms:
        """Take the axioms out of ``store``, found by predicate and by class, and add what the rules that speak of axioms alone yield."""
        found = {triple for word in VOCABULARY for triple in (*store.matching(word), *store.matching(TYPE, word))}
        return cls(found, closed_under)

    def solutions(self, rule: Rule) -> list[dict[str, Term]]:
        """For each time that the rule's first part holds, its variables; one empty solution where there is no such part."""
        if not rule.schema:
            return [{}]
        return sorted(self._store.select(f"{rule.prefixes}SELECT DISTINCT * WHERE {{ {rule.schema} }}"), key=str)

    def statements(self) -> Iterator[Triple]:
        """All axioms without expressions, given or inferred."""
        for quad in self._store.graph(_AXIOMS):
            if not any(map(is_expression, quad)):
                yield quad.triple

    def refuse_unread_lists(self, using: Sequence[Rule]) -> None:
        """Raise VocabularyError where an axiom has a list that is longer or shorter than any rule reads: it would infer nothing, silently."""
        read: dict[str, set[int]] = {}
        for rule in using:
            for predicate, members in _LIST.findall(rule.schema):
                read.setdefault(predicate, set()).add(len(members.split()))
        for predicate, lengths in sorted(read.items()):
            for row in self._store.select(_LENGTHS.format(predicate)):
                if int(lexical(row["n"])) not in lengths:
                    shown = "、".join(map(str, sorted(lengths)))
                    raise VocabularyError(
                        f"{predicate} の並びが {lexical(row['n'])} 個あります。規則が読めるのは {shown} 個です。途中の段階に名前を付けて分けてください。",
                        f"a list of {predicate} has {lexical(row['n'])} members; the rules read {shown}; give a step in between a name",
                        where=lexical(row["axiom"]),
                    )

    def __len__(self) -> int:
        return len(self._store)

    def _close(self, queries: list[str]) -> None:
        """Add what the queries yield until nothing is new."""
        before = -1
        while len(self._store) > before:
            before = len(self._store)
            for query in queries:
                self._store.add(list(self._store.construct(query)), _AXIOMS)


def _query(rule: Rule) -> str:
    head = " . ".join(" ".join(map(str, pattern)) for pattern in rule.head)
    return f"{rule.prefixes}CONSTRUCT {{ {head} }} WHERE {{ {rule.schema} }}"


def _named(triple: Triple) -> Triple:
    subject = NamedNode(_BLANK + triple.subject.value) if isinstance(triple.subject, BlankNode) else triple.subject
    value = NamedNode(_BLANK + triple.object.value) if isinstance(triple.object, BlankNode) else triple.object
    return Triple(subject, triple.predicate, value)
