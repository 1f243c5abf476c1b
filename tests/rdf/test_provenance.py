"""Every record and every decided code leads to the characters that it was read from."""

from __future__ import annotations

import pytest

from kg import resources
from kg.rdf.concepts import concepts
from kg.release.release import Release
from kg.store.port import Solutions, lexical

PREFIXES = """PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
DECIDED = {
    "contractorKind", "legalForm", "interventionType", "targetGroup", "referralSource", "supportStage", "indicatorType", "resultLevel", "measure",
    "countingMethod", "breakdownKind", "breakdownDimension", "status",
}  # fmt: skip


def rows(release: Release, text: str) -> list[tuple[str, ...]]:
    answer = release.store().query(PREFIXES + text)
    assert isinstance(answer, Solutions)
    return [tuple(lexical(term) for term in row) for row in answer.rows]


@pytest.mark.parametrize("kind", ["Project", "Commission", "Intervention", "Outcome", "Finding", "Cue", "Department"])
def test_every_record_was_read_from_passages_with_both_selectors(release: Release, kind: str) -> None:
    all_ = rows(release, f"SELECT ?r {{ ?r a tsu:{kind} }}")
    traced = f"""SELECT DISTINCT ?r {{ ?r a tsu:{kind} ; tsu:wasReadFrom ?p . ?p a tsu:SourcePassage ; oa:hasSelector ?a, ?b .
      ?a oa:start ?start ; oa:end ?end . ?b oa:exact ?text FILTER(STRLEN(?text) = ?end - ?start) }}"""
    assert all_
    assert sorted(rows(release, traced)) == sorted(all_)


@pytest.mark.parametrize("name", sorted(DECIDED))
def test_every_decided_code_has_its_cue(release: Release, name: str) -> None:
    given = rows(release, f"SELECT ?r ?c {{ ?r tsu:{name} ?c }}")
    decided = rows(release, f"SELECT DISTINCT ?r ?c {{ ?r tsu:decidedBy ?cue . ?cue tsu:decidedProperty tsu:{name} ; tsu:decidedCode ?c }}")
    assert given
    assert sorted(given) == sorted(decided)


def test_cues_quote_the_source(release: Release) -> None:
    text = resources.path(resources.EMBEDDED_SOURCE).read_bytes().decode()
    quotes = rows(release, "SELECT ?s ?e ?t { ?x oa:hasSelector ?a, ?b . ?a oa:start ?s ; oa:end ?e . ?b oa:exact ?t }")
    assert len(quotes) > 4000
    for start, end, quote in quotes:
        assert text[int(start) : int(end)] == quote


def test_a_figure_leads_to_its_digits_label_and_date(release: Release) -> None:
    found = rows(
        release,
        """SELECT ?role ?text { ?o tsu:indicator "支援実施人数" ; tsu:value 39 ; tsu:wasReadFrom ?p . ?p tsu:role/skos:notation ?role ; oa:hasSelector/oa:exact ?text }""",
    )
    assert {("figure", "39"), ("unit", "人"), ("indicator", "支援実施人数"), ("date", "R2.12月末時点")} <= set(found)


def test_where_no_word_decided_it_is_said(release: Release) -> None:
    found = rows(
        release,
        "SELECT DISTINCT ?n { ?cue tsu:byDefault true ; tsu:decidedProperty tsu:interventionType ; tsu:decidedCode/skos:notation ?n }",
    )
    assert found == [("reintegration-other",)]


def test_every_function_of_a_contractor_has_its_cue(release: Release) -> None:
    given = rows(
        release,
        """SELECT DISTINCT ?o ?t { ?c tsu:contractor ?o . ?o a ?t
          FILTER(?t IN (tsu:DrugAddictionRehabilitationCenter, tsu:EmploymentSupportOrganization, tsu:OffenderRehabilitationOrganization, tsu:SocialWorkerAssociation,
            tsu:BarAssociation, tsu:ProbationOfficersAssociation, tsu:EducationalInstitution, tsu:TrainingOrganization, tsu:VolunteerGroup)) }""",
    )
    decided = rows(
        release,
        """PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
          SELECT DISTINCT ?o ?n { ?o tsu:decidedBy ?cue . ?cue tsu:decidedProperty rdf:type ; tsu:decidedCode/skos:notation ?n }""",
    )
    classes = {notation: f"https://w3id.org/tsunagi/ontology#{concept.function}" for (_, notation), concept in concepts().items()}
    assert given
    assert sorted(given) == sorted((organization, classes[notation]) for organization, notation in decided)
