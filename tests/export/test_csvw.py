"""The tables are what their metadata says (CSV on the Web): each column in its order, each cell of its datatype, keys that lead somewhere."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from pyld import jsonld
from tests.export.csvw import faults, metadata, rows

from kg import resources
from kg.export.csvw import described_tables
from kg.queries.stored import stored_queries
from kg.release.build import build
from kg.release.release import Release
from kg.settings import Settings
from kg.text.vocabulary import code_list

GENRE = Path(__file__).parents[1] / "gold"
TABLES = stored_queries("table")
COLUMNS = list(
    resources.rows(
        "queries/tables/columns.csv",
        ("table", "name", "title_ja", "title_en", "datatype", "codes", "required", "refers_to", "standard", "note_ja", "note_en"),
    )
)


@pytest.fixture
def tables(release: Release, tmp_path: Path) -> Path:
    """The tables of the release, to be changed."""
    return Path(shutil.copytree(release.path / "tables", tmp_path / "tables"))


def test_every_cell_is_what_the_metadata_says(release: Release) -> None:
    assert faults(release.path / "tables") == []


@pytest.mark.parametrize(
    ("table", "old", "new", "fault"),
    [
        ("projects", "municipality_code,municipality_kind", "municipality_kind,municipality_code", "not among the titles"),
        ("projects", ",start_fiscal_year", "", "8 columns described, 7 there"),
        ("projects", ",010006,", ",10006,", "municipality_code: '10006'"),
        ("projects", "prefecture,2018", "prefecture,H30", "start_fiscal_year: 'H30'"),
        ("projects", "H30/012041,", "H30/010006,", "stands twice"),
        ("interventions", "offenders-general;", "offenders-general;;", "targets: ''"),
        ("outcomes", ",5,回", ",5回,回", "value: '5回'"),
        ("outcomes", "2020-12-31", "令和2年12月", "as_of"),
        ("outcomes", ",false,", ",いいえ,", "approximate: 'いいえ'"),
        ("outcomes", ",sessions-held,", ",,", "indicator_type is required"),
        ("commissions", "model/H30/010006,H30", "model/H30/999999,H30", "refers to no row"),
        ("passages", "0,1,separator", "x,1,separator", "source_start: 'x'"),
    ],
)
def test_the_reader_finds_what_does_not_fit(tables: Path, table: str, old: str, new: str, fault: str) -> None:
    file = tables / f"{table}.csv"
    text = file.read_text(encoding="utf-8-sig")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8-sig")
    assert any(fault in one for one in faults(tables))


@pytest.mark.full
@pytest.mark.parametrize("names", [("genre-1.txt", "genre-2.txt", "genre-3.txt"), ()])
def test_other_tables_and_two_editions_of_one(tmp_path: Path, source_text: str, names: tuple[str, ...]) -> None:
    later = tmp_path / "later.txt"
    later.write_text(source_text.replace("令和２年１２月末", "令和３年３月末").replace("令和2年12月末", "令和3年3月末"), encoding="utf-8")
    assert later.read_text(encoding="utf-8") != source_text
    sources = [GENRE / name for name in names] or [resources.path(resources.EMBEDDED_SOURCE), later]
    made = build(sources, tmp_path / "release", Settings())
    assert made.manifest["counts"]["tables"]["projects"] > 0
    assert faults(made.path / "tables") == []


def test_metadata_is_made_from_the_queries_and_says_something_of_every_column() -> None:
    used = {(name, column) for name, query in TABLES.items() for column in query.returns}
    assert set(described_tables()) == set(TABLES)
    for row in COLUMNS:
        assert (row["table"], row["name"]) in used or (not row["table"] and row["name"] in {column for _, column in used})
        assert bool(row["note_ja"]) == bool(row["note_en"])
        assert bool(row["title_ja"]) == bool(row["title_en"])
    keys = [(row["table"], row["name"]) for row in COLUMNS]
    assert len(keys) == len(set(keys))


def test_columns_are_titled_in_both_languages(release: Release) -> None:
    for table in metadata(release.path / "tables")["tables"]:
        for column in table["tableSchema"]["columns"]:
            titles = column["titles"]
            assert titles["und"] == column["name"]
            assert any(re.search(r"[ぁ-んァ-ヶ一-龠]", title) for title in titles["ja"]), column
            assert all(titles["en"])
            assert not re.search(r"[ぁ-ん一-龠]", titles["en"][0]), column


def test_the_projects_have_the_headers_of_the_standard_data_sets(release: Release) -> None:
    """自治体標準オープンデータセット begins most tables with 全国地方公共団体コード, ID, 地方公共団体名."""
    (projects,) = (table for table in metadata(release.path / "tables")["tables"] if table["url"] == "projects.csv")
    titles = {column["name"]: column["titles"]["ja"][-1] for column in projects["tableSchema"]["columns"]}
    assert [titles[name] for name in ("municipality_code", "project_id", "municipality")] == [
        "全国地方公共団体コード",
        "ID",
        "地方公共団体名",
    ]


def test_codes_are_those_of_the_code_lists(release: Release) -> None:
    described = {
        (table["url"], column["name"]): column["datatype"]
        for table in metadata(release.path / "tables")["tables"]
        for column in table["tableSchema"]["columns"]
    }
    for name, query in TABLES.items():
        for row in COLUMNS:
            if row["codes"] and row["table"] == name and row["name"] in query.returns:
                form = described[f"{name}.csv", row["name"]]["format"]
                assert all(re.fullmatch(form, notation) for notation in code_list(row["codes"]).notations)
                assert not re.fullmatch(form, "no-such-code")


def test_metadata_is_json_ld(release: Release) -> None:
    """Read with the terms of csvw.jsonld that it uses, every property becomes a statement: none is an unknown word."""
    csvw, dc = "http://www.w3.org/ns/csvw#", "http://purl.org/dc/terms/"
    context = {"csvw": csvw, "dc": dc, "@vocab": csvw, "titles": {"@id": f"{csvw}title", "@container": "@language"}}
    document = json.loads((release.path / "tables" / "csv-metadata.json").read_text(encoding="utf-8"))
    (group,) = jsonld.expand({**document, "@context": context})
    assert {one["@language"] for one in group[f"{dc}title"]} == {"ja", "en"}
    assert group[f"{dc}license"] == [{"@id": "https://creativecommons.org/licenses/by/4.0/"}]
    assert len(group[f"{csvw}tables"]) == len(TABLES)


def test_tables_that_are_read_without_metadata_stay_as_they_were(release: Release) -> None:
    for name, query in TABLES.items():
        assert rows(release.path / "tables" / f"{name}.csv")[0] == list(query.returns)
