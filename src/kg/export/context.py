"""The JSON-LD 1.1 context that the ontology gives (W3C Recommendation, 2020): its terms by their plain names, others by prefixed ones.

A context only says how statements are written. What may be left out of a value is what the ontology fixes: that it is an IRI (object
properties), or its datatype where the ontology declares the range. Four kinds of ranges are left open, since a value of another datatype
would be read as the declared one: strings (a text without datatype is one anyway), ``xsd:decimal`` (integers are decimals, and are written
as integers), ranges that are expressions, and none at all (dates, for which OWL 2 has no datatype). Such values name their datatype.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from rdflib import OWL, RDF, RDFS, SKOS, XSD, URIRef

from kg.export.reference.model import read_model
from kg.rdf.terms import PREFIXES
from kg.settings import BASE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rdflib import Graph
    from rdflib.term import Node

Context = dict[str, Any]
_TERMS = PREFIXES["tsu"]
_CLASSES = (OWL.Class, RDFS.Class)
_PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, RDF.Property)
_UNSAFE = {XSD.string, XSD.decimal, XSD.normalizedString, XSD.token, RDF.langString, RDF.PlainLiteral, RDFS.Literal, OWL.real, OWL.rational}
_ENDS = ":/?#[]@"
"""A prefix must end in one of these to be one (JSON-LD 1.1, section 4.1.5)."""
_LABELS = (RDFS.label, RDFS.comment, SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel, SKOS.definition, SKOS.scopeNote, SKOS.example)


def context_of(graph: Graph, prefixes: Mapping[str, str]) -> Context:
    """The context of the ontology in ``graph``: prefixes, then every class and property that it declares.

    Texts by language (labels, definitions) become language maps. A property that is not functional has a list of values even where there
    is one. Nothing is said of names that the ontology does not declare.
    """
    context: Context = {"@version": 1.1}
    context |= {prefix: space for prefix, space in sorted(prefixes.items()) if space[-1] in _ENDS}
    terms: Context = {}
    for kind in _CLASSES:
        for node in graph.subjects(RDF.type, kind):
            if (name := _name(node, prefixes)) and name not in terms:
                terms[name] = {"@id": _short(str(node), prefixes)}
    for kind in _PROPERTIES:
        for node in graph.subjects(RDF.type, kind):
            if (name := _name(node, prefixes)) and isinstance(node, URIRef):
                terms[name] = dict(_property(graph, node, prefixes))
    for node in _LABELS:
        terms[_short(str(node), prefixes)] = {"@id": _short(str(node), prefixes), "@container": ["@language", "@set"]}
    return context | {name: _flat(terms[name]) for name in sorted(terms)}


def ontology_context() -> Context:
    """The context of the package's ontology, which is the same under every base."""
    model = read_model(BASE)
    return context_of(model.graph, model.prefixes)


def context_text(graph: Graph, prefixes: Mapping[str, str]) -> str:
    """The context as a file."""
    return json.dumps({"@context": context_of(graph, prefixes)}, ensure_ascii=False, indent=2) + "\n"


def _flat(term: Context) -> object:
    return term["@id"] if set(term) == {"@id"} else term


def _name(node: Node, prefixes: Mapping[str, str]) -> str:
    """Plain name of a term of this ontology, prefixed name of another; empty where there is neither."""
    if not isinstance(node, URIRef):
        return ""
    if node.startswith(_TERMS):
        return node.removeprefix(_TERMS)
    short = _short(str(node), prefixes)
    return short if short != str(node) else ""


def _short(iri: str, prefixes: Mapping[str, str]) -> str:
    fits = [(len(space), prefix) for prefix, space in prefixes.items() if iri.startswith(space) and iri != space and space[-1] in _ENDS]
    if not fits:
        return iri
    length, prefix = max(fits)
    return iri if iri[length:].startswith("//") else f"{prefix}:{iri[length:]}"


def _property(graph: Graph, node: URIRef, prefixes: Mapping[str, str]) -> Iterator[tuple[str, object]]:
    yield "@id", _short(str(node), prefixes)
    if (node, RDF.type, OWL.ObjectProperty) in graph:
        yield "@type", "@id"
    elif (node, RDF.type, OWL.DatatypeProperty) in graph:
        ranges = set(graph.objects(node, RDFS.range))
        only = ranges.pop() if len(ranges) == 1 else None
        if isinstance(only, URIRef) and only not in _UNSAFE:
            yield "@type", _short(str(only), prefixes)
    if (node, RDF.type, OWL.FunctionalProperty) not in graph:
        yield "@container", "@set"
