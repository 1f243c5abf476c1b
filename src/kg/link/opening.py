"""CSV files of others as text: a file, or those in a zip, in UTF-8 or Shift_JIS, read as a stream within limits and never unpacked to disk."""

from __future__ import annotations

import codecs
import io
import zipfile
import zlib
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from kg.errors import LinkError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.settings import Limits

_CHUNK = 1 << 20
_SHIFT_JIS = "cp932"
"""What Shift_JIS is in practice: the register's own files hold characters that only Windows' code page has."""


class _Guarded(io.RawIOBase):
    """The bytes of a file while it is within the limits. Raises LinkError when it is not."""

    def __init__(self, stream: IO[bytes], name: str, limits: Limits) -> None:
        self._stream, self._name, self._limits = stream, name, limits
        self._read = self._unended = 0

    def readable(self) -> bool:
        """Whether it can be read, which it can."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]  # any buffer that takes bytes
        """Fill ``buffer`` with the next bytes."""
        content = self._stream.read(len(buffer))
        self._read += len(content)
        end = content.rfind(b"\n")
        self._unended = len(content) - end - 1 if end >= 0 else self._unended + len(content)
        if self._read > self._limits.register_bytes or self._unended > self._limits.line_bytes:
            raise LinkError(
                f"大きすぎるか、行が長すぎます（{self._limits.register_bytes:,} バイト、一行 {self._limits.line_bytes:,} バイトまで）。"
                "このファイルでよいか確かめてください。",
                f"too large, or a line is too long (at most {self._limits.register_bytes:,} bytes, and {self._limits.line_bytes:,} a line); "
                "make sure that it is the right file",
                where=self._name,
            )
        buffer[: len(content)] = content
        return len(content)


@contextmanager
def opened(path: Path, member: str, limits: Limits) -> Iterator[IO[str]]:
    """The text of a CSV file, or of the ``member`` of a zip. Raises LinkError where it is damaged or beyond ``limits``."""
    name = part_name(path, member)
    try:
        encoding = _encoding(path, member)
        with _bytes_of(path, member) as stream:
            yield io.TextIOWrapper(io.BufferedReader(_Guarded(stream, name, limits), _CHUNK), encoding=encoding, newline="")
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
        raise _damaged(name, error) from error
    except UnicodeDecodeError as error:
        raise LinkError(
            f"{_called(encoding)} として読めない文字があります。UTF-8 で保存し直すか、ダウンロードし直してください。",
            f"holds characters that are not {_called(encoding)}; save it again as UTF-8, or download it again",
            where=name,
        ) from error


def members(path: Path) -> list[str]:
    """The CSV files in a zip, by name; for a file that is no zip, the one name ``""``. Raises LinkError where there is none, or no file."""
    if not path.is_file():
        raise LinkError("このファイルはありません。名前を確かめてください。", "no such file; check its name", where=str(path))
    if not zipfile.is_zipfile(path):
        return [""]
    try:
        with zipfile.ZipFile(path) as archive:
            found = sorted(info.filename for info in archive.infolist() if info.filename.lower().endswith(".csv"))
    except zipfile.BadZipFile as error:
        raise _damaged(str(path), error) from error
    if not found:
        raise LinkError("zip の中に CSV がありません。", "the zip holds no CSV file", where=str(path))
    return found


def part_name(path: Path, member: str) -> str:
    """What messages call a file, or a file in a zip."""
    return f"{path}!{member}" if member else str(path)


@contextmanager
def _bytes_of(path: Path, member: str) -> Iterator[IO[bytes]]:
    if not member:
        with path.open("rb") as stream:
            yield stream
        return
    with zipfile.ZipFile(path) as archive, archive.open(member) as stream:
        yield stream


def _encoding(path: Path, member: str) -> str:
    """UTF-8, with or without byte order mark, where the beginning of the file is that; else Shift_JIS."""
    with _bytes_of(path, member) as stream:
        beginning = stream.read(_CHUNK)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(beginning)
    except UnicodeDecodeError:
        return _SHIFT_JIS
    return "utf-8-sig"


def _called(encoding: str) -> str:
    return "Shift_JIS" if encoding == _SHIFT_JIS else "UTF-8"


def _damaged(name: str, error: Exception) -> LinkError:
    return LinkError(
        f"zip が壊れているか、暗号化されています（{error}）。ダウンロードし直してください。",
        f"the zip is damaged or encrypted ({error}); download it again",
        where=name,
    )
