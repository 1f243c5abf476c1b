"""Complete answers, kept for whoever asks the same of the same release."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import dataclass

_ENTRY_BYTES = 512
"""What an entry takes besides its body: key, entity tag, the objects themselves (about 430 bytes in CPython 3.11)."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer: its media type as sent, its entity tag, its bytes."""

    content_type: str
    etag: str
    body: bytes

    @property
    def size(self) -> int:
        """Bytes of memory, about."""
        return len(self.body) + _ENTRY_BYTES


class Cache:
    """Answers by key, up to ``most`` bytes of memory in all, and bodies of ``entry`` bytes each; what was not asked for longest goes first."""

    def __init__(self, most: int, entry: int) -> None:
        self._most = most
        self.entry = entry
        self._size = 0
        self._kept: OrderedDict[str, Kept] = OrderedDict()
        self.hits = self.misses = 0

    def get(self, key: str) -> Kept | None:
        """The answer kept under ``key``."""
        found = self._kept.get(key)
        if found is None:
            self.misses += 1
        else:
            self.hits += 1
            self._kept.move_to_end(key)
        return found

    def put(self, key: str, answer: Kept) -> None:
        """Keep an answer; a larger one than allowed is not kept."""
        if len(answer.body) > self.entry:
            return
        old = self._kept.pop(key, None)
        self._size += answer.size - (old.size if old else 0)
        self._kept[key] = answer
        while self._size > self._most:
            _, gone = self._kept.popitem(last=False)
            self._size -= gone.size

    def clear(self) -> None:
        """Forget all: another release is served."""
        self._kept.clear()
        self._size = 0


def key_of(*parts: object) -> str:
    """A key of whatever decides an answer; also the content of its entity tag, which therefore tells nothing of the query."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:32]
