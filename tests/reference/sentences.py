"""改正事由 (the reason of a change, a sentence) -> who was what before, and what after.

The record is the Statistics Bureau's 廃置分合等情報. Its sentences follow few patterns; one that follows none is an error that names it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from kg.text.places import gazetteer


@dataclass(frozen=True, slots=True)
class Mention:
    """A place as a sentence names it. ``code`` has five digits, none where the name alone stands; ``partial`` where only a part of it is meant."""

    name: str
    code: str = ""
    kana: str = ""
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """One change: kinds (notations of the code list), places before and after, and the sentence."""

    kinds: tuple[str, ...]
    before: tuple[Mention, ...]
    after: tuple[Mention, ...]
    sentence: str


class UnreadSentenceError(ValueError):
    """A sentence that follows no known pattern."""


_KINDS = {
    "合併": "merger", "編入": "absorption", "市制施行": "city-status", "町制施行": "town-status", "名称変更": "renaming", "政令指定都市施行": "designation",
    "政令指定都市移行": "designation", "新設": "establishment", "廃止": "abolition", "分離": "separation", "分割": "division", "統合": "union",
    "再編": "reorganization", "郡の区域変更": "regrouping", "区域変更": "regrouping", "特例市に移行": "special-city-status", "中核市に移行": "core-city-status",
}  # fmt: skip
_BRACKETS = str.maketrans("（）", "()")
_MENTION = re.compile(r"(?P<name>[^、()]+)\((?:(?P<kana>[ぁ-ん]+)、)?(?P<code>[0-9]{5})\)(?P<part>\([^)]*\)|大字[^()が]+)?")
_BARE = re.compile(r"(?P<name>[^、()]+[市区町村])(?:\((?P<kana>[ぁ-ん]+)\))?")
_DISTRICT = re.compile(r"^.+(?:郡|支庁)(?=.+[町村]$)")
_PREFECTURE = re.compile("^(?:" + "|".join(place.name for place in gazetteer().prefectures) + ")(?=.)")
_HEADING = re.compile(r"[^()]+\([0-9]{5}\)の区の再編(?:\([^)]*\))?")
_ONE = r"(?:[^、()]|\([^)]*\))+"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<before>.+)が(?P<how>合併)し、(?P<after>.+)を新設",
        rf"(?P<before>.+?)が(?P<after>{_ONE})に(?P<how>編入)し、大字.+が(?P<rest>{_ONE})に編入",
        rf"(?P<before>.+?(?:\)|大字[^が]+))が(?P<after>{_ONE})に(?P<how>編入|市制施行|町制施行|名称変更|郡の区域変更|区域変更)",
        r"(?P<before>.+)が(?P<after>.+)に(?P<how>郡の区域変更)",
        rf"(?P<before>.+?\))が{_ONE}に(?P<also>市制施行|町制施行|名称変更)し、(?P<after>{_ONE})に(?P<how>市制施行|町制施行|名称変更)",
        r"(?P<before>.+)の(?P<after>.+)への(?P<how>政令指定都市施行|政令指定都市移行)",
        r"(?P<before>.+)から(?P<how>分離)し、(?P<after>.+)を新設",
        r"(?P<before>.+)を(?P<how>分割)し、(?P<after>.+)を新設",
        r"(?P<before>.+)が(?P<how>統合)し、(?P<after>.+)を新設",
        r"(?P<before>.+)を(?P<after>[^を]+?\([0-9]{5}\))に(?P<how>再編)(?:\([^)]*\))?",
        r"(?P<before>.+)が(?:特例市から)?(?P<how>特例市に移行|中核市に移行)",
        r"(?P<after>[^がを]+)の(?P<how>新設)",
        r"(?P<before>[^がを]+)の(?P<how>廃止)",
    )
)


def changes_told(record: str) -> Iterator[Told]:
    """All changes that one record tells, a line or a column of wide spaces each. Raises UnreadSentenceError."""
    for sentence in re.split(r"[\r\n　]+", unicodedata.normalize("NFC", record.translate(_BRACKETS)).strip()):
        if not _HEADING.fullmatch(sentence):
            yield _told(sentence)


def _told(sentence: str) -> Told:
    for pattern in _PATTERNS:
        match = pattern.fullmatch(sentence)
        if match:
            found = match.groupdict()
            how = found["how"]
            before, after = _mentions(found.get("before") or ""), _mentions(found.get("after") or "")
            if found.get("rest"):
                before, after = tuple(map(_partial, before)), (*after, *_mentions(found["rest"]))
            if how.endswith("に移行"):
                after = before
            if how.endswith("区域変更"):
                before, after = tuple(map(_without_district, before)), tuple(map(_without_district, after))
            return Told(tuple(sorted({_KINDS[how], _KINDS[found.get("also") or how]})), before, after, sentence)
    raise UnreadSentenceError(sentence)


def _mentions(text: str) -> tuple[Mention, ...]:
    found: list[Mention] = []
    at = 0
    while at < len(text):
        match = _MENTION.match(text, at) or _BARE.match(text, at)
        if not match:
            raise UnreadSentenceError(text)
        parts = match.groupdict()
        found.append(Mention(_PREFECTURE.sub("", parts["name"]), parts.get("code") or "", parts["kana"] or "", bool(parts.get("part"))))
        at = match.end()
        if at < len(text):
            if text[at] not in "、と":
                raise UnreadSentenceError(text)
            at += 1
    return tuple(found)


def _partial(mention: Mention) -> Mention:
    return Mention(mention.name, mention.code, mention.kana, partial=True)


def _without_district(mention: Mention) -> Mention:
    return Mention(_DISTRICT.sub("", mention.name), mention.code, mention.kana, mention.partial)
