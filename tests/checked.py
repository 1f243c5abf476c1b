"""Quads against shapes, as a build checks them."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox
from rdflib import Graph

from kg.validate.engines.store.engine import StoreEngine
from kg.validate.findings import Finding
from kg.validate.nodes import Nodes
from kg.validate.shape_findings import shape_findings


class ShapeChecker:
    """Checks quads, with those of ``background``, against ``shapes``."""

    def __init__(self, shapes: Graph, background: Iterable[ox.Quad]) -> None:
        self._shapes = shapes
        self._background = list(background)

    def check(self, quads: Iterable[ox.Quad]) -> list[Finding]:
        """What breaks a shape, in the order of the source."""
        store = ox.Store()
        store.bulk_extend([*self._background, *quads])
        return sorted(shape_findings(StoreEngine().results(store, self._shapes), self._shapes, Nodes(store)), key=Finding.order)
