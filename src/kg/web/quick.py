"""The shortest way: the same bytes of a request, whose answer is kept, are answered by the same bytes, without parsing anything.

Whoever asks is counted, held to the limits and told in the log like everybody else.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.web.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kg.web.clients import Clients

_ENTRIES = 4096
_REQUEST_BYTES = 8 * 1024
"""The longest request that is remembered."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A request's headers, which tell who asks, and the response: its head but for the date, and its body."""

    headers: Mapping[bytes, bytes]
    head: bytes
    body: bytes
    route: str
    note: dict[str, object]


class Quick:
    """Requests that were answered from the cache, by their bytes. ``count`` is told of every answer."""

    def __init__(self, clients: Clients, count: Callable[[Remembered, float], None]) -> None:
        self._clients = clients
        self._count = count
        self._known: OrderedDict[bytes, Remembered] = OrderedDict()

    def remember(self, request: bytes, answer: Remembered) -> None:
        """Keep the answer to a request."""
        if len(request) <= _REQUEST_BYTES:
            self._known[request] = answer
            if len(self._known) > _ENTRIES:
                self._known.popitem(last=False)

    def answer(self, request: bytes, peer: str) -> Remembered | None:
        """The answer to a request from ``peer``; None where it is to be looked at as any other."""
        found = self._known.get(request)
        if found is None:
            return None
        began = time.monotonic()
        try:
            self._clients.admit(self._clients.of(peer, found.headers))
        except Problem:
            return None
        self._count(found, began)
        return found

    def clear(self) -> None:
        """Forget all: another release is served."""
        self._known.clear()
