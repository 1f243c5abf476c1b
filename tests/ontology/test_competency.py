"""Claims as files: what must follow from the ontology, what must not, and which facts it must find contradictory."""

from __future__ import annotations

import pytest
from rdflib import Graph

from kg.rdf.concepts import concepts
from kg.settings import BASE
from tests.ontology.claims import HERE, Claim, background, claims, closure

FOLLOWS = claims("follows")
FALSE_FRIENDS = claims("must_not_follow")
CONTRADICTIONS = claims("contradictions")


def sentence(claim: Claim) -> str:
    return claim.sentence


def together(*graphs: Graph) -> Graph:
    union = Graph()
    for graph in graphs:
        for triple in graph:
            union.add(triple)
    return union


@pytest.fixture(scope="module")
def given() -> Graph:
    """What all claims start from. Their individuals are of different names, so that one closure does for all."""
    return together(background(), *(claim.given for claim in (*FOLLOWS, *FALSE_FRIENDS)))


@pytest.fixture(scope="module")
def reasoned(given: Graph) -> tuple[Graph, list[str]]:
    return closure(given)


@pytest.fixture(scope="module")
def closed(reasoned: tuple[Graph, list[str]]) -> Graph:
    return reasoned[0]


@pytest.fixture(scope="module")
def mistaken() -> Graph:
    """The closure with every wrong axiom in it that a false friend names."""
    return closure(together(background(), *(part for claim in FALSE_FRIENDS for part in (claim.given, claim.sections["would follow if"]))))[
        0
    ]


def test_every_file_is_a_claim_with_the_sections_of_its_folder() -> None:
    for folder, collected in (("follows", FOLLOWS), ("must_not_follow", FALSE_FRIENDS), ("contradictions", CONTRADICTIONS)):
        assert [path.name for path in sorted((HERE / folder).iterdir())] == [f"{claim.sentence}.ttl" for claim in collected] != []
    assert all(set(claim.sections) == {"follows"} and claim.sections["follows"] for claim in FOLLOWS)
    for claim in FALSE_FRIENDS:
        assert set(claim.sections) - {"follows"} == {"must not follow", "would follow if"}, claim.sentence
        assert all(claim.sections.values()), claim.sentence
    assert all(not claim.sections and claim.given for claim in CONTRADICTIONS)


def test_every_term_and_code_of_a_claim_exists() -> None:
    known = {str(term) for term in background().subjects()} | {f"{BASE}code/{scheme}/{notation}" for scheme, notation in concepts()}
    for claim in (*FOLLOWS, *FALSE_FRIENDS, *CONTRADICTIONS):
        for graph in (claim.given, *claim.sections.values()):
            named = {str(term) for triple in graph for term in triple if str(term).startswith(BASE)}
            assert named <= known, (claim.sentence, named - known)


def test_there_is_no_contradiction_in_what_is_true(reasoned: tuple[Graph, list[str]]) -> None:
    assert reasoned[1] == []


@pytest.mark.parametrize("claim", [*FOLLOWS, *(claim for claim in FALSE_FRIENDS if "follows" in claim.sections)], ids=sentence)
def test_it_follows(given: Graph, closed: Graph, claim: Claim) -> None:
    for triple in claim.sections["follows"]:
        assert triple not in given, "this is given"
        assert triple in closed


@pytest.mark.parametrize("claim", FALSE_FRIENDS, ids=sentence)
def test_it_does_not_follow(closed: Graph, claim: Claim) -> None:
    for triple in claim.sections["must not follow"]:
        assert triple not in closed


@pytest.mark.parametrize("claim", FALSE_FRIENDS, ids=sentence)
def test_it_would_follow_from_the_mistake(mistaken: Graph, claim: Claim) -> None:
    """So a false friend can be found: with the wrong axiom that its file names, the triples do follow."""
    for triple in claim.sections["must not follow"]:
        assert triple in mistaken


@pytest.fixture(scope="module")
def found() -> list[str]:
    """What is contradictory in all the contradictions together; each message names the individuals, and so the claim that they are of."""
    return closure(together(background(), *(claim.given for claim in CONTRADICTIONS)))[1]


@pytest.mark.parametrize("claim", CONTRADICTIONS, ids=sentence)
def test_the_contradiction_is_found(found: list[str], claim: Claim) -> None:
    assert any(f"https://example.org/{claim.sentence}/" in message for message in found), found
