"""Consumers who know nothing of this ontology see the data as their own: their queries name outside terms only and get every row of the tables."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kg.release.release import Release
from kg.store.port import Solutions, Store, lexical
from tests.conftest import Tables
from tests.ontology.expectations import EXPECTED, Published, Rows, first_passages

QUERIES = {path.stem: path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent / "consumers").glob("*.rq"))}
WITHIN = "prov-derived"
"""The one query whose answer is only known in part: a record was derived from more passages than the tables tell."""


def answer(store: Store, text: str) -> list[tuple[str, ...]]:
    found = store.query(text)
    assert isinstance(found, Solutions)
    return [tuple(map(lexical, row)) for row in found.rows]


@pytest.fixture(scope="module")
def published(embedded: Tables, release: Release) -> Published:
    return Published(embedded, json.loads((release.path / "report.json").read_text(encoding="utf-8"))["findings"])


def test_every_query_has_its_expectation() -> None:
    assert set(QUERIES) == {*EXPECTED, WITHIN}
    assert len(QUERIES) > 20


@pytest.mark.parametrize("text", QUERIES.values(), ids=QUERIES)
def test_a_consumer_names_no_term_of_ours(text: str) -> None:
    assert "tsunagi/ontology" not in text
    assert re.match(r"# .*[?？。]\n", text)


@pytest.mark.parametrize("name", EXPECTED)
def test_the_consumer_sees_exactly_what_the_tables_tell(materialised: Store, published: Published, name: str) -> None:
    found, expected = answer(materialised, QUERIES[name]), EXPECTED[name](published)
    assert expected
    assert set(found) == expected
    assert len(found) == len(expected)


def test_every_figure_was_derived_from_the_passage_that_begins_with_it(materialised: Store, published: Published) -> None:
    expected = first_passages(published)
    derived: Rows = set(answer(materialised, QUERIES[WITHIN]))
    assert len(expected) > 200
    assert expected <= derived


def test_without_reasoning_the_consumer_sees_nothing(release_only: Store) -> None:
    """So that an answer above is due to the alignments."""
    for name in EXPECTED:
        assert not answer(release_only, QUERIES[name]), name
