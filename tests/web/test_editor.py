"""Queries in the browser: answers as table, squares and graph made by the server, mistakes at their line, terms for completion."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from pathlib import Path
from urllib.parse import urlencode

import pytest
from tests.web.conftest import Answer, Running, start

from kg.queries.stored import stored_queries
from kg.release.release import Release
from kg.web.lines import short
from kg.web.results import Cell, Result, of_solutions, of_statements

PREFIXES = "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX tsu: <https://w3id.org/tsunagi/ontology#> "
BY_PREFECTURE = (
    PREFIXES + "SELECT ?government (COUNT(?c) AS ?n) { ?p tsu:undertakenBy ?government ; tsu:hasCommission ?c } GROUP BY ?government"
)


def ask(service: Running, query: str, **more: str) -> Answer:
    return service.get(f"/query?{urlencode({'query': query, 'lang': 'en', **more})}", Accept="text/html")


def rows(page: str) -> list[list[str]]:
    table = page[page.index('id="rows"') :]
    body = table[table.index("<tbody>") : table.index("</tbody>")]
    return [
        [html.unescape(re.sub(r"<[^>]+>", "", cell)) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL)]
        for row in body.split("<tr>")[1:]
    ]


@pytest.mark.parametrize("slug", sorted(stored_queries("question")))
def test_every_example_can_be_opened_and_asked(service: Running, slug: str) -> None:
    opened = service.get(f"/query?example={slug}&lang=ja", Accept="text/html").text
    query = html.unescape(re.search(r"<textarea[^>]*>\n(.*?)</textarea>", opened, re.DOTALL)[1])  # type: ignore[index]
    assert "#+" not in query
    answer = ask(service, query)
    assert answer.status == 200
    told = service.query(query, accept="text/csv")
    _, *wanted = list(csv.reader(io.StringIO(told.text, newline="")))
    assert len(rows(answer.text) if wanted else []) == min(len(wanted), 500)


def send(service: Running, **fields: str) -> Answer:
    headers = {"Accept": "text/html", "Content-Type": "application/x-www-form-urlencoded"}
    return service.ask("POST", "/query", headers, urlencode(fields).encode())


def test_a_form_gets_the_address_under_which_it_can_be_shared(service: Running) -> None:
    fields = {"query": BY_PREFECTURE, "view": "map", "lang": "en"}
    sent = send(service, **fields)
    assert (sent.status, sent.headers["location"]) == (303, f"{service.address}/query?{urlencode(fields)}")
    assert send(service, query=BY_PREFECTURE, colour="red").status == 400
    assert service.ask("PUT", "/query", {}, b"x").status == 405


def test_a_query_too_long_for_an_address_is_answered_in_place(service: Running) -> None:
    query = f"# {'長' * 5_000}\n{BY_PREFECTURE} ORDER BY ?government"
    page = send(service, query=query, lang="en")
    assert page.status == 200
    assert rows(page.text) == rows(ask(service, f"{BY_PREFECTURE} ORDER BY ?government").text)
    assert "/query?query=" not in page.text.replace('rel="alternate"', "")[page.text.index("<main") :]
    drawn = send(service, query=query, view="map", lang="en").text
    assert "<svg viewBox" in drawn[drawn.index("<main") :]
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    file = service.ask("POST", "/sparql", form, urlencode({"query": query, "format": "csv"}).encode())
    assert file.headers["content-type"].startswith("text/csv")
    assert len(file.text.splitlines()) == len(rows(page.text)) + 1
    assert send(service, query="a" * 70_000).status == 400


def test_the_table_is_the_answer(service: Running) -> None:
    query = PREFIXES + "SELECT ?name ?n { VALUES (?name ?n) { ('a<b>'@en 1) ('延べ'@ja 2.5) (UNDEF 3) } }"
    page = ask(service, query).text
    assert rows(page) == [["a<b>", "1"], ["延べ", "2.5"], ["", "3"]]
    assert '<td lang="ja">延べ</td><td class="num">2.5</td>' in page
    for form in ("csv", "json", "tsv", "xml"):
        (link,) = re.findall(rf'<a href="([^"]+format={form})">', page)
        assert service.get(html.unescape(link).removeprefix(service.address)).status == 200


def test_yes_or_no_and_statements_are_tables_too(service: Running) -> None:
    assert rows(ask(service, "ASK {}").text) == [["true"]]
    page = ask(service, PREFIXES + "CONSTRUCT { ?p tsu:undertakenBy ?g } WHERE { ?p tsu:undertakenBy ?g }").text
    assert len(rows(page)) == 36
    assert "format=ttl" in page


def test_nothing_found_is_told(service: Running) -> None:
    assert "Nothing matches" in ask(service, "SELECT * { <urn:a> <urn:b> ?c }").text


def test_squares_count_rows_or_show_the_number_of_the_one_row(service: Running) -> None:
    counted = ask(service, BY_PREFECTURE, view="map").text
    assert "How many rows of the answer each prefecture has" in counted
    assert "<title>Hokkaido 2</title>" in counted  # the prefecture and Asahikawa
    one = ask(
        service,
        BY_PREFECTURE.replace("undertakenBy ?government ;", "undertakenBy ?government . ?government a tsu:Prefecture . ?p"),
        view="map",
    ).text
    assert "The number in column “n”" in one
    table = {row[0]: row[1] for row in rows(one)}
    assert re.search(rf"<title>Hokkaido {table['https://w3id.org/tsunagi/id/government/010006']}</title>", one)
    assert "No column holds prefectures" in ask(service, "SELECT ?x { VALUES ?x { 1 } }", view="map").text


def test_a_mistake_is_shown_at_its_line(service: Running) -> None:
    answer = ask(service, "SELECT * WHERE {\n ?s ?p ?o .\n FILTR(?x)\n}")
    assert answer.status == 400
    assert 'data-line="3"' in answer.text
    assert re.search(r'  3   FILTR\(\?x<span class="at">\)</span>', answer.text)
    assert 'id="rows"' not in answer.text


@pytest.mark.parametrize(
    ("query", "status"),
    [("SELECT * { SERVICE <http://x> { ?s ?p ?o } }", 403), ("{" * 2000, 400), ("DROP ALL", 400), ("SELECT <script>", 400)],
)
def test_what_is_refused_is_told_on_the_page(service: Running, query: str, status: int) -> None:
    answer = ask(service, query)
    assert answer.status == status
    assert 'role="alert"' in answer.text
    assert html.escape(query, quote=False).replace("'", "&#39;") in answer.text
    assert "<script>" not in answer.text


@pytest.mark.parametrize("asked", ["view=pie", "example=none", "other=1", "query=" + "x" * 70_000])
def test_other_parameters_are_refused(service: Running, asked: str) -> None:
    assert service.get(f"/query?{asked}", Accept="text/html").status in {400, 413, 414, 431}


def test_a_hostile_answer_stays_text(service: Running) -> None:
    long = "字" * 5000
    query = f'SELECT ?x ?y {{ VALUES (?x ?y) {{ ("<img src=x onerror=alert(1)>" <javascript:alert(1)>) ("\u202e{long}" <http://a/%22%3E%3Cscript%3E>) }} }}'
    for view in ("table", "graph", "chart", "map"):
        page = ask(service, query, view=view).text
        assert "<img" not in page
        assert 'href="javascript:' not in page
        assert long in page


def test_a_query_that_takes_too_long_is_still_there(release: Release, tmp_path: Path) -> None:
    (tmp_path / "limits.toml").write_text("seconds = 1\n", encoding="utf-8")
    running = start(release.path, tmp_path / "log", "--limits", tmp_path / "limits.toml")
    try:
        query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?g) }"
        answer = ask(running, query)
        assert answer.status == 504
        assert 'role="alert"' in answer.text
        assert query in html.unescape(answer.text)
        assert answer.headers["cache-control"] == "no-store"
    finally:
        running.stop()


def test_an_answer_that_changes_is_not_kept(service: Running) -> None:
    assert ask(service, "SELECT (NOW() AS ?x) {}").headers["cache-control"] == "no-store"
    assert "max-age" in ask(service, "ASK {}").headers["cache-control"]
    query = "SELECT (RAND() AS ?x) {}"
    first, second = (rows(ask(service, query, view=view).text) for view in ("table", "chart"))
    assert first != second


def test_terms_have_labels_in_both_languages(service: Running) -> None:
    told = json.loads(service.get("/terms.json").body)
    terms = {term["name"]: term for term in told["terms"]}
    assert (terms["tsu:contractor"]["ja"], terms["tsu:contractor"]["type"]) == ("再委託先", "owl:ObjectProperty")
    assert terms["<https://w3id.org/tsunagi/code/intervention-type/employment-support>"]["ja"] == "就労支援"
    assert all(term["ja"] and term["en"] for term in terms.values())
    assert told["prefixes"]["tsu"] == "https://w3id.org/tsunagi/ontology#"
    counted = service.query(
        "SELECT (COUNT(DISTINCT ?t) AS ?n) { GRAPH <https://w3id.org/tsunagi/graph/ontology> { VALUES ?k { <http://www.w3.org/2002/07/owl#Class> "
        "<http://www.w3.org/2002/07/owl#ObjectProperty> <http://www.w3.org/2002/07/owl#DatatypeProperty> } ?t a ?k } "
        "FILTER(STRSTARTS(STR(?t), 'https://w3id.org/tsunagi/ontology#')) }"
    ).json()
    assert sum(name.startswith("tsu:") for name in terms) == int(counted["results"]["bindings"][0]["n"]["value"])


def test_browsers_find_it_at_the_endpoint(service: Running) -> None:
    page = service.get("/sparql", Accept="text/html,application/xhtml+xml,*/*;q=0.8")
    assert page.status == 200
    assert 'action="' + service.address + '/query"' in page.text


def test_drawn_are_statements_between_things_else_what_shares_a_row() -> None:
    graph = of_statements(b'<urn:a> <urn:p> <urn:b> .\n<urn:a> <urn:p> "text" .\n', short)
    assert graph.ties == ([("urn:a", "urn:p", "urn:b")], False)
    bindings = [{"x": {"type": "uri", "value": "urn:a"}, "y": {"type": "uri", "value": "urn:b"}}, {"y": {"type": "uri", "value": "urn:c"}}]
    table = of_solutions(json.dumps({"head": {"vars": ["x", "n", "y"]}, "results": {"bindings": bindings}}).encode(), short)
    assert table.ties == ([("urn:a", "y", "urn:b")], False)


def test_no_more_is_drawn_than_can_be_read() -> None:
    rows = [[Cell(f"s{n}", f"urn:s{n}"), Cell(f"o{n}", f"urn:o{n}")] for n in range(400)]
    ties, more = Result(["s", "o"], rows).ties
    assert len(ties) == 150
    assert more is True


def test_what_is_drawn_has_the_names_of_the_data_and_no_links_that_run(service: Running) -> None:
    query = "SELECT ?a ?b { VALUES (?a ?b) { (<https://w3id.org/tsunagi/id/government/010006> <javascript:alert(1)>) } }"
    page = ask(service, query, view="graph").text
    told = json.loads(html.unescape(re.search(r'data-elements="([^"]*)"', page)[1]))  # type: ignore[index]
    assert [(one["data"].get("label"), one["data"].get("page")) for one in told] == [
        ("Hokkaido", f"{service.address}/id/government/010006"), ("javascript:alert(1)", ""), ("b", None),
    ]  # fmt: skip
