"""What a store elsewhere may answer, and what becomes of it: failures, passwords, answers that are not whole."""

from __future__ import annotations

import pytest
from pyoxigraph import BlankNode, Literal

from kg.errors import KgError, QueryError, StoreError
from kg.store.connection import Credentials, checked_address, credentials
from kg.store.port import Solutions, Statements
from kg.store.remote import RemoteStore
from kg.store.targets import Addresses, addresses
from tests.servers import Reply, cut, hangs_up, replying, says

ROWS = b'{"head":{"vars":["a"]},"results":{"bindings":[{"a":{"type":"literal","value":"1"}}]}}'


def asked(url: str, text: str = "SELECT * { ?s ?p ?o }") -> list[object]:
    answer = RemoteStore(url, ["urn:g"], 5).query(text)
    if isinstance(answer, bool):
        return [answer]
    return list(answer.rows if isinstance(answer, Solutions) else answer.triples)


@pytest.mark.parametrize("failing", [says(b"busy", status=503), says(b"", status=502), hangs_up])
def test_a_store_that_does_not_answer_is_asked_again(failing: Reply) -> None:
    with replying(failing, failing, says(ROWS)) as (url, seen):
        assert len(asked(url)) == 1
        assert len(seen) == 3


@pytest.mark.parametrize(
    ("reply", "kind", "words"),
    [
        (says(b"\n  at 1:9: no such sign\nSPARQL query: ...", "text/plain", 400), QueryError, "at 1:9: no such sign"),
        (says(b'{"detail": "in our words", "status": 400}', "application/problem+json", 400), QueryError, "in our words"),
        (says(b"who are you", "text/plain", 401), StoreError, "KG_STORE_TOKEN"),
        (says(b"no", "text/plain", 403), StoreError, "KG_STORE_USER"),
        (says(b"\x1b[31mred", "text/plain", 500), StoreError, r"500 \[31mred"),
        (says(b"", "text/plain", 404), StoreError, "404 Not Found"),
        (says(ROWS, status=302, Location="http://127.0.0.1:9/"), StoreError, "302"),
        (says(b"<html>", "text/html"), StoreError, "cannot be read"),
        (says(ROWS, X_SPARQL_MaxRows="1"), StoreError, "cuts answers at 1 rows"),
        (says(ROWS, length=1000), StoreError, "bytes are missing"),
        (says(b'{"head":{},"boolean":true}'), StoreError, "truth value"),
    ],
)
def test_failures_are_told_with_the_words_of_the_store(reply: Reply, kind: type[KgError], words: str) -> None:
    with replying(reply) as (url, seen):
        with pytest.raises(kind, match=words):
            asked(url)
        assert len(seen) == 1


@pytest.mark.parametrize(
    "reply",
    [
        says(b"<urn:a> <urn:b> 1 .\n", "application/n-triples", length=50),
        says(b"<urn:a> <urn:b> 1 .\n", "text/turtle", length=-1),
        cut(b"14\r\n<urn:a> <urn:b> 1 .\n", "application/n-triples"),
    ],
)
def test_triples_whose_end_is_not_there_are_no_answer(reply: Reply) -> None:
    with replying(reply) as (url, _), pytest.raises(StoreError, match=r"broke off|cannot be read"):
        asked(url, "CONSTRUCT WHERE { ?s ?p ?o }")


def test_who_asks_is_told_by_the_environment_and_by_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    with replying(says(ROWS)) as (url, seen):
        asked(url)
        monkeypatch.setenv("KG_STORE_USER", "かな")
        monkeypatch.setenv("KG_STORE_PASSWORD", "秘密:secret")
        asked(url)
        monkeypatch.delenv("KG_STORE_USER")
        monkeypatch.setenv("KG_STORE_TOKEN", "t0ken")
        asked(url)
    assert [headers.get("Authorization") for headers in seen] == [None, "Basic 44GL44GqOuenmOWvhjpzZWNyZXQ=", "Bearer t0ken"]
    assert "secret" not in repr(Credentials("a", "secret", "secret"))
    for wrong in ({"KG_STORE_USER": "a", "KG_STORE_TOKEN": "b"}, {"KG_STORE_USER": "a:b"}, {"KG_STORE_TOKEN": "a\r\nb"}):
        with pytest.raises(StoreError, match="KG_STORE_TOKEN"):
            credentials(wrong)


def test_digest_is_spoken_where_the_store_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_STORE_USER", "dba")
    monkeypatch.setenv("KG_STORE_PASSWORD", "secret")
    challenge = says(b"", "text/plain", 401, WWW_Authenticate='Digest realm="SPARQL", nonce="x", qop="auth", algorithm="MD5"')
    with replying(challenge, says(ROWS)) as (url, seen):
        assert len(asked(url)) == 1
    assert [headers["Authorization"].partition(" ")[0] for headers in seen] == ["Basic", "Digest"]
    with replying(says(b"", "text/plain", 401), challenge, says(ROWS)) as (url, seen):  # Virtuoso does not even say that it wants it
        assert len(asked(url)) == 1
    assert [headers.get("Authorization", "").partition(" ")[0] for headers in seen] == ["Basic", "", "Digest"]
    with replying(challenge) as (url, _), pytest.raises(StoreError, match="401"):
        asked(url)


def test_no_redirect_is_followed_with_a_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_STORE_TOKEN", "t0ken")
    with replying(says(ROWS)) as (elsewhere, seen):
        for status in (301, 303, 307):
            with replying(says(b"", status=status, Location=elsewhere)) as (url, _), pytest.raises(StoreError, match=str(status)):
                asked(url)
    assert seen == []


def test_virtuosos_ways_to_say_true_false_and_blank() -> None:
    row = b'{ "x": { "type": "bnode", "value": "nodeID://b1" }}, { "x": { "type": "literal", "value": "\\"bnode\\", nodeID://b1" }}, '
    row += b'{ "x": { "type": "typed-literal", "datatype": "http://www.w3.org/2001/XMLSchema#boolean", "value": "1" }}'
    table = b'{ "head": { "link": [], "vars": ["%s"] },  "results": { "distinct": false, "ordered": true, "bindings": [ %s ] } }'
    truth = b'{ "__ASK_RETVAL": { "type": "typed-literal", "datatype": "http://www.w3.org/2001/XMLSchema#integer", "value": "1" }}'
    with replying(says(table % (b"__ASK_RETVAL", truth)), says(table % (b"__ASK_RETVAL", b"")), says(table % (b"x", row))) as (url, _):
        assert asked(url, "ASK {}") == [True]
        assert asked(url, "ASK {}") == [False]
    begins = [b'"link": ["%s"]' % (b"x" * size) for size in range(8192 - 350, 8192)]  # whatever a read ends with
    with replying(*(says((table % (b"x", row)).replace(b'"link": []', begin)) for begin in begins)) as (url, _):
        for _ in begins:
            assert asked(url) == [(BlankNode("b1"),), (Literal('"bnode", nodeID://b1'),), (Literal(value=True),)]


@pytest.mark.parametrize("wrong", ["http://user:secret@127.0.0.1/", "http://user@[::1]/sparql", "ftp://a/", "http://a/#b"])
def test_no_address_holds_a_user(wrong: str) -> None:
    with pytest.raises(StoreError) as raised:
        checked_address(wrong)
    assert "secret" not in raised.value.in_language("en")


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (("http://a:1",), Addresses("http://a:1/query", "http://a:1/update", "http://a:1/store")),
        (("http://a:1/x/query",), Addresses("http://a:1/x/query", "http://a:1/x/update", "http://a:1/x/store")),
        (("http://a/query", "http://a/u"), Addresses("http://a/query", "http://a/u")),
        (("http://a/sparql",), Addresses("http://a/sparql", "http://a/sparql")),
        (("http://a/sparql", "", "http://a/crud"), Addresses("http://a/sparql", "http://a/sparql", "http://a/crud")),
        (("http://a/q?x=1", "http://a/u"), Addresses("http://a/q?x=1", "http://a/u")),
    ],
)
def test_the_addresses_of_a_store(given: tuple[str, ...], found: Addresses) -> None:
    assert addresses(*given) == found
    with pytest.raises(StoreError):
        addresses("http://a/sparql", "file:///x")


def test_statements_come_as_a_stream() -> None:
    with replying(says(b"<urn:a> <urn:b> <urn:c> .\n" * 1000, "application/n-triples")) as (url, _):
        answer = RemoteStore(url, [], 5).query("DESCRIBE <urn:a>")
        assert isinstance(answer, Statements)
        assert len(list(answer.triples)) == 1000
