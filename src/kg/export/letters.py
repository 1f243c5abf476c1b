"""Japanese words on pages in another language say that they are Japanese: a screen reader spells them out or leaves them out otherwise (WCAG 3.1.2)."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_JAPANESE = re.compile(r"[ぁ-ゖァ-ヺ々〆㐀-鿿豈-﫿ｦ-ﾟ]")
_LATIN = re.compile(r"[A-Za-z]")
_BETWEEN = re.compile(r"(\s+|[“”])")


def lang_of(text: str, around: str) -> Markup:
    """The attribute that an element with a text needs on a page in the language ``around``; empty where it needs none."""
    return Markup(' lang="ja"') if around != "ja" and _JAPANESE.search(text) else Markup()


def in_its_language(text: str, around: str) -> str:
    """A text whose Japanese words are elements of their own on a page in the language ``around``; as it was where it has none."""
    if not lang_of(text, around):
        return text
    return Markup().join(_marked(line) if _JAPANESE.search(line) else escape(line) for line in text.splitlines(keepends=True))


def _marked(line: str) -> Markup:
    words = _BETWEEN.split(line)
    pieces: list[Markup] = []
    place = 0
    while place < len(words):
        end = _end_of_japanese(words, place)
        said = escape("".join(words[place : max(end, place + 1)]))
        pieces.append(Markup('<span lang="ja">{}</span>').format(said) if end > place else said)
        place = max(end, place + 1)
    return Markup().join(pieces)


def _end_of_japanese(words: list[str], first: int) -> int:
    """Where a run of Japanese words that begins at ``first`` ends: figures and signs between two of them belong to it; ``first`` where none begins."""
    end = first
    for place in range(first, len(words)):
        if _JAPANESE.search(words[place]):
            end = place + 1
        elif place == first or _LATIN.search(words[place]) or words[place] in {"“", "”"}:
            break
    return end
