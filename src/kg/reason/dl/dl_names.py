"""OWL 2 DL: every name is declared, as one thing only, and none is of the reserved vocabulary; every literal and datatype is one of OWL 2's."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from rdflib import OWL, BNode, Literal, URIRef

from kg.reason.dl.manchester import name as called
from kg.reason.dl.names import PROPERTIES, uses
from kg.reason.dl.owl import ANNOTATION_PROPERTIES, BUILT_IN, foreign_datatype, reserved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib.term import Node

    from kg.reason.dl.owl import Triple
    from kg.reason.dl.theory import Axiom, Kinds, Theory

Broken = tuple[str, str]
"""A restriction by its name, and the axiom or name that breaks it, written out."""

_RESERVED = {"class": "dl-reserved-class", "datatype": "dl-datatype-map", "individual": "dl-reserved-individual"}


def check_names(theory: Theory) -> Iterator[Broken]:
    """What the names and literals of a theory break (OWL 2 Structural Specification, sections 3.1, 5 and 11.2)."""
    yield from _names(theory)
    for axiom in theory.axioms:
        for part in axiom.expressions():
            yield from _literal(part.node, str(axiom))
        if _misplaced_top(axiom):
            yield "dl-top-data-property", str(axiom)
    yield from _declarations(theory.kinds)
    yield from _annotations(theory)
    yield from _header(theory.header)
    yield from _definitions(theory)


def _names(theory: Theory) -> Iterator[Broken]:
    """Names used as what they are not; each is told once for each fault, with the first place where it stands."""
    places: dict[tuple[str, Node], str] = {}
    for axiom in theory.axioms:
        for name, role in uses(axiom, theory.kinds):
            fault = _fault(name, role, theory.kinds)
            if fault:
                places.setdefault((fault, name), str(axiom))
    for triple in (*theory.annotations, *theory.header):
        if _undeclared(triple[1], theory.kinds):
            places.setdefault(("dl-undeclared-property", triple[1]), _told(triple))
    for (fault, name), place in places.items():
        yield fault, f"{called(name)} in: {place}"


def _fault(name: Node, role: str, kinds: Kinds) -> str:
    kind = kinds.get(name, set())
    if reserved(name) and name not in BUILT_IN:
        return _RESERVED.get(role, "dl-reserved-property")
    if isinstance(name, BNode) or role == "individual":
        return ""
    if role in {"class", "datatype"}:
        return "" if role in kind else f"dl-undeclared-{role}"
    if not kind & PROPERTIES:
        return "dl-undeclared-property"
    return "" if kind & ({"object", "data"} if role == "property" else {role}) else "dl-property-kind"


def _undeclared(annotating: Node, kinds: Kinds) -> bool:
    """Whether the predicate of an annotation, or of what is said of the ontology itself, is no annotation property."""
    return annotating not in ANNOTATION_PROPERTIES and not reserved(annotating) and "annotation" not in kinds.get(annotating, ())


def _literal(node: Node, where: str) -> Iterator[Broken]:
    if foreign_datatype(node):
        yield "dl-datatype-map", where
    elif isinstance(node, Literal) and node.ill_typed:
        yield "dl-literal-lexical", where


def _misplaced_top(axiom: Axiom) -> bool:
    allowed = axiom.parts[:1] if axiom.kind == "SubPropertyOf" else axiom.parts
    return any(part.node == OWL.topDataProperty for top in allowed for part in top.parts())


def _declarations(kinds: Kinds) -> Iterator[Broken]:
    for name in sorted(kinds, key=str):
        kind = kinds[name]
        if len(kind & PROPERTIES) > 1:
            yield "dl-punned-property", called(name)
        if {"class", "datatype"} <= kind:
            yield "dl-punned-class-datatype", called(name)
        if reserved(name) and name not in BUILT_IN:
            for each in sorted(kind):
                yield _RESERVED.get(each, "dl-reserved-property"), f"the declaration of {called(name)}"


def _annotations(theory: Theory) -> Iterator[Broken]:
    for triple in (*theory.annotations, *theory.header):
        yield from _literal(triple[2], _told(triple))


def _told(triple: Triple) -> str:
    return " ".join(called(node) if len(called(node)) < 80 else f"{called(node)[:80]}…" for node in triple)


def _header(header: tuple[Triple, ...]) -> Iterator[Broken]:
    versions: Counter[Node] = Counter(subject for subject, predicate, _ in header if predicate == OWL.versionIRI)
    for subject in sorted({subject for subject, _, _ in header}, key=str):
        if reserved(subject):
            yield "dl-ontology-iri", called(subject)
        if versions[subject] > (0 if isinstance(subject, BNode) else 1):
            yield "dl-version-iri", called(subject)
    for _, predicate, value in header:
        if predicate == OWL.versionIRI and reserved(value):
            yield "dl-ontology-iri", called(value)


def _definitions(theory: Theory) -> Iterator[Broken]:
    """Datatypes of one's own: each with exactly one definition, none defined by itself (section 11.2, restrictions on datatypes)."""
    used: dict[Node, set[Node]] = defaultdict(set)
    count: Counter[Node] = Counter()
    mentioned: dict[Node, str] = {}
    for axiom in theory.axioms:
        own = {name for name, role in uses(axiom, theory.kinds) if role == "datatype" and name not in BUILT_IN and not reserved(name)}
        mentioned |= {name: str(axiom) for name in own if isinstance(name, URIRef)}
        if axiom.kind == "DatatypeDefinition" and axiom.parts:
            defined = axiom.parts[0].node
            count[defined] += 1
            used[defined] |= {part.node for part in axiom.parts[1].parts() if part.is_name}
    for name in sorted(mentioned, key=str):
        if count[name] != 1 and "datatype" in theory.kinds.get(name, ()):
            yield ("dl-datatype-defined-twice" if count[name] else "dl-datatype-undefined"), f"{called(name)} in: {mentioned[name]}"
        if name in reachable(name, used):
            yield "dl-datatype-cycle", f"{called(name)} in: {mentioned[name]}"


def reachable(start: Node, edges: dict[Node, set[Node]]) -> set[Node]:
    """What can be reached from ``start`` in one step or more."""
    found: set[Node] = set()
    waiting = list(edges.get(start, ()))
    while waiting:
        node = waiting.pop()
        if node not in found:
            found.add(node)
            waiting += edges.get(node, ())
    return found
