"""The addresses of a SPARQL 1.1 store, from the one that was given."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from kg.store.connection import checked_address


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a store is asked, where it takes updates, and where it speaks the Graph Store HTTP Protocol (empty where it does not)."""

    query: str
    update: str
    graph_store: str = ""


def addresses(url: str, update: str = "", graph_store: str = "") -> Addresses:
    """The addresses of a store, of which ``url`` is the one for queries.

    A server alone, or one that is asked at ``/query``, is taken for one with ``/update`` and ``/store`` beside it, as the Oxigraph server has
    them; any other, such as ``/sparql``, for one that takes updates where it is asked. Raises StoreError where one is no address.
    """
    parts = urlsplit(checked_address(url))
    above, _, last = parts.path.rpartition("/")
    if not parts.query and last in {"", "query"}:
        query, beside, store = (urlunsplit((*parts[:2], f"{above}/{name}", "", "")) for name in ("query", "update", "store"))
    else:
        query, beside, store = url, url, ""
    if update and not graph_store:
        store = ""  # whoever names an address for updates wants them
    return Addresses(query, checked_address(update or beside), checked_address(graph_store or store) if graph_store or store else "")
