"""``build``: read every source, write the graph, its store, its tables and the manifest, publish them as one directory."""

from __future__ import annotations

import csv
import json
import platform
import time
from collections import Counter
from contextlib import contextmanager
from functools import partial
from importlib.metadata import version
from typing import TYPE_CHECKING

import kg
from kg import resources
from kg.export.catalog import write_catalog
from kg.export.mappings import write_mappings
from kg.export.reference.writing import write_reference
from kg.export.tables import write_tables
from kg.link.link_file import read_links
from kg.link.mapping_set import read_mapping_sets
from kg.queries.stored import stored_queries
from kg.release.graph import write_graph
from kg.release.imported import catalogued, write_imported
from kg.release.publish import MANIFEST, replacing
from kg.release.release import FORMAT, SEARCH, STORE, Counts, FileFacts, Manifest, Release, file_facts
from kg.search.entries import entries
from kg.search.writing import write_index
from kg.sources.encoding import sha256_of
from kg.sources.populations import read_populations
from kg.sources.reader import open_source
from kg.store.embedded import EmbeddedStore, build_store
from kg.validate.report.document import write_document
from kg.validate.report.page import write_page
from kg.validate.report.passages import answers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from kg.link.mapping_set import MappingSet
    from kg.release.graph import Written
    from kg.settings import Settings
    from kg.sources.reader import Document
    from kg.store.port import Store

CATALOG = "catalog.ttl"
"""The catalogue, written last: it tells sizes and checksums of other files."""


def build(
    sources: Sequence[Path],
    out: Path,
    settings: Settings,
    progress: Callable[[str, int], None] | None = None,
    links: Sequence[Path] = (),
    population: Path | None = None,
    mappings: Sequence[Path] = (),
) -> Release:
    """Build ``out`` from ``sources`` (the embedded table where there is none), with what is decided in ``links`` and the ``population`` of a file.

    Links are files of kg.link.link_file, populations one of kg.sources.populations, ``mappings`` files of kg.link.mapping_set.

    ``progress`` is called with the source's name and the number of governments read so far. Nothing of the old release changes until the new
    one is complete. Raises SourceError, LinkError, GraphError and ReleaseError.
    """
    documents, decided = _documents(sources, settings), read_links(links, settings.limits)
    populations = read_populations(population, settings.limits) if population else []
    sets = read_mapping_sets(mappings, settings.base, settings.limits)
    inputs = [{"name": d.name, "sha256": d.sha256, "format": d.format, "encoding": d.encoding} for d in documents]
    times: dict[str, float] = {}
    with replacing(out) as draft:
        with timed(times, "graph"):
            written = write_graph(documents, draft, settings, progress or (lambda _name, _count: None), decided, populations)
        manifest = complete(draft, written, settings.base, inputs, times, sets)
        if links:
            manifest["links"] = {
                "files": [{"name": path.name, "sha256": file_facts(path)["sha256"]} for path in links],
                "decided": len(decided),
                "about_nobody": [f"{link.subject} {link.number}".strip() for link in written.unused_links],
            }
        if population:
            manifest["population"] = {"name": population.name, "sha256": sha256_of(population)}
        write_manifest(draft, manifest)
    return Release(out, manifest)


def complete(
    draft: Path, written: Written, base: str, inputs: list[dict[str, str]], times: dict[str, float], sets: Sequence[MappingSet] = ()
) -> Manifest:
    """Write into ``draft`` all that a release has besides ``data.nq``, and return its manifest, which is not written yet."""
    with timed(times, "store"):
        build_store(draft / "data.nq", draft / STORE)
        imported = write_imported(sets, draft / STORE, base, draft)
    with timed(times, "tables"):
        tables = write_tables(partial(EmbeddedStore.open, draft / STORE), draft / "tables", draft)
        counts: Counts = {"tables": tables, "findings": _findings(draft / "tables" / "findings.csv")}
        corrected = _corrections(EmbeddedStore.open(draft / STORE))
        if corrected:
            counts["corrections"] = corrected
    with timed(times, "search"):
        write_index(entries(draft / "tables", base, _names(EmbeddedStore.open(draft / STORE))), draft / SEARCH)
    write_page(written.report, draft / "report.html")
    write_document(written.report, draft / "report.json")
    write_mappings(draft / "mappings", base)
    with timed(times, "reference"):
        write_reference(draft / "reference", base)
    files = {path.relative_to(draft).as_posix(): file_facts(path) for path in _reproducible(draft)}
    sums = {name: (facts["bytes"], facts["sha256"]) for name, facts in files.items()}
    write_catalog(written.catalog, sums, base, draft / CATALOG, list(catalogued(sets, imported, base)))
    files[CATALOG] = file_facts(draft / CATALOG)
    manifest: Manifest = {
        "format": FORMAT,
        "base": base,
        "inputs": inputs,
        "counts": counts,
        "versions": {"tsunagi-kg": kg.__version__},
        "files": dict(sorted(files.items())),
        "entries": sorted([MANIFEST, *(path.name for path in draft.iterdir())]),
        "not_reproducible": {
            "versions": _engines(),
            "seconds": times,
            "store": _store_files(draft / STORE),
            "search": file_facts(draft / SEARCH),
        },
    }
    if imported:
        manifest["imported"] = imported
    return manifest


def write_manifest(draft: Path, manifest: Manifest) -> None:
    """Write ``manifest.json``, which makes a release of a directory."""
    (draft / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def _documents(sources: Sequence[Path], settings: Settings) -> list[Document]:
    """Open all sources; the same bytes given twice are one document."""
    paths = list(sources) or [resources.path(resources.EMBEDDED_SOURCE)]
    documents: dict[str, Document] = {}
    for path in paths:
        document = open_source(path, settings.limits)
        documents.setdefault(document.sha256, document)
    return list(documents.values())


def _engines() -> dict[str, str]:
    return {"python": platform.python_version(), **{name: version(name) for name in ("pyoxigraph", "pyshacl", "rdflib")}}


@contextmanager
def timed(times: dict[str, float], stage: str) -> Iterator[None]:
    """Note the seconds that the block takes as those of ``stage``."""
    began = time.monotonic()
    yield
    times[stage] = round(time.monotonic() - began, 3)


def _findings(table: Path) -> dict[str, int]:
    """Number of findings by ``severity kind``."""
    with table.open(encoding="utf-8-sig", newline="") as stream:
        return dict(sorted(Counter(f"{row['severity']} {row['kind']}" for row in csv.DictReader(stream)).items()))


def _corrections(store: Store) -> dict[str, int]:
    """Number of corrected cells and codes."""
    kinds = {row[0]: "codes" if row[8] else "cells" for row in answers(store, "corrections")}
    return dict(sorted(Counter(kinds.values()).items()))


def _names(store: Store) -> dict[str, str]:
    """The documents that a graph was read from, and what their files are called."""
    returned = stored_queries("source")["documents"].returns
    return {row[returned.index("source")]: row[returned.index("file_name")] for row in answers(store, "documents")}


def _store_files(store: Path) -> dict[str, FileFacts]:
    """All files of the store but its lock and its log, which whoever opens it may write."""
    return {path.name: file_facts(path) for path in sorted(store.iterdir()) if not path.name.startswith(("LOCK", "LOG"))}


def _reproducible(draft: Path) -> list[Path]:
    """The files that are the same bytes for the same inputs: all but those in which an engine keeps ids, times or its version."""
    return sorted(path for path in draft.rglob("*") if path.is_file() and path.relative_to(draft).parts[0] not in {STORE, SEARCH})
