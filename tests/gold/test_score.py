"""The scores against careful readers. Lower bounds a little below what was measured, so that a rule that costs anything shows."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.conftest import SHARED

from kg.release.build import build
from kg.release.release import Release
from kg.settings import Settings

HERE = Path(__file__).parent
SCORER = SHARED / "gold" / "score.py"
needs_scorer = pytest.mark.skipif(not SCORER.is_file(), reason="needs ../shared/gold/score.py, which is not here")

CASES = [
    ("shared half", None, SHARED / "gold" / "gold.json", 0.99, 0.95, 1.0),
    ("second half", None, HERE / "second-half.json", 0.99, 0.95, 1.0),
    ("genre 1", HERE / "genre-1.txt", HERE / "genre-1.json", 0.98, 0.90, 1.0),
    ("genre 2", HERE / "genre-2.txt", HERE / "genre-2.json", 0.98, 0.90, 1.0),
    ("genre 3", HERE / "genre-3.txt", HERE / "genre-3.json", 0.95, 0.80, 0.97),
]


@needs_scorer
@pytest.mark.parametrize(
    ("source", "gold", "micro", "worst", "recall"),
    [case[1:] for case in CASES if case[2].is_file()],
    ids=[case[0] for case in CASES if case[2].is_file()],
)
def test_scores(release: Release, tmp_path: Path, source: Path | None, gold: Path, micro: float, worst: float, recall: float) -> None:
    read = build([source], tmp_path / "r", Settings(all_places=False)) if source else release
    run = subprocess.run(
        [sys.executable, str(SCORER), str(read.path / "tables"), "--gold", str(gold)], capture_output=True, text=True, check=True
    )
    found = re.search(r"micro-F1 ([\d.]+)  worst field ([\d.]+)  lowest recall ([\d.]+)", run.stdout)
    assert found, run.stdout
    got = tuple(map(float, found.groups()))
    assert all(value >= bound for value, bound in zip(got, (micro, worst, recall), strict=True)), run.stdout


def test_every_annotated_table_is_scored() -> None:
    on_disk = {path.name for path in HERE.glob("*.json")}
    assert on_disk == {case[2].name for case in CASES if case[2].parent == HERE}
