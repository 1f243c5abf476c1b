"""Conclusions that hold whatever the ontology says; the graph ``inferred`` leaves them out (W3C tables 4, 6, 8, 9 yield them for every term)."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.reason.axioms import OWL, RDF, RDFS

if TYPE_CHECKING:
    from collections.abc import Collection

    from kg.store.port import Term
    from kg.store.working import WorkingStore

_XSD = "http://www.w3.org/2001/XMLSchema#"
_THING = NamedNode(OWL + "Thing")
_SAME = NamedNode(OWL + "sameAs")
_REFLEXIVE = {
    _SAME,
    NamedNode(OWL + "equivalentClass"),
    NamedNode(OWL + "equivalentProperty"),
    NamedNode(RDFS + "subClassOf"),
    NamedNode(RDFS + "subPropertyOf"),
}

PATTERNS = (
    "a literal has a property (no RDF)",
    "a thing is the same as itself",
    "a class is equivalent to itself",
    "a property is equivalent to itself",
    "a class is narrower than itself",
    "a property is narrower than itself",
    "something is a thing, or narrower than the class of all things",
    "a term of RDF, RDFS, OWL or XML Schema has a property",
    "a class expression or another node without a name has a property",
    "something belongs to a class expression, or relates to another node without a name",
    "a given statement is repeated under another name of the same thing",
    "something is said of a name that nothing but owl:sameAs uses",
)
"""What :func:`is_trivial` and :class:`OtherNames` find, in words; none of them names a term of this ontology."""


def is_trivial(triple: Triple) -> bool:
    """Whether a triple is one of the patterns."""
    subject, predicate, value = triple
    if subject == value:
        return predicate in _REFLEXIVE
    if isinstance(subject, Literal | BlankNode) or isinstance(value, BlankNode) or value == _THING:
        return True
    return isinstance(subject, NamedNode) and subject.value.startswith((RDF, RDFS, OWL, _XSD))


class OtherNames:
    """The names that owl:sameAs ties together: everything holds under each of them, which is worth saying under one."""

    def __init__(self, store: WorkingStore, inferred: Collection[NamedNode]) -> None:
        self._store = store
        self._inferred = inferred
        self._same: dict[Term, set[Term]] = {}
        for triple in store.matching(_SAME):
            self._same.setdefault(triple.subject, {triple.subject}).add(triple.object)
        self._unused = {name for name, names in self._same.items() if len(names) > 1 and not self._is_used(name)}

    def repeats(self, triple: Triple) -> bool:
        """Whether a triple only repeats a given one, or is about a name that the data do not use."""
        if not any(len(self._same.get(term, ())) > 1 for term in triple):
            return False
        return not self._unused.isdisjoint(triple) or any(
            self._is_given(Triple(subject, predicate, value))
            for subject, predicate, value in product(*(self._same.get(term, {term}) for term in triple))
            if isinstance(subject, NamedNode) and isinstance(predicate, NamedNode)
        )

    def _is_given(self, triple: Triple) -> bool:
        return any(graph not in self._inferred for graph in self._store.graphs_with(triple))

    def _is_used(self, name: Term) -> bool:
        return any(quad.predicate != _SAME and quad.graph_name not in self._inferred for quad in self._store.about(name))
