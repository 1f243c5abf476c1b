"""What the front and a worker say to each other: frames of a kind (one byte), a length (four bytes) and a content."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Final

HEAD: Final = struct.Struct(">cI")

ASK: Final = b"Q"
"""To the worker: a request as JSON."""
BODY: Final = b"B"
"""To the worker, before a request: bytes that belong to it."""
READY: Final = b"R"
"""From the worker, once: JSON of what it is."""
WHOLE: Final = b"C"
"""A complete answer in one frame."""
PART: Final = b"D"
"""The next part of an answer; more follows."""
END: Final = b"E"
"""The answer is complete."""
FAULT: Final = b"X"
"""There is no answer, or no rest of it: JSON with the kind of the problem."""
SPENT: Final = frozenset({b"c", b"e", b"x"})
"""The last frame of an answer in small letters: the worker is not to be asked again."""

HOLD = 32 * 1024
"""Bytes of an answer that are kept until there are more: most failures come before, and can still be told."""


def frame(kind: bytes, content: bytes = b"") -> bytes:
    """One frame."""
    return HEAD.pack(kind, len(content)) + content


@dataclass(eq=False)
class NoAnswerError(Exception):
    """Within a worker: there is no answer, for a reason of a kind that the front knows."""

    kind: str
    detail: str = ""
