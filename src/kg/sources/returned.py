"""A workbook of findings that an official sends back: which of its sheets hold the table, which cells were changed, which codes are corrected.

What is written into such a workbook, and where, is told in kg.correction_form.
"""

from __future__ import annotations

import difflib
import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from kg.correction_form import COLUMNS, CORRECTIONS_NAME, EARLIER, HIDDEN, OTHER_NAMES, TABLE_NAME, fills_itself_in, heading
from kg.sources.values import shown
from kg.text.width import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_MOST_PAIRED = 200
"""Changed rows in a run up to which it is looked for the pairs that differ least."""
_Line = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Revised:
    """A document that the table of the workbook was read from, now (``direct``) or in an earlier round; ``revises`` are sums of still earlier ones."""

    sha256: str
    name: str
    format: str
    revises: tuple[str, ...] = ()
    direct: bool = False


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell whose text is another than when the workbook was written; ``now`` is empty where it is gone, ``was`` where it is new.

    ``cell`` is where it stands (``Sheet1!D7``), or stood where its row is ``gone``; ``document`` is the sha256 of the one that it was read from.
    """

    cell: str
    row: int
    column: int
    was: str
    now: str
    document: str
    gone: bool = False


@dataclass(frozen=True, slots=True)
class EarlierChange:
    """A change of an earlier round, which the workbook hands on: its key and the workbook that brought it, who made it, where its cell is ``now``."""

    change: CellChange
    key: str
    workbook: str
    who: str
    why: str
    when: str
    now: str


@dataclass(frozen=True, slots=True)
class FormCell:
    """A cell of the sheet of corrections."""

    text: str
    where: str
    row: int
    column: int


FormRow = dict[str, FormCell]
"""A row of the sheet of corrections: its filled cells by the keys of kg.correction_form.COLUMNS."""


@dataclass(frozen=True, slots=True)
class Form:
    """The sheet of corrections: its filled rows, where its headings are (``訂正!A9``), and those of its headings that are not there.

    Where any is ``missing``, nobody can tell what stands in which column, and the keys of the rows are letters of columns.
    """

    rows: tuple[FormRow, ...]
    headings: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Returned:
    """What a returned workbook says besides its table; not ``comparable`` where its hidden sheet is gone, so that changed cells are unknown.

    ``form`` is None where there is no sheet of corrections any more.
    """

    comparable: bool
    documents: tuple[Revised, ...]
    changes: tuple[CellChange, ...]
    earlier: tuple[EarlierChange, ...]
    form: Form | None


def is_returned(book: Workbook) -> bool:
    """Whether ``book`` is a workbook of findings, even one whose hidden sheet was deleted."""
    return HIDDEN in book.sheetnames or any(name in book.defined_names for name in OTHER_NAMES)


def sheets_without_table(book: Workbook) -> set[str]:
    """Titles of the sheets that a report added to the table, even where they were renamed.

    Raises ValueError where it is no more to be told which they are.
    """
    if not is_returned(book):
        return set()
    titles = _titles(book)
    if HIDDEN in book.sheetnames and not titles.keys() >= set(OTHER_NAMES):
        raise ValueError(HIDDEN)
    return {HIDDEN} | {titles[name] for name in OTHER_NAMES if name in titles}


def read_returned(book: Workbook) -> Returned | None:
    """What was changed in ``book`` since it was written; None where it is no workbook of findings."""
    if not is_returned(book):
        return None
    titles = _titles(book)
    written = list(_hidden_rows(book))
    cells = [row for row in written if row[0] == "cell" and len(row) >= 6]
    documents = _documents(written, {row[4] for row in cells})
    changes: list[CellChange] = []
    moved: dict[tuple[str, int], int] = {}
    comparable = HIDDEN in book.sheetnames
    tables = [name for name in titles if name.startswith(TABLE_NAME) and comparable]
    for name in sorted(tables, key=lambda name: (len(name), name)):
        before = {(int(row[2]), int(row[3])): (row[4], row[5]) for row in cells if row[1] == name}
        now = _texts(book[titles[name]]) if titles[name] in book.sheetnames else {}
        pairs = list(_pairs(before, now))
        changes += _changes(titles[name], before, now, pairs)
        moved |= {(name, old): new for old, new in pairs if old and new}
    earlier = tuple(_earlier(row[1:], titles, moved) for row in written if row[0] == "corrected" and len(row) > EARLIER.index("when"))
    sheet = titles.get(CORRECTIONS_NAME, "")
    return Returned(comparable, documents, tuple(changes), earlier, _form(book[sheet]) if sheet in book.sheetnames else None)


def _documents(written: Sequence[tuple[str, ...]], direct: set[str]) -> tuple[Revised, ...]:
    rows = ((*row, "")[1:5] for row in written if row[0] == "document" and len(row) >= 4)
    return tuple(Revised(digest, name, form, tuple(revises.split()), digest in direct) for digest, name, form, revises in rows)


def _earlier(row: tuple[str, ...], titles: dict[str, str], moved: dict[tuple[str, int], int]) -> EarlierChange:
    """Read a row of the kind ``corrected``."""
    values = dict(zip(EARLIER, (*row, "", "", ""), strict=False))
    change = CellChange(
        values["cell"],
        int(values["row"]),
        int(values["column"]),
        values["before"],
        values["after"],
        values["corrects"],
        gone=not values["sheet"],
    )
    row_now = moved.get((values["sheet"], int(values["sheet_row"] or 0)), 0)
    now = f"{titles[values['sheet']]}!{get_column_letter(int(values['sheet_column']))}{row_now}" if row_now else ""
    return EarlierChange(change, values["key"], values["document"], values["who"], values["why"], values["when"], now)


def _hidden_rows(book: Workbook) -> Iterator[tuple[str, ...]]:
    if HIDDEN not in book.sheetnames:
        return
    for values in book[HIDDEN].iter_rows(values_only=True):
        row = [shown(value) for value in values]
        while row and not row[-1]:
            row.pop()
        if row:
            yield tuple(row)


def _titles(book: Workbook) -> dict[str, str]:
    """Title of each sheet of a report by its defined name, which follows a sheet that is renamed; else as it was."""
    titles = {row[1]: row[2] for row in _hidden_rows(book) if row[0] == "sheet" and len(row) >= 3}
    for name, defined in book.defined_names.items():
        if name in OTHER_NAMES or name.startswith(TABLE_NAME):
            titles.update((name, title) for title, _ in defined.destinations)
    return titles


def _texts(sheet: Worksheet) -> dict[tuple[int, int], str]:
    """Texts of the filled cells by row and column."""
    return {place: text for place, cell in sheet._cells.items() if (text := shown(cell.value))}


# -- changed cells ----------------------------------------------------------------------------------------------------------------------------


_Cells = dict[tuple[int, int], tuple[str, str]]
"""Document and text of cells by row and column."""


def _pairs(before: _Cells, now: dict[tuple[int, int], str]) -> Iterator[tuple[int, int]]:
    """Which row became which, from 1; 0 for one that is new, or gone. Rows that were put in or taken out move no others."""
    width = max((column for _, column in [*before, *now]), default=0)
    old, new = _lines({place: text for place, (_, text) in before.items()}, width), _lines(now, width)
    for tag, a, a_end, b, b_end in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(range(a + 1, a_end + 1), range(b + 1, b_end + 1), strict=True)
        else:
            for i, j in _paired(old[a:a_end], new[b:b_end]):
                yield 0 if i is None else a + i + 1, 0 if j is None else b + j + 1


def _changes(title: str, before: _Cells, now: dict[tuple[int, int], str], pairs: Sequence[tuple[int, int]]) -> Iterator[CellChange]:
    """Cells that differ, row by row."""
    columns = sorted({column for _, column in [*before, *now]})
    document = next((digest for digest, _ in before.values() if digest), "")
    for old, new in pairs:
        document = next((before[old, column][0] for column in columns if (old, column) in before), document)
        for column in columns:
            was, is_ = _plain(before.get((old, column), ("", ""))[1]), _plain(now.get((new, column), ""))
            if was != is_:
                cell = f"{title}!{get_column_letter(column)}{new or old}"
                yield CellChange(cell, new or old, column, was, is_, document, gone=not new)


def _lines(texts: dict[tuple[int, int], str], width: int) -> list[_Line]:
    """Rows from 1 to the last filled one, line ends and the way they are written aside."""
    last = max((row for row, _ in texts), default=0)
    return [tuple(_plain(texts.get((row, column), "")) for column in range(1, width + 1)) for row in range(1, last + 1)]


def _plain(text: str) -> str:
    """A spreadsheet program may write a line end as CR LF when it saves."""
    return text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")


def _paired(old: Sequence[_Line], new: Sequence[_Line]) -> list[tuple[int | None, int | None]]:
    """Pair two runs of rows in order so that as few cells as possible differ."""
    if len(old) == len(new) or max(len(old), len(new)) > _MOST_PAIRED:
        return list(itertools.zip_longest(range(len(old)), range(len(new))))
    cost = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, j in itertools.product(range(len(old), -1, -1), range(len(new), -1, -1)):
        cost[i][j] = min(_steps(old, new, cost, (i, j)), default=(0,))[0]
    pairs: list[tuple[int | None, int | None]] = []
    i = j = 0
    while i < len(old) or j < len(new):
        _, _, left, right = min(_steps(old, new, cost, (i, j)))
        pairs.append((i if left else None, j if right else None))
        i, j = i + left, j + right
    return pairs


def _steps(old: Sequence[_Line], new: Sequence[_Line], cost: list[list[int]], at: tuple[int, int]) -> Iterator[tuple[int, int, int, int]]:
    """Ways on from a place, with what each costs to the end: two rows are one, a row is gone, a row is new."""
    i, j = at
    if i < len(old) and j < len(new):
        yield sum(a != b for a, b in zip(old[i], new[j], strict=True)) + cost[i + 1][j + 1], 0, 1, 1
    if i < len(old):
        yield sum(map(bool, old[i])) + cost[i + 1][j], 1, 1, 0
    if j < len(new):
        yield sum(map(bool, new[j])) + cost[i][j + 1], 2, 0, 1


# -- corrected codes --------------------------------------------------------------------------------------------------------------------------


def _form(sheet: Worksheet) -> Form:
    """The filled rows below the headings, wherever these stand; cells that fill themselves in are left out."""
    texts = _texts(sheet)
    keys = {squeezed(heading(key)): key for key, _, _ in COLUMNS}
    found = {place: keys[squeezed(text)] for place, text in texts.items() if squeezed(text) in keys}
    top = min((row for row, _ in found), default=0)
    columns = {column: key for (row, column), key in found.items() if row == top and not fills_itself_in(key)}
    missing = tuple(key for key, _, _ in COLUMNS if not fills_itself_in(key) and key not in columns.values())
    if missing:
        columns = {column: get_column_letter(column) for _, column in texts}
    rows: dict[int, FormRow] = {}
    for (row, column), text in sorted(texts.items()):
        if row > top and column in columns and text.strip():
            where = f"{sheet.title}!{get_column_letter(column)}{row}"
            rows.setdefault(row, {})[columns[column]] = FormCell(text, where, row, column)
    return Form(tuple(rows.values()), f"{sheet.title}!A{top or 1}", missing)
