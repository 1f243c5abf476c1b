"""What many places see is told once, at what they name; a misspelt name is told with the one that is meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import resources
from kg.rdf.terms import ONTOLOGY, PREFIXES
from kg.release.graph import write_body
from kg.release.validation import validate
from kg.settings import BASE, Settings
from kg.sources.reader import open_source
from kg.store.working import WorkingStore
from kg.validate.engines.selection import engine
from kg.validate.findings import Finding
from kg.validate.term_findings import nearest
from tests.validate.test_data_faults import told

HEAD = f"BASE <{BASE}>\n" + "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
MODEL = "moj-community-reoffending-prevention-model"
PROJECT, OUTCOME = f"<id/project/{MODEL}/H30/030007>", f"<id/outcome/{MODEL}/H30/030007/2020-12/1-01>"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> WorkingStore:
    body = write_body([open_source(resources.path(resources.EMBEDDED_SOURCE))], tmp_path_factory.mktemp("body"), Settings())
    return WorkingStore.load(body, tmp_path_factory.mktemp("store") / "s")


@pytest.fixture(scope="module")
def untouched(store: WorkingStore) -> Counter[Finding]:
    return Counter(told(store))


@pytest.fixture
def changing(store: WorkingStore, untouched: Counter[Finding]) -> Iterator[WorkingStore]:
    """The store, put back as it was afterwards."""
    assert untouched
    before = set(store.engine)
    yield store
    after = set(store.engine)
    for quad in after - before:
        store.engine.remove(quad)
    store.engine.extend(before - after)


def more(store: WorkingStore, untouched: Counter[Finding], update: str) -> list[Finding]:
    size = set(store.engine)
    store.engine.update(HEAD + update)
    assert set(store.engine) != size, "the case changes nothing"
    return list((Counter(told(store)) - untouched).elements())


def rule(finding: Finding) -> str:
    return re.split("#|/check/", finding.rule)[-1]


def renamed(subject: str, name: str, other: str) -> str:
    return f"DELETE {{ {subject} {name} ?o }} INSERT {{ {subject} {other} ?o }} WHERE {{ {subject} {name} ?o }}"


@pytest.mark.parametrize(
    ("subject", "name", "other", "shape"),
    [
        (PROJECT, "undertakenBy", "undertaknBy", "Project-closed"),
        (PROJECT, "hasCommission", "hasComission", "Project-closed"),
        (OUTCOME, "value", "Value", "Outcome-closed"),
        ("<id/area/030007>", "areaCode", "AreaCode", "AdministrativeArea-knownTerms"),
    ],
)
def test_a_misspelt_property_is_one_finding_that_names_both(
    subject: str, name: str, other: str, shape: str, changing: WorkingStore, untouched: Counter[Finding]
) -> None:
    (found,) = more(changing, untouched, renamed(subject, f"tsu:{name}", f"tsu:{other}"))
    assert rule(found) == shape
    assert f"「{other}」" in found.message.ja
    assert other in found.message.en
    assert f"「{name}」" in found.repair.ja
    assert name in found.repair.en


def test_what_is_no_misspelling_hides_nothing_that_is_missing(changing: WorkingStore, untouched: Counter[Finding]) -> None:
    found = more(changing, untouched, renamed(PROJECT, "tsu:undertakenBy", f"<{ONTOLOGY}#exact>"))
    assert sorted(map(rule, found)) == ["Project-closed", "Project-undertakenBy"]


@pytest.mark.parametrize(
    ("gone", "where"),
    [(f"<id/edition/{MODEL}/H30/2020-12>", 235), ("<code/status/actual>", 443), ("<code/measure/cases>", 49)],
)
def test_what_is_gone_is_told_once_with_the_number_of_places(
    gone: str, where: int, changing: WorkingStore, untouched: Counter[Finding]
) -> None:
    (found,) = more(changing, untouched, f"DELETE {{ {gone} ?p ?o }} WHERE {{ {gone} ?p ?o }}")
    assert (rule(found), found.focus, found.value) == ("named-without-description", BASE + gone[1:-1], str(where))
    assert f"{where} か所" in found.message.ja
    assert found.government == found.cohort == ""


def test_a_document_that_is_gone_is_told_once(changing: WorkingStore, untouched: Counter[Finding]) -> None:
    """The findings of the extraction stand in a document that has no name any more."""
    found = more(changing, untouched, "DELETE { <id/source/2685cde9819f> ?p ?o } WHERE { <id/source/2685cde9819f> ?p ?o }")
    assert [rule(one) for one in found if one.severity == "violation"] == ["named-without-description"]


def test_two_wrong_references_to_what_has_a_class_are_two(changing: WorkingStore, untouched: Counter[Finding]) -> None:
    """The table edition itself is as it should be."""
    projects = (PROJECT, f"<id/project/{MODEL}/H30/110001>")
    for project in projects:
        store = changing.engine
        store.update(HEAD + f"DELETE WHERE {{ {project} tsu:partOfProgramme ?o }}")
    insert = " . ".join(f"{project} tsu:partOfProgramme <id/edition/{MODEL}/H30/2020-12>" for project in projects)
    assert [rule(one) for one in more(changing, untouched, f"INSERT DATA {{ {insert} }}")] == ["Project-partOfProgramme"] * 2


@pytest.mark.parametrize(("name", "meant"), [("Projct", "Project"), ("project", "Project"), ("Xylophone", "")])
def test_the_nearest_name(name: str, meant: str) -> None:
    assert nearest(name, ["Project", "Programme"]) == meant


THEIRS = f"""
@prefix e: <https://example.org/> . @prefix tsu: <{ONTOLOGY}#> . @prefix ours: <{ONTOLOGY}#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix http: <http://w3id.org/tsunagi/ontology#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
e:p a tsu:Programme ; rdfs:label "事業"@ja .
"""


@pytest.mark.parametrize(
    ("statement", "told_of"),
    [
        ("e:q a foaf:Person ; foaf:nick 'q' .", {}),
        (f"<{BASE}id/government/030007> tsu:reading 'いわてけん' .", {}),
        ("e:x tsu:value 'abc'^^xsd:integer .", {"of-no-class": "value"}),
        ("e:x a foaf:Thing ; ours:valu 1 .", {"term-of-no-vocabulary": "valu"}),
        ("e:x a ours:Programm ; ours:valu 1 .", {"term-of-no-vocabulary": "Programme"}),
        ("e:x a http:Programme ; http:value 1 ; http:number 1 .", {"term-of-no-vocabulary": "http://w3id.org/tsunagi/ontology#"}),
        ("e:x a <https://w3id.org/tsunagi/ontology/Project> .", {"term-of-no-vocabulary": "https://w3id.org/tsunagi/ontology/"}),
        ("e:p ours:lable 'x' .", {"Programme-knownTerms": "lable"}),
    ],
)
def test_in_a_graph_of_others_what_is_nearly_ours_is_told_once(statement: str, told_of: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "theirs.ttl").write_text(THEIRS + statement, encoding="utf-8")
    found = validate(tmp_path / "theirs.ttl", Settings(), engine(), tmp_path).found.findings
    assert [rule(one) for one in found] == list(told_of)
    for one in found:
        assert told_of[rule(one)] in one.message.en + one.repair.en


def test_a_result_moved_to_another_commission_is_one_finding(changing: WorkingStore, untouched: Counter[Finding]) -> None:
    commission = f"<id/commission/{MODEL}/H30/030007/2020-12/"
    update = f"DELETE DATA {{ {commission}1> tsu:hasOutcome {OUTCOME} }} ; INSERT DATA {{ {commission}2> tsu:hasOutcome {OUTCOME} }}"
    assert [rule(one) for one in more(changing, untouched, update)] == ["Observation-refCommission"]


def test_a_position_that_is_gone_is_told_at_its_passage_and_not_at_the_next(changing: WorkingStore, untouched: Counter[Finding]) -> None:
    position = "<id/passage/2685cde9819f/1070-1081#position>"
    (found,) = more(changing, untouched, f"DELETE WHERE {{ {position} ?p ?o }}")
    assert rule(found) == "named-without-description"
    assert found.focus == BASE + position[1:-1]


def test_a_document_of_payments_stands_in_no_cell_of_the_table(changing: WorkingStore, untouched: Counter[Finding]) -> None:
    (found,) = [
        one
        for one in more(changing, untouched, "DELETE WHERE { <id/payment-document/gbizinfo-202102> rdfs:label ?o }")
        if one.severity == "violation"
    ]
    assert (rule(found), found.place, found.government) == ("PaymentDocument-label", None, "")
