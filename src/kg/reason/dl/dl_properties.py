"""OWL 2 DL: where only simple properties may stand, and that property chains do not run in a circle."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rdflib import OWL

from kg.reason.dl.dl_names import reachable
from kg.reason.dl.expressions import CARDINALITIES, Expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib.term import Node

    from kg.reason.dl.dl_names import Broken
    from kg.reason.dl.theory import Axiom, Theory

_ONLY_SIMPLE = {
    "Functional": "functional", "InverseFunctional": "inverse-functional", "Irreflexive": "irreflexive", "Asymmetric": "asymmetric",
    "DisjointProperties": "disjoint",
}  # fmt: skip
_ALIKE = frozenset({"EquivalentProperties", "InverseProperties"})


def check_properties(theory: Theory) -> Iterator[Broken]:
    """What the object properties break (OWL 2 Structural Specification, section 11). Neither question depends on the direction of a property."""
    axioms = [axiom for axiom in theory.axioms if all(part.constructor != "malformed" for part in axiom.expressions())]
    above = _above(axioms)
    composite = _composite(axioms, above)
    for axiom in axioms:
        if axiom.kind in _ONLY_SIMPLE and any(_name(part) in composite for part in axiom.parts):
            yield f"dl-simple-{_ONLY_SIMPLE[axiom.kind]}", str(axiom)
        for part in axiom.expressions():
            if part.by is not None and _name(part.by) in composite and part.constructor in CARDINALITIES | {"hasSelf"}:
                yield f"dl-simple-{'self' if part.constructor == 'hasSelf' else 'cardinality'}", str(axiom)
    yield from _circles(axioms, above)


def _name(part: Expression) -> Node:
    """The property that is meant, forwards or backwards."""
    return part.operands[0].node if part.constructor == "inverseOf" else part.node


def _above(axioms: list[Axiom]) -> dict[Node, set[Node]]:
    """Direct super-properties by the axioms (section 11.1, property hierarchy), a property and its inverse taken as one."""
    above: dict[Node, set[Node]] = defaultdict(set)
    for axiom in axioms:
        if axiom.kind == "SubPropertyOf" or axiom.kind in _ALIKE:
            for lower in axiom.parts:
                above[_name(lower)] |= {_name(part) for part in axiom.parts if part is not lower}
                if axiom.kind == "SubPropertyOf":
                    break
    return above


def _composite(axioms: list[Axiom], above: dict[Node, set[Node]]) -> set[Node]:
    """Properties that are not simple: transitive, defined by a chain, top or bottom, and all above such."""
    found: set[Node] = {OWL.topObjectProperty, OWL.bottomObjectProperty}
    found |= {_name(axiom.parts[0]) for axiom in axioms if axiom.kind in {"Transitive", "SubPropertyChain"} and axiom.parts}
    return found.union(*(reachable(name, above) for name in found))


def _circles(axioms: list[Axiom], above: dict[Node, set[Node]]) -> Iterator[Broken]:
    """Chains for which no order of properties exists (section 11.2, restriction on the property hierarchy).

    A chain puts its parts before the property that it defines. It breaks the restriction where that property is before, or below, one of the
    parts: from it the part is reached by going up the order, then up the hierarchy, then up the order again.
    """
    before: dict[Node, set[Node]] = defaultdict(set)
    chains = [(axiom, _parts_before(axiom)) for axiom in axioms if axiom.kind == "SubPropertyChain" and len(axiom.parts) > 2]
    for axiom, parts in chains:
        for part in parts:
            before[part].add(_name(axiom.parts[0]))
    for axiom, parts in chains:
        defined = _name(axiom.parts[0])
        ordered = {defined} | reachable(defined, before)
        raised = ordered.union(*(reachable(name, above) for name in ordered))
        reached = raised.union(*(reachable(name, before) for name in raised))
        if reached & parts:
            yield "dl-chain-regular", str(axiom)


def _parts_before(axiom: Axiom) -> set[Node]:
    """The parts of a chain that must come before what it defines: all but the property itself at one end, or twice alone."""
    defined, *parts = axiom.parts
    if defined.node == OWL.topObjectProperty:
        return set()
    ends = [part == defined for part in parts]
    if len(parts) == 2 and all(ends):
        return set()
    if ends[0]:
        parts = parts[1:]
    elif ends[-1]:
        parts = parts[:-1]
    return {_name(part) for part in parts}
