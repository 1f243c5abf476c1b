"""The shapes are proven: whatever constraint is removed or loosened, some case of tests/shapes turns red."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import URIRef

from kg.validate.engines.selection import engine
from kg.validate.shapes import load_shapes, shape_files
from tests.validate.mutants import CONSTRAINTS, USING, Mutant, constraints, local, mutants, only

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
with Path(__file__).with_name("equivalent_mutants.csv").open(encoding="utf-8", newline="") as stream:
    EQUIVALENT = {row["mutant"]: row["reason"] for row in csv.DictReader(stream)}


@cache
def conforming() -> list[ox.Quad]:
    return list(ox.parse(path=str(HERE / "conforming.ttl"), format=ox.RdfFormat.TURTLE))


@lru_cache(maxsize=60)
def graph_after(case: Path | None) -> ox.Store:
    store = ox.Store()
    store.extend(conforming())
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
def cases_of_others(shape: str) -> list[Path]:
    """The cases of other shapes, those about the same class first."""
    kind = shape.partition("-")[0]
    others = [case for case in CASES if case not in cases_of(shape)]
    return sorted(others, key=lambda case: (case.stem.partition("-")[0] != kind, case.name))


def aimed(shape: URIRef) -> list[URIRef]:
    """The shape, or those that use it where it is aimed at nothing itself."""
    if cases_of(local(shape)):
        return [shape]
    used = [user for parameter in USING for user in SHAPES.subjects(parameter, shape) if isinstance(user, URIRef)]
    assert used, shape
    return used


def names(found: Iterable[object]) -> set[str]:
    return {local(getattr(result, "shape", "")) for result in found}


def turns_red(mutant: Mutant) -> bool:
    """Whether a case of the shape no longer breaks it, or a graph that does not break it now does: the conforming one first, then cases of others."""
    for shape in aimed(mutant.shape):
        graph, name = mutant.of(only(SHAPES, shape)), local(shape)
        if any(ENGINE.results(graph_after(case), graph) for case in silent_cases_of(name)):
            return True
        if any(names(ENGINE.results(graph_after(case), graph)) != {name} for case in cases_of(name)):
            return True
        if any(ENGINE.results(graph_after(case), graph) for case in cases_of_others(name)):
            return True
    return False


def survivors(shape: str) -> list[str]:
    return [mutant.name for mutant in BY_SHAPE[shape] if mutant.name not in EQUIVALENT and not turns_red(mutant)]


def test_each_constraint_is_removed_once_and_what_has_a_measure_is_loosened() -> None:
    removed = Counter((mutant.shape, mutant.constraint) for mutant in MUTANTS if mutant.change.startswith("removed"))
    assert set(removed) >= constraints(SHAPES)
    assert len(constraints(SHAPES)) > 440
    assert len(MUTANTS) > 750
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
    assert len(files) > 60


def test_a_shape_taken_alone_says_of_its_cases_what_all_shapes_together_say() -> None:
    """What the mutants are held against."""
    for shape in sorted({mutant.shape for mutant in MUTANTS}):
        for user in aimed(shape):
            alone, name = only(SHAPES, user), local(user)
            assert not any(ENGINE.results(graph_after(case), alone) for case in silent_cases_of(name))
            assert cases_of(name)
            assert all(names(ENGINE.results(graph_after(case), alone)) == {name} for case in cases_of(name)), name


def sampled(shape: str) -> bool:
    """One shape in sixteen, the same ones every time, is proven by make test; all of them by make test-full."""
    return sha256(shape.encode()).digest()[0] % 16 == 0


@pytest.mark.parametrize("shape", [shape if sampled(shape) else pytest.param(shape, marks=pytest.mark.full) for shape in sorted(BY_SHAPE)])
def test_every_mutant_turns_a_case_red(shape: str) -> None:
    assert survivors(shape) == []


def test_what_no_case_can_notice_is_declared_with_a_reason() -> None:
    known = {mutant.name: mutant for mutant in MUTANTS}
    assert list(EQUIVALENT) == sorted(EQUIVALENT)
    for name, reason in EQUIVALENT.items():
        assert name in known
        assert len(reason) > 30
        assert not turns_red(known[name]), name
