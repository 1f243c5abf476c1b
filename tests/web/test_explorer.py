"""Connections: what is shown of a thing is what the graph states of it, as a table that works alone and as data for the drawing."""

from __future__ import annotations

import html
import re
from urllib.parse import urlencode

import pytest
from tests.web.conftest import Running

BASE = "https://w3id.org/tsunagi/"
LEFT_OUT = (
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "http://www.w3.org/2004/02/skos/core#inScheme", "http://www.w3.org/2004/02/skos/core#topConceptOf",
    "http://www.w3.org/2004/02/skos/core#hasTopConcept", "http://www.w3.org/2004/02/skos/core#narrower", f"{BASE}ontology#refCommission",
    f"{BASE}ontology#refEdition",
)  # fmt: skip
THINGS = [
    "id/government/010006", "id/government/430005", "code/intervention-type/employment-support", "code/target-group/juvenile", "code/status/planned",
]  # fmt: skip


def stated(service: Running, thing: str) -> set[tuple[str, str, str]]:
    """Statements between a thing and others with a class, asked without the page's query: all of it, told apart here."""
    graphs = " ".join(f"<{BASE}graph/{name}>" for name in ("data", "reference", "findings", "links", "codes"))
    rows = service.query(
        f"SELECT DISTINCT ?s ?p ?o {{ VALUES ?g {{ {graphs} }} GRAPH ?g {{ ?s ?p ?o }} FILTER(?s = <{thing}> || ?o = <{thing}>) FILTER(isIRI(?o)) }}"
    ).json()["results"]["bindings"]
    named = {row["s"]["value"] for row in service.query("SELECT DISTINCT ?s { ?s a ?c }").json()["results"]["bindings"]}
    found = {(row["s"]["value"], row["p"]["value"], row["o"]["value"]) for row in rows}
    return {
        (s, p, o)
        for s, p, o in found
        if p not in LEFT_OUT and not p.startswith("http://purl.org/linked-data/cube#") and {s, o} - {thing} <= named
    }


@pytest.mark.parametrize("thing", THINGS)
def test_what_is_drawn_is_what_is_stated(service: Running, thing: str) -> None:
    told = service.get(f"/explore.json?{urlencode({'thing': BASE + thing})}").json()
    edges = {(edge["data"]["source"], edge["data"]["predicate"], edge["data"]["target"]) for edge in told["elements"]["edges"]}
    wanted = stated(service, BASE + thing)
    assert wanted
    assert edges == wanted
    assert told["more"] is False
    nodes = {node["data"]["id"]: node["data"] for node in told["elements"]["nodes"]}
    assert set(nodes) == {end for source, _, target in edges for end in (source, target)} | {BASE + thing}
    assert all(node["label"] and node["kindLabel"] and re.fullmatch("#[0-9a-f]{6}", node["colour"]) for node in nodes.values())
    assert all(node["page"].startswith(service.address) for node in nodes.values())


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("thing", THINGS[:3])
def test_the_table_says_the_same_without_a_drawing(service: Running, thing: str, language: str) -> None:
    asked = urlencode({"thing": BASE + thing, "lang": language})
    told = service.get(f"/explore.json?{asked}").json()
    page = service.get(f"/explore?{asked}", Accept="text/html").text
    labels = {node["data"]["id"]: node["data"]["label"] for node in told["elements"]["nodes"]}
    rows = [
        tuple(re.sub(r"<[^>]+>", "", html.unescape(cell)).strip() for cell in re.findall(r"<td>(.*?)</td>", row, re.DOTALL)[:3])
        for row in re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)[1:]
    ]
    wanted = [(labels[edge["data"]["source"]], edge["data"]["label"], labels[edge["data"]["target"]]) for edge in told["elements"]["edges"]]
    assert len(rows) == len(wanted)
    for (source, relation, target), (first, label, second) in zip(rows, wanted, strict=True):
        assert (source.startswith(first), relation, target.startswith(second)) == (True, label, True)
    steps = re.findall(r'<a href="([^"]+)" aria-label=', page)
    assert len(steps) == len(rows)
    assert service.get(html.unescape(steps[0]).removeprefix(service.address), Accept="text/html").status == 200


def test_one_starts_from_a_government_or_from_words(service: Running) -> None:
    page = service.get("/explore?lang=ja", Accept="text/html").text
    assert len(re.findall(r"<li><a href=\"[^\"]+/explore\?thing=", page)) == 36
    found = service.get(f"/explore?{urlencode({'q': '栃木ダルク', 'lang': 'ja'})}", Accept="text/html").text
    assert "特定非営利活動法人栃木ダルク" in found
    nothing = service.get(f"/explore?{urlencode({'q': 'ほげほげ', 'lang': 'ja'})}", Accept="text/html").text
    assert "見つかりません" in nothing


def test_a_path_of_the_data_is_enough(service: Running) -> None:
    assert service.get("/explore.json?thing=id/government/010006").json() == service.get(
        f"/explore.json?{urlencode({'thing': f'{BASE}id/government/010006'})}"
    ).json()  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"thing": f"{BASE}id/government/999999"}, 404),
        ({"thing": "no iri"}, 400),
        ({"thing": "<x> ?y } #"}, 400),
        ({"thing": "x" * 2001}, 400),
        ({"other": "1"}, 400),
        ({"thing": "javascript:alert(1)"}, 404),
    ],
)
def test_what_is_no_thing_is_told(service: Running, asked: dict[str, str], status: int) -> None:
    answer = service.get(f"/explore.json?{urlencode(asked)}")
    assert answer.status == status
    assert answer.json()["status"] == status


def test_without_a_thing_there_are_no_data(service: Running) -> None:
    assert service.get("/explore.json").status == 400
    assert service.ask("POST", "/explore", body=b"").status == 405
    assert service.get("/explore.csv?thing=id/government/010006").status == 404


def test_a_page_of_a_thing_leads_to_its_connections(service: Running) -> None:
    page = service.get("/id/government/010006", Accept="text/html").text
    (link,) = re.findall(r'href="([^"]+/explore\?thing=[^"]+)"', page)
    assert service.get(html.unescape(link).removeprefix(service.address), Accept="text/html").status == 200
