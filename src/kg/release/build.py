"""``build``: read every source, write the tables and the manifest, publish them as one directory."""

from __future__ import annotations

import json
import platform
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

import kg
from kg import resources
from kg.errors import ReleaseError
from kg.export.tables import CsvWriter
from kg.extract.tables import extract
from kg.rdf.rows import TABLES, RowWriter
from kg.release.publish import MANIFEST, replacing
from kg.sources.reader import open_source

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from kg.settings import Settings
    from kg.sources.reader import Document

FORMAT = 1


class Counts(TypedDict):
    """Rows by table, and findings by ``severity kind``."""

    tables: dict[str, int]
    findings: dict[str, int]


class Manifest(TypedDict):
    """What ``manifest.json`` says of a release; only ``not_reproducible`` differs between two builds of the same inputs."""

    format: int
    base: str
    inputs: list[dict[str, str]]
    counts: Counts
    versions: dict[str, str]
    files: dict[str, int]
    not_reproducible: dict[str, str | float]


@dataclass(frozen=True)
class Release:
    """A release directory with its manifest."""

    path: Path
    manifest: Manifest

    @property
    def tables(self) -> Path:
        """Directory of the CSV tables."""
        return self.path / "tables"


def build(sources: Sequence[Path], out: Path, settings: Settings, progress: Callable[[str, int], None] | None = None) -> Release:
    """Build ``out`` from ``sources`` (the embedded table where there is none).

    ``progress`` is called with the source's name and the number of governments read so far. Nothing of the old release changes until the new
    one is complete. Raises SourceError and ReleaseError.
    """
    documents = _documents(sources, settings)
    started = time.monotonic()
    with replacing(out) as draft:
        writer = CsvWriter(draft / "tables", TABLES)
        try:
            findings = _write(documents, writer, settings, progress)
        finally:
            writer.close()
        manifest: Manifest = {
            "format": FORMAT,
            "base": settings.base,
            "inputs": [{"name": d.name, "sha256": d.sha256, "format": d.format, "encoding": d.encoding} for d in documents],
            "counts": {"tables": writer.counts, "findings": dict(sorted(findings.items()))},
            "versions": {"tsunagi-kg": kg.__version__},
            "files": {f"tables/{path.name}": path.stat().st_size for path in sorted((draft / "tables").iterdir())},
            "not_reproducible": {"python": platform.python_version(), "seconds": round(time.monotonic() - started, 3)},
        }
        (draft / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return Release(out, manifest)


def _documents(sources: Sequence[Path], settings: Settings) -> list[Document]:
    """Open all sources; the same bytes given twice are one document."""
    paths = list(sources) or [resources.path(resources.EMBEDDED_SOURCE)]
    documents: dict[str, Document] = {}
    for path in paths:
        document = open_source(path, settings.limits)
        documents.setdefault(document.sha256, document)
    return list(documents.values())


def _write(documents: list[Document], writer: CsvWriter, settings: Settings, progress: Callable[[str, int], None] | None) -> dict[str, int]:
    rows = RowWriter(settings.base)
    findings: dict[str, int] = {}
    names = {document.sha256[:12]: document.name for document in documents}
    read = dict.fromkeys(names, 0)
    for portion in extract(documents):
        for table, row in rows.rows(portion):
            writer.write(table, row)
        for finding in portion.findings:
            key = f"{finding.severity} {finding.kind}"
            findings[key] = findings.get(key, 0) + 1
        read[portion.document] += portion.project is not None
        if progress:
            progress(names[portion.document], read[portion.document])
    return findings


def open_release(path: Path) -> Release:
    """Open a release directory. Raises ReleaseError where there is none, or a damaged one."""
    file = path / MANIFEST
    if not file.is_file():
        raise ReleaseError(
            "ここにはリリースがありません。先に kg build を実行するか、--release で場所を指定してください。",
            "no release here; run kg build first, or name its directory with --release",
            where=str(path),
        )
    try:
        manifest = json.loads(file.read_text(encoding="utf-8"))
        complete = manifest["format"] == FORMAT and all((path / name).stat().st_size == size for name, size in manifest["files"].items())
        counts, inputs = manifest["counts"], manifest["inputs"]
        complete = complete and set(counts["tables"]) == set(TABLES) and all(len(key.split(" ")) == 2 for key in counts["findings"])
        complete = complete and all({"name", "format", "sha256"} <= entry.keys() for entry in inputs)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ReleaseError(
            "リリースが壊れています。kg build で作り直してください。", "the release is damaged; build again with kg build", where=str(path)
        ) from error
    if not complete:
        raise ReleaseError(
            "リリースの表が欠けているか、形式の版が違います。kg build で作り直してください。",
            "the release lacks tables or is of another format; build again with kg build",
            where=str(path),
        )
    return Release(path, manifest)
