"""``validate``: what is wrong with a release, with RDF of somebody else that uses our vocabulary, or with a source table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import pyoxigraph as ox

from kg.errors import SourceEmptyError
from kg.rdf.concepts import concept_statements
from kg.rdf.iris import Minter
from kg.rdf.ontology import ontology_quads
from kg.rdf.terms import ONTOLOGY, term
from kg.release.graph import write_body
from kg.release.release import open_release
from kg.sources.reader import open_source
from kg.store.rdf_file import SYNTAXES, quads_of
from kg.store.working import WorkingStore
from kg.validate.gathering import gathered
from kg.validate.shapes import load_shapes, shape_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.settings import Settings
    from kg.validate.engines.port import Engine
    from kg.validate.gathering import Gathered

_TYPE = term("rdf:type")
Kind = Literal["release", "graph", "table"]


@dataclass(frozen=True)
class Validated:
    """One input with all that is wrong with it; ``store`` holds what was checked."""

    path: Path
    kind: Kind
    found: Gathered
    store: WorkingStore
    base: str


def validate(path: Path, settings: Settings, engine: Engine, place: Path) -> Validated:
    """Check ``path``; ``place`` is a directory for what is in between.

    Raises KgError where it cannot be read: a SourceError for a table or RDF, a ReleaseError for a directory.
    """
    base = settings.base
    if path.is_dir():
        kind: Kind = "release"
        opened = open_release(path)
        base = opened.manifest["base"]
        # without what was inferred from it: a shape must not be satisfied by a conclusion
        store = WorkingStore.load(opened.quads, place / "store", ox.NamedNode(Minter(base).graph("inferred")))
    elif path.suffix.lower() in SYNTAXES:
        kind, store = "graph", _loaded(_foreign(path, base), path.stat().st_size if path.is_file() else 0, place)
    else:
        kind = "table"
        write_body([open_source(path, settings.limits)], place, settings)
        store = WorkingStore.load(place / "body", place / "store")
    found = gathered(store.engine, engine, load_shapes(shape_files(), base), base, foreign=kind == "graph")
    return Validated(path, kind, _of_table(found) if kind == "table" else found, store, base)


def _of_table(found: Gathered) -> Gathered:
    """Without what is odd in other documents, which come with the package: whoever checks a table cannot mend them."""
    return replace(found, findings=[finding for finding in found.findings if not (finding.place and finding.place.fragment)])


def _loaded(quads: Iterator[ox.Quad], size: int, place: Path) -> WorkingStore:
    store = WorkingStore.empty(size, place / "store")
    store.engine.bulk_extend(quads)
    store.engine.optimize()  # as WorkingStore.load does, and for its reason
    return store


def _foreign(path: Path, base: str) -> Iterator[ox.Quad]:
    """A file of RDF, and the code lists and the ontology that it refers to, which it may hold too: all as one graph, without what was inferred."""
    inferred = ox.NamedNode(Minter(base).graph("inferred"))
    yield from (ox.Quad(*statement) for statement in concept_statements(base))
    yield from (ox.Quad(*quad.triple) for quad in ontology_quads(ox.NamedNode(Minter(base).graph("ontology")), base))
    anything = False
    for quad in quads_of(path, base):
        if quad.graph_name == inferred:
            continue
        anything = anything or (quad.predicate == _TYPE and str(quad.object).startswith(f"<{ONTOLOGY}#"))
        yield ox.Quad(*quad.triple)
    if not anything:
        raise SourceEmptyError(
            "この語彙のクラス（tsu:Project など）に属するものが一つもなく、確かめるものがありません。",
            "nothing in it is of a class of this vocabulary (such as tsu:Project), so that there is nothing to check",
            where=path.name,
        )
