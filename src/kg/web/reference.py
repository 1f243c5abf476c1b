"""The reference of the ontology and the code lists, in the frame of the portal: ``/reference/…``; what is no page is a file as it lies in the release."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.export.reference.pages import page_of, parts_of
from kg.web.endpoint import only_read
from kg.web.exchange import VARY
from kg.web.media import HTML
from kg.web.searching import FRESH

if TYPE_CHECKING:
    from kg.web.addresses import Addresses
    from kg.web.dumps import Dumps
    from kg.web.exchange import Exchange
    from kg.web.pages import Pages

STEMS = ("index", "ontology", "codes")
"""The pages, each in two languages (kg.export.reference)."""
_FOLDER = "reference/"
_PAGES = {page_of(stem, language): (stem, language) for stem in STEMS for language in ("ja", "en")}


@dataclass(frozen=True, slots=True)
class Pair:
    """Links of a page that is a file in each language."""

    here: str
    other: str

    def turned(self, _page: int) -> str:
        """The same page, of which there is one."""
        return self.here

    def elsewhere(self, _page: int = 1) -> str:
        """The page in the other language."""
        return self.other


class Reference:
    """Shows what the vocabulary means."""

    def __init__(self, dumps: Dumps, pages: Pages, addresses: Addresses) -> None:
        self._dumps = dumps
        self._pages = pages
        self._addresses = addresses

    async def show(self, exchange: Exchange, name: str) -> None:
        """Answer a request for /reference/{name}, the name of a file, or of a page in whichever language is asked for. Raises Problem."""
        only_read(exchange)
        name = page_of(name or STEMS[0], exchange.language) if name in {"", *STEMS} else name
        if name not in _PAGES:
            await self._dumps.show(exchange, name, below=_FOLDER)
            return
        stem, language = _PAGES[name]
        here, other = (
            f"{self._addresses.public}/{_FOLDER}{page_of(stem, each)}" for each in (language, "en" if language == "ja" else "ja")
        )
        parts = parts_of((await self._dumps.content(_FOLDER + name)).decode())
        listed = [(each, page_of(each, language)) for each in STEMS]
        content = self._pages.render(
            "reference.html", language, title=parts.title, stem=stem, parts=parts, listed=listed, links=Pair(here, other)
        )
        await exchange.respond(200, HTML.content_type, content, [*self._pages.headers, VARY, FRESH])
