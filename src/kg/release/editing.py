"""A release whose data were edited: the graphs that hold statements, completed as a build completes them, in the place of the release they came from.

What a build concludes from the statements (``inferred``, ``catalog``, and what rules found in ``findings``) is made anew, never taken over.
``codes`` and ``ontology`` belong to the software, whose reference pages tell the same; they are those of the release. Mapping sets of others are read
again from the release, as they were given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import GraphError, ReleaseError
from kg.link.mapping_set import read_mapping_sets
from kg.rdf.iris import Minter
from kg.rdf.lines import lines_of
from kg.rdf.terms import GRAPHS, term, tsu
from kg.release.build import complete, timed, write_manifest
from kg.release.graph import complete_graph
from kg.release.imported import FOLDER
from kg.release.publish import replacing
from kg.release.release import Release, open_release
from kg.settings import Limits
from kg.sorting import LineSorter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kg.release.release import Edit

STATED = ("data", "provenance", "links", "reference")
"""Graphs that are edited."""
FIXED = ("codes", "ontology")
"""Graphs that are the software's."""
_SORTED_AT_ONCE = 50_000
_SHOWN = 10


def publish_edited(base: Release, store: ox.Store, edits: Sequence[Edit]) -> Release:
    """Put a release with the data of ``store`` in the place of ``base``, from which it came by ``edits``.

    The manifest tells them, after those of ``base``. Raises GraphError where the data are not good (ViolationsError with each violation), and
    ReleaseError where the release has been replaced meanwhile; then all stays as it was.
    """
    manifest = base.manifest
    iri = manifest["base"]
    refuse_strange(store, base)
    before = manifest.get("edited")
    times: dict[str, float] = {}
    with replacing(base.path) as draft:
        with timed(times, "graph"):
            runs = draft / "sorting"
            runs.mkdir()
            written = complete_graph(_body(base, store, runs), draft, iri, [entry["sha256"] for entry in manifest["inputs"]])
        files = [base.path / FOLDER / entry["name"] for entry in manifest.get("imported", ())]
        made = complete(draft, written, iri, manifest["inputs"], times, read_mapping_sets(files, iri, Limits()))
        if "population" in manifest:
            made["population"] = manifest["population"]
        made["edited"] = {
            "release": before["release"] if before else base.identity,
            "edits": [*(before["edits"] if before else ()), *edits],
        }
        if "links" in manifest:
            made["links"] = manifest["links"]
        write_manifest(draft, made)
        if open_release(base.path).identity != base.identity:
            raise ReleaseError(
                "編集している間にリリースが置き換えられました。編集用の場所を今のリリースに戻してから、やり直してください。",
                "the release has been replaced since its data were edited; put staging back to the present release, and edit again",
                where=str(base.path),
            )
    return Release(base.path, made)


def refuse_strange(store: ox.Store, base: Release) -> None:
    """Raise GraphError where ``store`` holds what no release can: other graphs, blank nodes, triple terms, other codes or another ontology."""
    mint = Minter(base.manifest["base"])
    known = {ox.NamedNode(mint.graph(name)) for name in GRAPHS}
    others = [graph for graph in store.named_graphs() if graph not in known]
    strange = sorted(str(graph) for graph in others if next(store.quads_for_pattern(None, None, None, graph), None))
    if next(store.quads_for_pattern(None, None, None, ox.DefaultGraph()), None):
        strange.insert(0, "default")
    if strange:
        shown = ", ".join(strange[:_SHOWN])
        raise GraphError(
            f"リリースのものでないグラフがあります（{shown}）。文をリリースのグラフへ移すか、消してください。",
            f"there are graphs that no release has ({shown}); move their statements to a graph of the release, or drop them",
        )
    for name in STATED:
        for quad in store.quads_for_pattern(None, None, None, ox.NamedNode(mint.graph(name))):
            if isinstance(quad.subject, ox.BlankNode) or not isinstance(quad.object, ox.NamedNode | ox.Literal):
                raise GraphError(
                    f"グラフ {name} に空白ノードか三つ組の項があります（{quad.subject} {quad.predicate}）。IRI を付けてください。",
                    f"the graph {name} holds a blank node or a triple term ({quad.subject} {quad.predicate}); give it an IRI",
                )
    for name in FIXED:
        graph = mint.graph(name)
        if _canonical(store.quads_for_pattern(None, None, None, ox.NamedNode(graph))) != _canonical(_quads(base, graph)):
            raise GraphError(
                f"グラフ {name} は変えられません（ソフトウェアの {name} を直して、リリースを作り直してください）。元に戻してください。",
                f"the graph {name} cannot be edited: it is the software's own; change it there and build again, and put it back here",
            )


def _body(base: Release, store: ox.Store, place: Path) -> Path:
    """Write ``place/body``: sorted lines of all that is stated."""
    mint, sorter, body = Minter(base.manifest["base"]), LineSorter(place), place / "body"
    for name in FIXED:
        sorter.add(_lines(base, mint.graph(name)))
    for quads in _batches(_stated(store, mint)):
        sorter.add(lines_of(quads))
    with body.open("wb") as stream:
        stream.writelines(sorter.sorted())
    return body


def _stated(store: ox.Store, mint: Minter) -> Iterator[ox.Quad]:
    for name in STATED:
        yield from store.quads_for_pattern(None, None, None, ox.NamedNode(mint.graph(name)))
    findings = ox.NamedNode(mint.graph("findings"))
    for found in store.quads_for_pattern(None, term("rdf:type"), tsu("Finding"), findings):  # of the extraction; the others are made anew
        yield from store.quads_for_pattern(found.subject, None, None, findings)


def _lines(release: Release, graph: str) -> Iterator[bytes]:
    """Lines of a graph in the release's file, whose names for blank nodes a store does not keep."""
    end = f" <{graph}> .\n".encode()
    with release.quads.open("rb") as lines:
        yield from (line for line in lines if line.endswith(end))


def _quads(release: Release, graph: str) -> Iterator[ox.Quad]:
    return iter(ox.parse(b"".join(_lines(release, graph)), format=ox.RdfFormat.N_QUADS))


def _canonical(quads: Iterator[ox.Quad]) -> ox.Dataset:
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return dataset


def _batches(quads: Iterator[ox.Quad]) -> Iterator[list[ox.Quad]]:
    batch: list[ox.Quad] = []
    for quad in quads:
        batch.append(quad)
        if len(batch) == _SORTED_AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch
