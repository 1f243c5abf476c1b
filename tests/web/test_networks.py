"""Networks to take away: the same bytes as ``kg export`` writes, for every view, question and format; whoever cannot have one is told how to make it."""

from __future__ import annotations

import html
import io
import re
import subprocess
import sys
import zipfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from tests.export.graphs.small import small_store
from tests.web.conftest import Answer, Running, start

from kg.export.graphs.chosen import chosen_view
from kg.export.graphs.formats import DIRECTORIES, FILES, write_one
from kg.queries.stored import stored_queries
from kg.release.release import Release
from kg.settings import BASE
from kg.web.media import NETWORKS
from kg.web.networks import _of_few
from kg.web.problems import TOO_LARGE, Problem, problem

SUFFIXES = {"graphml": "graphml", "gexf": "gexf", "cytoscape": "cyjs", **{name: f"{name}.zip" for name in DIRECTORIES}}
BUTTON = re.compile(r'<li><a href="([^"]+/networks/[^"]+)" download>')
CASES = [
    *((f"/networks/network.{SUFFIXES[name]}?lang=en", [name, "--view", "network", "--lang", "en"]) for name in SUFFIXES),
    ("/networks/everything.gexf?lang=ja", ["gexf", "--view", "everything", "--lang", "ja"]),
    ("/networks/everything.csv.zip?lang=en", ["csv", "--view", "everything", "--lang", "en"]),
    ("/networks/questions/housing.graphml?lang=ja", ["graphml", "--view", "housing", "--lang", "ja"]),
    (
        f"/networks/questions/government-card.cyjs?{urlencode({'government': '滋賀県', 'language': 'en', 'lang': 'ja'})}",
        ["cytoscape", "--view", "government-card", "--param", "government=滋賀県", "--param", "language=en", "--lang", "ja"],
    ),
    ("/networks/questions/who-supported-most.neo4j.zip?lang=en", ["neo4j", "--view", "who-supported-most", "--lang", "en"]),
]


def got(service: Running, path: str) -> Answer:
    answer = service.get(path)
    assert answer.status == 200, answer.text
    return answer


SAMPLED = {path for path, _ in [*CASES[: len(SUFFIXES) + 1], CASES[-3]]}
"""Files that make test makes: a view in all formats, the largest one, the answer to a question."""


@pytest.mark.parametrize(
    ("path", "options"),
    [pytest.param(*case, marks=[] if case[0] in SAMPLED else pytest.mark.full) for case in CASES],
    ids=[path for path, _ in CASES],
)
def test_the_bytes_are_those_of_the_command_line(service: Running, release: Release, tmp_path: Path, path: str, options: list[str]) -> None:
    name, *more = options
    target = tmp_path / "target"
    subprocess.run([sys.executable, "-m", "kg", "export", name, str(target), *more, "--release", str(release.path)], check=True, stdout=subprocess.DEVNULL)  # fmt: skip
    answer = got(service, path)
    if name in FILES:
        assert answer.body == target.read_bytes()
    else:
        with zipfile.ZipFile(io.BytesIO(answer.body)) as archive:
            assert {entry.filename: archive.read(entry) for entry in archive.infolist()} == {
                file.name: file.read_bytes() for file in target.iterdir()
            }
            assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    stem = urlsplit(path).path.rpartition("/")[2]
    assert answer.headers["content-disposition"] == f'attachment; filename="{stem}"'
    assert answer.headers["content-type"] == {form.name: form.media_type for form in NETWORKS}[stem.partition(".")[2]]


def test_every_format_of_the_command_line_is_there() -> None:
    assert {form.name for form in NETWORKS} == set(SUFFIXES.values())
    assert FILES.keys() | DIRECTORIES.keys() == SUFFIXES.keys()


@pytest.mark.parametrize("name", SUFFIXES)
def test_the_same_view_is_the_same_file(tmp_path: Path, name: str) -> None:
    for place in ("a", "b"):
        (tmp_path / place).mkdir()
        write_one(chosen_view(small_store(), BASE, "network", {}, "ja"), name, tmp_path / place / "file")
    assert (tmp_path / "a" / "file").read_bytes() == (tmp_path / "b" / "file").read_bytes()


def test_what_is_known_is_not_sent_again(service: Running) -> None:
    path = "/networks/network.gexf"
    first = got(service, f"{path}?lang=ja")
    again = service.get(f"{path}?lang=ja", If_None_Match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    other = got(service, f"{path}?lang=en")
    assert other.headers["etag"] != first.headers["etag"]
    assert other.body != first.body
    assert service.get(path, **{"Accept-Language": "en"}).body == other.body
    assert "accept-language" in first.headers["vary"].lower()
    assert got(service, f"{path}?lang=ja").body == first.body
    head = service.ask("HEAD", f"{path}?lang=ja")
    assert (head.status, head.headers["content-length"], head.body) == (200, str(len(first.body)), b"")


@pytest.mark.parametrize(
    ("language", "opened"),
    [("ja", ("network",)), *(pytest.param(language, ("network", "everything"), marks=pytest.mark.full) for language in ("ja", "en"))],
)
def test_the_page_has_a_button_for_each_view_and_format(service: Running, language: str, opened: tuple[str, ...]) -> None:
    text = service.get(f"/networks?lang={language}", Accept="text/html").text
    links = [html.unescape(link).removeprefix(service.address) for link in BUTTON.findall(text)]
    assert sorted(links) == sorted(
        f"/networks/{view}.{form.name}?lang={language}" for view in ("everything", "network") for form in NETWORKS
    )
    for link in links:
        if link.startswith(tuple(f"/networks/{view}." for view in opened)):
            assert service.ask("HEAD", link).status == 200
    for view in ("everything", "network"):
        stored = stored_queries("view")[f"{view}-nodes"]
        assert html.escape(stored.question.in_language(language)) in html.unescape(text)
        for caution in stored.cautions:
            assert caution.in_language(language) in html.unescape(text)
    slugs = re.findall(r'href="[^"]+/questions/([a-z-]+)\?lang=', text)
    assert sorted(slugs) == list(stored_queries("question"))
    assert f'<html lang="{language}">' in text
    headings = [int(level) for level in re.findall(r"<h([1-6])", text)]
    assert headings[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(headings))


def test_a_question_leads_to_the_network_of_its_answer(service: Running) -> None:
    asked = urlencode({"government": "熊本市", "lang": "ja"})
    text = service.get(f"/questions/government-card?{asked}", Accept="text/html").text
    links = [html.unescape(link).removeprefix(service.address) for link in BUTTON.findall(text)]
    assert sorted(urlsplit(link).path.partition(".")[2] for link in links) == sorted(SUFFIXES.values())
    graph = next(link for link in links if ".cyjs?" in link)
    told = got(service, graph).json()["elements"]["nodes"]
    rows = [node["data"] for node in told if node["data"]["class"] == "Row"]
    assert len(rows) == len(service.get(f"/questions/government-card.json?{asked}").json()["rows"])
    assert {row["row_government"] for row in rows} == {"熊本市"}
    assert f'href="{service.address}/networks?lang=ja"' in service.get("/data/?lang=ja", Accept="text/html").text


@pytest.mark.parametrize(
    ("path", "status", "kind", "words"),
    [
        ("/networks/nothing.gexf", 404, "not-found", "everything, network"),
        ("/networks/housing.gexf", 404, "not-found", "network"),
        ("/networks/questions/nothing.gexf", 404, "not-found", "housing"),
        ("/networks/questions/network.gexf", 404, "not-found", "housing"),
        ("/networks/network.pdf", 404, "not-found", ".gexf"),
        ("/networks/network", 404, "not-found", ".gexf"),
        ("/networks.gexf", 404, "not-found", "network"),
        ("/networks/network.gexf?government=x", 400, "bad-parameter", "government"),
        ("/networks/network.gexf?page=2", 400, "bad-parameter", "page"),
        ("/networks?foo=1", 400, "bad-parameter", "foo"),
        ("/networks/questions/housing.gexf?stage=nowhere", 400, "bad-parameter", "入口支援"),
        ("/networks/questions/housing.gexf?colour=%3Cscript%3E", 400, "bad-parameter", "colour"),
        ("/networks/questions/housing.gexf?stage=%ff", 400, "bad-parameter", "読めません"),
        ("/networks/../../etc/passwd.gexf", 404, "not-found", "network"),
    ],
)
def test_whoever_asks_wrongly_is_told(service: Running, path: str, status: int, kind: str, words: str) -> None:
    answer = service.get(path)
    assert (answer.status, answer.json()["type"].rpartition("/")[2]) == (status, kind)
    assert words in answer.json()["detail"]


def test_other_ways_to_ask(service: Running) -> None:
    assert service.ask("POST", "/networks/network.gexf").status == 405
    assert service.get("/networks", Accept="image/png").status == 406
    assert service.get("/networks/", Accept="text/html").status == 200


@pytest.mark.parametrize(
    ("limit", "status", "kind"),
    [("response_bytes = 100000", 413, "too-large"), ("seconds = 0.05", 504, "time-limit")],
    ids=["size", "time"],
)
def test_beyond_the_limits_is_told_how_to_make_it(release: Release, tmp_path: Path, limit: str, status: int, kind: str) -> None:
    (tmp_path / "limits.toml").write_text(f"{limit}\n", encoding="utf-8")
    running = start(release.path, tmp_path / "log", "--limits", tmp_path / "limits.toml")
    try:
        answer = running.get("/networks/everything.parquet.zip?lang=en")
        assert (answer.status, answer.json()["type"].rpartition("/")[2]) == (status, kind)
        assert "kg export parquet everything/ --view everything --lang en" in answer.json()["detail"]
        assert "content-disposition" not in answer.headers
        page = running.get("/networks/questions/housing.gexf?lang=ja&stage=", Accept="text/html")
        assert "kg export gexf housing.gexf --view housing --lang ja" in page.text
    finally:
        running.stop()


def test_who_comes_while_another_is_served_waits_and_is_told(release: Release, tmp_path: Path) -> None:
    (tmp_path / "limits.toml").write_text("queue_seconds = 0.01\n", encoding="utf-8")
    running = start(release.path, tmp_path / "log", "--limits", tmp_path / "limits.toml")
    try:
        with ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(running.get, [f"/networks/everything.{suffix}" for suffix in ("gexf", "graphml", "cyjs", "csv.zip")]))
        found = Counter(answer.status for answer in answers)
        assert found[200] >= 1
        assert found[503] >= 1
        assert sum(found.values()) == found[200] + found[503]
        assert {answer.headers["retry-after"] for answer in answers if answer.status == 503} == {"10"}
        assert running.get("/networks/network.gexf").status == 200
    finally:
        running.stop()


def test_a_workbook_of_very_many_rows_is_refused() -> None:
    view = chosen_view(small_store(), BASE, "network", {}, "ja")
    many = replace(view, edges=lambda: (edge for edge in list(view.edges())[:1] * 10_001))
    few = _of_few(many, problem(TOO_LARGE, "", ""))
    assert list(few.nodes()) == list(view.nodes())
    with pytest.raises(Problem) as refused:
        list(few.edges())
    assert refused.value.kind is TOO_LARGE
