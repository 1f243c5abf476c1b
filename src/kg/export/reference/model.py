"""What is documented: the ontology's files and the code lists as one graph, with the terms, their modules, and the order of the codes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, URIRef

from kg import resources
from kg.errors import VocabularyError
from kg.rdf.concepts import concept_statements
from kg.rdf.ontology import ontology_files
from kg.rdf.terms import ONTOLOGY, PREFIXES
from kg.settings import rebased

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from rdflib.term import Node

LANGUAGES = ("ja", "en")
NAMESPACE = f"{ONTOLOGY}#"
KINDS = {
    "class": (OWL.Class, RDFS.Class),
    "object-property": (OWL.ObjectProperty,),
    "datatype-property": (OWL.DatatypeProperty,),
    "annotation-property": (OWL.AnnotationProperty,),
    "property": (RDF.Property,),
    "datatype": (RDFS.Datatype,),
    "individual": (OWL.NamedIndividual,),
}
"""Kinds of terms, with the types that make them (OWL 2 Mapping to RDF Graphs, W3C 2012, section 3.1.2); the first that fits is taken."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the ontology's own namespace."""

    iri: URIRef
    name: str
    kind: str
    module: str


@dataclass(frozen=True, slots=True)
class Module:
    """One file of ontology/modules/: its name, and by language a title and a sentence on what it is about."""

    name: str
    titles: Mapping[str, str]
    texts: Mapping[str, str]


@dataclass
class Model:
    """The ontology and the code lists under one base."""

    base: str
    graph: Graph
    modules: tuple[Module, ...]
    terms: dict[URIRef, Term]
    prefixes: dict[str, str]
    order: dict[URIRef, int] = field(default_factory=dict)
    """Concepts in the order of their file."""

    def of(self, kind: str, module: str | None = None) -> list[Term]:
        """Terms of a kind, of one module or of all, by name."""
        return sorted((t for t in self.terms.values() if t.kind == kind and module in {None, t.module}), key=lambda t: t.name.lower())

    def short(self, iri: str) -> str:
        """An IRI as people write it: a name of this ontology, a prefixed name, a code by list and notation, or the whole."""
        for space in (NAMESPACE, f"{self.base}code/"):
            if iri.startswith(space) and iri != space:
                return str(iri).removeprefix(space)
        fits = [(len(space), prefix, space) for prefix, space in self.prefixes.items() if iri.startswith(space) and iri != space]
        if not fits:
            return str(iri)
        _, prefix, space = max(fits)
        return f"{prefix}:{iri.removeprefix(space)}"

    def texts(self, subject: Node, predicate: URIRef, language: str) -> list[Literal]:
        """Texts in ``language`` or in none; where there are only others, those."""
        found = sorted(
            (o for o in self.graph.objects(subject, predicate) if isinstance(o, Literal)), key=lambda o: (str(o), o.language or "")
        )
        return [o for o in found if o.language in {language, None}] or found

    def label(self, subject: Node, language: str) -> str:
        """Name of a term or code in ``language``; its short form where it has none."""
        for predicate in (SKOS.prefLabel, RDFS.label):
            for text in self.texts(subject, predicate, language):
                return str(text)
        return self.short(str(subject))


def read_model(base: str, files: Sequence[Path] | None = None) -> Model:
    """The model of ``files`` (header, modules, alignments; those of the package where none are named) and of the package's code lists.

    Raises VocabularyError where a file is not Turtle.
    """
    graph, prefixes, found = Graph(store="SimpleMemory", bind_namespaces="none"), dict(PREFIXES), dict[str, str]()
    terms: dict[URIRef, Term] = {}
    for file in ontology_files() if files is None else files:
        module = file.stem if file.parent.name == "modules" else ""
        text = file.read_text(encoding="utf-8")
        triples = list(_parsed(file.name, rebased(text, base), prefixes))
        for triple in triples:
            graph.add(triple)
        if module:
            found[module] = _first_comment(text)
        for term in _declared(triples, module):
            if term.iri not in terms or not terms[term.iri].module:
                terms[term.iri] = term
    model = Model(base, graph, _modules(found), dict(sorted(terms.items())), prefixes)
    for statement in concept_statements(base):
        subject, predicate, value = map(_node, statement)
        graph.add((subject, predicate, value))
        if isinstance(subject, URIRef):
            model.order.setdefault(subject, len(model.order))
    return model


def _parsed(name: str, text: str, prefixes: dict[str, str]) -> Iterator[tuple[Node, Node, Node]]:
    parser = ox.parse(text.encode(), format=ox.RdfFormat.TURTLE, rename_blank_nodes=True)
    try:
        for quad in parser:
            yield _node(quad.subject), _node(quad.predicate), _node(quad.object)
    except SyntaxError as error:
        raise VocabularyError(f"Turtle として読めません（{error}）。", f"not readable as Turtle ({error})", where=name) from error
    for prefix, space in sorted(parser.prefixes.items()):
        if prefix and space not in prefixes.values():
            prefixes.setdefault(prefix, space)


def _node(term: object) -> Node:
    match term:
        case ox.NamedNode():
            return URIRef(term.value)
        case ox.BlankNode():
            return BNode(term.value)
        case ox.Literal():
            typed = None if term.language or term.datatype.value == PREFIXES["xsd"] + "string" else URIRef(term.datatype.value)
            return Literal(term.value, lang=term.language, datatype=typed, normalize=False)
        case _:
            raise VocabularyError(
                "三つ組を値とする文は説明できません。", "a statement about a statement cannot be documented", where=str(term)
            )


def _declared(triples: Iterable[tuple[Node, Node, Node]], module: str) -> Iterator[Term]:
    types: dict[Node, set[Node]] = {}
    for subject, predicate, value in triples:
        if predicate == RDF.type and isinstance(subject, URIRef) and subject.startswith(NAMESPACE):
            types.setdefault(subject, set()).add(value)
    for subject, its in types.items():
        for kind, makers in KINDS.items():
            if its.intersection(makers):
                yield Term(URIRef(str(subject)), str(subject).removeprefix(NAMESPACE), kind, module)
                break


def _first_comment(text: str) -> str:
    """The comment on top of a module."""
    comments = (line.lstrip("# ").rstrip() for line in text.splitlines() if line.startswith("#"))
    return next(comments, "")


def _modules(found: Mapping[str, str]) -> tuple[Module, ...]:
    """The modules in the order of ontology/modules.csv, which tells the story; one without a row comes last, under its file's name."""
    columns = ("module", "label_ja", "label_en", "definition_ja", "definition_en")
    rows = {row["module"]: row for row in resources.rows("ontology/modules.csv", columns)}
    listed = [name for name in rows if name in found]
    modules = []
    for name in [*listed, *sorted(found.keys() - rows.keys())]:
        row = rows.get(name, {})
        titles = {language: row.get(f"label_{language}") or name for language in LANGUAGES}
        modules.append(Module(name, titles, {language: row.get(f"definition_{language}") or found[name] for language in LANGUAGES}))
    return tuple(modules)
