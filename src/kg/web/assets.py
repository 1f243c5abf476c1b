"""Style and islands of the pages, as the frontend's build left them: every file has its content's hash in its name."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg import resources
from kg.web.endpoint import only_read
from kg.web.problems import NOT_FOUND, problem

if TYPE_CHECKING:
    from kg.web.exchange import Exchange

_BUILT = Path(__file__).parent / "static"
_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}
_FOREVER = (b"cache-control", b"public, max-age=31536000, immutable")
_VARY = (b"vary", b"Accept-Encoding")


@cache
def island_texts(island: str, language: str) -> dict[str, str]:
    """What an island says, by name."""
    rows = resources.rows("queries/pages/island-texts.csv", ("island", "name", "ja", "en"))
    return {row["name"]: row[language] for row in rows if row["island"] == island}


class Assets:
    """What the frontend was built into; nothing where it was left out, and pages are then without style and islands."""

    def __init__(self, built: Path = _BUILT) -> None:
        manifest = built / "manifest.json"
        self._entries: dict[str, dict[str, str]] = json.loads(manifest.read_bytes()) if manifest.is_file() else {}
        self._files = {path.name: path.read_bytes() for path in sorted(built.glob("assets/*"))}
        licences = built / "licences.md"
        self.licences = licences.read_text(encoding="utf-8") if licences.is_file() else ""

    def address(self, name: str) -> str:
        """Where an entry such as ``style.css`` lies below the service's root; empty where it was not built."""
        entry = self._entries.get(f"src/{name}")
        return f"/static/{entry['file']}" if entry else ""

    async def show(self, exchange: Exchange, name: str) -> None:
        """Answer a request for a file below /static/assets/. Raises Problem."""
        only_read(exchange)
        content = self._files.get(name)
        media_type = _TYPES.get(Path(name).suffix)
        if content is None or media_type is None:
            raise problem(NOT_FOUND, f"{name[:200]} というファイルはありません。", f"there is no file {name[:200]}")
        packed = self._files.get(f"{name}.gz")
        headers = [_FOREVER, _VARY]
        if packed and "gzip" in exchange.header(b"accept-encoding"):
            content = packed
            headers.append((b"content-encoding", b"gzip"))
        await exchange.respond(200, media_type, content, headers)
