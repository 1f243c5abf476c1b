"""The SPARQL 1.1 Protocol as clients speak it."""

from __future__ import annotations

import subprocess
import sys
from urllib.parse import quote, urlencode

import pyoxigraph as ox
import pytest
from tests.conftest import SHARED
from tests.web.conftest import Running

from kg.release.release import Release

FORM = "application/x-www-form-urlencoded"
ONE = "SELECT ?s WHERE { ?s ?p ?o } LIMIT 1"
RDF = {
    "text/turtle": ox.RdfFormat.TURTLE, "application/n-triples": ox.RdfFormat.N_TRIPLES, "application/n-quads": ox.RdfFormat.N_QUADS,
    "application/trig": ox.RdfFormat.TRIG, "application/rdf+xml": ox.RdfFormat.RDF_XML, "application/ld+json": ox.RdfFormat.JSON_LD,
}  # fmt: skip
RESULTS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON, "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}  # fmt: skip


@pytest.mark.parametrize(
    ("method", "path", "headers", "body"),
    [
        ("GET", f"/sparql?query={quote(ONE)}", {}, None),
        ("GET", f"/sparql/?query={quote(ONE)}&x=y", {}, None),
        ("POST", "/sparql", {"Content-Type": FORM}, urlencode({"query": ONE}).encode()),
        ("POST", "/sparql?", {"Content-Type": f"{FORM}; charset=UTF-8"}, urlencode({"query": ONE}).encode()),
        ("POST", "/sparql", {"Content-Type": "application/sparql-query"}, ONE.encode()),
    ],
)
def test_a_query_is_sent_in_three_ways(service: Running, method: str, path: str, headers: dict[str, str], body: bytes | None) -> None:
    answer = service.ask(method, path, headers, body)
    assert (answer.status, answer.headers["content-type"]) == (200, "application/sparql-results+json")
    assert len(answer.json()["results"]["bindings"]) == 1
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in answer.headers


@pytest.mark.parametrize("media_type", RESULTS)
def test_solutions_in_every_format(service: Running, media_type: str) -> None:
    answer = service.query('SELECT (1 AS ?n) ("か"@ja AS ?text) {}', media_type)
    assert answer.headers["content-type"].partition(";")[0] == media_type
    found = ox.parse_query_results(answer.body, RESULTS[media_type])
    assert isinstance(found, ox.QuerySolutions)
    (row,) = found
    assert row["text"] == ox.Literal("か", language="ja")


@pytest.mark.parametrize("media_type", RDF)
def test_graphs_in_every_format(service: Running, media_type: str) -> None:
    answer = service.query('CONSTRUCT { <urn:s> <urn:p> "か"@ja } {}', media_type)
    assert answer.headers["content-type"].partition(";")[0] == media_type
    (quad,) = ox.parse(answer.body, RDF[media_type])
    assert quad.object == ox.Literal("か", language="ja")


@pytest.mark.parametrize(
    ("text", "accept", "wanted"),
    [
        (ONE, "", "application/sparql-results+json"),
        (ONE, "*/*", "application/sparql-results+json"),
        (ONE, "application/rdf+xml, application/sparql-results+xml", "application/sparql-results+xml"),
        (ONE, "text/csv;q=0.4, text/tab-separated-values;q=0.5", "text/tab-separated-values"),
        (ONE, "application/json;q=0, */*;q=0.1", "application/sparql-results+xml"),
        (ONE, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/sparql-results+xml"),
        ("ASK {}", "text/turtle, */*;q=0.1", "application/sparql-results+json"),
        ("DESCRIBE <urn:x>", "application/rdf+xml, application/sparql-results+xml", "application/rdf+xml"),
        ("CONSTRUCT {} {}", "application/turtle", "text/turtle"),
        ("CONSTRUCT {} {}", "text/*", "text/turtle"),
    ],
)
def test_the_format_follows_form_and_accept(service: Running, text: str, accept: str, wanted: str) -> None:
    assert service.query(text, accept).headers["content-type"].partition(";")[0] == wanted


def test_format_overrules_accept_and_nothing_that_fits_is_406(service: Running) -> None:
    assert service.query(ONE, "text/html", format="csv").headers["content-type"] == "text/csv; charset=utf-8"
    refused = service.query(ONE, "image/png")
    assert (refused.status, refused.headers["content-type"]) == (406, "application/problem+json")
    assert "text/csv" in refused.json()["available"]


@pytest.mark.parametrize(
    ("method", "path", "headers", "body", "status", "kind"),
    [
        ("GET", "/sparql?query=SELEKT", {}, None, 400, "malformed-query"),
        ("GET", f"/sparql?query={quote(ONE)}&query={quote(ONE)}", {}, None, 400, "bad-request"),
        ("GET", "/sparql?query=%FF", {}, None, 400, "bad-request"),
        ("GET", f"/sparql?query={quote(ONE)}&default-graph-uri=a%20b", {}, None, 400, "bad-request"),
        ("GET", "/sparql?update=CLEAR%20ALL", {}, None, 400, "bad-request"),
        ("POST", "/sparql", {"Content-Type": FORM}, b"update=CLEAR%20ALL", 403, "read-only"),
        ("POST", "/sparql", {"Content-Type": "application/sparql-update"}, b"CLEAR ALL", 403, "read-only"),
        ("POST", "/sparql", {"Content-Type": FORM}, b"query=ASK%7B%7D&update=CLEAR%20ALL", 400, "bad-request"),
        ("POST", "/sparql", {"Content-Type": FORM}, b"", 400, "bad-request"),
        ("POST", "/sparql", {"Content-Type": "text/plain"}, b"ASK{}", 415, "unsupported-media-type"),
        ("POST", "/sparql", {"Content-Type": "application/sparql-query"}, b"ASK{\xff}", 400, "bad-request"),
        ("POST", "/sparql", {"Content-Type": "application/sparql-query; charset=utf-16"}, b"ASK{}", 415, "unsupported-media-type"),
        ("POST", "/sparql", {"Content-Type": "application/sparql-query", "Content-Encoding": "gzip"}, b"x", 415, "unsupported-media-type"),
        ("PUT", "/sparql", {}, b"x", 405, "method-not-allowed"),
        ("DELETE", "/id/government/010006", {}, None, 405, "method-not-allowed"),
        ("GET", f"/sparql?query={quote('ASK { SERVICE <http://127.0.0.1:9/> {} }')}", {}, None, 403, "federation-disabled"),
        ("GET", f"/sparql?query={quote('ASK{' + '(' * 200)}", {}, None, 400, "query-too-complex"),
        ("POST", "/sparql", {"Content-Type": "application/sparql-query"}, b"#" * 70_000, 413, "too-large"),
        ("GET", "/nowhere", {}, None, 404, "not-found"),
        ("GET", "/sparql/x", {}, None, 404, "not-found"),
        ("GET", "/data/../manifest.json", {}, None, 404, "not-found"),
        ("GET", "/data/store/CURRENT", {}, None, 404, "not-found"),
    ],
)
def test_what_is_refused_says_why(
    service: Running, method: str, path: str, headers: dict[str, str], body: bytes | None, status: int, kind: str
) -> None:
    refused = service.ask(method, path, headers, body)
    told = refused.json()
    assert (refused.status, refused.headers["content-type"], told["type"].rpartition("/")[2]) == (status, "application/problem+json", kind)
    assert told["status"] == status
    assert told["details"]["ja"]
    assert told["details"]["en"]
    assert told["detail"] == told["details"]["ja"]
    if status == 405:
        assert "GET" in refused.headers["allow"]


def test_problems_speak_the_readers_language(service: Running) -> None:
    english = service.get("/nowhere", Accept_Language="de, en;q=0.8, ja;q=0.5").json()
    assert english["detail"] == english["details"]["en"]
    page = service.get("/nowhere", Accept="text/html", Accept_Language="ja")
    assert (page.status, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "ありません" in page.text


def test_head_is_get_without_body_and_options_says_what_may_be_done(service: Running) -> None:
    path = f"/sparql?query={quote(ONE)}"
    head, get = service.ask("HEAD", path), service.ask("GET", path)
    assert (head.status, head.body, head.headers["content-type"]) == (200, b"", get.headers["content-type"])
    options = service.ask("OPTIONS", "/sparql", {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"})
    assert (options.status, options.headers["access-control-allow-origin"]) == (204, "*")
    assert "POST" in options.headers["access-control-allow-methods"]


def test_the_dataset_of_the_protocol_overrules_the_querys(service: Running, release: Release) -> None:
    base = release.manifest["base"]
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"

    def number(text: str, **more: str) -> int:
        return int(service.query(text, **more).json()["results"]["bindings"][0]["n"]["value"])

    links = number(count, **{"default-graph-uri": f"{base}graph/links"})
    assert 0 < links < number(count)
    assert number(f"SELECT (COUNT(*) AS ?n) FROM <{base}graph/links> {{ ?s ?p ?o }}") == links
    assert number(f"SELECT (COUNT(*) AS ?n) FROM <{base}graph/data> {{ ?s ?p ?o }}", **{"default-graph-uri": f"{base}graph/links"}) == links
    named = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    assert number(named, **{"named-graph-uri": f"{base}graph/links"}) == links
    assert number(count, **{"named-graph-uri": f"{base}graph/links"}) == 0
    assert number(named, **{"default-graph-uri": f"{base}graph/links"}) == 0


def test_relative_iris_resolve_against_the_public_address(service: Running) -> None:
    (row,) = service.query("SELECT (<x> AS ?iri) {}").json()["results"]["bindings"]
    assert row["iri"]["value"] == f"{service.address}/x"


def test_an_answer_is_kept_until_the_release_changes(service: Running) -> None:
    first = service.query(ONE)
    again = service.ask("GET", f"/sparql?{urlencode({'query': ONE})}", {"Accept": "*/*", "If-None-Match": first.headers["etag"]})
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert "max-age" in first.headers["cache-control"]
    assert "Accept" in first.headers["vary"]
    volatile = service.query("SELECT (RAND() AS ?x) {}")
    assert volatile.headers["cache-control"] == "no-store"
    assert "etag" not in volatile.headers


def test_the_service_describes_itself(service: Running) -> None:
    sd, void = "http://www.w3.org/ns/sparql-service-description#", "http://rdfs.org/ns/void#"
    answer = service.get("/sparql", Accept="text/turtle")
    graph = {(quad.subject, quad.predicate.value, quad.object) for quad in ox.parse(answer.body, ox.RdfFormat.TURTLE)}
    assert {value.value for _, predicate, value in graph if predicate == f"{sd}endpoint"} == {f"{service.address}/sparql"}
    assert f"{sd}UnionDefaultGraph" in {value.value for _, predicate, value in graph if predicate == f"{sd}feature"}
    held = {subject: int(value.value) for subject, predicate, value in graph if predicate == f"{void}triples"}
    for subject, predicate, value in graph:
        if predicate == f"{sd}name":
            (inside,) = (other for one, link, other in graph if one == subject and link == f"{sd}graph")
            counted = service.query(f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{value.value}> {{ ?s ?p ?o }} }}").json()
            assert held[inside] == int(counted["results"]["bindings"][0]["n"]["value"])
    page = service.get("/sparql", Accept="text/html,application/xhtml+xml,*/*;q=0.8")
    assert "<form" in page.text
    assert "script-src 'self';" in page.headers["content-security-policy"]


@pytest.mark.parametrize("graph", ["links", "reference"])
def test_graphs_are_read_by_the_graph_store_protocol(service: Running, release: Release, graph: str) -> None:
    iri = f"{release.manifest['base']}graph/{graph}"
    wanted = {quad.triple for quad in ox.parse(path=str(release.quads), format=ox.RdfFormat.N_QUADS) if str(quad.graph_name) == f"<{iri}>"}
    for path in (f"/rdf-graph-store?graph={quote(iri)}", f"/graph/{graph}", f"/graph/{graph}.nt"):
        answer = service.get(path, Accept="application/n-triples")
        assert {quad.triple for quad in ox.parse(answer.body, ox.RdfFormat.N_TRIPLES)} == wanted
    assert service.get("/rdf-graph-store?graph=urn:nothing").status == 404
    assert service.get("/rdf-graph-store").status == 400
    assert service.get("/rdf-graph-store?default&graph=urn:x").status == 400
    assert service.ask("PUT", f"/rdf-graph-store?graph={quote(iri)}", body=b"x").status == 405
    assert service.ask("HEAD", "/rdf-graph-store?default").status == 200


PUBLIC = 21
"""Cases of the W3C's protocol suite that neither are nor need updates."""


@pytest.mark.skipif(not (SHARED / "w3c").is_dir(), reason="needs ../shared/w3c, the W3C's test suite")
def test_the_protocol_suite_of_the_w3c(service: Running) -> None:
    run = subprocess.run(
        [sys.executable, SHARED / "w3c/protocol_runner.py", "127.0.0.1", str(service.port), "/sparql", "/sparql",
         SHARED / "w3c/sparql11/protocol/manifest.ttl", "protocol"],
        capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    failed = [line for line in run.stdout.splitlines() if "FAIL" in line]
    assert run.stdout.startswith(f"{PUBLIC}/34 passed")
    assert all("read-only" in line for line in failed), failed
