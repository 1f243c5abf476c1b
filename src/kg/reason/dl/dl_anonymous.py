"""OWL 2 DL: anonymous individuals (blank nodes) form trees, each tied to named individuals at one node only."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rdflib import BNode, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib.term import Node

    from kg.reason.dl.dl_names import Broken
    from kg.reason.dl.theory import Axiom, Theory

_NAMED_ONLY = frozenset({"SameIndividual", "DifferentIndividuals", "NegativePropertyAssertion"})


def check_anonymous(theory: Theory) -> Iterator[Broken]:
    """What anonymous individuals break (OWL 2 Structural Specification, section 11.2, restrictions on the usage of anonymous individuals)."""
    group: dict[Node, Node] = {}
    tied: Counter[tuple[Node, Node]] = Counter()
    ties: list[tuple[Node, Axiom]] = []
    for axiom in theory.axioms:
        if _misplaced(axiom):
            yield "dl-anonymous-individual", str(axiom)
        if axiom.kind != "PropertyAssertion" or isinstance(axiom.parts[2].node, Literal):
            continue
        ends = [part.node for part in axiom.parts[1:]]
        anonymous = [node for node in ends if isinstance(node, BNode)]
        if len(anonymous) == 2:
            first, second = (_root(group, node) for node in anonymous)
            if first == second:
                yield "dl-anonymous-cycle", str(axiom)
            group[first] = second
        elif anonymous:
            ties.append((anonymous[0], axiom))
    for node in {node for node, _ in ties}:
        tied[_root(group, node), node] += 1
    several = {root for root, count in Counter(root for root, _ in tied).items() if count > 1}
    for node, axiom in ties:
        if _root(group, node) in several:
            yield "dl-anonymous-root", str(axiom)


def _misplaced(axiom: Axiom) -> bool:
    if axiom.kind in _NAMED_ONLY and any(part.is_name and isinstance(part.node, BNode) for part in axiom.parts):
        return True
    return any(
        part.constructor in {"oneOf", "hasValue"} and any(operand.is_name and isinstance(operand.node, BNode) for operand in part.operands)
        for part in axiom.expressions()
    )


def _root(group: dict[Node, Node], node: Node) -> Node:
    while group.get(node, node) != node:
        node = group[node]
    return node
