"""The embedded release with what follows from it."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.release.release import Release
from kg.settings import BASE
from kg.store.embedded import EmbeddedStore
from kg.store.port import Store

INFERRED = ox.NamedNode(f"{BASE}graph/inferred")
CATALOGUE = ox.NamedNode(f"{BASE}graph/catalog")


@pytest.fixture(scope="session")
def asserted(release: Release) -> list[ox.Quad]:
    """All quads of the embedded release except those of its inferred graph."""
    quads = ox.parse(path=str(release.path / "data.nq"), format=ox.RdfFormat.N_QUADS)
    return [quad for quad in quads if quad.graph_name != INFERRED]


@pytest.fixture(scope="session")
def inferred(release: Release) -> frozenset[ox.Triple]:
    """What a build concludes from the embedded table."""
    quads = ox.parse(path=str(release.path / "data.nq"), format=ox.RdfFormat.N_QUADS)
    return frozenset(quad.triple for quad in quads if quad.graph_name == INFERRED)


@pytest.fixture(scope="session")
def materialised(release: Release) -> Store:
    """The store of the embedded release."""
    return release.store()


@pytest.fixture(scope="session")
def release_only(asserted: list[ox.Quad]) -> Store:
    """The same store without anything inferred, and without the catalogue, which speaks in the words of others on purpose."""
    store = ox.Store()
    store.bulk_extend(quad for quad in asserted if quad.graph_name != CATALOGUE)
    return EmbeddedStore(store)
