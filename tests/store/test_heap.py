"""Memory that is free goes back to the system."""

from __future__ import annotations

import ctypes
import platform
import re
from pathlib import Path

import pytest

from kg.store import heap
from kg.store.heap import Heap

PIECE = 100 * 1024
"""Less than what the C library takes from the system by itself, and gives back by itself."""


def resident() -> int:
    found = re.search(r"VmRSS:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="utf-8"))
    assert found
    return int(found[1]) * 1024


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="needs glibc, whose allocator keeps what is free below something in use")
def test_what_is_free_below_something_in_use_goes_back() -> None:
    libc = ctypes.CDLL(None)
    libc.malloc.restype, libc.malloc.argtypes, libc.free.argtypes = ctypes.c_void_p, [ctypes.c_size_t], [ctypes.c_void_p]
    libc.malloc_trim(0)
    kept = Heap()
    pieces = [libc.malloc(PIECE) for _ in range(1000)]
    for piece in pieces:
        ctypes.memset(piece, 1, PIECE)
    for piece in pieces[:-1]:
        libc.free(piece)
    before = resident()
    kept.give_back()
    after = resident()
    libc.free(pieces[-1])
    assert before - after > 64 * 1024 * 1024


def test_the_library_is_not_asked_while_nothing_has_grown(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("ctypes.CDLL", lambda _: asked.append("asked"))
    sizes = iter([1 << 30, (1 << 30) + heap._GROWTH, (1 << 30) + heap._GROWTH + 1, 1 << 30])
    monkeypatch.setattr(heap, "_resident", lambda: next(sizes))
    kept = Heap()
    kept.give_back()
    assert asked == []
    kept.give_back()
    assert asked == ["asked"]


def test_nothing_happens_where_the_system_does_not_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setattr("ctypes.CDLL", lambda _: pytest.fail("asked"))
    Heap().give_back()
