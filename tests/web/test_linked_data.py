"""IRIs of the data lead to pages and statements; files to bytes that can be checked."""

from __future__ import annotations

import hashlib
import re
import socket
from html.parser import HTMLParser
from urllib.parse import quote

import pyoxigraph as ox
import pytest
from tests.conftest import Tables
from tests.web.conftest import Running

from kg import resources
from kg.export.reference.pages import parts_of
from kg.release.release import Release

GOVERNMENT = "/id/government/010006"
SUPERSEDED, LIVING = ("/id/organization/京都府-京都わかかさねっと", "/id/organization/京都府-京都わかくさねっと")
SUFFIXES = {
    "ttl": ox.RdfFormat.TURTLE, "nt": ox.RdfFormat.N_TRIPLES, "nq": ox.RdfFormat.N_QUADS, "trig": ox.RdfFormat.TRIG, "rdf": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}  # fmt: skip


def stated(release: Release, iri: str) -> set[ox.Triple]:
    """All statements of a thing and about it."""
    node = ox.NamedNode(iri)
    quads = ox.parse(path=str(release.quads), format=ox.RdfFormat.N_QUADS)
    return {quad.triple for quad in quads if node in (quad.subject, quad.object)}


def test_a_thing_in_every_format(service: Running, release: Release) -> None:
    wanted = stated(release, f"{release.manifest['base']}{GOVERNMENT[1:]}")
    assert len(wanted) > 30
    for suffix, syntax in SUFFIXES.items():
        by_suffix = service.get(f"{GOVERNMENT}.{suffix}")
        by_accept = service.get(GOVERNMENT, Accept=by_suffix.headers["content-type"].partition(";")[0])
        for answer in (by_suffix, by_accept):
            assert answer.status == 200
            assert {quad.triple for quad in ox.parse(answer.body, syntax)} == wanted
        assert 'rel="canonical"' in by_suffix.headers["link"]


def test_a_page_shows_both_directions_with_labels_and_where_it_was_read(service: Running, embedded: Tables) -> None:
    page = service.get(GOVERNMENT, Accept="text/html", Accept_Language="ja").text
    assert '<html lang="ja">' in page
    assert "<h1>北海道</h1>" in page
    assert "←" in page
    assert f'href="{service.address}/id/area/010006"' in page
    english = service.get(GOVERNMENT, Accept="text/html", Accept_Language="en").text
    assert "<h1>Hokkaido</h1>" in english
    outcome = embedded["outcomes"][0]
    evidence = service.get("/" + outcome["outcome_id"].removeprefix("https://w3id.org/tsunagi/"), Accept="text/html").text
    assert f"<mark>{outcome['quote']}" in evidence or outcome["value"] in evidence
    assert re.search(r"文字 \d+–\d+", evidence)


@pytest.mark.parametrize("path", [LIVING, quote(LIVING), quote(LIVING).replace("%E3", "%e3")])
def test_iris_in_japanese(service: Running, path: str) -> None:
    with socket.create_connection(("127.0.0.1", service.port), timeout=20) as client:  # http.client takes no address in UTF-8
        client.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\nAccept: text/turtle\r\nConnection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda: client.recv(65536), b"")).decode()
    assert answer.startswith("HTTP/1.1 200 ")
    assert "京都わかくさねっと" in answer


def test_a_superseded_key_moves(service: Running) -> None:
    moved = service.ask("GET", quote(SUPERSEDED), {"Accept": "text/turtle"})
    assert (moved.status, moved.headers["location"]) == (301, f"{service.address}{quote(LIVING)}")
    assert service.ask("GET", f"{quote(SUPERSEDED)}.nt").headers["location"] == f"{service.address}{quote(LIVING)}.nt"


@pytest.mark.parametrize(
    "path", ["/id/nothing", "/id/", "/code/nothing/x", "/id/%FF", "/ontology/x", "/graph/nothing", "/data/nothing", "/reference/../data.nq"]
)
def test_what_is_not_there_is_404(service: Running, path: str) -> None:
    assert service.get(path, Accept="text/turtle").status == 404


def test_every_thing_of_the_tables_has_its_page(service: Running, embedded: Tables) -> None:
    for table, key in (
        ("projects", "project_id"),
        ("commissions", "contractor_id"),
        ("interventions", "intervention_id"),
        ("findings", "finding_id"),
    ):
        iri = next(row[key] for row in embedded[table] if row[key])
        answer = service.ask("GET", quote("/" + iri.removeprefix("https://w3id.org/tsunagi/"), safe="/%"), {"Accept": "text/html"})
        assert answer.status in {200, 301}, iri


def test_concepts_and_the_ontology(service: Running, release: Release) -> None:
    assert "<h1>女性" in service.get("/code/target-group/women", Accept="text/html", Accept_Language="ja").text
    assert service.get("/code/target-group", Accept="text/turtle").status == 200
    readers = service.get("/ontology", Accept="text/html", Accept_Language="en")
    assert (readers.status, readers.headers["location"]) == (303, f"{service.address}/reference/ontology.en.html")
    for name, other in (("ontology.en.html", "ontology.html"), ("codes.html", "codes.en.html"), ("index.html", "index.en.html")):
        page, file = service.get(f"/reference/{name}"), (release.path / "reference" / name).read_text(encoding="utf-8")
        assert page.text.count("<main") == 1
        assert f'class="tongue" href="{service.address}/reference/{other}"' in page.text
        parts = parts_of(file)
        assert parts.main in page.text
        assert parts.contents in page.text
        assert (not parts.contents) == name.startswith("index")
        assert set(re.findall(r' id="([^"]+)"', file)) - {"main-text"} <= set(re.findall(r' id="([^"]+)"', page.text))
        assert service.get(f"/data/reference/{name}").text == file
    assert service.get("/reference/", Accept_Language="en").text == service.get("/reference/index.en.html").text
    assert service.get("/reference/nothing.html").status == 404
    assert service.get("/reference/style.css").headers["content-type"] == "text/css; charset=utf-8"
    for path, accept in (("/ontology", "text/turtle"), ("/ontology.ttl", "*/*")):
        graph = service.get(path, Accept=accept)
        assert "tsu:hasCommission" in graph.text


def test_the_catalogue(service: Running) -> None:
    catalogue = service.get("/.well-known/void", Accept="text/turtle")
    assert "void:triples" in catalogue.text


def test_files_can_be_checked_and_read_in_parts(service: Running, release: Release) -> None:
    whole = (release.path / "data.nq").read_bytes()
    answer = service.get("/data/data.nq")
    assert answer.body == whole
    digest = hashlib.sha256(whole).hexdigest()
    assert f"{digest}  data.nq" in service.get("/data/SHA256SUMS").text.splitlines()
    etag = answer.headers["etag"]
    assert service.get("/data/data.nq", If_None_Match=etag).status == 304
    for wanted, part in (("bytes=0-9", whole[:10]), ("bytes=10-", whole[10:]), ("bytes=-7", whole[-7:])):
        found = service.get("/data/data.nq", Range=wanted)
        assert (found.status, found.body) == (206, part)
        assert found.headers["content-range"].endswith(f"/{len(whole)}")
    assert service.get("/data/data.nq", Range=f"bytes={len(whole)}-").status == 416
    assert service.get("/data/data.nq", Range="bytes=0-9", If_Range='"other"').status == 200
    assert service.get("/data/data.nq", Range="lines=1-2").status == 200
    head = service.ask("HEAD", "/data/data.nq")
    assert (head.status, head.body, head.headers["content-length"]) == (200, b"", str(len(whole)))
    listed = service.get("/data/", Accept="text/html").text
    assert all(f"/data/{name}" in listed for name in release.manifest["files"])


def test_the_operators_pages(service: Running) -> None:
    assert service.get("/health").json() == {"status": "ok"}
    assert service.get("/ready").json()["workers"] == 3
    figures = service.get("/metrics").text
    assert re.search(r'^kg_requests_total\{route="data",status="206"\} \d', figures, re.MULTILINE)
    assert "kg_workers 3.0" in figures


def test_pages_come_with_a_strict_policy(service: Running) -> None:
    for path in ("/", "/sparql", "/data/", GOVERNMENT, "/nowhere"):
        page = service.get(path, Accept="text/html")
        policy = page.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "*" not in policy
        assert "script-src 'self'" in policy
        scripts = page.text.replace('<script type="application/ld+json">', "")  # which holds data, and runs nothing
        assert all(
            address.startswith(f"{service.address}/static/") for address in re.findall(r"<script[^>]*?(?: src=\"([^\"]*)\")?>", scripts)
        )
        assert "style=" not in page.text


class Marked(HTMLParser):
    """Of the rows of the source on a page: their text, the marked characters by class, the numbers behind them, and what is listed of cues."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self.marks: dict[str, str] = {"own": "", "cue": ""}
        self.numbers: list[str] = []
        self.listed: list[str] = []
        self.open: list[str] = []
        self.classes: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "table":
            self.open = ["table"] if "source" in given.get("class", "") else []
        elif tag == "mark":
            self.classes = given.get("class", "").split()
        elif tag == "a" and given.get("href", "").startswith("#cue-"):
            self.numbers.append(given["href"][1:])
        elif tag == "sup" and self.open:
            self.open.append("sup")
        if given.get("id", "").startswith("cue-"):
            self.listed.append(given["id"])

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            self.open = []
        elif tag == "mark":
            self.classes = []
        elif tag == "sup" and self.open:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open == ["table"]:
            self.text += data
            for name in self.classes:
                self.marks[name] += data


def page_of(service: Running, iri: str, language: str = "ja") -> str:
    return service.get(f"{quote(iri.removeprefix('https://w3id.org/tsunagi'))}?lang={language}", Accept="text/html").text


def test_every_figure_opens_its_row_with_the_characters_marked(service: Running, embedded: Tables) -> None:
    source = resources.path(resources.EMBEDDED_SOURCE).read_text(encoding="utf-8")
    for outcome in embedded["outcomes"][::9]:
        found = Marked(page_of(service, outcome["outcome_id"]))
        figure = source[int(outcome["source_start"]) : int(outcome["source_end"])]
        assert "".join(figure.split()) in "".join(found.marks["own"].split()), outcome["outcome_id"]
        assert "".join(figure.split()) in "".join(found.text.split())
        assert "主な活動実績" in found.text


def test_cues_are_numbered_where_they_stand_and_listed_with_their_codes(service: Running, embedded: Tables) -> None:
    for item in embedded["interventions"][::7]:
        page = page_of(service, item["intervention_id"], "en")
        found = Marked(page)
        assert set(found.numbers) == set(found.listed)
        assert len(found.numbers) >= 1
        assert found.marks["cue"]
        for column, scheme in (("targets", "target-group"), ("types", "intervention-type")):
            for code in filter(None, item[column].split(";")):
                assert f'href="{service.address}/code/{scheme}/{code}"' in page


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("path", ["/about", "/licence", "/accessibility"])
def test_pages_about_the_site(service: Running, path: str, language: str) -> None:
    answer = service.get(f"{path}?lang={language}", Accept="text/html")
    assert answer.status == 200
    assert f'<html lang="{language}">' in answer.text
    assert f'href="{service.address}{path}?lang={"en" if language == "ja" else "ja"}"' in answer.text
    assert service.get(f"{path}/below").status == 404
    for link in re.findall(rf'href="{re.escape(service.address)}(/[^"]*)"', answer.text):
        assert service.get(link.replace("&amp;", "&"), Accept="text/html").status in {200, 303}, link


def test_a_page_says_how_to_cite_it(service: Running, release: Release) -> None:
    text = service.get("/id/government/010006?lang=ja", Accept="text/html").text
    assert "この頁の引用" in text
    assert f"<code>{release.identity}</code>" in text
