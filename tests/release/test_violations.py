"""A graph that breaks a shape stops the build, names the cell, and leaves the old release."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.release.test_publish import SMALL, snapshot

from kg.errors import GraphError
from kg.queries.binding import bind
from kg.queries.stored import question
from kg.rdf.ontology import ontology_files
from kg.release import graph
from kg.release.build import build
from kg.release.release import Release
from kg.settings import Settings
from kg.store.port import Solutions
from kg.validate.shapes import shape_files

STRICT = """@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix tsu: <https://w3id.org/tsunagi/ontology#> .
<https://example.org/shape#few> a sh:PropertyShape ; sh:targetClass tsu:Outcome ; sh:path tsu:value ; sh:maxInclusive 0 ;
  sh:message "実績は 0 でなければなりません。"@ja , "a value must be zero"@en .
"""


def test_a_violation_stops_the_build_and_names_the_cell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build([SMALL], tmp_path / "release", Settings(all_places=False))
    before = snapshot(tmp_path / "release")
    (tmp_path / "strict.ttl").write_text(STRICT, encoding="utf-8")
    monkeypatch.setattr(graph, "shape_files", lambda: [*shape_files(), tmp_path / "strict.ttl"])
    with pytest.raises(GraphError) as caught:
        build([SMALL], tmp_path / "release", Settings(all_places=False))
    assert caught.value.exit_code == 1
    assert snapshot(tmp_path / "release") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["release", "strict.ttl"]
    text = SMALL.read_text(encoding="utf-8")
    for language, says in (("ja", "実績は 0 でなければなりません。"), ("en", "a value must be zero")):
        lines = caught.value.in_language(language).splitlines()
        assert "[few]" in lines[2]
        where, _, message = lines[1].rpartition(": ")
        assert message == says
        name, row, place = where.split(":")
        assert name == "small.txt"
        column, _, span = place.partition(" ")
        start, end = map(int, span.strip("()").split("-"))
        assert text.splitlines()[int(row) - 1].split("\t")[int(column) - 1].count(text[start:end])


def test_another_base_for_all_iris(tmp_path: Path) -> None:
    made = build([SMALL], tmp_path / "release", Settings(base="https://data.example/つなぎ/"))
    content = made.quads.read_text(encoding="utf-8")
    assert not set(re.findall(r"<https://w3id.org/tsunagi/\w+", content)) - {"<https://w3id.org/tsunagi/ontology"}
    store = made.store()
    card = bind(question("government-card"), {"government": "札幌市"}, store, made.manifest["base"])
    answer = store.query(card)
    assert isinstance(answer, Solutions)
    assert len(list(answer.rows)) > 1


def test_findings_of_the_source_stop_nothing(release: Release) -> None:
    assert sum(release.manifest["counts"]["findings"].values()) == 29
    assert not any(key.startswith("violation") for key in release.manifest["counts"]["findings"])


IMPOSSIBLE = """@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix tsu: <https://w3id.org/tsunagi/ontology#> .
tsu:Outcome owl:disjointWith [ owl:onProperty tsu:value ; owl:someValuesFrom owl:Thing ] .
"""


def test_a_contradiction_stops_the_build_and_names_rule_facts_and_cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An ontology that says that no outcome has a value: every figure of the table contradicts it."""
    build([SMALL], tmp_path / "release", Settings(all_places=False))
    before = snapshot(tmp_path / "release")
    (tmp_path / "impossible.ttl").write_text(IMPOSSIBLE, encoding="utf-8")
    files = ontology_files()
    monkeypatch.setattr("kg.rdf.ontology.ontology_files", lambda: [*files, tmp_path / "impossible.ttl"])
    with pytest.raises(GraphError) as caught:
        build([SMALL], tmp_path / "release", Settings(all_places=False))
    assert caught.value.exit_code == 1
    assert snapshot(tmp_path / "release") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["impossible.ttl", "release"]
    for language, says in (("ja", "規則 cax-dw"), ("en", "rule cax-dw")):
        message = caught.value.in_language(language)
        assert says in message
        assert "tsu:value" in message
        assert "[small.txt:" in message
