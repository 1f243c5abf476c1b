"""Width and spelling variants folded, without ever touching a mark that carries meaning (① stays ①, ㈱ stays ㈱).

NFKC would turn ① into 1 and so destroy the numbering of a table; this fold changes only what a reader sees as the same
character: full-width ASCII, half-width katakana, the many dashes and tildes, Kangxi radicals that PDF copies hold, and
decomposed kana (NFC). Invisible characters (zero-width spaces) go. ``Folded`` remembers for each folded character where it came from, so that a match in the
folded text always leads back to the source's own characters.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_DASHES = "‐‑‒–—―−─－﹣"
_TILDES = "〜～∼˜"
# Radicals that have no compatibility mapping in Unicode but stand for the ideograph in text copied out of PDFs.
_RADICALS = {
    "⻑": "長",
    "⻄": "西",
    "⻘": "青",
    "⺠": "民",
    "⻩": "黄",
    "⻲": "亀",
    "⻝": "食",
    "⻤": "鬼",
    "⻁": "虎",
    "⻆": "角",
    "⻭": "歯",
    "⺟": "母",
}


def _one_to_one() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table |= {0x2F00 + i: unicodedata.normalize("NFKC", chr(0x2F00 + i)) for i in range(0xD6)}
    table |= {ord(c): "-" for c in _DASHES}
    table |= {ord(c): "~" for c in _TILDES}
    table |= {ord(k): v for k, v in _RADICALS.items()}
    table |= dict.fromkeys((0x3000, 0xA0, 0x2002, 0x2003, 0x2009), " ")
    table |= {ord("｡"): "。", ord("｢"): "「", ord("｣"): "」", ord("､"): "、", ord("･"): "・", ord("〈"): "<", ord("〉"): ">"}
    return table


_TABLE = _one_to_one()
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
_NOT_ONE_TO_ONE = re.compile(f"[{_INVISIBLE}ｦ-ﾟ\u0300-\u036f\u3099\u309a\uf900-\ufaff]")
_CLUSTER = re.compile("[ｦ-ﾝ][ﾞﾟ]?|.[\u0300-\u036f\u3099\u309a]*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text with the way back: character ``i`` of ``text`` was read at ``origin(i)`` of the raw text."""

    raw: str
    text: str
    _origins: tuple[int, ...] | None = None

    def origin(self, index: int) -> int:
        """Offset in the raw text of folded offset ``index`` (0 to ``len(text)``)."""
        return index if self._origins is None else self._origins[index]

    def slice_raw(self, start: int, end: int) -> str:
        """The raw characters behind the folded span, in NFC."""
        return unicodedata.normalize("NFC", self.raw[self.origin(start) : self.origin(end)])


def fold_with_origins(raw: str) -> Folded:
    """Fold ``raw`` and keep the way back to it."""
    if not _NOT_ONE_TO_ONE.search(raw):
        return Folded(raw, raw.translate(_TABLE))
    pieces: list[str] = []
    origins: list[int] = []
    for match in _CLUSTER.finditer(raw):
        cluster = match.group()
        if cluster in _INVISIBLE:
            continue
        normal = unicodedata.normalize("NFKC" if "ｦ" <= cluster[0] <= "ﾝ" else "NFC", cluster).translate(_TABLE)
        pieces.append(normal)
        origins.extend([match.start()] * len(normal))
    origins.append(len(raw))
    return Folded(raw, "".join(pieces), tuple(origins))


def fold(raw: str) -> str:
    """Fold ``raw`` to the form in which texts are compared: NFC, ASCII narrow, katakana wide, one dash, one tilde.

    >>> fold("①Ｒ２．１２ ﾀﾞﾙｸ（社福）")
    '①R2.12 ダルク(社福)'
    """
    return fold_with_origins(raw).text


_SPACE_BESIDE_JAPANESE = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")


def without_line_break_spaces(text: str) -> str:
    """Remove the spaces that a line break inside a Japanese word left behind; those between Latin words stay.

    >>> without_line_break_spaces("スポーツ市民 局 NPO Net")
    'スポーツ市民局NPO Net'
    """
    return _SPACE_BESIDE_JAPANESE.sub("", " ".join(text.split()))


def squeezed(text: str) -> str:
    """Fold and drop all white space: the form in which two texts are word for word the same."""
    return "".join(fold(text).split())
