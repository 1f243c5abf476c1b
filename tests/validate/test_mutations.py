"""The shapes are proven: whatever constraint is removed or loosened, some case of tests/shapes turns red."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import RDF, SH, BNode, Graph, URIRef
from rdflib.term import Node

from kg.validate.engines.selection import engine
from kg.validate.shapes import load_shapes, shape_files
from tests.validate.mutants import CONSTRAINTS, Mutant, constraints, local, mutants

HERE = Path(__file__).resolve().parents[1] / "shapes"
SHAPES = load_shapes(shape_files())
MUTANTS = mutants(SHAPES)
BY_SHAPE: dict[str, list[Mutant]] = defaultdict(list)
for mutant in MUTANTS:
    BY_SHAPE[local(mutant.shape)].append(mutant)
EDGES = Path(__file__).with_name("edges")
CASES = sorted([*HERE.glob("*.ru"), *EDGES.glob("breaks/*.ru")])
SILENT = sorted(EDGES.glob("conforms/*.ru"))
ENGINE = engine()
TSH = "https://w3id.org/tsunagi/shape#"
WALKED = {
    "oa:start": "TextPositionSelector",
    "oa:exact": "TextQuoteSelector",
    "tsu:hasCommission": "Project",
    "tsu:tableDate": "TableEdition",
    "a tsu:SourcePassage": "SourcePassage",
}
AIMS = (RDF.type, SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)
USING = (SH.qualifiedValueShape, SH.node, SH["not"], SH.prefixes)
with Path(__file__).with_name("equivalent_mutants.csv").open(encoding="utf-8", newline="") as stream:
    EQUIVALENT = {row["mutant"]: row["reason"] for row in csv.DictReader(stream)}


@lru_cache(maxsize=60)
def graph_after(case: Path | None) -> ox.Store:
    store = ox.Store()
    store.load(path=str(HERE / "conforming.ttl"), format=ox.RdfFormat.TURTLE)
    if case is not None:
        store.update(case.read_text(encoding="utf-8"))
    return store


@cache
def cases_of(shape: str) -> list[Path]:
    return [case for case in CASES if case.stem.partition(".")[0] == shape]


@cache
def silent_cases_of(shape: str) -> list[Path | None]:
    return [None, *(case for case in SILENT if case.stem.partition(".")[0] == shape)]


@cache
def neighbouring_cases_of(shape: str) -> list[Path]:
    """Cases of other shapes that a query about several records could answer too: of its class and of what its query walks over."""
    text = str(next(SHAPES.objects(next(SHAPES.objects(URIRef(f"{TSH}{shape}"), SH.sparql)), SH.select)))
    classes = {shape.partition("-")[0], *(name for step, name in WALKED.items() if step in text)}
    return [case for case in CASES if case.stem.partition("-")[0] in classes and case.stem.partition(".")[0] != shape]


def aimed(shape: URIRef) -> list[URIRef]:
    """The shape, or those that use it where it is aimed at nothing itself."""
    if cases_of(local(shape)):
        return [shape]
    used = [user for parameter in USING for user in SHAPES.subjects(parameter, shape) if isinstance(user, URIRef)]
    assert used, shape
    return used


def only(shape: URIRef) -> Graph:
    """The shape alone, with what it takes to aim it and the shapes that it uses."""
    graph = Graph()
    queue: list[Node] = [shape]
    while queue:
        node = queue.pop()
        for triple in SHAPES.triples((node, None, None)):
            graph.add(triple)
            if isinstance(triple[2], BNode) or triple[1] in USING:
                queue.append(triple[2])
    for parent in SHAPES.subjects(SH.property, shape):
        graph.add((parent, SH.property, shape))
        for aim in AIMS:
            for triple in SHAPES.triples((parent, aim, None)):
                graph.add(triple)
    return graph


def names(found: Iterable[object]) -> set[str]:
    return {local(getattr(result, "shape", "")) for result in found}


def turns_red(mutant: Mutant) -> bool:
    """Whether a case of the shape no longer breaks it, or a graph that conforms now does; of other shapes only queries over several records are asked."""
    for shape in aimed(mutant.shape):
        graph, name = mutant.of(only(shape)), local(shape)
        if any(ENGINE.results(graph_after(case), graph) for case in silent_cases_of(name)):
            return True
        if any(names(ENGINE.results(graph_after(case), graph)) != {name} for case in cases_of(name)):
            return True
        if mutant.constraint == "sparql" and any(ENGINE.results(graph_after(case), graph) for case in neighbouring_cases_of(name)):
            return True  # one fault is told once: what another shape says already is not said again
    return False


def survivors(shape: str) -> list[str]:
    return [mutant.name for mutant in BY_SHAPE[shape] if mutant.name not in EQUIVALENT and not turns_red(mutant)]


def test_each_constraint_is_removed_once_and_what_has_a_measure_is_loosened() -> None:
    removed = Counter((mutant.shape, mutant.constraint) for mutant in MUTANTS if mutant.change.startswith("removed"))
    assert set(removed) >= constraints(SHAPES)
    assert len(constraints(SHAPES)) > 380
    assert len(MUTANTS) > 500
    assert len({mutant.name for mutant in MUTANTS}) == len(MUTANTS)
    for parameter in ("minCount", "maxCount", "minLength", "pattern"):
        assert any(mutant.constraint == parameter and not mutant.change.startswith("removed") for mutant in MUTANTS), parameter
    assert {mutant.constraint for mutant in MUTANTS} & set(CONSTRAINTS.values()) >= {
        "class",
        "datatype",
        "hasValue",
        "in",
        "languageIn",
        "or",
    }


@pytest.mark.parametrize("case", [*EDGES.glob("breaks/*.ru"), *SILENT], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_an_edge_case_breaks_exactly_its_shape_or_none(case: Path) -> None:
    assert set(graph_after(case)) != set(graph_after(None)), "the case changes nothing"
    assert names(ENGINE.results(graph_after(case), SHAPES)) == ({case.stem.partition(".")[0]} if case.parent.name == "breaks" else set())


def test_the_edge_cases_are_of_shapes_that_there_are() -> None:
    known = {local(shape) for shape, _ in constraints(SHAPES)}
    files = [path for path in EDGES.rglob("*") if path.is_file()]
    assert {path.suffix for path in files} == {".ru"}
    assert {path.stem.partition(".")[0] for path in files} <= known
    assert len(files) > 35


def test_a_shape_taken_alone_says_of_its_cases_what_all_shapes_together_say() -> None:
    """What the mutants are held against."""
    for shape in sorted({mutant.shape for mutant in MUTANTS}):
        for user in aimed(shape):
            alone, name = only(user), local(user)
            assert not any(ENGINE.results(graph_after(case), alone) for case in silent_cases_of(name))
            assert cases_of(name)
            assert all(names(ENGINE.results(graph_after(case), alone)) == {name} for case in cases_of(name)), name


@pytest.mark.parametrize("shape", sorted(BY_SHAPE))
def test_every_mutant_turns_a_case_red(shape: str) -> None:
    assert survivors(shape) == []


def test_what_no_case_can_notice_is_declared_with_a_reason() -> None:
    known = {mutant.name: mutant for mutant in MUTANTS}
    assert list(EQUIVALENT) == sorted(EQUIVALENT)
    for name, reason in EQUIVALENT.items():
        assert name in known
        assert len(reason) > 30
        assert not turns_red(known[name]), name
