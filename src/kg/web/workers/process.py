"""The process of a worker: ``python -m kg.web.workers.process``, started by ``worker.py`` with requests on standard input and a socket for answers.

It confines itself, opens a finished store read-only, says that it is ready, and answers one query after another. Nothing that it is asked
can make it write, or reach a network; whatever it does too long or with too much memory ends with the process. One that asks a store
elsewhere (``remote``) has a network, and all the rest alike.
"""

from __future__ import annotations

import errno
import json
import os
import resource
import signal
import socket
import sys
from typing import IO, TYPE_CHECKING, Any, Protocol, cast

import pyoxigraph as ox

from kg.errors import StoreError
from kg.rdf.terms import PREFIXES
from kg.web.workers import frames
from kg.web.workers.sandbox import confine, watch

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FORMATS: dict[str, ox.RdfFormat | ox.QueryResultsFormat] = {
    "json": ox.QueryResultsFormat.JSON, "xml": ox.QueryResultsFormat.XML, "csv": ox.QueryResultsFormat.CSV, "tsv": ox.QueryResultsFormat.TSV,
    "ttl": ox.RdfFormat.TURTLE, "nt": ox.RdfFormat.N_TRIPLES, "nq": ox.RdfFormat.N_QUADS, "trig": ox.RdfFormat.TRIG,
    "rdf": ox.RdfFormat.RDF_XML, "jsonld": ox.RdfFormat.JSON_LD,
}  # fmt: skip
_WITH_PREFIXES = {ox.RdfFormat.TURTLE, ox.RdfFormat.TRIG, ox.RdfFormat.RDF_XML}
_LOOK = 16
"""Answers after which a worker looks at its memory again."""
_KIB = 1024


class TooMuchError(Exception):
    """An answer over the limit."""


class Writer:
    """Where an answer is written to: held back at first, then sent part by part. A socket that is full holds up the query."""

    def __init__(self, connection: socket.socket, most: int) -> None:
        self._connection = connection
        self._most = most
        self._held: list[bytes] = []
        self._size = 0
        self._total = 0
        self._begun = False

    def write(self, content: bytes) -> int:
        """Take the next bytes."""
        self._held.append(bytes(content))
        self._size += len(content)
        self._total += len(content)
        if self._total > self._most:
            raise TooMuchError
        if self._size >= frames.HOLD:
            self._send(frames.PART)
        return len(content)

    def flush(self) -> None:
        """Nothing is sent earlier than it has to be."""

    def close(self, *, spent: bool) -> None:
        """The answer is complete; ``spent`` tells that it was this worker's last."""
        kind = frames.WHOLE
        if self._begun:
            if self._size:
                self._send(frames.PART)
            kind = frames.END
        self._send(kind.lower() if spent else kind)

    def _send(self, kind: bytes) -> None:
        self._connection.sendall(frames.frame(kind, b"".join(self._held)))
        self._held.clear()
        self._size, self._begun = 0, True


class Answerer(Protocol):
    """What answers requests in a worker."""

    def answer(self, asked: dict[str, Any], bodies: Sequence[bytes], writer: Writer) -> None:
        """Write the answer of ``asked``, to which ``bodies`` belong."""
        ...


def same_place(place: str, inode: int) -> None:
    """Raise OSError where another directory lies where a worker's store was when it was started."""
    if os.stat(os.path.dirname(place)).st_ino != inode:  # noqa: PTH116, PTH120 - bytes of a path, as the engine takes it
        raise OSError(errno.ESTALE, os.strerror(errno.ESTALE), place)


class Embedded:
    """Answers from the store of a release."""

    def __init__(self, place: str, inode: int) -> None:
        self._store = ox.Store.read_only(as_utf8(place))
        same_place(place, inode)

    def answer(self, asked: dict[str, Any], bodies: Sequence[bytes], writer: Writer) -> None:  # noqa: ARG002 - a query has none
        """Write the answer of ``asked["query"]``."""
        write_answer(self._store, asked, writer)


class Elsewhere:
    """Answers from a store elsewhere."""

    def __init__(self, settings: dict[str, Any]) -> None:
        from kg.web.workers.remote import Remote  # noqa: PLC0415 - what it brings takes longer than to start a worker that needs none of it

        self._remote = Remote(settings["url"], tuple(settings["graphs"]), settings["seconds"])

    def answer(self, asked: dict[str, Any], bodies: Sequence[bytes], writer: Writer) -> None:  # noqa: ARG002 - a query has none
        """Write the answer of ``asked["query"]``."""
        form = FORMATS[str(asked["format"])]
        self._remote.answer(asked, lambda found: write_found(found, form, writer))


def as_utf8(place: str) -> str:
    """A path as the engine takes it, whatever the locale says of file names."""
    return os.fsencode(place).decode("utf-8", "surrogateescape")


def write_answer(store: ox.Store, asked: dict[str, Any], writer: Writer) -> None:
    """Write the answer of the query ``asked["query"]``."""
    options: dict[str, object] = {"use_default_graph_as_union": asked["union"]}
    if "default" in asked or "named" in asked:
        options = {
            "default_graph": [ox.NamedNode(iri) for iri in asked.get("default", ())],
            "named_graphs": [ox.NamedNode(iri) for iri in asked.get("named", ())],
        }
    found = store.query(str(asked["query"]), base_iri=str(asked["base"]), **options)  # type: ignore[arg-type]
    write_found(found, FORMATS[str(asked["format"])], writer)


def write_found(found: Any, form: ox.RdfFormat | ox.QueryResultsFormat, writer: Writer) -> None:
    """Write what an engine has found; graphs with the prefixes of the project."""
    if isinstance(form, ox.RdfFormat):
        ox.serialize(found, cast("IO[bytes]", writer), form, prefixes=PREFIXES if form in _WITH_PREFIXES else None)
    else:
        found.serialize(writer, format=form)


def serve(connection: socket.socket, answerer: Answerer, settings: dict[str, int]) -> None:
    """Answer until the front hangs up."""
    stream = sys.stdin.buffer
    answered = 0
    bodies: list[bytes] = []
    while head := stream.read(frames.HEAD.size):
        kind, size = frames.HEAD.unpack(head)
        content = stream.read(size)
        if kind == frames.BODY:
            bodies.append(content)
            continue
        asked = json.loads(content)
        writer = Writer(connection, settings["response_bytes"])
        fault: dict[str, str] | None = None
        answered += 1
        try:
            answerer.answer(asked, bodies, writer)
        except (SyntaxError, ValueError) as error:
            fault = {"kind": "malformed-query", "detail": str(error)}
        except frames.NoAnswerError as error:
            fault = {"kind": error.kind, "detail": error.detail}
        except TooMuchError:
            fault = {"kind": "too-large", "detail": ""}
        except (RuntimeError, OSError, MemoryError) as error:
            fault = {"kind": "evaluation-failed", "detail": str(error)}
        bodies.clear()
        spent = answered >= settings["queries"] or (answered % _LOOK == 0 and _peak() > settings["resident_bytes"])
        if fault is None:
            writer.close(spent=spent)
        else:
            kind = frames.FAULT.lower() if spent else frames.FAULT
            connection.sendall(frames.frame(kind, json.dumps(fault).encode()))
        if spent:
            return


def _peak() -> int:
    """Most memory that this process has held (ru_maxrss: kilobytes on Linux)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KIB


def opened(settings: dict[str, Any]) -> Answerer:
    """Whoever answers from the place that the settings name. Raises OSError, StoreError."""
    return Elsewhere(settings) if "url" in settings else Embedded(settings["store"], settings["inode"])


def main(opened: Callable[[dict[str, Any]], Answerer] = opened) -> None:
    """Take the end of the socket and the settings from the arguments, and serve what ``opened`` makes of the settings."""
    connection = socket.socket(fileno=int(sys.argv[1]))
    settings = json.loads(sys.argv[2])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal reaches the whole group; the front ends its workers itself
    watch(settings["parent"])
    # before the store is opened: its engine has threads of its own, and a process with threads gets no new user namespace
    reaches = confine(settings["memory_bytes"], network="url" in settings, parent=settings["parent"])
    try:
        answerer = opened(settings)
    except (OSError, StoreError) as error:
        connection.sendall(frames.frame(frames.FAULT, json.dumps({"kind": "store", "detail": str(error)}).encode()))
        return
    connection.sendall(frames.frame(frames.READY, json.dumps({"network": reaches}).encode()))
    serve(connection, answerer, settings)


if __name__ == "__main__":
    main()
