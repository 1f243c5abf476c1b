"""``kg export reference`` writes the documentation, with or without a release at hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.forking import kg

from kg.release.build import build
from kg.settings import Settings

SMALL = Path(__file__).resolve().parents[1] / "release" / "small.txt"


def test_without_a_release(tmp_path: Path) -> None:
    shown = kg("export", "reference", "手引き", "--json", cwd=tmp_path)
    assert shown.returncode == 0, shown.stderr
    written = json.loads(shown.stdout)
    assert {"手引き/index.html", "手引き/ontology.en.md", "手引き/context.jsonld"} <= set(written)
    assert all((tmp_path / name).is_file() for name in written)


@pytest.mark.full
def test_of_a_release_under_another_base(tmp_path: Path) -> None:
    base = "https://data.example.org/tsunagi/"
    release = build([SMALL], tmp_path / "release", Settings(base=base))
    assert kg("export", "reference", "out", cwd=tmp_path).returncode == 0
    for path in (tmp_path / "out").rglob("*"):
        if path.is_file():
            assert path.read_bytes() == (release.path / "reference" / path.relative_to(tmp_path / "out")).read_bytes()
    assert f"{base}code/" in (tmp_path / "out" / "codes.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("target", ["file", "release/reference"])
def test_not_into_a_file_or_a_release(tmp_path: Path, target: str) -> None:
    build([SMALL], tmp_path / "release", Settings(all_places=False))
    (tmp_path / "file").write_text("", encoding="utf-8")
    shown = kg("export", "reference", target, cwd=tmp_path)
    assert shown.returncode == 2
    assert target in shown.stderr
    assert "Traceback" not in shown.stderr
