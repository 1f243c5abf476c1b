"""What many tests need: a build of some text, and the tables of a release as dictionaries."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from kg import resources
from kg.extract.tables import extract
from kg.release.build import build
from kg.release.release import Release
from kg.settings import Settings
from kg.sorting import natural
from kg.sources.reader import open_source
from tests.rdf.rows import TABLES, RowWriter

Tables = dict[str, list[dict[str, str]]]
SHARED = Path(__file__).resolve().parents[2] / "shared"


def read_records(*paths: Path) -> Tables:
    """The tables as the records themselves give them, without a graph; tests/rdf/ holds that the graph gives the same."""
    writer = RowWriter(Settings().base)
    tables: Tables = {name: [] for name in TABLES}
    documents = {document.sha256: document for document in map(open_source, paths)}
    for portion in extract(list(documents.values())):
        for name, row in writer.rows(portion):
            tables[name].append(dict(zip(TABLES[name], row, strict=True)))
    tables["findings"].sort(key=lambda row: (natural(row["source_start"]), natural(row["finding_id"])))  # rules find them rule by rule
    return tables


def read_tables(release: Path) -> Tables:
    tables = {}
    for path in sorted((release / "tables").glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as stream:
            tables[path.stem] = list(csv.DictReader(stream))
    return tables


@pytest.fixture(scope="session")
def source_text() -> str:
    """The embedded table."""
    return resources.path(resources.EMBEDDED_SOURCE).read_bytes().decode()


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    """The release of the embedded source."""
    return build([], tmp_path_factory.mktemp("embedded") / "release", Settings())


@pytest.fixture(scope="session")
def embedded(release: Release) -> Tables:
    """Tables of the embedded source."""
    return read_tables(release.path)


BuildText = Callable[..., Tables]


@pytest.fixture
def build_text(tmp_path: Path) -> BuildText:
    """Read tables from a text, or bytes, written to a file of the given name."""

    def run(*texts: str | bytes, name: str = "table.txt") -> Tables:
        paths = []
        for index, text in enumerate(texts):
            path = tmp_path / str(index) / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode() if isinstance(text, str) else text)
            paths.append(path)
        return read_records(*paths)

    return run
