"""The wheel works from any directory, with its own data files."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.full
def test_the_wheel_builds_the_embedded_table_in_an_empty_directory(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "dist")], cwd=ROOT, check=True, capture_output=True
    )
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    empty = tmp_path / "空の場所"
    empty.mkdir()
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    where = subprocess.run(
        [sys.executable, "-c", "import kg.resources as r; print(r.__file__, r.path('data/places.csv'))"],
        cwd=empty,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert where.count(str(tmp_path / "site")) == 2
    shown = subprocess.run(
        [sys.executable, "-m", "kg", "build"], cwd=empty, env=environment, check=True, capture_output=True, text=True, encoding="utf-8"
    ).stdout
    assert "227  outcomes" in shown
    assert [path.name for path in empty.iterdir()] == ["release"]
