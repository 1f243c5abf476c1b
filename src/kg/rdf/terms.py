"""RDF terms of the vocabularies in use, each made once; and the nine graphs of a release."""

from __future__ import annotations

import unicodedata
from functools import cache

from pyoxigraph import Literal, NamedNode

ONTOLOGY = "https://w3id.org/tsunagi/ontology"
PREFIXES = {
    "tsu": f"{ONTOLOGY}#",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dcterms": "http://purl.org/dc/terms/",
    "dqv": "http://www.w3.org/ns/dqv#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "ic": "http://imi.go.jp/ns/core/rdf#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "qb": "http://purl.org/linked-data/cube#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "rov": "http://www.w3.org/ns/regorg#",
    "schema": "https://schema.org/",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "sssom": "https://w3id.org/sssom/",
    "vann": "http://purl.org/vocab/vann/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefixes of all files and exports of the project."""

GRAPHS = ("data", "provenance", "codes", "ontology", "links", "reference", "findings", "inferred", "catalog")
"""Names of the graphs; the IRI is ``{base}graph/{name}``."""

Object = NamedNode | Literal
Statement = tuple[NamedNode, NamedNode, Object]


@cache
def term(name: str) -> NamedNode:
    """Term of a vocabulary by its prefixed name: ``term("skos:notation")``."""
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


def tsu(name: str) -> NamedNode:
    """Term of this project's ontology: ``tsu("Project")``."""
    return term(f"tsu:{name}")


@cache
def code(base: str, scheme: str, notation: str) -> NamedNode:
    """Concept of a code list: ``{base}code/{scheme}/{notation}``."""
    return NamedNode(f"{base}code/{scheme}/{notation}")


def in_language(text: str, language: str) -> Literal:
    """Text of a label or message, in NFC."""
    return Literal(unicodedata.normalize("NFC", text), language=language)


LABEL_CHARACTERS = 200
"""Code points of what a source says that go into a composed label."""


def clipped(text: str) -> str:
    """``text`` as a label may hold it: a broken cell can be as long as 20,000 characters.

    >>> clipped("支援実施人数")
    '支援実施人数'
    """
    return text if len(text) <= LABEL_CHARACTERS else f"{text[:LABEL_CHARACTERS]}…"


def typed(value: str, datatype: str) -> Literal:
    """Literal of a datatype: ``typed("2020-12-31", "xsd:date")``."""
    return Literal(value, datatype=term(datatype))


def number(value: str) -> Literal:
    """Literal of a plain number: integer where it has no fraction, else decimal."""
    return typed(value, "xsd:decimal" if "." in value else "xsd:integer")


def truth(*, value: bool) -> Literal:
    """Literal of a boolean."""
    return typed("true" if value else "false", "xsd:boolean")
