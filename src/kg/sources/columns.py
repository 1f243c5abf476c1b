"""Which column each cell of a row is in, from what it says as much as from where it stands.

Tables copied out of PDFs lose and gain separators: a number is glued to a name, a name to a department, a whole row moves by one column.
The six columns keep their order, so the best assignment of cells to columns is a shortest path: each cell takes one column, or two or
three neighbouring ones where it reads like them glued together; each step is scored by the cell's words and by its distance from the
column that the page's header promises.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.sources.cells import COLUMNS, Cell, Column, Piece, RawRow
from kg.text.names import is_none
from kg.text.places import gazetteer
from kg.text.vocabulary import code_list
from kg.text.width import Folded, fold, fold_with_origins, squeezed

_NEVER = -50.0
_LONGEST_NAMES = 100
"""Characters beyond which a cell is no number, name and department glued together."""
_BARE_GOVERNMENT = -5.0
"""What a row must score that names a government and holds neither content nor results (their absence costs 5.5)."""
_NUMBER = re.compile(r"\s*(?:No\.?\s?)?\(?(\d{1,4})\)?[.．]?\s*$")
_NUMBER_THEN = re.compile(r"\s*(?:No\.?\s?)?\(?(\d{1,4})\)?[.．]?\s*(?=[^\d\s.])")
_DEPARTMENT_END = re.compile(r"(?:課|室|部|局|庁|班|係|担当|グループ|チーム|本部|センター|事務局|委員会|署|科)\)?$")
_GOVERNMENT_END = re.compile(r"[^\s]{1,7}[都道府県市区町村]$")
_ITEM_START = re.compile(r"\s*(?:[①-⑳㉑-㊿⑴-⒇]|\(\d{1,2}\)|\d{1,2}[.)]\s?\D|・|[【<〔][^】>〕]+[】>〕]|[ア-ン][.)])")
_ITEM_WORDS = re.compile(
    r"を実施|を開催|を作成|を設置|を配布|を提供|を行う|を派遣|を支援|を目的|を対象|に対し|を図る|の開催|を構築|を開設|の実施|を配置|を策定|を養成|につなげ|を発行|を発信"
)
_RESULT_START = re.compile(r"\s*[■●◆□◇▪▶◎]")
_RESULT_WORDS = re.compile(
    r"(?:計|延べ|約|[:\s])\s?\d[\d,]{0,15}\s?(?:回|人|名|件|部|社|団体)|(?<!\d)\d[\d,]{0,15}(?:回|人|名|件|部|社|団体|校|か所)|(?:人数|回数|件数|部数)|予定|作成中|実施中|末時点|末現在"
)


Reading = tuple[tuple[Column, ...], tuple[int, ...], float]
"""One way to read a cell: the columns it holds, where each begins in it, and the score."""


@dataclass(frozen=True)
class Assignment:
    """The pieces of a row by column, and how surely they stand there (the more, the surer)."""

    pieces: dict[Column, Piece]
    glued: tuple[tuple[Column, Column], ...]
    score: float


@cache
def _heading_words() -> dict[str, str]:
    return {squeezed(cue): row.notation for row in code_list("table-column").rows for cue in row.cues}


def header_columns(row: RawRow) -> dict[str, int] | None:
    """Column (or ``group`` for the heading over two columns) by position, where every filled cell is a column heading; else None."""
    words = _heading_words()
    found: dict[str, int] = {}
    for cell in row.filled:
        column = words.get(squeezed(cell.text))
        if column is None:
            return None
        found.setdefault(column, cell.position)
    return found if len(found) >= 2 or "group" in found else None


@lru_cache(maxsize=256)
def _score(text: str, column: Column) -> float:
    """How much folded ``text`` reads like the content of ``column``."""
    return _READERS[column](text, "".join(text.split()))


def _number(text: str, _bare: str) -> float:
    return 5.0 if _NUMBER.match(text) else _NEVER


def _government(text: str, bare: str) -> float:
    if gazetteer().resolve(text):
        return 5.0
    if _GOVERNMENT_END.fullmatch(bare):
        return 1.5
    # A misread name is still a short word behind a number; without the number the row reads better as a continuing one.
    return (
        0.3 if len(bare) <= 8 and not _DEPARTMENT_END.search(bare) and not is_none(text) and not re.search(r"[\d。①-⑳■]", bare) else _NEVER
    )


def _organization_cue(bare: str) -> bool:
    return bool(
        code_list("contractor-kind").first(bare, "name", "note")
        or any(row.pattern.search(bare) or bare.startswith(row.notation) for row in code_list("legal-form").rows if row.cues)
    )


def _department(text: str, bare: str) -> float:
    if len(bare) > 60 or "。" in bare or _RESULT_START.match(text) or is_none(text) or _NUMBER.match(text):
        return _NEVER
    score = 3.0 if _DEPARTMENT_END.search(bare) else -1.5
    return score - (4.0 if _organization_cue(bare) else 0.0)


def _contractor(text: str, bare: str) -> float:
    if is_none(text):
        return 3.0
    if len(bare) > 120 or "。" in bare or _RESULT_START.match(text) or _NUMBER.match(text) or re.match(r"[①-⑳・]", bare):
        return _NEVER
    score = 4.0 if _organization_cue(bare) else 0.5
    return (
        score
        - (3.0 if re.search(r"[課室局]$", bare) else 0.0)
        - (2.0 if len(bare) > 50 else 0.0)
        - (4.0 if _ITEM_WORDS.search(bare) else 0.0)
    )


def _interventions(text: str, bare: str) -> float:
    if is_none(text):
        return -2.0
    if _RESULT_START.match(text):
        return -4.0
    score = (4.0 if _ITEM_START.match(text) else 0.0) + (2.0 if _ITEM_WORDS.search(text) else 0.0) + (1.5 if len(bare) > 30 else -1.0)
    return score - (1.5 if _RESULT_WORDS.search(text) and len(bare) < 30 else 0.0)


def _results(text: str, bare: str) -> float:
    if is_none(text):
        return 1.0
    if _RESULT_START.match(text):
        return 5.0
    score = 2.0 if _RESULT_WORDS.search(text) else -1.0
    return (
        score
        - (2.0 if "。" in bare and _ITEM_WORDS.search(text) else 0.0)
        - (2.0 if _ITEM_START.match(text) and not _RESULT_WORDS.search(text) else 0.0)
    )


_READERS = {
    "number": _number,
    "government": _government,
    "department": _department,
    "contractor": _contractor,
    "interventions": _interventions,
    "results": _results,
}


def _splits(cell: Cell) -> list[Reading]:
    """Ways to read a cell as several columns glued together: the columns, where each begins, and the score of the reading."""
    folded = fold_with_origins(cell.text)
    text = folded.text
    number = _NUMBER_THEN.match(text)
    begin = number.end() if number else 0
    place = gazetteer().match_start(text[begin:])
    if place is None:
        return _unknown_splits(folded, begin)
    end = begin + place.length
    rest = text[end:].strip()
    if not rest:
        return [(("number", "government"), (0, folded.origin(begin)), 8.0)] if number else []
    if not text[end].isspace() or _score(rest, "department") <= 0:
        return []
    department_at = folded.origin(end + len(text[end:]) - len(text[end:].lstrip()))
    if number:
        return [(("number", "government", "department"), (0, folded.origin(begin), department_at), 10.0)]
    return [(("government", "department"), (0, department_at), 7.0)]


def _unknown_splits(folded: Folded, begin: int) -> list[Reading]:
    """The same where no place of the reference table stands: a misread name is still found by where it stands."""
    text = folded.text
    both = re.fullmatch(r"(\s*\S{1,8}?)\s+(\S.*)", text[begin:])
    if both and _score(both[2].strip(), "department") > 0 and (begin or _GOVERNMENT_END.fullmatch(both[1].strip())):
        department_at = folded.origin(begin + both.start(2))
        if begin:
            return [(("number", "government", "department"), (0, folded.origin(begin), department_at), 5.0)]
        return [(("government", "department"), (0, department_at), 4.0)]
    bare = "".join(text[begin:].split())
    if begin and (_GOVERNMENT_END.fullmatch(bare) or _government(text[begin:], bare) > 0):
        return [(("number", "government"), (0, folded.origin(begin)), 4.0)]
    return []


# What it costs that a column is missing, in the first row of a government and in a row that continues it.
_MISSING: dict[Column, tuple[float, float]] = {
    "number": (1.0, 0.0), "government": (0.0, 0.0), "department": (2.0, 0.0), "contractor": (2.5, 2.5), "interventions": (5.0, 3.0), "results": (0.5, 0.5),
}  # fmt: skip


def assign(row: RawRow, header: dict[str, int]) -> Assignment | None:
    """Assign the filled cells of ``row`` to columns; None where no assignment makes sense.

    A cell behind the last column is no part of the table; it is in none of the pieces.
    """
    cells = [cell for cell in row.filled if not (cell.repeated and cell.position < header.get("contractor", 3))]
    return _assigned(cells[: len(COLUMNS)], header) or (_assigned(cells[:-1], header) if 3 < len(cells) <= len(COLUMNS) else None)


def _assigned(cells: list[Cell], header: dict[str, int]) -> Assignment | None:
    best: Assignment | None = None
    readings = [(cell, _readings(cell, header)) for cell in cells]
    for first in (True, False):
        trial = _path(readings, 0 if first else 2, first=first)
        if trial and (best is None or trial.score > best.score):
            best = trial
    if best is None or not {"government", "interventions", "results"} & best.pieces.keys():
        return None
    return best if best.score > (0 if {"interventions", "results"} & best.pieces.keys() else _BARE_GOVERNMENT) else None


def _path(cells: list[tuple[Cell, list[Reading]]], from_column: int, *, first: bool) -> Assignment | None:
    """Best path; a first row must name its government, a continuing row must not."""
    which = 0 if first else 1
    states: dict[int, Assignment] = {from_column: Assignment({}, (), 0.0)}
    for cell, readings in cells:
        following: dict[int, Assignment] = {}
        for column_at, state in states.items():
            for columns, starts, score in readings:
                index = COLUMNS.index(columns[0])
                if index < column_at or (not first and columns[0] in {"number", "government"}):
                    continue
                skipped = sum(_MISSING[column][which] for column in COLUMNS[column_at:index])
                total = state.score + score - skipped
                after = index + len(columns)
                if after not in following or total > following[after].score:
                    pieces = state.pieces | {
                        column: Piece(cell, begin, end)
                        for column, begin, end in zip(columns, starts, (*starts[1:], len(cell.text)), strict=True)
                    }
                    glued = state.glued + tuple(itertools.pairwise(columns))
                    following[after] = Assignment(pieces, glued, total)
        states = following
    ends = [
        Assignment(state.pieces, state.glued, state.score - sum(_MISSING[column][which] for column in COLUMNS[after:]))
        for after, state in states.items()
        if ("government" in state.pieces) == first
    ]
    return max(ends, key=lambda state: state.score, default=None)


def _readings(cell: Cell, header: dict[str, int]) -> list[Reading]:
    text = fold(cell.text)
    found: list[Reading] = [((column,), (0,), _score(text, column) - _distance(cell, column, header)) for column in COLUMNS]
    splits = _splits(cell) if len(cell.text) <= _LONGEST_NAMES else []
    return [reading for reading in (*found, *splits) if reading[2] > _NEVER / 2]


def _distance(cell: Cell, column: Column, header: dict[str, int]) -> float:
    """Small penalty for standing away from where the header puts the column (headers of PDF copies are off by one or two)."""
    return min(0.3 * abs(cell.position - header[column]), 1.0) if column in header else 0.0
