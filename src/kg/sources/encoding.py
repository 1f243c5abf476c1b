"""Which encoding a text file is in: UTF-8 with or without byte order mark, UTF-16 with one, else cp932 (Windows Shift_JIS)."""

from __future__ import annotations

import codecs
import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import SourceEncodingError, SourceFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CHUNK = 1 << 16
_ENOUGH_WIDE = 3
"""Characters beyond ASCII that a file must hold as good UTF-8 to be taken for damaged UTF-8; text in cp932 hardly ever holds one."""
# What cp932 makes of bytes that it does not know: C1 controls and private use.
_NOT_IN_A_TABLE = re.compile("[\x80-\x9f\uf8f0-\uf8ff]")
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

    Raises SourceFormatError for binary content and SourceEncodingError, with the line, where no encoding fits. A file that begins as UTF-8
    and breaks off is damaged UTF-8, not cp932, although cp932 would decode it to nonsense.
    """
    with path.open("rb") as stream:
        head = stream.read(4)
    marked = next((name for mark, name in _MARKS if head.startswith(mark)), "")
    trial = _decode(path, marked or "utf-8")
    if trial.line is None:
        return marked or "utf-8"
    if not marked and trial.wide < _ENOUGH_WIDE:
        other = _decode(path, "cp932")
        if other.line is None:
            return "cp932"
        trial = max(trial, other, key=lambda t: t.line or 0)
    raise SourceEncodingError(
        "文字コードを UTF-8 としても Shift_JIS (cp932) としても読めません。UTF-8 で保存し直してください。",
        "neither UTF-8 nor Shift_JIS (cp932); save the file as UTF-8",
        where=f"{path.name}:{trial.line}",
    )


@dataclass(frozen=True)
class Bytes:
    """How the characters of a text file were written, so that it can be written again byte for byte.

    ``codec`` writes the characters behind the ``mark`` (byte order mark, often none); ``deviations`` are the offsets of characters that stand
    there in other bytes than ``codec`` would write (cp932 has two codes for some hundred characters).
    """

    codec: str
    mark: bytes
    characters: int
    deviations: tuple[tuple[int, bytes], ...]


_WITHOUT_MARK = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def bytes_of(path: Path, encoding: str) -> Bytes:
    """How ``path``, which can be read as ``encoding``, was written."""
    with path.open("rb") as stream:
        head = stream.read(4)
        mark = next((mark for mark, name in _MARKS if encoding == name and head.startswith(mark)), b"")
        codec = _WITHOUT_MARK.get(mark, encoding)
        stream.seek(len(mark))
        count, deviations = 0, []
        decoder = codecs.getincrementaldecoder(codec)()
        pieces = stream if codec == "cp932" else iter(lambda: stream.read(_CHUNK), b"")  # no second byte of cp932 is a line end
        for piece in pieces:
            text = decoder.decode(piece)
            if codec == "cp932" and text.encode(codec) != piece:
                deviations += [(count + offset, raw) for offset, raw in _deviations(piece)]
            count += len(text)
    return Bytes(codec, mark, count, tuple(deviations))


def _deviations(line: bytes) -> Iterator[tuple[int, bytes]]:
    """Offset and bytes of each character of a line in cp932 that the codec writes otherwise."""
    at = offset = 0
    while at < len(line):
        size = 2 if 0x81 <= line[at] <= 0x9F or 0xE0 <= line[at] <= 0xFC else 1
        raw = line[at : at + size]
        if raw.decode("cp932").encode("cp932") != raw:
            yield offset, raw
        at, offset = at + size, offset + 1


@dataclass(frozen=True)
class _Trial:
    """How decoding went: the first line that could not be decoded (None: all could), and how many characters beyond ASCII came before it."""

    line: int | None
    wide: int


def _decode(path: Path, encoding: str) -> _Trial:
    decoder = codecs.getincrementaldecoder(encoding)()
    line, wide = 1, 0
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
                text = decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                good = error.object[: error.start].decode(error.encoding, "ignore")
                return _Trial(line + good.count("\n"), wide + sum(char > "\x7f" for char in good))
            odd = _NOT_IN_A_TABLE.search(text) if encoding == "cp932" else None
            if odd:
                return _Trial(line + text.count("\n", 0, odd.start()), wide)
            if not chunk:
                return _Trial(None, wide)
            line += text.count("\n")
            wide += sum(char > "\x7f" for char in text)
