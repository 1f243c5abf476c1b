"""The SKOS code lists: generated from the files that hold the cues, complete in both languages, well-formed."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from kg.errors import VocabularyError
from kg.rdf.concepts import Concept, concepts, notes, repairs, schemes
from kg.rdf.matches import Match, match_statements, matches
from kg.release.release import Release
from kg.store.port import Solutions, lexical
from kg.text.vocabulary import code_list

ROOT = Path(__file__).resolve().parents[2]
LISTS = sorted(path.stem for path in (ROOT / "ontology" / "codes").glob("*.csv"))
PREFIXES = "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX owl: <http://www.w3.org/2002/07/owl#> "


def rows(release: Release, text: str) -> list[tuple[str, ...]]:
    answer = release.store().query(PREFIXES + text)
    assert isinstance(answer, Solutions)
    return [tuple(lexical(term) for term in row) for row in answer.rows]


def test_every_code_of_every_list_is_a_concept_and_no_other() -> None:
    assert [scheme.name for scheme in schemes()] == LISTS
    assert set(concepts()) == {(name, notation) for name in LISTS for notation in code_list(name).notations}


def test_every_notation_of_the_annotation_rules_is_a_code() -> None:
    """The codes that the tables promise (docs: the design's contract)."""
    promised = {
        "contractor-kind": 14, "intervention-type": 21, "target-group": 20, "referrer": 13, "support-stage": 2, "counting": 2, "breakdown-kind": 2,
        "status": 4, "result-level": 3, "finding-kind": 9, "passage-role": 20, "severity": 3, "breakdown-dimension": 8, "disposition": 36,
    }  # fmt: skip
    assert {name: len(code_list(name).notations) for name in promised} == promised


@pytest.mark.parametrize("concept", concepts().values(), ids=lambda concept: f"{concept.scheme}/{concept.notation}")
def test_every_concept_is_defined_in_both_languages(concept: Concept) -> None:
    ja, en = concept.definitions
    assert ja.endswith("。")
    assert en.endswith(".")
    assert en.isascii() or re.search(r"[a-z]{3}", en)
    assert unicodedata.is_normalized("NFC", ja + en)
    assert concept.source
    assert not concept.broader or (concept.scheme, concept.broader) in concepts()


def test_the_hierarchy_has_no_circle() -> None:
    for scheme, notation in concepts():
        seen = [notation]
        while broader := concepts()[scheme, seen[-1]].broader:
            assert broader not in seen
            seen.append(broader)


def test_every_note_stands_in_both_languages_and_once() -> None:
    assert len({(scheme, notation, kind) for scheme, notation, kind, _ in notes()}) == len(notes()) > 0
    for _, _, _, (ja, en) in notes():
        assert ja.endswith("。")
        assert en.endswith(".")


def test_every_kind_of_finding_says_in_both_languages_what_to_do() -> None:
    assert list(repairs()) == list(code_list("finding-kind").notations)
    for ja, en in repairs().values():
        assert ja.endswith(("ください。", "構いません。"))
        assert en.endswith(".")
        assert unicodedata.is_normalized("NFC", ja + en)
    for language in (0, 1):
        assert len({sentences[language] for sentences in repairs().values()}) == len(repairs())


def test_what_to_do_stands_with_the_kind_of_finding(release: Release) -> None:
    asked = "SELECT ?n ?t { ?kind <https://w3id.org/tsunagi/ontology#suggestedRepair> ?t ; skos:notation ?n ; skos:inScheme <https://w3id.org/tsunagi/code/finding-kind> }"
    assert sorted(rows(release, asked)) == sorted((kind, text) for kind, texts in repairs().items() for text in texts)


def test_a_repair_for_an_unknown_kind_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.rdf.concepts.resources.rows", lambda *_: iter([{"kind": "nothing", "ja": "直す。", "en": "Repair."}]))
    with pytest.raises(VocabularyError) as caught:
        repairs.__wrapped__()
    assert "nothing" in str(caught.value)


def test_every_link_between_codes_is_stated_from_both_sides_and_names_its_evidence() -> None:
    base = "https://w3id.org/tsunagi/"
    stated = list(match_statements(base, concepts()))
    assert len(stated) == len(set(stated)), "a row repeats another, or says it the other way round"
    inside = sum(not match.outside for match in matches())
    assert len(stated) == len(matches()) + inside
    assert inside > 0


def test_every_outside_code_was_seen_somewhere_and_is_the_same_as_one_code_only() -> None:
    outside = [match for match in matches() if match.outside]
    assert len(outside) > 20
    assert all(re.search(r"\w.* \(seen \d{4}-\d{2}-\d{2}\)$", match.evidence) for match in outside)
    same = [(match.scheme, match.target) for match in outside if match.relation == "exactMatch"]
    assert len(same) == len(set(same)) > 5


def test_dispositions_and_target_groups_are_related_and_never_the_same() -> None:
    """People are no decisions: a link between the two lists says that they belong together, not that one is the other or a kind of it."""
    between = {match.relation for match in matches() if {match.scheme, match.target.partition("/")[0]} == {"disposition", "target-group"}}
    assert between == {"relatedMatch"}


def test_suspension_of_prosecution_is_non_prosecution_and_the_disposition_of_minor_offences_is_not() -> None:
    assert concepts()["disposition", "suspension-of-prosecution"].broader == "non-prosecution"
    assert concepts()["disposition", "disposition-of-minor-offence"].broader == ""


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("disposition", "fine", "sameAs", "disposition/parole", "刑法"), "no relation sameAs"),
        (("disposition", "reward", "related", "disposition/parole", "刑法"), "no code disposition/reward"),
        (("disposition", "fine", "related", "disposition/reward", "刑法"), "no target code disposition/reward"),
        (("disposition", "fine", "related", "target-group/fined", "刑法"), "use related within one list"),
        (("disposition", "fine", "closeMatch", "disposition/parole", "刑法"), "use related within one list"),
        (("disposition", "fine", "related", "http://example.org/fine", "刑法"), "use related within one list"),
        (("disposition", "fine", "closeMatch", "http://example.org/fine", ""), "the evidence is empty"),
    ],
)
def test_a_link_that_breaks_the_rules_is_named(monkeypatch: pytest.MonkeyPatch, row: tuple[str, str, str, str, str], said: str) -> None:
    monkeypatch.setattr("kg.rdf.matches.matches", lambda: (Match(*row, line=2),))
    with pytest.raises(VocabularyError, match=f"line 2: {said}"):
        list(match_statements("https://w3id.org/tsunagi/", concepts()))


def test_the_graph_holds_them_as_skos(release: Release) -> None:
    """In the graph ``codes``; codes made of the source's words (breakdown members) stand in ``data``."""
    codes = "GRAPH <https://w3id.org/tsunagi/graph/codes>"
    assert len(rows(release, f"SELECT ?c {{ {codes} {{ ?c a skos:Concept ; skos:inScheme ?s ; skos:notation ?n }} }}")) == len(concepts())
    for what in ("prefLabel", "definition"):
        found = rows(release, f"SELECT ?c ?l {{ {codes} {{ ?c a skos:Concept ; skos:{what} ?v }} BIND(LANG(?v) AS ?l) }}")
        assert sorted(found) == sorted((iri, language) for iri in {iri for iri, _ in found} for language in ("ja", "en"))
        assert len(found) == 2 * len(concepts())
    # SKOS Reference, S27: what is related is not broader, however far up
    assert not rows(release, "SELECT ?c { ?c skos:related ?d . ?c skos:broader+ ?d }")
    assert not rows(release, "SELECT ?c { ?c skos:broader ?b FILTER NOT EXISTS { ?b skos:narrower ?c } }")
    assert not rows(
        release,
        "SELECT ?c { ?c a skos:Concept ; skos:inScheme ?s FILTER NOT EXISTS { ?c skos:broader ?b } FILTER NOT EXISTS { ?c skos:topConceptOf ?s } }",
    )


def test_every_class_and_property_in_use_is_in_the_ontology_with_labels_and_definitions(release: Release) -> None:
    ours = "https://w3id.org/tsunagi/ontology#"
    used = {iri for (iri,) in rows(release, "SELECT DISTINCT ?x { { ?s ?x ?o } UNION { ?s a ?x } }") if iri.startswith(ours)}
    told = rows(
        release, "SELECT ?t ?l ?d { ?t rdfs:isDefinedBy ?o ; rdfs:label ?x ; skos:definition ?y BIND(LANG(?x) AS ?l) BIND(LANG(?y) AS ?d) }"
    )
    by_term = {term: {(label, definition) for t, label, definition in told if t == term} for term, _, _ in told}
    assert used
    assert used <= set(by_term)
    assert all(found == {(a, b) for a in ("ja", "en") for b in ("ja", "en")} for found in by_term.values())


def test_every_class_named_by_a_code_is_in_the_ontology(release: Release) -> None:
    ours = "https://w3id.org/tsunagi/ontology#"
    classes = {iri.removeprefix(ours) for (iri,) in rows(release, "SELECT ?c { ?c a owl:Class FILTER(ISIRI(?c)) }")}
    assert {concept.function for concept in concepts().values()} - {""} <= classes
