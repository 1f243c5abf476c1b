"""The embedded release with what follows from it."""

from __future__ import annotations

import re

import pyoxigraph as ox
import pytest

from kg.release.release import Release
from kg.settings import BASE
from kg.store.embedded import EmbeddedStore
from kg.store.port import Store
from tests.ontology.closure import closed, graph_of, statements

INFERRED = ox.NamedNode(f"{BASE}graph/inferred")
_WORDS = re.compile(r"/ns/oa#|#(label|prefLabel|altLabel|definition|scopeNote|example|text|quote|message|heading|marker|comment)$")
_PLACES = re.compile(r"#(wasReadFrom|inDocument|type)$")


def premises(quad: ox.Quad) -> bool:
    """Whether anything can follow from ``quad``: no words, no catalogue, and of the provenance only what leads from a record to its document."""
    graph = quad.graph_name.value.rpartition("/")[2] if isinstance(quad.graph_name, ox.NamedNode) else ""
    if graph == "catalog" or (_WORDS.search(quad.predicate.value) and graph != "ontology"):
        return False
    if graph == "codes":
        return quad.predicate.value.endswith(("#broader", "#type"))
    if graph == "provenance":
        subject = str(quad.subject).strip("<>")
        selected = subject.startswith(f"{BASE}id/cue/") or "#" in subject
        return bool(_PLACES.search(quad.predicate.value)) and not selected
    return True


@pytest.fixture(scope="session")
def asserted(release: Release) -> list[ox.Quad]:
    """All quads of the embedded release except those of its inferred graph."""
    quads = ox.parse(path=str(release.path / "data.nq"), format=ox.RdfFormat.N_QUADS)
    return [quad for quad in quads if quad.graph_name != INFERRED]


@pytest.fixture(scope="session")
def inferred(asserted: list[ox.Quad]) -> frozenset[ox.Triple]:
    """What owlrl concludes from the embedded release, without what is stated already."""
    graph = graph_of(quad for quad in asserted if premises(quad))
    assert closed(graph) == []
    return frozenset(statements(graph)) - {quad.triple for quad in asserted}


@pytest.fixture(scope="session")
def materialised(asserted: list[ox.Quad], inferred: frozenset[ox.Triple]) -> Store:
    """A store of the embedded release and of what follows; the default graph of its queries is the union."""
    store = ox.Store()
    store.bulk_extend(asserted)
    store.bulk_extend(ox.Quad(triple.subject, triple.predicate, triple.object, INFERRED) for triple in inferred)
    return EmbeddedStore(store)


@pytest.fixture(scope="session")
def release_only(asserted: list[ox.Quad]) -> Store:
    """The same store without anything inferred."""
    store = ox.Store()
    store.bulk_extend(asserted)
    return EmbeddedStore(store)
