"""What a catalogue tells of a graph's content besides counts: the dates it is about, and how often it links to which other data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.queries.stored import stored_queries
from kg.settings import rebased
from kg.store.port import Solutions, lexical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.store.working import WorkingStore


def fiscal_year(year: str) -> str:
    """The first day of a fiscal year of Japan's governments (財政法 11条, 地方自治法 208条); empty where the year is.

    >>> fiscal_year("2018")
    '2018-04-01'
    """
    return f"{year}-04-01" if year else ""


@dataclass(frozen=True, slots=True)
class Linkset:
    """Links by one ``predicate`` to what is described at one ``site`` (scheme and host of an IRI, with a slash), and how many there are."""

    predicate: str
    site: str
    triples: int


@dataclass(frozen=True, slots=True)
class Content:
    """Days as ``YYYY-MM-DD``, empty where no table tells them; none is that of the build, which may be repeated on any day.

    ``first`` begins the first fiscal year of a project, ``last`` is the date of the newest table. ``issued`` is when the vocabulary was first
    published, ``modified`` when that or a table last changed.
    """

    first: str
    last: str
    issued: str
    modified: str
    linksets: tuple[Linkset, ...]

    @classmethod
    def of(cls, store: WorkingStore, base: str) -> Content:
        """The content of a graph that lies in ``store`` with all that follows from it."""
        year, last, issued, modified = next(_rows(store, "dates", base))
        linksets = tuple(Linkset(predicate, site, int(count)) for predicate, site, count in sorted(_rows(store, "linksets", base)))
        return cls(fiscal_year(year), last, issued, max(modified, last), linksets)


def _rows(store: WorkingStore, name: str, base: str) -> Iterator[list[str]]:
    answer = store.query(rebased(stored_queries("catalog")[name].text, base))
    if not isinstance(answer, Solutions):
        raise TypeError(name)
    return ([lexical(term) for term in row] for row in answer.rows)
