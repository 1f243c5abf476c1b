"""The shapes of shapes/."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import RDF, RDFS, SH, Graph

from kg import resources
from kg.errors import VocabularyError
from kg.settings import BASE, rebased
from kg.store.rdflib_graph import as_graph

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from rdflib.term import Node


def shape_files() -> list[Path]:
    """The files of shapes/, one a module."""
    return sorted(resources.path("shapes").glob("*.ttl"))


def load_shapes(files: Iterable[Path], base: str = BASE) -> Graph:
    """All shapes as one graph, for data under ``base``. Raises VocabularyError where a file is no Turtle."""
    quads: list[ox.Quad] = []
    for file in files:
        try:
            quads += ox.parse(rebased(file.read_text(encoding="utf-8"), base), format=ox.RdfFormat.TURTLE, base_iri=base)
        except SyntaxError as error:
            raise VocabularyError(f"Turtle として読めません（{error}）。", f"not readable as Turtle ({error})", where=file.name) from error
    return as_graph(quads)


def with_own_targets(shapes: Graph) -> Graph:
    """The same shapes, each property shape with the target class of its node shape instead of hanging on it.

    The results are the same (SHACL, section 2.1.3 and 4.7.2); but pySHACL looks at a property shape anew for each focus node of the node shape
    that it hangs on, and at one with a target of its own once for all of them, which is ten times faster. A property shape keeps hanging where
    its node shape is not only a class's (it is the value of sh:node and the like, is deactivated, or has other targets), and where
    siblings are counted apart (sh:qualifiedValueShapesDisjoint).
    """
    flat = Graph()
    for triple in shapes:
        flat.add(triple)
    for node_shape in set(shapes.subjects(SH.targetClass)):
        if not _only_for_its_class(shapes, node_shape):
            continue
        for property_shape in shapes.objects(node_shape, SH.property):
            flat.remove((node_shape, SH.property, property_shape))
            for target in shapes.objects(node_shape, SH.targetClass):
                flat.add((property_shape, SH.targetClass, target))
    return flat


def _only_for_its_class(shapes: Graph, node_shape: Node) -> bool:
    used = next(shapes.subjects(None, node_shape), None) is not None
    others = (SH.targetNode, SH.targetObjectsOf, SH.targetSubjectsOf, SH.deactivated)
    counted = any(shapes.value(part, SH.qualifiedValueShapesDisjoint) is not None for part in shapes.objects(node_shape, SH.property))
    is_class = (node_shape, RDF.type, RDFS.Class) in shapes
    return not (used or counted or is_class or any(shapes.value(node_shape, other) is not None for other in others))
