"""The wheel works in an environment and a directory of its own, with its own data files."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def run(*command: str | Path, cwd: Path) -> str:
    """Output of a command that must succeed, without anything that leads to this checkout."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(command, cwd=cwd, env=environment, check=True, capture_output=True, text=True, encoding="utf-8").stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Directory of the commands of a new environment with the wheel in it; what it depends on comes from the environment of the tests."""
    place = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", place / "dist", cwd=ROOT)
    (wheel,) = (place / "dist").glob("*.whl")
    run(sys.executable, "-m", "venv", place / "venv", cwd=place)
    commands = place / "venv" / "bin"
    run(commands / "python", "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=place)
    own = Path(run(commands / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=place).strip())
    (own / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return commands


def test_build_query_and_export_in_an_empty_directory(installed: Path, tmp_path: Path) -> None:
    empty = tmp_path / "空の場所"
    empty.mkdir()
    where = run(
        installed / "python", "-c", "import kg.resources as r; print(r.__file__, r.path('data/places.csv'), r.path('shapes'))", cwd=empty
    )
    assert where.count(str(installed.parent)) == 3
    said = "from kg.web.translations import translations; print(translations('en').gettext('一覧と検索'))"
    assert run(installed / "python", "-c", said, cwd=empty) == "Browse and search\n"
    assert "227  outcomes" in run(installed / "kg", "build", "--lang", "en", cwd=empty)
    assert [path.name for path in empty.iterdir()] == ["release"]
    assert "栃木ダルク" in run(installed / "kg", "query", "contractor-directory", "--lang", "ja", cwd=empty)
    run(installed / "kg", "export", "source", "again.txt", cwd=empty)
    (original,) = (ROOT / "data").glob("moj-*.txt")
    assert (empty / "again.txt").read_bytes() == original.read_bytes()
