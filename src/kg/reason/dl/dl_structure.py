"""OWL 2 DL: every axiom and expression is of a form that the structural specification has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import XSD, BNode, Literal, URIRef

from kg.reason.dl.expressions import CARDINALITIES, Expression
from kg.reason.dl.manchester import name as called
from kg.reason.dl.names import contexts, is_data_property
from kg.reason.dl.owl import DATATYPES, FACETS, family

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib.term import Node

    from kg.reason.dl.dl_names import Broken
    from kg.reason.dl.theory import Axiom, Kinds, Theory

_LEAST = {"SubPropertyChain": 2, "HasKey": 1, "DisjointUnion": 3, "PropertyAssertion": 3, "NegativePropertyAssertion": 3}
_ONE_PART = frozenset({"Functional", "InverseFunctional", "Reflexive", "Irreflexive", "Symmetric", "Asymmetric", "Transitive"})
_CONNECTIVES = frozenset({"intersectionOf", "unionOf", "complementOf", "oneOf"})
_ON_PROPERTY = frozenset({"someValuesFrom", "allValuesFrom", "hasValue", "hasSelf"}) | CARDINALITIES


def check_structure(theory: Theory) -> Iterator[Broken]:
    """What the axioms break (OWL 2 Mapping to RDF, section 3; OWL 2 Structural Specification, sections 7.5, 8 and 9)."""
    for axiom in theory.axioms:
        yield from _axiom(axiom, theory.kinds)
        for part in axiom.expressions():
            if part.constructor in CARDINALITIES and not _is_count(part.number):
                yield "dl-cardinality", str(axiom)
            if part.constructor == "restriction" and not all(_has_facet(part.operands[0].node, *facet) for facet in part.facets):
                yield "dl-facet", str(axiom)
    for triple in theory.unread:
        yield "dl-unread", " ".join(map(called, triple))


def _axiom(axiom: Axiom, kinds: Kinds) -> Iterator[Broken]:
    count = len(axiom.parts)
    if count < _LEAST.get(axiom.kind, 1 if axiom.kind in _ONE_PART else 2):
        yield "dl-malformed-axiom", str(axiom)
    elif axiom.kind == "SubPropertyChain" and count == 2:
        yield "dl-chain-length", str(axiom)
    elif axiom.kind == "HasKey" and count == 1:
        yield "dl-key-empty", str(axiom)
    elif axiom.kind in {"PropertyAssertion", "NegativePropertyAssertion"}:
        if isinstance(axiom.parts[1].node, Literal):
            yield "dl-malformed-axiom", str(axiom)
    elif not all(_fits(part, context, kinds) for part, context in zip(axiom.parts, contexts(axiom, kinds), strict=True)):
        yield "dl-malformed-expression", str(axiom)


def _fits(part: Expression, context: str, kinds: Kinds) -> bool:
    """Whether an expression is of the sort that its place takes."""
    if part.is_name:
        return not isinstance(part.node, Literal) if context == "individual" else isinstance(part.node, URIRef)
    if context == "class":
        return _is_class(part, kinds)
    if context == "datatype":
        return _is_range(part, kinds)
    return part.constructor == "inverseOf" and context in {"object", "property"}


def _is_class(part: Expression, kinds: Kinds) -> bool:
    if part.constructor == "oneOf":
        return all(operand.is_name and not isinstance(operand.node, Literal) for operand in part.operands)
    if part.constructor in _CONNECTIVES:
        return all(_fits(operand, "class", kinds) for operand in part.operands)
    if part.constructor not in _ON_PROPERTY or part.by is None or not _fits(part.by, "property", kinds):
        return False
    if part.constructor == "hasValue":
        return part.operands[0].is_name
    filler = "datatype" if is_data_property(part.by, kinds) or _looks_like_range(part, kinds) else "class"
    return all(_fits(operand, filler, kinds) for operand in part.operands)


def _looks_like_range(part: Expression, kinds: Kinds) -> bool:
    undeclared = part.by is not None and not kinds.get(part.by.node)
    return undeclared and any("datatype" in kinds.get(o.node, ()) or o.constructor == "restriction" for o in part.operands)


def _is_range(part: Expression, kinds: Kinds) -> bool:
    if part.constructor == "oneOf":
        return all(isinstance(operand.node, Literal) for operand in part.operands)
    if part.constructor == "restriction":
        return isinstance(part.operands[0].node, URIRef)
    return part.constructor in _CONNECTIVES and all(_fits(operand, "datatype", kinds) for operand in part.operands)


def _is_count(number: Node | None) -> bool:
    return isinstance(number, Literal) and number.datatype == XSD.nonNegativeInteger and not number.ill_typed


def _has_facet(datatype: Node, facet: Node, value: Node) -> bool:
    if datatype not in DATATYPES:
        return not isinstance(datatype, BNode)  # dl-datatype-map or dl-datatype-undefined says what is wrong
    return bool(family(datatype) & FACETS[facet]) and isinstance(value, Literal) and not value.ill_typed
