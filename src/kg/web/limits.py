"""What a client may ask of the service; the table in docs/endpoint.md is this one."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from kg.errors import ServiceError

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Limits:
    """Safe by default; a limit is a positive number, and none means "without end"."""

    query_bytes: int = 64 * 1024
    """Bytes of a query's text in UTF-8 (413 beyond)."""
    query_depth: int = 100
    """Nested brackets of a query (400); engines have been crashed with 1,000."""
    query_steps: int = 300
    """Steps of patterns and paths: full stops, semicolons, slashes and the like (400); 1,000 keep an optimiser busy for seconds."""
    query_operators: int = 1000
    """Operators and clauses such as || and UNION (400)."""
    seconds: float = 30.0
    """A query, from its start to the last byte of its answer (504, or a broken connection once the answer has begun)."""
    assured_seconds: float = 5.0
    """… of which this much is kept when others wait for longer than ``patience_seconds``, and less the more wait, so that all have a turn within half of ``queue_seconds``; then it may be stopped (503)."""
    patience_seconds: float = 1.0
    """How long a query waits before one that has run for ``assured_seconds`` makes room."""
    response_bytes: int = 256 * 1024 * 1024
    """Bytes of an answer (a broken connection beyond, never a shorter answer)."""
    queue_seconds: float = 10.0
    """Waiting for a worker (503)."""
    queue_length: int = 64
    """Queries that wait at the same time, of all clients (503)."""
    client_rate: float = 50.0
    """Requests a second of one client, on average, while others are served, too (429); alone, a client may be faster."""
    client_burst: int = 200
    """… and how many more may come at once."""
    client_parallel: int = 20
    """Queries of one client that run or wait at the same time (429)."""
    client_seconds: float = 60.0
    """Workers' time that one client may use in a minute; beyond it the client has one worker at a time, and waits behind all others."""
    client_connections: int = 100
    """Open connections of one address that is no trusted proxy (closed at once)."""
    connections: int = 1000
    """Open connections of all clients; beyond, who holds most gives up one that asks nothing, and where nobody holds more than the newcomer, that one is closed at once."""
    head_bytes: int = 256 * 1024
    """Request line and headers (431); the address alone has at most 65,535 bytes (414)."""
    head_seconds: float = 10.0
    """From the first byte of a request, or the opening of a connection, to the end of the headers (closed)."""
    body_seconds: float = 10.0
    """From the headers to the end of the body (408)."""
    stall_seconds: float = 20.0
    """How long a client may take nothing of an answer (closed)."""
    update_bytes: int = 1024 * 1024
    """Bytes of an update's text on the admin port (413 beyond); larger data come by the Graph Store Protocol."""
    upload_bytes: int = 50 * 1024 * 1024
    """Bytes of RDF that are written to a graph at once on the admin port (413 beyond)."""
    upload_seconds: float = 60.0
    """From the headers of an upload to its end (408)."""
    write_seconds: float = 120.0
    """A write on the admin port, once it has its turn (504; then it is not done)."""
    publish_seconds: float = 900.0
    """Checking and making a release of the staging data (504 beyond; nothing is published)."""
    worker_bytes: int = 4 * 1024 * 1024 * 1024
    """Address space of a worker; a query that needs more fails (500)."""
    worker_queries: int = 100_000
    """Queries after which a worker is replaced."""
    worker_resident_bytes: int = 1024 * 1024 * 1024
    """Memory that a worker may have held at its peak; after the answer it is replaced."""
    cache_bytes: int = 64 * 1024 * 1024
    """Complete answers kept for the next client that asks the same."""
    cache_entry_bytes: int = 1024 * 1024
    """The largest answer that is kept."""

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < float("inf"):
                raise ServiceError(
                    f"上限 {field.name} は正の数にしてください（{value!r}）。",
                    f"the limit {field.name} is a positive number, not {value!r}",
                )


def read_limits(path: Path) -> Limits:
    """The limits of a TOML file, each by its name; the others as they are by default. Raises ServiceError."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ServiceError("設定ファイルがありません。", "no such file of limits", where=str(path)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ServiceError(f"TOML として読めません（{error}）。", f"not readable as TOML ({error})", where=str(path)) from error
    known = {field.name for field in fields(Limits)}
    unknown = sorted(set(content) - known)
    if unknown:
        raise ServiceError(
            f"上限に {unknown[0]} はありません。あるのは: {', '.join(sorted(known))}",
            f"no limit is called {unknown[0]!r}; there are: {', '.join(sorted(known))}",
            where=str(path),
        )
    return replace(Limits(), **content)
