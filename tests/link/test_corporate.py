"""Links as files: what is decided, what waits for a person, what a person decides, and the mapping set; a wrong row is told with file and line."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.register import Row, number, write_register

from kg.errors import LinkError
from kg.link.corporate import Matched, match
from kg.link.evidence import Evidence
from kg.link.link_file import ACCEPT, COLUMNS, NONE, REJECT, TOOL, Link, read_links, write_links
from kg.link.names import differ_in_one
from kg.link.sssom import write_sssom
from kg.link.subjects import Subject
from kg.settings import BASE, Limits
from kg.text.codes import local_government_corporate_number
from tests.conftest import SHARED

SAMPLES = SHARED / "data" / "corporate"
WIDE = {code: code + 0xFEE0 for code in range(0x30, 0x3A)}
DAY = dt.date(2020, 12, 31)
BODY = Subject("organization/埼玉県-社会福祉法人見本会", "社会福祉法人見本会", (), frozenset({"埼玉県"}), DAY, "table.txt:7")
CITY = Subject("government/110001", "埼玉県", (), frozenset({"埼玉県"}), DAY, "table.txt:1", "110001")
HERE, THERE = (Row(number(index), BODY.name, prefecture="埼玉県") for index in range(2))
ELSEWHERE = replace(THERE, prefecture="東京都")


def matched(tmp_path: Path, rows: list[Row], subjects: tuple[Subject, ...] = (BODY,), decisions: tuple[Link, ...] = ()) -> Matched:
    write_register(tmp_path / "register.csv", rows)
    return match([tmp_path / "register.csv"], subjects, decisions, Limits())


@pytest.mark.parametrize(
    ("name", "evidence", "accepted"),
    [("埼玉県", "rule-confirmed", True), ("別の県", "rule-other-name", False), (None, "rule-not-in-files", True)],
)
def test_the_number_of_a_government_follows_from_its_code(tmp_path: Path, name: str | None, evidence: str, accepted: bool) -> None:
    own = local_government_corporate_number("110001")
    found = matched(tmp_path, [Row(own, name, "201", "埼玉県")] if name else [HERE], (CITY,))
    (row,) = found.links if accepted else found.review
    assert (row.number, row.justification) == (own, "semapv:BackgroundKnowledgeBasedMatching")
    assert Evidence(evidence, name or "").text.en in row.evidence_en


def test_more_candidates_than_a_person_can_look_at_are_counted(tmp_path: Path) -> None:
    found = matched(tmp_path, [replace(ELSEWHERE, number=number(index)) for index in range(25)])
    assert len(found.review) == 20
    assert "there are 5 more candidates" in found.review[0].evidence_en


def test_a_number_with_a_wrong_check_digit_is_not_accepted(tmp_path: Path) -> None:
    wrong = str((int(HERE.number[0]) + 1) % 10) + HERE.number[1:]
    (row,) = matched(tmp_path, [replace(HERE, number=wrong)]).review
    assert Evidence("check-digit-wrong").text.ja in row.evidence_ja


def test_a_body_without_date_of_assignment_is_not_accepted(tmp_path: Path) -> None:
    (row,) = matched(tmp_path, [replace(HERE, assigned="")]).review
    assert Evidence("assigned-unknown").text.ja in row.evidence_ja


def decided(tmp_path: Path, change: Callable[[Link], Link], rows: list[Row]) -> Matched:
    """What comes of it when a person edits the review file and the register is matched again."""
    first = matched(tmp_path, rows)
    write_links(map(change, first.review), tmp_path / "review.csv")
    return matched(tmp_path, rows, decisions=read_links([tmp_path / "review.csv"], Limits()))


def test_what_a_person_decides_stands_and_is_not_asked_again(tmp_path: Path) -> None:
    def accept(link: Link) -> Link:
        return (
            replace(link, decision="採 用", number=link.number.translate(WIDE), decided_by="山田") if link.number == HERE.number else link
        )

    found = decided(tmp_path, accept, [HERE, THERE])
    assert [(link.number, link.decision, link.by_person) for link in found.links] == [(HERE.number, ACCEPT, True)]
    assert found.review == ()


def test_what_a_person_rejects_is_told_and_the_other_is_accepted(tmp_path: Path) -> None:
    def reject(link: Link) -> Link:
        return replace(link, decision="reject") if link.number == HERE.number else link

    found = decided(tmp_path, reject, [HERE, THERE])
    assert {(link.number, link.decision, link.by_person) for link in found.links} == {
        (HERE.number, REJECT, True),
        (THERE.number, ACCEPT, False),
    }


def test_a_body_of_which_a_person_says_that_it_has_no_number_stays_without(tmp_path: Path) -> None:
    found = decided(tmp_path, lambda link: replace(link, decision="番号なし"), [replace(HERE, name="別の会")])
    assert [(link.decision, link.number) for link in found.links] == [(NONE, "")]
    assert found.review == ()


def test_a_decision_about_a_body_that_is_no_longer_named_is_kept(tmp_path: Path) -> None:
    kept = replace(matched(tmp_path, [HERE]).links[0], subject="organization/東京都-別の会", decision=REJECT, decided_by="山田")
    assert kept in matched(tmp_path, [HERE], decisions=(kept,)).links


def test_what_the_tool_decided_before_is_decided_anew(tmp_path: Path) -> None:
    before = matched(tmp_path, [HERE]).links
    assert matched(tmp_path, [ELSEWHERE], decisions=before).links == ()


def test_files_are_read_as_they_were_written_and_as_a_spreadsheet_saves_them(tmp_path: Path) -> None:
    found = matched(tmp_path, [HERE], (BODY, CITY)).links
    write_links(found, tmp_path / "links.csv")
    content = (tmp_path / "links.csv").read_bytes()
    write_links(found, tmp_path / "again.csv")
    assert content == (tmp_path / "again.csv").read_bytes()
    text = (
        content.decode("utf-8-sig")
        .replace("\n", "\r\n")
        .replace("2018-04-02", "2018/4/2")
        .replace("2020-12-31", "2020/12/31")
        .replace("1.00", "1")
    )
    text = re.sub(r"(?<=,)\d{13}(?=,)", lambda number: f"{int(number[0]):.5E}", text)
    (tmp_path / "saved.csv").write_bytes(text.encode("cp932"))
    assert "E+12" in text
    saved = read_links([tmp_path / "saved.csv"], Limits())
    assert saved == tuple(replace(link, score="1") if link.score == "1.00" else link for link in found)
    assert read_links([tmp_path / "links.csv"], Limits()) == read_links(sorted(tmp_path.glob("[ls]*.csv")), Limits()) == found


WRONG = {
    "a number with another check digit": ({"number": "1234567890123"}, "thirteen digits", "検査数字"),
    "a number that a spreadsheet rounded": ({"number": "1.01E+12"}, "a spreadsheet made a number of it", "表計算"),
    "a decision that there is not": ({"decision": "ok"}, "no decision 'ok'", "採用"),
    "a number of one who has none": ({"decision": "none"}, "no number", "番号なし"),
    "a character that no key has": ({"subject": "organization/x\x01"}, "no key of a body", "鍵"),
    "no key": ({"subject": "栃木ダルク"}, "no key of a body", "鍵"),
    "no date": ({"register_date": "2020年"}, "is no date such as", "日付"),
    "a rounded number of another body": ({"number": "6.05001E+12", "body": ""}, "a spreadsheet made a number of it", "表計算"),
    "no score": ({"score": "very good"}, "no number from 0 to 1", "score"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_row_is_told_with_file_and_line(tmp_path: Path, case: str) -> None:
    change, en, ja = WRONG[case]
    (link,) = matched(tmp_path, [HERE]).links
    write_links([replace(link, subject="organization/x"), replace(link, **change)], tmp_path / "links.csv")
    with pytest.raises(LinkError) as refused:
        read_links([tmp_path / "links.csv"], Limits())
    assert refused.value.where == f"{tmp_path / 'links.csv'}:3"
    assert en in refused.value.in_language("en")
    assert ja in refused.value.in_language("ja")


def test_rows_that_contradict_each_other_are_told_with_both_lines(tmp_path: Path) -> None:
    (link,) = matched(tmp_path, [HERE]).links
    for other in (replace(link, number=THERE.number), replace(link, decision=REJECT), replace(link, number="", decision=NONE)):
        write_links([link], tmp_path / "one.csv")
        write_links([other], tmp_path / "two.csv")
        with pytest.raises(LinkError, match=r"contradicts what .*one\.csv:2 decides") as refused:
            read_links([tmp_path / "one.csv", tmp_path / "two.csv"], Limits())
        assert refused.value.where.endswith("two.csv:2")


def test_a_file_that_lacks_columns_or_cells_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("subject,number\nx,y\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text(",".join(COLUMNS) + "\nx,y\n", encoding="utf-8")
    (tmp_path / "c.csv").write_bytes(b"\xff\xff\x81")
    for name, said in (("a.csv", "lacks the columns decision"), ("b.csv", "cells"), ("c.csv", "Shift_JIS"), ("d.csv", "no such file")):
        with pytest.raises(LinkError, match=said):
            read_links([tmp_path / name], Limits())


def test_the_mapping_set_is_sssom(tmp_path: Path) -> None:
    rejected = replace(matched(tmp_path, [HERE]).links[0], number=THERE.number, decision=REJECT, decided_by="山田")
    write_sssom([*matched(tmp_path, [HERE], (BODY, CITY)).links, rejected], "2023-06-16", BASE, tmp_path / "a.sssom.tsv")
    lines = (tmp_path / "a.sssom.tsv").read_text(encoding="utf-8").splitlines()
    metadata = [line[1:] for line in lines if line.startswith("#")]
    rows = list(csv.DictReader(lines[len(metadata) :], delimiter="\t"))
    assert "mapping_date: 2023-06-16" in metadata
    prefixes = {match[1] for line in metadata if (match := re.match(r"  (\w+): http", line))}
    assert all(
        row[column].partition(":")[0] in prefixes
        for row in rows
        for column in ("subject_id", "predicate_id", "object_id", "mapping_justification")
    )
    assert [(row["predicate_modifier"], row["author_label"]) for row in rows] == [("", ""), ("", ""), ("Not", "山田")]
    schema = SHARED / "vocab" / "sssom" / "sssom_schema.schema.json"
    if schema.exists():
        known = json.loads(schema.read_text(encoding="utf-8"))["$defs"]
        assert set(rows[0]) <= set(known["Mapping"]["properties"])
        assert {line.partition(":")[0] for line in metadata if not line.startswith(" ")} <= set(known["MappingSet"]["properties"]) | {
            "curie_map"
        }


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="needs the samples of the register in ../shared/data/corporate")
def test_a_body_of_the_table_is_found_in_a_real_file() -> None:
    body = replace(BODY, name="特定非営利活動法人茨城県就労支援事業者機構", prefectures=frozenset({"茨城県"}))
    found = match(sorted(SAMPLES.glob("*.csv")), [body], (), Limits())
    assert [(link.number, link.decided_by) for link in found.links] == [("6050005002799", TOOL)]
    assert (found.rows, found.register_date) == (5061, "2023-06-16")


@pytest.mark.parametrize(("one", "other"), [("abcd", "abxd"), ("abcd", "abd"), ("abd", "abcd"), ("abcd", "bcd"), ("abcd", "abcde")])
def test_names_that_differ_in_one_character(one: str, other: str) -> None:
    assert differ_in_one(one, other)


@pytest.mark.parametrize(("one", "other"), [("abcd", "abcd"), ("abcd", "axxd"), ("abcd", "bcde"), ("ab", "abcd"), ("abcd", "acbd")])
def test_names_that_do_not(one: str, other: str) -> None:
    assert not differ_in_one(one, other)
