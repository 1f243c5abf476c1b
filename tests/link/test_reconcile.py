"""Names as people write them: reconcile.csv says which code each gets, and what else it may mean; two that fit alike are never chosen between."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kg.errors import LinkError
from kg.link.named import governments
from kg.link.reconciliation import Reconciler, without_dates
from kg.link.spreadsheet import ADDED, reconciled
from kg.release.release import Release
from kg.release.subjects import named
from kg.settings import BASE, Limits
from tests.forking import kg

HERE = Path(__file__).parent
with (HERE / "reconcile.csv").open(encoding="utf-8", newline="") as _stream:
    CASES = list(csv.DictReader(_stream))


@pytest.fixture(scope="module")
def reconciler(release: Release) -> Reconciler:
    return Reconciler([*governments(), *named(release.store(), BASE)])


def short(key: str) -> str:
    """``010006``, ``栃木県-…`` or ``measure/persons``: what the table of cases calls a thing."""
    kind, _, rest = key.partition("/")
    return rest if kind == "code" else rest.partition("/")[2]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['type']} {case['name']} {case['prefecture']}".strip())
def test_a_name_means_one_thing_or_none_is_chosen(reconciler: Reconciler, case: dict[str, str]) -> None:
    found = reconciler.answers(case["name"], [case["type"]], case["prefecture"])
    assert (short(found.match.thing.key) if found.match else "") == case["expected"]
    if not found.match:
        assert [short(answer.thing.key) for answer in found.found] == case["candidates"].split()
    assert all(0 < answer.score <= 1 for answer in found.found)


def test_a_name_of_several_kinds_of_things_is_undecided(reconciler: Reconciler) -> None:
    """北海道 is a government and nothing else; a legal form is a code, and no body."""
    assert reconciler.answers("北海道").match
    assert reconciler.answers("").found == ()
    assert reconciler.answers("  ").match is None


@pytest.mark.parametrize(("text", "left"), [("札幌市（令和2年12月末現在）", "札幌市"), ("令和2年度", "令和2年度"), ("札幌市", "札幌市")])
def test_dates_are_no_part_of_a_name(text: str, left: str) -> None:
    assert without_dates(text) == left


def test_every_government_finds_itself(reconciler: Reconciler) -> None:
    """By its name with its prefecture, and by its code."""
    for thing in governments():
        (prefecture,) = thing.prefectures
        for text in (thing.code, thing.names[0]):
            match = reconciler.answers(text, ["government"], prefecture).match
            assert match, (thing, text)
            assert match.thing.code == thing.code


def test_a_file_keeps_its_cells_and_gets_columns(reconciler: Reconciler, tmp_path: Path) -> None:
    content = '番号,自治体名,県\r\n001,札幌市,\r\n2,"府中市",\r\n3,府中市,広島県\r\n4,,\r\n5,"改行\nのある町"\r\n'
    for name, encoding in (("a.csv", "utf-8"), ("b.csv", "cp932"), ("c.csv", "utf-8-sig")):
        (tmp_path / name).write_bytes(content.encode(encoding))
        found = list(
            reconciled(
                tmp_path / name, "自治体名", "県", lambda text, where: reconciler.answers(text, ["government"], where), BASE, Limits()
            )
        )
        rows = [row for row, _ in found]
        assert rows[0] == ["番号", "自治体名", "県", *ADDED]
        assert [row[0] for row in rows[1:]] == ["001", "2", "3", "4", "5"]
        assert [became for _, became in found] == ["", "matched", "undecided", "matched", "unknown", "unknown"]
        assert rows[1][3:] == ["011002", f"{BASE}id/government/011002", "1.00", ""]
        assert rows[2][3:6] == ["", "", "0.50"]
        assert [part.split(" ")[0].rpartition("/")[2] for part in rows[2][6].split(";")] == ["132063", "342084"]


WRONG = {
    "no such column": ("a,b\n1,2\n", "no column is called '自治体名'; the header has: a, b"),
    "two of the name": ("自治体名,自治体名\n1,2\n", "several columns are called"),
    "the columns are there": ("自治体名,kg_code\n1,2\n", "has the columns kg_code already"),
    "more cells than columns": ("自治体名\n札幌市,2\n", "more cells than the header has"),
    "an empty file": ("", "no column is called"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_file_that_cannot_be_used_is_refused(reconciler: Reconciler, tmp_path: Path, case: str) -> None:
    (tmp_path / "a.csv").write_text(WRONG[case][0], encoding="utf-8")
    with pytest.raises(LinkError, match=WRONG[case][1].replace("(", r"\(")):
        list(reconciled(tmp_path / "a.csv", "自治体名", "", lambda text, _: reconciler.answers(text), BASE, Limits()))


def test_from_the_command_line(release: Release, tmp_path: Path) -> None:
    (tmp_path / "一覧.csv").write_text("自治体名\n札幌市\n府中市\n特定非営利活動法人栃木ダルク\n", encoding="utf-8")
    shown = kg("link", "reconcile", "一覧.csv", "--column", "自治体名", "--release", str(release.path), "--lang", "ja", cwd=tmp_path)
    assert shown.returncode == 0
    assert "2 件に付けました。決まらないもの 1 件" in shown.stderr
    rows = list(csv.reader(shown.stdout.splitlines()))
    assert [row[2] for row in rows[1:]] == [f"{BASE}id/government/011002", "", f"{BASE}id/organization/栃木県-特定非営利活動法人栃木ダルク"]
    written = kg("link", "reconcile", "一覧.csv", "--column", "自治体名", "--type", "government", "--out", "付き.csv", cwd=tmp_path)
    assert (written.returncode, written.stdout) == (0, ""), "governments need no release"
    assert "1 matched, 1 undecided" in written.stderr
    assert (tmp_path / "付き.csv").read_text(encoding="utf-8-sig").startswith("自治体名,kg_code,")
    refused = kg("link", "reconcile", "一覧.csv", "--column", "自治体名", "--type", "government", "--out", "一覧.csv", cwd=tmp_path)
    assert (refused.returncode, "choose another --out" in refused.stderr) == (2, True)
