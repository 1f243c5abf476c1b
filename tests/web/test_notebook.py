"""The notebooks of docs/notebooks/: every cell runs, against a service and a release, and prints what stands under it."""

from __future__ import annotations

import contextlib
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.web.conftest import Running

from kg.release.release import Release

NOTEBOOKS = sorted((Path(__file__).resolve().parents[2] / "docs" / "notebooks").glob("*.ipynb"))


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request: pytest.FixtureRequest) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(request.param.read_bytes())
    return found


def test_there_is_one() -> None:
    assert [path.stem for path in NOTEBOOKS] == ["network"]


def test_jupyter_can_read_it(notebook: dict[str, Any]) -> None:
    """The parts of the format, version 4.5, that every reader relies on."""
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    assert notebook["metadata"]["kernelspec"]["name"] == "python3"
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len(set(ids)) == len(ids)
    for cell in notebook["cells"]:
        assert re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", cell["id"])
        assert set(cell) == {"cell_type", "id", "metadata", "source"} | (
            {"execution_count", "outputs"} if cell["cell_type"] == "code" else set()
        )
        assert all(line.endswith("\n") for line in cell["source"][:-1])


def test_every_cell_runs_and_prints_what_stands_under_it(
    notebook: dict[str, Any], service: Running, release: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_ENDPOINT", f"{service.address}/sparql")
    monkeypatch.setenv("KG_RELEASE", str(release.path))
    names: dict[str, Any] = {"__name__": "__main__"}
    ran = 0
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed):
                exec(compile("".join(cell["source"]), cell["id"], "exec"), names)  # noqa: S102 - our own notebook
            assert printed.getvalue() == "".join(line for output in cell["outputs"] for line in output["text"])
            ran += 1
    assert ran >= 5
    assert names["frame"].shape[0] > 0
    assert set(names["graph"].edges(keys=True)) == set(names["elsewhere"].edges(keys=True))
