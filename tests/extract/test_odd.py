"""Numbers out of their run, and figures written as nobody would: what is told, and what is not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from kg.extract.tables import extract
from kg.sources.reader import open_source

TITLE = "見本事業における取組状況等について【令和元年度開始分】（令和2年12月末現在）"
HEADER = "自治体名\t担当部署\t再委託先\t主な事業内容\t主な活動実績"
PREFECTURES = ("北海道", "青森県", "岩手県", "宮城県", "秋田県", "山形県")


def told(lines: Sequence[str], place: Path) -> list[tuple[str, str]]:
    (place / "table.txt").write_text("\n".join([TITLE, "", HEADER, *lines, ""]), encoding="utf-8")
    found = [finding for portion in extract([open_source(place / "table.txt")]) for finding in portion.findings]
    return [(finding.municipality, finding.message_en.split(";")[0]) for finding in found if finding.severity == "warning"]


def row(number: str, name: str, items: str = "①研修会を開催。", results: str = "■研修会開催回数 3回") -> str:
    return f"{number}\t{name}\t福祉課\t—\t{items}\t{results}"


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ("1 2 3 4", []),
        ("3 4 5 6", []),
        (["", "", ""], []),
        ("1 2 2 4", [("岩手県", "the number 2 stands twice in a row")]),
        ("1 2 4 5", [("岩手県", "the numbers skip from 2 to 4")]),
        ("1 2 5 4", [("岩手県", "the numbers skip from 2 to 5")]),
        ("1 3 2 4", [("青森県", "the governments numbered 3 and 2 changed places")]),
        ("1 3 2 5", [("青森県", "the governments numbered 3 and 2 changed places"), ("宮城県", "the numbers skip from 3 to 5")]),
        ("1 4 2 3", [("青森県", "the numbers skip from 1 to 4")]),
        ("1 2 1 2", [("岩手県", "the numbers fall back from 2 to 1 without a title between")]),
        (["1", "", "3"], [("青森県", "the number is missing")]),
    ],
    ids=str,
)
def test_the_run_of_governments(numbers: str | list[str], expected: list[tuple[str, str]], tmp_path: Path) -> None:
    given = numbers.split() if isinstance(numbers, str) else numbers
    assert told([row(number, name) for number, name in zip(given, PREFECTURES, strict=False)], tmp_path) == expected


@pytest.mark.parametrize(
    ("items", "results", "expected"),
    [
        ("①研修会を開催。 ②相談を実施。", "■研修会開催回数 3回 ■②相談件数 4件", []),
        ("①研修会を開催。 ②上記①の相談を実施。", "■①研修会開催回数 3回 ■②相談件数 4件", []),
        ("・研修会を開催。 ・相談を実施。", "■①研修会開催回数 3回", []),
        ("①研修会を開催。 ③相談を実施。", "■研修会開催回数 3回", ["the item numbers go from 1 to ③"]),
        ("①研修会を開催。 ②相談を実施。 ②同行を実施。", "■研修会開催回数 3回", ["the item number ② stands twice in a row"]),
        ("①研修会を開催。 ①相談を実施。 ③同行を実施。", "■研修会開催回数 3回", ["the item number ① stands twice in a row"]),
        ("①研修会を開催。 ④相談を実施。 ③同行を実施。", "■研修会開催回数 3回", ["the item numbers go from 1 to ④"]),
        ("①研修会を開催。 ④相談を実施。 ⑤同行を実施。", "■研修会開催回数 3回", ["the item numbers go from 1 to ④"]),
        (
            "①研修会を開催。 ②相談を実施。 ④同行を実施。",
            "■研修会開催回数 3回 ■③同行件数 4件",
            ["the item numbers go from 2 to ④"],
        ),
        ("①研修会を開催。 ②⑦の研修会の修了者を派遣。", "■研修会開催回数 3回", ["⑦ is the number of no item of the programme"]),
        ("①研修会を開催。 ②上記⑤について調査。", "■研修会開催回数 3回", ["⑤ is the number of no item of the programme"]),
        ("①研修会を開催。 ②相談を実施。", "■研修会開催回数 3回（④と同時開催）", ["④ is the number of no item of the programme"]),
        ("①研修会を開催。 ②①の修了者に、上記①の面接を実施。", "■研修会開催回数 3回（②と同時開催）", []),
        ("①研修会を開催。 ②電話①、面接②、同行③、訪問④の支援を実施。", "■研修会開催回数 3回", []),
        ("・研修会を開催。 ・③の修了者を派遣。", "■研修会開催回数 3回", []),
        ("①研修会を開催。 ②相談を実施。", "■④相談件数 4件", ["the result names item 4, which the programme does not have"]),
    ],
    ids=str,
)
def test_the_run_of_items(items: str, results: str, expected: list[str], tmp_path: Path) -> None:
    assert [text for _, text in told([row("1", "岩手県", items, results)], tmp_path)] == expected


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        ("■配布部数 1,459部", []),
        ("■配布部数 12,345,678部", []),
        ("■参加人数 5-10人", ["'5-10人' is a range, no single figure"]),
        ("■参加人数 5～10人", ["'5～10人' is a range, no single figure"]),
        ("■参加人数 14人～10人", ["'14人～10人' is a range, no single figure"]),
        ("■参加人数 延べ?人", ["'延べ?人' has no digits"]),
        ("■参加人数：●●人", ["'●●人' has no digits"]),
        ("■参加人数 計○人", ["'計○人' has no digits"]),
        ("■参加人数 計人", ["'計人' has no digits"]),
        ("■参加人数 計ー人", ["'計ー人' has no digits"]),
        ("■参加者：ー人", ["'ー人' has no digits"]),
        ("■コーディネーター人数 計八人", []),
        ("■サポーター回 3回 集計ー回答 3件", []),
        ("■延べ人数 7人", []),
        ("■研修会 ○人権研修 3回", []),
        ("■参加人数 計3O人", ["'計3O人' cannot be read as a figure"]),
        ("■参加人数 計l9人", ["'計l9人' cannot be read as a figure"]),
        ("■参加人数 計3 9人", ["'計3 9人' cannot be read as a figure"]),
        ("■参加人数 計39.人", ["'計39.人' cannot be read as a figure"]),
        ("■参加人数 計③人", ["'計③人' cannot be read as a figure"]),
        ("■参加人数 計（3）人", ["'計（3）人' cannot be read as a figure"]),
        ("■計画の説明会 約束どおり3回", []),
        ("■参加人数 数十人", ["'数十人' says no definite number"]),
        ("■参加者数 3人", []),
        ("■参加人数 39.5人", ["39.5人 is no whole number, though these are counted one by one"]),
        ("■受講時間 39.5時間", []),
        ("■参加人数 039人", ["039人 begins with a zero"]),
        ("■参加人数 39人人", ["39人人 has two units in a row"]),
        ("■参加人数 39人件数", []),
        ("■参加人数 99999999人", ["99999999人 is more than there can be"]),
        ("■参加人数 39人 【内訳】 入口：28人 出口：11人", []),
        (
            "■参加人数 39人 【内訳】 入口：28回 出口：11人",
            ["the parts add up to 11人, the total says 39人 (28回 is not added, since its unit differs)"],
        ),
        ("■参加人数 39人 【内訳】 入口：28.5人 出口：11人", ["28.5人 is no whole number, though these are counted one by one"]),
        ("■参加人数 39人 【内訳】 入口：?人 出口：11人", ["'?人' has no digits"]),
        ("■参加人数 39人 【内訳】 入口：28 出口：11人", []),
        ("■参加人数 39人 【内訳】 出口：11人 入口：約十数人", ["'約十数人' says no definite number"]),
        ("■参加人数 39人 【内訳】 ：28人 出口：11人", ["this part of a breakdown has no label"]),
        ("■参加人数 39人 【内訳】 出口：28人 出口：11人", ["the breakdown has two parts named '出口'"]),
        ("■参加人数 【内訳】 入口：28人 出口：11人", ["a breakdown is announced here, but its total is not written"]),
        ("■参加人数 延べ?人 【内訳】 入口：28人 出口：11人", ["'延べ?人' has no digits"]),
        ("■研修会開催回数・参加人数 計10回 計277人 【内訳】 R1年度:計3回 計56人 R2年度:計7回 計221人", []),
        ("■研修会開催回数・参加人数 計10回 計277人 【内訳】 県北:計3回 県南:計7回 オンライン:計5人", []),
        (
            "■研修会開催回数・参加人数 計10回 計277人 【内訳】 R1年度:計3回 計56人 R2年度:計7回 計222人",
            ["the parts add up to 56 + 222 = 278人, the total says 277人"],
        ),
        (
            "■参加人数 31人 【内訳】 入口：13人（検察：5人、裁判：7人） 出口：19人",
            ["the parts add up to 5 + 7 = 12人, the total says 13人"],
        ),
        ("■参加人数 31人 【内訳】 入口：13人（検察：5人、裁判：8人） 出口：18人", []),
        ("■参加人数 9人 うち男性 10人 うち女性 11人", ["the parts (10人, 11人) are larger than their total (9人)"]),
        ("■参加人数 9人 うち男性 10人 うち女性 9人", ["the part (10人) is larger than its total (9人)"]),
        ("■参加人数 40人程度 【内訳】 入口：28人 出口：11人", []),
        ("■参加人数 39人 【内訳 入口：28人 出口：11人", ["the bracket 【 is not closed"]),
        ("■参加人数 39人 【内訳〕 入口：28人 出口：11人", ["the bracket 〕 closes 【"]),
        ("■参加企業12社 ■見学会 参加企業社", ["'参加企業社' has no digits"]),
        ("■会社数 3社 ■支援会社 2社", []),
        ("■研修会開催回数（R2.9末時点）", ["'研修会開催回数' has no digits"]),
        ("■研修会開催回数・参加人数（R3年2月10日予定）", []),
        ("■研修会開催回数 計計3回", ["計計3回 has the same word twice in a row"]),
        ("■参加人数 合計 計3人", []),
        ("別紙参照", ["the results say only '別紙参照'"]),
        ("■未定", ["the results say only '未定'"]),
        ("■研修会開催回数 3回（詳細は別紙参照）", []),
        ("■報告会の開催日は未定", []),
        ("■相談件数 3件（いずれもR2.9末時点の数）", []),
        ("■相談件数 3件（いずれもR2.9末時点の実績）", []),
        ("■発行 50部 R1.10：20部 R2.2(10部) R2.9(30部)", ["the parts add up to 10 + 30 = 40部, the total says 50部"]),
        ("■相談件数 3件 ■研修 2回 ■相談件数 4件 ※いずれもR2.9末時点", ["this cell gives two figures for '相談件数', 3件 and 4件"]),
        ("■参加人数 39人 内訳】 入口：28人 出口：11人", ["the bracket 】 closes nothing"]),
        ("■参加人数（R2.9末時点 39人", ["the bracket （ is not closed"]),
        ("■参加人数 3回（うち5回は中止）", ["the part (5回) is larger than its total (3回)", "'参加人数' is given as 3回"]),
        ("■１）参加人数 3人 2）回数 4回", []),
        ("■参加人数 3人 ????????", ["there is a character that cannot be read (????????)"]),
        ("■相談件数 3件 〓〓", ["there is a character that cannot be read (〓〓)"]),
        ("■繧ｪ繝ｳ繝ｩ繧､繝ｳ 3件", ["there is a character that cannot be read (繧ｪ繝ｳ繝ｩ繧､繝ｳ)"]),
        ("■ã‚ªãƒ³ãƒ©ã‚¤ãƒ³ 3件", ["there is a character that cannot be read (ã‚ªãƒ³ãƒ©ã‚¤)"]),
        ("■実施したか？ 3件", []),
        ("■面談 計3回（延べ参加者数 120人）", []),
        ("■面談 延べ利用者 30人 延べ相談件数 12件", []),
        ("■支援期間 約2週間 約1か月間 計3年間 人数 3人", []),
        ("■会計部 3人 設計部 2人 予約件数 3件", []),
        ("■対象: ○学校 3校 ○施設 2か所", []),
        ("■男性|5人 女性|3人", []),
        ("■支援人数 5人 ■内訳 男性 3人 女性 2人", []),
        ("■参加人数 10人 【内訳】 新規：男性3人 女性2人 継続：男性1人 女性4人", []),
        ("■相談件数 月平均 2.5件", []),
        ("■一人当たり 2.3回", []),
        ("■一）参加人数 3人 二）回数 4回", []),
        ("■参加人数 3○人", ["'3○人' cannot be read as a figure"]),
        ("■参加人数 計#人", ["'計#人' cannot be read as a figure"]),
        ("■参加人数 計3回目", ["'計3回目' cannot be read as a figure"]),
        ("■参加人数 合計 人", ["'計 人' has no digits"]),
        ("■相談件数 (R2.4-R2.9) 14件", []),
        ("■相談件数 14件（R2.10末時点）", []),
        ("■配布部数 14,59部", ["the separators of 14,59 do not stand at thousands"]),
        ("■参加人数 計-97人", ["-97 has a minus sign, though no result is negative"]),
        ("■参加人数 ▲97人", ["▲97 has a minus sign, though no result is negative"]),
        ("■相談件数 14件（B2.10末時点）", ["B2.10末 names no era that there is"]),
        ("■相談件数 1\ufffd件", ["there is a character that cannot be read (U+FFFD)"]),
        ("■相談\u0007件数 14件", ["there is a character that cannot be read (U+0007)"]),
        ("■相談\u200b件数 14件", []),
    ],
)
def test_figures(results: str, expected: list[str], tmp_path: Path) -> None:
    assert [text for _, text in told([row("1", "岩手県", results=results)], tmp_path)] == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([row("1", "岩手県"), row("2", "宮城県")], []),
        ([row("1", "岩手県"), row("2\t", "宮城県")], ["宮城県"]),
        ([row("1", "岩手県"), "\t" + row("2", "宮城県")], ["2"]),
        (["\t" + row("1", "岩手県"), "\t" + row("2", "宮城県")], []),
        ([row("1", "岩手県") + "\t\t", row("2", "宮城県")], []),
    ],
    ids=["straight", "behind the number", "before the number", "all alike", "behind the last column"],
)
def test_cells_that_moved(lines: list[str], expected: list[str], tmp_path: Path) -> None:
    (tmp_path / "table.txt").write_text("\n".join([TITLE, "", f"番号\t{HEADER}", *lines, ""]), encoding="utf-8")
    text = (tmp_path / "table.txt").read_text(encoding="utf-8")
    found = [finding for portion in extract([open_source(tmp_path / "table.txt")]) for finding in portion.findings]
    assert [text[f.span.start : f.span.end] for f in found if f.kind == "shifted-column"] == expected


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ("①研修会を開催。 ②相談があった場合、必要に", ["the text of an item breaks off at '相談があった場合、必要に'"]),
        ("①研修会を開催。 ②相談者の", ["the text of an item breaks off at '相談者の'"]),
        ("①研修会の開催 ②相談の実施", []),
        ("①研修会を開催すること ②相談に応じるもの ③翌日まで ④相談窓口の開設など", []),
        ("①地域で開くセミナー ②相談を実施（予定）", []),
    ],
)
def test_sentences(items: str, expected: list[str], tmp_path: Path) -> None:
    assert [text for _, text in told([row("1", "岩手県", items, "—")], tmp_path)] == expected


def test_a_first_item_without_its_number(tmp_path: Path) -> None:
    second = "\t\t\t（株）見本\t②相談を実施。\t■相談件数 3件"
    (found,) = told([row("1", "岩手県", "研修会を開催。"), second], tmp_path)
    assert found == ("岩手県", "the item numbers begin with ②")
    assert told([row("1", "岩手県"), second], tmp_path) == []
