"""Where a reader goes on from the page of a thing: to what is asked of it, compared and listed, in words that need no vocabulary."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from kg.search.entries import SCHEMES
from kg.search.labels import government_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.web.addresses import Addresses

Way = tuple[str, str, str]
"""What it is (a word for the page to translate), of whom, and where it leads."""
_GOVERNMENT = re.compile(r"id/government/(\d{6})")
_RECORD = re.compile(r"id/(?:project|commission|intervention|outcome)/[^/]+/[^/]+/(\d{6})(?:/.*)?")
_DEPARTMENT = re.compile(r"id/department/(\d{6})/.*")
_CODE = re.compile(r"code/([a-z-]+)/([^/]+)")
_FACETS = {scheme: facet for facet, scheme in SCHEMES.items()}


def ways(addresses: Addresses, thing: str, language: str) -> list[Way]:
    """Ways on from ``thing``; none from what is no government's and no code to search by."""
    key = thing.removeprefix(addresses.base)
    code = _CODE.fullmatch(key)
    if code and code[1] in _FACETS:
        return [("search", "", f"{addresses.public}/search?{urlencode([(_FACETS[code[1]], code[2])])}")]
    found = _GOVERNMENT.fullmatch(key) or _RECORD.fullmatch(key) or _DEPARTMENT.fullmatch(key)
    return list(_of_government(addresses.public, found[1], language)) if found else []


def _of_government(public: str, key: str, language: str) -> Iterator[Way]:
    name = government_label(key).in_language(language)
    asked = urlencode([("government", key)])
    yield "card", name, f"{public}/questions/government-card?{asked}"
    yield "paid", name, f"{public}/questions/paid-and-reached?{asked}"
    yield "search", name, f"{public}/search?{asked}"
    yield "compare", name, f"{public}/compare?{asked}"
    yield "timeline", name, f"{public}/timeline?{asked}"
