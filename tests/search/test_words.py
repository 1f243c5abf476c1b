"""Words as they are compared: variants of width, script and spelling, two characters, English words, and what is marked."""

from __future__ import annotations

import pytest

from kg import resources
from kg.search.words import comparable, marked, terms, tokens


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("ハローワーク", "ﾊﾛｰﾜｰｸ"),
        ("ハローワーク", "はろーわーく"),
        ("ＤＡＲＣ", "darc"),
        ("Ａ型", "A型"),
        ("障がい者", "障害者"),
        ("障碍者", "障害者"),
        ("取り組み", "取組"),
        ("子ども", "こども"),
        ("鎌ケ谷市", "鎌ヶ谷市"),
        ("渡邉", "渡辺"),
        ("ダルク", "タ\u3099ルク"),
        ("１０人", "10人"),
    ],
    ids=str,
)
def test_ways_to_write_the_same_are_the_same(written: str, other: str) -> None:
    assert written != other
    assert comparable(written).text == comparable(other).text


@pytest.mark.parametrize(
    ("written", "other"), [("再犯", "再班"), ("入口", "出口"), ("更生", "更正"), ("は", "ば"), ("1人", "10人")], ids=str
)
def test_other_words_stay_others(written: str, other: str) -> None:
    assert comparable(written).text != comparable(other).text


def test_every_spelling_of_the_list_is_one_that_differs_and_leads_to_the_last() -> None:
    rows = list(resources.rows("data/spelling-variants.csv", ("written", "as")))
    assert len({row["written"] for row in rows}) == len(rows)
    for row in rows:
        assert row["written"] != row["as"]
        assert comparable(row["written"]).text == comparable(row["as"]).text, row


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("再犯", "再犯 犯"),
        ("就労支援A型", "就労 労支 支援 援 a 型"),
        ("住居・就労", "住居 居 就労 労"),
        ("Local Government", "local government"),
        ("「」、。", ""),
        ("", ""),
        ("①支援 10人", "① 支援 援 10 人"),
    ],
    ids=str,
)
def test_what_the_index_keeps(text: str, kept: str) -> None:
    assert tokens(text) == kept


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("再犯", ['"再犯"']),
        ("再犯防止", ['"再犯 犯防 防止"']),
        ("県", ['"県"*']),
        ("就労　住居", ['"就労"', '"住居"']),
        ("就労・住居", ['"就労 労 住居"']),
        ("governments", ['"government"*']),
        ("families family", ['"famil"*', '"famil"*']),
        ("access", ['"access"*']),
        ("A型", ['"a 型"*']),
        ("\"' ( ) * -", []),
        ('再犯" OR "就労', ['"再犯"', '"or"*', '"就労"']),
    ],
    ids=str,
)
def test_what_is_asked_of_the_index(words: str, asked: list[str]) -> None:
    assert [term.match for term in terms(words)] == asked


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("刑務所の障がい者と障害者、障碍", "障害", ["障がい", "障害", "障碍"]),
        ("ﾊﾛｰﾜｰｸとハローワーク", "はろーわーく", ["ﾊﾛｰﾜｰｸ", "ハローワーク"]),
        ("ﾀﾞﾙｸ本部", "ダルク", ["ﾀﾞﾙｸ"]),
        ("Local Government, governments", "government", ["Government", "governments"]),
        ("self-government", "govern", ["government"]),
        ("misgovernment", "government", []),
        ("就労支援Ａ型", "a型", ["Ａ型"]),
        ("就労・住居 就労住居", "就労・住居", ["就労・住居", "就労住居"]),
        ("再犯再犯", "再犯", ["再犯", "再犯"]),
        ("再犯防止推進", "防止推進 再犯防止", ["再犯防止", "推進"]),
        ("県と千葉県", "県", ["県", "県"]),
        ("", "再犯", []),
    ],
    ids=str,
)
def test_what_is_marked(text: str, words: str, found: list[str]) -> None:
    pieces = marked(text, terms(words))
    assert "".join(piece for piece, _ in pieces) == text
    assert [piece for piece, is_found in pieces if is_found] == found
