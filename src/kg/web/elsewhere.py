"""A release in a store elsewhere: which one it is, by what the store says, and what happens when it is another one."""

from __future__ import annotations

import asyncio
import hashlib
import json
import re
from typing import TYPE_CHECKING

from kg.errors import KgError, ServiceError, StoreError
from kg.rdf.iris import Minter
from kg.rdf.terms import GRAPHS
from kg.store.marks import MARK, MARKED, marked
from kg.web.log import say
from kg.web.served import opened
from kg.web.workers.places import Endpoint
from kg.web.workers.worker import FaultError, LostError, Worker

if TYPE_CHECKING:
    from pathlib import Path

    from kg.web.endpoint import Asking
    from kg.web.served import Opened

_LOOK_SECONDS = 3.0
_ANSWER_SECONDS = 10.0
_COUNTS = "SELECT ?s ?o { ?s <http://rdfs.org/ns/void#triples> ?o }"
"""The counts of the catalogue, by which a release is told whose identity nobody has written into the store."""


class Elsewhere:
    """Serves what lies in the store at ``url``; ``path`` is a directory of the same release, whose files are handed out."""

    def __init__(self, url: str, asking: Asking, path: Path | None) -> None:
        graphs = tuple(Minter(asking.addresses.base).graph(name) for name in GRAPHS)
        self._url = url
        self._graphs = graphs
        self._asking = asking
        self._path = path
        self._files: Opened | None = None
        self._looker: Worker | None = None
        self.refused = 0
        self.swapped = 0
        self.reachable = True

    @property
    def files(self) -> Opened | None:
        """The release of the directory, while the store holds the same."""
        return self._files

    async def open(self) -> None:
        """Serve what the store holds. Raises KgError where that is no release, or another one than that of the directory."""
        identity = await self._identity()
        if not identity:
            raise StoreError(
                f"このデータベースには {self._asking.addresses.base} のリリースがありません。先に kg load で入れてください。",
                f"this store holds no release under {self._asking.addresses.base}; bring one there with kg load",
                where=self._url,
            )
        await self._open_files(identity)
        if self._path and not self._files:
            raise ServiceError(
                "データベースに入っているのは別のリリースです。kg load で入れ直すか、--release を外してください。",
                "the store holds another release; bring this one there with kg load, or leave --release out",
                where=str(self._path),
            )
        await self._serve(identity)

    async def watch(self) -> None:
        """Look every few seconds whether the store holds another release."""
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            try:
                identity = await self._identity()
            except StoreError as error:
                if self.reachable:
                    say("error", "store-unreachable", where=error.where, ja=error.message.ja, en=error.message.en)
                self.reachable = False
                continue
            if not self.reachable:
                say("info", "store-reachable")
            self.reachable = True
            if identity == self._asking.release:
                continue
            if not identity:
                self._asking.serve("")
                say("info", "release-gone")
                continue
            await self._swap(identity)

    async def close(self) -> None:
        """End the worker that looks."""
        if self._looker:
            await self._looker.end()
        if self._files:
            self._files.close()
        self._looker = self._files = None

    async def _swap(self, identity: str) -> None:
        try:
            await self._open_files(identity)
            await self._serve(identity)
        except KgError as error:
            self.refused += 1
            say("error", "release-refused", where=error.where, ja=error.message.ja, en=error.message.en)
        else:
            self.swapped += 1
            say("info", "release-served", release=identity, files=self._files is not None)

    async def _serve(self, identity: str) -> None:
        await self._asking.pool.open(self._place(identity))
        self._asking.serve(identity)

    def _place(self, identity: str) -> Endpoint:
        return Endpoint(self._url, self._graphs, self._asking.limits.seconds, identity)

    async def _open_files(self, identity: str) -> None:
        """Hand out the files of the directory if they are of the same release; one without identity is believed to be."""
        fresh = None
        if self._path:
            fresh = await opened(self._path.resolve(), self._asking.addresses.base)
            if re.fullmatch(MARK, identity) and fresh.release.identity != identity:
                fresh.close()
                fresh = None
        old, self._files = self._files, fresh
        if old:
            old.close()

    async def _identity(self) -> str:
        """What tells the store's release from others; empty where it holds no whole one. Raises StoreError."""
        base = self._asking.addresses.base
        found = [row["identity"]["value"] for row in await self._rows(MARKED, marked(base))]
        if len(found) == 1 and re.fullmatch(MARK, found[0]):
            return found[0]
        counts = sorted(json.dumps(row, sort_keys=True) for row in await self._rows(_COUNTS, Minter(base).graph("catalog")))
        return "counts-" + hashlib.sha256("\n".join(counts).encode()).hexdigest() if counts else ""

    async def _rows(self, text: str, graph: str) -> list[dict[str, dict[str, str]]]:
        """The rows of a small question, asked by a worker of our own: the others may all be busy."""
        if self._looker is None or self._looker.spent:
            self._looker = await Worker.start(self._place(""), self._asking.limits, lambda _: None)
        request = {
            "query": text, "base": self._asking.addresses.sparql, "format": "json", "seconds": _ANSWER_SECONDS, "union": False, "default": [graph], "named": [graph],
        }  # fmt: skip
        parts: list[bytes] = []
        try:
            async with asyncio.timeout(_ANSWER_SECONDS):
                async for content, _ in self._looker.answer(json.dumps(request).encode()):
                    parts.append(content)
            rows: list[dict[str, dict[str, str]]] = json.loads(b"".join(parts))["results"]["bindings"]
        except (FaultError, LostError, TimeoutError) as error:
            await self._looker.end()
            self._looker = None
            reason = error.detail if isinstance(error, FaultError) else f"{_ANSWER_SECONDS:g} s"
            raise StoreError(
                f"データベースが答えません（{reason}）。アドレスと稼働、KG_STORE_USER などを確かめてください。",
                f"the store does not answer ({reason}); check its address, that it runs, and KG_STORE_USER and the like",
                where=self._url,
            ) from error
        return rows
