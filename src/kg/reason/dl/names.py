"""As what each name of an axiom is used there: class, datatype, object or data property, individual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib.term import Node

    from kg.reason.dl.expressions import Expression
    from kg.reason.dl.theory import Axiom, Kinds

Use = tuple["Node", str]
"""A name, and ``class``, ``datatype``, ``object``, ``data``, ``individual`` or, where either sort of property may stand, ``property``."""

PROPERTIES = frozenset({"object", "data", "annotation"})

_ALL_PARTS = {
    "SubClassOf": "class", "EquivalentClasses": "class", "DisjointClasses": "class", "DisjointUnion": "class",
    "DatatypeDefinition": "datatype",
    "SubPropertyOf": "property", "EquivalentProperties": "property", "DisjointProperties": "property", "Functional": "property",
    "SubPropertyChain": "object", "InverseProperties": "object", "InverseFunctional": "object", "Reflexive": "object",
    "Irreflexive": "object", "Symmetric": "object", "Asymmetric": "object", "Transitive": "object",
    "SameIndividual": "individual", "DifferentIndividuals": "individual",
}  # fmt: skip


def uses(axiom: Axiom, kinds: Kinds) -> Iterator[Use]:
    """Every name of ``axiom`` with what it is used as, given what names are declared as."""
    for part, context in zip(axiom.parts, contexts(axiom, kinds), strict=False):
        yield from _within(part, context, kinds)


def contexts(axiom: Axiom, kinds: Kinds) -> list[str]:
    """What stands at each place of an axiom, as in ``Use``."""
    if axiom.kind in _ALL_PARTS:
        return [_ALL_PARTS[axiom.kind]] * len(axiom.parts)
    match axiom.kind:
        case "PropertyDomain":
            return ["property", "class"]
        case "PropertyRange":
            data = len(axiom.parts) == 2 and _is_data(axiom.parts[0], axiom.parts[1], kinds)
            return ["data", "datatype"] if data else ["property", "class"]
        case "HasKey":
            return ["class", *["property"] * (len(axiom.parts) - 1)]
        case "ClassAssertion":
            return ["class", "individual"]
        case _:
            literal = isinstance(axiom.parts[-1].node, Literal) if axiom.parts else False
            return ["data" if literal else "object", "individual", "individual"]


def is_data_property(by: Expression, kinds: Kinds) -> bool:
    """Whether a property is declared as one with literal values."""
    return by.is_name and "data" in kinds.get(by.node, ()) and "object" not in kinds.get(by.node, ())


def _is_data(by: Expression, filler: Expression, kinds: Kinds) -> bool:
    if by.is_name and kinds.get(by.node, set()) & {"object", "data"}:
        return is_data_property(by, kinds)
    return filler.constructor == "restriction" or isinstance(filler.node, Literal) or "datatype" in kinds.get(filler.node, ())


def _within(part: Expression, context: str, kinds: Kinds) -> Iterator[Use]:
    if part.is_name:
        if not isinstance(part.node, Literal):
            yield part.node, context
    elif part.constructor == "inverseOf":
        yield part.operands[0].node, "object"
    elif part.by is not None:
        yield from _restriction(part, part.by, kinds)
    elif part.constructor in {"oneOf", "restriction"}:
        inner = "datatype" if part.constructor == "restriction" else "individual"
        for operand in part.operands:
            yield from _within(operand, inner, kinds)
    else:
        for operand in part.operands:
            yield from _within(operand, context, kinds)


def _restriction(part: Expression, by: Expression, kinds: Kinds) -> Iterator[Use]:
    filler = part.operands[0] if part.operands else None
    if part.constructor == "hasSelf":
        role = "object"
    elif filler is None:
        role = "property"
    elif part.constructor == "hasValue":
        role = "data" if isinstance(filler.node, Literal) else "object"
    else:
        role = "data" if _is_data(by, filler, kinds) else "property"
    yield from _within(by, role, kinds)
    if filler is not None:
        inner = "individual" if part.constructor == "hasValue" else "datatype" if role == "data" else "class"
        yield from _within(filler, inner, kinds)
