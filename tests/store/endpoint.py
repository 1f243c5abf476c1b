"""A SPARQL endpoint on the loopback address, for tests of remote stores: the protocol's POST form over a pyoxigraph store."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pyoxigraph as ox


@contextmanager
def endpoint(quads: Path) -> Iterator[str]:
    """Serve ``quads``; the default graph is empty unless the request names one, as in most stores."""
    store = ox.Store()
    store.bulk_load(path=str(quads), format=ox.RdfFormat.N_QUADS)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            default: list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] = [ox.NamedNode(iri) for iri in form.get("default-graph-uri", [])]
            named: list[ox.NamedNode | ox.BlankNode] = [ox.NamedNode(iri) for iri in form.get("named-graph-uri", [])]
            try:
                found = store.query(form["query"][0], default_graph=default or None, named_graphs=named or None)
            except SyntaxError as error:
                self.answer(400, "text/plain", str(error).encode())
                return
            if isinstance(found, ox.QueryTriples):
                self.answer(200, "text/turtle", found.serialize(format=ox.RdfFormat.TURTLE))
            else:
                self.answer(200, "application/sparql-results+json", found.serialize(format=ox.QueryResultsFormat.JSON))

        def answer(self, status: int, media: str, content: bytes | None) -> None:
            self.send_response(status)
            self.send_header("Content-Type", media)
            self.send_header("Content-Length", str(len(content or b"")))
            self.end_headers()
            self.wfile.write(content or b"")

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/sparql"
    finally:
        server.shutdown()
        server.server_close()
