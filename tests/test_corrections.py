"""Correct and send back: what an official changes in the workbook of findings is built from, and provenance says what was changed, by whom and why."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kg.correction_form import COLUMNS, HIDDEN
from kg.errors import SourceFormatError
from kg.release.build import build
from kg.release.release import Release
from kg.settings import Settings
from kg.sources.reader import open_source
from kg.store.port import Solutions, lexical
from tests.conftest import Tables, read_records, read_tables
from tests.validate.report.test_workbook import HEADER, TITLE, written

GOOD = (
    "1\t熊本県\t福祉課\t(社福) 見本会\t①高齢者に対し、社会福祉士が福祉サービスの利用に向けた相談支援を実施。 ②支援者を対象とした研修会を開催。"
    "\t■支援実施人数 計10人（R2.12末時点） 【内訳】 男性：6人 女性：4人 ■研修会開催回数 計3回"
)
SECOND = "2\t福岡県\t地域課\t—\t①再犯防止推進会議を開催。\t■会議開催回数 計2回"
BAD = GOOD.replace("女性：4人", "女性：5人")
ITEM = "intervention/○○事業/R1/430005/2020-12/1-1"
FIGURE = "outcome/○○事業/R1/430005/2020-12/1-01"
IDS = ("project_id", "commission_id", "intervention_id", "outcome_id", "intervention_ids", "breakdown_of", "contractor_id")
PREFIXES = """PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
"""


def table(*rows: str) -> str:
    return "\n".join([TITLE, HEADER, *rows]) + "\n"


def report_of(tmp_path: Path, text: str) -> Path:
    source = tmp_path / "取組状況.txt"
    source.write_text(text, encoding="utf-8")
    return written(source, tmp_path / "report")[0]


def ask(release: Release, where: str) -> list[dict[str, str]]:
    """Distinct rows of all variables."""
    answer = release.store().query(f"{PREFIXES} SELECT DISTINCT * WHERE {{ {where} }}")
    assert isinstance(answer, Solutions)
    rows = [dict(zip(answer.variables, map(lexical, row), strict=True)) for row in answer.rows]
    return sorted(rows, key=lambda row: sorted(row.items()))


def one(release: Release, where: str) -> dict[str, str]:
    (row,) = ask(release, where)
    return row


def without_places(tables: Tables) -> dict[str, list[dict[str, str]]]:
    return {
        name: [{key: value for key, value in row.items() if not key.startswith("source_") and key != "finding_id"} for row in rows]
        for name, rows in tables.items()
        if name != "passages"
    }


def fill(book: Workbook, *rows: dict[str, str | None]) -> None:
    """Write rows of corrections below the headings."""
    keys = [key for key, _, _ in COLUMNS]
    sheet = book["訂正"]
    first = next(row for row in range(10, sheet.max_row + 1) if sheet.cell(row, 1).value is None and sheet.cell(row, 4).value is None)
    for number, row in enumerate(rows, start=first):
        for key, value in row.items():
            sheet.cell(number, keys.index(key) + 1).value = value


def signed(**more: str | None) -> dict[str, str | None]:
    return {"who": "再犯防止担当", "why": "報告書で確かめたため", **more}


def cell_with(sheet: Worksheet, words: str) -> str:
    (where,) = (cell.coordinate for row in sheet.iter_rows() for cell in row if words in str(cell.value))
    return where


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return report_of(tmp_path_factory.mktemp("report"), table(GOOD, SECOND))


@pytest.fixture(scope="module")
def want(report: Path) -> Tables:
    """What the table holds that nobody corrected."""
    return read_records(report.parent.parent / "取組状況.txt")


@pytest.fixture
def book(report: Path) -> Workbook:
    return openpyxl.load_workbook(report)


class Sent:
    """A workbook on its way back."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def build(self, book: Workbook, name: str = "corrected") -> Release:
        book.save(self.place / f"{name}.xlsx")
        return build([self.place / f"{name}.xlsx"], self.place / name, Settings(all_places=False))


@pytest.fixture
def sent(tmp_path: Path) -> Sent:
    return Sent(tmp_path)


def test_nothing_changed_is_nothing_corrected(book: Workbook, sent: Sent, want: Tables) -> None:
    release = sent.build(book)
    assert without_places(read_tables(release.path)) == without_places(want)
    assert "corrections" not in release.manifest["counts"]
    assert ask(release, "?c a tsu:Correction") == []
    assert one(release, "?a tsu:revises/tsu:fileName ?b . ?a prov:wasRevisionOf/tsu:fileName ?b")["b"] == "取組状況.txt"


# -- cells of the table -----------------------------------------------------------------------------------------------------------------------


def test_a_sum_is_corrected(tmp_path: Path, sent: Sent) -> None:
    book = openpyxl.load_workbook(report_of(tmp_path, table(BAD, SECOND)))
    sheet = book["令和元年度開始分"]
    where = cell_with(sheet, "女性：5人")
    comment = sheet[where].comment
    assert comment is not None
    assert "【警告】内訳の合計 6 + 5 = 11人 が総数 10人 と一致しません。" in comment.text
    assert str(book["所見"]["E2"].value).endswith(f"!{where}")
    before = str(sheet[where].value)
    after = before.replace("女性：5人", "女性：4人")
    sheet[where] = after
    release = sent.build(book)
    assert read_tables(release.path)["findings"] == []
    assert release.manifest["counts"].get("corrections") == {"cells": 1}
    told = one(
        release,
        "?c a tsu:Correction, prov:Activity ; tsu:textBefore ?was ; tsu:textAfter ?is ; tsu:cell ?cell ; tsu:row ?row ; tsu:column ?column ;"
        " tsu:correctsDocument/tsu:fileName ?original ; prov:used/tsu:sha256 ?sum ; tsu:inDocument/tsu:fileName ?workbook",
    )
    assert (told["was"], told["is"]) == (before, after)
    assert (told["cell"], told["row"], told["column"]) == (f"令和元年度開始分!{where}", where[1:], "6")
    assert (told["original"], told["workbook"]) == ("取組状況.txt", "corrected.xlsx")
    assert told["sum"] == open_source(tmp_path / "取組状況.txt").sha256
    linked = ask(
        release, f"?x tsu:correctedBy <{told['c']}> ; prov:wasInfluencedBy <{told['c']}> ; a ?kind FILTER(STRSTARTS(STR(?kind), STR(tsu:)))"
    )
    kinds = {
        kind: {row["x"] for row in linked if row["kind"].endswith(f"#{kind}")} for kind in ("Outcome", "SourcePassage", "Finding", "Cue")
    }
    assert {outcome.rpartition("/")[2] for outcome in kinds["Outcome"]} == {"1-01", "1-04", "1-05", "1-06"}
    assert len(kinds["SourcePassage"]) > 10
    assert kinds["Finding"] == kinds["Cue"] == set()


def test_who_and_why_are_told_of_one_cell_or_of_all(book: Workbook, sent: Sent) -> None:
    sheet = book["令和元年度開始分"]
    sheet["F3"] = str(sheet["F3"].value).replace("計3回", "計4回")
    sheet["C4"] = "地域福祉課"
    fill(
        book,
        signed(property="欄の文字", when="令和3年2月10日"),
        signed(item="'令和元年度開始分'!$C$4", property="欄の文字", who="地域福祉課", why="改組のため"),
    )
    release = sent.build(book)
    rows = ask(release, "?c tsu:cell ?cell ; tsu:corrector ?who ; tsu:correctionReason ?why OPTIONAL { ?c tsu:correctedOn ?when }")
    assert {row["cell"].rpartition("!")[2]: (row["who"], row["why"], row["when"]) for row in rows} == {
        "C4": ("地域福祉課", "改組のため", ""), "F3": ("再犯防止担当", "報告書で確かめたため", "2021-02-10"),
    }  # fmt: skip
    assert {row["x"].rpartition("/")[2] for row in ask(release, "?x a tsu:Department ; tsu:correctedBy ?c")} == {"地域福祉課"}


def test_rows_that_are_put_in_or_taken_out_move_no_others(book: Workbook, sent: Sent) -> None:
    sheet = book["令和元年度開始分"]
    sheet.insert_rows(4)
    for column, text in ((4, "(公社) 見本士会"), (5, "③福祉サービスの利用に向けた相談支援を実施。"), (6, "■支援実施人数 計7人")):
        sheet.cell(4, column).value = text
    sheet["F5"] = str(sheet["F5"].value).replace("計2回", "計9回")
    release = sent.build(book)
    rows = ask(release, "?c tsu:cell ?cell ; tsu:textBefore ?was ; tsu:textAfter ?is")
    assert {row["cell"].rpartition("!")[2]: (row["was"], row["is"]) for row in rows} == {
        "D4": ("", "(公社) 見本士会"), "E4": ("", "③福祉サービスの利用に向けた相談支援を実施。"), "F4": ("", "■支援実施人数 計7人"),
        "F5": ("■会議開催回数 計2回", "■会議開催回数 計9回"),
    }  # fmt: skip
    again = openpyxl.load_workbook(sent.place / "corrected.xlsx")
    again["令和元年度開始分"].delete_rows(4, 2)
    gone = sent.build(again, "gone")
    assert [row["cohort"] for row in read_tables(gone.path)["projects"]] == ["R1"]
    rows = ask(gone, "?c tsu:textBefore ?was ; tsu:textAfter ''")
    assert [row["was"] for row in rows if "福岡" in row["was"]] == ["福岡県"]
    assert len(rows) == 6


def test_a_sheet_may_be_renamed_and_one_put_beside_it(book: Workbook, sent: Sent) -> None:
    names = {"令和元年度開始分": "表", "所見": "所見（済）", "訂正": "訂正依頼", "項目": "a", "符号": "b"}
    for old, new in names.items():
        book[old].title = new
        for defined in book.defined_names.values():
            defined.attr_text = str(defined.attr_text).replace(f"'{old}'!", f"'{new}'!")
    book["表"]["F4"] = "■会議開催回数 計3回"
    book["訂正依頼"]["A10"], book["訂正依頼"]["D10"], book["訂正依頼"]["G10"] = ITEM, "種類", "planning"
    book["訂正依頼"]["H10"], book["訂正依頼"]["I10"] = "担当", "理由"
    release = sent.build(book)
    assert read_tables(release.path)["findings"] == []
    assert release.manifest["counts"].get("corrections") == {"cells": 1, "codes": 1}


# -- codes ------------------------------------------------------------------------------------------------------------------------------------


def codes(release: Release, item: str, name: str) -> set[str]:
    rows = ask(release, f"?x tsu:{name}/skos:notation ?y FILTER(STRENDS(STR(?x), '{item}'))")
    return {row["y"] for row in rows}


def test_codes_are_corrected(book: Workbook, sent: Sent) -> None:
    fill(
        book,
        signed(item=ITEM, property="種類", read="consultation", correct="同行・寄り添い（accompaniment）", when="2021-02-10"),
        signed(item=f"https://w3id.org/tsunagi/id/{ITEM}", property="target group", correct="障害のある人"),
        signed(item=ITEM, property="targetGroup", read="elderly"),
        signed(item=FIGURE, property="数え方", correct="nobe"),
        signed(item=FIGURE, property="結果の段階", read="output", correct="outcome"),
    )
    release = sent.build(book)
    assert release.manifest["counts"].get("corrections") == {"codes": 5}
    assert read_tables(release.path)["findings"] == []
    types = codes(release, ITEM, "interventionType")
    assert "accompaniment" in types
    assert "consultation" not in types
    assert codes(release, ITEM, "targetGroup") == {"disabled"}
    assert codes(release, FIGURE, "countingMethod") == {"nobe"}
    assert codes(release, FIGURE, "resultLevel") == {"outcome"}
    told = one(
        release,
        "?x tsu:correctedBy ?c ; a tsu:Intervention . ?c tsu:correctedProperty tsu:interventionType ; tsu:codeBefore/skos:notation ?was ;"
        " tsu:codeAfter/skos:notation ?is ; tsu:corrector ?who ; tsu:correctionReason ?why ; tsu:correctedOn ?when ; tsu:cell ?cell ; tsu:overruledCue ?cue ."
        " ?cue <http://www.w3.org/ns/oa#hasSelector>/<http://www.w3.org/ns/oa#exact> ?words . FILTER NOT EXISTS { ?x tsu:decidedBy ?cue }",
    )
    assert (told["was"], told["is"], told["words"]) == ("consultation", "accompaniment", "相談支援")
    assert (told["who"], told["why"], told["when"]) == ("再犯防止担当", "報告書で確かめたため", "2021-02-10")
    new = one(
        release,
        f"?x tsu:decidedBy ?cue ; a tsu:Intervention . ?cue tsu:correctedBy <{told['c']}> ; tsu:wasReadFrom/tsu:role/skos:notation ?role",
    )
    assert new["role"] == "correction"
    command = [sys.executable, "-m", "kg", "explain", ITEM, "tsu:interventionType", "code/intervention-type/accompaniment", "--lang", "ja"]
    shown = subprocess.run([*command, "--release", str(release.path)], capture_output=True, text=True, encoding="utf-8", check=True).stdout
    assert "訂正!G10" in shown
    info = subprocess.run(
        [sys.executable, "-m", "kg", "info", "--release", str(release.path), "--lang", "en"], capture_output=True, text=True, check=True
    )
    assert "corrections: 0 cells, 5 codes" in info.stdout


def test_a_correction_may_be_corrected(book: Workbook, sent: Sent) -> None:
    before = signed(item=FIGURE, property="結果の段階", read="output")
    fill(
        book,
        {**before, "correct": "outcome"},
        {**before, "read": "outcome", "correct": "output"},
        {**before, "read": None, "correct": "activity"},
    )
    release = sent.build(book)
    assert read_tables(release.path)["findings"] == []
    assert codes(release, FIGURE, "resultLevel") == {"activity"}
    rows = ask(
        release,
        "?c tsu:codeBefore/skos:notation ?was ; tsu:codeAfter/skos:notation ?is ; tsu:overruledCue/tsu:decidedCode/skos:notation ?overruled",
    )
    assert [(row["was"], row["is"], row["overruled"]) for row in rows] == [
        ("output", "outcome", "output"), ("outcome", "output", "outcome"), ("output", "activity", "output"),
    ]  # fmt: skip
    assert len(ask(release, "?cue a tsu:Cue ; tsu:correctedBy ?c")) == 1


WRONG: list[tuple[dict[str, str | None], str]] = [
    ({"property": "種類", "correct": "planning"}, "項目の番号がありません"),
    ({"item": "intervention/x/R1/430005/2020-12/1-1", "property": "種類", "correct": "planning"}, "この表にありません"),
    ({"item": ITEM, "correct": "planning"}, "「何を」を次から選んでください"),
    ({"item": ITEM, "property": "天気", "correct": "planning"}, "「天気」は訂正できる項目ではありません"),
    ({"item": ITEM, "property": "種類", "correct": "宇宙"}, "「宇宙」は「種類」の符号にありません"),
    ({"item": ITEM, "property": "種類", "read": "宇宙", "correct": "planning"}, "「宇宙」は「種類」の符号にありません"),
    ({"item": ITEM, "property": "種類"}, "正しい符号がありません"),
    (
        {"item": ITEM, "property": "種類", "read": "planning", "correct": "housing-support"},
        "読み取られた符号は「planning」ではありません",
    ),
    ({"item": ITEM, "property": "対象", "correct": "elderly"}, "「elderly」はすでに付いています"),
    ({"item": ITEM, "property": "数え方", "correct": "nobe"}, "「数え方」は事業内容の項目ではありません"),
    ({"item": FIGURE, "property": "対象", "correct": "elderly"}, "「対象」は活動実績の項目ではありません"),
    ({"item": FIGURE, "property": "状況", "read": "actual"}, "「状況」の符号は一つは必要です"),
    ({"item": FIGURE, "property": "内訳の種類", "correct": "subset"}, "内訳でない数値に内訳の符号は付きません"),
    ({"item": ITEM, "property": "種類", "correct": "planning", "when": "いつか"}, "日付「いつか」を読めません"),
    ({"item": ITEM, "property": "種類", "correct": "planning", "when": "令和2年"}, "日付「令和2年」を読めません"),
    ({"item": ITEM, "property": "種類", "correct": "planning", "who": None}, "訂正した人を書いてください"),
    ({"item": ITEM, "property": "種類", "correct": "planning", "why": "  "}, "理由を書いてください"),
    ({"item": "令和元年度開始分!F3", "property": "欄の文字"}, "欄「令和元年度開始分!F3」の文字は書き直されていません"),
]  # fmt: skip


@pytest.fixture(scope="module")
def refused(report: Path, tmp_path_factory: pytest.TempPathFactory) -> Release:
    """A build from a workbook in which every row of the corrections is wrong."""
    book = openpyxl.load_workbook(report)
    fill(book, *({**signed(), **row} for row, _ in WRONG))
    return Sent(tmp_path_factory.mktemp("refused")).build(book)


@pytest.mark.parametrize("number", range(len(WRONG)), ids=lambda number: WRONG[number][1])
def test_a_row_that_cannot_be_applied_is_a_finding_at_its_row(refused: Release, number: int) -> None:
    row = 10 + number
    (finding,) = (f for f in read_tables(refused.path)["findings"] if re.fullmatch(rf"訂正![A-J]{row}:0", f["source_start"]))
    assert finding["message_ja"].startswith(f"訂正の {row} 行目は反映していません。")
    assert WRONG[number][1] in finding["message_ja"]
    assert finding["message_en"].startswith(f"row {row} of the corrections was not applied: ")
    assert (finding["severity"], finding["kind"]) == ("warning", "other")


def test_rows_that_cannot_be_applied_change_nothing(refused: Release, want: Tables) -> None:
    tables = read_tables(refused.path)
    assert len(tables["findings"]) == len(WRONG)
    tables["findings"] = []
    assert without_places(tables) == without_places(want)
    assert "corrections" not in refused.manifest["counts"]


@pytest.mark.parametrize(
    ("change", "missing", "where"),
    [
        (lambda sheet: sheet.delete_rows(9), "項目の番号（ID） / item (ID)", "訂正!A1"),
        (lambda sheet: setattr(sheet["G9"], "value", "正しい"), "「正しい符号 / correct code」が", "訂正!A9"),
        (lambda sheet: setattr(sheet["A9"], "value", None), "「項目の番号（ID） / item (ID)」が", "訂正!A9"),
    ],
)
def test_headings_that_were_changed_are_told_once(
    change: Callable[[Worksheet], object], missing: str, where: str, book: Workbook, sent: Sent, want: Tables
) -> None:
    """Nobody can tell then what stands in which column; what was written there stays as text."""
    fill(book, signed(item=ITEM, property="種類", correct="planning"), signed(item=ITEM, property="対象", correct="elderly"))
    change(book["訂正"])
    release = sent.build(book)
    tables = read_tables(release.path)
    (finding,) = tables["findings"]
    assert missing in finding["message_ja"]
    assert finding["message_ja"].endswith("見出しを元の文字に戻してください。")
    assert finding["source_start"] == f"{where}:0"
    assert ask(release, '?passage a tsu:SourcePassage ; <http://www.w3.org/ns/oa#hasSelector>/<http://www.w3.org/ns/oa#exact> "planning"')
    assert tables["interventions"] == [{**row, **{key: now[key] for key in row if key.startswith("source_")}}
                                       for row, now in zip(want["interventions"], tables["interventions"], strict=True)]  # fmt: skip


# -- the next round -----------------------------------------------------------------------------------------------------------------------------


@pytest.mark.full
def test_a_second_round_keeps_what_the_first_corrected(book: Workbook, sent: Sent, tmp_path: Path) -> None:
    sheet = book["令和元年度開始分"]
    sheet["F4"] = "■会議開催回数 計3回"
    fill(book, signed(item=ITEM, property="種類", correct="planning"), signed(property="欄の文字"))
    first = sent.build(book)
    again = openpyxl.load_workbook(written(first.path, tmp_path / "again")[0])
    again["令和元年度開始分"]["F4"] = "■会議開催回数 計4回"
    again["令和元年度開始分"].insert_rows(1)
    second = sent.build(again, "second")
    assert second.manifest["counts"].get("corrections") == {"cells": 2, "codes": 1}
    assert "planning" in codes(second, ITEM, "interventionType")
    rows = ask(
        second,
        "?x a tsu:Outcome ; tsu:correctedBy ?c . ?c tsu:textBefore ?was ; tsu:textAfter ?is ; tsu:inDocument/tsu:fileName ?file ; tsu:correctsDocument/tsu:fileName ?of",
    )
    assert {(row["was"], row["is"], row["file"], row["of"]) for row in rows} == {
        ("■会議開催回数 計2回", "■会議開催回数 計3回", "corrected.xlsx", "取組状況.txt"),
        ("■会議開催回数 計3回", "■会議開催回数 計4回", "second.xlsx", "corrected.xlsx"),
    }
    assert one(second, "?c tsu:textAfter '■会議開催回数 計3回' ; tsu:corrector ?who")["who"] == "再犯防止担当"
    assert [row["b"] for row in ask(second, "?a tsu:fileName 'corrected.xlsx' ; tsu:revises/tsu:fileName ?b")] == ["取組状況.txt"]
    third = sent.build(openpyxl.load_workbook(written(second.path, tmp_path / "once more")[0]), "third")
    assert third.manifest["counts"].get("corrections") == {"cells": 2, "codes": 1}
    assert without_places(read_tables(third.path)) == without_places(read_tables(second.path))


# -- what may happen on the way -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["x", "", "9999999999999999999999999"])
@pytest.mark.parametrize("first", [2, 4, 9], ids=lambda first: f"from row {first}")
def test_a_hidden_sheet_that_was_written_in_is_refused(book: Workbook, tmp_path: Path, text: str, first: int) -> None:
    for row in book[HIDDEN].iter_rows(min_row=first):
        for cell in row[1:]:
            cell.value = text
    for name in list(book.defined_names):
        del book.defined_names[name]
    book.save(tmp_path / "t.xlsx")
    with pytest.raises(SourceFormatError) as refused:
        build([tmp_path / "t.xlsx"], tmp_path / "release", Settings(all_places=False))
    assert "_tsunagi" in refused.value.message.ja
    assert "_tsunagi" in refused.value.message.en


def test_without_its_hidden_sheet_codes_are_corrected_and_changed_cells_are_unknown(book: Workbook, sent: Sent) -> None:
    del book[HIDDEN]
    book["令和元年度開始分"]["F4"] = "■会議開催回数 計3回"
    fill(book, signed(item=ITEM, property="種類", correct="planning"))
    release = sent.build(book)
    assert release.manifest["counts"].get("corrections") == {"codes": 1}
    assert ["隠しシート「_tsunagi」がなくなっています" in row["message_ja"] for row in read_tables(release.path)["findings"]] == [True]


def test_without_all_that_was_added_it_is_a_workbook_like_any_other(book: Workbook, tmp_path: Path, want: Tables) -> None:
    del book[HIDDEN]
    for name in ("所見", "訂正", "項目", "符号"):
        del book[name]
    for name in list(book.defined_names):
        del book.defined_names[name]
    book.save(tmp_path / "t.xlsx")
    assert open_source(tmp_path / "t.xlsx").returned is None
    assert without_places(read_records(tmp_path / "t.xlsx")) == without_places(want)


@pytest.fixture
def office() -> str:
    found = shutil.which("soffice")
    if found is None:
        pytest.skip("needs system package libreoffice-calc")
    return found


def test_libreoffice_may_save_it(office: str, book: Workbook, sent: Sent, tmp_path: Path) -> None:
    book["令和元年度開始分"]["F4"] = "■会議開催回数 計3回"
    fill(book, signed(item=ITEM, property="種類", correct="planning", when="2021-02-10"))
    book.save(tmp_path / "corrected.xlsx")
    saved = tmp_path / "saved"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(saved), str(tmp_path / "corrected.xlsx")]
    subprocess.run(command, capture_output=True, check=True, timeout=300)
    release = build([saved / "corrected.xlsx"], tmp_path / "release", Settings(all_places=False))
    assert release.manifest["counts"].get("corrections") == {"cells": 1, "codes": 1}
    want = sent.build(book, "want")
    assert without_places(read_tables(release.path)) == without_places(read_tables(want.path))
    form = openpyxl.load_workbook(saved / "corrected.xlsx", data_only=True)["訂正"]
    assert [form.cell(10, column).value for column in (2, 3)] == [
        "熊本県",
        "高齢者に対し、社会福祉士が福祉サービスの利用に向けた相談支援を実施。",
    ]
    assert "planning" not in str(form.cell(10, 5).value)
    assert "consultation" in str(form.cell(10, 5).value)
