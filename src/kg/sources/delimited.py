"""Text tables as raw rows: copies of PDF tables (tab-separated, no quoting) and CSV/TSV (RFC 4180), with the offset of every cell."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from kg.errors import SourceFormatError, SourceTooLargeError
from kg.sources.cells import Cell, RawRow, cell_too_large

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import TextIO

    from kg.settings import Limits


def _lines(stream: TextIO, name: str, limits: Limits) -> Iterator[tuple[int, int, str]]:
    """Yield (line number, offset, line with its end); refuse a line that could not hold a row before it is all in memory."""
    most = limits.cell_characters * 8
    offset = 0
    for number in itertools.count(1):
        line = stream.readline(most + 1)
        if not line:
            return
        if len(line) > most:
            raise _too_large(f"{name}:{number}", most)
        yield number, offset, line
        offset += len(line)


def _too_large(where: str, most: int) -> SourceTooLargeError:
    return SourceTooLargeError(
        f"{most:,} 文字を超える欄または行があります。表の区切り（タブ、引用符）が壊れていないか確かめてください。",
        f"a cell or line has more than {most:,} characters; check whether the table's separators or quotes are broken",
        where=where,
    )


def _check(cells: tuple[Cell, ...], where: str, limits: Limits) -> tuple[Cell, ...]:
    if len(cells) > limits.row_cells:
        raise SourceTooLargeError(
            f"1 行に {len(cells)} の欄があります（上限 {limits.row_cells}）。",
            f"{len(cells)} cells in one row (at most {limits.row_cells})",
            where=where,
        )
    for number, cell in enumerate(cells, start=1):
        if len(cell.text) > limits.cell_characters:
            raise cell_too_large(cell.text, limits, where=where, number=number)
    return cells


def text_copy_rows(path: Path, encoding: str, limits: Limits) -> Iterator[RawRow]:
    """Rows of a text copy: one a line, cells between tabs."""
    with path.open(encoding=encoding, newline="") as stream:
        for number, offset, line in _lines(stream, path.name, limits):
            cells = []
            begin = 0
            body = line.rstrip("\r\n")
            for position, text in enumerate(body.split("\t")):
                cells.append(Cell(text, offset + begin, position))
                begin += len(text) + 1
            yield RawRow(number, offset, line, _check(tuple(cells), f"{path.name}:{number}", limits))


def csv_rows(path: Path, encoding: str, delimiter: str, limits: Limits) -> Iterator[RawRow]:
    """Rows of a CSV or TSV file: quoted cells may hold the delimiter, line ends and doubled quotes."""
    with path.open(encoding=encoding, newline="") as stream:
        record, begin, first, quotes = "", 0, 1, 0
        for number, offset, line in _lines(stream, path.name, limits):
            if not record:
                begin, first = offset, number
            continuing = bool(record)
            record += line
            quotes = line.count('"') + (quotes if continuing else 0)
            if len(record) > limits.cell_characters * 8:
                raise _too_large(f"{path.name}:{first}", limits.cell_characters)
            if continuing and quotes % 2:
                continue  # the quote that is open is closed where their number is even
            cells = _split(record, begin, delimiter)
            if cells is not None:
                yield RawRow(first, begin, record, _check(cells, f"{path.name}:{first}", limits))
                record = ""
        if record:
            raise SourceFormatError(
                '引用符「"」が閉じられていません。この行から後が一つの欄になってしまいます。引用符を直してください。',
                "a quote that opens here is never closed, so that the rest of the file would be one cell; mend the quotes",
                where=f"{path.name}:{first}",
            )


def _split(record: str, offset: int, delimiter: str) -> tuple[Cell, ...] | None:
    """Cells of one record; None where a quoted cell is still open at its end."""
    cells: list[Cell] = []
    at, size = 0, len(record.rstrip("\r\n"))
    while True:
        if record.startswith('"', at):
            cell, at = _quoted(record, at, offset, len(cells))
            if at < 0:
                return None
            size = max(size, at)
            stop = record.find(delimiter, at, size)
        else:
            stop = record.find(delimiter, at, size)
            cell = Cell(record[at : size if stop < 0 else stop], offset + at, len(cells))
        cells.append(cell)
        if stop < 0:
            return tuple(cells)
        at = stop + 1


def _quoted(record: str, at: int, offset: int, position: int) -> tuple[Cell, int]:
    """The quoted cell that begins at ``at``, and where it ends; -1 where its closing quote has not come yet."""
    pieces: list[str] = []
    skips: list[int] = []
    begin, size = at + 1, 0
    while True:
        close = record.find('"', begin)
        if close < 0:
            return Cell("", offset + at, position), -1
        pieces.append(record[begin:close])
        size += close - begin
        if record.startswith('""', close):
            pieces.append('"')
            size += 1
            skips.append(size)
            begin = close + 2
        else:
            return Cell("".join(pieces), offset + at + 1, position, skips=tuple(skips)), close + 1
