"""A proof as RDF (PROV), for other people's graphs."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad

from kg.rdf.provenance import selectors
from kg.rdf.terms import in_language, term, truth, tsu
from kg.reason.axioms import TYPE, is_expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.queries.rules import Pattern
    from kg.rdf.terms import Statement
    from kg.reason.evidence import Evidence
    from kg.reason.proofs import Proof


def proof_quads(proof: Proof, base: str, graph: NamedNode) -> Iterator[Quad]:
    """A proof in PROV-O: each fact is an entity (a reified statement); an inferred one was derived from its premises by an activity that used the rules.

    An asserted one was derived from passages of the source, or from the cue in them that decided it, and the document is its primary source, as the ontology has it of records.
    PROV-O, sections 3.1 (prov:wasDerivedFrom, prov:wasGeneratedBy), 3.2 (prov:hadPrimarySource) and 3.3 (prov:qualifiedAssociation, prov:hadPlan).
    """
    for subject, predicate, value in _statements(proof, base):
        yield Quad(subject, predicate, value, graph)


def _statements(proof: Proof, base: str) -> Iterator[Statement]:
    node = _fact_node(proof.fact, base)
    yield node, TYPE, term("prov:Entity")
    yield node, TYPE, term("rdf:Statement")
    for name, part in zip(("subject", "predicate", "object"), proof.fact, strict=True):
        if isinstance(part, NamedNode | Literal):
            yield node, term(f"rdf:{name}"), part
    for found in proof.evidence:
        yield from _told(node, found)
    if not proof.steps:
        return
    activity = NamedNode(f"{node.value}#inference")
    yield node, term("prov:wasGeneratedBy"), activity
    yield activity, TYPE, term("prov:Activity")
    for number, step in enumerate(proof.steps, 1):
        association = NamedNode(f"{node.value}#rule-{number}")
        yield activity, term("prov:qualifiedAssociation"), association
        yield association, TYPE, term("prov:Association")
        for _, part in step.axiom:
            if isinstance(part, NamedNode) and not is_expression(part):
                yield association, term("dcterms:references"), part
        yield association, term("prov:hadPlan"), (plan := NamedNode(f"{base}id/rule/{step.rule.name}"))
        yield plan, TYPE, term("prov:Plan")
        for language in ("ja", "en"):
            yield plan, term("rdfs:label"), in_language(f"{step.rule.name}: {step.rule.says.in_language(language)}", language)
    for premise in proof.premises:
        below = _fact_node(premise.fact, base)
        yield node, term("prov:wasDerivedFrom"), below
        yield activity, term("prov:used"), below
        yield from _statements(premise, base)


def _told(fact: NamedNode, found: Evidence) -> Iterator[Statement]:
    """A fact was derived from the passages, or the cue in them, that tell it, under the IRIs that the graph has for them; its primary source is their document."""
    document, cue = NamedNode(found.document), NamedNode(found.cue) if found.cue else None
    yield fact, term("prov:hadPrimarySource"), document
    yield document, TYPE, term("prov:Entity")
    yield document, TYPE, tsu("SourceDocument")
    yield document, tsu("fileName"), Literal(found.file)
    for passage in map(NamedNode, found.passages):
        yield cue or fact, term("prov:wasDerivedFrom"), passage
        yield passage, TYPE, term("prov:Entity")
        yield passage, TYPE, tsu("SourcePassage")
        yield passage, tsu("inDocument"), document
    telling = cue or NamedNode(found.passages[0])
    yield fact, term("prov:wasDerivedFrom"), telling
    yield telling, TYPE, term("prov:Entity")
    if cue:
        yield cue, TYPE, tsu("Cue")
    if found.by_default:
        yield telling, tsu("byDefault"), truth(value=True)
    yield telling, term("rdfs:label"), Literal(found.place())
    yield from selectors(telling, found, found.quote)


def _fact_node(fact: Pattern, base: str) -> NamedNode:
    text = " ".join(map(str, fact))
    return NamedNode(f"{base}id/fact/{hashlib.sha256(text.encode()).hexdigest()[:16]}")
