"""Where a worker's answers come from: the store of a release's directory, or a store elsewhere that holds a release."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Directory:
    """A store, the inode of the release's directory, and the release's identity: a worker refuses a store that has been put there instead."""

    store: Path
    inode: int
    release: str

    @property
    def where(self) -> str:
        """The place, in words."""
        return str(self.store)

    def settings(self) -> dict[str, object]:
        """What a worker is told of it."""
        return {"store": os.fsdecode(self.store), "inode": self.inode}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """The address of a store, the graphs whose union is the default graph, how long it may say nothing, and the identity of the release it holds."""

    url: str
    graphs: tuple[str, ...]
    seconds: float
    release: str

    @property
    def where(self) -> str:
        """The place, in words."""
        return self.url

    def settings(self) -> dict[str, object]:
        """What a worker is told of it; as whom it asks stands in its environment only."""
        return {"url": self.url, "graphs": self.graphs, "seconds": self.seconds}


Place = Directory | Endpoint
