"""Stores of other makers, and servers that only pretend to be one, started on a free port of the loopback address for as long as a test needs them."""

from __future__ import annotations

import http.client
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

Reply = Callable[[BaseHTTPRequestHandler], None]
BODY = ":body"
JSON = "application/sparql-results+json"
OXIGRAPH = Path(sys.executable).with_name("oxigraph")
VIRTUOSO = shutil.which("virtuoso-t")
ISQL = shutil.which("isql-vt") or shutil.which("isql")
MOST_ROWS = 90_000
"""Rows at which Virtuoso cuts answers here; the embedded release has more triples, and no graph of it as many."""
_VIRTUOSO = """
[Database]
DatabaseFile = {0}/virtuoso.db
ErrorLogFile = {0}/virtuoso.log
LockFile = {0}/virtuoso.lck
TransactionFile = {0}/virtuoso.trx
xa_persistent_file = {0}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {0}/temp.db
TransactionFile = {0}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{1}
DisableUnixSocket = 1
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
DirsAllowed = {0}/nothing
[HTTPServer]
ServerPort = 127.0.0.1:{2}
ServerThreads = 10
[SPARQL]
ResultSetMaxRows = {3}
"""


@dataclass(frozen=True)
class Server:
    """Where a store is asked, where it takes updates, and graphs."""

    query: str
    update: str
    graph_store: str
    process: subprocess.Popen[bytes]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _running(command: list[str], log: Path, port: int, path: str, seconds: float) -> Iterator[subprocess.Popen[bytes]]:
    with log.open("wb") as stream:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=stream, stderr=stream, cwd=log.parent)
    try:
        end = time.monotonic() + seconds
        while True:
            assert process.poll() is None, log.read_text(encoding="utf-8", errors="replace")
            assert time.monotonic() < end, log.read_text(encoding="utf-8", errors="replace")
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            try:
                connection.request("GET", f"{path}?query=ASK%7B%7D")
                if connection.getresponse().status == 200:
                    break
            except OSError:
                time.sleep(0.1)
            finally:
                connection.close()
        yield process
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def oxigraph(directory: Path, port: int = 0) -> Iterator[Server]:
    """The server of the package ``oxigraph``, its data in ``directory``."""
    directory.mkdir(exist_ok=True)
    port = port or free_port()
    command = [str(OXIGRAPH), "serve", "--location", str(directory / "store"), "--bind", f"127.0.0.1:{port}"]
    with _running(command, directory / "log", port, "/query", 30) as process:
        address = f"http://127.0.0.1:{port}"
        yield Server(f"{address}/query", f"{address}/update", f"{address}/store", process)


@contextmanager
def virtuoso(directory: Path) -> Iterator[Server]:
    """Virtuoso, which lets everybody write, its data in ``directory``."""
    directory.mkdir(exist_ok=True)
    sql, web = free_port(), free_port()
    settings = directory / "virtuoso.ini"
    settings.write_text(_VIRTUOSO.format(directory, sql, web, MOST_ROWS), encoding="utf-8")
    with _running([str(VIRTUOSO), "-f", "-c", str(settings)], directory / "log", web, "/sparql", 120) as process:
        grant = ['exec=GRANT SPARQL_UPDATE TO "SPARQL";']
        subprocess.run([str(ISQL), f"127.0.0.1:{sql}", "dba", "dba", *grant], check=True, stdout=subprocess.DEVNULL)
        address = f"http://127.0.0.1:{web}"
        yield Server(f"{address}/sparql", f"{address}/sparql", f"{address}/sparql-graph-crud", process)


@contextmanager
def replying(*replies: Reply) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """A server that answers each request with the next reply, the last one again and again; its address, and the headers and bodies that came."""
    seen: list[dict[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _reply(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode()
            seen.append({**dict(self.headers.items()), BODY: body})
            self.asked = parse_qs(body).get("query", [""])[0]
            replies[min(len(seen), len(replies)) - 1](self)

        do_POST = do_PUT = do_DELETE = _reply  # noqa: N815 - as http.server calls them

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/sparql", seen
    finally:
        server.shutdown()
        server.server_close()


def says(content: bytes, media_type: str = JSON, status: int = 200, length: int | None = None, **headers: str) -> Reply:
    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", media_type)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        if length is None or length >= 0:
            handler.send_header("Content-Length", str(len(content) if length is None else length))
        handler.end_headers()
        handler.wfile.write(content)
        handler.close_connection = True

    return reply


def hangs_up(handler: BaseHTTPRequestHandler) -> None:
    handler.close_connection = True


def cut(content: bytes, media_type: str) -> Reply:
    """An answer in chunks, of which the last one never comes."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", media_type)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        handler.wfile.write(content)
        handler.close_connection = True

    return reply
