"""What breaks other servers: bombs, nesting, other servers' addresses, slow clients, floods, killed processes."""

from __future__ import annotations

import concurrent.futures
import contextlib
import hashlib
import json
import os
import re
import signal
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from tests.web.conftest import Answer, Running, eventually, start

from kg.release.release import Release

CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?g) }"
POINT = "ASK { ?s ?p ?o }"
LIMITS = """
seconds = 2
assured_seconds = 0.7
patience_seconds = 0.2
queue_seconds = 3
head_seconds = 1
body_seconds = 1
stall_seconds = 1.5
client_connections = 20
connections = 150
response_bytes = 20000000
"""


@pytest.fixture(scope="module")
def strict(release: Release, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A service with small limits, behind a proxy that is trusted."""
    place = tmp_path_factory.mktemp("strict")
    (place / "limits.toml").write_text(LIMITS, encoding="utf-8")
    running = start(release.path, place / "log", "--limits", place / "limits.toml", "--trust", "127.0.0.1", "--workers", 3)
    yield running
    assert running.stop() == 0


def ask(running: Running, text: str, client: str = "192.0.2.1", timeout: float = 30) -> Answer:
    return running.ask("GET", f"/sparql?query={quote(text)}", {"X-Forwarded-For": client}, timeout=timeout)


BOMBS = {
    "cross product": CROSS,
    "values": "SELECT * { "
    + " ".join(f"VALUES ?{x} {{ {' '.join(map(str, range(100)))} }}" for x in "abcde")
    + " FILTER(?a+?b+?c+?d+?e < 0) }",
    "path": "SELECT (COUNT(*) AS ?n) { ?a (!<urn:x>)* ?b }",
    "order": "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f LIMIT 1",
    "distinct": "SELECT (COUNT(DISTINCT ?k) AS ?n) { ?a ?b ?c . ?d ?e ?f BIND(CONCAT(STR(?a), STR(?f)) AS ?k) }",
    "not exists": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c FILTER NOT EXISTS { ?d ?e ?f . ?g ?h ?i FILTER(?f = ?a && ?i = ?f && ?g = ?b) } }",
    "doubling": "SELECT ?z { BIND('xxxxxxxxxxxxxxxx' AS ?a) "
    + " ".join(
        f"BIND(CONCAT(?{a}, ?{a}, ?{a}, ?{a}, ?{a}, ?{a}, ?{a}, ?{a}) AS ?{b})" for a, b in zip("abcdefghij", "bcdefghijz", strict=True)
    )
    + " }",
}


@pytest.mark.parametrize(
    "bomb", [pytest.param(bomb, id=name, marks=[pytest.mark.full] * (place > 2)) for place, (name, bomb) in enumerate(BOMBS.items())]
)
def test_a_bomb_is_stopped_at_the_limit_and_harms_nobody(strict: Running, bomb: str) -> None:
    with concurrent.futures.ThreadPoolExecutor(2) as both:
        began = time.monotonic()
        exploding = both.submit(ask, strict, bomb, "192.0.2.66")
        answered = 0
        while not exploding.done():
            assert ask(strict, POINT, "192.0.2.2").status == 200
            answered += 1
            time.sleep(0.05)
        answer = exploding.result()
    assert time.monotonic() - began < 10
    assert answer.status in {500, 504}, answer.text[:200]
    assert answer.json()["type"].endswith(("time-limit", "evaluation-failed"))
    assert "signal" not in answer.text.lower()
    assert answered


@pytest.mark.parametrize(
    "text",
    ["{" * 5000, "ASK{" + "(" * 20000 + "1" + ")" * 20000 + "}", "ASK{FILTER(" + "1||" * 15000 + "1)}", "SELECT * {" + " UNION ".join(["{?s ?p ?o}"] * 3000) + "}",
     "ASK{?s " + "/".join(["<urn:p>"] * 2000) + " ?o}", "ASK{?s ?p " + "[<urn:p> " * 3000 + "1" + "]" * 3000 + "}", "ASK{" + "".join(f"BIND(1 AS ?v{n})" for n in range(3000)) + "}",
     'SELECT * { BIND("\\u0022" AS ?x) FILTER(' + "(" * 20000 + "1" + ")" * 20000 + ') BIND("\\u0022" AS ?y) }', "'" * 60000, "<" * 60000, "\\" * 60000, '"""' * 20000],
)  # fmt: skip
def test_what_would_crash_a_parser_is_refused_before_it(strict: Running, text: str) -> None:
    alive = set(strict.workers())
    began = time.monotonic()
    answer = strict.ask("POST", "/sparql", {"Content-Type": "application/sparql-query"}, text.encode())
    assert answer.status in {400, 413}, answer.text[:200]
    assert time.monotonic() - began < 3
    assert alive <= set(strict.workers())


def test_no_query_reaches_another_server(strict: Running) -> None:
    with socket.create_server(("127.0.0.1", 0)) as sink:
        sink.settimeout(1)
        address = f"http://127.0.0.1:{sink.getsockname()[1]}/x"
        for text, statuses in {
            f"ASK {{ SERVICE <{address}> {{ ?s ?p ?o }} }}": {403},
            f"ASK {{ \\u0053ERVICE <{address}> {{ ?s ?p ?o }} }}": {403},
            f"ASK {{ SERVICE SILENT <{address}> {{}} }}": {403},
            f'SELECT * {{ BIND("\\u0022" AS ?x) SERVICE <{address}> {{ ?s ?p ?o }} BIND("\\u0022" AS ?y) }}': {403},
            f"SELECT * {{ ?s ?p ?PREFIX .SERVICE<{address}>{{?s<urn:p>ex:a}} }}": {403},
            f"SELECT * FROM <{address}> {{ ?s ?p ?o }}": {200},
            "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }": {200},
            f"LOAD <{address}>": {400},
        }.items():
            answer = ask(strict, text)
            assert answer.status in statuses, (text, answer.text[:200])
            assert "root:" not in answer.text
        with pytest.raises(TimeoutError):
            sink.accept()
    for worker in strict.workers():
        assert Path(f"/proc/{worker}/ns/net").readlink() != Path("/proc/self/ns/net").readlink()


def test_a_query_that_outgrows_the_answer_is_broken_off_and_never_shortened(strict: Running) -> None:
    with pytest.raises((ConnectionError, OSError, Exception)) as broken:
        ask(strict, "SELECT ?a ?b { ?a ?p ?x . ?b ?q ?y }", timeout=20)
    assert type(broken.value).__name__ == "IncompleteRead"


def test_http_1_0_is_broken_off_with_a_reset(strict: Running) -> None:
    """Its only sign of an end is the end of the connection."""
    with socket.create_connection(("127.0.0.1", strict.port), timeout=20) as client:
        client.sendall(f"GET /sparql?query={quote('SELECT ?a ?b { ?a ?p ?x . ?b ?q ?y }')} HTTP/1.0\r\n\r\n".encode())
        with pytest.raises(ConnectionResetError):
            b"".join(iter(lambda: client.recv(1 << 20), b""))


def test_one_client_cannot_take_all_workers(strict: Running) -> None:
    waits = []
    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        flood = [pool.submit(ask, strict, CROSS, f"192.0.2.{70 + number % 3}") for number in range(12)]
        time.sleep(0.3)
        while not all(one.done() for one in flood):
            began = time.monotonic()
            answer = ask(strict, POINT, "192.0.2.9")
            waits.append(time.monotonic() - began)
            assert answer.status == 200
            time.sleep(0.05)
    assert max(waits) < 2.5
    assert {one.result().status for one in flood} <= {429, 503, 504}
    assert all("retry-after" in one.result().headers for one in flood if one.result().status in {429, 503})


def test_who_waits_is_served_in_order(strict: Running) -> None:
    texts = [f"ASK {{ ?s ?p ?o }} # {number}" for number in range(8)]
    with concurrent.futures.ThreadPoolExecutor(10) as pool:
        long = [pool.submit(ask, strict, f"{CROSS} # {number}", "192.0.2.80") for number in range(2)]
        time.sleep(0.4)
        waiting = []
        for text in texts:
            waiting.append(pool.submit(ask, strict, text, "192.0.2.80"))
            time.sleep(0.05)
        assert [one.result().status for one in waiting] == [200] * len(texts)
        assert {one.result().status for one in long} == {504}
    hashes = [hashlib.sha256(text.encode()).hexdigest()[:16] for text in texts]
    served = [event["query"] for event in strict.events("request") if event.get("query") in hashes]
    # two run at a time, and either may be done first
    assert all(abs(served.index(one) - place) <= 2 for place, one in enumerate(hashes))


def test_a_client_that_is_too_fast_waits_while_others_are_served(strict: Running) -> None:
    others = threading.Event()

    def another() -> None:
        while not others.wait(0.2):
            ask(strict, POINT, "192.0.2.9")

    thread = threading.Thread(target=another)
    thread.start()
    try:
        found = [ask(strict, POINT, "198.51.100.1").status for _ in range(600)]
        refused = ask(strict, POINT, "198.51.100.1")
    finally:
        others.set()
        thread.join()
    assert set(found) == {200, 429}
    if refused.status == 429:
        assert int(refused.headers["retry-after"]) >= 1


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"GET /sparql HTTP/1.1\r\nHost: x\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 50\r\n\r\nASK",
    ],
)
def test_slow_clients_are_let_go(strict: Running, sent: bytes) -> None:
    with socket.create_connection(("127.0.0.1", strict.port), timeout=10) as client:
        client.sendall(sent)
        began = time.monotonic()
        received = client.recv(65536)
        assert time.monotonic() - began < 4
        assert received == b"" or b" 408 " in received.partition(b"\r\n")[0]


def test_a_client_that_takes_nothing_loses_its_worker(strict: Running) -> None:
    before = set(strict.workers())
    with socket.create_connection(("127.0.0.1", strict.port), timeout=10) as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.sendall(f"GET /sparql?query={quote('SELECT * { ?a ?b ?c }')} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        client.recv(100)
        eventually(lambda: not before <= set(strict.workers()), 8)
    eventually(lambda: len(strict.workers()) == 3)


def test_a_client_that_hangs_up_frees_its_worker(strict: Running) -> None:
    with socket.create_connection(("127.0.0.1", strict.port), timeout=10) as client:
        client.sendall(f"GET /sparql?query={quote(CROSS)} HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 192.0.2.50\r\n\r\n".encode())
        time.sleep(0.5)
    eventually(lambda: any(event.get("gone") for event in strict.events("request")), 1.5)


def test_who_has_gone_while_waiting_takes_no_worker(strict: Running) -> None:
    def figure(name: str) -> float:
        (found,) = re.findall(rf"^kg_{name} (\S+)$", strict.get("/metrics").text, re.MULTILINE)
        return float(found)

    eventually(lambda: (figure("workers"), figure("workers_busy")) == (3, 0))
    before = figure("workers_replaced")
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        long = [pool.submit(ask, strict, f"{CROSS} # {number}", "192.0.2.90") for number in range(2)]
        time.sleep(0.3)
        for number in range(8):
            with socket.create_connection(("127.0.0.1", strict.port), timeout=10) as client:
                text = quote(f"{CROSS} # waits {number}")
                client.sendall(f"GET /sparql?query={text} HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 192.0.2.90\r\n\r\n".encode())
                time.sleep(0.05)
        assert {one.result().status for one in long} == {504}
    assert ask(strict, POINT, "192.0.2.90").status == 200
    eventually(lambda: sum(bool(event.get("gone")) for event in strict.events("request")) >= 8)
    assert figure("workers_replaced") - before == 2  # the two that ran to the end of their time


def test_too_many_connections_of_one_client_are_closed_but_not_those_of_a_proxy(strict: Running) -> None:
    held = [_connected(strict, address) for address in ["127.0.0.2"] * 20 + ["127.0.0.1"] * 30]
    try:
        with _connected(strict, "127.0.0.2") as one_more:
            assert _told(one_more) == b""
        with _connected(strict, "127.0.0.1") as of_the_proxy:
            assert _told(of_the_proxy).startswith(b"HTTP/1.1 200")
    finally:
        for one in held:
            one.close()
    eventually(lambda: _healthy(strict))


def _told(client: socket.socket) -> bytes:
    """The beginning of what a connection is told of the service's health; nothing where it has been closed."""
    try:
        client.sendall(b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
        return client.recv(100)
    except ConnectionError:
        return b""


def _connected(running: Running, source: str) -> socket.socket:
    return socket.create_connection(("127.0.0.1", running.port), timeout=5, source_address=(source, 0))


def _healthy(running: Running) -> bool:
    try:
        return running.get("/health").status == 200
    except OSError:
        return False


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (b"GET /" + b"a" * 400_000 + b" HTTP/1.1\r\n", b"414"),
        (b"GET /sparql?query=" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n", b"414"),
        (b"GET / HTTP/1.1\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: a b<>\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\n" + b"".join(b"X-%d: %s\r\n" % (number, b"v" * 1000) for number in range(500)), b"431"),
        (b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", b"400"),
        (b"\x16\x03\x01\x02\x00\x01\x00", b"400"),
        (b"GET /\x00 HTTP/1.1\r\n\r\n", b"400"),
    ],
)
def test_broken_heads(strict: Running, head: bytes, status: bytes) -> None:
    with socket.create_connection(("127.0.0.1", strict.port), timeout=10) as client:
        try:
            client.sendall(head)
            received = client.recv(65536)
        except ConnectionError:
            received = b""
    assert received == b"" or received.split(b" ")[1] == status
    assert received == b"" or b"application/problem+json" in received
    assert strict.get("/health").status == 200


def test_an_address_in_a_head_is_never_sent_back(strict: Running) -> None:
    evil = strict.ask("GET", "/ontology", {"Host": "evil.example", "X-Forwarded-Host": "evil.example", "Accept": "text/html"})
    assert "evil" not in json.dumps(evil.headers)
    split = strict.ask("GET", "/id/x%0d%0aSet-Cookie:%20a=b", {"Accept": "text/turtle"})
    assert split.status == 404
    assert "set-cookie" not in split.headers
    page = strict.ask("GET", "/id/%3Cscript%3Ealert(1)%3C/script%3E", {"Accept": "text/html"})
    assert "<script" not in page.text


@pytest.mark.parametrize("which", ["idle", "busy"])
def test_a_killed_worker_is_replaced_and_nobody_else_notices(strict: Running, which: str) -> None:
    before = set(strict.workers())
    if which == "busy":
        with concurrent.futures.ThreadPoolExecutor(1) as pool:
            asking = pool.submit(ask, strict, CROSS, "192.0.2.51")
            time.sleep(0.5)
            for worker in before:
                os.kill(worker, signal.SIGKILL)
            assert asking.result().status == 504  # another worker has taken it over, for as long as a query may take
    else:
        for worker in before:
            with contextlib.suppress(ProcessLookupError):  # it may have been replaced since it was listed
                os.kill(worker, signal.SIGKILL)
    eventually(lambda: ask(strict, POINT).status == 200)
    eventually(lambda: len(strict.workers()) == 3 and not before & set(strict.workers()))
    eventually(lambda: strict.get("/ready").status == 200)  # a process is there before it is ready


def test_a_request_whose_worker_is_killed_is_answered_by_another(strict: Running) -> None:
    before = strict.workers()
    for worker in before:
        os.kill(worker, signal.SIGSTOP)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        asking = [pool.submit(ask, strict, f"ASK {{ ?s ?p ?o }} # {number} {time.time()}", "192.0.2.52") for number in range(2)]
        time.sleep(0.3)
        for worker in before:
            os.kill(worker, signal.SIGKILL)
        assert [one.result().status for one in asking] == [200, 200]
    eventually(lambda: len(strict.workers()) == 3 and not set(before) & set(strict.workers()))


def test_bombs_from_many_addresses_leave_others_their_turn(strict: Running) -> None:
    over = threading.Event()

    def flood(number: int) -> None:
        while not over.is_set():
            ask(strict, f"{CROSS} # {number}", f"192.0.2.{100 + number}")

    with concurrent.futures.ThreadPoolExecutor(24) as pool:
        ask(strict, POINT, "192.0.2.9")
        for number in range(24):
            pool.submit(flood, number)
        try:
            time.sleep(0.5)
            found = [ask(strict, f"ASK {{ ?s ?p {number} }}", "192.0.2.9").status for number in range(5)]
        finally:
            over.set()
    assert found == [200] * 5


def test_many_silent_connections_give_way_to_who_has_none(strict: Running) -> None:
    held = [_connected(strict, f"127.0.0.{10 + number % 10}") for number in range(200)]
    try:
        for _ in range(20):
            with _connected(strict, "127.0.0.8") as one:
                assert _told(one).startswith(b"HTTP/1.1 200")
        assert sum(_told(one).startswith(b"HTTP/1.1 200") for one in held) >= 100
    finally:
        for one in held:
            one.close()
    eventually(lambda: _healthy(strict))


KNOWN = b"GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: h\r\n\r\n"


@pytest.mark.parametrize(
    ("begun", "told"),
    [
        (b"POST /data/ HTTP/1.1\r\nHost: h\r\nContent-Length: %d\r\n\r\n" % len(KNOWN), b"405"),
        (b"GET /health HTTP/1.1\r\nHost: h\r\nContent-Length: %d\r\n\r\n" % len(KNOWN), b"200"),
        (b"GET /health HTTP/1.1\r\nHost: h\r\nX: ", b""),
    ],
)
def test_what_looks_like_a_request_within_another_is_none(strict: Running, begun: bytes, told: bytes) -> None:
    for _ in range(2):  # the bytes of the second are remembered
        assert strict.ask("GET", "/sparql?query=ASK%7B%7D", {"Host": "h"}).status == 200
    with socket.create_connection(("127.0.0.1", strict.port), timeout=5) as client:
        for _ in range(2):
            client.sendall(KNOWN)
            assert b"boolean" in client.recv(65536)
        client.sendall(begun)
        assert (client.recv(65536).split(b" ")[1] if told else b"") == told
        client.sendall(KNOWN)
        client.settimeout(0.5)
        with contextlib.suppress(TimeoutError):
            assert b"boolean" not in client.recv(65536)


@pytest.mark.parametrize(
    ("sent", "more"),
    [
        (b"POST /data/ HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\n\r\n", b"x"),
        (b"GET /health HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\n\r\n", b"x"),
        (b"OPTIONS /sparql HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", b""),
        (b"GET /health HTTP/1.1\r\nHost: h\r\n\r\n", b"\r\n"),
    ],
)
def test_the_rest_of_a_request_is_not_waited_for(strict: Running, sent: bytes, more: bytes) -> None:
    with socket.create_connection(("127.0.0.1", strict.port), timeout=10) as client:
        client.sendall(sent)
        assert client.recv(65536).startswith(b"HTTP/1.1 ")
        client.sendall(more)
        began = time.monotonic()
        assert client.recv(65536) == b""
        assert time.monotonic() - began < 5


def test_a_body_without_end_is_not_taken(strict: Running) -> None:
    with socket.create_connection(("127.0.0.1", strict.port), timeout=10) as client:
        client.sendall(b"GET /health HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n")
        with pytest.raises(ConnectionError):
            client.sendall((b"1000\r\n" + b"x" * 4096 + b"\r\n") * 4000)


def test_a_request_in_one_piece_with_a_body_is_answered_and_the_next_one_too(strict: Running) -> None:
    with socket.create_connection(("127.0.0.1", strict.port), timeout=10) as client:
        for _ in range(3):
            client.sendall(b"POST /data/ HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nabcde")
            assert client.recv(65536).startswith(b"HTTP/1.1 405")
            client.sendall(b"GET /health HTTP/1.1\r\nHost: h\r\n\r\n")
            assert client.recv(65536).startswith(b"HTTP/1.1 200")


def test_no_worker_outlives_the_front(release: Release, tmp_path: Path) -> None:
    running = start(release.path, tmp_path / "log")
    workers = running.workers()
    assert workers
    running.process.kill()
    running.ended()
    eventually(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers), 5)


def test_the_log_holds_nothing_personal(strict: Running) -> None:
    word = "秘密のことば"
    strict.ask(
        "GET",
        f"/sparql?query={quote(f'ASK {{ <urn:a> <urn:b> {json.dumps(word)} }}')}",
        {"User-Agent": "Spy/1.0", "X-Forwarded-For": "203.0.113.77"},
    )
    eventually(lambda: strict.events("request"))
    text = strict.log.read_text(encoding="utf-8")
    assert "Spy" not in text
    assert "203.0.113.77" not in text
    assert word not in text
    assert json.dumps(word)[1:-1] not in text
    assert "Traceback" not in text
