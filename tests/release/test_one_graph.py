"""A statement that stands in two graphs is one statement: whatever counts or adds says the same of the file as one graph and as two."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.release.validation import validate
from kg.settings import Settings
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
