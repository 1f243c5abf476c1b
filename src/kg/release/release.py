"""A release directory: what is in it, and opening one."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, NotRequired, TypedDict

from kg.errors import ReleaseError
from kg.queries.stored import stored_queries
from kg.release.publish import MANIFEST
from kg.store.embedded import EmbeddedStore

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from kg.release.imported import Imported

FORMAT = 4
QUADS = "data.nq"
STORE = "store"
"""Directory of the store; not the same bytes in two builds, since the engine keeps its own ids and times in it."""
SEARCH = "search.sqlite"
"""The index for searches; another version of SQLite may write other bytes for the same entries."""


class Counts(TypedDict):
    """Rows by table, findings by ``severity kind``, and corrections of ``cells`` and ``codes`` that an official sent back."""

    tables: dict[str, int]
    findings: dict[str, int]
    corrections: NotRequired[dict[str, int]]


class FileFacts(TypedDict):
    """Size and SHA-256 of a file."""

    bytes: int
    sha256: str


class Surroundings(TypedDict):
    """What may differ between two builds of the same inputs: interpreter, engines, seconds of each stage, and the files that engines keep."""

    versions: dict[str, str]
    seconds: dict[str, float]
    store: dict[str, FileFacts]
    search: FileFacts


class Edit(TypedDict):
    """One change of the data by hand: what was done (such as ``update`` or ``PUT``), the SHA-256 of what was sent, the graph it names, if any."""

    action: str
    sha256: str
    graph: str


class Edited(TypedDict):
    """Where the data of an edited release come from: the identity of the release that was built, and all edits since, in their order."""

    release: str
    edits: list[Edit]


class LinksUsed(TypedDict):
    """Files of links that a build was given, how many links they decide, and those of them about organizations that its tables do not name."""

    files: list[dict[str, str]]
    decided: int
    about_nobody: list[str]


class Manifest(TypedDict):
    """What ``manifest.json`` says of a release; only ``not_reproducible`` differs between two builds of the same inputs.

    ``files`` gives size and hash of each reproducible file, ``entries`` all names at the top of the directory. ``edited`` stands only where the
    data are not those that a build makes of ``inputs``; ``population`` names the file of populations, ``imported`` the mapping sets of others, where there
    were some.
    """

    format: int
    base: str
    inputs: list[dict[str, str]]
    counts: Counts
    versions: dict[str, str]
    files: dict[str, FileFacts]
    entries: list[str]
    edited: NotRequired[Edited]
    links: NotRequired[LinksUsed]
    population: NotRequired[dict[str, str]]
    imported: NotRequired[list[Imported]]
    not_reproducible: Surroundings


@dataclass(frozen=True)
class Release:
    """A release directory with its manifest."""

    path: Path
    manifest: Manifest

    @property
    def quads(self) -> Path:
        """The canonical N-Quads file of all graphs."""
        return self.path / QUADS

    @property
    def identity(self) -> str:
        """What two builds of the same inputs share and no others: the SHA-256 of the manifest's reproducible part."""
        stated = {name: value for name, value in self.manifest.items() if name != "not_reproducible"}
        return hashlib.sha256(json.dumps(stated, ensure_ascii=False, sort_keys=True).encode()).hexdigest()

    def verify(self) -> None:
        """Compare every file with the manifest. Raises ReleaseError that names the first that is another one."""
        kept = self.manifest["not_reproducible"]
        listed = self.manifest["files"] | {f"{STORE}/{name}": facts for name, facts in kept["store"].items()} | {SEARCH: kept["search"]}
        for name, facts in listed.items():
            try:
                found = file_facts(self.path / name)
            except OSError:
                found = None
            if found != facts:
                raise ReleaseError(
                    "manifest.json の記録と違うか、ありません。リリースを作り直すか、元のファイルに戻してください。",
                    "differs from what manifest.json says, or is missing; build the release again, or bring the file back",
                    where=str(self.path / name),
                )

    def store(self) -> EmbeddedStore:
        """The store, opened read-only."""
        return EmbeddedStore.open(self.path / STORE)


def file_facts(path: Path) -> FileFacts:
    """Size and hash of a file."""
    with path.open("rb") as stream:
        return {"bytes": path.stat().st_size, "sha256": hashlib.file_digest(stream, "sha256").hexdigest()}


def open_release(path: Path, altered: Collection[str] = ()) -> Release:
    """Open a release directory, in which the files ``altered`` may have been changed. Raises ReleaseError where there is none, or a damaged one."""
    file = path / MANIFEST
    if not file.is_file():
        raise ReleaseError(
            "ここにはリリースがありません。先に kg build を実行するか、--release で場所を指定してください。",
            "no release here; run kg build first, or name its directory with --release",
            where=str(path),
        )
    try:
        manifest = json.loads(file.read_text(encoding="utf-8"))
        complete = manifest["format"] == FORMAT and all(
            (path / name).stat().st_size == facts["bytes"] or name in altered for name, facts in manifest["files"].items()
        )
        complete = complete and all((path / name).exists() for name in manifest["entries"]) and STORE in manifest["entries"]
        counts, inputs = manifest["counts"], manifest["inputs"]
        complete = (
            complete
            and set(counts["tables"]) == set(stored_queries("table"))
            and all(len(key.split(" ")) == 2 for key in counts["findings"])
        )
        complete = complete and all({"name", "format", "sha256"} <= entry.keys() for entry in inputs) and isinstance(manifest["base"], str)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ReleaseError(
            "リリースが壊れています。kg build で作り直してください。", "the release is damaged; build again with kg build", where=str(path)
        ) from error
    if not complete:
        raise ReleaseError(
            "リリースのファイルが欠けているか、作られた後に書き換えられているか、形式の版が違います。kg build で作り直してください。",
            "the release lacks files, was changed after it was built, or is of another format; build again with kg build",
            where=str(path),
        )
    return Release(path, manifest)
