"""Text made comparable for a search, the tokens that stand for it in the index, and what is looked for.

Japanese is written without spaces, and the words of this field have two characters (再犯, 就労, 住居). A run of Japanese is therefore kept as its
pairs of neighbouring characters; what is looked for is the same pairs one behind the other. Runs of other scripts and of digits are words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg import resources
from kg.text.width import fold, fold_with_origins

if TYPE_CHECKING:
    from collections.abc import Sequence

_JAPANESE = r"\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3005\u3007\U00020000-\U0003ffff"
_RUN = re.compile(rf"(?P<japanese>[{_JAPANESE}]+)|[^\W_{_JAPANESE}]+")
_KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)} | {0x30F5: ord("か"), 0x30F6: ord("け")}
_SHORTEST_PLURAL = 4


@dataclass(frozen=True, slots=True)
class Comparable:
    """A text as it is compared, and where in the text as written each of its characters comes from (one more than there are characters)."""

    text: str
    origins: Sequence[int]


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that is looked for: what the index is asked, and the pattern by which it is found again in a comparable text."""

    match: str
    pattern: re.Pattern[str]


@cache
def _variants() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = resources.rows("data/spelling-variants.csv", ("written", "as"))
    spellings = {_plain(row["written"]): _plain(row["as"]) for row in rows}
    longest_first = sorted(spellings, key=lambda written: (-len(written), written))
    return re.compile("|".join(map(re.escape, longest_first))), spellings


def _plain(text: str) -> str:
    """Folded, in small letters, katakana as hiragana: one character for one."""
    return "".join(small if len(small := char.lower()) == 1 else char for char in fold(text)).translate(_KATAKANA)


def comparable(text: str) -> Comparable:
    """``text`` in one width, in small letters, in hiragana, in one spelling (data/spelling-variants.csv).

    >>> comparable("ﾊﾛｰﾜｰｸと障がい者").text
    'はろーわーくと障害者'
    """
    folded = fold_with_origins(text)
    plain = _plain(folded.text)
    pieces: list[str] = []
    origins: list[int] = []
    at = 0
    pattern, spellings = _variants()
    for match in pattern.finditer(plain):
        pieces += [plain[at : match.start()], spellings[match[0]]]
        origins += [folded.origin(index) for index in range(at, match.start())]
        origins += [folded.origin(match.start())] * len(spellings[match[0]])
        at = match.end()
    pieces.append(plain[at:])
    origins += [folded.origin(index) for index in range(at, len(plain) + 1)]
    return Comparable("".join(pieces), origins)


def tokens(text: str) -> str:
    """What the index keeps of ``text``: its tokens, separated by spaces.

    >>> tokens("就労支援A型")
    '就労 労支 支援 援 a 型'
    """
    return " ".join(token for run in _RUN.finditer(comparable(text).text) for token in _pairs(run))


def _pairs(run: re.Match[str]) -> list[str]:
    """The pairs of a run of Japanese, and its last character alone, so that it can be found by itself; another run as it is."""
    text = run[0]
    return [text[index : index + 2] for index in range(len(text))] if run["japanese"] else [text]


def terms(words: str) -> list[Term]:
    """What is looked for, term by term; all must be found. A term that has no letters and no digits is none."""
    return [term for written in comparable(words).text.split() for term in _term(written)]


def _term(written: str) -> list[Term]:
    runs = list(_RUN.finditer(written))
    if not runs:
        return []
    asked = [token for run in runs[:-1] for token in _pairs(run)]
    needles = [re.escape(run[0]) for run in runs[:-1]]
    last = runs[-1]
    if last["japanese"]:
        asked += _pairs(last)[:-1] if len(last[0]) > 1 else [last[0]]
        needles.append(re.escape(last[0]))
    else:
        stem = _stem(last[0])
        asked.append(stem)
        needles.append(re.escape(stem) + rf"[^\W_{_JAPANESE}]*")
    open_end = "" if last["japanese"] and len(last[0]) > 1 else "*"
    begin = "" if runs[0]["japanese"] else rf"(?<![^\W_{_JAPANESE}])"
    return [Term(f'"{" ".join(asked)}"{open_end}', re.compile(begin + r"[\W_]*".join(needles)))]


def _stem(word: str) -> str:
    """An English word without the end of its plural: an index that is asked for beginnings then finds both."""
    if len(word) < _SHORTEST_PLURAL or not word.isascii():
        return word
    if word.endswith("ies"):
        return word[:-3]
    return word[:-1] if word.endswith(("y", "s")) and not word.endswith("ss") else word


def marked(text: str, looked_for: Sequence[Term]) -> list[tuple[str, bool]]:
    """``text`` in pieces, each with whether it is what was looked for."""
    compared = comparable(text)
    spans = sorted(
        (compared.origins[match.start()], _end(compared, match.end()))
        for term in looked_for
        for match in term.pattern.finditer(compared.text)
        if match.end() > match.start()
    )
    pieces: list[tuple[str, bool]] = []
    at = 0
    for begin, end in spans:
        if end > at:
            pieces += [(text[at:begin], False), (text[max(begin, at) : end], True)]
            at = end
    pieces.append((text[at:], False))
    return [piece for piece in pieces if piece[0]]


def _end(compared: Comparable, end: int) -> int:
    """Where in the written text something ends: behind all characters that one compared character stands for, marks of sound included."""
    last = compared.origins[end - 1]
    return compared.origins[min(bisect_right(compared.origins, last), len(compared.origins) - 1)]
