"""Answers of workers as they come: sent on part by part, or gathered for a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from kg.web.problems import TOO_LARGE, problem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kg.web.exchange import Exchange
    from kg.web.media import Format

_PAGE_BYTES = 16 * 2**20
"""The largest answer that the front reads itself, for a page."""


class Taking(Protocol):
    """What takes an answer: told of which release it is, then given its parts."""

    release: str

    @property
    def begun(self) -> bool:
        """Whether something of the answer has been taken."""
        ...

    async def part(self, content: bytes, *, last: bool) -> None:
        """Take the next part."""
        ...


class Streamed:
    """An answer on its way to a client: whole where it came in one part, else as a stream; with the headers of its release."""

    def __init__(self, exchange: Exchange, form: Format, headers: Callable[[str], Sequence[tuple[bytes, bytes]]]) -> None:
        self._exchange = exchange
        self._form = form
        self._headers = headers
        self.release = ""
        self.begun = False
        self.whole: bytes | None = None

    async def part(self, content: bytes, *, last: bool) -> None:
        """Send the next part."""
        if last and not self.begun:
            self.whole = content
            self.begun = True
            await self._exchange.respond(200, self._form.content_type, content, self._headers(self.release))
            return
        if not self.begun:
            self.begun = True
            await self._exchange.begin(200, [(b"content-type", self._form.content_type.encode()), *self._headers(self.release)])
        await self._exchange.part(content, last=last)


class Gathered:
    """An answer that a page waits for."""

    def __init__(self) -> None:
        self.release = ""
        self._parts: list[bytes] = []
        self._size = 0

    @property
    def begun(self) -> bool:
        """Whether something of the answer has been taken."""
        return bool(self._parts)

    @property
    def body(self) -> bytes:
        """All that has come."""
        return b"".join(self._parts)

    async def part(self, content: bytes, *, last: bool) -> None:  # noqa: ARG002 - a page waits for all of it
        """Keep the next part. Raises Problem (413) where it is too much for a page."""
        self._parts.append(content)
        self._size += len(content)
        if self._size > _PAGE_BYTES:
            raise problem(
                TOO_LARGE,
                "一つのページには大きすぎる答えです。条件を絞るか、/sparql で尋ねてください。",
                "the answer is too large for a page; narrow the question, or ask at /sparql",
                limit=_PAGE_BYTES,
            )
