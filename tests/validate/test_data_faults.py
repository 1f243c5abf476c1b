"""One statement of the embedded release changed: exactly one finding more, of the right shape, at the right characters."""

from __future__ import annotations

import csv
import re
import shutil
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import resources
from kg.rdf.terms import PREFIXES, term
from kg.release.graph import write_body
from kg.settings import BASE, Settings
from kg.sources.reader import open_source
from kg.store.working import WorkingStore
from kg.validate.engines.selection import engine
from kg.validate.findings import Finding
from kg.validate.gathering import gathered
from kg.validate.shapes import load_shapes, shape_files

SHAPES = load_shapes(shape_files())
TEXT = resources.path(resources.EMBEDDED_SOURCE).read_text(encoding="utf-8")
DATA = ox.NamedNode(f"{BASE}graph/data")


def cases() -> list[dict[str, str]]:
    with (Path(__file__).parent / "faults" / "data.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


CASES = cases()
TRIED = (
    "total-plus-one",
    "a-quote-of-the-same-length",
    "wrong-check-digit-of-a-government",
    "language-missing",
    "an-iri-for-a-literal",
    "the-second-table-dated-before-its-edition",
)


@pytest.fixture(scope="module")
def body(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_body([open_source(resources.path(resources.EMBEDDED_SOURCE))], tmp_path_factory.mktemp("body"), Settings())


def told(store: WorkingStore) -> list[Finding]:
    return gathered(store.engine, engine(), SHAPES, BASE).findings


@pytest.fixture(scope="module")
def untouched(body: Path, tmp_path_factory: pytest.TempPathFactory) -> Counter[Finding]:
    return Counter(told(WorkingStore.load(body, tmp_path_factory.mktemp("store") / "s")))


def read(written: str) -> ox.NamedNode | ox.Literal:
    """A term as the cases write it."""
    if written.startswith("id:"):
        return ox.NamedNode(f"{BASE}{written.replace('id:', 'id/', 1)}")
    if written.startswith("<"):
        return ox.NamedNode(written[1:-1].replace("code:", f"{BASE}code/", 1))
    if written == "LONG":
        return ox.Literal("長" * 25_000, language="ja")
    if not written.startswith('"'):
        return ox.Literal(int(written))
    value, _, datatype = written[1:].partition('"')
    if datatype.startswith("@"):
        return ox.Literal(value, language=datatype[1:])
    return ox.Literal(value, datatype=term(datatype[2:])) if datatype else ox.Literal(value)


def change(store: ox.Store, case: dict[str, str]) -> None:
    for predicate in case["predicate"].split():  # what the record and the cube say alike
        change_one(store, {**case, "predicate": predicate})


def change_one(store: ox.Store, case: dict[str, str]) -> None:
    prefix, _, local = case["predicate"].partition(":")
    subject, predicate, old = read(case["subject"]), ox.NamedNode(PREFIXES[prefix] + local), case["old"]
    assert isinstance(subject, ox.NamedNode)
    there = list(store.quads_for_pattern(subject, predicate, None, None))
    if old.startswith("@"):
        there = [quad for quad in there if isinstance(quad.object, ox.Literal) and quad.object.language == old[1:]]
    elif old != "*":
        there = [quad for quad in there if old and quad.object == read(old)]
    assert bool(there) == bool(old), "the case must name something that is there"
    for quad in there:
        store.remove(quad)
    if case["new"]:
        store.add(ox.Quad(subject, predicate, read(case["new"]), there[0].graph_name if there else DATA))


def test_there_are_cases() -> None:
    assert len({case["case"] for case in CASES}) == len(CASES) >= 20
    assert set(TRIED) <= {case["case"] for case in CASES}


@pytest.mark.parametrize(
    "case", [pytest.param(case, marks=() if case["case"] in TRIED else pytest.mark.full, id=case["case"]) for case in CASES]
)
def test_the_change_gives_one_finding_at_its_characters(
    case: dict[str, str], body: Path, untouched: Counter[Finding], tmp_path: Path
) -> None:
    store = WorkingStore.load(body, tmp_path / "store")
    change(store.engine, case)
    more = list((Counter(told(store)) - untouched).elements())
    assert [(finding.severity, re.split("#|/check/", finding.rule)[-1]) for finding in more] == [(case["severity"], case["rule"])]
    found = more[0]
    assert found.message.ja
    assert found.repair.ja
    assert found.message.en != found.message.ja
    assert found.place is not None
    if case["quote"]:
        assert TEXT[found.place.start : found.place.end] == case["quote"]
    shutil.rmtree(tmp_path, ignore_errors=True)
