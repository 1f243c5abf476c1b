"""A service before a store elsewhere, when that store is slow, away, changed, in the middle of a load, or closed to strangers."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.servers import JSON, Reply, cut, hangs_up, oxigraph, replying, says
from tests.web.conftest import Running, eventually, start

from kg.release.loading import load
from kg.release.release import Release
from kg.store.targets import Addresses
from kg.web.workers.remote import Remote

EMPTY = b'{"head":{"vars":["s"]},"results":{"bindings":[]}}'
ONE = "SELECT ?s { ?s ?p ?o } LIMIT 1"


def table(name: str, value: str) -> bytes:
    return f'{{"head":{{"vars":["{name}"]}},"results":{{"bindings":[{{"{name}":{{"type":"literal","value":"{value}"}}}}]}}}}'.encode()


class Fake:
    """A store that says it holds a release, and answers every query with ``reply``."""

    def __init__(self) -> None:
        self.identity = "a" * 64
        self.counts = ""
        self.reply: Reply = says(table("s", "1"))

    def __call__(self, handler: BaseHTTPRequestHandler) -> None:
        text = handler.asked  # type: ignore[attr-defined]
        if "dc/terms/identifier" in text:
            says(table("identity", self.identity) if self.identity else EMPTY)(handler)
        elif "void#triples" in text and "?s ?o" in text:
            says(table("o", self.counts) if self.counts else EMPTY)(handler)
        else:
            self.reply(handler)


@contextmanager
def serving(tmp_path: Path, *options: str, limits: str = "", **environment: str) -> Iterator[tuple[Running, Fake, list[dict[str, str]]]]:
    fake = Fake()
    (tmp_path / "limits.toml").write_text(f"{limits}\nclient_rate = 100000\n", encoding="utf-8")
    with replying(fake) as (url, seen):
        running = start(
            None, tmp_path / "log", "--store", url, "--workers", "2", "--limits", tmp_path / "limits.toml", *options, **environment
        )
        try:
            yield running, fake, seen
        finally:
            running.stop()


def kind(running: Running, text: str = ONE) -> tuple[int, str]:
    answer = running.query(text)
    return answer.status, answer.json()["type"].rpartition("/")[2]


def slow(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(3)
    hangs_up(handler)


@pytest.mark.parametrize(
    ("reply", "status", "told"),
    [
        (says(b"no such thing: xyz", "text/plain", 400), 400, "malformed-query"),
        (says(b"out of memory", "text/plain", 500), 500, "evaluation-failed"),
        (says(b"", "text/plain", 504), 504, "time-limit"),
        (says(b"", "text/plain", 503), 502, "store-unreachable"),
        (says(b"", "text/plain", 401), 502, "store-unreachable"),
        (says(b"", "text/plain", 404), 502, "store-unreachable"),
        (says(b"<html>", "text/html"), 502, "store-unreachable"),
        (says(b'{"head":{"vars":["s"]},"results":{"bindings":[The operation has been cancelled'), 502, "store-unreachable"),
        (says(table("s", "x" * 100), X_SPARQL_MaxRows="1"), 500, "evaluation-failed"),
        (says(table("s", "x" * 100), length=4000), 502, "store-unreachable"),
        (hangs_up, 502, "store-unreachable"),
        (cut(b"14\r\n" + table("s", "x")[:20] + b"\r\n", JSON), 502, "store-unreachable"),
        (slow, 504, "time-limit"),
    ],
)
def test_what_the_store_fails_to_do_has_a_status(elsewhere: tuple[Running, Fake], reply: Reply, status: int, told: str) -> None:
    running, fake = elsewhere
    fake.reply = reply
    assert kind(running) == (status, told)
    fake.reply = says(table("s", "1"))
    answer = running.query(f"{ONE} # {told} {status}")
    assert (answer.status, answer.json()["results"]["bindings"][0]["s"]["value"]) == (200, "1")


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Running, Fake]]:
    with serving(tmp_path_factory.mktemp("elsewhere"), limits="seconds = 2") as (running, fake, _):
        yield running, fake


def test_an_answer_that_breaks_off_after_it_has_begun_is_broken_off(elsewhere: tuple[Running, Fake]) -> None:
    running, fake = elsewhere
    lines = b"<urn:a> <urn:b> <urn:c> .\n" * 10_000
    fake.reply = says(lines, "application/n-triples", length=len(lines) + 1)
    with pytest.raises(Exception, match=r"IncompleteRead|closed|reset"):
        running.query("CONSTRUCT WHERE { ?s ?p ?o }", "application/n-triples")
    fake.reply = says(lines, "application/n-triples")
    assert running.query("CONSTRUCT WHERE { ?s ?p ?o }", "application/n-triples").body == lines


def test_what_goes_out_is_one_query_with_its_dataset_and_base(tmp_path: Path) -> None:
    who = {"KG_STORE_USER": "kana", "KG_STORE_PASSWORD": "s3cret"}
    with serving(tmp_path, **who) as (running, _, seen):
        running.query("SELECT (<x> AS ?x) { ?s ?p ?o }")
        (sent,) = (one for one in seen if "%3Fs+%3Fp+%3Fo" in one[":body"])
        assert sent["Authorization"] == "Basic a2FuYTpzM2NyZXQ="
        assert sent[":body"].count("default-graph-uri=") == sent[":body"].count("named-graph-uri=") == 9
        assert f"BASE+%3C{running.address.replace(':', '%3A')}/sparql%3E+SELECT" in sent[":body"]
        commands = [Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8") for pid in (running.process.pid, *running.workers())]
        assert len(commands) >= 3
        assert not any("s3cret" in command for command in commands)
        before = len(seen)
        for text in ("SELECT * {", "SELECT (<bif:x>() AS ?y) {}", "ASK { SERVICE <http://127.0.0.1:9/> {} }", "LOAD <http://127.0.0.1:9/>"):
            assert running.query(text).status in {400, 403, 500}
        assert not [one for one in seen[before:] if "bif" in one[":body"] or "SERVICE" in one[":body"] or "LOAD" in one[":body"]]
    assert "s3cret" not in (tmp_path / "log").read_text(encoding="utf-8")


@pytest.mark.full
def test_another_release_in_the_store_is_noticed_and_none_is_said(tmp_path: Path) -> None:
    with serving(tmp_path) as (running, fake, _):
        first = running.query(ONE)
        assert running.query(ONE).headers["etag"] == first.headers["etag"]
        fake.reply = says(table("s", "2"))
        assert running.query(ONE).body == first.body
        fake.identity = "b" * 64
        eventually(lambda: running.query(ONE).body != first.body)
        assert running.query(ONE).headers["x-tsunagi-release"] == "b" * 12
        fake.identity = ""
        eventually(lambda: running.query(ONE).status == 503)
        assert running.query(ONE).headers["retry-after"]
        assert running.get("/ready").status == 503
        fake.counts = "12"
        eventually(lambda: running.query(ONE).status == 200)
        assert running.query(ONE).headers["x-tsunagi-release"].startswith("counts-")


def test_a_store_that_goes_away_and_comes_back(tmp_path: Path, release: Release) -> None:
    with oxigraph(tmp_path / "db") as server:
        load(release, Addresses(server.query, server.update, server.graph_store), 60, lambda *_: None)
        running = start(release.path, tmp_path / "log", "--store", server.query, "--workers", "2")
        try:
            assert running.query(ONE).status == 200
            assert running.get("/data/SHA256SUMS").status == 200
            port = int(server.query.split(":")[2].split("/")[0])
            server.process.terminate()
            server.process.wait(20)
            assert kind(running, f"{ONE} # again") == (502, "store-unreachable")
            eventually(lambda: running.get("/ready").status == 503, 40)
            with oxigraph(tmp_path / "db", port):
                eventually(lambda: running.get("/ready").status == 200, 40)
                assert running.query(f"{ONE} # and again").status == 200
        finally:
            running.stop()
    assert len(running.events("store-unreachable")) == len(running.events("store-reachable")) == 1


@pytest.mark.parametrize(
    ("prepare", "words"),
    [
        (lambda fake: setattr(fake, "identity", ""), "kg load"),
        (lambda _: None, "another release"),
    ],
)
def test_what_cannot_be_served_is_said_at_the_start(release: Release, prepare: Callable[[Fake], None], words: str) -> None:
    fake = Fake()
    prepare(fake)
    command = [sys.executable, "-m", "kg", "serve", "--port", "0", "--lang", "en", "--workers", "1"]
    with replying(fake) as (url, _):
        run = subprocess.run(
            [*command, "--store", url, "--release", str(release.path)], capture_output=True, text=True, check=False, timeout=60
        )
    assert (run.returncode, words in run.stderr) == (2, True), run.stderr


def test_a_store_that_is_not_there_is_said_at_the_start() -> None:
    command = [sys.executable, "-m", "kg", "serve", "--port", "0", "--lang", "en", "--store", "http://127.0.0.1:9/sparql"]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (run.returncode, "does not answer" in run.stderr) == (2, True), run.stderr


@pytest.mark.parametrize("word", ["SERVICE", "SERVICE SILENT"])
def test_what_is_only_parsed_reaches_nobody(word: str) -> None:
    """Should a query ever pass the front that it must not, the worker still asks nobody but its store."""
    with replying(says(EMPTY)) as (url, seen):
        remote = Remote(url, (), 1.0)
        with contextlib.suppress(RuntimeError):
            remote._form(f"SELECT * {{ {word} <{url}> {{ ?s ?p ?o }} }}", url)
        assert seen == []
        assert remote._form("ASK {}", url) == "ASK"
        with contextlib.suppress(RuntimeError):  # the engine itself does ask
            list(ox.Store().query(f"SELECT * {{ {word} <{url}> {{ ?s ?p ?o }} }}"))  # type: ignore[arg-type]
        assert len(seen) == 1
