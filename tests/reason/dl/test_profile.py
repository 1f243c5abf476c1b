"""Each restriction of OWL 2 DL and OWL 2 RL has a case on disk that breaks it, it alone, and one that comes close and does not."""

from __future__ import annotations

import logging
from collections import Counter
from pathlib import Path

import pytest
from rdflib import BNode, Graph

from kg.reason.dl.documents import own_ontology
from kg.reason.dl.profile import check_profile
from kg.reason.dl.restrictions import RESTRICTIONS, Restriction
from kg.reason.dl.theory import read_theory

CASES = Path(__file__).with_name("profile")
FILES = sorted(CASES.iterdir())


def broken(path: Path) -> set[str]:
    """Restrictions that a case breaks; a case of DL need not be in RL."""
    found = {violation.restriction for violation in check_profile(Graph().parse(path, format="turtle"))}
    return {restriction.id for restriction in found if path.name.startswith("rl-") or restriction.profile == "dl"}


def test_the_cases_on_disk_are_the_restrictions() -> None:
    assert [path.name for path in FILES] == sorted(f"{name}.{what}.ttl" for name in RESTRICTIONS for what in ("fires", "silent"))


@pytest.mark.parametrize("path", [path for path in FILES if ".fires." in path.name], ids=lambda path: path.name)
def test_a_restriction_fires(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR, "rdflib.term")  # rdflib tells of the literal that is meant to be wrong
    assert broken(path) == {path.name.partition(".")[0]}


@pytest.mark.parametrize("path", [path for path in FILES if ".silent." in path.name], ids=lambda path: path.name)
def test_a_restriction_is_silent(path: Path) -> None:
    assert broken(path) == set()


def test_the_ontology_is_in_both_profiles() -> None:
    assert [f"{violation.restriction.id}: {violation.what}" for violation in check_profile(own_ontology())] == []


def test_every_triple_of_the_ontology_is_read_once() -> None:
    graph = own_ontology()
    theory = read_theory(graph)
    axioms = [triple for axiom in theory.axioms for triple in axiom.triples]
    count = Counter([*theory.declarations, *axioms, *theory.annotations, *theory.header])
    assert set(count) == set(graph)
    assert theory.unread == ()
    # the type of a blank node that spells an expression declares it and is part of its axiom
    assert {triple for triple, times in count.items() if times > 1} <= {
        triple for triple in theory.declarations if isinstance(triple[0], BNode)
    }


@pytest.mark.parametrize("restriction", RESTRICTIONS.values(), ids=lambda restriction: restriction.id)
def test_each_restriction_says_where_w3c_says_it_and_speaks_both_languages(restriction: Restriction) -> None:
    assert restriction.section.startswith("https://www.w3.org/TR/owl2-")
    assert "#" in restriction.section
    assert restriction.message.ja.endswith("。")
    assert restriction.message.en.isascii()
