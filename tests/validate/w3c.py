"""The SHACL test suite of the W3C: its entries, each with the results that it expects, and what an engine makes of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pyoxigraph as ox
from rdflib import Graph

from kg.errors import KgError
from kg.store.rdflib_graph import as_graph
from kg.validate.engines.port import Engine, Result
from kg.validate.findings import Severity
from tests.conftest import SHARED

SUITE = SHARED / "w3c" / "shacl-tests"
BASE = "http://www.w3.org/ns/shacl-test/suite/"
SH, SHT = "http://www.w3.org/ns/shacl#", "http://www.w3.org/ns/shacl-test#"
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
SEVERITIES: dict[str, Severity] = {"Warning": "warning", "Info": "info"}
Expected = Counter[Result] | None
"""Results with how many of each, blank nodes being all one; None where the engine is to report a failure."""


@dataclass(frozen=True)
class Entry:
    name: str
    """Path of its file below the suite, without suffix."""
    data: Path
    shapes: Path
    expected: Expected


def file_of(iri: str) -> Path:
    return SUITE / iri.removeprefix(BASE)


@cache
def loaded(file: Path) -> ox.Store:
    store = ox.Store()
    store.load(path=str(file), format=ox.RdfFormat.TURTLE, base_iri=BASE + file.relative_to(SUITE).as_posix())
    return store


def graph(file: Path) -> Graph:
    """The shapes as they are written: rdflib's own reader makes ``true`` of ``"1"^^xsd:boolean``, which one entry tells apart."""
    return as_graph(ox.parse(path=str(file), format=ox.RdfFormat.TURTLE, base_iri=BASE + file.relative_to(SUITE).as_posix()))


def value(store: ox.Store, node: ox.NamedNode | ox.BlankNode, name: str) -> str:
    found = [quad.object for quad in store.quads_for_pattern(node, ox.NamedNode(name), None)]
    assert len(found) <= 1, (node, name)
    return "" if not found else found[0].value if isinstance(found[0], ox.NamedNode) else str(found[0])


def entries() -> list[Entry]:
    """All entries of type sht:Validate, in the order of their files."""
    kind = ox.NamedNode(f"{SHT}Validate")
    files = sorted(SUITE.rglob("*.ttl"))
    return [entry(file, quad.subject) for file in files for quad in loaded(file).quads_for_pattern(None, TYPE, kind)]


def entry(file: Path, node: object) -> Entry:
    store = loaded(file)
    assert isinstance(node, ox.NamedNode)
    action = next(store.quads_for_pattern(node, ox.NamedNode(f"{MF}action"), None)).object
    outcome = next(store.quads_for_pattern(node, ox.NamedNode(f"{MF}result"), None)).object
    assert isinstance(action, ox.BlankNode)
    assert isinstance(outcome, ox.BlankNode | ox.NamedNode)
    return Entry(
        name=file.relative_to(SUITE).with_suffix("").as_posix(),
        data=file_of(value(store, action, f"{SHT}dataGraph")),
        shapes=file_of(value(store, action, f"{SHT}shapesGraph")),
        expected=None if outcome == ox.NamedNode(f"{SHT}Failure") else masked(expected(store, outcome)),
    )


def expected(store: ox.Store, report: ox.NamedNode | ox.BlankNode) -> set[Result]:
    results = set()
    for quad in store.quads_for_pattern(report, ox.NamedNode(f"{SH}result"), None):
        node = quad.object
        assert isinstance(node, ox.BlankNode)
        path, told = (
            value(store, node, f"{SH}resultPath"),
            [q.object for q in store.quads_for_pattern(node, ox.NamedNode(f"{SH}value"), None)],
        )
        assert len(told) <= 1
        results.add(
            Result(
                shape=value(store, node, f"{SH}sourceShape"),
                component=value(store, node, f"{SH}sourceConstraintComponent").rpartition("#")[2],
                focus=value(store, node, f"{SH}focusNode"),
                path="" if path.startswith("_:") else path,
                value=str(told[0]) if told else "",
                severity=SEVERITIES.get(value(store, node, f"{SH}resultSeverity").removeprefix(SH), "violation"),
            )
        )
    return results


def masked(results: set[Result]) -> Counter[Result]:
    """The same results with all blank nodes alike: another document calls them by other names."""
    return Counter(replace(result, shape=alike(result.shape), focus=alike(result.focus), value=alike(result.value)) for result in results)


def alike(term: str) -> str:
    return "_:" if term.startswith("_:") else term


def answer(engine: Engine, case: Entry) -> Expected:
    """What the engine says, as ``Entry.expected`` would say it."""
    try:
        return masked(engine.results(loaded(case.data), graph(case.shapes)))
    except KgError:
        return None
