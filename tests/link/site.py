"""A site on this machine that sends official files as the real ones do: from an address, or from behind the form of a page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

PAGE = """<html><body><form method="post" action="{action}"><input type="hidden" name="token" value="secret-7"/>
<input type="hidden" name="event" value=""><input type="hidden" name="selDlFileNo"></form>
<h2 id="csv-sjis">CSV Shift_JIS</h2><dl><dt>全国</dt><dd><a href="#" onclick="return doDownload(11);">zip 230MB</a></dd></dl>
<h2 id="csv-unicode">CSV Unicode</h2><dl><dt>北海道</dt><dd><a href="#" onclick="return doDownload(20);">zip</a></dd>
<dt>全国</dt><dd><a href="#" onclick="return doDownload(22);">zip 240MB</a></dd></dl>
<h2 id="xml-unicode">XML</h2><dl><dt>全国</dt><dd><a href="#" onclick="return doDownload(33);">zip</a></dd></dl></body></html>"""


@dataclass
class Site:
    """What it sends, by path; ``asked`` is what came."""

    files: dict[str, bytes] = field(default_factory=dict)
    headers: dict[str, dict[str, str]] = field(default_factory=dict)
    page: str = PAGE.format(action="/page")
    asked: list[str] = field(default_factory=list)
    address: str = ""


@contextmanager
def served(site: Site) -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            path = urlsplit(self.path).path
            if path == "/page":
                self._send(site.page.encode(), {"Set-Cookie": "session=s1; Path=/", "Content-Type": "text/html"})
            else:
                self._file(path)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            site.asked.append(body)
            given = {name: values[0] for name, values in parse_qs(body, keep_blank_values=True).items()}
            if given != {"token": "secret-7", "event": "download", "selDlFileNo": "22"} or "session=s1" not in self.headers.get(
                "Cookie", ""
            ):
                self.send_error(403)
                return
            self._file("/register")

        def _file(self, path: str) -> None:
            if path in site.files or "Location" in site.headers.get(path, {}):
                self._send(site.files.get(path, b""), site.headers.get(path, {}))
            else:
                self.send_error(404)

        def _send(self, content: bytes, headers: dict[str, str]) -> None:
            self.send_response(302 if "Location" in headers else 200)
            for name, value in ({"Content-Length": str(len(content))} | headers).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
    site.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
