"""Same input, same bytes: whatever the hash seed, locale, time zone, directory and time."""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.release.test_publish import snapshot

ROOT = Path(__file__).resolve().parents[2]
SEEDS, LOCALES, ZONES = ("0", "1", "4711"), ("C", "ja_JP.UTF-8", "tr_TR.UTF-8"), ("UTC", "Asia/Tokyo", "America/St_Johns")
FEW = [("4711", "C", "Asia/Tokyo")]
PAIRWISE = [(SEEDS[i], LOCALES[j], ZONES[(i + j + 2) % 3]) for i, j in itertools.product(range(3), repeat=2)]
"""Surroundings in which any two values of two kinds meet: nine builds of twenty seconds that find what all twenty-seven do, unless it takes three at once."""

IN_ONE_PROCESS = """
import sys
from kg.cli.main import run
for command in ("build", *(f"export {form} out-{form}" for form in ("xlsx", "parquet", "turtle", "rdfxml", "jsonld"))):
    sys.argv = ["kg", *command.split()]
    try:
        run()
    except SystemExit as ended:
        if ended.code:
            raise
"""
"""A build and five exports: to start the command line for each would take a third of the time."""


def bytes_of_build(directory: Path, seed: str, locale: str, zone: str) -> dict[str, bytes]:
    directory.mkdir(parents=True)
    environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "LANG": locale, "TZ": zone, "PYTHONUTF8": "0"}
    subprocess.run([sys.executable, "-c", IN_ONE_PROCESS], cwd=directory, env=environment, check=True, capture_output=True)
    found = snapshot(directory)
    manifest = json.loads(found.pop("release/manifest.json"))
    manifest.pop("not_reproducible")
    assert any(name.startswith("release/store/") for name in found)
    found = {name: content for name, content in found.items() if not name.startswith("release/store/")}  # the engine's own ids and times
    return {**found, "manifest": json.dumps(manifest).encode()}


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return bytes_of_build(tmp_path_factory.mktemp("reference") / "a", "42", "en_US.UTF-8", "Europe/Berlin")


@pytest.mark.parametrize("case", [case if case in FEW else pytest.param(case, marks=pytest.mark.full) for case in PAIRWISE], ids="-".join)
def test_same_bytes(tmp_path: Path, reference: dict[str, bytes], case: tuple[str, str, str]) -> None:
    assert bytes_of_build(tmp_path / "別の場所" / "b", *case) == reference


def test_any_two_surroundings_meet() -> None:
    assert set(FEW) < set(PAIRWISE)
    for one, other in itertools.combinations(range(3), 2):
        assert len({(case[one], case[other]) for case in PAIRWISE}) == 9


def test_the_generated_table_of_the_benchmark_is_the_same_each_time(tmp_path: Path) -> None:
    made = []
    for seed in SEEDS:
        target = tmp_path / f"{seed}.txt"
        program = "import sys; from pathlib import Path; from benchmarks.generate import write; write(Path(sys.argv[1]), 2)"
        subprocess.run([sys.executable, "-c", program, str(target)], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
        made.append(target.read_bytes())
    assert made[0]
    assert made == [made[0]] * len(SEEDS)
