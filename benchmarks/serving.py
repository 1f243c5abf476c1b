"""A service for as long as it is measured."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.release.release import Release


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until_open(port: int) -> None:
    """Wait until somebody listens."""
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit(f"nobody listens at {port}")


@contextmanager
def serving(release: Release, place: Path, limits: str) -> Iterator[tuple[int, int]]:
    """The process and the port of a service of ``release`` with ``limits``, whose log is ``place``/log."""
    (place / "limits.toml").write_text(limits, encoding="utf-8")
    port = free_port()
    with (place / "log").open("wb") as log:
        service = subprocess.Popen(
            [sys.executable, "-m", "kg", "serve", "--release", str(release.path), "--port", str(port), "--limits", str(place / "limits.toml")],
            stdout=subprocess.DEVNULL, stderr=log,
        )  # fmt: skip
    try:
        until_open(port)
        yield service.pid, port
    finally:
        service.send_signal(signal.SIGTERM)
        service.wait(60)
