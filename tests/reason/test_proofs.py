"""Every inferred fact has a proof that stands on asserted facts with their cells; a fact that does not hold says what is missing."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.queries.rules import Pattern
from kg.rdf.terms import term, tsu
from kg.reason.explanation import Words, gap_json, proof_json, proof_quads
from kg.reason.naming import term_of
from kg.reason.proofs import INFERRED, Proof, Prover
from kg.release.release import Release
from kg.store.embedded import EmbeddedStore
from kg.store.port import Solutions

BASE = "https://w3id.org/tsunagi/"
GRAPH = ox.NamedNode(f"{BASE}graph/explanation")
DARC = "特定非営利活動法人栃木ダルク"


@pytest.fixture(scope="module")
def store(release: Release) -> EmbeddedStore:
    return release.store()


@pytest.fixture(scope="module")
def prover(store: EmbeddedStore) -> Prover:
    return Prover(store, f"{BASE}graph/ontology")


def inferred_facts(store: EmbeddedStore) -> list[Pattern]:
    answer = store.query(f"SELECT ?s ?p ?o {{ GRAPH <{BASE}graph/inferred> {{ ?s ?p ?o }} }} ORDER BY ?s ?p ?o")
    assert isinstance(answer, Solutions)
    return [(s, p, o) for s, p, o in answer.rows if s and p and o]


def walk(proof: Proof) -> Iterator[Proof]:
    yield proof
    for premise in proof.premises:
        yield from walk(premise)


def fact(store: EmbeddedStore, *words: str) -> Pattern:
    subject, predicate, value = (term_of(word, store, BASE) for word in words)
    return subject, predicate, value


def check(proof: Proof) -> None:
    """An inferred fact has steps and premises, an asserted one a graph; nothing is its own premise."""
    for node in walk(proof):
        assert bool(node.steps) != bool(node.graphs)
        assert INFERRED not in node.graphs
        assert node.fact not in {below.fact for premise in node.premises for below in walk(premise)}
        if "data" in node.graphs:
            assert node.evidence, node.fact
            assert all(found.quote and found.end - found.start == len(found.quote) for found in node.evidence)


def test_a_tenth_of_all_inferred_facts_is_proven(store: EmbeddedStore, prover: Prover) -> None:
    facts = inferred_facts(store)
    assert len(facts) > 2000
    for one in facts[::10]:
        proofs = prover.proofs(one)
        assert proofs, one
        check(proofs[0])


@pytest.mark.full
def test_all_inferred_facts_are_proven(store: EmbeddedStore, prover: Prover) -> None:
    for one in inferred_facts(store):
        proofs = prover.proofs(one)
        assert proofs, one
        check(proofs[0])


def test_a_proof_goes_down_to_the_cells_by_named_rules(store: EmbeddedStore, prover: Prover, source_text: str) -> None:
    (proof,) = prover.proofs(fact(store, DARC, "tsu:activeIn", "area/090000"))
    rules = [step.rule.name for node in walk(proof) for step in node.steps]
    assert rules == ["prp-spo2", "prp-spo2", "prp-inv2", "prp-spo2", "prp-inv2"]
    quotes = {(found.start, found.end): found.quote for node in walk(proof) for found in node.evidence}
    assert "（特非）栃木ダルク" in quotes.values()
    assert all(source_text[start:end] == quote for (start, end), quote in quotes.items())
    assert any(node.graphs == ("reference",) for node in walk(proof))


def test_the_shortest_proof_comes_first(store: EmbeddedStore, prover: Prover) -> None:
    """Who has two commissions of a government works for it twice over."""
    several = [proofs for one in inferred_facts(store) if one[1] == tsu("worksFor") and len(proofs := prover.proofs(one)) > 1]
    assert several
    assert all([proof.size() for proof in proofs] == sorted(proof.size() for proof in proofs) for proofs in several)


def test_a_code_is_proven_by_the_characters_that_decided_it(store: EmbeddedStore, prover: Prover) -> None:
    entry = next(one for one in inferred_facts(store) if one[2] == tsu("EntrySupport"))
    (proof,) = prover.proofs(entry)
    cues = [found for node in walk(proof) for found in node.evidence if found.decided]
    assert {found.quote for found in cues} == {"入口支援"}


def test_an_asserted_fact_explains_itself_by_its_cell(store: EmbeddedStore, prover: Prover) -> None:
    (proof,) = prover.proofs(
        fact(store, "commission/moj-community-reoffending-prevention-model/H30/090000/2020-12/2", "tsu:contractor", DARC)
    )
    assert proof.steps == ()
    assert [found.quote for found in proof.evidence] == ["（特非）栃木ダルク"]


def test_that_nobody_is_named_is_proven_by_the_dashes(store: EmbeddedStore, prover: Prover) -> None:
    (proof,) = prover.proofs(fact(store, "government/120006", "a", "tsu:GovernmentActingAlone"))
    counted = next(node for node in walk(proof) if node.fact[1] == tsu("contractorCount"))
    assert [found.quote for found in counted.evidence] == ["—"]


def test_an_axiom_that_follows_from_others_is_proven_from_them(store: EmbeddedStore, prover: Prover) -> None:
    (proof,) = prover.proofs(fact(store, "tsu:City", "rdfs:subClassOf", "tsu:LocalGovernment"))[:1]
    assert [step.rule.name for step in proof.steps] == ["scm-sco"]
    assert all(premise.graphs == ("ontology",) for premise in proof.premises)


def test_what_does_not_hold_says_which_premise_is_missing(store: EmbeddedStore, prover: Prover) -> None:
    false = fact(store, "government/090000", "a", "tsu:GovernmentActingAlone")
    assert prover.proofs(false) == []
    gap = prover.gap(false)
    assert gap
    assert [one[2] for one in gap.missing] == [tsu("ProjectWithoutContractor")]
    (below,) = gap.below
    assert [(one[1], str(one[2])) for one in below.missing] == [(tsu("contractorCount"), '"0"^^<http://www.w3.org/2001/XMLSchema#integer>')]
    assert prover.gap(fact(store, DARC, "tsu:text", "government/090000")) is None
    nearest = prover.gap(fact(store, DARC, "tsu:operates", "centre/福岡県地域生活定着支援センター"))
    assert nearest
    assert nearest.met


def test_words_say_it_in_both_languages(store: EmbeddedStore, prover: Prover) -> None:
    (proof,) = prover.proofs(fact(store, DARC, "a", "tsu:ServiceProvider"))
    ja, en = ("\n".join(Words(store, language).proof(proof)) for language in ("ja", "en"))
    assert "は「受託事業者」である" in ja
    assert "cls-svf1" in ja
    assert "根拠: moj-model-projects-2020-12.txt:19:4 (2382-2391) 「（特非）栃木ダルク」" in ja
    assert "is a service provider" in en
    assert "read from moj-model-projects-2020-12.txt:19:4 (2382-2391)" in en


def test_json_and_prov_hold_the_whole_proof(store: EmbeddedStore, prover: Prover) -> None:
    (proof,) = prover.proofs(fact(store, DARC, "a", "tsu:ServiceProvider"))
    assert json.loads(json.dumps(proof_json(proof)))["rules"][0]["rule"] == "cls-svf1"
    quads = set(proof_quads(proof, BASE, GRAPH))
    described = {quad.subject for quad in quads if quad.object == term("rdf:Statement")}
    assert len(described) == len({node.fact for node in walk(proof)})
    derived = {(quad.subject, quad.object) for quad in quads if quad.predicate == term("prov:wasDerivedFrom")}
    assert len(derived) == len({(node.fact, premise.fact) for node in walk(proof) for premise in node.premises})
    assert {quad.object for quad in quads if quad.predicate == term("oa:exact")} == {ox.Literal("（特非）栃木ダルク")}
    gap = prover.gap(fact(store, "government/090000", "a", "tsu:GovernmentActingAlone"))
    assert gap
    assert gap_json(gap)["missing"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("a", term("rdf:type")), ("tsu:Project", tsu("Project")), ("0", ox.Literal("0", datatype=term("xsd:integer"))),
        ('"熊本市"@ja', ox.Literal("熊本市", language="ja")), ("government/120006", ox.NamedNode(f"{BASE}id/government/120006")),
        (f"<{BASE}id/government/120006>", ox.NamedNode(f"{BASE}id/government/120006")), (DARC, ox.NamedNode(f"{BASE}id/organization/栃木県-{DARC}")),
        (f"{BASE}id/organization/%E6%A0%83%E6%9C%A8%E7%9C%8C-%E7%89%B9%E5%AE%9A%E9%9D%9E%E5%96%B6%E5%88%A9%E6%B4%BB%E5%8B%95%E6%B3%95%E4%BA%BA%E6%A0%83%E6%9C%A8%E3%83%80%E3%83%AB%E3%82%AF", ox.NamedNode(f"{BASE}id/organization/栃木県-{DARC}")),
    ],
)  # fmt: skip
def test_things_are_named_as_people_type_them(store: EmbeddedStore, typed: str, meant: object) -> None:
    assert term_of(typed, store, BASE) == meant


@pytest.mark.parametrize(
    "typed", ["", "rdfs:NoSuchThing", "滋賀県", "nobody knows", '"open', "http://[", "government/000000", '" } DROP ALL #']
)
def test_what_means_nothing_or_several_things_is_said_so(store: EmbeddedStore, typed: str) -> None:
    with pytest.raises(QueryError) as caught:
        term_of(typed, store, BASE)
    assert caught.value.in_language("ja") != caught.value.in_language("en")


def kg(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "kg", *arguments], capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_verb_explains_and_exits_by_whether_it_holds(release: Release) -> None:
    at = ["--release", str(release.path), "--lang", "ja"]
    good = kg("explain", "government/120006", "a", "tsu:GovernmentActingAlone", *at)
    assert (good.returncode, good.stderr) == (0, "")
    assert "「—」" in good.stdout
    bad = kg("explain", "government/090000", "a", "tsu:GovernmentActingAlone", *at)
    assert bad.returncode == 1
    assert "欠ける" in bad.stdout
    assert kg("explain", "government/090000", "a", *at).returncode == 2
    nothing = kg("explain", "rdfs:NoSuchThing", *at)
    assert nothing.returncode == 2
    assert "Traceback" not in nothing.stderr
    everything = kg("explain", DARC, "--format", "json", *at)
    assert len(json.loads(everything.stdout)) > 5
    turtle = kg("explain", DARC, "--format", "ttl", *at).stdout
    assert len(list(ox.parse(turtle, format=ox.RdfFormat.TURTLE))) > 50
