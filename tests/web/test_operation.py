"""What an operator relies on: an orderly end, a path of one's own, figures that add up, nothing that grows."""

from __future__ import annotations

import concurrent.futures
import re
import signal
import socket
import time
from pathlib import Path
from urllib.parse import quote

import pytest
from tests.web.conftest import Running, eventually, start

from kg.release.release import Release

SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(?a = ?f) }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?g) }"


def test_a_path_and_an_address_of_its_own(release: Release, tmp_path: Path) -> None:
    running = start(release.path, tmp_path / "log", "--public-url", "https://example.jp/kg")
    running.prefix = "/kg"
    try:
        assert running.query("ASK {}").json()["boolean"]
        assert running.query("SELECT (<x> AS ?iri) {}").json()["results"]["bindings"][0]["iri"]["value"] == "https://example.jp/kg/x"
        assert (
            running.get("/kg/ontology", Accept="text/html", Host="evil.example")
            .headers["location"]
            .startswith("https://example.jp/kg/reference/")
        )
        page = running.get("/kg/id/government/010006", Accept="text/html").text
        (style,) = re.findall(r'<link rel="stylesheet" href="https://example\.jp(/kg/static/assets/style-[\w-]+\.css)">', page)
        assert running.get(style).headers["content-type"] == "text/css; charset=utf-8"
        assert "127.0.0.1" not in page
        assert "<https://example.jp/kg/sparql>" in running.get("/kg/sparql", Accept="application/n-triples").text
        for outside in ("/", "/sparql?query=ASK%7B%7D", "/kgx", "/id/government/010006"):
            assert running.get(outside).status == 404
    finally:
        running.stop()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_an_orderly_end(release: Release, tmp_path: Path, number: signal.Signals) -> None:
    (tmp_path / "limits.toml").write_text("seconds = 3\nclient_rate = 1000\n", encoding="utf-8")
    running = start(release.path, tmp_path / "log", "--limits", tmp_path / "limits.toml")
    workers = running.workers()
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        asking = pool.submit(running.query, ENDLESS)
        time.sleep(0.5)
        running.process.send_signal(number)
        time.sleep(0.3)
        with pytest.raises(OSError, match=r"refused|reset"):
            socket.create_connection(("127.0.0.1", running.port), timeout=2).close()
        assert asking.result().status == 504
    assert running.ended() == 0
    assert running.events("ended")
    assert not any(Path(f"/proc/{worker}").exists() for worker in workers)


def test_a_port_that_is_taken_is_said(service: Running, release: Release, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="choose another --port"):
        start(release.path, tmp_path / "log", "--port", service.port)


@pytest.mark.parametrize(
    "options", [("--public-url", "example.jp"), ("--trust", "proxy"), ("--public-url", "https://example.jp/?x"), ("--limits", "none.toml")]
)
def test_wrong_use_is_said(release: Release, tmp_path: Path, options: tuple[str, ...]) -> None:
    with pytest.raises(AssertionError, match="kg: error: "):
        start(release.path, tmp_path / "log", *options)


def test_a_worker_that_wants_too_much_memory_ends_alone(release: Release, tmp_path: Path) -> None:
    (tmp_path / "limits.toml").write_text(f"worker_bytes = {1200 * 2**20}\nclient_rate = 1000\nseconds = 60\n", encoding="utf-8")
    running = start(release.path, tmp_path / "log", "--limits", tmp_path / "limits.toml", "--workers", 3)
    try:
        numbers = " ".join(map(str, range(6000)))
        hungry = f"SELECT (COUNT(DISTINCT ?k) AS ?n) {{ VALUES ?a {{ {numbers} }} VALUES ?b {{ {numbers} }} BIND(CONCAT(STR(?a), '-', STR(?b)) AS ?k) }}"
        answer = running.ask("POST", "/sparql", {"Content-Type": "application/sparql-query"}, hungry.encode(), timeout=90)
        assert (answer.status, answer.json()["type"].rpartition("/")[2]) == (500, "evaluation-failed")
        assert running.query("ASK {}").status == 200
        eventually(lambda: len(running.workers()) == 3)
    finally:
        running.stop()


def test_workers_are_replaced_after_their_share(release: Release, tmp_path: Path) -> None:
    (tmp_path / "limits.toml").write_text("worker_queries = 5\nclient_rate = 1000\n", encoding="utf-8")
    running = start(release.path, tmp_path / "log", "--limits", tmp_path / "limits.toml", "--workers", 2)
    first = set(running.workers())
    try:
        for number in range(40):
            assert running.query(f"SELECT ({number} AS ?n) {{}}").status == 200
        eventually(lambda: len(running.workers()) == 2)
        assert not first & set(running.workers())
    finally:
        running.stop()


@pytest.mark.full
def test_nothing_grows(service: Running) -> None:
    """A minute of mixed load leaves no descriptor, no process and hardly any memory behind."""
    process = Path(f"/proc/{service.process.pid}")

    def state() -> tuple[int, int, int]:
        resident = next(
            int(line.split()[1]) for line in (process / "status").read_text(encoding="utf-8").splitlines() if line.startswith("VmRSS")
        )
        return len(list((process / "fd").iterdir())), len(service.workers()), resident

    def mixed(seconds: float) -> None:
        end = time.monotonic() + seconds
        number = 0
        while time.monotonic() < end:
            number += 1
            service.query(f"SELECT ?s {{ ?s ?p ?o }} LIMIT {number % 500 + 1} # {number}")
            service.get("/id/government/010006", Accept="text/html")
            service.query("SELEKT")
            service.get(f"/data/tables/projects.csv?{number}", Range="bytes=0-99")
            with socket.create_connection(("127.0.0.1", service.port)) as client:
                client.sendall(f"GET /sparql?query={quote(SLOW)} HTTP/1.1\r\nHost: x\r\n\r\n".encode())

    mixed(15)
    before = state()
    mixed(45)
    eventually(lambda: len(service.workers()) == 3)
    after = state()
    assert after[0] <= before[0] + 4
    assert after[1] == before[1]
    assert after[2] < before[2] * 1.3 + 20_000
