"""What the register can hold beside a body that a table names: each case a row of traps.csv, with the number that is accepted and what the evidence says."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest
from benchmarks.register import SITUATIONS, Row, number, planted, write_register

from kg.link.corporate import Matched, match
from kg.link.evidence import Evidence
from kg.link.link_file import ACCEPT, TOOL
from kg.link.subjects import Subject
from kg.settings import Limits
from kg.text.codes import is_corporate_number

HERE = Path(__file__).parent
with (HERE / "traps.csv").open(encoding="utf-8", newline="") as _stream:
    CASES = {row["case"]: row for row in csv.DictReader(_stream)}


def numbered(letter: str) -> str:
    return number("ABC".index(letter))


def row_of(text: str) -> Row:
    """``A|name|kind|prefecture|column=value …``: a row of the body with the number A."""
    letter, name, kind, prefecture, *more = text.strip().split("|")
    values = dict(pair.split("=") for pair in " ".join(more).split())
    if "successor" in values:
        values["successor"] = numbered(values["successor"])
    return Row(numbered(letter), name, kind, prefecture, **values)


def subject_of(case: dict[str, str]) -> Subject:
    return Subject(
        key=f"organization/{case['name']}",
        name=case["name"],
        other_names=(case["other_name"],) if case["other_name"] else (),
        prefectures=frozenset(case["prefecture"].split()),
        date=dt.date.fromisoformat(case["date"]) if case["date"] else None,
        cell="table.txt:1",
        since=dt.date.fromisoformat(case["since"]) if case["since"] else None,
    )


def matched(case: dict[str, str], tmp_path: Path) -> Matched:
    file = tmp_path / "register.csv"
    write_register(file, map(row_of, case["rows"].split(";")))
    return match([file], [subject_of(case)], (), Limits())


@pytest.mark.parametrize("name", CASES)
def test_only_what_is_certain_is_accepted(tmp_path: Path, name: str) -> None:
    case = CASES[name]
    found = matched(case, tmp_path)
    assert [(link.number, link.decision, link.decided_by) for link in found.links] == (
        [(numbered(case["expected"]), ACCEPT, TOOL)] if case["expected"] else []
    )
    best = (*found.links, *found.review)[0]
    for code in case["evidence"].split():
        text = Evidence(code, "…").text
        assert all(part in best.evidence_ja for part in text.ja.split("…"))
        assert all(part in best.evidence_en for part in text.en.split("…"))
    assert best.register_date >= "2018-04-02"
    assert (best.score == "1.00") <= bool(found.links)


def test_there_are_cases_of_every_evidence() -> None:
    with (HERE.parents[1] / "data" / "link-evidence.csv").open(encoding="utf-8", newline="") as stream:
        codes = {row["code"] for row in csv.DictReader(stream)}
    elsewhere = {
        "rule",
        "rule-confirmed",
        "rule-not-in-files",
        "rule-other-name",
        "more",
        "person",
        "check-digit-wrong",
        "assigned-unknown",
    }
    assert codes - elsewhere == {code for case in CASES.values() for code in case["evidence"].split()}


def test_the_order_of_the_rows_is_of_no_account(tmp_path: Path) -> None:
    for case in CASES.values():
        backwards = case | {"rows": ";".join(reversed(case["rows"].split(";")))}
        assert matched(backwards, tmp_path).links == matched(case, tmp_path).links


def test_the_made_up_register_has_every_situation() -> None:
    bodies = [Subject(f"organization/{index}", f"社会福祉法人見本{index}", (), frozenset({"千葉県"})) for index in range(len(SITUATIONS))]
    found = planted(bodies)
    assert sum(map(bool, found.truth.values())) == sum(certain for certain, _ in SITUATIONS.values()) == 4
    assert all(is_corporate_number(row.number) for row in found.rows)
