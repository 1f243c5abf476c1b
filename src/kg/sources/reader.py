"""Opening a source: which format it is, and its rows, as often as they are needed."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from kg.errors import SourceEmptyError, SourceFormatError, SourceMissingError
from kg.settings import Limits
from kg.sources.cells import COLUMNS, DataRow, HeaderRow, OtherRow, RawRow, Row, TableTitle, TitleRow
from kg.sources.columns import assign, header_columns
from kg.sources.delimited import csv_rows, text_copy_rows
from kg.sources.encoding import encoding_of, sha256_of
from kg.sources.titles import parse_title
from kg.sources.workbook import returned_workbook, workbook_rows
from kg.text.width import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.sources.returned import Returned

Format = Literal["text", "csv", "tsv", "xlsx"]
_SNIFFED_LINES = 50
_NOTE = re.compile(
    r"\s*(?:[※*＊]|\(?注\)?\s?\d*[:)]?|[-‐]?\s?(?:[Pp]\.?\s?)?\d{1,3}\s?(?:ページ|頁|[-‐])?\s*$|\d+\s?/\s?\d+\s*$|出典|\(出典|資料出所)"
)


@dataclass(frozen=True)
class Document:
    """A source file that was found to be readable; ``rows()`` reads it anew each time, as a stream."""

    path: Path
    name: str
    sha256: str
    format: Format
    encoding: str = ""
    limits: Limits = field(default_factory=Limits)

    @cached_property
    def returned(self) -> Returned | None:
        """What a workbook of findings that came back says besides its table; None for any other source."""
        return returned_workbook(self.path, self.limits) if self.format == "xlsx" else None

    def raw_rows(self) -> Iterator[RawRow]:
        """The rows before anything is understood."""
        match self.format:
            case "xlsx":
                return workbook_rows(self.path, self.limits)
            case "text":
                return text_copy_rows(self.path, self.encoding, self.limits)
            case "csv":
                return csv_rows(self.path, self.encoding, ",", self.limits)
            case "tsv":
                return csv_rows(self.path, self.encoding, "\t", self.limits)

    def rows(self) -> Iterator[Row]:
        """Titles, headers, data rows and others, in order; nothing is left out."""
        header: dict[str, int] = {}
        after_header = False
        usual: int | None = None
        layout = _Layout()
        second_half = False
        for raw, following in _with_next(self.raw_rows()):
            broken = None if second_half else _broken_title(raw, following)
            row = TitleRow(raw, TableTitle()) if second_half else broken or _understand(raw, header)
            second_half = broken is not None
            if isinstance(row, HeaderRow):
                columns = header_columns(raw) or {}
                header = {**header, **columns} if after_header else columns
                layout = _Layout(margin=layout.margin)
            elif isinstance(row, DataRow):
                row, usual = _with_shift(row, usual, layout.moved(row, header) if row["government"] else 0)
            after_header = isinstance(row, HeaderRow)
            yield row


def _with_next(rows: Iterator[RawRow]) -> Iterator[tuple[RawRow, RawRow | None]]:
    """Each row with the one behind it."""
    row = next(rows, None)
    while row is not None:
        following = next(rows, None)
        yield row, following
        row = following


def _broken_title(raw: RawRow, following: RawRow | None) -> TitleRow | None:
    """The first half of a title that a line end cuts in two: only both halves together say programme, cohort and edition."""
    if following is None or len(raw.filled) != 1 or len(following.filled) != 1:
        return None
    first, second = raw.filled[0].text.strip(), following.filled[0].text.strip()
    whole = parse_title(first + second)
    if whole is None or not whole.complete:
        return None
    halves = [parse_title(first), parse_title(second)]
    return None if any(half and half.complete for half in halves) else TitleRow(raw, whole)


def _understand(raw: RawRow, header: dict[str, int]) -> Row:
    filled = raw.filled
    if not filled:
        return OtherRow(raw, "hidden" if raw.hidden else "blank")
    if header_columns(raw) is not None:
        return HeaderRow(raw)
    if len(filled) == 1 or len({cell.text for cell in filled}) == 1:
        title = parse_title(filled[0].text)
        if title:
            return TitleRow(raw, title)
    assignment = assign(raw, header) if len(raw.cells) > 1 else None
    if assignment:
        return DataRow(raw, assignment.pieces, glued=assignment.glued)
    return OtherRow(raw, "note" if len(filled) == 1 and _NOTE.match(fold(filled[0].text)) else "unread")


@dataclass
class _Layout:
    """What the rows that name a government have in common on one page: blank cells between their pieces, and before their number."""

    gaps: int | None = None
    margin: int | None = None

    def moved(self, row: DataRow, header: dict[str, int]) -> int:
        """By how many cells the row stands to the right of the others."""
        blank, number = _blank_between(row, header), row["number"]
        moved = max(blank - (self.gaps or 0), 0)
        self.gaps = blank if self.gaps is None else self.gaps
        if number:
            moved += max(number.cell.position - (number.cell.position if self.margin is None else self.margin), 0)
            self.margin = number.cell.position if self.margin is None else self.margin
        return moved


def _blank_between(row: DataRow, header: dict[str, int]) -> int:
    """How many cells more than the columns need stand blank between the pieces of the row that names a government."""
    pieces = [(COLUMNS.index(column), column, piece.cell.position) for column, piece in row.pieces.items()]
    found = 0
    for (at, column, position), (next_at, following, next_position) in pairwise(sorted(pieces)):
        needed = header[following] - header[column] if column in header and following in header else next_at - at
        found += max(next_position - position - max(needed, next_at - at), 0)
    return found


def _with_shift(row: DataRow, usual: int | None, moved: int) -> tuple[DataRow, int | None]:
    """Compare a continuing row with the first row of its government: its items stand where the first row's do, or the row has moved.

    The first row itself has ``moved`` where it holds more blank cells than the others of its page.
    """
    piece = row["interventions"] or row["results"]
    position = piece.cell.position if piece else None
    if row["interventions"] is None and position is not None:
        position -= 1
    if row["government"] is not None and moved and position is not None:
        return DataRow(row.raw, row.pieces, moved, row.glued), position - moved
    if row["government"] is not None or usual is None or position is None:
        return row, position if position is not None else usual
    return DataRow(row.raw, row.pieces, position - usual, row.glued), usual


def open_source(path: Path, limits: Limits | None = None) -> Document:
    """Find out what ``path`` is. Raises a SourceError that names the file where it cannot be read as a table."""
    limits = limits or Limits()
    if not path.exists():
        raise SourceMissingError("ファイルがありません。", "no such file", where=str(path))
    if path.is_dir():
        raise SourceMissingError(
            "フォルダーです。表のファイルを指定してください。", "a directory; name the file with the table", where=str(path)
        )
    if not path.is_file():
        raise SourceMissingError("ふつうのファイルではありません。", "not a regular file", where=str(path))
    if not path.stat().st_size:
        raise SourceEmptyError("空のファイルです。", "the file is empty", where=path.name)
    try:
        with path.open("rb") as stream:
            head = stream.read(8)
    except OSError as error:
        raise SourceMissingError(
            "ファイルを開けません（権限を確かめてください）。", "cannot be opened; check its permissions", where=str(path)
        ) from error
    refused = _refused(head)
    if refused:
        raise SourceFormatError(*refused, where=path.name)
    digest = sha256_of(path)
    name = path.name.encode("utf-8", "backslashreplace").decode()
    name = "".join(char if char.isprintable() else "\ufffd" for char in name)
    if zipfile.is_zipfile(path):
        return Document(path, name, digest, "xlsx", limits=limits)
    encoding = encoding_of(path)
    return Document(path, name, digest, _text_format(path, encoding), encoding, limits)


def _refused(head: bytes) -> tuple[str, str] | None:
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return (
            "パスワード付きのブックか、古い形式 (.xls) です。パスワードを外し、.xlsx で保存し直してください。",
            "a workbook with a password, or of the old format (.xls); remove the password and save it as .xlsx",
        )
    if head.startswith(b"%PDF"):
        return (
            "PDF はそのままでは読めません。表の部分を文字としてコピーし、.txt で保存してください。",
            "a PDF is not read as it is; copy its table as text and save it as .txt",
        )
    return None


def _text_format(path: Path, encoding: str) -> Format:
    """Text copy, CSV or TSV, by the ending and, where that says nothing, by which separator the first lines hold more of."""
    with path.open(encoding=encoding, newline="") as stream:
        head = [stream.readline(10_000) for _ in range(_SNIFFED_LINES)]
    tabs, commas = (sum(line.count(mark) for line in head) for mark in "\t,")
    ending = path.suffix.lower()
    if ending == ".tsv" or (ending == ".csv" and tabs > commas):
        return "tsv"
    return "csv" if ending == ".csv" or (commas > tabs * 4 and (ending != ".txt" or not tabs)) else "text"
