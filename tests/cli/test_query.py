"""kg query: stored questions, SPARQL from a file or standard input, every format, a release or an endpoint."""

from __future__ import annotations

import csv
import io
import json
import time
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.forking import kg
from tests.store.endpoint import endpoint

from kg.queries.stored import stored_queries
from kg.release.release import Release

COUNT = "PREFIX tsu: <https://w3id.org/tsunagi/ontology#> SELECT (COUNT(*) AS ?n) { ?o a tsu:Outcome }"


@pytest.fixture
def place(release: Release) -> Path:
    """A directory with a release in it."""
    return release.path.parent


def test_without_a_question_all_are_listed(place: Path) -> None:
    shown = kg("query", cwd=place)
    assert shown.returncode == 0
    listed = [line for line in shown.stdout.splitlines() if not line.startswith(" ")]
    assert listed == list(stored_queries("question"))


def test_a_question_as_a_table_speaks_the_language_asked_for(place: Path) -> None:
    ja, en = (kg("query", "contractor-directory", "--lang", language, cwd=place).stdout for language in ("ja", "en"))
    assert "栃木ダルク" in ja
    assert "特定非営利活動法人" in ja
    assert ja.rstrip().splitlines()[0] == stored_queries("question")["contractor-directory"].question.ja
    assert "specified nonprofit corporation" in en


def test_csv_and_json_hold_the_same_answer(place: Path) -> None:
    run = kg("query", "employment-results", "--format", "csv", cwd=place)
    rows = list(csv.DictReader(io.StringIO(run.stdout)))
    results = json.loads(kg("query", "employment-results", "--format", "json", cwd=place).stdout)
    assert results["head"]["vars"] == list(rows[0])
    assert [{name: row[name]["value"] for name in row} for row in results["results"]["bindings"]] == [
        {name: value for name, value in row.items() if name in binding}
        for row, binding in zip(rows, results["results"]["bindings"], strict=True)
    ]
    assert results["results"]["bindings"][0]["value"]["datatype"].endswith("integer")


def test_a_parameter_is_given_by_name(place: Path) -> None:
    run = kg("query", "government-card", "--param", "government=熊本市", "--format", "csv", cwd=place)
    assert {row["government"] for row in csv.DictReader(io.StringIO(run.stdout))} == {"熊本市"}


def test_an_empty_answer_says_why(place: Path) -> None:
    for form, stream in (("table", "stdout"), ("csv", "stderr")):
        run = kg("query", "reoffending-and-outcomes", "--format", form, "--lang", "ja", cwd=place)
        assert run.returncode == 0
        why = stored_queries("question")["reoffending-and-outcomes"].empty
        assert why
        assert why.ja in getattr(run, stream)


def test_sparql_from_a_file_and_from_standard_input(place: Path, tmp_path: Path) -> None:
    (tmp_path / "count.rq").write_text("\ufeff" + COUNT, encoding="utf-8")
    for arguments, stdin in (((str(tmp_path / "count.rq"),), ""), (("-",), COUNT)):
        run = kg("query", *arguments, "--format", "csv", cwd=place, stdin=stdin)
        assert run.stdout == "n\n227\n"


def test_construct_gives_turtle_and_ask_gives_a_word(place: Path) -> None:
    run = kg(
        "query",
        "-",
        "--format",
        "ttl",
        cwd=place,
        stdin="CONSTRUCT { ?s ?p ?o } { GRAPH <https://w3id.org/tsunagi/graph/links> { ?s ?p ?o } }",
    )
    assert len(list(ox.parse(run.stdout.encode(), format=ox.RdfFormat.TURTLE))) > 4
    assert kg("query", "-", cwd=place, stdin="ASK { ?s ?p ?o }").stdout == "yes\n"
    assert json.loads(kg("query", "-", "--format", "json", cwd=place, stdin="ASK { ?s ?p 'no' }").stdout) == {"head": {}, "boolean": False}


def test_an_endpoint_gives_the_same_answers(release: Release, tmp_path: Path) -> None:
    with endpoint(release.quads) as url:
        for arguments in (("entry-support",), ("government-card", "--param", "government=Kumamoto City"), ("inventory",)):
            here = kg("query", *arguments, "--format", "csv", cwd=release.path.parent)
            there = kg("query", *arguments, "--format", "csv", "--endpoint", url, cwd=tmp_path)
            assert (here.returncode, there.returncode) == (0, 0), here.stderr
            assert here.stdout == there.stdout
        assert kg("query", "-", "--endpoint", url, "--format", "csv", cwd=tmp_path, stdin=COUNT).stdout == "n\n227\n"


@pytest.mark.parametrize(
    ("arguments", "stdin", "says"),
    [
        (("no-such-question",), "", "entry-support"),
        (("nothing.rq",), "", "nothing.rq"),
        (("-",), "SELECT WHERE", "not a SPARQL query"),
        (("-",), "INSERT DATA { <a:a> <a:b> <a:c> }", "not a SPARQL query"),
        (("-",), "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE"),
        (("-", "--format", "ttl"), "SELECT * { ?s ?p ?o } LIMIT 1", "csv or json"),
        (("-", "--format", "csv"), "CONSTRUCT WHERE { ?s ?p ?o }", "ttl"),
        (("-", "--param", "a=b"), COUNT, "--param"),
        (("government-card", "--param", "government"), "", "NAME=VALUE"),
        (("government-card", "--param", "government=火星県"), "", "火星県"),
        (("government-card", "--endpoint", "http://127.0.0.1:9/"), "", "does not answer"),
        (("government-card", "--release", "nowhere"), "", "kg build"),
    ],
)
def test_wrong_use_is_one_clear_line(place: Path, arguments: tuple[str, ...], stdin: str, says: str) -> None:
    run = kg("query", *arguments, cwd=place, stdin=stdin)
    assert run.returncode == 2
    assert run.stderr.startswith("kg: error: ")
    assert says in run.stderr
    assert "Traceback" not in run.stderr
    assert not run.stdout


def test_a_query_that_never_ends_is_stopped(place: Path) -> None:
    began = time.monotonic()
    run = kg("query", "-", "--timeout", "2", cwd=place, stdin="SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    assert run.returncode == 2
    assert "--timeout" in run.stderr
    assert time.monotonic() - began < 30


def test_export_rebuilds_the_source_and_writes_rdf(place: Path, tmp_path: Path) -> None:
    source = tmp_path / "again.txt"
    assert kg("export", "source", str(source), "--from", str(place / "release" / "data.nq"), cwd=tmp_path).returncode == 0
    (there,) = (Path(__file__).resolve().parents[2] / "data").glob("moj-*.txt")
    assert source.read_bytes() == there.read_bytes()
    run = kg("export", "turtle", str(tmp_path / "links.ttl"), "--graphs", "links", cwd=place)
    assert run.stdout.strip() == str(tmp_path / "links.ttl")
    assert len(list(ox.parse(path=str(tmp_path / "links.ttl")))) > 4
    assert kg("export", "turtle", str(tmp_path), cwd=place).returncode == 2
    (tmp_path / "broken.nq").write_text("<a> <b>\n", encoding="utf-8")
    for form in ("turtle", "source", "csv"):
        for file in ("broken.nq", "nothing.nq"):
            run = kg("export", form, str(tmp_path / "out"), "--from", file, cwd=tmp_path)
            assert run.returncode == 2
            assert run.stderr.startswith("kg: error: ")
            assert file in run.stderr
    assert kg("export", "trig", str(place / "release" / "x.trig"), cwd=place).returncode == 2
