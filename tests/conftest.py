"""What many tests need: a build of some text, and the tables of a release as dictionaries."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from kg import resources
from kg.release.build import build
from kg.settings import Settings

Tables = dict[str, list[dict[str, str]]]
SHARED = Path(__file__).resolve().parents[2] / "shared"


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
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """Tables of the embedded source."""
    out = tmp_path_factory.mktemp("embedded") / "release"
    build([], out, Settings())
    return read_tables(out)


BuildText = Callable[..., Tables]


@pytest.fixture
def build_text(tmp_path: Path) -> BuildText:
    """Build tables from a text, or bytes, written to a file of the given name."""

    def run(*texts: str | bytes, name: str = "table.txt") -> Tables:
        paths = []
        for index, text in enumerate(texts):
            path = tmp_path / str(index) / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode() if isinstance(text, str) else text)
            paths.append(path)
        build(paths, tmp_path / "release", Settings())
        return read_tables(tmp_path / "release")

    return run
