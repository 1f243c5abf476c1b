"""A real browser before the service: what it complains of, and what axe finds, is collected from every page that is opened."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import hatch_build
import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from kg.release.release import Release
from tests.web.conftest import Running, start

FRONTEND = Path(__file__).resolve().parents[2] / "frontend"
CHROMIUM = shutil.which("chromium")
AXE = FRONTEND / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_SECONDS = 30.0
PHONE, DESKTOP = (390, 844), (1280, 900)
_OPTIONS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


def until(page: Page, condition: str, argument: object = None) -> None:
    """Wait until a function of the page says so. Playwright's own wait evaluates text in the page from the second look on, which our policy forbids."""
    deadline = time.monotonic() + _SECONDS
    while not page.evaluate(condition, argument):
        assert time.monotonic() < deadline, condition
        page.wait_for_timeout(50)


def until_drawn(page: Page) -> None:
    """Wait until the graph explorer shows something."""
    until(page, "() => document.getElementById('explorer').graph?.nodes().length > 0")


@dataclass
class Visit:
    """A page in the browser, and what went wrong in it."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        self.page.goto(f"{self.address}{path}", wait_until="load")

    def axe(self) -> list[str]:
        """What axe finds: the rule, and where."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found: dict[str, Any] = self.page.evaluate("rules => axe.run(document, {runOnly: {type: 'tag', values: rules}})", RULES)
        return [f"{entry['id']}: {node['target']} {node['failureSummary']}" for entry in found["violations"] for node in entry["nodes"]]


class Visits:
    """Opens pages: each in a context of its own, so that nothing is left from another one."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._browser = browser
        self._address = address

    @contextmanager
    def __call__(
        self, *, dark: bool = False, size: tuple[int, int] = DESKTOP, script: bool = True, refused: bool = False
    ) -> Iterator[Visit]:
        """A visit; it fails afterwards where the browser complained, unless the page is one that is ``refused`` (4xx)."""
        context = self._browser.new_context(
            viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if dark else "light", java_script_enabled=script, locale="ja-JP",
            reduced_motion="reduce", accept_downloads=True,
        )  # fmt: skip
        try:
            page = context.new_page()
            visit = Visit(page, self._address)
            page.on("console", lambda message: visit.complaints.append(f"{message.type}: {message.text}"))
            page.on("pageerror", lambda error: visit.complaints.append(f"error: {error}"))
            page.route("**/*", lambda route: self._only_here(visit, route))
            yield visit
            told = [one for one in visit.complaints if not (refused and "Failed to load resource" in one)]
            assert told == []
        finally:
            context.close()

    def _only_here(self, visit: Visit, route: Route) -> None:
        if urlsplit(route.request.url).netloc != urlsplit(self._address).netloc:
            visit.complaints.append(f"asked elsewhere: {route.request.url}")
            route.abort()
            return
        route.continue_()


@pytest.fixture(scope="module")  # while Playwright runs, no other test of its process can run a loop of its own
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("needs system package chromium")
    if not AXE.is_file():
        hatch_build.install(FRONTEND)  # the package was built without it, since all was there already
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=_OPTIONS)
        yield started
        started.close()


@contextmanager
def serving(release: Release, place: Path) -> Iterator[Running]:
    """A service over a release, without a limit on how fast one browser asks."""
    (place / "limits.toml").write_text("client_rate = 100000\nclient_burst = 100000\n", encoding="utf-8")
    running = start(release.path, place / "log", "--limits", place / "limits.toml")
    yield running
    running.stop()


@pytest.fixture(scope="session")
def service(release: Release, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with serving(release, tmp_path_factory.mktemp("service")) as running:
        yield running


@pytest.fixture(scope="module")
def visits(browser: Browser, service: Running) -> Visits:
    return Visits(browser, service.address)
