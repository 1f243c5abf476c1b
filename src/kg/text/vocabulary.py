"""Code lists with the Japanese words that decide them.

Each list is one CSV file under ``ontology/codes/`` that a domain expert extends in a spreadsheet: ``notation``, ``label_ja``, ``label_en``,
``cues`` (words, separated by ``|``), ``unless`` (longer words in which a cue does not count), ``scope`` (where a cue counts; its values are
explained in ontology/codes/README.md). In a cue, ``…`` stands for up to 20 characters of the same sentence. A notation may have several rows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg import resources
from kg.errors import VocabularyError
from kg.text.width import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

COLUMNS = ("notation", "label_ja", "label_en", "scope", "cues", "unless")
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class CueMatch:
    """A cue found in a folded text: which code it speaks for, and where it stands."""

    notation: str
    scope: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CueRow:
    """One row of a code list: a notation, where its cues count, the cues and their exceptions, and further columns by name."""

    notation: str
    label_ja: str
    label_en: str
    scope: str
    cues: tuple[str, ...]
    pattern: re.Pattern[str]
    unless: re.Pattern[str]
    further: dict[str, tuple[str, ...]]

    def find(self, text: str) -> Iterator[CueMatch]:
        """All matches in folded ``text`` that no exception overlaps."""
        matches = list(self.pattern.finditer(text))
        if not matches:
            return
        barred = [(m.start(), m.end()) for m in self.unless.finditer(text)]
        for match in matches:
            if not any(start < match.end() and match.start() < end for start, end in barred):
                yield CueMatch(self.notation, self.scope, match.start(), match.end())


@dataclass(frozen=True, slots=True)
class CodeList:
    """A code list in the order of its file (which is its order of precedence where only one code may win)."""

    name: str
    rows: tuple[CueRow, ...]

    @property
    def notations(self) -> tuple[str, ...]:
        """All notations, each once, in file order."""
        return tuple(dict.fromkeys(row.notation for row in self.rows))

    def label(self, notation: str, language: str) -> str:
        """Label of ``notation`` in ``ja`` or ``en``."""
        row = next(row for row in self.rows if row.notation == notation)
        return row.label_ja if language == "ja" else row.label_en

    def find(self, text: str, *scopes: str) -> list[CueMatch]:
        """All cue matches in folded ``text``, in file order; ``scopes`` limits the rows."""
        return [match for row in self.rows if not scopes or row.scope in scopes for match in row.find(text)]

    def first(self, text: str, *scopes: str) -> CueMatch | None:
        """The match of the first row of the file that matches at all."""
        return next((match for row in self.rows if not scopes or row.scope in scopes for match in row.find(text)), None)


def words(cell: str) -> tuple[str, ...]:
    """Split a cell of ``|``-separated words."""
    return tuple(word.strip() for word in cell.split("|") if word.strip())


def _compile(cues: tuple[str, ...]) -> re.Pattern[str]:
    if not cues:
        return _NEVER
    patterns = sorted((re.escape(fold(cue)).replace("…", "[^。]{0,20}?") for cue in cues), key=len, reverse=True)
    return re.compile("|".join(patterns))


@cache
def code_list(name: str) -> CodeList:
    """Load the code list ``name``; raise VocabularyError where its file breaks the rules."""
    file = f"ontology/codes/{name}.csv"
    rows = []
    labels: dict[str, tuple[str, str]] = {}
    for number, row in enumerate(resources.rows(file, COLUMNS), start=2):
        notation = row["notation"].strip()
        pair = (row["label_ja"].strip(), row["label_en"].strip())
        if not notation or not all(pair):
            raise VocabularyError(
                f"{number} 行目の記号または表示名が空です。", f"line {number}: notation and both labels are needed", where=file
            )
        if labels.setdefault(notation, pair) != pair:
            raise VocabularyError(
                f"{number} 行目: {notation} の表示名が前の行と違います。", f"line {number}: {notation} has other labels above", where=file
            )
        cues = words(row["cues"])
        further = {key: words(value) for key, value in row.items() if key not in COLUMNS}
        rows.append(CueRow(notation, *pair, row["scope"].strip(), cues, _compile(cues), _compile(words(row["unless"])), further))
    if not rows:
        raise VocabularyError("中身がありません。", "no rows", where=file)
    return CodeList(name, tuple(rows))
