import pytest

from kg.sources.titles import parse_title


@pytest.mark.parametrize(
    ("text", "programme", "cohort", "edition"),
    [
        (
            "地域再犯防止推進モデル事業における取組状況等について【平成30年度開始分】（令和2年12月末現在）",
            "地域再犯防止推進モデル事業",
            "H30",
            "2020-12",
        ),
        (
            "地域再犯防止推進モデル事業における取組状況等について【令和元年度開始分】（令和2年12月末現在）",
            "地域再犯防止推進モデル事業",
            "R1",
            "2020-12",
        ),
        ("地域再犯防止推進事業の実施状況について【令和５年度開始分】（令和７年３月末現在）", "地域再犯防止推進事業", "R5", "2025-03"),
        ("地域再犯防止推進事業における取組状況（2024年度開始分、2025年3月31日時点）", "地域再犯防止推進事業", "R6", "2025-03"),
        ("（令和2年12月末現在）", "", "", "2020-12"),
        ("【令和3年度開始分】", "", "R3", ""),
    ],
)
def test_titles(text: str, programme: str, cohort: str, edition: str) -> None:
    title = parse_title(text)
    assert title is not None
    assert (title.programme, title.cohort, title.edition) == (programme, cohort, edition)


@pytest.mark.parametrize(
    "text", ["", "自治体名", "※いずれも令和2年12月末現在の実績であり、今後変わることがある。", "支援を実施した。", "3"]
)
def test_other_lines_are_no_titles(text: str) -> None:
    assert parse_title(text) is None
