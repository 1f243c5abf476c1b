"""Explanations for programs: JSON of one shape, and PROV that leads into the graph."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pyoxigraph as ox
import pytest

from kg.rdf.terms import term, tsu
from kg.reason.derivation import proof_quads
from kg.reason.document import contents, schema
from kg.reason.proofs import Proof, Prover
from kg.release.release import Release
from kg.store.embedded import EmbeddedStore
from kg.store.port import Solutions
from tests.json_schema import broken
from tests.reason.test_proofs import BASE, DARC, MODEL, fact, kg, walk

GRAPH = ox.NamedNode(f"{BASE}graph/explanation")
IWATE = f"intervention/{MODEL}/H30/030007/2020-12/1-2"
DERIVED, SOURCE = term("prov:wasDerivedFrom"), term("prov:hadPrimarySource")


def objects(quads: set[ox.Quad], subject: object, predicate: ox.NamedNode) -> set[object]:
    return {quad.object for quad in quads if quad.subject == subject and quad.predicate == predicate}


def leaves(proof: Proof) -> Iterator[Proof]:
    return (node for node in walk(proof) if node.evidence)


@pytest.mark.parametrize(
    ("asked", "code", "holds", "proofs", "nearest"),
    [
        pytest.param(("government/120006", "a", "tsu:GovernmentActingAlone"), 0, True, True, False, id="a fact that holds"),
        pytest.param(("government/090000", "a", "tsu:GovernmentActingAlone"), 1, False, False, True, id="one that does not"),
        pytest.param(("government/090000", "rdfs:label", "tsu:Project"), 1, False, False, False, id="one that no rule yields"),
        pytest.param((DARC,), 0, None, True, False, id="a thing"),
        pytest.param(("tsu:Project",), 0, None, False, False, id="a thing of which nothing was inferred"),
        pytest.param((IWATE, "tsu:supportStage", "code/support-stage/entry"), 0, True, True, False, id="a code with its cue"),
    ],
)
def test_json_has_one_shape(release: Release, asked: tuple[str, ...], code: int, holds: bool | None, proofs: bool, nearest: bool) -> None:
    run = kg("explain", *asked, "--format", "json", "--release", str(release.path))
    told: dict[str, Any] = json.loads(run.stdout)
    rules: dict[str, Any] = schema()
    assert (run.returncode, run.stderr) == (code, "")
    assert broken(told, rules, rules) == []
    assert (told["fact"] is None, told["holds"]) == (len(asked) == 1, holds)
    assert (bool(told["proofs"]), told["nearest"] is not None) == (proofs, nearest)
    assert told["about"] == (told["fact"] or [told["about"]])[0]


def test_json_holds_the_whole_proof(store: EmbeddedStore, prover: Prover) -> None:
    asked = fact(store, DARC, "a", "tsu:ServiceProvider")
    proofs = prover.proofs(asked)
    told: Any = json.loads(json.dumps(contents(asked[0], asked, proofs)))["proofs"]
    assert told[0]["rules"][0]["rule"] == "cls-svf1"
    assert told[0]["premises"]
    (leaf,) = leaves(proofs[0].premises[1])
    assert (leaf.evidence[0].passages, leaf.evidence[0].cue) == ((f"{BASE}id/passage/2685cde9819f/2382-2391",), "")


def test_prov_holds_the_whole_proof(store: EmbeddedStore, prover: Prover) -> None:
    (proof,) = prover.proofs(fact(store, DARC, "a", "tsu:ServiceProvider"))
    quads = set(proof_quads(proof, BASE, GRAPH))
    described = {quad.subject for quad in quads if quad.object == term("rdf:Statement")}
    assert len(described) == len({node.fact for node in walk(proof)})
    derived = {(quad.subject, quad.object) for quad in quads if quad.predicate == DERIVED and quad.object in described}
    assert len(derived) == len({(node.fact, premise.fact) for node in walk(proof) for premise in node.premises})
    assert {quad.object for quad in quads if quad.predicate == term("oa:exact")} == {ox.Literal("（特非）栃木ダルク")}
    assert {tsu("ServiceProvider"), tsu("contractorOf")} <= {quad.object for quad in quads if quad.predicate == term("dcterms:references")}


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param((DARC, "a", "tsu:ServiceProvider"), id="passages"),
        pytest.param((IWATE, "a", "tsu:EntrySupport"), id="a cue"),
        pytest.param((f"commission/{MODEL}/H30/090000/2020-12/2", "tsu:contractorKind", "code/contractor-kind/darc"), id="a cue alone"),
    ],
)
def test_the_evidence_of_prov_is_what_the_graph_has(store: EmbeddedStore, prover: Prover, asked: tuple[str, ...]) -> None:
    proof = prover.proofs(fact(store, *asked))[0]
    quads = set(proof_quads(proof, BASE, GRAPH))
    stated = {quad for quad in quads if str(quad.subject).startswith(tuple(f"<{BASE}id/{kind}/" for kind in ("passage", "cue", "source")))}
    ours = {quad.triple for quad in stated if quad.predicate not in {term("rdfs:label"), DERIVED} and quad.object != term("prov:Entity")}
    assert ours
    assert [triple for triple in ours if not store.query(f"ASK {{ {triple.subject} {triple.predicate} {triple.object} }}")] == []
    described = {quad.subject for quad in quads if quad.object == term("rdf:Statement")}
    told = {origin for one in described for origin in objects(quads, one, DERIVED) - described}
    found = [evidence for leaf in leaves(proof) for evidence in leaf.evidence]
    assert {str(origin) for origin in told} == {f"<{evidence.cue or evidence.passages[0]}>" for evidence in found}
    for evidence in found:
        cue = ox.NamedNode(evidence.cue) if evidence.cue else None
        assert cue is None or objects(quads, cue, DERIVED) == set(map(ox.NamedNode, evidence.passages))
    assert {origin for one in described for origin in objects(quads, one, SOURCE)} == {ox.NamedNode(found[0].document)}


def test_a_code_given_by_default_says_so_in_prov(store: EmbeddedStore, prover: Prover) -> None:
    answer = store.query(
        "SELECT ?s ?p ?o { ?s <https://w3id.org/tsunagi/ontology#decidedBy> ?c . ?c <https://w3id.org/tsunagi/ontology#byDefault> true ;"
        " <https://w3id.org/tsunagi/ontology#decidedProperty> ?p ; <https://w3id.org/tsunagi/ontology#decidedCode> ?o } ORDER BY ?s LIMIT 1"
    )
    assert isinstance(answer, Solutions)
    ((subject, predicate, value),) = answer.rows
    assert subject is not None
    assert predicate is not None
    assert value is not None
    (proof,) = prover.proofs((subject, predicate, value))
    quads = set(proof_quads(proof, BASE, GRAPH))
    assert ox.Literal("true", datatype=term("xsd:boolean")) in {quad.object for quad in quads if quad.predicate == tsu("byDefault")}
