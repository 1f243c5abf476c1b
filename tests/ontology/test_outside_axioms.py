"""Nothing that we say of outside terms contradicts what their owners say of them: our examples are consistent with their axioms too."""

from __future__ import annotations

import pytest
from rdflib import OWL, Graph

from tests.ontology.closure import closed
from tests.ontology.test_examples import ASSERTED, parsed, theory
from tests.ontology.vocabularies import VOCABULARIES, axioms

pytestmark = pytest.mark.skipif(not VOCABULARIES.is_dir(), reason="needs the outside vocabularies in ../shared/vocab")
OWNERS = (
    "http://data.europa.eu/m8g/", "http://imi.go.jp/ns/core/rdf#", "http://www.opengis.net/ont/geosparql#", "http://www.w3.org/2004/02/skos/core#",
    "http://www.w3.org/ns/dcat#", "http://www.w3.org/ns/dqv#", "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/org#", "http://www.w3.org/ns/prov#",
    "http://www.w3.org/ns/regorg#", "http://xmlns.com/foaf/0.1/",
)  # fmt: skip
PREFIXES = """@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix geo: <http://www.opengis.net/ont/geosparql#> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix prov: <http://www.w3.org/ns/prov#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix tsu: <https://w3id.org/tsunagi/ontology#> ."""
FALSE = {
    "an intervention as an activity": "tsu:Intervention rdfs:subClassOf prov:Activity .",
    "a source as an organization": "tsu:SourceDocument rdfs:subClassOf foaf:Organization .",
    "a department as a site": "tsu:Department rdfs:subClassOf org:Site .",
    "an area as a geometry": "tsu:AdministrativeArea rdfs:subClassOf geo:Geometry .",
}


def contradictions(more: str) -> list[str]:
    graph = Graph().parse(data=f"{PREFIXES}\n{more}", format="turtle")
    for part in (theory(), *map(parsed, ASSERTED), *map(axioms, OWNERS)):
        graph += part
    return closed(graph)


def test_the_owners_say_what_is_disjoint() -> None:
    """Otherwise the next test could not fail."""
    assert sum(len(list(axioms(owner).triples((None, OWL.disjointWith, None)))) for owner in OWNERS) > 10


def test_our_alignments_agree_with_what_the_owners_say() -> None:
    assert contradictions("") == []


@pytest.mark.parametrize("claim", FALSE.values(), ids=FALSE)
def test_a_false_claim_contradicts_them(claim: str) -> None:
    assert contradictions(claim) != []
