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
from kg.release.release import QUADS, open_release
from kg.sources.reader import open_source
from kg.store.rdf_file import SYNTAXES, quads_of
from kg.store.working import WorkingStore
from kg.validate.gathering import gathered
from kg.validate.shapes import load_shapes, shape_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.release.release import Release
    from kg.settings import Settings
    from kg.validate.engines.port import Engine
    from kg.validate.gathering import Gathered

_TYPE = term("rdf:type")
_NAME = "tsunagi"
"""What is in every name of this vocabulary, also where it is misspelt otherwise."""
Kind = Literal["release", "graph", "table"]


@dataclass(frozen=True)
class Validated:
    """One input with all that is wrong with it; ``store`` holds what was checked.

    ``altered`` says that it is a release whose data are not those that were built.
    """

    path: Path
    kind: Kind
    found: Gathered
    store: WorkingStore
    base: str
    altered: bool = False


def validate(path: Path, settings: Settings, engine: Engine, place: Path) -> Validated:
    """Check ``path``; ``place`` is a directory for what is in between.

    Raises KgError where it cannot be read: a SourceError for a table or RDF, a ReleaseError for a directory.
    """
    release = open_release(path, altered={QUADS}) if path.is_dir() else None
    base = release.manifest["base"] if release else settings.base
    kind, store = _stated(release, place) if release else _read(path, settings, place)
    found = gathered(store.engine, engine, load_shapes(shape_files(), base), base, foreign=kind == "graph")
    altered = release is not None and release.quads.stat().st_size != release.manifest["files"][QUADS]["bytes"]
    return Validated(path, kind, _of_table(found) if kind == "table" else found, store, base, altered)


def _stated(release: Release, place: Path) -> tuple[Kind, WorkingStore]:
    """A release without what was inferred from it: a shape must not be satisfied by a conclusion."""
    inferred = ox.NamedNode(Minter(release.manifest["base"]).graph("inferred"))
    return "release", WorkingStore.load(release.quads, place / "store", inferred)


def _read(path: Path, settings: Settings, place: Path) -> tuple[Kind, WorkingStore]:
    """What a file holds: RDF, or a table, which is built as far as the graph."""
    if path.suffix.lower() in SYNTAXES:
        store = WorkingStore.empty(path.stat().st_size if path.is_file() else 0, place / "store")
        store.fill(_foreign(path, settings.base))
        return "graph", store
    write_body([open_source(path, settings.limits)], place, settings)
    return "table", WorkingStore.load(place / "body", place / "store")


def _of_table(found: Gathered) -> Gathered:
    """Without what is odd in other documents, which come with the package: whoever checks a table cannot mend them."""
    return replace(found, findings=[finding for finding in found.findings if not (finding.place and finding.place.fragment)])


def _foreign(path: Path, base: str) -> Iterator[ox.Quad]:
    """A file of RDF, and the code lists and the ontology that it refers to, which it may hold too: all as one graph, without what was inferred."""
    inferred = ox.NamedNode(Minter(base).graph("inferred"))
    yield from (ox.Quad(*statement) for statement in concept_statements(base))
    yield from (ox.Quad(*quad.triple) for quad in ontology_quads(ox.NamedNode(Minter(base).graph("ontology")), base))
    anything, strange = False, ""
    for quad in quads_of(path, base):
        if quad.graph_name == inferred:
            continue
        if quad.predicate == _TYPE and isinstance(quad.object, ox.NamedNode):
            ours = quad.object.value.startswith(f"{ONTOLOGY}#")
            anything, strange = anything or ours, quad.object.value if _NAME in quad.object.value and not ours else strange
        yield ox.Quad(*quad.triple)
    if not anything:
        raise SourceEmptyError(
            "この語彙のクラス（tsu:Project など）に属するものが一つもなく、確かめるものがありません。"
            + (f"<{strange}> とありますが、この語彙の名は <{ONTOLOGY}#> で始まります。" if strange else ""),
            "nothing in it is of a class of this vocabulary (such as tsu:Project), so that there is nothing to check"
            + (f"; it says <{strange}>, but names of this vocabulary begin with <{ONTOLOGY}#>" if strange else ""),
            where=path.name,
        )
