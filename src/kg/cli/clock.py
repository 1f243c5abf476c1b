"""Stopping a query that does not end: the engine cannot be interrupted, so the process is."""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kg.cli.speech import say_error
from kg.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def stopped_after(seconds: int, language: str) -> Iterator[None]:
    """End the process with the exit code of wrong use where the block takes longer than ``seconds``; Ctrl-C ends it at once, too."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Python's own handler would wait until the engine comes back
    timer = threading.Timer(seconds, _stop, (seconds, language))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _stop(seconds: int, language: str) -> None:
    error = QueryError(
        f"{seconds} 秒で終わらなかったため打ち切りました。条件を絞るか、--timeout で延ばしてください。",
        f"stopped after {seconds} seconds; narrow the query, or allow more with --timeout",
    )
    say_error(error, language)
    sys.stderr.flush()
    os._exit(error.exit_code)
