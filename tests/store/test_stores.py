"""One suite that every store passes: embedded on disk, embedded in memory, remote."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from kg.errors import QueryError, StoreError
from kg.rdf.terms import GRAPHS
from kg.settings import Settings
from kg.store.embedded import EmbeddedStore, build_store
from kg.store.port import Solutions, Statements, Store, lexical
from kg.store.remote import RemoteStore
from kg.store.syntax import examine
from tests.store.endpoint import endpoint

DATA = Path(__file__).with_name("data.nq")
GRAPH_IRIS = [f"{Settings().base}graph/{name}" for name in GRAPHS]
EX = "http://example.org/"


@pytest.fixture(params=["disk", "memory", "remote"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    match request.param:
        case "disk":
            build_store(DATA, tmp_path / "store")
            yield EmbeddedStore.open(tmp_path / "store")
        case "memory":
            yield EmbeddedStore.load(DATA)
        case _:
            with endpoint(DATA) as url:
                yield RemoteStore(url, GRAPH_IRIS)


def rows(store: Store, text: str) -> list[tuple[str, ...]]:
    answer = store.query(text)
    assert isinstance(answer, Solutions)
    return sorted(tuple(lexical(term) for term in row) for row in answer.rows)


def test_the_default_graph_is_the_union_of_all(store: Store) -> None:
    assert len(rows(store, "SELECT * { ?s ?p ?o }")) == 5
    assert rows(store, f"SELECT ?g {{ GRAPH ?g {{ <{EX}b> <{EX}kin> ?o }} }}") == [(GRAPH_IRIS[GRAPHS.index("inferred")],)]


def test_from_leaves_a_graph_out(store: Store) -> None:
    data, reference = GRAPH_IRIS[GRAPHS.index("data")], GRAPH_IRIS[GRAPHS.index("reference")]
    both = "SELECT * FROM <D> FROM <R> { ?s ?p ?o }".replace("<D>", f"<{data}>").replace("<R>", f"<{reference}>")
    assert len(rows(store, both)) == 4
    assert len(rows(store, "select * from<D>{ ?s ?p ?o }".replace("<D>", f"<{data}>"))) == 2
    named = "SELECT ?o FROM NAMED <D> { GRAPH ?g { ?s <http://example.org/name> ?o } }"
    assert rows(store, named.replace("<D>", f"<{data}>")) == [("甲",)]


def test_select_keeps_terms_as_they_are(store: Store) -> None:
    answer = store.query(
        f"SELECT ?name ?code ?size {{ ?s <{EX}name> ?name OPTIONAL {{ ?s <{EX}code> ?code }} OPTIONAL {{ ?s <{EX}size> ?size }} }} ORDER BY ?code"
    )
    assert isinstance(answer, Solutions)
    assert answer.variables == ("name", "code", "size")
    integer = NamedNode("http://www.w3.org/2001/XMLSchema#integer")
    assert list(answer.rows) == [
        (Literal("甲", language="ja"), None, Literal("12", datatype=integer)),
        (Literal('乙\r\n"二"', language="ja"), Literal("0012"), None),
    ]


def test_ask_and_construct(store: Store) -> None:
    assert store.query(f"ASK {{ <{EX}a> ?p ?o }}") is True
    assert store.query(f"ASK {{ <{EX}c> ?p ?o }}") is False
    answer = store.query(f"CONSTRUCT {{ ?s <{EX}is> ?o }} WHERE {{ ?s <{EX}code> ?o }}")
    assert isinstance(answer, Statements)
    assert list(answer.triples) == [Triple(NamedNode(f"{EX}b"), NamedNode(f"{EX}is"), Literal("0012"))]


def test_what_is_no_query_is_refused(store: Store) -> None:
    with pytest.raises(QueryError, match="not a SPARQL query"):
        store.query("SELECT * WHERE { ?s ?p }")


@pytest.mark.parametrize("update", ["DELETE WHERE { ?s ?p ?o }", "LOAD <http://127.0.0.1:9/x>", "CLEAR ALL"])
def test_no_store_of_a_release_takes_an_update(tmp_path: Path, update: str) -> None:
    build_store(DATA, tmp_path / "store")
    store = EmbeddedStore.open(tmp_path / "store")
    with pytest.raises(QueryError):
        store.query(update)
    assert len(rows(store, "SELECT * { ?s ?p ?o }")) == 5


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service silent<http://127.0.0.1:9/>{ ?s ?p ?o } }",
        "SELECT * { SERVICE ?where { ?s ?p ?o } }",
        "PREFIX x: <http://127.0.0.1:9/> SELECT * { SERVICE x:y { ?s ?p ?o } }",
        "SELECT * { SERV\\u0049CE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { # nothing\n SERVICE\n<http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p '''a''b''' . SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o .SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p true.SERVICE<http://127.0.0.1:9/> { ?s ?p ?o } }",
        "PREFIX x: <http://x/> SELECT * { ?s ?p x:a\\#b } SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICE:y { ?s ?p ?o } }",
        "SELECT * { SERVICESILENT<http://127.0.0.1:9/> { ?s ?p ?o } }",
    ],
)
def test_no_query_causes_a_request(text: str) -> None:
    assert examine(text).asks_elsewhere
    with pytest.raises(QueryError, match="SERVICE"):
        EmbeddedStore.load(DATA).query(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?service { ?service ?p 'SERVICE <http://x/>' }",
        "SELECT * { ?s <http://x/SERVICE> ?o } # SERVICE <http://x/>",
        'PREFIX from: <http://x/> SELECT * { ?s from:service """ SERVICE "a" """@service }',
        "PREFIX x: <http://x/> SELECT * { ?s x:service ?o ; x:FROM ?from }",
    ],
)
def test_words_that_only_look_like_it(text: str) -> None:
    assert not examine(text).asks_elsewhere
    assert not examine(text).names_dataset
    assert EmbeddedStore.load(DATA).query(text)


def test_missing_and_damaged_stores(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="kg build"):
        EmbeddedStore.open(tmp_path / "nothing")
    (tmp_path / "broken.nq").write_text("<a> <b> .\n", encoding="utf-8")
    with pytest.raises(StoreError, match=r"broken\.nq"):
        EmbeddedStore.load(tmp_path / "broken.nq")
    with pytest.raises(StoreError):
        EmbeddedStore.load(tmp_path / "nothing.nq")


def test_endpoints_that_do_not_answer() -> None:
    with pytest.raises(StoreError, match="does not answer"):
        RemoteStore("http://127.0.0.1:9/sparql", GRAPH_IRIS, timeout=5).query("ASK {}")
    for wrong in ("file:///etc/passwd", "http://a b/", "http://a:b/", "http://[::1/", "a.example/sparql"):
        with pytest.raises(StoreError, match="https://"):
            RemoteStore(wrong, GRAPH_IRIS)


@pytest.mark.parametrize("text", ["SELECT (<http://x/f>(1) AS ?y) {}", "SELECT * { ?s ?p '\ud800' }"])
def test_what_the_engine_cannot_answer_is_an_error_of_ours(text: str) -> None:
    with pytest.raises(QueryError):
        rows(EmbeddedStore.load(DATA), text)


def exhaust(store: Store, text: str) -> None:
    answer = store.query(text)
    list(answer.rows if isinstance(answer, Solutions) else answer.triples if isinstance(answer, Statements) else [])


@pytest.mark.parametrize("content", [b"{", b'{"head": {"vars": ["a"]}, "results": {"bindings": [{"a":', b"<html>"])
def test_an_answer_that_breaks_off_is_said_to_be_unreadable(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    class Broken(io.BytesIO):
        whole = True

    for text, media_type in (("SELECT * { ?s ?p ?o }", "application/sparql-results+json"), ("CONSTRUCT WHERE { ?s ?p ?o }", "text/turtle")):
        body = Broken(content)
        body.media_type = media_type  # type: ignore[attr-defined]
        monkeypatch.setattr(RemoteStore, "_send", lambda *_, body=body: body)
        with pytest.raises(StoreError, match="cannot be read"):
            exhaust(RemoteStore("http://127.0.0.1:9/", GRAPH_IRIS), text)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("#+ summary: describe\nPREFIX a: <http://x/#ask> SELECT * {}", "SELECT"),
        ("PREFIX ask: <http://x/> construct { ?s ask:b 'select' } {}", "CONSTRUCT"),
        ("BASE <http://x/> DESCRIBE<a>", "DESCRIBE"),
        ("ask{}", "ASK"),
        ("DELETE WHERE {}", ""),
    ],
)
def test_the_form_of_a_query(text: str, form: str) -> None:
    assert examine(text).form == form
