"""Who asks: clients by address, what each has used lately, and whether it may ask more."""

from __future__ import annotations

import ipaddress
import math
import time
from collections import OrderedDict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.errors import ServiceError
from kg.web.problems import TOO_MANY, problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.web.limits import Limits

_KNOWN = 10_000
"""Clients that are remembered; the one that has been silent longest is forgotten first."""
_MINUTE = 60.0
_COMPANY_SECONDS = 2.0
"""How long after its last request a client counts as being served."""
_IPV6_PREFIX = 64
"""One household or machine has a whole network of this size."""

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


@dataclass(slots=True, eq=False)
class Client:
    """What one client has used: requests (a bucket that fills again) and seconds of workers (which fade within a minute)."""

    name: str
    tokens: float
    seen: float = field(default_factory=time.monotonic)
    asking: int = 0
    """Queries that run or wait."""
    _seconds: float = 0.0
    _at: float = field(default_factory=time.monotonic)

    def used(self, seconds: float) -> None:
        """Count seconds of a worker."""
        self._seconds = self.recent() + seconds
        self._at = time.monotonic()

    def recent(self) -> float:
        """Seconds of workers used lately, older ones counting less."""
        return self._seconds * math.exp((self._at - time.monotonic()) / _MINUTE)


class Clients:
    """All clients that were seen lately."""

    def __init__(self, limits: Limits, trusted: Iterable[str] = ()) -> None:
        self._limits = limits
        self._trusted = [_network(name) for name in trusted]
        self._known: OrderedDict[str, Client] = OrderedDict()
        self._of_peer = lru_cache(maxsize=_KNOWN)(self._by_address)

    def of(self, peer: str, headers: Mapping[bytes, bytes]) -> Client:
        """The client behind a connection from ``peer``: the one that a trusted proxy names, else the peer itself."""
        name = self._of_peer(peer, headers.get(b"x-forwarded-for", b"") if self._trusted else b"")
        client = self._known.get(name)
        if client is None:
            client = self._known[name] = Client(name, float(self._limits.client_burst))
            if len(self._known) > _KNOWN:
                self._known.popitem(last=False)
        self._known.move_to_end(name)
        return client

    def is_proxy(self, peer: str) -> bool:
        """Whether a connection from ``peer`` carries requests of others."""
        address = _address(peer)
        return address is not None and self._is_trusted(address)

    def admit(self, client: Client) -> None:
        """Count a request. Raises Problem (429) where the client is over its rate while others are served."""
        now, limits = time.monotonic(), self._limits
        client.tokens = min(client.tokens + (now - client.seen) * limits.client_rate, float(limits.client_burst)) - 1.0
        client.seen = now
        if client.tokens < 0 and self._in_company(client, now):
            client.tokens = max(client.tokens, -limits.client_rate)  # a second of silence is enough, however long the flood was
            wait = math.ceil(-client.tokens / limits.client_rate)
            raise problem(
                TOO_MANY,
                f"1 秒に {limits.client_rate:g} 回を超えています。{wait} 秒待ってから送ってください。",
                f"more than {limits.client_rate:g} requests a second; wait {wait} s",
                headers={"Retry-After": str(wait)},
            )

    def _in_company(self, client: Client, now: float) -> bool:
        """Whether another client has been here a moment ago; those who came last stand at the end."""
        for other in reversed(self._known.values()):
            if other is not client:
                return now - other.seen < _COMPANY_SECONDS
        return False

    def _by_address(self, peer: str, forwarded_for: bytes) -> str:
        address = _address(peer)
        if address is None:
            return peer
        if forwarded_for and self._is_trusted(address):
            for part in reversed(forwarded_for.decode("latin-1").split(",")):
                forwarded = _address(part.strip())
                if forwarded is None:
                    break
                address = forwarded
                if not self._is_trusted(forwarded):
                    break
        return _grouped(address)

    def _is_trusted(self, address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
        return any(address in network for network in self._trusted)


def _network(name: str) -> Network:
    try:
        return ipaddress.ip_network(name, strict=False)
    except ValueError as error:
        raise ServiceError(
            f"中継サーバーのアドレスではありません（{name}）。", f"no address or network of a proxy: {name!r}; write 10.0.0.1 or 10.0.0.0/8"
        ) from error


def _address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        address = ipaddress.ip_address(text.strip("[]"))
    except ValueError:
        return None
    return (address.ipv4_mapped or address) if isinstance(address, ipaddress.IPv6Address) else address


def _grouped(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> str:
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    return str(ipaddress.ip_network((address, _IPV6_PREFIX), strict=False))
