"""Which encoding a text file is in: UTF-8 with or without byte order mark, UTF-16 with one, else cp932 (Windows Shift_JIS)."""

from __future__ import annotations

import codecs
import hashlib
from typing import TYPE_CHECKING

from kg.errors import SourceEncodingError, SourceFormatError

if TYPE_CHECKING:
    from pathlib import Path

_CHUNK = 1 << 16
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def sha256_of(path: Path) -> str:
    """SHA-256 of the file's bytes, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def encoding_of(path: Path) -> str:
    """Name of the encoding in which all of ``path`` can be decoded.

    Raises SourceFormatError for binary content and SourceEncodingError, with the line, where no encoding fits.
    """
    with path.open("rb") as stream:
        head = stream.read(4)
    marked = next((name for mark, name in _MARKS if head.startswith(mark)), None)
    trials = (marked,) if marked else ("utf-8", "cp932")
    reached = {name: _undecodable_line(path, name) for name in trials}
    for name, line in reached.items():
        if line is None:
            return name
    line = max(line for line in reached.values() if line is not None)
    raise SourceEncodingError(
        "文字コードを UTF-8 としても Shift_JIS (cp932) としても読めません。UTF-8 で保存し直してください。",
        "neither UTF-8 nor Shift_JIS (cp932); save the file as UTF-8",
        where=f"{path.name}:{line}",
    )


def _undecodable_line(path: Path, encoding: str) -> int | None:
    """First line that ``encoding`` cannot decode; None where it decodes all."""
    decoder = codecs.getincrementaldecoder(encoding)()
    line = 1
    with path.open("rb") as stream:
        while True:
            chunk = stream.read(_CHUNK)
            if b"\0" in chunk and encoding != "utf-16":
                raise SourceFormatError(
                    "文字のファイルではありません（バイナリです）。表を文字のコピー、CSV、TSV、XLSX のいずれかで渡してください。",
                    "not a text file (binary); give the table as a text copy, CSV, TSV or XLSX",
                    where=path.name,
                )
            try:
                decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                return line + chunk[: error.start].count(b"\n")
            if not chunk:
                return None
            line += chunk.count(b"\n")
