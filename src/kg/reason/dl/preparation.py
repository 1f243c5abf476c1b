"""What is done to a graph before the DL run, rule by rule; each rule says what it touched.

``strip_foreign_literals``   facts whose literal has a datatype outside the OWL 2 datatype map (xsd:date, xsd:gYear …) are left out: OWL 2 DL
                             has no such values, and no axiom of OWL can speak of them.
``declare``                  names that are used without a declaration are declared as what their use shows, and as annotation properties where
                             nothing does: a reasoner must know what each name is (OWL 2 Structural Specification, section 5.8.1).
``set_aside``                axioms that a DL reasoner refuses to read (a foreign datatype, reserved vocabulary, malformed) are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rdflib import OWL, RDF, RDFS, Graph, Literal, URIRef

from kg.reason.dl.names import PROPERTIES, uses
from kg.reason.dl.owl import BUILT_IN, DATATYPES, DECLARING, foreign_datatype, reserved
from kg.reason.dl.theory import Axiom, Kinds, declared, read_theory

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rdflib.term import Node

    from kg.reason.dl.owl import Triple

_TYPE_OF = {kind: type_ for type_, kind in DECLARING.items() if type_ != OWL.DataRange}
_MEMBERS_OF = {"class": frozenset({"class", "datatype"}), "datatype": frozenset({"class", "datatype"})} | dict.fromkeys(
    PROPERTIES, PROPERTIES
)
_LIKE_EACH_OTHER = frozenset({"SubPropertyOf", "EquivalentProperties", "DisjointProperties"})


@dataclass(frozen=True, slots=True)
class Prepared:
    """A graph that a DL reasoner reads, and what was done to it."""

    axioms: tuple[Axiom, ...]
    declarations: tuple[Triple, ...]
    stripped: tuple[Triple, ...]
    declared: tuple[tuple[str, str], ...]
    set_aside: tuple[Axiom, ...]


def prepare(graph: Graph) -> Prepared:
    """All the rules, in the order in which the module tells them."""
    kept, stripped = strip_foreign_literals(graph)
    complete, added = declare(kept)
    theory = read_theory(complete)
    axioms, aside = set_aside(theory.axioms, theory.kinds)
    declarations = tuple(triple for triple in theory.declarations if isinstance(triple[0], URIRef) and not reserved(triple[0]))
    return Prepared(axioms, declarations, stripped, added, aside)


def strip_foreign_literals(graph: Graph) -> tuple[Graph, tuple[Triple, ...]]:
    """Rule: the graph without facts about individuals whose literal is of a datatype outside the OWL 2 datatype map, and those facts.

    What is said of the ontology itself and of its terms is no fact about an individual and stays.
    """
    terms = {name for name, kind in declared(graph).items() if kind - {"individual"}} | set(graph.subjects(RDF.type, OWL.Ontology))
    stripped = tuple(
        sorted(
            triple for triple in graph if foreign_datatype(triple[2]) and not reserved(triple[1]) and triple[0] not in terms
        )
    )  # fmt: skip
    gone = set(stripped)
    kept = Graph()
    for triple in graph:
        if triple not in gone:
            kept.add(triple)
    return kept, stripped


def declare(graph: Graph, *, only_facts: bool = False) -> tuple[Graph, tuple[tuple[str, str], ...]]:
    """Rule: the graph with a declaration for every name used without one, and these names with what they were declared as.

    With ``only_facts`` names that stand in an axiom are left alone: that they lack a declaration is a fault of the ontology.
    """
    theory = read_theory(graph)
    kinds: Kinds = {name: set(kind) for name, kind in theory.kinds.items()}
    before = {name: set(kind) for name, kind in kinds.items()}
    terminology = [axiom for axiom in theory.axioms if not axiom.is_fact]
    facts = [axiom for axiom in theory.axioms if axiom.is_fact]
    in_axioms = {name for axiom in terminology for name in axiom.names()}
    while _learned(terminology, kinds):
        pass
    _decide_rest(terminology, facts, kinds)
    added = sorted(
        (str(name), kind)
        for name, found in kinds.items()
        for kind in found - before.get(name, set())
        if not reserved(name) and not (only_facts and name in in_axioms)
    )
    complete = Graph()
    for triple in graph:
        complete.add(triple)
    for name, kind in added:
        complete.add((URIRef(name), RDF.type, URIRef(str(_TYPE_OF[kind]))))
    return complete, tuple(added)


def _learned(axioms: Iterable[Axiom], kinds: Kinds) -> bool:
    """One round over the axioms: names whose use leaves no choice. Whether anything was found."""
    found = False
    for axiom in axioms:
        like = (
            {kind for part in axiom.parts for kind in kinds.get(part.node, ()) if kind in PROPERTIES}
            if axiom.kind in _LIKE_EACH_OTHER
            else set()
        )
        for name, role in uses(axiom, kinds):
            kind = next(iter(sorted(like)), role) if role == "property" else role
            if kind in _MEMBERS_OF and not kinds.get(name, set()) & _MEMBERS_OF[kind] and isinstance(name, URIRef):
                kinds.setdefault(name, set()).add(kind)
                found = True
    return found


def _decide_rest(terminology: Iterable[Axiom], facts: Iterable[Axiom], kinds: Kinds) -> None:
    """Properties that an axiom names without showing their sort take it from their values; those of facts alone mean nothing to a reasoner."""
    values: dict[Node, bool] = {}
    for axiom in facts:
        for name, role in uses(axiom, kinds):
            if role == "class" and not kinds.get(name, set()) & _MEMBERS_OF["class"] and isinstance(name, URIRef):
                kinds.setdefault(name, set()).add("class")
            elif role in {"object", "data"} and not kinds.get(name, set()) & PROPERTIES:
                values[name] = values.get(name, False) or role == "data"
    for axiom in terminology:
        for name, role in uses(axiom, kinds):
            if role == "property" and not kinds.get(name, set()) & PROPERTIES and isinstance(name, URIRef):
                kinds.setdefault(name, set()).add("data" if values.get(name, False) else "object")
    for name in values:
        if not kinds.get(name, set()) & PROPERTIES:
            kinds.setdefault(name, set()).add("annotation")


def set_aside(axioms: Iterable[Axiom], kinds: Kinds) -> tuple[tuple[Axiom, ...], tuple[Axiom, ...]]:
    """Rule: the axioms that a DL reasoner reads, and those that it refuses."""
    kept: list[Axiom] = []
    aside: list[Axiom] = []
    for axiom in axioms:
        (aside if _refused(axiom, kinds) else kept).append(axiom)
    return tuple(kept), tuple(aside)


def _refused(axiom: Axiom, kinds: Kinds) -> bool:
    expressions = axiom.expressions()
    if not axiom.parts or any(part.constructor == "malformed" or foreign_datatype(part.node) for part in expressions):
        return True
    for name, role in uses(axiom, kinds):
        kind = kinds.get(name, set())
        if reserved(name) and name not in BUILT_IN:
            return True
        if role in _MEMBERS_OF and role not in kind:
            return True
        if role == "datatype" and name not in DATATYPES | {RDFS.Literal} and not _defined(name, kinds):
            return True
    return any(isinstance(part.node, Literal) and part.node.ill_typed for part in expressions)


def _defined(name: Node, kinds: Kinds) -> bool:
    return not reserved(name) and "datatype" in kinds.get(name, ())
