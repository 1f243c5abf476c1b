"""Lines sorted on disk, each once, with memory that does not grow with their number."""

from __future__ import annotations

import heapq
import re
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_BYTES_IN_MEMORY = 64 * 1024 * 1024
_RUNS_MERGED = 64


def natural(text: str) -> str:
    """``text`` with its numbers padded, so that it sorts as people count: item 2-3 before item 2-10."""
    return re.sub(r"\d+", lambda match: match.group().zfill(12), text)


class LineSorter:
    """Runs of as many lines as fit in memory, each sorted and written to ``directory``, then merged."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._lines: list[bytes] = []
        self._bytes = 0
        self._runs: list[Path] = []
        self._count = 0

    def add(self, lines: Iterable[bytes]) -> None:
        """Add lines, each with its line end."""
        for line in lines:
            self._lines.append(line)
            self._bytes += len(line)
        if self._bytes >= _BYTES_IN_MEMORY:
            self._write(sorted(set(self._lines)))
            self._lines, self._bytes = [], 0

    def sorted(self) -> Iterator[bytes]:
        """All lines in the order of their bytes, which for UTF-8 is that of the code points; each once."""
        while len(self._runs) > _RUNS_MERGED:
            first, self._runs = self._runs[:_RUNS_MERGED], self._runs[_RUNS_MERGED:]
            self._write(_merged(first))
            for run in first:
                run.unlink()
        return _merged(self._runs, sorted(set(self._lines)))

    def _write(self, lines: Iterable[bytes]) -> None:
        run = self._directory / f"run-{self._count}"
        self._count += 1
        with run.open("wb") as stream:
            stream.writelines(lines)
        self._runs.append(run)


def _merged(runs: list[Path], *more: Iterable[bytes]) -> Iterator[bytes]:
    streams = [run.open("rb") for run in runs]
    try:
        for line, _ in groupby(heapq.merge(*more, *streams)):
            yield line
    finally:
        for stream in streams:
            stream.close()
