"""Titles of tables: programme, cohort and edition by rule.

「地域再犯防止推進モデル事業における取組状況等について【平成30年度開始分】（令和2年12月末現在）」: the programme is what stands before における / の取組 /
について, the cohort the fiscal year of …開始分, the edition the date of …現在.
"""

from __future__ import annotations

import re

from kg.sources.cells import TableTitle
from kg.text.eras import ERA_LETTERS, DateMention, find_dates
from kg.text.numerals import parse_number
from kg.text.width import fold

_PROGRAMME = re.compile(
    r"^[\s(]*(?:(?:別紙|別添|資料|参考)\s?[\d一二三-]*\s*)?(?P<name>[^\s【】()]*?(?:事業|プログラム|施策|プロジェクト))(?=における|の|に係る|に関する|について|等|\s|【|\(|$)"
)
_ERA_YEAR = re.compile(r"(令和|平成|昭和|大正|明治|[RHSTM])\s?(元|\d+|[一二三四五六七八九十]+)")
_TITLE_WORDS = re.compile(r"取組状況|実施状況|取組について|一覧|開始分|概要|実績について")
_SENTENCE = re.compile(r"。|[はがをにで]、|(?:である|です|ます|した)$")
_OF_TABLE = re.compile(r"\s?(?:現在|時点)")
_OF_COHORT = re.compile(r"\s?(?:からの?)?(?:開始|採択|選定)")
_MOST = 200


def _cohort(date: DateMention) -> str:
    """Era letter and year as written (H30, R1); a western year becomes the era of its 1 April."""
    match = _ERA_YEAR.match(date.literal)
    if match:
        year = 1 if match[2] == "元" else parse_number(match[2])
        return f"{ERA_LETTERS.get(match[1], match[1])}{year}"
    first = date.first_day
    if first is None or first.year < 1989:
        return ""
    return f"R{first.year - 2018}" if first.year >= 2019 else f"H{first.year - 1988}"


def title_dates(text: str, dates: list[DateMention]) -> tuple[DateMention | None, DateMention | None]:
    """Which of all ``dates`` of folded ``text`` is that of the table (…現在), and which that of its cohort (…開始分); either may be impossible."""
    edition = next((date for date in dates if _OF_TABLE.match(text, date.end)), None)
    return edition, next((date for date in dates if date is not edition and _OF_COHORT.match(text, date.end)), None)


def parse_title(raw: str) -> TableTitle | None:
    """What ``raw`` says as a title; None where it is none."""
    text = " ".join(fold(raw).split())
    if not text or len(text) > _MOST or _SENTENCE.search(text):
        return None
    dates = find_dates(text)
    edition, starts = title_dates(text, dates)
    years = [date for date in dates if date is not edition and date.start and date.start.precision == "fiscal-year"]
    programme = _PROGRAMME.match(text)
    if not (edition or starts or (programme and _TITLE_WORDS.search(text))):
        return None
    if not programme and _rest_says_more(text, edition, starts):
        return None
    chosen = starts or (years[0] if years else None)
    last = edition.last_day if edition else None
    return TableTitle(
        programme["name"] if programme else "",
        _cohort(chosen) if chosen and chosen.possible else "",
        last.isoformat()[:7] if last else "",
        last.isoformat() if last else "",
    )


def _rest_says_more(text: str, *dates: DateMention | None) -> bool:
    """Whether a line without a programme is more than a date line such as （令和2年12月末現在）: then it is no title."""
    rest = text
    for date in dates:
        if date:
            rest = rest.replace(date.literal, "")
    return len(re.sub(r"[\s()【】\[\]<>現在時点開始分採択選定から・、の]", "", rest)) > 4
