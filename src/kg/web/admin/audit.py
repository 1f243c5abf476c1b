"""The audit log: what was done on the admin port, each line on disk before the answer; and from it the edits that a release is told to come of.

A write has two lines: one before it is done, one with what came of it. If the second is missing, the service ended in between, and the write may
have been done; it counts as an edit, since leaving out one that was done would be the worse mistake.
"""

from __future__ import annotations

import json
import os
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kg.release.release import Edit

_REFUSED = range(400, 500)
"""Statuses of writes that were not done for sure: the engine refused them as a whole."""


class Log:
    """A file of JSON lines that only its owner can read; a line is on disk when it has been added."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        os.fchmod(self._file, 0o600)
        if os.fstat(self._file).st_size and not path.read_bytes().endswith(b"\n"):
            os.write(self._file, b"\n")  # a line that was cut off stays alone

    def add(self, line: dict[str, object]) -> None:
        """Add a line."""
        os.write(self._file, json.dumps(line, ensure_ascii=True).encode() + b"\n")
        os.fsync(self._file)

    def lines(self) -> list[dict[str, object]]:
        """All whole lines."""
        found = []
        for line in self.path.read_bytes().splitlines():
            try:
                found.append(json.loads(line))
            except ValueError:
                continue
        return found

    def close(self) -> None:
        """Close the file."""
        os.close(self._file)


class Audit:
    """The audit log, and the log of the edits since the last copy of a release."""

    def __init__(self, path: Path) -> None:
        self._all = Log(path)
        self._edits: Log | None = None
        self._number = 0

    def since(self, path: Path) -> None:
        """Edits are those in ``path`` from now on."""
        if self._edits:
            self._edits.close()
        self._edits = Log(path)
        self._number = max((int(str(line["edit"])) for line in self._edits.lines()), default=0)

    def begin(self, edit: Edit, length: int) -> int:
        """A write is about to be done. Return its number."""
        self._number += 1
        self._write({"edit": self._number, "event": "begun", **edit, "bytes": length}, edit=True)
        return self._number

    def end(self, number: int, status: int, before: int | None = None, after: int | None = None) -> None:
        """What came of a write: its status, and the number of triples before and after."""
        self._write({"edit": number, "event": "ended", "status": status, "before": before, "after": after}, edit=True)

    def say(self, event: str, **facts: object) -> None:
        """Anything else that was done."""
        self._write({"event": event, **facts}, edit=False)

    def edits(self) -> list[Edit]:
        """The edits since the last copy, in their order, but those that were refused."""
        lines = self._edits.lines() if self._edits else []
        refused = {line["edit"] for line in lines if line["event"] == "ended" and line["status"] in _REFUSED}
        return [
            {"action": str(line["action"]), "sha256": str(line["sha256"]), "graph": str(line["graph"])}
            for line in lines
            if line["event"] == "begun" and line["edit"] not in refused
        ]

    def close(self) -> None:
        """Close the files."""
        self._all.close()
        if self._edits:
            self._edits.close()

    def _write(self, line: dict[str, object], *, edit: bool) -> None:
        line = {"time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), **line}
        self._all.add(line)
        if edit and self._edits:
            self._edits.add(line)
