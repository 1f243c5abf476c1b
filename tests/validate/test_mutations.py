"""The shapes are proven: whatever constraint is removed or loosened, some case of tests/shapes turns red."""

from __future__ import annotations

import csv
import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import SH, BNode, Graph, URIRef
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
SAMPLE = random.Random(7).sample(sorted(BY_SHAPE), 40)
CASES = sorted(HERE.glob("*.ru"))
ENGINE = engine()
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


def only(shape: URIRef) -> Graph:
    """The shape alone, with what it takes to aim it and all that stands below it without a name of its own."""
    graph = Graph()
    queue: list[Node] = [shape]
    while queue:
        node = queue.pop()
        for triple in SHAPES.triples((node, None, None)):
            graph.add(triple)
            if isinstance(triple[2], BNode) or triple[1] in {SH.prefixes, SH.node, SH.declare}:
                queue.append(triple[2])
    for parent in SHAPES.subjects(SH.property, shape):
        graph.add((parent, SH.property, shape))
        for triple in SHAPES.triples((parent, None, None)):
            if triple[1] in {SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf} or local(triple[1]) == "type":
                graph.add(triple)
    return graph


def names(found: Iterable[object]) -> set[str]:
    return {local(getattr(result, "shape", "")) for result in found}


def turns_red(mutant: Mutant) -> bool:
    """Whether a case of the shape no longer breaks it and it alone, or the conforming graph now does; cases of other shapes need not be asked."""
    shape, graph = local(mutant.shape), mutant.of(only(mutant.shape))
    if ENGINE.results(graph_after(None), graph):
        return True
    return any(names(ENGINE.results(graph_after(case), graph)) != {shape} for case in cases_of(shape))


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


def test_without_a_change_the_cases_are_green() -> None:
    """What the mutants are held against: a shape taken alone says of its cases what all shapes together say."""
    for shape in SAMPLE:
        alone = only(BY_SHAPE[shape][0].shape)
        assert ENGINE.results(graph_after(None), alone) == set()
        assert [names(ENGINE.results(graph_after(case), alone)) for case in cases_of(shape)] == [{shape}] * len(cases_of(shape))


@pytest.mark.parametrize("shape", SAMPLE)
def test_a_sample_of_mutants_turns_a_case_red(shape: str) -> None:
    assert survivors(shape) == []


@pytest.mark.full
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
