"""A statement that stands in two graphs is one statement: whatever counts or adds says the same of the file as one graph and as two."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.rdf.terms import term, tsu
from kg.release.release import Release
from kg.release.validation import validate
from kg.settings import BASE, Settings
from kg.validate.engines.selection import engine
from kg.validate.findings import Finding

TESTS = Path(__file__).resolve().parents[1]
EDGES = TESTS / "validate" / "edges"
CASES = [
    EDGES / "conforms" / "Outcome-partsAddUp.exact.ru",
    EDGES / "conforms" / "Outcome-partsAddUp.partOfPart.ru",
    EDGES / "breaks" / "Outcome-periodDays.end.ru",
    EDGES / "breaks" / "SourceDocument-coveredByPassages.none.ru",
    TESTS / "shapes" / "Project-yearOfCohort.ru",
]


def found(quads: list[ox.Quad], place: Path, name: str) -> list[Finding]:
    path = place / name
    path.write_bytes(ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"")
    (place / f"{name}.store").mkdir()
    return validate(path, Settings(), engine(), place / f"{name}.store").found.findings


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_statement_in_two_graphs_is_one(case: Path, tmp_path: Path) -> None:
    store = ox.Store()
    store.load(path=str(TESTS / "shapes" / "conforming.ttl"), format=ox.RdfFormat.TURTLE)
    store.update(case.read_text(encoding="utf-8"))
    graphs = [ox.NamedNode("urn:x:one"), ox.NamedNode("urn:x:two")]
    once = found(list(store), tmp_path, "once.nq")
    assert once or case.parent.name == "conforms"
    assert found([ox.Quad(q.subject, q.predicate, q.object, graph) for q in store for graph in graphs], tmp_path, "twice.nq") == once


def test_no_statement_of_a_release_stands_in_two_graphs(release: Release) -> None:
    seen: set[ox.Triple] = set()
    for quad in ox.parse(path=str(release.quads), format=ox.RdfFormat.N_QUADS):
        assert quad.triple not in seen, quad
        seen.add(quad.triple)


def test_bodies_that_only_payments_name_are_none_of_the_tables(release: Release) -> None:
    """In the graph of the tables a body is read from the table; who is only paid is told by the sheets, which belong to the reference."""
    quads = list(ox.parse(path=str(release.quads), format=ox.RdfFormat.N_QUADS))
    payees, contractors = ({quad.object for quad in quads if quad.predicate == tsu(name)} for name in ("payee", "contractor"))
    organization = (term("rdf:type"), tsu("Organization"))
    graphs = {quad.subject: quad.graph_name for quad in quads if (quad.predicate, quad.object) == organization and quad.subject in payees}
    reference, data = (ox.NamedNode(f"{BASE}graph/{name}") for name in ("reference", "data"))
    assert {body for body, graph in graphs.items() if graph == reference} == graphs.keys() - contractors != set()
    assert {body for body, graph in graphs.items() if graph == data} == graphs.keys() & contractors != set()
