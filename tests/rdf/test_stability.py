"""IRIs are stable, editions live side by side, and the registry changes no key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg import resources
from kg.rdf.registry import registry
from kg.release.build import build
from kg.release.release import Release
from kg.settings import Settings
from kg.store.port import Solutions, Store, lexical

PREFIXES = """PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
BASE = Settings().base


def rows(store: Store, text: str) -> list[tuple[str, ...]]:
    answer = store.query(PREFIXES + text)
    assert isinstance(answer, Solutions)
    return sorted(tuple(lexical(term) for term in row) for row in answer.rows)


@pytest.fixture(scope="module")
def two_editions(tmp_path_factory: pytest.TempPathFactory) -> Release:
    """The embedded table, and the same table a year later with one figure more in 北海道 (13 in place of 12, and 7 部会)."""
    place = tmp_path_factory.mktemp("editions")
    source = resources.path(resources.EMBEDDED_SOURCE)
    text = source.read_text(encoding="utf-8")
    later = text.replace("令和2年12月末現在", "令和3年12月末現在").replace("地域会議12回", "新部会7回 地域会議13回", 1)
    assert later.count("新部会7回") == 1
    (place / "later.txt").write_text(later, encoding="utf-8")
    return build([source, place / "later.txt"], place / "release", Settings(all_places=False))


def test_editions_share_projects_and_contractors_but_no_commission(two_editions: Release) -> None:
    store = two_editions.store()
    assert len(rows(store, "SELECT ?p { ?p a tsu:Project }")) == 36
    assert len(rows(store, "SELECT ?c { ?c a tsu:Commission }")) == 142
    assert len(rows(store, "SELECT DISTINCT ?o { ?c tsu:contractor ?o }")) == 48
    assert rows(store, "SELECT DISTINCT ?e ?d { ?t a tsu:TableEdition ; tsu:edition ?e ; tsu:tableDate ?d }") == [
        ("2020-12", "2020-12-31"), ("2021-12", "2021-12-31"),
    ]  # fmt: skip


def test_was_12_now_13_can_be_told(two_editions: Release) -> None:
    found = rows(
        two_editions.store(),
        """SELECT ?e ?v { ?p tsu:undertakenBy/rdfs:label "北海道"@ja ; tsu:hasCommission ?c . ?c tsu:reportedIn/tsu:edition ?e ; tsu:hasOutcome ?o .
           ?o tsu:indicator "推進会議開催回数 / 地域会議" ; tsu:value ?v }""",
    )
    assert found == [("2020-12", "12"), ("2021-12", "13")]


def test_every_project_of_two_editions_was_read_from_both_documents(two_editions: Release) -> None:
    query = "SELECT ?p (COUNT(DISTINCT ?d) AS ?n) { ?p a tsu:Project ; tsu:wasReadFrom/tsu:inDocument ?d } GROUP BY ?p"
    assert {count for _, count in rows(two_editions.store(), query)} == {"2"}


def test_iris_do_not_change_with_what_else_is_built(release: Release, two_editions: Release) -> None:
    query = "SELECT ?s ?k { ?s a ?k . FILTER(?k IN (tsu:Commission, tsu:Intervention, tsu:Outcome, tsu:Organization, tsu:SourcePassage, tsu:Cue)) MINUS { ?s a tsu:LocalGovernment } }"
    alone, together = rows(release.store(), query), rows(two_editions.store(), query)
    assert set(alone) < set(together)


def test_a_newly_read_figure_renumbers_none(two_editions: Release) -> None:
    """Keys count runs of digits, so that only what stands behind a new number in the same cell moves, and only in the new edition."""
    outcome = f"{BASE}id/outcome/moj-community-reoffending-prevention-model/H30/010006"
    found = {iri for (iri,) in rows(two_editions.store(), "SELECT ?o { ?o a tsu:Outcome }") if iri.startswith(outcome)}
    keys = {edition: sorted(re.findall(rf"/{edition}/1-(\w+)", " ".join(found))) for edition in ("2020-12", "2021-12")}
    assert set(keys["2020-12"]) < set(keys["2021-12"])


def test_readable_keys(release: Release) -> None:
    project = f"{BASE}id/project/moj-community-reoffending-prevention-model/H30/010006"
    assert rows(release.store(), "SELECT ?g ?a { <P> tsu:undertakenBy ?g . ?g tsu:governs ?a }".replace("<P>", f"<{project}>")) == [
        (f"{BASE}id/government/010006", f"{BASE}id/area/010006")
    ]
    organizations = [iri for (iri,) in rows(release.store(), "SELECT DISTINCT ?o { ?c tsu:contractor ?o }")]
    assert f"{BASE}id/organization/栃木県-特定非営利活動法人栃木ダルク" in organizations


def test_the_registry_keeps_the_key_and_adds_the_right_name(release: Release) -> None:
    found = rows(release.store(), "SELECT ?o ?same ?name { ?o owl:sameAs ?same ; skos:altLabel ?name ; rdfs:comment ?why }")
    want = {(f"{BASE}id/{entry.key}", f"{BASE}id/{entry.same_as}", entry.same_as.partition("-")[2]) for entry in registry()}
    assert set(found) == want
    written = {iri for (iri,) in rows(release.store(), "SELECT DISTINCT ?o { ?c tsu:contractor ?o }")}
    assert {key for key, _, _ in found} <= written


def test_the_registry_is_well_formed() -> None:
    keys = [entry.key for entry in registry()]
    assert len(keys) == len(set(keys))
    assert not {entry.same_as for entry in registry()} & set(keys), "a chain of keys: name the last one"
    assert all(re.fullmatch(r"organization/[^/-]+-.+", key) and entry.reason for entry in registry() for key in (entry.key, entry.same_as))


def test_codes_and_raw_text_stay_strings(release: Release) -> None:
    query = """SELECT DISTINCT ?d { VALUES ?p { tsu:localGovernmentCode tsu:areaCode tsu:number tsu:cohort tsu:edition tsu:text tsu:quote tsu:unit tsu:sha256
      tsu:marker tsu:heading tsu:indicator tsu:governmentAsWritten skos:notation } ?s ?p ?v BIND(DATATYPE(?v) AS ?d) }"""
    assert rows(release.store(), query) == [("http://www.w3.org/2001/XMLSchema#string",)]
    assert ("010006",) in rows(release.store(), "SELECT ?c { ?g tsu:localGovernmentCode ?c }")


def test_no_statement_stands_in_two_graphs(two_editions: Release) -> None:
    assert (
        rows(two_editions.store(), "SELECT ?s ?p { GRAPH ?a { ?s ?p ?o } GRAPH ?b { ?s ?p ?o } FILTER(STR(?a) < STR(?b)) } LIMIT 3") == []
    )


@pytest.mark.full
def test_the_same_edition_given_twice_is_one(tmp_path: Path, release: Release) -> None:
    source = resources.path(resources.EMBEDDED_SOURCE)
    again = tmp_path / "again.txt"
    again.write_text(source.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    both = build([source, again], tmp_path / "release", Settings(all_places=False))
    for kind in ("Project", "Commission", "Intervention", "Outcome", "TableEdition"):
        query = f"SELECT ?s {{ ?s a tsu:{kind} }}"
        assert rows(both.store(), query) == rows(release.store(), query)
