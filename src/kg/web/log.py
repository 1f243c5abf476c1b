"""Structured logs, a JSON object a line, without personal data: no address, no text of a query, no user agent."""

from __future__ import annotations

import json
import sys
import time


def say(level: str, event: str, **facts: object) -> None:
    """Write a line to standard error; control characters are escaped by JSON."""
    line = {"time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), "level": level, "event": event, **facts}
    print(json.dumps(line, ensure_ascii=True), file=sys.stderr, flush=True)  # noqa: T201 - the log is what standard error is for here
