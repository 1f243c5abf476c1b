"""Conditions, ranges, lists of header fields and methods, as RFC 9110 has them."""

from __future__ import annotations

import socket
import time
from urllib.parse import quote

import pytest
from tests.web.conftest import Running

ASK = f"/sparql?query={quote('ASK { ?s a ?o }')}"
FILE = "/data/report.json"


@pytest.mark.parametrize("path", [ASK, FILE])
def test_a_client_that_has_it_already_is_told_so(service: Running, path: str) -> None:
    etag = service.get(path).headers["etag"]
    strong = etag.removeprefix("W/")
    for held in (etag, strong, f"W/{strong}", f'"a", {strong}', f'W/"a" , {etag}', "*"):
        for method in ("GET", "HEAD"):
            answer = service.ask(method, path, {"If-None-Match": held})
            assert (answer.status, answer.body, answer.headers["etag"]) == (304, b"", etag), held
    for held in ('"a"', strong.strip('"'), f'"{strong}"', f'"x{strong[1:]}'):
        assert service.ask("GET", path, {"If-None-Match": held}).status == 200


@pytest.mark.parametrize("path", [ASK, FILE])
def test_a_condition_that_does_not_hold_is_told(service: Running, path: str) -> None:
    etag = service.get(path).headers["etag"]
    refused = service.ask("GET", path, {"If-Match": '"a"'})
    assert (refused.status, refused.json()["type"].rpartition("/")[2]) == (412, "precondition-failed")
    assert service.ask("GET", path, {"If-Match": "*"}).status == 200
    # a weak tag is no proof that not a byte is another
    assert service.ask("GET", path, {"If-Match": f'"a", {etag}'}).status == (412 if etag.startswith("W/") else 200)


def test_a_post_is_not_told_that_it_has_the_answer(service: Running) -> None:
    etag = service.get(ASK).headers["etag"]
    headers = {"Content-Type": "application/sparql-query", "If-None-Match": etag}
    assert service.ask("POST", "/sparql", headers, b"ASK { ?s a ?o }").status == 412
    assert service.ask("POST", "/sparql", {**headers, "If-None-Match": '"a"'}, b"ASK { ?s a ?o }").status == 200


def test_a_range_is_of_a_get_only(service: Running) -> None:
    whole = service.get(FILE)
    for wanted in ("bytes=0-0", f"bytes={len(whole.body)}-"):
        answer = service.ask("HEAD", FILE, {"Range": wanted})
        assert (answer.status, answer.headers["content-length"]) == (200, str(len(whole.body)))
    assert service.ask("GET", FILE, {"Range": "bytes=0-0"}).body == whole.body[:1]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (b"Accept: text/csv\r\nAccept: image/png\r\n", b"text/csv"),
        (b"Accept: text/csv\r\naccept: text/tab-separated-values;q=0.1\r\n", b"text/csv"),
        (b"Accept: application/sparql-results+xml;q=0.2\r\nAccept: text/tab-separated-values\r\n", b"text/tab-separated-values"),
    ],
)
def test_several_lines_are_one_list(service: Running, lines: bytes, told: bytes) -> None:
    with socket.create_connection(("127.0.0.1", service.port), timeout=10) as client:
        client.sendall(b"GET /sparql?query=%s HTTP/1.1\r\nHost: h\r\n%s\r\n" % (quote("SELECT * { ?s a ?o } LIMIT 1").encode(), lines))
        head = client.recv(65536).partition(b"\r\n\r\n")[0]
    assert head.startswith(b"HTTP/1.1 200")
    assert b"content-type: " + told in head


@pytest.mark.parametrize("path", ["/health", "/ready", "/metrics"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_what_an_operator_asks_is_only_read(service: Running, path: str, method: str) -> None:
    answer = service.ask(method, path)
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize("path", ["/sparql", "/query", "/reconcile", "/id/government/010006", "/data/", "/health", "/questions"])
def test_what_is_allowed_is_what_is_told(service: Running, path: str) -> None:
    told = service.ask("OPTIONS", path)
    assert told.headers["allow"] == told.headers["access-control-allow-methods"]
    posted = service.ask("POST", path, {"Content-Type": "application/x-www-form-urlencoded"}, b"a=b")
    assert (posted.status == 405) == ("POST" not in told.headers["allow"])


def test_a_host_is_needed_and_never_used(service: Running) -> None:
    answers = []
    for line, head in ((b"HTTP/1.1", b""), (b"HTTP/1.0", b""), (b"HTTP/1.1", b"Host: [::1]:8000\r\n"), (b"HTTP/1.1", b"Host:\r\n")):
        with socket.create_connection(("127.0.0.1", service.port), timeout=10) as client:
            client.sendall(b"GET /health %s\r\n%s\r\n" % (line, head))
            answers.append(client.recv(65536).split(b" ")[1])
    assert answers == [b"400", b"200", b"200", b"200"]


@pytest.mark.parametrize("path", ["/graph/links", f"/sparql?query={quote('SELECT * { ?s ?p ?o } LIMIT 5000')}", "/health", ASK])
def test_who_speaks_http_1_0_gets_no_chunks(service: Running, path: str) -> None:
    headers = {"Accept": "application/n-triples, application/sparql-results+json"}
    whole = service.ask("GET", path, headers).body
    with socket.create_connection(("127.0.0.1", service.port), timeout=30) as client:
        client.sendall(f"GET {path} HTTP/1.0\r\nAccept: {headers['Accept']}\r\n\r\n".encode())
        received = b"".join(iter(lambda: client.recv(1 << 20), b""))
    head, _, body = received.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200")
    assert b"chunked" not in head
    assert body == whole


def test_the_next_request_has_its_time_also_where_it_begins_behind_another(service: Running) -> None:
    one = b"GET /health HTTP/1.1\r\nHost: h\r\n\r\n"
    with socket.create_connection(("127.0.0.1", service.port), timeout=10) as client:
        client.sendall(one + one[:10])
        assert client.recv(65536).startswith(b"HTTP/1.1 200")
        time.sleep(2.5)
        client.sendall(one[10:] + one + one)
        answered = b""
        while answered.count(b"HTTP/1.1 200") < 3:
            answered += client.recv(65536)
