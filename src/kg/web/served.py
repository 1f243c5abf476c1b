"""The release that is served: opened, compared with its manifest, and replaced while requests go on when another one lies in its place."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

from kg.errors import KgError, ReleaseError
from kg.release.publish import MANIFEST
from kg.release.release import STORE, Release, open_release
from kg.web.log import say
from kg.web.workers.worker import Place

if TYPE_CHECKING:
    from pathlib import Path

    from kg.web.endpoint import Asking

_LOOK_SECONDS = 1.0


class Served:
    """Watches ``path``, which may be a link, and serves the release there."""

    def __init__(self, path: Path, asking: Asking) -> None:
        self._path = path
        self._asking = asking
        self._seen: tuple[int, ...] | None = None
        self._directory = -1
        self._looking = asyncio.Lock()
        self.refused = 0
        self.swapped = 0

    @property
    def release(self) -> Release:
        """The release that is served."""
        return self._release

    @property
    def directory(self) -> int:
        """A descriptor of its directory, which stays the same directory when it is moved away."""
        return self._directory

    async def open(self) -> None:
        """Serve what lies at the path. Raises KgError where that is no whole release; then all stays as it was."""
        self._seen = self._look()
        target = self._path.resolve()
        directory = os.open(target, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC) if target.is_dir() else -1
        try:
            release = await asyncio.to_thread(_verified, target)
            if release.manifest["base"] != self._asking.addresses.base:
                raise ReleaseError(
                    f"IRI の土台が違います（{release.manifest['base']}）。サービスを起動し直してください。",
                    f"the base of its IRIs is another one ({release.manifest['base']}); start the service again",
                    where=str(target),
                )
            await self._asking.pool.open(Place(target / STORE, os.fstat(directory).st_ino, release.identity))
        except BaseException:
            if directory >= 0:
                os.close(directory)
            raise
        old, self._directory = self._directory, directory
        self._release = release
        self._asking.serve(release.identity)
        if old >= 0:
            os.close(old)

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
                say("info", "release-served", release=self._release.identity)

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
