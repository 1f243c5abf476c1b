"""A service as it runs: ``kg serve`` in its own process, on a free port."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from kg.release.release import Release


@dataclass
class Answer:
    """A response read to its end."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    def json(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.body)
        return found


@dataclass
class Running:
    """A service: its process, its port, its log."""

    process: subprocess.Popen[str]
    port: int
    log: Path
    address: str
    prefix: str = ""
    token: dict[str, str] = field(default_factory=dict)
    """Headers that are sent with every request."""

    def ask(self, method: str, path: str, headers: dict[str, str] | None = None, body: bytes | None = None, timeout: float = 30) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body=body, headers={**self.token, **(headers or {})})
            response = connection.getresponse()
            content = response.read()
            return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, content)
        finally:
            connection.close()

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, {name.replace("_", "-"): value for name, value in headers.items()})

    def query(self, text: str, accept: str = "application/sparql-results+json", **more: str) -> Answer:
        return self.ask("GET", f"{self.prefix}/sparql?{urlencode({'query': text, **more})}", {"Accept": accept})

    def workers(self) -> list[int]:
        """Process ids of the workers."""
        found = []
        for status in Path("/proc").glob("[0-9]*/status"):
            try:
                text = status.read_text(encoding="utf-8")
            except OSError:
                continue
            if re.search(rf"^PPid:\t{self.process.pid}$", text, re.MULTILINE):
                found.append(int(status.parent.name))
        return found

    def events(self, name: str) -> list[dict[str, Any]]:
        """Lines of the log for an event."""
        lines = [json.loads(line) for line in self.log.read_text(encoding="utf-8").splitlines() if line.startswith("{")]
        return [line for line in lines if line["event"] == name]

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.ended()

    def ended(self) -> int:
        """Wait until it has ended."""
        self.process.communicate(timeout=60)
        return self.process.returncode


def start(release: Path | None, log: Path, *options: object, **environment: str) -> Running:
    """Start ``kg serve`` and wait until it serves."""
    served = ["--release", str(release)] if release else []
    with log.open("w", encoding="utf-8") as stream:
        process = subprocess.Popen(
            [sys.executable, "-m", "kg", "serve", *served, "--port", "0", "--lang", "en", *map(str, options)],
            stdout=subprocess.PIPE, stderr=stream, text=True, encoding="utf-8", env={**os.environ, **environment},
        )  # fmt: skip
    assert process.stdout is not None
    line = process.stdout.readline()
    match = re.match(r"serving at (http\S+?)/ ", line)
    if match is None:
        process.communicate(timeout=30)
        raise AssertionError(log.read_text(encoding="utf-8"))
    started = json.loads(log.read_text(encoding="utf-8").splitlines()[0])
    return Running(process, started["port"], log, match[1])


TOKEN = "a-token-of-more-than-sixteen-characters"  # noqa: S105 - of a service that lives as long as a test


def start_admin(release: Path, place: Path, *options: object) -> tuple[Running, Running]:
    """Start ``kg serve`` with an admin port: the service at its public port, and at its admin port with the token."""
    token = place / "token"
    token.touch(mode=0o600)
    token.write_text(f"{TOKEN}\n", encoding="utf-8")
    running = start(release, place / "log", "--admin-port", 0, "--admin-token", token, *options)
    (told,) = running.events("started")
    return running, Running(running.process, told["admin_port"], running.log, told["admin"], token={"Authorization": f"Bearer {TOKEN}"})


def eventually(true: Callable[[], object], seconds: float = 20) -> None:
    """Wait until something is true."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come true"
        time.sleep(0.05)


@pytest.fixture(scope="session")
def service(release: Release, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A service over the embedded release, with its default limits but for the rate."""
    place = tmp_path_factory.mktemp("service")
    (place / "limits.toml").write_text("client_rate = 100000\nclient_burst = 100000\n", encoding="utf-8")
    running = start(release.path, place / "log", "--limits", place / "limits.toml", "--workers", 3)
    yield running
    running.stop()
