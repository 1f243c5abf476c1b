"""Where a page leads to itself: in the other language, at another of its pages, as a file, without one of its conditions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.search.index import Wish

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class PageLinks:
    """Links of the page at ``address`` in ``language``, which is asked for with ``pairs``; its files with ``of_files``, where that is more."""

    address: str
    language: str
    pairs: Sequence[Pair] = ()
    of_files: Sequence[Pair] | None = None

    def elsewhere(self, page: int = 1) -> str:
        """The page in the other language."""
        pairs = [pair for pair in self.pairs if pair[0] != "language"]  # of what a question answers in: the other one, too
        return self._link(pairs, "en" if self.language == "ja" else "ja", page)

    def turned(self, page: int) -> str:
        """Another page of the same."""
        return self._link(self.pairs, self.language, page)

    def without(self, pair: Pair) -> str:
        """The page without one of its conditions."""
        return self._link([other for other in self.pairs if other != pair], self.language, 1)

    def file(self, form: str) -> str:
        """The page as a file."""
        pairs = [*self.pairs, ("lang", self.language)] if self.of_files is None else self.of_files
        return f"{self.address}.{form}?{urlencode(pairs)}"

    def _link(self, pairs: Sequence[Pair], language: str, page: int) -> str:
        more = [("lang", language), *([("page", str(page))] if page > 1 else [])]
        return f"{self.address}?{urlencode([*pairs, *more])}"


def asked_for(wish: Wish) -> list[Pair]:
    """A wish as the parameters of an address."""
    return [*([("q", wish.words)] if wish.words else []), *wish.pairs()]
