"""What the entry of a term says: its texts, and rows of what the axioms say of it, from its own side and from that of others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, BNode, Literal, URIRef

from kg.export.reference.expressions import Fragment, Phrase, Reader, in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rdflib.term import Node

    from kg.export.reference.model import Model, Term

SOURCES = (DCTERMS.source,)
TEXTS = (RDFS.label, SKOS.prefLabel, SKOS.altLabel, SKOS.definition, RDFS.comment, SKOS.scopeNote, SKOS.example, *SOURCES)
MATCHES = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch)
_INCLUDED = {RDFS.subClassOf: "⊑", RDFS.subPropertyOf: "⊑", OWL.equivalentClass: "≡", OWL.equivalentProperty: "≡", OWL.inverseOf: "⁻¹"}
_SHOWN = {
    *TEXTS, *_INCLUDED, *MATCHES, RDF.type, RDFS.isDefinedBy, RDFS.domain, RDFS.range, OWL.disjointWith, OWL.propertyDisjointWith,
    OWL.propertyChainAxiom, OWL.disjointUnionOf, OWL.hasKey, OWL.intersectionOf, OWL.unionOf, OWL.complementOf, OWL.oneOf,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One line of an entry: its heading and its values; ``apart`` where each value needs a line of its own."""

    heading: str
    values: list[Phrase]
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """All that is said of one term or code."""

    anchor: str
    iri: str
    label: str
    other: tuple[Literal, ...]
    texts: dict[str, list[Literal]]
    rows: list[Row]


class Describer:
    """Makes entries in one language; ``codes`` and ``terms`` are the pages on which codes and terms stand, empty for the page itself."""

    def __init__(self, model: Model, language: str, codes: str, word: Callable[[str], str], terms: str = "") -> None:
        self._model = model
        self._graph = model.graph
        self._language = language
        self._word = word
        self.reader = Reader(model, language, codes, terms)
        self._mentions = _mentions(model)
        self._apart = [
            [member for node in self._graph.objects(axiom, OWL.members) for member in self.reader.items(node)]
            for kind in (OWL.AllDisjointClasses, OWL.AllDisjointProperties)
            for axiom in self._graph.subjects(RDF.type, kind)
        ]

    def term(self, term: Term) -> Entry:
        """Entry of a term of the ontology."""
        rows = [*self._own(term), *self._of_others(term), *self.alignments(term.iri), *self.further(term.iri, _SHOWN)]
        return self.entry(term.iri, term.name, [row for row in rows if row.values])

    def entry(self, subject: URIRef, anchor: str, rows: list[Row]) -> Entry:
        """An entry with the texts of ``subject``."""
        other = "en" if self._language == "ja" else "ja"
        named = {predicate: [o for o in self._model.texts(subject, predicate, other) if o.language == other] for predicate in TEXTS}
        texts = {
            "alternatives": [text for text in self._texts(subject, SKOS.altLabel) if text.language in {None, self._language}],
            "definition": self._texts(subject, SKOS.definition, RDFS.comment),
            "note": self._texts(subject, SKOS.scopeNote),
            "example": self._texts(subject, SKOS.example),
        }
        label = self._model.label(subject, self._language)
        return Entry(anchor, str(subject), label, tuple([*named[SKOS.prefLabel], *named[RDFS.label]][:1]), texts, rows)

    def sources(self, subject: URIRef) -> Row:
        """Where a term comes from: texts, and what can be opened."""
        texts = [self.reader.value(text) for text in self._texts(subject, *SOURCES)]
        return Row(self._word("source"), [*in_order(texts), *self._names(self._graph.objects(subject, DCTERMS.source))], apart=True)

    def alignments(self, subject: URIRef) -> Iterator[Row]:
        """What the term has to do with other vocabularies, whichever side says so."""
        graph, reader, said = self._graph, self.reader, list[Phrase]()
        for predicate, sign in _INCLUDED.items():
            turned = "⊒" if sign == "⊑" else sign
            said += [(_sign(sign), *reader.expression(value)) for value in graph.objects(subject, predicate) if self._outside(value)]
            said += [(_sign(turned), *reader.expression(other)) for other in graph.subjects(predicate, subject) if self._outside(other)]
        for predicate in MATCHES:
            said += [(_sign(self._model.short(predicate)), *reader.value(value)) for value in graph.objects(subject, predicate)]
        yield Row(self._word("alignments"), in_order(said), apart=True)

    def further(self, subject: URIRef, shown: Iterable[Node]) -> Iterator[Row]:
        """Whatever else is stated, under the name of its predicate."""
        for predicate in sorted(map(str, set(self._graph.predicates(subject)) - set(shown))):
            yield Row(self._model.short(predicate), self.values(subject, URIRef(predicate)), apart=True)

    def values(self, subject: URIRef, predicate: URIRef) -> list[Phrase]:
        """Values of one predicate, in the language of the page where there are some."""
        return in_order(self.reader.value(value) for value in self._in_language(self._graph.objects(subject, predicate)))

    def _texts(self, subject: URIRef, *predicates: URIRef) -> list[Literal]:
        return [text for predicate in predicates for text in self._model.texts(subject, predicate, self._language)]

    def _in_language(self, values: Iterable[Node]) -> list[Node]:
        found = list(values)
        here = [v for v in found if not isinstance(v, Literal) or v.language in {None, self._language}]
        return here or found

    def _outside(self, node: Node) -> bool:
        return isinstance(node, URIRef) and node not in self._model.terms

    def _names(self, nodes: Iterable[Node]) -> list[Phrase]:
        return in_order((self.reader.name(node),) for node in set(nodes) if isinstance(node, URIRef))

    def _known(self, nodes: Iterable[Node]) -> list[Phrase]:
        return self._names(node for node in nodes if node in self._model.terms)

    def _complex(self, nodes: Iterable[Node]) -> list[Phrase]:
        return in_order(self.reader.expression(node) for node in nodes if isinstance(node, BNode))

    def _own(self, term: Term) -> Iterator[Row]:
        """What the axioms say of the term."""
        graph, iri, word = self._graph, term.iri, self._word
        yield self.sources(iri)
        kinds = {self._model.short(str(kind)).partition(":")[2] for kind in graph.objects(iri, RDF.type)}
        yield Row(word("characteristics"), [(Fragment(word(kind)),) for kind in sorted(kinds) if word(kind) != kind])
        yield Row(word("type"), self._known(graph.objects(iri, RDF.type)))
        same = [*graph.objects(iri, OWL.equivalentClass), *graph.subjects(OWL.equivalentClass, iri)]
        same += [*graph.objects(iri, OWL.equivalentProperty), *graph.subjects(OWL.equivalentProperty, iri)]
        direct = self.reader.combination(iri)
        yield Row(word("equivalent"), in_order([*self._known(same), *self._complex(same), *([direct] if direct else [])]), apart=True)
        above = [*graph.objects(iri, RDFS.subClassOf), *graph.objects(iri, RDFS.subPropertyOf)]
        below = [*graph.subjects(RDFS.subClassOf, iri), *graph.subjects(RDFS.subPropertyOf, iri)]
        yield Row(word("necessary"), self._complex(above), apart=True)
        yield Row(word("sufficient"), self._complex(below), apart=True)
        yield Row(word("chain"), in_order(self.reader.chain(node) for node in graph.objects(iri, OWL.propertyChainAxiom)), apart=True)
        yield Row(word("domain"), in_order(self.reader.expression(node) for node in graph.objects(iri, RDFS.domain)))
        yield Row(word("range"), in_order(self.reader.expression(node) for node in graph.objects(iri, RDFS.range)))
        turned = [*graph.objects(iri, OWL.inverseOf), *graph.subjects(OWL.inverseOf, iri)]
        yield Row(word("inverse"), self._known(turned))
        yield Row(word("super"), self._known(above))
        yield Row(word("sub"), self._known(below))
        yield Row(
            word("union"),
            in_order(_with_commas(map(self.reader.expression, self.reader.items(o))) for o in graph.objects(iri, OWL.disjointUnionOf)),
        )
        yield Row(
            word("key"), in_order(_with_commas(map(self.reader.expression, self.reader.items(o))) for o in graph.objects(iri, OWL.hasKey))
        )
        yield Row(word("disjoint"), in_order(self.reader.expression(node) for node in self._disjoint(iri)))

    def _disjoint(self, iri: URIRef) -> Iterator[Node]:
        for predicate in (OWL.disjointWith, OWL.propertyDisjointWith):
            yield from self._graph.objects(iri, predicate)
            yield from self._graph.subjects(predicate, iri)
        for members in self._apart:
            if iri in members:
                yield from (member for member in members if member != iri)

    def _of_others(self, term: Term) -> Iterator[Row]:
        """Where other terms refer to this one."""
        if term.kind == "class":
            yield Row(self._word("domain-of"), self._known(self._properties(RDFS.domain, term.iri)))
            above = [
                node
                for node in self._graph.transitive_objects(term.iri, RDFS.subClassOf)
                if node and node != term.iri and node in self._model.terms
            ]
            yield Row(self._word("inherited"), self._known(p for node in above for p in self._properties(RDFS.domain, node)))
            yield Row(self._word("range-of"), self._known(self._properties(RDFS.range, term.iri)))
        yield self.mentioned(term.iri)

    def mentioned(self, iri: URIRef) -> Row:
        """In the meaning of which terms this one is used."""
        return Row(self._word("mentioned"), self._known(self._mentions.get(iri, set()) - {iri}))

    def _properties(self, predicate: URIRef, iri: Node) -> Iterator[Node]:
        """Properties with ``iri`` as domain or range, alone or as a member of a union."""
        for subject, value in self._graph.subject_objects(predicate):
            members = self._graph.value(value, OWL.unionOf) if isinstance(value, BNode) else None
            if value == iri or (members is not None and iri in self.reader.items(members)):
                yield subject


def _mentions(model: Model) -> dict[Node, set[Node]]:
    """By term: the terms in whose expressions and chains it occurs."""
    found: dict[Node, set[Node]] = {}
    axioms = (OWL.equivalentClass, RDFS.subClassOf, OWL.propertyChainAxiom, OWL.disjointUnionOf, OWL.hasKey, OWL.intersectionOf)
    for predicate in axioms:
        for subject, value in model.graph.subject_objects(predicate):
            owner, other = (value, subject) if isinstance(subject, BNode) else (subject, value)
            if isinstance(other, BNode) and owner in model.terms:
                for name in _within(model, other, set()):
                    found.setdefault(name, set()).add(owner)
    return found


def _within(model: Model, node: Node, seen: set[Node]) -> Iterator[Node]:
    if isinstance(node, URIRef):
        yield node
    elif isinstance(node, BNode) and node not in seen:
        seen.add(node)
        for value in model.graph.objects(node):
            yield from _within(model, value, seen)


def _sign(text: str) -> Fragment:
    return Fragment(f"{text} ", "keyword")


def _with_commas(phrases: Iterable[Phrase]) -> Phrase:
    return tuple(piece for index, phrase in enumerate(phrases) for piece in ((Fragment(", "), *phrase) if index else phrase))
