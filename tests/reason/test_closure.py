"""What is inferred: against an independent engine (owlrl), against the tables, and at the edges."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from owlrl import DeductiveClosure, OWLRL_Semantics

from kg.errors import GraphError
from kg.rdf.ontology import ontology_quads
from kg.rdf.terms import term, tsu
from kg.reason.closure import Closure
from kg.reason.contradiction import refuse_contradictions
from kg.reason.trivial import PATTERNS, is_trivial
from kg.release.build import build
from kg.release.release import Release
from kg.settings import Settings
from kg.store.working import WorkingStore
from tests.conftest import Tables

BASE = "https://w3id.org/tsunagi/"
GIVEN = ox.NamedNode(f"{BASE}graph/data")


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    """The embedded table without the places that it does not speak of: owlrl takes minutes for all of them (tests/release/test_reference.py)."""
    return build([], tmp_path_factory.mktemp("embedded") / "release", Settings(all_places=False))


def given(release: Release, *, passages: int | None = None) -> list[ox.Quad]:
    """What a build reasons over: all graphs but the catalogue and the conclusions; of the provenance only so many quads."""
    kept = []
    for quad in ox.parse(path=str(release.quads), format=ox.RdfFormat.N_QUADS):
        name = str(quad.graph_name).rpartition("/")[2].rstrip(">")
        if name in {"catalog", "inferred"}:
            continue
        if name == "provenance" and passages is not None:
            passages -= 1
            if passages < 0:
                continue
        kept.append(quad)
    return kept


def inferred(quads: Sequence[ox.Quad]) -> set[ox.Triple]:
    store = WorkingStore()
    for graph in {quad.graph_name for quad in quads}:
        assert isinstance(graph, ox.NamedNode)
        store.add((quad.triple for quad in quads if quad.graph_name == graph), graph)
    found = list(Closure(store).triples())
    assert len(found) == len(set(found))
    return set(found)


def by_owlrl(quads: Iterable[ox.Quad]) -> set[ox.Triple]:
    """The closure that owlrl finds, without what was given and without RDF's impossible triples, as triples."""
    graph = rdflib.Graph()
    content = ox.serialize({quad.triple for quad in quads}, format=ox.RdfFormat.N_TRIPLES)
    graph.parse(data=content, format="nt")
    before = set(graph)
    DeductiveClosure(OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(graph)
    assert not set(graph.subjects(rdflib.RDF.type, rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")))
    new = rdflib.Graph()
    for triple in set(graph) - before:
        if not isinstance(triple[0], rdflib.Literal):
            new.add(triple)
    return {quad.triple for quad in ox.parse(new.serialize(format="nt"), format=ox.RdfFormat.N_TRIPLES)}


def other_names(quads: Iterable[ox.Quad]) -> dict[object, set[object]]:
    """By name, all names of the same thing, as owl:sameAs gives them."""
    names: dict[object, set[object]] = {}
    for quad in quads:
        if quad.predicate == term("owl:sameAs"):
            both = names.get(quad.subject, {quad.subject}) | names.get(quad.object, {quad.object})
            for name in both:
                names[name] = both
    return names


def without_patterns(triples: set[ox.Triple], quads: list[ox.Quad]) -> set[ox.Triple]:
    """Owlrl's conclusions minus the patterns; the two about other names are worked out anew here, from what they say."""
    names = other_names(quads)
    stated = {quad.triple for quad in quads}
    used = {part for triple in stated if triple.predicate != term("owl:sameAs") for part in triple}
    kept = set()
    for triple in triples:
        if is_trivial(triple) or any(part in names and part not in used for part in triple):
            continue
        if any(ox.Triple(*choice) in stated for choice in product(*(names.get(part, {part}) for part in triple))):
            continue
        kept.add(triple)
    return kept


def test_there_are_at_most_twelve_patterns_and_none_names_a_term_of_ours() -> None:
    assert len(PATTERNS) == len(set(PATTERNS)) <= 12
    assert not any("tsu" in pattern for pattern in PATTERNS)


@pytest.mark.full
def test_it_is_what_owlrl_infers_on_ontology_and_data(release: Release) -> None:
    quads = given(release, passages=4000)
    ours, theirs = inferred(quads), without_patterns(by_owlrl(quads), quads)
    assert len(ours) > 2000
    assert ours == theirs


def published(release: Release) -> set[ox.Triple]:
    return {
        quad.triple for quad in ox.parse(path=str(release.quads), format=ox.RdfFormat.N_QUADS) if str(quad.graph_name).endswith("inferred>")
    }


def test_what_a_release_publishes_is_what_follows_of_all_that_it_states(release: Release) -> None:
    """Findings of checks among it, which a build makes after it has checked."""
    assert inferred(given(release)) == published(release)


@pytest.mark.full
def test_it_is_what_owlrl_infers_on_the_whole_release(release: Release) -> None:
    quads = given(release)
    assert published(release) == without_patterns(by_owlrl(quads), quads)


def pairs(release: Release, predicate: ox.NamedNode, value: ox.NamedNode | None = None) -> set[tuple[str, str]]:
    """Subject and value of the inferred statements with a predicate."""
    return {
        (quad.subject.value, quad.object.value)
        for quad in ox.parse(path=str(release.quads), format=ox.RdfFormat.N_QUADS)
        if str(quad.graph_name).endswith("/inferred>")
        and quad.predicate == predicate
        and value in {None, quad.object}
        and isinstance(quad.subject, ox.NamedNode)
        and isinstance(quad.object, ox.NamedNode)
    }


def members(release: Release, name: str) -> set[str]:
    return {subject for subject, _ in pairs(release, term("rdf:type"), tsu(name))}


def test_the_conclusions_are_what_the_tables_say(release: Release, embedded: Tables) -> None:
    """Each conclusion that users ask for, worked out from the rows of the CSV tables."""
    rows, items = embedded["commissions"], embedded["interventions"]
    by_id = {row["commission_id"]: row for row in rows}
    government = {row["project_id"]: f"{BASE}id/government/{row['municipality_code']}" for row in embedded["projects"]}
    contractors = {row["contractor_id"] for row in rows if row["contractor_id"]}
    assert members(release, "ServiceProvider") == contractors
    assert members(release, "SettlementSupportCenterOperator") == {row["contractor_id"] for row in rows if row["settlement_support_center"]}
    deliverer = {row["commission_id"]: row["contractor_id"] or government[row["project_id"]] for row in rows}
    assert pairs(release, tsu("deliveredBy")) == {(item["intervention_id"], deliverer[item["commission_id"]]) for item in items}
    for stage, name in (("entry", "EntrySupport"), ("exit", "ExitSupport")):
        assert members(release, name) == {item["intervention_id"] for item in items if stage in item["stages"].split(";")}
    dependent = {item["intervention_id"] for item in items if "substance-dependent" in item["targets"].split(";")}
    assert members(release, "SubstanceDependenceSupport") == dependent
    by_darc = {item["intervention_id"] for item in items if by_id[item["commission_id"]]["contractor_kind"] == "darc"}
    assert members(release, "DarcSubstanceDependenceSupport") == dependent & by_darc != set()
    alone = {project for project in government if not any(row["contractor"] for row in rows if row["project_id"] == project)}
    assert members(release, "GovernmentActingAlone") == {government[project] for project in alone}
    assert members(release, "DirectlyActingGovernment") == {government[row["project_id"]] for row in rows if not row["contractor"]}
    prefecture = {code: f"{code[:2]}0000" for code in (row["municipality_code"] for row in embedded["projects"])}
    active = {(provider, area[-6:-4]) for provider, area in pairs(release, tsu("activeIn"))}
    assert active == {(row["contractor_id"], prefecture[government[row["project_id"]][-6:]][:2]) for row in rows if row["contractor_id"]}
    broader = {"vocational-training": {"vocational-training", "employment-support"}}
    covered = {(item["intervention_id"], code) for item in items for name in item["types"].split(";") for code in broader.get(name, {name})}
    assert {(item, code.rpartition("/")[2]) for item, code in pairs(release, tsu("coversType"))} == covered


def test_no_conclusion_is_stated_by_the_converters(release: Release) -> None:
    """None of the properties and classes that reasoning is for stands in another graph."""
    for name in (
        "deliveredBy",
        "delivers",
        "operates",
        "activeIn",
        "worksFor",
        "coversType",
        "reachesTarget",
        "responsibleGovernment",
        "commissionedBy",
    ):
        graphs = {str(q.graph_name) for q in ox.parse(path=str(release.quads), format=ox.RdfFormat.N_QUADS) if q.predicate == tsu(name)}
        assert graphs == {f"<{BASE}graph/inferred>"}, name


NEW_CLASS = """
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix tsu: <https://w3id.org/tsunagi/ontology#> . @prefix ex: <http://example.org/> .
ex:JointProvider a owl:Class ; rdfs:subClassOf tsu:ServiceProvider .
[ a owl:Class ; owl:intersectionOf ( tsu:ServiceProvider tsu:SettlementSupportCenterOperator
    [ a owl:Restriction ; owl:onProperty [ owl:inverseOf tsu:contractor ] ; owl:someValuesFrom ex:DirectCommissionOrNot ] ) ] rdfs:subClassOf ex:JointProvider .
ex:DirectCommissionOrNot a owl:Class ; owl:unionOf ( tsu:DirectCommission tsu:Commission ) .
"""


def test_a_class_that_a_newcomer_adds_is_inferred_at_once(release: Release, embedded: Tables) -> None:
    """Also with expressions that the ontology itself does not use: an inverse property, a named union, an intersection of three."""
    quads = given(release, passages=0)
    quads += [ox.Quad(quad.subject, quad.predicate, quad.object, GIVEN) for quad in ox.parse(NEW_CLASS, format=ox.RdfFormat.TURTLE)]
    joint = ox.NamedNode("http://example.org/JointProvider")
    found = {str(triple.subject)[1:-1] for triple in inferred(quads) if triple.predicate == term("rdf:type") and triple.object == joint}
    assert found == {row["contractor_id"] for row in embedded["commissions"] if row["settlement_support_center"]} != set()


def test_facts_that_contradict_the_ontology_are_named_with_rule_and_cells(release: Release) -> None:
    quads = given(release)
    body = next(quad.subject for quad in quads if quad.object == tsu("Prefecture") and quad.predicate == term("rdf:type"))
    store = WorkingStore()
    store.add({quad.triple for quad in quads}, GIVEN)
    refuse_contradictions(Closure(store).contradictions(), store)
    outcome = next(quad for quad in quads if quad.predicate == tsu("breakdownOf"))
    assert isinstance(outcome.object, ox.NamedNode)
    store.add(
        [ox.Triple(body, term("rdf:type"), tsu("AdministrativeArea")), ox.Triple(outcome.object, tsu("breakdownOf"), outcome.subject)],
        GIVEN,
    )
    with pytest.raises(GraphError) as caught:
        refuse_contradictions(Closure(store).contradictions(), store)
    message = caught.value.in_language("ja")
    assert caught.value.exit_code == 1
    assert "規則 cax-adc" in message
    assert "tsu:AdministrativeArea" in message
    assert "規則 prp-asyp" in message
    assert "moj-model-projects-2020-12.txt:" in message
    assert "rule prp-asyp" in caught.value.in_language("en")


def test_axioms_that_data_yield_are_applied_too() -> None:
    """A property that turns out to be the same as an axiom's: the rules are made anew."""
    text = """@prefix ex: <http://example.org/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    ex:narrower rdfs:subPropertyOf rdfs:subClassOf . ex:C ex:narrower ex:D . ex:a a ex:C ."""
    quads = [ox.Quad(quad.subject, quad.predicate, quad.object, GIVEN) for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)]
    assert {str(triple.object) for triple in inferred(quads)} == {"<http://example.org/D>"}


def test_the_ontology_alone_contradicts_nothing_and_infers_the_same_twice() -> None:
    quads = list(ontology_quads(GIVEN))
    assert inferred(quads) == inferred(list(reversed(quads)))
    assert inferred(quads)


def test_a_store_on_disk_infers_the_same(release: Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    body = tmp_path / "body.nq"
    body.write_bytes(ox.serialize(given(release, passages=0), format=ox.RdfFormat.N_QUADS) or b"")
    in_memory = set(Closure(WorkingStore.load(body, tmp_path / "unused")).triples())
    monkeypatch.setattr("kg.store.working._BYTES_IN_MEMORY", 0)
    monkeypatch.setattr("kg.reason.closure._AT_ONCE", 50)
    assert set(Closure(WorkingStore.load(body, tmp_path / "store")).triples()) == in_memory
    assert (tmp_path / "store").is_dir()
    assert not (tmp_path / "unused").exists()
