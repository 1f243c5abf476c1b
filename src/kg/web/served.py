"""The release that is served: opened, compared with its manifest, and replaced while requests go on when another one lies in its place."""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kg.errors import KgError, ReleaseError
from kg.release.publish import MANIFEST
from kg.release.release import SEARCH, STORE, Release, open_release
from kg.search.index import Index
from kg.web.log import say
from kg.web.workers.places import Directory

if TYPE_CHECKING:
    from pathlib import Path

    from kg.web.endpoint import Asking

_LOOK_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Opened:
    """A release that agrees with its manifest, a descriptor of its directory, which stays the same when it is moved away, and its index."""

    release: Release
    directory: int
    search: Index

    def close(self) -> None:
        """Give the descriptor and the index back."""
        os.close(self.directory)
        self.search.close()


async def opened(target: Path, base: str) -> Opened:
    """Open the release at ``target``. Raises KgError where it is no whole one, or of another ``base`` than what is served."""
    directory = os.open(target, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC) if target.is_dir() else -1
    try:
        release = await asyncio.to_thread(_verified, target)
        if release.manifest["base"] != base:
            raise ReleaseError(
                f"IRI の土台が違います（{release.manifest['base']}）。サービスを起動し直してください。",
                f"the base of its IRIs is another one ({release.manifest['base']}); start the service again",
                where=str(target),
            )
        search = Index(target / SEARCH)
    except BaseException:
        if directory >= 0:
            os.close(directory)
        raise
    return Opened(release, directory, search)


class Serving(Protocol):
    """What is served, wherever it lies."""

    swapped: int
    refused: int
    reachable: bool
    """Whether the store has answered when it was last looked at."""

    @property
    def files(self) -> Opened | None:
        """The release whose files are handed out; None where there are none of what is served."""
        ...

    async def open(self) -> None:
        """Serve what there is. Raises KgError where it is no whole release."""
        ...

    async def watch(self) -> None:
        """Look again and again whether there is another release."""
        ...

    async def close(self) -> None:
        """End whatever looks."""
        ...


class Served:
    """Watches ``path``, which may be a link, and serves the release there."""

    def __init__(self, path: Path, asking: Asking) -> None:
        self._path = path
        self._asking = asking
        self._seen: tuple[int, ...] | None = None
        self._opened: Opened | None = None
        self._looking = asyncio.Lock()
        self.refused = 0
        self.swapped = 0
        self.reachable = True

    @property
    def files(self) -> Opened | None:
        """The release that is served."""
        return self._opened

    @property
    def release(self) -> Release:
        """The release that is served, once there is one."""
        if self._opened is None:
            raise AssertionError("nothing has been opened yet")
        return self._opened.release

    async def open(self) -> None:
        """Serve what lies at the path. Raises KgError where that is no whole release; then all stays as it was."""
        self._seen = self._look()
        target = self._path.resolve()
        fresh = await opened(target, self._asking.addresses.base)
        try:
            await self._asking.pool.open(Directory(target / STORE, os.fstat(fresh.directory).st_ino, fresh.release.identity))
        except BaseException:
            fresh.close()
            raise
        old, self._opened = self._opened, fresh
        self._asking.serve(fresh.release.identity)
        if old:
            old.close()

    async def watch(self) -> None:
        """Look every second whether another release lies there."""
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            await self.look()

    async def look(self) -> None:
        """Serve another release if one lies there now; one that is not whole is refused, and told in the log."""
        async with self._looking:
            seen = self._look()
            if seen is None or seen == self._seen:
                return
            try:
                await self.open()
            except KgError as error:
                self.refused += 1
                say("error", "release-refused", where=error.where, ja=error.message.ja, en=error.message.en)
            else:
                self.swapped += 1
                say("info", "release-served", release=self._asking.release)

    async def close(self) -> None:
        """Give the directory back."""
        if self._opened:
            self._opened.close()
            self._opened = None

    def _look(self) -> tuple[int, ...] | None:
        """What tells one manifest from another without reading it; None where there is none (between two renames)."""
        try:
            found = (self._path / MANIFEST).stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size, found.st_dev


def _verified(path: Path) -> Release:
    release = open_release(path)
    release.verify()
    return release
