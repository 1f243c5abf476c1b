"""``kg validate`` as it is called: what it checks, what it says, how it ends."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from tests import forking
from tests.release.test_publish import SMALL

from kg.release.release import Release

WRONG = """@prefix tsu: <https://w3id.org/tsunagi/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<https://example.org/area> a tsu:AdministrativeArea ; tsu:areaCode "{code}" ; rdfs:label "岩手県"@ja , "Iwate"@en .
"""


def kg(*arguments: object) -> subprocess.CompletedProcess[str]:
    return forking.kg(*map(str, arguments), cwd=Path.cwd())


def test_a_release_is_good_until_warnings_count(release: Release, tmp_path: Path) -> None:
    good = kg("validate", release.path, "--lang", "ja", "--report", tmp_path)
    assert (good.returncode, good.stderr) == (0, "")
    assert "違反はありません。" in good.stdout
    assert "労務場留置" in good.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report.html", "report.json", "report.ttl", "report.xlsx"]
    built = {name: (release.path / name).read_bytes() for name in ("report.html", "report.json")}
    assert {name: (tmp_path / name).read_bytes() for name in built} == built
    assert kg("validate", "--release", release.path, "--fail-on", "warning").returncode == 1


@pytest.mark.full
def test_the_file_of_a_release_is_as_good_as_the_release(release: Release, tmp_path: Path) -> None:
    """What reasoning added is no fault of it; and a quote of another text is found in it, once."""
    (whole,), (said,) = (json.loads(kg("validate", path, "--json").stdout) for path in (release.path, release.quads))
    assert said["conforms"]
    assert said["findings"] == whole["findings"] != []
    changed = tmp_path / "data.nq"
    text = release.quads.read_text(encoding="utf-8")
    assert '#exact> "支援実施人数"' in text
    changed.write_text(text.replace('#exact> "支援実施人数"', '#exact> "件数実施人数"', 1), encoding="utf-8")
    (said,) = json.loads(kg("validate", changed, "--json").stdout)
    assert [finding["rule"].rpartition("/")[2] for finding in said["findings"] if finding["severity"] == "violation"] == ["text-as-read"]


def test_a_table_tells_its_findings_as_json(tmp_path: Path) -> None:
    text = SMALL.read_text(encoding="utf-8")
    (tmp_path / "表.txt").write_text(text, encoding="utf-8")
    told = kg("validate", tmp_path / "表.txt", "--json")
    assert told.returncode == 0
    (said,) = json.loads(told.stdout)
    assert (said["kind"], said["conforms"], said["input"]) == ("table", True, str(tmp_path / "表.txt"))
    assert said["findings"]
    for finding in said["findings"]:
        place = finding["place"]
        assert text[place["start"] : place["end"]] == place["quote"]
        assert finding["message"]["ja"]
        assert finding["repair"]["en"]


@pytest.mark.parametrize(
    ("code", "rules"), [("030007", set()), ("030008", {"AdministrativeArea-checkDigit"}), ("3", {"AdministrativeArea-areaCode"})]
)
def test_rdf_of_somebody_else(tmp_path: Path, code: str, rules: set[str]) -> None:
    (tmp_path / "theirs.ttl").write_text(WRONG.format(code=code), encoding="utf-8")
    told = kg("validate", tmp_path / "theirs.ttl", "--json")
    found = {finding["rule"].rpartition("#")[2] for finding in json.loads(told.stdout)[0]["findings"] if finding["severity"] == "violation"}
    assert (found, told.returncode) == (rules, int(bool(rules)))


UNREADABLE = {
    "broken.ttl": "<a> <b> .",
    "entities.rdf": f'<?xml version="1.0"?><!-- {"x" * 2_000_000} --><!DOCTYPE x [<!ENTITY a "b">]><x/>',
    "empty.ttl": "",
    "foreign.ttl": "<urn:a> a <http://xmlns.com/foaf/0.1/Person> .",
    "triple.ttl": "<urn:a> a <https://w3id.org/tsunagi/ontology#City> ; <urn:says> <<( <urn:a> <urn:b> <urn:c> )>> .",
}


def test_what_cannot_be_read_is_said_and_the_rest_is_checked(tmp_path: Path) -> None:
    for name, text in UNREADABLE.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "good.ttl").write_text(WRONG.format(code="030007"), encoding="utf-8")
    told = kg("validate", *(tmp_path / name for name in (*UNREADABLE, "none.ttl", "good.ttl")), "--engine", "pyshacl", "--lang", "en")
    assert told.returncode == 2
    assert "Traceback" not in told.stderr
    errors = [line for line in told.stderr.splitlines() if line.startswith("kg: error:")]
    for name in (*UNREADABLE, "none.ttl"):
        assert sum(name in line for line in errors) == 1, (name, errors)
    assert "DOCTYPE" in told.stderr
    assert "nothing to check" in told.stderr
    assert "good.ttl" in told.stdout


THEIRS = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix qb: <http://purl.org/linked-data/cube#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix ex: <https://example.org/> .
ex:colours a skos:ConceptScheme .
ex:red a skos:Concept ; skos:inScheme ex:colours ; skos:prefLabel "rouge"@fr .
ex:cube a qb:DataSet .
ex:note a oa:TextQuoteSelector ; oa:exact "x"@en .
"""


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("", 0),
        ("ex:red skos:inScheme <https://w3id.org/tsunagi/code/status> .", 1),
        ("<https://example.org/area> <https://w3id.org/tsunagi/ontology#locatedIn> ex:red .", 1),
    ],
)
def test_lists_cubes_and_notes_of_others_are_theirs_unless_ours_are_concerned(tmp_path: Path, more: str, told: int) -> None:
    (tmp_path / "theirs.ttl").write_text(WRONG.format(code="030007") + THEIRS + more, encoding="utf-8")
    (said,) = json.loads(kg("validate", tmp_path / "theirs.ttl", "--json").stdout)
    assert (len(said["findings"]) >= 1) == bool(told), said["findings"]


def test_what_cannot_be_read_stands_in_json_too(tmp_path: Path) -> None:
    """And says what is to be done: another ending, another namespace, a context of one's own."""
    wrong = WRONG.format(code="030007")
    files = {
        "表.csv": (wrong, "名前の終わりを .ttl などにしてください"),
        "space.ttl": (wrong.replace("https://w3id", "http://w3id"), "この語彙の名は <https://w3id.org/tsunagi/ontology#> で始まります"),
        "remote.jsonld": ('{"@context": "https://example.org/context", "@id": "urn:x"}', "@context の中身をファイルに書き込んでください"),
        "line.ttl": ("<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn:b> nothing .", "2 行目が RDF として読めません"),
    }
    for name, (text, _) in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    told = kg("validate", *(tmp_path / name for name in files), "--json")
    assert told.returncode == 2
    said = {Path(one["input"]).name: one for one in json.loads(told.stdout)}
    assert said.keys() == files.keys()
    for name, (_, words) in files.items():
        assert (said[name]["kind"], said[name]["conforms"], said[name]["findings"]) == ("unreadable", False, [])
        assert words in said[name]["error"]["ja"]


@pytest.mark.parametrize("name", ["theirs.ttl", "theirs.turtle"])
def test_a_byte_order_mark_is_no_fault(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(WRONG.format(code="030007"), encoding="utf-8-sig")
    assert kg("validate", tmp_path / name).returncode == 0


def test_a_release_whose_data_were_changed_is_checked_as_it_is(release: Release, tmp_path: Path) -> None:
    """Statement by statement, though its manifest knows another file; and that is said."""
    place = tmp_path / "release"
    shutil.copytree(release.path, place, symlinks=True)
    lines = (place / "data.nq").read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not ("area/030007> " in line and '"030007"' in line and "#areaCode>" in line)]
    assert len(kept) == len(lines) - 1
    (place / "data.nq").write_text("".join(kept), encoding="utf-8")
    told = kg("validate", place, "--json", "--lang", "en")
    assert told.returncode == 1
    assert "data.nq was changed after this release was built" in told.stderr
    (said,) = json.loads(told.stdout)
    assert [finding["rule"].rpartition("#")[2] for finding in said["findings"] if finding["severity"] == "violation"] == [
        "AdministrativeArea-areaCode"
    ]
    assert kg("info", "--release", place).returncode == 2


def test_an_engine_that_is_none() -> None:
    told = kg("validate", SMALL, "--engine", "steam", "--lang", "ja")
    assert told.returncode == 2
    assert "steam" in told.stderr
