"""Staging: a copy of the release that is changed at once, in a directory beside it; and its way back, by a check, into a new release.

The directory holds ``audit.jsonl``, ``state.json`` (of which release the copy is, and which copy counts), and the copy with its log of edits.
"""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import hashlib
import json
import os
import shutil
from typing import TYPE_CHECKING

from kg.errors import KgError, ServiceError
from kg.web.admin.audit import Audit
from kg.web.admin.jobs import Jobs
from kg.web.endpoint import Asking
from kg.web.problems import BUSY, CONFLICT, EVALUATION_FAILED, INVALID, Problem, problem
from kg.web.workers.places import Directory
from kg.web.workers.pool import Pool

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from pathlib import Path
    from typing import Any

    from kg.release.release import Edit, Release
    from kg.web.addresses import Addresses
    from kg.web.exchange import Exchange
    from kg.web.limits import Limits
    from kg.web.served import Served

MODULE = "kg.web.workers.staging"
_STATE = "state.json"
_RETRY = {"Retry-After": "5"}


class Staging:
    """The staging copy of what ``served`` serves, in a directory beside ``release``."""

    def __init__(self, release: Path, served: Served, limits: Limits, addresses: Addresses) -> None:
        release = release.absolute()
        self.path = release.parent / f".{release.name}.staging"
        self._served = served
        self._pool = Pool(1, limits, MODULE)
        self.asking = Asking(self._pool, limits, addresses, None)
        self._jobs = Jobs(limits)
        self._one = asyncio.Lock()
        self._publishing = False
        self._lock = -1
        self._copy = ""
        self.release = ""
        """Identity of the release that the copy was made of."""

    async def open(self) -> None:
        """Take up the copy that is there, or make one. Raises KgError where that cannot be, or another service has it."""
        self.path.mkdir(mode=0o700, exist_ok=True)
        self._lock = os.open(self.path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise ServiceError(
                "別の kg serve が同じリリースを編集しています。", "another kg serve edits this release", where=str(self.path)
            ) from error
        self.audit = Audit(self.path / "audit.jsonl")
        state = self._state()
        try:
            if state is None:
                await self._renew()
                return
            self.release, self._copy = state
            self.audit.since(self.path / self._copy / "edits.jsonl")
            if not await self.settle():
                await self._take_up()
        except Problem as why:
            raise ServiceError(why.detail.ja, why.detail.en, where=str(self.path)) from why

    async def close(self) -> None:
        """End the worker and any job."""
        self._jobs.kill()
        await self._pool.close()
        if self._lock >= 0:
            os.close(self._lock)

    @property
    def network(self) -> bool:
        """Whether the worker reaches a network."""
        return self._pool.network

    @property
    def alive(self) -> bool:
        """Whether the worker lives."""
        return bool(self._pool.alive)

    async def follow(self) -> None:
        """Be a copy of the served release, as long as nothing has been edited."""
        if self._served.release.identity != self.release and not self._publishing:
            async with self._one:
                await self.settle()

    async def write(self, exchange: Exchange, action: str, request: dict[str, object], bodies: Sequence[bytes] = ()) -> dict[str, Any]:
        """Change the copy, and tell what came of it; both are in the audit log before this returns. Raises Problem."""
        sent = [str(request["text"]).encode()] if "text" in request else list(bodies)
        edit: Edit = {"action": action, "sha256": await asyncio.to_thread(_hash, sent), "graph": _graphs(request)}
        async with self._alone():
            number = await asyncio.to_thread(self.audit.begin, edit, sum(map(len, sent)))
            try:
                told: dict[str, Any] = json.loads(await self._ask(exchange, {"base": self.asking.addresses.sparql, **request}, bodies))
            except Problem as why:
                await asyncio.to_thread(self.audit.end, number, why.kind.status)
                raise
            await asyncio.to_thread(self.audit.end, number, 200, told["before"], told["after"])
        return told

    async def reset(self) -> None:
        """Put the copy back to the release that is served."""
        async with self._alone():
            await self._renew()
            await asyncio.to_thread(self.audit.say, "reset", status=200, release=self.release)

    async def publish(self, exchange: Exchange) -> str:
        """Make a release of the copy, and serve it: its identity. Raises Problem where the data are not good (409), and changes nothing."""
        async with self._alone():
            self._publishing = True
            try:
                return await self._published(exchange)
            except Problem as why:
                await asyncio.to_thread(self.audit.say, "publish", status=why.kind.status, release=self.release)
                raise
            finally:
                self._publishing = False
                shutil.rmtree(self.path / "snapshot", ignore_errors=True)

    async def _published(self, exchange: Exchange) -> str:
        await self.settle()
        edits = await asyncio.to_thread(self.audit.edits)
        base = self._served.release
        if not edits:
            raise problem(CONFLICT, "編集がないので、公開するものがありません。", "there are no edits, and nothing to publish")
        if base.identity != self.release:
            raise problem(
                CONFLICT,
                "編集している間にリリースが置き換えられました。POST /reset で今のリリースに戻してから、編集し直してください。",
                "the release has been replaced since its data were edited; POST /reset, and edit again",
            )
        snapshot = self.path / "snapshot"
        await asyncio.to_thread(shutil.rmtree, snapshot, ignore_errors=True)
        await self._ask(exchange, {"do": "backup", "to": str(snapshot)})
        told = await self._told(
            {"do": "publish", "release": str(base.path), "identity": base.identity, "store": str(snapshot), "edits": edits}
        )
        await self._served.look()
        await self.settle()
        await asyncio.to_thread(self.audit.say, "publish", status=200, release=told["release"], edits=len(edits))
        return str(told["release"])

    async def settle(self) -> bool:
        """Make a new copy where the served release is another one, and nothing would be lost: its data hold all edits, or there are none."""
        release = self._served.release
        if release.identity == self.release:
            return False
        edits = await asyncio.to_thread(self.audit.edits)
        if edits and not _holds(release, edits):
            return False
        await self._renew()
        return True

    async def _told(self, asked: dict[str, object]) -> dict[str, Any]:
        """What came of a job. Raises Problem where it failed."""
        try:
            told = await self._jobs.run(asked)
        except ServiceError as error:
            raise problem(EVALUATION_FAILED, error.message.ja, error.message.en) from error
        if told["status"] != 200:
            kind = INVALID if told["status"] == 409 else EVALUATION_FAILED
            raise problem(kind, told["ja"], told["en"], **{name: told[name] for name in ("violations", "findings") if name in told})
        return told

    async def _renew(self) -> None:
        """Make a copy of the served release, and let it take the place of the one that is there."""
        release = self._served.release
        number = int(self._copy.partition("-")[2] or 0) + 1
        copy = self.path / f"copy-{number}"
        await asyncio.to_thread(shutil.rmtree, copy, ignore_errors=True)
        copy.mkdir(mode=0o700)
        await self._told({"do": "copy", "release": str(release.path), "to": str(copy / "store")})
        before = self.release, self._copy
        self.release, self._copy = release.identity, copy.name
        try:
            await self._take_up()
        except KgError:
            self.release, self._copy = before
            raise
        self.audit.since(copy / "edits.jsonl")
        await asyncio.to_thread(self._keep_state)
        await asyncio.to_thread(self.audit.say, "copied", release=self.release, copy=self._copy)

    async def _take_up(self) -> None:
        copy = self.path / self._copy
        await self._pool.open(Directory(copy / "store", copy.stat().st_ino, self.release))
        self.asking.serve(self.release)

    async def _ask(self, exchange: Exchange, request: dict[str, object], bodies: Sequence[bytes] = ()) -> bytes:
        parts: list[bytes] = []

        async def take(content: bytes, *, last: bool) -> None:  # noqa: ARG001 - nothing is told before all is there
            parts.append(content)

        async with self._pool.lease(exchange.client) as lease:
            await self.asking.run(lease, request, take, bodies, seconds=self.asking.limits.write_seconds)
        return b"".join(parts)

    @contextlib.asynccontextmanager
    async def _alone(self) -> AsyncIterator[None]:
        """Nothing else is written meanwhile. Raises Problem (503) while a release is being made."""
        if self._publishing:
            raise problem(
                BUSY,
                "公開しているところです。終わってから送ってください。",
                "a release is being made; try again when it is done",
                headers=_RETRY,
            )
        async with self._one:
            yield

    def _state(self) -> tuple[str, str] | None:
        """The release and the name of the copy that counts; None where there is none."""
        try:
            state = json.loads((self.path / _STATE).read_text(encoding="utf-8"))
            release, copy = str(state["release"]), str(state["copy"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        for other in self.path.glob("copy-*"):
            if other.name != copy:
                shutil.rmtree(other, ignore_errors=True)
        return (release, copy) if (self.path / copy / "store").is_dir() else None

    def _keep_state(self) -> None:
        draft = self.path / f"{_STATE}.new"
        with draft.open("w", encoding="utf-8") as stream:
            json.dump({"release": self.release, "copy": self._copy}, stream)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(self.path / _STATE)
        os.fsync(self._lock)
        for other in self.path.glob("copy-*"):
            if other.name != self._copy:
                shutil.rmtree(other, ignore_errors=True)


def _graphs(request: dict[str, Any]) -> str:
    """The graph that a write names, or the graphs that the protocol gives to an update."""
    return " ".join([*([request["graph"]] if request.get("graph") else []), *request.get("default", ()), *request.get("named", ())])


def _hash(sent: Sequence[bytes]) -> str:
    digest = hashlib.sha256()
    for part in sent:
        digest.update(part)
    return digest.hexdigest()


def _holds(release: Release, edits: list[Edit]) -> bool:
    """Whether a release says that it came of ``edits``, after others."""
    edited = release.manifest.get("edited")
    return edited is not None and edited["edits"][-len(edits) :] == edits
