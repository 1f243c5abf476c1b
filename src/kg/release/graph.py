"""The graph of a release: portions -> checked quads -> the canonical file ``data.nq``."""

from __future__ import annotations

import heapq
import shutil
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad

from kg.errors import GraphError
from kg.export.catalog import Catalog
from kg.export.counts import GraphCounts
from kg.extract.tables import extract
from kg.rdf.concepts import concept_statements
from kg.rdf.iris import Minter
from kg.rdf.lines import lines_of
from kg.rdf.ontology import ontology_quads
from kg.rdf.portions import QuadWriter
from kg.sorting import LineSorter
from kg.validate.shapes import ShapeChecker, Violation, load_shapes, shape_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from kg.settings import Settings
    from kg.sources.reader import Document

_QUADS_CHECKED_AT_ONCE = 50_000
_VIOLATIONS_SHOWN = 20


def write_graph(documents: Sequence[Document], place: Path, settings: Settings, progress: Callable[[str, int], None]) -> list[bytes]:
    """Write ``data.nq`` into ``place`` and return the lines of its catalogue.

    ``progress`` is called with a document's name and the number of its governments read so far. Raises GraphError, with the cells, where the
    graph breaks a shape.
    """
    runs = place / "sorting"
    runs.mkdir()
    sorter = LineSorter(runs)
    mint = Minter(settings.base)
    codes = [Quad(*statement, NamedNode(mint.graph("codes"))) for statement in concept_statements(settings.base)]
    sorter.add(lines_of(codes))
    sorter.add(lines_of(ontology_quads(NamedNode(mint.graph("ontology")), settings.base)))
    violations: set[Violation] = set()
    checker = ShapeChecker(load_shapes(shape_files(), settings.base), codes)
    for batch in _batches(documents, settings, progress):
        violations.update(checker.check(batch))  # a document or table is stated, and checked, with every batch
        sorter.add(lines_of(batch))
    if violations:
        raise broken(violations)
    counts = GraphCounts()
    body = runs / "body"
    with body.open("wb") as stream:
        stream.writelines(counts.of(sorter.sorted()))
    catalog = Catalog(settings.base, [NamedNode(mint.document(document.sha256[:12])) for document in documents]).lines(counts)
    with body.open("rb") as lines, (place / "data.nq").open("wb") as stream:
        stream.writelines(heapq.merge(catalog, lines))
    shutil.rmtree(runs)
    return catalog


def _batches(documents: Sequence[Document], settings: Settings, progress: Callable[[str, int], None]) -> Iterator[list[Quad]]:
    """Quads of so many portions as are checked together."""
    writer = QuadWriter(settings.base, documents)
    names = {document.sha256[:12]: document.name for document in documents}
    read = dict.fromkeys(names, 0)
    batch: list[Quad] = []
    for portion in extract(documents):
        batch.extend(writer.quads(portion))
        read[portion.document] += portion.project is not None
        progress(names[portion.document], read[portion.document])
        if len(batch) >= _QUADS_CHECKED_AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch


def broken(violations: set[Violation]) -> GraphError:
    """The error of a graph that breaks shapes: each violation with its cell."""
    ja = [f"グラフが SHACL の形に合わないため、リリースを作りませんでした（{len(violations)} 件）。"]
    en = [f"no release was made: the graph breaks its shapes ({len(violations)} violations)"]
    for violation in sorted(violations, key=Violation.place)[:_VIOLATIONS_SHOWN]:
        value = f" = {violation.value}" if violation.value else ""
        about = f"  <{violation.focus}>{value} [{violation.shape.rpartition('#')[2]}]"
        ja.append(f"{violation.where}: {violation.message.ja}\n  {about}")
        en.append(f"{violation.where}: {violation.message.en}\n  {about}")
    more = len(violations) - _VIOLATIONS_SHOWN
    if more > 0:
        ja.append(f"ほか {more} 件。")
        en.append(f"and {more} more")
    return GraphError("\n".join(ja), "\n".join(en))
