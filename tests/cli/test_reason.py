"""``kg reason``: profiles, contradictions and classes without possible member, of files and of the package's own ontology."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.forking import kg

from kg.release.release import Release

PREFIXES = """
@prefix ex: <https://example.org/o#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix tsu: <https://w3id.org/tsunagi/ontology#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def written(folder: Path, text: str, name: str = "given.ttl") -> str:
    (folder / name).write_text(PREFIXES * name.endswith(".ttl") + text, encoding="utf-8")
    return name


@pytest.mark.full
def test_the_own_ontology_with_the_release_is_good(release: Release, tmp_path: Path) -> None:
    run = kg("reason", "--dl", "--release", str(release.path), "--json", cwd=tmp_path)
    said = json.loads(run.stdout)
    assert (run.returncode, run.stderr) == (0, "")
    assert said["good"]
    assert said["consistent"]
    assert (said["violations"], said["contradictions"], said["unsatisfiable"], said["set_aside"]) == ([], [], [], [])
    assert "a sample of" in said["input"]


def test_without_dl_the_profiles_are_checked(tmp_path: Path) -> None:
    run = kg("reason", "--lang", "ja", cwd=tmp_path)
    assert (run.returncode, run.stdout) == (0, "対象: このパッケージのオントロジー\nOWL 2 DL: 範囲内\nOWL 2 RL: 範囲内\n")
    file = written(tmp_path, "ex:A a owl:Class ; rdfs:subClassOf [ a owl:Class ; owl:oneOf ( ex:a ex:b ) ] .")
    run = kg("reason", file, cwd=tmp_path)
    assert run.returncode == 1
    assert "OWL 2 DL: yes\nOWL 2 RL: no, 1 violation\n  rl-superclass-one-of: " in run.stdout


def test_data_are_checked_with_the_ontology_that_they_use(tmp_path: Path) -> None:
    file = written(tmp_path, 'ex:otsu a tsu:City , tsu:Prefecture ; tsu:asOf "2020-12-31"^^xsd:date ; ex:note "not declared" .')
    run = kg("reason", file, "--dl", "--lang", "ja", cwd=tmp_path)
    assert run.returncode == 1
    assert run.stdout.startswith("対象: given.ttl と、このパッケージのオントロジー\nOWL 2 DL: 範囲内\n")
    assert "矛盾: あり" in run.stdout
    assert "<https://example.org/o#otsu> Type tsu:City" in run.stdout
    assert "※ OWL 2 にないデータ型の値（日付など）をもつ事実 1 件を除きました。" in run.stdout
    assert "※ 宣言のない名前 1 個を、使われ方に従って補いました。" in run.stdout


def test_files_of_several_syntaxes_are_checked_together(tmp_path: Path) -> None:
    (tmp_path / "facts.nt").write_text("<urn:x> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://example.org/o#A> .\n")
    (tmp_path / "more.jsonld").write_text('{"@id": "urn:x", "@type": "https://example.org/o#B"}')
    file = written(
        tmp_path, "ex:A a owl:Class ; owl:disjointWith ex:B . ex:B a owl:Class . ex:C a owl:Class ; rdfs:subClassOf ex:A , ex:B ."
    )
    run = kg("reason", file, "facts.nt", "more.jsonld", "--dl", "--json", cwd=tmp_path)
    said = json.loads(run.stdout)
    disjoint = "<https://example.org/o#A> DisjointWith <https://example.org/o#B>"
    assert run.returncode == 1
    assert said["contradictions"] == [[disjoint, "<urn:x> Type <https://example.org/o#A>", "<urn:x> Type <https://example.org/o#B>"]]
    assert [found["class"] for found in said["unsatisfiable"]] == ["https://example.org/o#C"]
    assert said["unsatisfiable"][0]["because"][0] == disjoint


def test_what_hermit_refuses_is_told_with_the_profile(tmp_path: Path) -> None:
    file = written(tmp_path, "ex:p a owl:ObjectProperty , owl:TransitiveProperty , owl:FunctionalProperty .")
    run = kg("reason", file, "--dl", cwd=tmp_path)
    assert run.returncode == 1
    assert "dl-simple-functional" in run.stdout
    assert "HermiT refuses the ontology" in run.stdout


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("missing.ttl", None, "no such file"),
        ("table.csv", "a,b\n", "the name does not tell the RDF syntax"),
        ("broken.ttl", "ex:a ex:b", "not readable as RDF"),
        ("broken.rdf", "<rdf", "not readable as RDF"),
        ("remote.jsonld", '{"@context": "https://example.org/context", "@id": "urn:x"}', "is an address elsewhere, which is not fetched"),
    ],
)
def test_what_cannot_be_read_is_wrong_use(tmp_path: Path, name: str, content: str | None, words: str) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    run = kg("reason", name, cwd=tmp_path)
    assert run.returncode == 2
    assert run.stderr.startswith(f"kg: error: {name}: ")
    assert words in run.stderr
    assert "Traceback" not in run.stderr


def test_a_literal_that_its_datatype_does_not_have_is_told_once(tmp_path: Path) -> None:
    file = written(tmp_path, 'ex:d a owl:DatatypeProperty . ex:a ex:d "perhaps"^^xsd:boolean .')
    run = kg("reason", file, cwd=tmp_path)
    assert (run.returncode, run.stderr) == (1, "")
    assert "dl-literal-lexical" in run.stdout


def test_a_release_that_is_named_must_be_there(tmp_path: Path) -> None:
    run = kg("reason", "--dl", "--release", "nowhere", cwd=tmp_path)
    assert run.returncode == 2
    assert "nowhere: no release here" in run.stderr
