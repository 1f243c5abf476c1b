"""The memory that queries have used and left: given back to the system, so that what many of them leave in pieces does not add up."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path
from typing import Final

_GROWTH: Final = 32 * 1024 * 1024
_RESIDENT: Final = Path("/proc/self/statm")


class Heap:
    """Memory of the process, from one look at it to the next.

    An engine's cache takes blocks of a few kilobytes between those of the queries that run meanwhile; when those are free again, the C library keeps
    them as long as anything above them is in use. Of a graph of 100 tables a sixth of all memory was such.
    """

    def __init__(self) -> None:
        self._seen = _resident()

    def give_back(self) -> None:
        """Where it has grown by 32 MB since the last time, give back to the system what is free (glibc; nothing happens elsewhere)."""
        if self._seen and _resident() > self._seen + _GROWTH:
            trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
            if trim is not None:
                trim(0)
            self._seen = _resident()


def _resident() -> int:
    """Bytes of this process in memory; 0 where the system does not say."""
    if not sys.platform.startswith("linux"):
        return 0
    return int(_RESIDENT.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
