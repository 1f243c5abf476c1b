"""What was inferred, as people find it: every kind with its count, every fact with a reason that can be opened."""

from __future__ import annotations

import html
import re

import pytest
from tests.web.conftest import Running

PREFIXES = "PREFIX tsu: <https://w3id.org/tsunagi/ontology#> "
INFERRED = "<https://w3id.org/tsunagi/graph/inferred>"
KIND = re.compile(r'<a href="[^"]*/inferred\?of=([A-Za-z]+)&amp;lang=(?:ja|en)">([^<]+)</a></th><td class="num">([\d,]+)</td>')
FACT = re.compile(r'<tr><td><a href="([^"?]+)\?lang=ja">.*?<a href="([^"]+/why\?[^"]+)">', re.DOTALL)


def kinds(service: Running, language: str = "ja") -> dict[str, tuple[str, int]]:
    page = service.get(f"/inferred?lang={language}", Accept="text/html").text
    return {key: (label, int(count.replace(",", ""))) for key, label, count in KIND.findall(page)}


def facts(service: Running, kind: str, page: int = 1) -> list[tuple[str, str]]:
    text = service.get(f"/inferred?of={kind}&page={page}&lang=ja", Accept="text/html").text
    return [(thing, html.unescape(why)) for thing, why in FACT.findall(text)]


def test_every_kind_is_told_with_its_count(service: Running) -> None:
    asked = PREFIXES + "SELECT ?t (COUNT(*) AS ?n) { GRAPH %s { %s } FILTER(STRSTARTS(STR(?t), STR(tsu:))) } GROUP BY ?t"
    expected = {
        row["t"]["value"].rpartition("#")[2]: int(row["n"]["value"])
        for pattern in ("?x a ?t", "?x ?t ?y")
        for row in service.query(asked % (INFERRED, pattern)).json()["results"]["bindings"]
    }
    told = kinds(service)
    assert len(expected) > 20
    assert {key: count for key, (_, count) in told.items()} == expected
    assert told["GovernmentActingAlone"][0] == "単独で事業を行う自治体"
    assert re.search("[ぁ-ん一-龠]", "".join(label for label, _ in kinds(service, "en").values())) is None


@pytest.mark.parametrize("kind", ["GovernmentActingAlone", "SettlementSupportCenterOperator", "activeIn", "responsibleGovernment"])
def test_the_list_of_a_kind_holds_its_facts_page_by_page(service: Running, kind: str) -> None:
    _, count = kinds(service)[kind]
    found = [thing for page in range(1, -(-count // 100) + 1) for thing, _ in facts(service, kind, page)]
    assert len(found) == count
    pattern = f"?x a tsu:{kind}" if kind[0].isupper() else f"?x tsu:{kind} ?y"
    rows = service.query(f"{PREFIXES} SELECT ?x {{ GRAPH {INFERRED} {{ {pattern} }} }}").json()["results"]["bindings"]
    paths = [row["x"]["value"].rpartition("/id/")[2] for row in rows]
    assert {service.get(f"/id/{thing.rpartition('/id/')[2]}.ttl").status for thing in found[:2]} <= {200, 301}
    assert len(paths) == len(found)


@pytest.mark.parametrize("kind", ["GovernmentActingAlone", "operatedBy", "deliveredBy"])
def test_each_fact_has_a_reason(service: Running, kind: str) -> None:
    for _, why in facts(service, kind)[:3]:
        answer = service.get(why.removeprefix(service.address), Accept="text/html")
        assert answer.status == 200
        assert "∵" in answer.text


def test_what_was_not_inferred_is_not_there(service: Running) -> None:
    for asked in ("of=nothing", "of=<script>", "of=Outcome", "of=GovernmentActingAlone&page=2", "page=2", "of=label"):
        assert service.get(f"/inferred?{asked}", Accept="text/html").status == 404
    assert service.get("/inferred?colour=red", Accept="text/html").status == 400
