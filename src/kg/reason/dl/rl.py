"""OWL 2 RL: which class expressions may stand where, and which axioms and datatypes there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import OWL, Literal

from kg.reason.dl.names import contexts, is_data_property
from kg.reason.dl.restrictions import NOT_IN_RL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.reason.dl.dl_names import Broken
    from kg.reason.dl.expressions import Expression
    from kg.reason.dl.theory import Axiom, Kinds, Theory

_CALLED = {
    "unionOf": "union", "complementOf": "complement", "oneOf": "one-of", "someValuesFrom": "some", "allValuesFrom": "only", "hasSelf": "self",
    "minCardinality": "min", "maxCardinality": "max", "cardinality": "exactly",
}  # fmt: skip
_POSITIONS = {
    "SubClassOf": ("subclass", "superclass"),
    "DisjointClasses": ("subclass",),
    "EquivalentClasses": ("equivalent",),
    "ClassAssertion": ("superclass",),
    "HasKey": ("subclass",),
}
_INSIDE = {"complementOf": "subclass", "maxCardinality": "subclass", "allValuesFrom": "superclass", "someValuesFrom": "subclass"}
"""The position of what stands inside, where it is not that of the whole."""
_UNKNOWN_PROPERTIES = frozenset({OWL.topObjectProperty, OWL.bottomObjectProperty, OWL.topDataProperty, OWL.bottomDataProperty})


def check_rl(theory: Theory) -> Iterator[Broken]:
    """What keeps a theory out of OWL 2 RL (OWL 2 Profiles, section 4.2)."""
    for axiom in theory.axioms:
        names = {*axiom.names()}
        if names & _UNKNOWN_PROPERTIES:
            yield "rl-top-bottom-property", str(axiom)
        datatypes = names | {part.node.datatype for part in axiom.expressions() if isinstance(part.node, Literal) and part.node.datatype}
        if datatypes & {OWL.real, OWL.rational}:
            yield "rl-datatype", str(axiom)
        if axiom.kind in {"DisjointUnion", "Reflexive"}:
            yield f"rl-{'reflexive' if axiom.kind == 'Reflexive' else 'disjoint-union'}", str(axiom)
        else:
            yield from ((restriction, str(axiom)) for restriction in dict.fromkeys(_parts(axiom, theory.kinds)))


def _parts(axiom: Axiom, kinds: Kinds) -> Iterator[str]:
    positions = _POSITIONS.get(axiom.kind, ("superclass",))
    for index, (part, context) in enumerate(zip(axiom.parts, contexts(axiom, kinds), strict=False)):
        if context == "class":
            yield from _class(part, positions[min(index, len(positions) - 1)], kinds)
        elif context == "datatype":
            yield from _range(part)


def _class(part: Expression, position: str, kinds: Kinds) -> Iterator[str]:
    constructor = "thing" if part.is_name and part.node == OWL.Thing else _CALLED.get(part.constructor, "")
    if constructor in NOT_IN_RL[position] and not (constructor == "max" and position == "superclass" and str(part.number) in {"0", "1"}):
        yield f"rl-{position}-{constructor}"
        return
    if part.constructor in {"oneOf", "hasValue"}:
        return
    inside = _INSIDE.get(part.constructor, position)
    data = part.by is not None and is_data_property(part.by, kinds)
    for operand in part.operands:
        if data:
            yield from _range(operand)
        elif not (part.constructor in {"someValuesFrom", "maxCardinality"} and operand.node == OWL.Thing):
            yield from _class(operand, inside, kinds)


def _range(part: Expression) -> Iterator[str]:
    name = {"unionOf": "union", "complementOf": "complement", "oneOf": "one-of", "restriction": "facet"}.get(part.constructor)
    if name:
        yield f"rl-range-{name}"
    elif part.constructor == "intersectionOf":
        for operand in part.operands:
            yield from _range(operand)
