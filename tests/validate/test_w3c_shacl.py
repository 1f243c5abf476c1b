"""The W3C's test suite of SHACL through the adapter of each engine; what an engine fails is declared, and our shapes use none of it."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import RDF, SH

from kg import resources
from kg.store.rdflib_graph import as_graph
from kg.validate.engines.port import Engine
from kg.validate.engines.selection import ENGINES, engine
from tests.validate.shacl_features import USES
from tests.validate.w3c import SUITE, Entry, answer, entries, graph

needs_suite = pytest.mark.skipif(not SUITE.is_dir(), reason="needs the W3C's test suite of SHACL in ../shared/w3c/shacl-tests")
DOCS = Path(__file__).resolve().parents[2] / "docs" / "shacl-engines.md"
with Path(__file__).with_name("w3c_failures.csv").open(encoding="utf-8", newline="") as stream:
    FAILURES = list(csv.DictReader(stream))
LISTED = {(row["engine"], row["test"]) for row in FAILURES}
CASES = entries()


@pytest.fixture(scope="module", params=list(ENGINES))
def each_engine(request: pytest.FixtureRequest) -> Engine:
    return engine(str(request.param))


@needs_suite
def test_the_suite_is_whole() -> None:
    assert len([case for case in CASES if case.name.startswith("core/")]) == 98
    assert len([case for case in CASES if case.name.startswith("sparql/")]) == 23
    assert len(CASES) == len({case.name for case in CASES}) == 121
    assert sum(case.expected is None for case in CASES) == 7
    assert sum(case.expected.total() for case in CASES if case.expected) > 150


@needs_suite
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_engine_gives_the_results_of_the_suite_but_where_it_is_listed(each_engine: Engine, case: Entry) -> None:
    passes = answer(each_engine, case) == case.expected
    assert passes != ((each_engine.name, case.name) in LISTED)


def test_the_list_of_failures_is_in_order_and_says_why() -> None:
    assert len(LISTED) == len(FAILURES)
    assert sorted(FAILURES, key=lambda row: (list(ENGINES).index(row["engine"]), row["test"])) == FAILURES
    assert all(row["feature"] in USES and len(row["reason"]) > 20 for row in FAILURES)
    assert set(USES) == {row["feature"] for row in FAILURES}


@needs_suite
@pytest.mark.parametrize("row", FAILURES, ids=lambda row: f"{row['engine']}-{row['test']}")
def test_a_failed_case_uses_the_feature(row: dict[str, str]) -> None:
    (case,) = (case for case in CASES if case.name == row["test"])
    assert USES[row["feature"]](graph(case.shapes))


@pytest.mark.parametrize(("folder", "least"), [("", 200), ("style", 40)])
def test_our_shapes_use_nothing_that_an_engine_fails_on(folder: str, least: int) -> None:
    files = sorted((resources.path("shapes") / folder).glob("*.ttl"))
    shapes = as_graph(quad for file in files for quad in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE))
    assert sum(1 for kind in (SH.PropertyShape, SH.NodeShape) for _ in shapes.subjects(RDF.type, kind)) >= least
    assert [feature for feature, used in USES.items() if used(shapes)] == []


def test_the_page_on_engines_tells_of_each_failure() -> None:
    rows = re.findall(r"^\| (\w+) \| `([\w/-]+)` \| (.+?) \| (.+?) \|$", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    told = [(engine_, test, feature.replace("`", ""), reason.replace("`", "")) for engine_, test, feature, reason in rows]
    assert told == [(row["engine"], row["test"], row["feature"], row["reason"]) for row in FAILURES]
