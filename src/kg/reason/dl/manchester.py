"""Axioms as people write them: close to the Manchester syntax of OWL 2, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import OWL, RDF, RDFS, XSD, BNode, Literal
from rdflib.namespace import FOAF, ORG, PROV, QB, SDO

from kg.rdf.terms import PREFIXES
from kg.reason.dl.owl import LANG_RANGE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rdflib.term import Node

    from kg.reason.dl.expressions import Expression

_INFIX = {
    "SubClassOf": "SubClassOf",
    "SubPropertyOf": "SubPropertyOf",
    "PropertyDomain": "Domain",
    "PropertyRange": "Range",
    "InverseProperties": "InverseOf",
}
_AMONG = {
    "EquivalentClasses": "EquivalentTo",
    "DatatypeDefinition": "EquivalentTo",
    "DisjointClasses": "DisjointWith",
    "EquivalentProperties": "EquivalentTo",
    "DisjointProperties": "DisjointWith",
    "SameIndividual": "SameAs",
    "DifferentIndividuals": "DifferentFrom",
}
_MANY = {
    "DisjointClasses": "DisjointClasses:",
    "DisjointProperties": "DisjointProperties:",
    "DifferentIndividuals": "DifferentIndividuals:",
}
_CARDINALITY = {"minCardinality": "min", "maxCardinality": "max", "cardinality": "exactly"}
_FACET: dict[Node, str] = {
    XSD.minInclusive: ">=", XSD.maxInclusive: "<=", XSD.minExclusive: ">", XSD.maxExclusive: "<",
    XSD.length: "length", XSD.minLength: "minLength", XSD.maxLength: "maxLength", XSD.pattern: "pattern", LANG_RANGE: "langRange",
}  # fmt: skip
_BESIDES = {"foaf": FOAF, "org": ORG, "owl": OWL, "prov": PROV, "qb": QB, "rdf": RDF, "rdfs": RDFS, "schema": SDO, "xsd": XSD}
_NAMESPACES = sorted(
    {**{str(space): prefix for prefix, space in _BESIDES.items()}, **{space: prefix for prefix, space in PREFIXES.items()}}.items()
)


def name(node: Node) -> str:
    """A name with its prefix where it has one, else as an IRI in angle brackets; a literal or blank node as in N-Triples."""
    if isinstance(node, Literal):
        quoted = str(node).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
        suffix = (
            f"@{node.language}"
            if node.language
            else f"^^{name(node.datatype)}"
            if node.datatype is not None and node.datatype != XSD.string
            else ""
        )
        return f'"{quoted}"{suffix}'
    if isinstance(node, BNode):
        return f"_:{node}"
    for space, prefix in _NAMESPACES:
        local = str(node).removeprefix(space)
        if local != str(node) and local.replace("-", "").replace("_", "").isalnum():
            return f"{prefix}:{local}"
    return f"<{node}>"


def written(kind: str, parts: Sequence[Expression]) -> str:
    """An axiom on one line: ``tsu:City SubClassOf tsu:Municipality``, ``tsu:locatedIn Characteristics Transitive``."""
    said = [expression(part) for part in parts]
    if kind in _MANY and len(said) != 2:
        return f"{_MANY[kind]} {', '.join(sorted(said))}"
    if kind in _AMONG:
        return f" {_AMONG[kind]} ".join(said if kind == "DatatypeDefinition" else sorted(said, key=lambda text: (text[0] in "({", text)))
    if kind in _INFIX:
        return f" {_INFIX[kind]} ".join(said)
    if kind in _WRITTEN:
        return _WRITTEN[kind](said)
    return f"{said[0]} Characteristics {kind}" if said else kind


_WRITTEN: dict[str, Callable[[list[str]], str]] = {
    "SubPropertyChain": lambda said: f"{' o '.join(said[1:])} SubPropertyOf {said[0]}",
    "DisjointUnion": lambda said: f"{said[0]} DisjointUnionOf {', '.join(said[1:])}",
    "HasKey": lambda said: f"{said[0]} HasKey {', '.join(said[1:])}",
    "ClassAssertion": lambda said: f"{said[1]} Type {said[0]}",
    "PropertyAssertion": lambda said: f"{said[1]} {said[0]} {said[2]}",
    "NegativePropertyAssertion": lambda said: f"not ({' '.join([*said[1:2], said[0], *said[2:]])})" if said else "not ()",
}


def expression(part: Expression) -> str:
    """An expression in Manchester syntax; what stands inside another one is bracketed unless it is a name."""
    if part.is_name:
        return name(part.node)
    inner = [expression(operand) if operand.is_name else f"({expression(operand)})" for operand in part.operands]
    if part.by is not None:
        return _restriction(part, expression(part.by), inner)
    if part.constructor == "restriction":
        return f"{inner[0]}[{', '.join(f'{_FACET[facet]} {name(value)}' for facet, value in part.facets)}]"
    return _CONNECTED[part.constructor](inner) if part.constructor in _CONNECTED else "(malformed expression)"


_CONNECTED: dict[str, Callable[[list[str]], str]] = {
    "intersectionOf": lambda inner: " and ".join(inner) or "owl:Thing",
    "unionOf": lambda inner: " or ".join(inner) or "owl:Nothing",
    "complementOf": lambda inner: f"not {inner[0]}",
    "oneOf": lambda inner: f"{{{', '.join(inner)}}}",
    "inverseOf": lambda inner: f"inverse {inner[0]}",
}


def _restriction(part: Expression, by: str, inner: list[str]) -> str:
    match part.constructor:
        case "hasSelf":
            return f"{by} Self"
        case "someValuesFrom" | "allValuesFrom" | "hasValue":
            word = {"someValuesFrom": "some", "allValuesFrom": "only", "hasValue": "value"}[part.constructor]
            return f"{by} {word} {inner[0]}"
        case _:
            return " ".join([by, _CARDINALITY[part.constructor], str(part.number), *inner])
