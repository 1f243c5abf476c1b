"""Every stored check (queries/checks/): a change to the conforming graph that it finds, at the node that it should name, and one that is none of its business."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.queries.stored import stored_queries
from kg.rdf.concepts import concepts
from kg.settings import BASE
from kg.validate.check_findings import check_findings, presupposed_by
from kg.validate.findings import SEVERITIES, Finding
from kg.validate.nodes import Nodes
from kg.validate.shapes import load_shapes, shape_files

HERE = Path(__file__).with_name("checks")
CONFORMING = Path(__file__).resolve().parents[1] / "shapes" / "conforming.ttl"
CHECKS = stored_queries("check")
SHAPES = load_shapes(shape_files())
FIRES, SILENT = sorted(HERE.glob("*.fires.ru")), sorted(HERE.glob("*.silent.ru"))


def changed(case: Path | None) -> ox.Store:
    store = ox.Store()
    store.load(path=str(CONFORMING), format=ox.RdfFormat.TURTLE)
    if case:
        before = set(store)
        store.update(case.read_text(encoding="utf-8"))
        assert set(store) != before, "the case changes nothing"
    return store


def twice(store: ox.Store) -> ox.Store:
    """Every statement in two named graphs: a union that counts it twice must not change an answer."""
    doubled = ox.Store()
    for name in ("one", "two"):
        doubled.extend(ox.Quad(quad.subject, quad.predicate, quad.object, ox.NamedNode(f"{BASE}graph/{name}")) for quad in store)
    return doubled


def found(store: ox.Store) -> list[Finding]:
    return list(check_findings(Nodes(store), BASE))


def slug(finding: Finding) -> str:
    return finding.rule.removeprefix(f"{BASE}check/")


def test_each_check_has_a_case_that_fires_and_one_that_does_not() -> None:
    assert {path.name for path in HERE.iterdir()} == {f"{name}.{kind}.ru" for name in CHECKS for kind in ("fires", "silent")}
    assert len(CHECKS) >= 16


def test_the_conforming_graph_gives_none() -> None:
    assert found(changed(None)) == []


@pytest.mark.parametrize("case", FIRES, ids=lambda path: path.name)
def test_a_case_that_fires_is_found_at_its_node(case: Path) -> None:
    named = re.search(r"^# finds: (.+)$", case.read_text(encoding="utf-8"), re.MULTILINE)
    assert named is not None
    name = case.name.removesuffix(".fires.ru")
    told = [finding for finding in found(changed(case)) if slug(finding) == name]
    first = told[0]
    assert first.focus == BASE + named[1]
    assert len(told) == (2 if name in presupposed(name) else 1)
    assert first.place is not None or "/area/" in first.focus or "/430005" in first.focus
    for text in (first.message.ja, first.message.en, first.repair.ja, first.repair.en):
        assert text
        assert not re.search(r"[{}]|https?://|tsu:", text), text
    assert first.message.ja != first.message.en


def presupposed(name: str) -> set[str]:
    return {rule.removeprefix(f"{BASE}check/") for rule in presupposed_by(f"{BASE}check/{name}", SHAPES, BASE)}


@pytest.mark.parametrize("case", SILENT, ids=lambda path: path.name)
def test_a_case_that_is_none_of_its_business_is_not(case: Path) -> None:
    assert case.name.removesuffix(".silent.ru") not in {slug(finding) for finding in found(changed(case))}


@pytest.mark.parametrize("case", [None, *FIRES, *SILENT], ids=lambda path: path.name if path else "conforming")
def test_what_stands_in_two_graphs_is_counted_once(case: Path | None) -> None:
    assert found(twice(changed(case))) == found(changed(case))


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_says_what_it_is_told_as(name: str) -> None:
    check = CHECKS[name].check
    assert check is not None
    assert check.severity in SEVERITIES
    assert ("finding-kind", check.kind) in concepts()
    assert CHECKS[name].empty is not None
    known = {str(shape) for shape in SHAPES.subjects()} | {f"{BASE}check/{other}" for other in CHECKS}
    assert presupposed_by(f"{BASE}check/{name}", SHAPES, BASE) <= known


def test_what_a_shape_presupposes_is_there() -> None:
    known = {str(shape) for shape in SHAPES.subjects()} | {f"{BASE}check/{name}" for name in CHECKS}
    for shape in set(SHAPES.subjects()):
        assert presupposed_by(str(shape), SHAPES, BASE) <= known
