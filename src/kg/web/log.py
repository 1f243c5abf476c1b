"""Structured logs, a JSON object a line, without personal data: no address, no text of a query, no user agent."""

from __future__ import annotations

import json
import logging
import sys
import time
from functools import lru_cache


def say(level: str, event: str, **facts: object) -> None:
    """Write a line to standard error; control characters are escaped by JSON."""
    line = {"time": _written(int(time.time())), "level": level, "event": event, **facts}
    sys.stderr.write(json.dumps(line, ensure_ascii=True) + "\n")  # a line at a time, as standard error is


class Lines(logging.Handler):
    """What libraries log, as lines of the same log: their words, and of an error only its kind."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line."""
        kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
        say(record.levelname.lower(), "library", name=record.name, text=record.getMessage(), **({"error": kind} if kind else {}))


@lru_cache(maxsize=1)
def _written(second: int) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(second))
