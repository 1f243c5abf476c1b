"""Figures that contradict each other in one cell: what is told, at which of them, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.extract.tables import extract
from kg.sources.reader import open_source

TITLE = "見本事業における取組状況等について【令和元年度開始分】（令和2年12月末現在）"
HEADER = "自治体名\t担当部署\t再委託先\t主な事業内容\t主な活動実績"


def told(results: str, place: Path) -> list[tuple[str, str]]:
    text = "\n".join([TITLE, "", HEADER, f"1\t岩手県\t福祉課\t—\t・研修会を開催。\t{results}", ""])
    (place / "table.txt").write_text(text, encoding="utf-8")
    found = [finding for portion in extract([open_source(place / "table.txt")]) for finding in portion.findings]
    return [(text[f.span.start : f.span.end], f.message_en.split(";")[0]) for f in found if f.severity == "warning"]


@pytest.mark.parametrize(
    ("results", "where", "message"),
    [
        (
            "■会議開催回数 計4回（R2.12末時点） ■会議開催回数 計5回（R2.12末時点）",
            "5回",
            "this cell gives two figures for '会議開催回数', 4回 and 5回",
        ),
        ("■会議開催回数（R2.12末時点） 計4回 ■会議開催回数 4回（R2.12末時点）", "4回", "this cell gives 4回 for '会議開催回数' twice"),
        (
            "■会議回数・人数 計4回 計97人 ■会議回数・人数 計4回 計98人",
            "98人",
            "this cell gives two figures for '会議回数・人数', 97人 and 98人",
        ),
        ("■会議 本会議：3回 部会：2回 ■会議 本会議：4回 部会：1回", "4回", "this cell gives two figures for '本会議', 3回 and 4回"),
        ("■会議開催回数 計5回 計6回（R2.12末時点）", "6回", "this cell gives two figures for '会議開催回数', 5回 and 6回"),
        ("■会議開催回数 計5回（R2.12末時点） 計6回（R2.12末時点）", "6回", "this cell gives two figures for '会議開催回数', 5回 and 6回"),
        ("■支援人数 計83人、計83人", "83人", "this cell gives 83人 for '支援人数' twice"),
        ("■会議回数・参加人数 計4回 計5回 計97人", "5回", "this cell gives two figures for '会議回数・参加人数', 4回 and 5回"),
    ],
)
def test_a_result_that_stands_twice(results: str, where: str, message: str, tmp_path: Path) -> None:
    assert told(results, tmp_path) == [(where, message)]


@pytest.mark.parametrize(
    ("results", "where", "message"),
    [
        ("■支援人数 計19人（延べ5人）", "5人", "the count of each time (5人) is smaller than the count before it (19人)"),
        ("■支援人数 計19人（R2.12末時点）（延べ5人）", "5人", "the count of each time (5人) is smaller than the count before it (19人)"),
        ("■支援人数 計30人 延べ20人", "20人", "the count of each time (20人) is smaller than the count before it (30人)"),
        (
            "■支援人数 計30人（うち、就労体験者19人・延べ11人）",
            "11人",
            "the count of each time (11人) is smaller than the count before it (19人)",
        ),
    ],
)
def test_a_count_of_each_time_below_the_persons(results: str, where: str, message: str, tmp_path: Path) -> None:
    assert told(results, tmp_path) == [(where, message)]


@pytest.mark.parametrize(
    ("results", "where", "message"),
    [
        (
            "■相談 計31人 【内訳】 電話：20件 来所：11件",
            "31人",
            "the total is in 人, its parts are in 件, though they add up to it (20 + 11)",
        ),
        (
            "■相談 計31件 【内訳】 ○性別 男性：20人 女性：11人 ○年齢 若年：9人 高齢：22人",
            "31件",
            "the total is in 件, its parts are in 人, though they add up to it (20 + 11)",
        ),
        (
            "■相談 計31件 内訳：入口12人（検察：5人、裁判：7人）、出口19人",
            "31件",
            "the total is in 件, its parts are in 人, though they add up to it (12 + 19)",
        ),
    ],
)
def test_a_total_in_another_unit_than_its_parts(results: str, where: str, message: str, tmp_path: Path) -> None:
    assert told(results, tmp_path) == [(where, message)]


@pytest.mark.parametrize(
    ("results", "where", "message"),
    [
        (
            "■支援人数 計33人（同じ者の再度の支援があるため、延べ32件）",
            "32件",
            "the count of each time (32件) is smaller than the count before it (33人)",
        ),
        (
            "■支援人数 計27人（うち、就労体験実施者11人・延べ9回）",
            "9回",
            "the count of each time (9回) is smaller than the count before it (11人)",
        ),
        ("■支援人数 入口：28人 出口：11人 計40人", "40人", "the figures add up to 28 + 11 = 39人, the total says 40人"),
        ("■支援人数 計39人 【内訳】 入口：28人 出口：11人 計40人", "40人", "the figures add up to 28 + 11 = 39人, the total says 40人"),
        ("■支援人数 延べ39人（R2.12末時点）（28人＋12人）", "39人", "the figures add up to 28 + 12 = 40人, the total says 39人"),
        (
            "■支援人数 39人 【内訳】 入口：28人 出口：11人（入口 72％、出口 38％）",
            "72％",
            "the shares of the parts, 72 + 38 = 110%, do not make 100%",
        ),
        ("■支援人数 39人 【内訳】 20～10代：28人、30～50代：11人", "20～10代", "the ages 20~10代 run backwards"),
        ("■支援人数 39人 【内訳】 10～20代：28人、20～50代：11人", "20～50代", "the ages 20~50代 overlap with 10~20代"),
        ("■支援人数 39人 【内訳】 10～50代：28人、50代以上：11人", "50代以上", "the ages 50代以上 overlap with 10~50代"),
        (
            "■研修会開催回数・参加人数 計51人 計239回",
            "51人",
            "'研修会開催回数・参加人数' names its figures in another order than the units of 51人、239回",
        ),
        (
            "■研修会開催回数・参加人数 計549回 計28人",
            "549回",
            "'研修会開催回数・参加人数': there were more events than people who came (549回、28人)",
        ),
        ("■協議会開催回数（R2.12末時点） 計3人", "3人", "'協議会開催回数' is given as 3人"),
        ("■パンフレットの配布部数 約1,500人", "1,500人", "'パンフレットの配布部数' is given as 1,500人"),
    ],
)
def test_figures_that_contradict_what_is_said_of_them(results: str, where: str, message: str, tmp_path: Path) -> None:
    assert told(results, tmp_path) == [(where, message)]


@pytest.mark.parametrize(
    "results",
    [
        "■会議回数（R2.9末時点） 計3回 ■会議回数（R2.12末時点） 計5回",
        "<R元年度> ■会議 計3回 <R2年度> ■会議 計4回",
        "■参加人数 R元年度 計20人 R2年度 計20人",
        "■研修会（県北） 計3回 ■研修会（県南） 計4回",
        "■研修会 県北：計3回 県南：計3回",
        "■研修会 3回 ■研修会（オンライン） 3回",
        "■研修会参加人数 計30人 ■研修会参加人数 約30人",
        "■研修会参加人数 計30人 ■研修会参加人数 延べ40人",
        "■研修会参加人数 計30人 ■研修会参加人数 計3団体",
        "■研修会 計3回 ■相談会 計3回",
        "■研修会 1月15日開催 参加者8人 ■研修会 2月3日開催 参加者6人",
        "■研修会 R2.1.15開催 参加者8人 ■研修会 R2.2.3開催 参加者6人",
        "■研修会を盛岡市で開催 参加者3人 ■研修会を宮古市で開催 参加者3人",
        "■研修会 3回 ※盛岡市 ■研修会 3回 ※宮古市",
        "■研修会「入門」 3人 ■研修会「応用」 4人",
        "■セミナー参加人数・研修会参加人数 計83人 計84人",
        "■セミナー・研修会の参加人数 計83人 延べ14人",
        "■男女別参加人数 計3人 計4人",
        "■参加人数 第1回 計20人 第2回 計20人",
        "■参加人数 計20人（県北） 計20人（県南）",
        "■支援人数 計10人 【内訳】 入口：計5人 出口：計5人",
        "■支援人数 計10人（うち計10人は新規）",
        "■支援人数 計19人（延べ355回）",
        "■支援人数 計19人（延べ19人）",
        "■支援人数 計19人（うち延べ5人）",
        "■支援人数 約19人（延べ18人）",
        "■支援人数 計19人（延べ5回）",
        "■研修会参加者 大人 30人 こども 延べ20人",
        "■支援人数 延べ5人（計19人）",
        "■支援人数 計31人 【内訳】 相談：20件 同行：12件",
        "■支援人数 計11人 【内訳】 相談：11回",
        "■支援人数 計3人 【内訳】 男性：2人 女性：1人 相談：3件",
        "■回数・人数 計5人 計5回 【内訳】 男性：3人 女性：2人",
        "■支援人数 計82名 【内訳】 男性：80人 女性：2人",
        "■支援人数 計82人 うち相談 42件 うち同行 40件",
        "■支援人数 計31人（同じ者の再度の支援があるため、延べ32件）",
        "■支援人数 計27人（うち、就労体験実施者11人・延べ19回）",
        "■研修会参加者 20人・延べ3回",
        "■支援人数 入口：28人 出口：11人 計39人",
        "■支援人数 計39人 【内訳】 入口：28人 出口：11人 計39人",
        "■参加者 大人 30人 こども 20人 計3回",
        "■研修会 講演 計2回 実習 計3回",
        "■支援人数 延べ40人（28人＋12人）",
        "■支援人数 39人 【内訳】 入口：28人 出口：11人（入口 72％、出口 28％）",
        "■支援人数 39人（満足 72％、役に立った 88％）",
        "■支援人数 39人 【内訳】 10～20代：28人、30～50代：10人、60代以上：1人",
        "■支援人数 39人 【内訳】 20歳～30歳：28人、30歳～40歳：11人",
        "■フォローアップ回数 計664件",
        "■支援実施件数 計10人",
        "■支援実施人数 面接 5回 同行 3回",
        "■支援実施人数・フォローアップ回数 出所者等 計112人 計664件 協力雇用主 計564件",
        "■社会技能訓練実施人数・回数 計5人 計17回",
        "■家族会実施回数・参加人数 計24回 延べ5人",
        "■訓練実施回数・参加人数 計24回 計5人",
        "■イベント開催回数・参加実績 計1回 計2,000人",
        "■パンフレット配布部数 500セット",
    ],
)
def test_figures_that_may_stand_beside_each_other(results: str, tmp_path: Path) -> None:
    assert told(results, tmp_path) == []
