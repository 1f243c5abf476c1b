"""An RDF graph as OWL 2 reads it: declarations, axioms and facts with the triples that spell them, annotations, and what is none of these."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rdflib import OWL, RDF, RDFS, BNode, Graph, Literal, URIRef

from kg.reason.dl.expressions import Expression, is_structure, read, read_list, structure
from kg.reason.dl.manchester import written
from kg.reason.dl.owl import BUILT_IN, CHARACTERISTICS, CONNECTIVES, DECLARES_TOO, DECLARING, STRUCTURE, reserved

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rdflib.term import Node

    from kg.reason.dl.owl import Triple

Kinds = dict["Node", set[str]]
"""What each name is declared as: class, datatype, object, data, annotation, individual."""

_BINARY: Mapping[Node, str] = {
    RDFS.subClassOf: "SubClassOf",
    OWL.equivalentClass: "EquivalentClasses",
    OWL.disjointWith: "DisjointClasses",
    RDFS.subPropertyOf: "SubPropertyOf",
    OWL.equivalentProperty: "EquivalentProperties",
    OWL.propertyDisjointWith: "DisjointProperties",
    OWL.inverseOf: "InverseProperties",
    RDFS.domain: "PropertyDomain",
    RDFS.range: "PropertyRange",
    OWL.sameAs: "SameIndividual",
    OWL.differentFrom: "DifferentIndividuals",
}
_WITH_LIST: Mapping[Node, str] = {
    OWL.disjointUnionOf: "DisjointUnion",
    OWL.propertyChainAxiom: "SubPropertyChain",
    OWL.hasKey: "HasKey",
}
_OF_MEMBERS: Mapping[Node, str] = {
    OWL.AllDisjointClasses: "DisjointClasses",
    OWL.AllDisjointProperties: "DisjointProperties",
    OWL.AllDifferent: "DifferentIndividuals",
}
_DEPRECATED = frozenset({OWL.DeprecatedClass, OWL.DeprecatedProperty})
"""Types that are read as the annotation owl:deprecated (OWL 2 Mapping to RDF, table 16)."""
_ANNOTATING = frozenset({OWL.Axiom, OWL.Annotation})
_NEGATIVE = (OWL.sourceIndividual, OWL.assertionProperty, OWL.targetIndividual, OWL.targetValue)
_OF_ANNOTATIONS = frozenset({RDFS.subPropertyOf, RDFS.domain, RDFS.range})
FACTS = frozenset({"ClassAssertion", "PropertyAssertion", "NegativePropertyAssertion", "SameIndividual", "DifferentIndividuals"})


@dataclass(frozen=True, slots=True)
class Axiom:
    """One axiom or fact: its name in the functional syntax (without Object and Data), what it says it of, and its triples, the root first."""

    kind: str
    parts: tuple[Expression, ...]
    triples: tuple[Triple, ...]

    @property
    def is_fact(self) -> bool:
        """Whether it speaks of individuals rather than of classes and properties."""
        return self.kind in FACTS

    def expressions(self) -> list[Expression]:
        """Every expression in it, however deep."""
        return [part for top in self.parts for part in top.parts()]

    def names(self) -> frozenset[Node]:
        """The names and anonymous individuals in it; no literals."""
        return frozenset(part.node for part in self.expressions() if part.is_name and not isinstance(part.node, Literal))

    def __str__(self) -> str:
        return written(self.kind, self.parts)


@dataclass(frozen=True, slots=True)
class Theory:
    """All that a graph says, each triple of it once: in ``declarations``, ``axioms``, ``annotations``, ``header`` or, belonging nowhere, ``unread``."""

    kinds: Kinds
    declarations: tuple[Triple, ...]
    axioms: tuple[Axiom, ...]
    annotations: tuple[Triple, ...]
    header: tuple[Triple, ...]
    unread: tuple[Triple, ...]


def declared(graph: Graph) -> Kinds:
    """What the names of a graph are declared as, the names of OWL itself included (OWL 2 Mapping to RDF, section 3.1)."""
    kinds: Kinds = defaultdict(set)
    for name, kind in BUILT_IN.items():
        kinds[name].add(kind)
    for type_, kind in DECLARING.items():
        for name in graph.subjects(RDF.type, type_):
            if isinstance(name, URIRef):
                kinds[name].add(kind)
    for type_ in DECLARES_TOO:
        for name in graph.subjects(RDF.type, type_):
            if isinstance(name, URIRef):
                kinds[name].add("object")
    return kinds


def read_theory(graph: Graph) -> Theory:
    """Read a graph, the imports merged, as OWL 2 (OWL 2 Mapping to RDF, section 3). Never raises: what makes no sense is ``unread`` or malformed."""
    reader = _Reader(graph)
    for triple in graph:
        reader.take(triple)
    used = {triple for axiom in reader.axioms for triple in axiom.triples}
    unread = [triple for triple in reader.pending if triple not in used]
    axioms = sorted(reader.axioms, key=lambda axiom: (axiom.is_fact, str(axiom)))
    sections = (reader.declarations, reader.annotations, reader.header, unread)
    declarations, annotations, header, rest = (tuple(sorted(section)) for section in sections)
    return Theory(reader.kinds, declarations, tuple(axioms), annotations, header, rest)


class _Reader:
    """Sorts triples one by one. ``pending`` are those that only make sense as part of an axiom with another root."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.kinds = declared(graph)
        self.declarations: list[Triple] = []
        self.axioms: list[Axiom] = []
        self.annotations: list[Triple] = []
        self.header: list[Triple] = []
        self.pending: list[Triple] = []
        self._headers = set(graph.subjects(RDF.type, OWL.Ontology))
        self._annotating = {node for type_ in _ANNOTATING for node in graph.subjects(RDF.type, type_)}

    def take(self, triple: Triple) -> None:
        subject, predicate, value = triple
        if subject in self._headers:
            self.header.append(triple)
        elif subject in self._annotating or self._annotates(triple):
            self.annotations.append(triple)
        elif predicate == RDF.type:
            self._typed(triple)
        elif predicate in _BINARY and not (predicate == OWL.inverseOf and isinstance(subject, BNode)):
            kind = _BINARY[predicate]
            if kind == "EquivalentClasses" and "datatype" in self.kinds.get(subject, ()):
                kind = "DatatypeDefinition"
            self._axiom(kind, [subject, value], triple)
        elif predicate in _WITH_LIST:
            self._axiom(_WITH_LIST[predicate], [subject, *self._members(value)], triple, value)
        elif predicate in CONNECTIVES and isinstance(subject, URIRef):
            self._defined_by_connective(triple)
        elif predicate in STRUCTURE or reserved(predicate):
            self.pending.append(triple)
        else:
            self._axiom("PropertyAssertion", [predicate, subject, value], triple)

    def _annotates(self, triple: Triple) -> bool:
        subject, predicate, value = triple
        if predicate in _OF_ANNOTATIONS:
            return self.kinds.get(subject) == {"annotation"}
        if predicate == RDF.type:
            return value in _DEPRECATED
        return self.kinds.get(predicate) == {"annotation"}

    def _typed(self, triple: Triple) -> None:
        subject, _, type_ = triple
        if type_ in CHARACTERISTICS:
            self._axiom(CHARACTERISTICS[type_], [subject], triple)
        elif type_ in _OF_MEMBERS:
            lists = [value for name in (OWL.members, OWL.distinctMembers) for value in self.graph.objects(subject, name)]
            members = self._members(lists[0]) if len(lists) == 1 else ()
            own = [(subject, name, value) for name in (OWL.members, OWL.distinctMembers) for value in self.graph.objects(subject, name)]
            self._axiom(_OF_MEMBERS[type_], list(members), triple, *lists, own=own)
        elif type_ == OWL.NegativePropertyAssertion:
            own = [(subject, name, value) for name in _NEGATIVE for value in self.graph.objects(subject, name)]
            parts = {name: value for _, name, value in own}
            order = [OWL.assertionProperty, OWL.sourceIndividual, *(n for n in (OWL.targetIndividual, OWL.targetValue) if n in parts)]
            self._axiom("NegativePropertyAssertion", [parts[name] for name in order if name in parts], triple, own=own)
        elif (type_ in DECLARING and isinstance(subject, URIRef)) or self._says_nothing_new(subject, type_):
            self.declarations.append(triple)
        else:
            self._axiom("ClassAssertion", [type_, subject], triple)

    def _says_nothing_new(self, subject: Node, type_: Node) -> bool:
        """Types that OWL 2 reads over where a better one stands beside them (Mapping to RDF, table 5), and those of blank nodes that spell."""
        kinds = self.kinds.get(subject, set())
        if type_ == RDF.Property:
            return bool(kinds & {"object", "data", "annotation"})
        if type_ == RDFS.Class:
            return bool(kinds & {"class", "datatype"}) or is_structure(self.graph, subject)
        return isinstance(subject, BNode) and (type_ in DECLARING or type_ in {OWL.Restriction, RDF.List})

    def _defined_by_connective(self, triple: Triple) -> None:
        """A named class with a connective of its own, as OWL 1 wrote definitions (Mapping to RDF, table 18)."""
        subject, predicate, value = triple
        if predicate in {OWL.complementOf, OWL.datatypeComplementOf}:
            operands = (read(self.graph, value),)
            spelled = Expression(subject, "complementOf", operands=operands)
        else:
            spelled = Expression(subject, CONNECTIVES[predicate], operands=tuple(read(self.graph, m) for m in self._members(value)))
        kind = "DatatypeDefinition" if "datatype" in self.kinds.get(subject, ()) else "EquivalentClasses"
        triples = (triple, *structure(self.graph, value))
        self.axioms.append(Axiom(kind, (Expression(subject), spelled), triples))

    def _members(self, head: Node) -> tuple[Node, ...]:
        return read_list(self.graph, head) or ()

    def _axiom(self, kind: str, nodes: list[Node], root: Triple, *lists: Node, own: Sequence[Triple] = ()) -> None:
        parts = tuple(read(self.graph, node) for node in nodes)
        spelling = dict.fromkeys([root, *own, *structure(self.graph, *lists, *nodes)])
        self.axioms.append(Axiom(kind, parts, tuple(spelling)))
