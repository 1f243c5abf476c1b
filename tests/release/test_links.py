"""Links that kg link wrote become quads of the graph links: numbers, what they rest on, and what a person rejected; nothing is passed over in silence."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from benchmarks.register import number, planted, write_register
from tests.forking import kg

from kg.cli.info import report
from kg.errors import LinkError
from kg.link.corporate import match
from kg.link.link_file import ACCEPT, REJECT, Link, write_links
from kg.release.build import build
from kg.release.editing import publish_edited
from kg.release.release import STORE, Release, open_release
from kg.release.subjects import subjects
from kg.settings import BASE, Limits, Settings
from kg.store.port import Solutions, lexical
from kg.text.places import gazetteer

SOURCE = Path(__file__).with_name("small.txt")
OTHER = number(99)
PREFIXES = """PREFIX owl: <http://www.w3.org/2002/07/owl#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX sssom: <https://w3id.org/sssom/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX tsu: <https://w3id.org/tsunagi/ontology#> PREFIX void: <http://rdfs.org/ns/void#>"""


def rows(release: Release, query: str) -> list[tuple[str, ...]]:
    found = release.store().query(f"{PREFIXES} SELECT {query}")
    assert isinstance(found, Solutions)
    return sorted(tuple(map(lexical, row)) for row in found.rows)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Release:
    return build([SOURCE], tmp_path_factory.mktemp("plain") / "release", Settings())


@pytest.fixture(scope="module")
def links(plain: Release, tmp_path_factory: pytest.TempPathFactory) -> list[Link]:
    """What is decided of the bodies of a small table: governments by rule, contractors by a made-up register, one rejected by a person."""
    bodies = subjects(plain.store(), BASE)
    register = tmp_path_factory.mktemp("register") / "register.zip"
    write_register(register, planted(bodies).rows)
    found = list(match([register], bodies, (), Limits()).links)
    contractor = next(link for link in found if link.subject.startswith("organization/"))
    return [*found, replace(contractor, number=OTHER, decision=REJECT, decided_by="山田")]


@pytest.fixture(scope="module")
def linked(links: list[Link], tmp_path_factory: pytest.TempPathFactory) -> Release:
    place = tmp_path_factory.mktemp("linked")
    write_links(links, place / "links.csv")
    return build([SOURCE], place / "release", Settings(), links=[place / "links.csv"])


def test_the_bodies_of_a_release_are_those_that_commission_and_are_commissioned(plain: Release) -> None:
    found = subjects(plain.store(), BASE)
    assert [subject.key for subject in found] == sorted(subject.key for subject in found)
    assert all(subject.name and subject.prefectures and subject.date and subject.cell.startswith("small.txt:") for subject in found)
    assert {bool(subject.code) for subject in found} == {True, False}


def test_the_catalogue_counts_the_links_to_each_site(plain: Release, linked: Release, links: list[Link]) -> None:
    asked = "?p ?n { ?set void:linkPredicate ?p ; void:triples ?n ; void:objectsTarget/void:uriSpace 'http://hojin-info.go.jp/' }"
    governments = len(gazetteer().places)  # linked by their codes, with or without a register
    contractors = sum(link.decision == ACCEPT and link.subject.startswith("organization/") for link in links)
    for release, count in ((plain, governments), (linked, governments + contractors)):
        assert rows(release, asked) == [("http://www.w3.org/2002/07/owl#sameAs", str(count))]


def test_every_accepted_number_is_in_the_graph_with_what_it_rests_on(linked: Release, links: list[Link]) -> None:
    accepted = [link for link in links if link.decision == ACCEPT]
    contractors = [link for link in accepted if link.subject.startswith("organization/")]
    assert contractors
    assert rows(linked, "?o ?n { GRAPH ?g { ?o tsu:corporateNumber ?n } FILTER(STRENDS(STR(?g), '/links')) }") == sorted(
        (f"{BASE}id/{link.subject}", link.number) for link in contractors
    ), "those of governments stand in the graph reference"
    assert rows(
        linked,
        "?n ?basis ?same { ?i tsu:identifies ?o ; tsu:numberFound ?n ; tsu:identificationBasis/skos:notation ?basis ."
        " ?o tsu:corporateNumber ?n ; owl:sameAs ?same . FILTER(STRENDS(STR(?same), ?n)) }",
    ) == sorted(
        (
            link.number,
            "by-rule" if link.subject.startswith("government/") else "same-in-register",
            f"http://hojin-info.go.jp/data/{link.number}",
        )
        for link in accepted
    )


def test_a_rejected_number_is_said_to_be_another_s(linked: Release) -> None:
    assert rows(linked, "?body { ?o owl:differentFrom ?body }") == [(f"http://hojin-info.go.jp/data/{OTHER}",)]
    told = rows(
        linked,
        f"?c ?b {{ ?i tsu:numberFound '{OTHER}' ; rdfs:comment ?c ; tsu:identificationBasis/skos:notation ?b FILTER(LANG(?c) = 'en') }}",
    )
    assert [(text.startswith("decided by a person (山田); "), basis) for text, basis in told] == [(True, "rejected-by-person")]


def test_the_mappings_to_sssom_have_members(linked: Release, links: list[Link]) -> None:
    assert len(rows(linked, "?i { ?i sssom:confidence ?c ; sssom:mapping_justification ?j }")) == len(links)


def test_a_build_without_the_links_differs_in_nothing_else(plain: Release, linked: Release) -> None:
    graph = f"<{BASE}graph/%s>"
    for name in ("data", "provenance", "codes", "ontology", "reference", "findings"):
        said = [
            {line for line in release.quads.read_text(encoding="utf-8").splitlines() if line.endswith(f"{graph % name} .")}
            for release in (plain, linked)
        ]
        assert said[0] == said[1]


def test_a_build_with_links_is_the_same_bytes_again(linked: Release, tmp_path: Path) -> None:
    again = build([SOURCE], tmp_path / "release", Settings(), links=[linked.path.parent / "links.csv"])
    assert again.identity == linked.identity


@pytest.mark.full
def test_an_edited_release_still_says_which_links_it_was_built_with(linked: Release, tmp_path: Path) -> None:
    shutil.copytree(linked.path, tmp_path / "release")
    ox.Store.read_only(str(linked.path / STORE)).backup(str(tmp_path / "staging"))
    made = publish_edited(open_release(tmp_path / "release"), ox.Store(str(tmp_path / "staging")), [])
    assert made.manifest["links"] == linked.manifest["links"]
    assert made.quads.read_bytes() == linked.quads.read_bytes()


def test_links_about_bodies_that_the_tables_do_not_name_are_told_and_what_waits_is_passed_over(links: list[Link], tmp_path: Path) -> None:
    nobody, waiting = replace(links[0], subject="organization/東京都-誰も知らない会"), (replace(link, decision="") for link in links)
    write_links([nobody, *waiting], tmp_path / "links.csv")
    release = build([SOURCE], tmp_path / "release", Settings(), links=[tmp_path / "links.csv"])
    used = open_release(release.path).manifest["links"]
    assert (used["decided"], used["about_nobody"]) == (1, [f"organization/東京都-誰も知らない会 {nobody.number}"])
    assert used["about_nobody"][0] in report(release, "ja")
    assert "bodies that these tables do not name" in report(release, "en")
    assert rows(release, "?i { ?i a tsu:Identification }") == []


def test_a_wrong_row_stops_the_build_with_its_line(links: list[Link], tmp_path: Path) -> None:
    file = tmp_path / "links.csv"
    write_links([*links[:-1], replace(links[-1], number="123")], file)
    with pytest.raises(LinkError) as refused:
        build([SOURCE], tmp_path / "release", Settings(), links=[file])
    assert refused.value.where == f"{file}:{len(links) + 1}"
    assert not (tmp_path / "release").exists()


def test_from_the_command_line(plain: Release, tmp_path: Path) -> None:
    write_register(tmp_path / "register.zip", planted(subjects(plain.store(), BASE)).rows)
    ran = kg("link", "corporate", "register.zip", "--release", str(plain.path), "--json", cwd=tmp_path)
    counts = json.loads(ran.stdout)
    assert counts["links"] > 0
    assert all((tmp_path / name).is_file() for name in counts["files"])
    again = {name: (tmp_path / name).read_bytes() for name in counts["files"]}
    assert "確認を待つ団体" in kg("link", "corporate", "register.zip", "--release", str(plain.path), "--lang", "ja", cwd=tmp_path).stdout
    assert again == {name: (tmp_path / name).read_bytes() for name in counts["files"]}
    refused = kg("link", "corporate", "nothing.zip", "--release", str(plain.path), cwd=tmp_path)
    assert (refused.returncode, "nothing.zip: no such file" in refused.stderr) == (2, True)
