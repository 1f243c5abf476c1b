"""The engines agree on a whole release: as it is, and with statements missing, so that thousands of results are to be found; and on the ontology's style."""

from __future__ import annotations

import random

import pyoxigraph as ox
import pytest
from rdflib import Graph

from kg import resources
from kg.rdf.ontology import ontology_quads
from kg.release.release import Release
from kg.validate.engines.selection import engine
from kg.validate.shapes import load_shapes, shape_files

SHAPES = load_shapes(shape_files())
STYLE = load_shapes(sorted((resources.path("shapes") / "style").glob("*.ttl")))
INFERRED = ox.NamedNode("https://w3id.org/tsunagi/graph/inferred")


def stated(release: Release, lacking: int) -> ox.Store:
    """What the release states, without one in so many of its statements (0: whole)."""
    chance, store = random.Random(3), ox.Store()
    quads = (quad for quad in ox.parse(path=str(release.quads), format=ox.RdfFormat.N_QUADS) if quad.graph_name != INFERRED)
    store.bulk_extend(quad for quad in quads if not lacking or chance.randrange(lacking))
    return store


@pytest.fixture(scope="module")
def lacking(release: Release) -> ox.Store:
    return stated(release, 50)


@pytest.fixture(scope="module")
def ontology() -> ox.Store:
    store = ox.Store()
    store.bulk_extend(ontology_quads(ox.NamedNode("urn:x:ontology")))
    return store


def agree(data: ox.Store, shapes: Graph, other: str) -> int:
    """How many results both give."""
    ours, theirs = engine().results(data, shapes), engine(other).results(data, shapes)
    assert ours - theirs == theirs - ours == set()
    return len(ours)


@pytest.mark.full
def test_the_fast_engine_agrees_on_the_release(release: Release) -> None:
    whole = stated(release, 0)
    assert all(result.severity != "violation" for result in engine().results(whole, SHAPES))
    agree(whole, SHAPES, "shifty")


def test_the_fast_engine_agrees_on_a_release_that_lacks_statements(lacking: ox.Store) -> None:
    assert agree(lacking, SHAPES, "shifty") > 800


def test_the_fast_engine_agrees_on_the_style_of_the_ontology(ontology: ox.Store) -> None:
    assert agree(ontology, STYLE, "shifty") > 10


@pytest.mark.full
def test_the_reference_agrees_on_a_release_that_lacks_statements(lacking: ox.Store) -> None:
    assert agree(lacking, SHAPES, "pyshacl") > 800


@pytest.mark.full
def test_the_reference_agrees_on_the_style_of_the_ontology(ontology: ox.Store) -> None:
    assert agree(ontology, STYLE, "pyshacl") > 10
