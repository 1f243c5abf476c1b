"""The ontology's own triples, from the Turtle files of ontology/, as quads of the graph ``ontology``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import resources
from kg.errors import VocabularyError
from kg.rdf.cube import STRUCTURES
from kg.settings import BASE, rebased

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def ontology_files() -> list[Path]:
    """The header, the modules, and the alignments to outside vocabularies."""
    folders = ("ontology/modules", "ontology/alignments")
    return [resources.path("ontology/tsunagi.ttl"), *(file for folder in folders for file in sorted(resources.path(folder).glob("*.ttl")))]


def ontology_quads(graph: ox.NamedNode, base: str = BASE) -> Iterator[ox.Quad]:
    """All triples of the ontology and of the structures of the cube, for data under ``base`` (class expressions name codes).

    Blank nodes (class expressions) carry the names of RDF Dataset Canonicalization (RDFC-1.0).
    """
    dataset = ox.Dataset()
    for file in (*ontology_files(), resources.path(STRUCTURES)):
        try:
            # each file's blank nodes are its own
            text = rebased(file.read_text(encoding="utf-8"), base)
            for quad in ox.parse(text, format=ox.RdfFormat.TURTLE, rename_blank_nodes=True):
                dataset.add(ox.Quad(quad.subject, quad.predicate, quad.object, graph))
        except SyntaxError as error:
            raise VocabularyError(f"Turtle として読めません（{error}）。", f"not readable as Turtle ({error})", where=file.name) from error
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return iter(dataset)
