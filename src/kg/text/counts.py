"""Figures with their units: 計1,459件 · 延べ39人 · 約1,500部 · 十四人 · ５回 · 全23回.

Units are the cues of the code list measure; a unit that is not in it is taken as written and measured ``other``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.text.numerals import ARABIC_PATTERN, NUMBER_PATTERN, parse_number
from kg.text.vocabulary import code_list
from kg.text.width import fold

if TYPE_CHECKING:
    from decimal import Decimal

# Numbers with these behind them name a date, an age, an order or a rule, not a quantity that was reached.
_NOT_A_UNIT = r"(?:~|,\d|\.\D|[かカヶヵケ]月(?:以|間|未満)|月|年|代|歳|才|号|条|項|期|次|級|番|丁目|時(?!間)|分の|階|度|学期|歳未満|週|回目|人目|件目|日目|点目|つ目|種免許)"
_PREFIX = r"(?P<prefix>(?:(?:合計|総計|累計|のべ|延べ|延|計|全|約|およそ|概ね|おおむね|ほぼ|実人員|実人数|実件数|実数|実|総)\s?){0,4})"
_ONE_BY_ONE = {"persons", "events", "cases", "copies", "companies", "organisations", "households", "sites", "items"}
_TOO_MANY = 20_000_000
"""More than the inhabitants of the largest prefecture (東京都, 14 million)."""
_ROUGHLY = re.compile(r"程度|前後|ほど|余り?(?![一-龥])|[弱強超](?![一-龥])|以上|以下|未満|以内")
_UNKNOWN_UNIT = r"(?!合?計|延|約|実|うち|内訳)(?:つ|[一-龥々ァ-ヶーA-Za-z%㎡]{1,8}?)(?=[^一-龥々ァ-ヶーA-Za-z%㎡]|$|[をにがはでと])"


@dataclass(frozen=True, slots=True)
class Count:
    """One figure in a folded text.

    ``begin`` is where its prefix (計, 延べ, 約) begins, ``digits`` where the number itself begins, ``unit_at`` and ``end`` bound its unit
    as written; ``unit`` is the unit without 間 (日間 → 日), ``measure`` its code; ``known`` whether the unit is in the code list.
    """

    begin: int
    digits: int
    unit_at: int
    end: int
    value: Decimal
    unit: str
    measure: str
    counting: str
    approximate: bool
    total: bool
    known: bool
    kanji: bool

    @property
    def fractional(self) -> bool:
        """Whether it is a fraction of what is counted one by one, such as 39.5人."""
        return self.measure in _ONE_BY_ONE and bool(self.value % 1)

    @property
    def huge(self) -> bool:
        """Whether it is more than there can be in any prefecture."""
        return self.measure in _ONE_BY_ONE and self.value >= _TOO_MANY


@cache
def _units() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    units: dict[str, tuple[str, str]] = {}
    for row in code_list("measure").rows:
        for cue in row.cues:
            written, _, canonical = fold(cue).partition("=")
            units[written] = (canonical or written, row.notation)
    alternatives = "|".join(map(re.escape, sorted(units, key=len, reverse=True)))
    number = rf"(?P<number>(?>{NUMBER_PATTERN}))"
    unit = rf"(?P<unit>{alternatives}|{_UNKNOWN_UNIT})?"
    return re.compile(rf"{_PREFIX}(?<![\d.第週毎])(?<!\d~){number}\s?(?!{_NOT_A_UNIT}){unit}"), units


def known_units() -> list[str]:
    """The units of the code list measure as they are written, the longest first."""
    return sorted(_units()[1], key=len, reverse=True)


def measure_of(unit: str) -> str | None:
    """What a unit of the code list measures; None where it is not in it."""
    found = _units()[1].get(unit)
    return found[1] if found else None


def find_counts(text: str, begin: int = 0, end: int | None = None) -> list[Count]:
    """All figures of folded ``text`` between ``begin`` and ``end``, in order.

    A kanji numeral counts only with a known unit behind it, and one of a single character only where something introduces it
    (計, 延べ, 約, a label's colon or a space), since 一部, 三重県 or 第二 hold numerals too.
    """
    pattern, units = _units()
    found = []
    for match in pattern.finditer(text, begin, len(text) if end is None else end):
        count = _count(text, match, units)
        if count:
            found.append(count)
    return found


def _count(text: str, match: re.Match[str], units: dict[str, tuple[str, str]]) -> Count | None:
    number, prefix = match["number"], match["prefix"]
    value = parse_number(number)
    written = match["unit"] or ""
    if written not in units and match.start("unit") > match.end("number"):
        written = ""  # 入口支援：28 出口支援：11人: behind a space, a word that is no known unit is the next label
    kanji = not number[0].isdigit()
    if value is None or (kanji and not (written in units and (prefix or len(number) > 1 or _introduced(text, match.start())))):
        return None
    if not kanji and not re.match(ARABIC_PATTERN, number):
        return None
    unit, measure = units.get(written, (written, "other"))
    counting = "nobe" if re.search("延|のべ", prefix) else "jitsu" if "実" in prefix else ""
    approximate = bool(re.search("約|およそ|概ね|おおむね|ほぼ", prefix) or (written and _ROUGHLY.match(text, match.end())))
    unit_at = match.start("unit") if written else match.end("number")
    return Count(
        match.start(), match.start("number"), unit_at, unit_at + len(written), value, unit, measure,
        counting, approximate, bool(re.search("計|全|総", prefix)), written in units, kanji,
    )  # fmt: skip


def _introduced(text: str, at: int) -> bool:
    return at > 0 and (text[at - 1] in ":(" or (text[at - 1] in " 、・~" and text[at] != "一"))
