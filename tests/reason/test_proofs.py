"""Every inferred fact has a proof that stands on asserted facts with their cells; a fact that does not hold says what is missing."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator

import pyoxigraph as ox
import pytest

from kg.cli.explain import EXAMPLE
from kg.errors import QueryError
from kg.queries.rules import Pattern
from kg.rdf.terms import term, tsu
from kg.reason.explanation import Words
from kg.reason.naming import term_of
from kg.reason.proofs import INFERRED, Gap, Proof, Prover
from kg.release.release import Release
from kg.store.embedded import EmbeddedStore
from kg.store.port import Solutions

BASE = "https://w3id.org/tsunagi/"
DARC = "特定非営利活動法人栃木ダルク"
MODEL = "moj-community-reoffending-prevention-model"
SHIGA, TOCHIGI, OSAKA = (f"{MODEL}/H30/{code}/2020-12" for code in ("250007", "090000", "270008"))


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


def test_a_sixtieth_of_all_inferred_facts_is_proven(store: EmbeddedStore, prover: Prover) -> None:
    facts = inferred_facts(store)
    assert len(facts) > 2000
    for one in facts[::60]:
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


@pytest.mark.full
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


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        # what ties a total to its part are the two figures, not the date that they share
        ((f"outcome/{SHIGA}/1-12", "tsu:breakdownOf", f"outcome/{SHIGA}/1-01"), ["支援実施対象者数", "103", "30～50代", "53"]),
        # a row and the item or figure in it, a project and its row
        ((f"commission/{TOCHIGI}/4", "tsu:hasIntervention", f"intervention/{TOCHIGI}/4-1"), ["更生保護法人尚徳有隣会", "上記のモデル事業対象者のうち、住居確保支援が必要と認められる者（男性）に対して、支援を実施。"]),
        ((f"project/{OSAKA.removesuffix('/2020-12')}", "tsu:hasCommission", f"commission/{OSAKA}/2"), ["大阪府", "福祉部 障がい福祉室 自立支援課", "—"]),
        # each property of a figure by its own characters
        ((f"outcome/{SHIGA}/1-01", "tsu:value", "103"), ["103"]),
        ((f"outcome/{SHIGA}/1-01", "tsu:unit", '"人"'), ["人"]),
        ((f"outcome/{SHIGA}/1-01", "tsu:asOf", '"2020-12-31"^^<http://www.w3.org/2001/XMLSchema#date>'), ["R2.12.31時点"]),
        ((f"outcome/{SHIGA}/1-01", "tsu:wasReadFrom", "passage/2685cde9819f/6138-6141"), ["103"]),
        # a table edition by its own title
        ((f"edition/{MODEL}/R1/2020-12", "tsu:cohort", '"R1"'), ["地域再犯防止推進モデル事業における取組状況等について【令和元年度開始分】（令和2年12月末現在）"]),
    ],
)  # fmt: skip
def test_the_evidence_is_what_tells_the_fact(store: EmbeddedStore, prover: Prover, words: tuple[str, str, str], quotes: list[str]) -> None:
    (proof,) = prover.proofs(fact(store, *words))
    assert [found.quote for found in proof.evidence] == quotes


def test_what_decided_a_class_is_told_and_so_is_that_nothing_decided(store: EmbeddedStore, prover: Prover) -> None:
    (proof,) = prover.proofs(fact(store, DARC, "a", "tsu:DrugAddictionRehabilitationCenter"))
    assert [(found.quote, found.decided) for found in proof.evidence] == [("ダルク", True)]
    (left,) = prover.proofs(fact(store, "愛知県弁護士会", "tsu:legalForm", "code/legal-form/none"))
    assert [(found.decided, found.by_default) for found in left.evidence] == [(False, True)]
    said = {language: "\n".join(Words(store, language).proof(left)) for language in ("ja", "en")}
    assert "決め手となる語なし" in said["ja"]
    assert "no words decided it" in said["en"]


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


def test_the_nearest_rule_is_one_that_the_facts_of_the_subject_come_near(store: EmbeddedStore, prover: Prover) -> None:
    """Not one that needs a fact of the same kind again, nor one that some other thing comes near."""
    (below,) = missing(store, prover, f"intervention/{TOCHIGI}/2-1", "a", "tsu:DarcSubstanceDependenceSupport").below
    assert below.met
    reached = missing(store, prover, f"intervention/{TOCHIGI}/2-1", "tsu:reachesTarget", "code/target-group/substance-dependent")
    assert [one[1] for one in reached.missing] == [tsu("targetGroup")]
    active = missing(store, prover, DARC, "tsu:activeIn", "area/430005")
    assert [one[1:] for one in active.missing] == [(tsu("worksFor"), term_of("government/430005", store, BASE))]
    operator = missing(store, prover, DARC, "a", "tsu:SettlementSupportCenterOperator")
    assert [one[0] for gap in operator.below for one in gap.missing] == [term_of(f"commission/{TOCHIGI}/2", store, BASE)]


def missing(store: EmbeddedStore, prover: Prover, *words: str) -> Gap:
    gap = prover.gap(fact(store, *words))
    assert gap
    return gap


def test_what_does_not_follow_is_not_denied(store: EmbeddedStore, prover: Prover) -> None:
    gap = missing(store, prover, "government/250007", "a", "tsu:GovernmentActingAlone")
    ja, en = (list(Words(store, language).gap(gap)) for language in ("ja", "en"))
    assert "このリリースからは導けません" in ja[0]
    assert "does not follow" in en[0]
    assert [line.strip() for line in ja if "今の値" in line] == ["今の値: 3"]
    assert [line.strip() for line in en if "it has" in line] == ["it has: 3"]
    assert (ja[-1][0], en[-1][0]) == ("※", "※")


def test_two_things_of_one_name_are_told_apart(store: EmbeddedStore) -> None:
    governs = fact(store, "government/430005", "tsu:governs", "area/430005")
    assert Words(store, "ja").fact(governs) == "熊本県（都道府県） ― 管轄する区域 → 熊本県（行政区域）"
    assert Words(store, "en").fact(governs) == "Kumamoto (prefecture) ― governs → Kumamoto (administrative area)"
    assert Words(store, "ja").fact(fact(store, "area/431001", "tsu:locatedIn", "area/430005")).startswith("熊本市 ―")


def test_what_has_no_name_is_called_by_what_it_says(store: EmbeddedStore) -> None:
    finding, passage = (term_of(key, store, BASE) for key in ("finding/2685cde9819f/missing-result-1922", "passage/2685cde9819f/6138-6141"))
    assert Words(store, "ja").label(finding) == "所見『事業内容「・」に対応する活動実績の記載がありません。』"
    assert Words(store, "en").label(finding) == "finding “no result reports on item '・'”"
    assert Words(store, "ja").label(passage) == "出典の箇所『103』"
    assert Words(store, "en").label(term_of("tsu:Project", store, BASE)) == "project"


def test_words_say_it_in_both_languages(store: EmbeddedStore, prover: Prover) -> None:
    (proof,) = prover.proofs(fact(store, DARC, "a", "tsu:ServiceProvider"))
    ja, en = ("\n".join(Words(store, language).proof(proof)) for language in ("ja", "en"))
    assert f"「{DARC}」は「受託事業者」である" in ja
    assert "cls-svf1" in ja
    assert "根拠: moj-model-projects-2020-12.txt:19:4 (2382-2391) 「（特非）栃木ダルク」" in ja
    assert f"{DARC} is classed as “service provider”" in en
    assert "read from moj-model-projects-2020-12.txt:19:4 (2382-2391)" in en


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


def test_who_types_a_part_of_a_name_or_one_of_several_is_shown_what_to_type(store: EmbeddedStore) -> None:
    for typed, shown in (("栃木ダルク", f"organization/栃木県-{DARC}"), ("滋賀県", "government/250007"), ("滋賀県", "area/250007")):
        with pytest.raises(QueryError) as caught:
            term_of(typed, store, BASE)
        assert shown in caught.value.in_language("ja")
        assert shown in caught.value.in_language("en")
        assert term_of(shown, store, BASE)


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
    assert [kg("explain", "government/090000", a, "tsu:Project", *at).returncode for a in ("5", "'x'")] == [2, 2]
    in_turtle = kg("explain", "government/090000", "a", "tsu:GovernmentActingAlone", "--format", "ttl", *at)
    assert (in_turtle.returncode, in_turtle.stdout) == (1, "")
    assert "欠ける" in in_turtle.stderr
    nothing = kg("explain", "rdfs:NoSuchThing", *at)
    assert nothing.returncode == 2
    assert "Traceback" not in nothing.stderr
    everything = kg("explain", DARC, "--format", "json", *at)
    said = [(one["fact"][2] if one["fact"][1].endswith("#type>") else one["fact"][1]) for one in json.loads(everything.stdout)["proofs"]]
    assert len(said) > 5
    ours = [word.startswith(f"<{BASE}ontology#") for word in said]
    assert ours == sorted(ours, reverse=True)
    turtle = kg("explain", DARC, "--format", "ttl", *at).stdout
    assert len(list(ox.parse(turtle, format=ox.RdfFormat.TURTLE))) > 50


def test_the_examples_of_the_help_work(release: Release) -> None:
    for example in re.findall(r"kg explain ([^|]+)", EXAMPLE):
        assert kg("explain", *example.split(), "--release", str(release.path)).returncode == 0, example
