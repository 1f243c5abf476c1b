"""What a diagram shows: boxes of classes with their narrower classes and properties as rows, and which row leads to which class."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rdflib import OWL, RDFS, BNode, URIRef

from kg.export.reference.model import NAMESPACE
from kg.export.reference.wording import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rdflib.term import Node

    from kg.export.reference.expressions import Reader
    from kg.export.reference.model import Model, Term


@dataclass(frozen=True, slots=True)
class Place:
    """A row of a box: a class or a property, how far it is indented, what follows its name, and whether it belongs to another module."""

    term: Term | None
    depth: int
    more: str = ""
    pale: bool = False
    text: str = ""


@dataclass(slots=True)
class Family:
    """A box: a class and the classes below it, each followed by its properties."""

    key: str
    places: list[Place] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Arrow:
    """From a property's row to a class's."""

    family: str
    place: int
    target: URIRef
    inferred: bool


class Selection:
    """The boxes of the whole ontology (``module`` None: classes, and properties that lead to them), or of one module."""

    def __init__(self, model: Model, reader: Reader, module: str | None, language: str) -> None:
        self._model = model
        self._graph = model.graph
        self._reader = reader
        self._module = module
        self._language = language
        self._any, self._or = words(language)("any"), words(language)("or")
        self._partners = {term: partner for term in model.terms.values() if (partner := self._partner(term))}
        self._properties = self._chosen()
        self._shown = self._classes()
        self.families: list[Family] = []
        self.arrows: list[Arrow] = []
        self.seat: dict[URIRef, tuple[str, int]] = {}
        self._fill()

    def _chosen(self) -> list[Term]:
        """Properties that get a row; one that is the inverse of another stands behind it."""
        found = self._model.of("object-property", self._module)
        if self._module is None:
            return [t for t in found if self._ranges(t) and t not in self._partners]
        return [t for t in [*found, *self._model.of("datatype-property", self._module), *self._model.of("property", self._module)]
                if self._partners.get(t) not in found]  # fmt: skip

    def _partner(self, term: Term) -> Term | None:
        """The property as whose inverse ``term`` was added."""
        partners = [self._model.terms.get(URIRef(str(o))) for o in self._graph.objects(term.iri, OWL.inverseOf)]
        known = sorted((p for p in partners if p), key=lambda p: p.name)
        if known and (known[0].iri, OWL.inverseOf, term.iri) in self._graph:
            return known[0] if known[0].name < term.name else None
        return known[0] if known else None

    def _inverses(self, term: Term) -> list[str]:
        return sorted(other.name for other, partner in self._partners.items() if partner == term)

    def _ends(self, term: Term, predicate: URIRef) -> list[list[Term]]:
        """Classes of the ontology that are domain or range: one list an axiom, more than one member for a union."""
        found = []
        for node in self._graph.objects(term.iri, predicate):
            members = self._graph.value(node, OWL.unionOf) if isinstance(node, BNode) else None
            nodes: Iterable[Node] = [node] if members is None else self._reader.items(members)
            found.append(sorted((self._model.terms[URIRef(str(n))] for n in nodes if n in self._model.terms), key=lambda t: t.name))
        return sorted((terms for terms in found if terms), key=lambda terms: [t.name for t in terms])

    def _ranges(self, term: Term) -> list[Term]:
        return [target for terms in self._ends(term, RDFS.range) for target in terms]

    def _subject(self, term: Term) -> tuple[str, ...]:
        """Names of the classes of which the subject is one."""
        ends = self._ends(term, RDFS.domain)
        return tuple(t.name for t in ends[0]) if ends else ()

    def _classes(self) -> dict[URIRef, Term]:
        wanted = {t.iri: t for t in self._model.of("class", self._module)}
        for term in self._properties:
            wanted |= {t.iri: t for t in self._ranges(term)}
            subject = self._subject(term)
            wanted |= {t.iri: t for t in self._model.of("class") if subject == (t.name,)}
        return dict(sorted(wanted.items()))

    def _parent(self, term: Term) -> Term | None:
        """The class under which a class is shown: the first one that is stated to be above it, or that its definition narrows."""
        stated = set(self._graph.objects(term.iri, RDFS.subClassOf))
        for definition in self._graph.objects(term.iri, OWL.equivalentClass):
            members = self._graph.value(definition, OWL.intersectionOf)
            stated |= set(self._reader.items(members)) if members is not None else set()
        above = sorted(str(node) for node in stated if node in self._shown and node != term.iri)
        return self._shown[URIRef(above[0])] if above else None

    def _fill(self) -> None:
        seen: set[URIRef] = set()
        for term in self._shown.values():
            if self._parent(term) is None:
                self._family(term, seen)
        for term in self._shown.values():  # classes that are only above one another
            if term.iri not in seen:
                self._family(term, seen)
        for subject in sorted({self._subject(t) for t in self._properties if len(self._subject(t)) != 1}):
            family = Family("+".join(subject) or "any")
            title = f" {self._or} ".join(map(self._named, subject)) or self._any
            family.places.append(Place(None, 0, text=title, pale=True))
            self.families.append(family)
            self._rows(family, subject, 0)

    def _named(self, name: str) -> str:
        return self._model.label(URIRef(NAMESPACE + name), self._language) if self._language == "ja" else name

    def _family(self, root: Term, seen: set[URIRef]) -> None:
        family = Family(root.name)
        self.families.append(family)

        def add(term: Term, depth: int) -> None:
            seen.add(term.iri)
            self.seat[term.iri] = family.key, len(family.places)
            family.places.append(Place(term, depth, pale=self._module not in {None, term.module}))
            self._rows(family, (term.name,), depth)
            for below in self._below(term):
                if below.iri not in seen:
                    add(below, depth + 1)

        add(root, 0)

    def _below(self, term: Term) -> Iterator[Term]:
        return iter(sorted((t for t in self._shown.values() if self._parent(t) == term), key=lambda t: t.name))

    def _rows(self, family: Family, subject: Sequence[str], depth: int) -> None:
        for term in self._properties:
            if self._subject(term) != tuple(subject):
                continue
            targets = [t for t in self._ranges(term) if t.iri in self._shown]
            others = (
                []
                if targets
                else sorted(self._model.short(str(o)) for o in self._graph.objects(term.iri, RDFS.range) if isinstance(o, URIRef))
            )
            more = "".join(f" ⇄ {name}" for name in self._inverses(term)) + "".join(f" → {name}" for name in others)
            inferred = (term.iri, OWL.propertyChainAxiom, None) in self._graph
            self.arrows += [Arrow(family.key, len(family.places), target.iri, inferred) for target in targets]
            family.places.append(Place(term, depth, more))
