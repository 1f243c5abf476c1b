"""Why an inferred statement holds: each on a page leads to its proof, the same that ``kg explain`` gives, down to the passages."""

from __future__ import annotations

import html
import re
from urllib.parse import quote, urlencode, urlsplit

import pyoxigraph as ox
import pytest
from tests.web.conftest import Running

from kg.rdf.iris import Minter
from kg.reason.explanation import Words
from kg.reason.proofs import Prover
from kg.release.release import Release
from kg.settings import Settings

BASE = Settings().base
WHY = re.compile(r'<a class="why" href="([^"]+)">')
PLACES = {
    "a government": "/id/government/010006",
    "a contractor": "/id/organization/栃木県-特定非営利活動法人栃木ダルク",
    "a code": "/code/intervention-type/housing-support",
}


def links(service: Running, path: str) -> list[str]:
    page = service.get(quote(path), Accept="text/html")
    assert page.status == 200, page.text
    return [html.unescape(link) for link in WHY.findall(page.text)]


def opened(service: Running, link: str) -> str:
    address = urlsplit(link)
    answer = service.get(f"{address.path}?{address.query}", Accept="text/html")
    assert answer.status == 200, answer.text
    return answer.text


def inferred(service: Running, path: str) -> int:
    """Statements in the graph of inferences that a thing is subject or value of."""
    thing = f"<{BASE}{path.lstrip('/')}>"
    query = f"SELECT ?s ?p ?o {{ GRAPH <{BASE}graph/inferred> {{ {{ {thing} ?p ?o }} UNION {{ ?s ?p {thing} }} }} }}"
    return len(service.query(query).json()["results"]["bindings"])


@pytest.mark.parametrize("path", PLACES.values(), ids=PLACES)
def test_every_inferred_statement_leads_to_its_reasons(service: Running, path: str) -> None:
    found = links(service, path)
    assert len(found) == inferred(service, path)
    assert found
    for link in found[:: max(1, len(found) // 3)]:
        page = opened(service, link)
        assert "∵" in page


def test_the_reasons_are_those_of_the_command_line(service: Running, release: Release) -> None:
    mint = Minter(BASE)
    fact = (
        ox.NamedNode(mint.government("010006")),
        ox.NamedNode("https://w3id.org/tsunagi/ontology#delivers"),
        ox.NamedNode(f"{BASE}id/intervention/moj-community-reoffending-prevention-model/H30/010006/2020-12/1-1"),
    )
    store = release.store()
    proof = Prover(store, mint.graph("ontology")).proofs(fact)[0]
    for language in ("ja", "en"):
        asked = urlencode({"subject": fact[0], "predicate": fact[1], "object": fact[2], "lang": language})
        page = service.get(f"/why?{asked}", Accept="text/html").text
        main = page[page.index('<div class="reason">') : page.index("</div>", page.index('<div class="reason">'))]
        said = [
            html.unescape(re.sub(r"<[^>]+>", "", part)).strip()
            for part in re.findall(r"<(?:p|li class=\"ground\")[^>]*>(.*?)</(?:p|li)>", main)
        ]
        assert [text for text in said if text] == [line.strip() for line in Words(store, language).proof(proof)]
        passages = re.findall(r'href="[^"]+(/id/passage/[^"?]+)', main)
        assert passages
        assert all(service.get(passage, Accept="text/html").status == 200 for passage in set(passages))


def test_what_is_asserted_shows_its_passages(service: Running) -> None:
    subject = f"<{BASE}id/commission/moj-community-reoffending-prevention-model/H30/010006/2020-12/1>"
    asked = urlencode({
        "subject": subject, "predicate": "<https://w3id.org/tsunagi/ontology#directlyCarriedOutBy>", "object": f"<{BASE}id/government/010006>",
    })  # fmt: skip
    page = service.get(f"/why?{asked}", Accept="text/html").text
    assert "/id/passage/" in page
    assert "∵" not in page


def test_a_fact_that_does_not_hold_is_not_explained(service: Running) -> None:
    asked = urlencode({"subject": "<urn:a>", "predicate": "<urn:b>", "object": '"<script>"@ja'})
    answer = service.get(f"/why?{asked}", Accept="text/html")
    assert answer.status == 404
    assert "<script" not in answer.text


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"subject": "<urn:a>", "predicate": "<urn:b>"},
        {"subject": "<urn:a>", "predicate": "<urn:b>", "object": "x"},
        {"subject": "<urn:a>", "predicate": "<urn:b>", "object": "<urn:c> . <urn:d> <urn:e> <urn:f>"},
        {"subject": "_:a", "predicate": "<urn:b>", "object": "<urn:c>"},
        {"subject": "<urn:a>", "predicate": "<urn:b>", "object": "_:c"},
        {"subject": '"a"', "predicate": "<urn:b>", "object": "<urn:c>"},
        {"subject": f"<urn:{'a' * 5000}>", "predicate": "<urn:b>", "object": "<urn:c>"},
        {"subject": "# <urn:a>", "predicate": "<urn:b>", "object": "<urn:c>"},
    ],
    ids=lambda asked: str(asked)[:60],
)
def test_what_names_no_fact_is_told(service: Running, asked: dict[str, str]) -> None:
    answer = service.get(f"/why?{urlencode(asked)}")
    assert (answer.status, answer.json()["type"].rpartition("/")[2]) == (400, "bad-parameter")
    assert service.ask("POST", "/why").status == 405
