"""A changed source changes what it should, shows the finding it should, and leaves all else as it was."""

from __future__ import annotations

import codecs
import unicodedata
from collections import Counter
from collections.abc import Callable

import pytest

from tests.conftest import BuildText, Tables

PLACES = ("source_start", "source_end")
TITLE_R1 = "地域再犯防止推進モデル事業における取組状況等について【令和元年度開始分】"


def rows(tables: Tables, name: str, municipality: str | None = None, *, other: bool = False) -> Counter[tuple[tuple[str, str], ...]]:
    """Rows of a table without what moves when characters are added, of one government or of all others."""
    moving = {*PLACES, "finding_id", "outcome_id", "breakdown_of"}
    return Counter(
        tuple((key, value) for key, value in row.items() if key not in moving)
        for row in tables[name]
        if municipality is None or (row["municipality"] == municipality) != other
    )


def kinds(tables: Tables, municipality: str) -> Counter[str]:
    return Counter(row["kind"] for row in tables["findings"] if row["municipality"] == municipality)


def unchanged_elsewhere(before: Tables, after: Tables, municipality: str, *tables: str) -> None:
    for name in tables or ("projects", "commissions", "interventions", "outcomes", "findings"):
        assert rows(after, name, municipality, other=True) == rows(before, name, municipality, other=True), name


def figure(tables: Tables, municipality: str, indicator: str) -> dict[str, str]:
    (row,) = [row for row in tables["outcomes"] if row["municipality"] == municipality and row["indicator"] == indicator]
    return row


@pytest.mark.parametrize(
    ("municipality", "old", "new", "kind"),
    [
        ("岩手県", "入口支援：28人", "入口支援：29人", "sum-mismatch"),
        ("愛知県", "検察：5人", "検察：6人", "sum-mismatch"),
        ("滋賀県", "女性：19人", "女性：20人", "sum-mismatch"),
        ("兵庫県", "延べ246人", "延べ247人", "sum-mismatch"),
        ("熊本市", "R2.2(470部)", "R2.2(471部)", "sum-mismatch"),
        ("福岡県", "出口支援：1件", "出口支援：2件", "sum-mismatch"),
        ("長崎県", "うち薬物事犯者 4人", "うち薬物事犯者 91人", "part-exceeds-total"),
        ("愛媛県", "就労に結びついた者11人", "就労に結びついた者28人", "part-exceeds-total"),
        ("明石市", "（フォーラム参加者 計250人）", "（フォーラム参加者 計2,500人）", "part-exceeds-total"),
        ("長野県", "■協議会開催回数（R2.12月末時点） 計6回", "■協議会開催回数（R5.12月末時点） 計6回", "suspicious-date"),
        ("香川県", "■支援実施人数 計16人 (R2.12月末時点)", "■支援実施人数 計16人 (H12.12月末時点)", "suspicious-date"),
        ("鳥取県", "計83人（R2.12末時点）", "計83人（R2.13末時点）", "suspicious-date"),
        ("鳥取県", "計83人（R2.12末時点）", "計83艘（R2.12末時点）", "other"),
        ("埼玉県", "7\t埼玉県", "7\t埼王県", "name-suspect"),
        ("宮城県", "■ 参加者数 延べ1,293人", "■ 参加人数 延べ1,293人", None),
        ("千葉県", "労務場留置者", "労役場留置者", None),
    ],
)
def test_one_change_one_finding(
    source_text: str, embedded: Tables, build_text: BuildText, municipality: str, old: str, new: str, kind: str | None
) -> None:
    assert old in source_text
    assert old != new
    after = build_text(source_text.replace(old, new, 1))
    name = "埼王県" if "王" in new else municipality
    if kind is None:
        assert not kinds(after, municipality) - kinds(embedded, municipality)
    else:
        assert kinds(after, name) - kinds(embedded, municipality) == Counter([kind])
    if name == municipality:
        unchanged_elsewhere(embedded, after, municipality)


def test_a_date_out_of_step_says_with_what(source_text: str, embedded: Tables, build_text: BuildText) -> None:
    (beside,) = [row for row in embedded["findings"] if row["municipality"] == "愛知県" and row["kind"] == "suspicious-date"]
    assert "同じ自治体の次の日付（2020-09-30）" in beside["message_ja"]
    changed = source_text.replace("計83人（R2.12末時点）", "計83人（H30.6末時点）").replace("計4回（R2.12末時点）", "計4回（H30.6末時点）")
    alone = [row for row in build_text(changed)["findings"] if row["municipality"] == "鳥取県"]
    assert len(alone) == 2
    assert all("この表の日付（2020-12-31）" in row["message_ja"] for row in alone)


def test_a_corrected_word_loses_its_finding(source_text: str, embedded: Tables, build_text: BuildText) -> None:
    after = build_text(source_text.replace("労務場", "労役場").replace("R2.2月末時点", "R2.9月末時点"))
    assert kinds(embedded, "千葉県") - kinds(after, "千葉県") == Counter(["name-suspect"])
    assert kinds(embedded, "愛知県") - kinds(after, "愛知県") == Counter(["suspicious-date"])


@pytest.mark.parametrize(
    ("municipality", "old", "new", "indicator", "value"),
    [
        ("大阪府", "■支援実施人数 計14人（R2.12末時点）", "■相談した人数 計１４人（R2.12末時点）", "相談した人数", "14"),
        ("鳥取県", "計83人", "計八十三人", "支援実施人数", "83"),
        ("宮城県", "延べ1,293人", "延べ千二百九十三人", "参加者数", "1293"),
        ("北九州市", "計1,459件", "計１，４５９件", "支援実施件数", "1459"),
        ("北九州市", "計1,459件", "計1459件", "支援実施件数", "1459"),
    ],
)
def test_a_figure_is_the_same_however_it_is_written(
    source_text: str, embedded: Tables, build_text: BuildText, municipality: str, old: str, new: str, indicator: str, value: str
) -> None:
    after = build_text(source_text.replace(old, new, 1))
    assert figure(after, municipality, indicator)["value"] == value
    unchanged_elsewhere(embedded, after, municipality)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("—", "―").encode("cp932"),
        lambda text: codecs.BOM_UTF8 + text.encode(),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: codecs.BOM_UTF8 + text.replace("\n", "\r\n").encode(),
        lambda text: text.encode("utf-16"),
        lambda text: unicodedata.normalize("NFD", text).encode(),
        lambda text: text.replace("ダルク", "ﾀﾞﾙｸ").encode(),
        lambda text: text.replace("\n自治体名", "\n\f自治体名").encode(),
    ],
    ids=["cp932", "bom", "crlf", "bom and crlf", "utf-16", "nfd", "half-width katakana", "form feeds"],
)
def test_how_a_text_is_encoded_changes_no_record(
    source_text: str, embedded: Tables, build_text: BuildText, change: Callable[[str], bytes]
) -> None:
    after = build_text(change(source_text))
    for name in ("projects", "commissions", "interventions", "outcomes", "findings"):
        got, want = rows(after, name), rows(embedded, name)
        assert _alike(got) == _alike(want), name


def _alike(counter: Counter[tuple[tuple[str, str], ...]]) -> Counter[tuple[tuple[str, str], ...]]:
    """Rows in which the dash of cp932 and half-width katakana are what they stand for."""
    return Counter(tuple((k, v.replace("―", "—").replace("ﾀﾞﾙｸ", "ダルク")) for k, v in row) for row in counter.elements())


def test_tables_in_the_other_order(source_text: str, embedded: Tables, build_text: BuildText) -> None:
    head, tail = source_text.split("\n" + TITLE_R1)
    after = build_text(TITLE_R1 + tail + "\n" + head)
    for name in ("projects", "commissions", "interventions", "outcomes", "findings"):
        assert rows(after, name) == rows(embedded, name), name


def test_the_table_given_twice_counts_once(source_text: str, embedded: Tables, build_text: BuildText) -> None:
    after = build_text(source_text + "\n" + source_text)
    for name in ("projects", "commissions", "interventions", "outcomes"):
        assert rows(after, name) == rows(embedded, name), name
    new = rows(after, "findings") - rows(embedded, "findings")
    assert {dict(row)["kind"] for row in new} == {"other"}
    assert sum(new.values()) == 36


def test_the_same_file_given_twice_is_one_document(source_text: str, embedded: Tables, build_text: BuildText) -> None:
    after = build_text(source_text, source_text)
    assert after == embedded


def test_two_editions_live_side_by_side(source_text: str, embedded: Tables, build_text: BuildText) -> None:
    later = source_text.replace("令和2年12月末現在", "令和3年3月末現在")
    after = build_text(source_text, later)
    assert len(after["outcomes"]) == 2 * len(embedded["outcomes"])
    for name, key in (("commissions", "commission_id"), ("interventions", "intervention_id"), ("outcomes", "outcome_id")):
        assert len({row[key] for row in after[name]}) == len(after[name])


# -- rows that leaked ------------------------------------------------------------------------------------------------------------------------

ITEM_OF_NAGANO = "②圏域ごとに、制度周知や福祉関係者と司法関係者との相互理解のための研修会を開催。"
RESULT_OF_NAGANO = "■研修会開催回数・参加人数（R2.12月末時点） 計28回 計549人"


@pytest.mark.parametrize(
    ("municipality", "at"),
    [
        ("愛知県", "\n13\t名古屋市"),
        ("大阪府", "\n18\t兵庫県"),
        ("広島県", "\n\n自治体名\t担当部署\t再委託先\tモデル事業の取組\t\n\t\t\t主な事業内容\t主な活動実績\n24"),
    ],
)
def test_a_row_copied_below_another_government_is_found_and_not_counted(
    source_text: str, embedded: Tables, build_text: BuildText, municipality: str, at: str
) -> None:
    row = f"\n\t\t\t—\t{ITEM_OF_NAGANO}\t{RESULT_OF_NAGANO}"
    assert ITEM_OF_NAGANO in source_text
    assert at in source_text
    after = build_text(source_text.replace(at, row + at, 1))
    assert kinds(after, municipality) - kinds(embedded, municipality) == Counter(["leaked-row"])
    for name in ("projects", "commissions", "interventions", "outcomes"):
        assert rows(after, name) == rows(embedded, name), name
    unchanged_elsewhere(embedded, after, municipality, "findings")


def test_an_item_and_result_copied_into_the_cells_of_another_row(source_text: str, embedded: Tables, build_text: BuildText) -> None:
    row = next(line for line in source_text.split("\n") if line.startswith("25\t香川県"))
    changed = row.replace("研修会等を開催。\t", f"研修会等を開催。 {ITEM_OF_NAGANO}\t") + f" {RESULT_OF_NAGANO}"
    after = build_text(source_text.replace(row, changed))
    assert kinds(after, "香川県") - kinds(embedded, "香川県") == Counter(["leaked-row"])
    for name in ("projects", "commissions", "interventions", "outcomes"):
        assert rows(after, name) == rows(embedded, name), name
    leaked = [r for r in after["passages"] if r["role"] == "leaked"]
    assert len(leaked) == len([r for r in embedded["passages"] if r["role"] == "leaked"]) + 2


def test_what_two_governments_say_alike_with_other_results_is_no_leak(source_text: str, embedded: Tables, build_text: BuildText) -> None:
    other = RESULT_OF_NAGANO.replace("28", "5").replace("549", "50")
    line = f"\n\t\t\t—\t{ITEM_OF_NAGANO.replace('②', '③')}\t{other}"
    at = "\n18\t兵庫県"
    after = build_text(source_text.replace(at, line + at, 1))
    assert kinds(after, "大阪府")["leaked-row"] == 0
    assert len(after["commissions"]) == len(embedded["commissions"]) + 1


# -- columns -----------------------------------------------------------------------------------------------------------------------------------


def page(text: str, first: str, last: str) -> tuple[str, str, str]:
    begin, end = text.index(first), text.index(last)
    return text[:begin], text[begin:end], text[end:]


@pytest.mark.parametrize(
    "change",
    [
        lambda part: "\n".join(line.removeprefix("\t") for line in part.split("\n")),
        lambda part: "\n".join("\t" + line if line else line for line in part.split("\n")),
        lambda part: "\n".join(line.replace("\t", " ", 1) if line[:1].isdigit() else line for line in part.split("\n")),
        lambda part: "\n".join(line + "\t" if line else line for line in part.split("\n")),
    ],
    ids=["one empty column less", "one empty column more", "number glued to name", "an empty column behind"],
)
def test_a_page_whose_columns_moved_gives_the_same_records(
    source_text: str, embedded: Tables, build_text: BuildText, change: Callable[[str], str]
) -> None:
    head, part, tail = page(source_text, "6\t栃木県", "\n\n\t自治体名")
    after = build_text(head + change(part) + tail)
    for name in ("projects", "commissions", "interventions", "outcomes"):
        assert rows(after, name) == rows(embedded, name), name


def test_a_page_without_its_departments_keeps_all_else(source_text: str, embedded: Tables, build_text: BuildText) -> None:
    head, part, tail = page(source_text, "6\t栃木県", "\n\n\t自治体名")
    lines = [line.split("\t") for line in part.split("\n")]
    after = build_text(head + "\n".join("\t".join(cells[:2] + cells[3:]) for cells in lines) + tail)
    for name in ("projects", "interventions", "outcomes"):
        assert rows(after, name) == rows(embedded, name), name
    assert {row["department"] for row in after["commissions"] if row["municipality"] == "栃木県"} == {""}


def test_a_project_without_results_says_so(source_text: str, embedded: Tables, build_text: BuildText) -> None:
    row = next(line for line in source_text.split("\n") if line.startswith("25\t香川県"))
    after = build_text(source_text.replace(row, row.rsplit("\t", 1)[0] + "\t"))
    assert kinds(after, "香川県") == Counter(["missing-result"])
    assert not [r for r in after["outcomes"] if r["municipality"] == "香川県"]
    unchanged_elsewhere(embedded, after, "香川県")


def test_an_ambiguous_name_stays_undecided_until_its_prefecture_says_which(source_text: str, build_text: BuildText) -> None:
    undecided = build_text(source_text.replace("25\t香川県 ", "25\t府中市 "))
    (project,) = [row for row in undecided["projects"] if row["municipality"] == "府中市"]
    assert project["municipality_code"] == ""
    assert any("東京都府中市" in row["message_ja"] for row in undecided["findings"] if row["municipality"] == "府中市")
    decided = build_text(source_text.replace("25\t香川県 ", "25\t広島県府中市 "))
    (project,) = [row for row in decided["projects"] if row["municipality"] == "広島県府中市"]
    assert (project["municipality_code"], project["municipality_kind"]) == ("342084", "city")


def test_another_programme_and_cohort_need_no_code(source_text: str, build_text: BuildText) -> None:
    other = (
        source_text.replace("地域再犯防止推進モデル事業における", "地域再犯防止推進事業における")
        .replace("平成30年度開始分", "令和5年度開始分")
        .replace("令和2年12月末現在", "令和7年3月末現在")
    )
    after = build_text(other)
    first = after["projects"][0]
    assert (first["programme"], first["cohort"], first["start_fiscal_year"]) == ("地域再犯防止推進事業", "R5", "2023")
    assert first["project_id"] == "https://w3id.org/tsunagi/id/project/地域再犯防止推進事業/R5/010006"


def test_prose_in_the_middle_stays_as_unread_text(source_text: str, embedded: Tables, build_text: BuildText) -> None:
    after = build_text(source_text.replace("\n25\t香川県", "\nこの行は表ではない。\n25\t香川県"))
    unread = [row for row in after["passages"] if row["role"] == "unread"]
    assert len(unread) == 1
    assert kinds(after, "山口県") - kinds(embedded, "山口県") == Counter(["unread-text"])
    for name in ("projects", "commissions", "interventions", "outcomes"):
        assert rows(after, name) == rows(embedded, name), name


# -- found by adversaries ----------------------------------------------------------------------------------------------------------------------


def test_a_corrected_file_beside_the_old_one_is_said_and_counted_once(source_text: str, embedded: Tables, build_text: BuildText) -> None:
    after = build_text(source_text, source_text.replace("入口支援：28人", "入口支援：29人"))
    for name in ("projects", "commissions", "interventions", "outcomes"):
        assert rows(after, name) == rows(embedded, name), name
    assert sum("二度目" in row["message_ja"] for row in after["findings"]) == 36


def test_two_editions_share_their_projects(source_text: str, build_text: BuildText) -> None:
    later = source_text.replace("令和2年12月末現在", "令和3年3月末現在")
    after = build_text(source_text, later)
    assert len(after["projects"]) == len({row["project_id"] for row in after["projects"]}) == 36
    assert {row["commission_id"].split("/")[-2] for row in after["commissions"]} == {"2020-12", "2021-03"}


@pytest.mark.parametrize(
    "prose",
    [
        "モデル事業の実施状況は次のとおり。",
        "この一覧は、モデル事業の取組状況を示すもので、令和2年12月末現在の概要である。",
        "地域再犯防止推進モデル事業の取組は、令和3年度から開始する予定である。",
    ],
)
def test_prose_is_no_title(source_text: str, embedded: Tables, build_text: BuildText, prose: str) -> None:
    after = build_text(source_text.replace("\n3 岩手県", f"\n{prose}\n3 岩手県"))
    assert kinds(after, "旭川市") - kinds(embedded, "旭川市") == Counter(["unread-text"])
    for name in ("projects", "commissions", "interventions", "outcomes"):
        assert rows(after, name) == rows(embedded, name), name


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ("18\t兵庫県\t", "18\t兵庫懸\t", "兵庫懸"),
        ("3 岩手県\t", "3 岩手件\t", "岩手件"),
        ("2\t秋田県 健康福祉部", "2\t秋日県 健康福祉部", "秋日県"),
    ],
)
def test_a_misread_government_keeps_its_rows(
    source_text: str, embedded: Tables, build_text: BuildText, old: str, new: str, name: str
) -> None:
    assert old in source_text
    after = build_text(source_text.replace(old, new, 1))
    right = name[:-1].replace("日", "田") + "県"
    assert kinds(after, name)["name-suspect"] >= 1
    for table in ("interventions", "outcomes"):
        assert sum(row["municipality"] == name for row in after[table]) == sum(row["municipality"] == right for row in embedded[table])
    unchanged = [row for row in embedded["outcomes"] if row["municipality"] != right]
    assert len([row for row in after["outcomes"] if row["municipality"] != name]) == len(unchanged)


def test_a_government_without_content_and_results_is_still_there(source_text: str, embedded: Tables, build_text: BuildText) -> None:
    row = next(line for line in source_text.split("\n") if line.startswith("9\t東京都"))
    after = build_text(source_text.replace(row, "\t".join(row.split("\t")[:4]) + "\t\t"))
    assert [r["municipality"] for r in after["commissions"] if r["municipality"] == "東京都"] == ["東京都"]
    assert kinds(after, "東京都")["missing-result"] == 1
    unchanged_elsewhere(embedded, after, "東京都")


def test_a_table_filled_down_is_the_same_table(source_text: str, embedded: Tables, build_text: BuildText) -> None:
    lines, above = [], ["", "", ""]
    for line in source_text.split("\n"):
        cells = line.split("\t")
        if len(cells) == 6 and cells[0].isdigit():
            above = cells[:3]
        elif len(cells) == 6 and not any(cells[:3]) and cells[4].strip() and "主な" not in line:
            cells = [*above, *cells[3:]]
        lines.append("\t".join(cells))
    after = build_text("\n".join(lines))
    assert lines != source_text.split("\n")
    for name in ("projects", "interventions", "outcomes"):
        assert rows(after, name) == rows(embedded, name), name
    assert len(after["commissions"]) == len(embedded["commissions"])


def test_a_leak_from_one_cohort_to_the_other_is_found(source_text: str, embedded: Tables, build_text: BuildText) -> None:
    item, result = (
        "② 性犯罪や入口支援等の理解促進を目的として、関係者を対象にセミナーを開催。",
        "■ セミナー開催回数・参加人数 (R2.12末時点) 計1回 計101人",
    )
    assert item in source_text
    assert result in source_text
    at = "\n26\t北九州市"
    after = build_text(source_text.replace(at, f"\n\t\t—\t{item}\t{result}{at}"))
    assert kinds(after, "香川県") - kinds(embedded, "香川県") == Counter(["leaked-row"])
    for name in ("commissions", "interventions", "outcomes"):
        assert rows(after, name) == rows(embedded, name), name


def test_an_item_under_three_governments_still_has_one_owner(source_text: str, embedded: Tables, build_text: BuildText) -> None:
    text = source_text
    for at in ("\n18\t兵庫県", "\n13\t名古屋市"):
        text = text.replace(at, f"\n\t\t\t—\t{ITEM_OF_NAGANO}\t{RESULT_OF_NAGANO}{at}")
    after = build_text(text)
    assert [kinds(after, name)["leaked-row"] for name in ("長野県", "大阪府", "愛知県")] == [0, 1, 1]
    for name in ("commissions", "interventions", "outcomes"):
        assert rows(after, name) == rows(embedded, name), name


def test_an_item_that_names_another_government_is_asked_about(source_text: str, build_text: BuildText) -> None:
    tottori = [line for line in source_text.split("\n") if "②鳥取県再犯防止推進計画" in line][1]
    after = build_text(
        "\n".join(
            line
            for index, line in enumerate(source_text.split("\n"))
            if not (line == tottori and index > source_text.split("\n").index(tottori))
        )
    )
    assert kinds(after, "奈良県")["leaked-row"] == 1


@pytest.mark.parametrize(
    ("written", "value", "unit"), [("計4つ", "4", "つ"), ("計4セッション", "4", "セッション"), ("計4か月", "4", "か月"), ("計4", "4", "")]
)
def test_a_figure_with_an_odd_unit_is_kept(
    source_text: str, embedded: Tables, build_text: BuildText, written: str, value: str, unit: str
) -> None:
    after = build_text(source_text.replace("■研修会開催回数・参加人数 計4回 計343人", f"■研修会開催回数・参加人数 {written} 計343人", 1))
    found = [row for row in after["outcomes"] if row["municipality"] == "北海道" and row["indicator"] == "研修会開催回数・参加人数"]
    assert [(row["value"], row["unit"]) for row in found] == [(value, unit), ("343", "人")]
    assert kinds(after, "北海道")["other"] == (0 if unit == "か月" else 1)
    unchanged_elsewhere(embedded, after, "北海道")


def test_a_range_is_no_figure_and_says_so(source_text: str, embedded: Tables, build_text: BuildText) -> None:
    after = build_text(source_text.replace("■研修会開催回数・参加人数 計4回 計343人", "■研修会開催回数・参加人数 計4～5回 計343人", 1))
    assert kinds(after, "北海道") - kinds(embedded, "北海道") == Counter(["unread-text"])
    assert figure(after, "北海道", "研修会開催回数・参加人数")["value"] == "343"


def test_a_missing_second_title_is_noticed(source_text: str, build_text: BuildText) -> None:
    after = build_text(source_text.replace(TITLE_R1 + "（令和2年12月末現在）", ""))
    assert [row["municipality"] for row in after["findings"] if "戻っています" in row["message_ja"]] == ["宮城県"]


def test_a_title_broken_inside_a_word(source_text: str, embedded: Tables, build_text: BuildText) -> None:
    after = build_text(source_text.replace("取組状況等について【令和元年度", "取組\n状況等について【令和元年度"))
    for name in ("projects", "commissions", "outcomes", "findings"):
        assert rows(after, name) == rows(embedded, name), name


@pytest.mark.parametrize(
    "numbers",
    [
        {"①": "(1)", "②": "(2)", "③": "(3)", "④": "(4)"},
        {"①": "1.", "②": "2.", "③": "3.", "④": "4."},
        {"①": "⑴", "②": "⑵", "③": "⑶", "④": "⑷"},
    ],
)
def test_other_ways_to_number(source_text: str, embedded: Tables, build_text: BuildText, numbers: dict[str, str]) -> None:
    lines = source_text.split("\n")
    at = next(index for index, line in enumerate(lines) if "秋田県 健康福祉部" in line)
    for index in range(at, at + 1):
        for old, new in numbers.items():
            lines[index] = lines[index].replace(old, new)
    after = build_text("\n".join(lines))
    for column in ("value", "unit", "indicator", "as_of"):
        assert [r[column] for r in after["outcomes"] if r["municipality"] == "秋田県"] == [
            r[column] for r in embedded["outcomes"] if r["municipality"] == "秋田県"
        ]
    links = [len(r["intervention_ids"].split(";")) for r in after["outcomes"] if r["municipality"] == "秋田県"]
    assert links == [len(r["intervention_ids"].split(";")) for r in embedded["outcomes"] if r["municipality"] == "秋田県"]


def test_a_plan_for_decades_ahead_is_odd(source_text: str, embedded: Tables, build_text: BuildText) -> None:
    after = build_text(source_text.replace("令和3年1月に公開", "令和30年1月に公開"))
    assert kinds(after, "牛久市") - kinds(embedded, "牛久市") == Counter(["suspicious-date"])
