"""Lines sorted on disk, each once, with memory that does not grow with their number."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_BYTES_IN_MEMORY = 64 * 1024 * 1024


def natural(text: str) -> str:
    """``text`` with its numbers padded, so that it sorts as people count: item 2-3 before item 2-10."""
    return re.sub(r"\d+", lambda match: match.group().zfill(12), text)


class LineSorter:
    """Runs of as many lines as fit in memory, each sorted and written to ``directory``, then merged in one pass, however many there are."""

    def __init__(self, directory: Path, bytes_in_memory: int = _BYTES_IN_MEMORY) -> None:
        self._directory = directory
        self._most = bytes_in_memory
        self._lines: list[bytes] = []
        self._bytes = 0
        self._runs: list[Path] = []

    def add(self, lines: Iterable[bytes]) -> None:
        """Add lines, each with its line end."""
        for line in lines:
            self._lines.append(line)
            self._bytes += len(line)
        if self._bytes >= self._most:
            self._write_run()

    def sorted(self) -> Iterator[bytes]:
        """All lines in the order of their bytes, which for UTF-8 is that of the code points; each once."""
        if not self._runs:
            return iter(sorted(set(self._lines)))
        self._write_run()
        return _merged([_Run(run, self._most // len(self._runs)) for run in self._runs])

    def _write_run(self) -> None:
        run = self._directory / f"run-{len(self._runs)}"
        with run.open("wb") as stream:
            stream.writelines(sorted(set(self._lines)))
        self._runs.append(run)
        self._lines, self._bytes = [], 0


class _Run:
    """A file of sorted lines, read block by block; it is open only while a block is read, so that any number can be merged at once."""

    def __init__(self, path: Path, block: int) -> None:
        self._path = path
        self._block = max(block, 1)
        self._read_to = 0
        self._lines: list[bytes] = []
        self._at = 0

    def has_lines(self) -> bool:
        """Whether a line is left; reads the next block where the last is used up."""
        if self._at == len(self._lines):
            with self._path.open("rb") as stream:
                stream.seek(self._read_to)
                self._lines, self._at = stream.readlines(self._block), 0
                self._read_to = stream.tell()
        return bool(self._lines)

    def last(self) -> bytes:
        """The last line in memory: what comes later in this run is not less."""
        return self._lines[-1]

    def take(self, bound: bytes) -> list[bytes]:
        """The lines in memory up to ``bound``, which are not given again."""
        end = bisect_right(self._lines, bound, self._at)
        taken = self._lines[self._at : end]
        self._at = end
        return taken


def _merged(runs: list[_Run]) -> Iterator[bytes]:
    """All lines up to the least of the last lines in memory are in memory, too: they are sorted together, which is much faster than line by line."""
    while runs := [run for run in runs if run.has_lines()]:
        bound = min(run.last() for run in runs)
        lines: set[bytes] = set()
        for run in runs:
            lines.update(run.take(bound))
        yield from sorted(lines)
