"""The graph of a release: portions -> quads -> what is wrong with them and what follows from them -> the canonical file ``data.nq``."""

from __future__ import annotations

import heapq
import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad

from kg.errors import GraphError
from kg.export.catalog import Catalog
from kg.export.content import Content
from kg.export.counts import GraphCounts
from kg.extract.tables import extract
from kg.rdf.concepts import concept_statements
from kg.rdf.iris import Minter
from kg.rdf.lines import lines_of
from kg.rdf.ontology import ontology_quads
from kg.rdf.portions import QuadWriter
from kg.release.inference import inferred_lines
from kg.release.reference import Reference
from kg.sorting import LineSorter
from kg.store.working import WorkingStore
from kg.validate.engines.store.engine import StoreEngine
from kg.validate.gathering import gathered
from kg.validate.report.contents import Report
from kg.validate.report.graph import report_quads
from kg.validate.shapes import load_shapes, shape_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from kg.link.link_file import Link
    from kg.settings import Settings
    from kg.sources.populations import Population
    from kg.sources.reader import Document
    from kg.validate.findings import Finding

_FINDINGS_SHOWN = 20


class ViolationsError(GraphError):
    """A graph that breaks its shapes, with each violation."""

    def __init__(self, ja: str, en: str, violations: Sequence[Finding]) -> None:
        super().__init__(ja, en)
        self.violations = tuple(violations)


@dataclass(frozen=True, slots=True)
class Written:
    """What a build makes of a graph besides the file: the lines of its catalogue, what is odd in it, and links about organizations that it does not name."""

    catalog: list[bytes]
    report: Report
    unused_links: tuple[Link, ...] = ()


def write_graph(
    documents: Sequence[Document],
    place: Path,
    settings: Settings,
    progress: Callable[[str, int], None],
    links: Sequence[Link] = (),
    populations: Sequence[Population] = (),
) -> Written:
    """Write ``data.nq`` into ``place``: what ``documents`` hold, what is decided in ``links``, and ``populations`` that a user supplies.

    ``progress`` is called with a document's name and the number of its governments read so far. Raises GraphError, with the cells, where the
    graph breaks a shape or contradicts itself.
    """
    runs = place / "sorting"
    runs.mkdir()
    reference = Reference(settings.base) if settings.all_places else None
    writer = QuadWriter(settings.base, documents, links)
    body = write_body(documents, runs, settings, progress, writer, reference, populations)
    written = complete_graph(body, place, settings.base, [document.sha256 for document in documents], reference)
    return replace(written, unused_links=tuple(writer.links.unused()))


def complete_graph(body: Path, place: Path, base: str, documents: Sequence[str], reference: Reference | None = None) -> Written:
    """Write ``data.nq`` into ``place`` from ``body``, sorted lines of all that is stated; its directory, for what is in between, is removed.

    ``documents`` are the hashes of what it was read from; ``reference`` is what the release says of places besides. Raises GraphError as ``write_graph`` does.
    """
    runs = body.parent
    mint, complete = Minter(base), runs / "complete"
    store = WorkingStore.load(body, runs / "store")
    found = gathered(store.engine, StoreEngine(), load_shapes(shape_files(), base), base)
    refuse_violations(found.violations())
    report = Report.of(store, found.findings, base)
    reported = list(report_quads(report, found.results))
    store.add((quad.triple for quad in reported), NamedNode(mint.graph("findings")))  # something follows of these, too
    told = sorted(set(lines_of(reported)))
    counts = GraphCounts()
    with body.open("rb") as given, complete.open("wb") as stream:
        concluded = inferred_lines(store, NamedNode(mint.graph("inferred")), runs / "reasoning", reference)
        known = reference.lines() if reference else ()
        stream.writelines(counts.of(_each_once(heapq.merge(given, told, concluded, known))))
    if reference:  # in place of specimens all that is linked
        store.add(reference.links(), NamedNode(mint.graph("links")))
    content = Content.of(store, base)  # now that the store holds what was concluded, too
    del store  # it may lie on disk, below what is removed now
    catalog = Catalog(base, [NamedNode(mint.document(sha256[:12])) for sha256 in documents], content).lines(counts)
    with complete.open("rb") as lines, (place / "data.nq").open("wb") as stream:
        stream.writelines(heapq.merge(catalog, lines))
    shutil.rmtree(runs)
    return Written(catalog, report)


def write_body(
    documents: Sequence[Document],
    place: Path,
    settings: Settings,
    progress: Callable[[str, int], None] = lambda _name, _count: None,
    writer: QuadWriter | None = None,
    reference: Reference | None = None,
    populations: Sequence[Population] = (),
) -> Path:
    """Write ``place/body``: sorted lines of all that is stated, which is what the documents hold, the code lists and the ontology.

    With ``reference``, there are its specimens, too.
    """
    sorter, body = LineSorter(place), place / "body"
    mint, writer = Minter(settings.base), writer or QuadWriter(settings.base, documents)
    sorter.add(lines_of(Quad(*statement, NamedNode(mint.graph("codes"))) for statement in concept_statements(settings.base)))
    sorter.add(lines_of(ontology_quads(NamedNode(mint.graph("ontology")), settings.base)))
    names = {document.sha256[:12]: document.name for document in documents}
    read = dict.fromkeys(names, 0)
    for portion in extract(documents):
        sorter.add(lines_of(writer.quads(portion)))
        read[portion.document] += portion.project is not None
        progress(names[portion.document], read[portion.document])
    sorter.add(lines_of(writer.rest()))
    sorter.add(lines_of(writer.populations(populations)))
    if reference:
        sorter.add(reference.specimens(writer.governments))
    with body.open("wb") as stream:
        stream.writelines(sorter.sorted())
    return body


def _each_once(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Sorted ``lines`` without those that are as the one before."""
    before = b""
    for line in lines:
        if line != before:
            yield line
        before = line


def refuse_violations(violations: Sequence[Finding]) -> None:
    """Raise ViolationsError where there are ``violations``: each with its cell."""
    if not violations:
        return
    ja = [f"グラフが SHACL の形に合わないため、リリースを作りませんでした（{len(violations)} 件）。"]
    en = [f"no release was made: the graph breaks its shapes ({len(violations)} violations)"]
    for violation in violations[:_FINDINGS_SHOWN]:
        value = f" = {violation.value}" if violation.value else ""
        about = f"  <{violation.focus}>{value} [{violation.rule.rpartition('#')[2]}]"
        where = f"{violation.place.label()}: " if violation.place else ""
        ja.append(f"{where}{violation.message.ja}{violation.repair.ja}\n  {about}")
        en.append(f"{where}{f'{violation.message.en} {violation.repair.en}'.strip()}\n  {about}")
    more = len(violations) - _FINDINGS_SHOWN
    if more > 0:
        ja.append(f"ほか {more} 件。")
        en.append(f"and {more} more")
    raise ViolationsError("\n".join(ja), "\n".join(en), violations)
