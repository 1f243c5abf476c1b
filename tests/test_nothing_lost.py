"""Every character of a document has exactly one role, and every record leads to its own characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from kg.text.vocabulary import code_list
from tests.conftest import BuildText, Tables
from tests.gold.test_score import HERE


def partition(tables: Tables, text: str) -> None:
    at = 0
    for row in tables["passages"]:
        assert int(row["source_start"]) == at
        at = int(row["source_end"])
    assert at == len(text)


def test_passages_partition_the_embedded_table(source_text: str, embedded: Tables) -> None:
    partition(embedded, source_text)
    roles = {row["role"] for row in embedded["passages"]}
    assert roles == set(code_list("passage-role").notations) - {"unread", "correction"}


@pytest.mark.parametrize("name", ["genre-1", "genre-2", "genre-3"])
def test_passages_partition_other_tables(build_text: BuildText, name: str) -> None:
    text = (HERE / f"{name}.txt").read_text(encoding="utf-8")
    tables = build_text(text)
    partition(tables, text)
    unread = [row for row in tables["passages"] if row["role"] == "unread"]
    assert len(unread) == len([row for row in tables["findings"] if row["kind"] == "unread-text"])


@pytest.mark.parametrize(
    "change",
    [lambda text: text.replace("\n", "\r\n"), lambda text: unicodedata.normalize("NFD", text), lambda text: text + "𠮷🙂終わり"],
    ids=["crlf", "nfd", "astral"],
)
def test_passages_partition_however_it_is_written(source_text: str, build_text: BuildText, change: Callable[[str], str]) -> None:
    text = change(source_text)
    partition(build_text(text), text)


def test_every_record_leads_to_its_own_characters(source_text: str, embedded: Tables) -> None:
    for row in embedded["interventions"]:
        assert source_text[int(row["source_start"]) : int(row["source_end"])] == row["text"]
    for row in embedded["outcomes"]:
        words = source_text[int(row["source_start"]) : int(row["source_end"])]
        if row["value"]:
            assert words[0].isdigit()
            assert words.replace(",", "").startswith(row["value"])
        else:
            assert words == row["quote"]


def test_the_faults_that_the_source_is_known_for(embedded: Tables) -> None:
    found = {(row["kind"], row["municipality"]) for row in embedded["findings"]}
    assert found >= {
        ("leaked-row", "奈良県"), ("leaked-row", "島根県"), ("shifted-column", "京都府"), ("shifted-column", "京都市"), ("suspicious-date", "愛知県"),
        ("suspicious-date", "名古屋市"), ("suspicious-date", "北九州市"), ("name-suspect", "東京都"), ("name-suspect", "京都市"), ("name-suspect", "栃木県"), ("name-suspect", "千葉県"),
    }  # fmt: skip
    assert not {kind for kind, _ in found} & {"sum-mismatch", "part-exceeds-total", "unread-text"}
    assert {row["severity"] for row in embedded["findings"]} == {"warning", "info"}


def test_ids_are_unique_and_refer_to_rows(embedded: Tables) -> None:
    keys = {
        "projects": "project_id",
        "commissions": "commission_id",
        "interventions": "intervention_id",
        "outcomes": "outcome_id",
        "findings": "finding_id",
    }
    ids = {name: {row[key] for row in embedded[name]} for name, key in keys.items()}
    for name, key in keys.items():
        assert len(ids[name]) == len(embedded[name]), key
    for row in embedded["outcomes"]:
        assert row["commission_id"] in ids["commissions"]
        assert set(filter(None, row["intervention_ids"].split(";"))) <= ids["interventions"]
        assert row["breakdown_of"] in ids["outcomes"] | {""}
    assert {row["commission_id"] for row in embedded["interventions"]} <= ids["commissions"]
    assert {row["project_id"] for row in embedded["commissions"]} == ids["projects"]


def test_codes_in_the_tables_are_those_of_the_lists(embedded: Tables) -> None:
    for table, column, name in (
        ("interventions", "types", "intervention-type"), ("interventions", "targets", "target-group"), ("interventions", "referrers", "referrer"),
        ("interventions", "stages", "support-stage"), ("outcomes", "indicator_type", "indicator-type"), ("outcomes", "result_level", "result-level"),
        ("outcomes", "measure", "measure"), ("outcomes", "counting", "counting"), ("outcomes", "status", "status"), ("outcomes", "breakdown_kind", "breakdown-kind"),
        ("outcomes", "dimension", "breakdown-dimension"), ("commissions", "contractor_kind", "contractor-kind"), ("commissions", "legal_form", "legal-form"),
        ("projects", "municipality_kind", "municipality-kind"), ("findings", "kind", "finding-kind"), ("findings", "severity", "severity"), ("passages", "role", "passage-role"),
    ):  # fmt: skip
        used = {code for row in embedded[table] for code in row[column].split(";") if code}
        assert used <= set(code_list(name).notations), (table, column)
