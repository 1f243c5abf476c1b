"""The errors that every store raises alike, also while an answer is still being read."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from kg.errors import QueryError, StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kg.store.syntax import Traits

Item = TypeVar("Item")


def refuse_service(traits: Traits) -> None:
    """Raise QueryError where a query would make the store ask another server."""
    if traits.asks_elsewhere:
        raise QueryError(
            "SERVICE は使えません（検索が外部へ通信しないようにしています）。SERVICE を除き、接頭辞の名前にも使わないでください。",
            "SERVICE is refused, since no query may cause requests to other servers; remove it, also from names of prefixes",
        )


def not_a_query(error: Exception | str) -> QueryError:
    """The error for text that is no SPARQL query, or that cannot be evaluated, with what the store says."""
    return QueryError(f"SPARQL の問い合わせとして実行できません: {error}", f"not a SPARQL query that can be answered: {error}")


def not_quads(path: Path, error: Exception, before: int = 0) -> StoreError:
    """The error for a file that is no N-Quads, with what the parser says; its lines count from the one after ``before``."""
    if isinstance(error, SyntaxError) and error.lineno:
        fault, line = str(error.msg).partition(": ")[2] or error.msg, before + error.lineno
        return StoreError(
            f"{line} 行目が N-Quads として読めません（{fault}）。",
            f"line {line} cannot be read as N-Quads ({fault})",
            where=f"{path}, {line}",
        )
    return StoreError(f"N-Quads として読めません（{error}）。", f"cannot be read as N-Quads ({error})", where=str(path))


def guarded(items: Iterator[Item], caught: tuple[type[Exception], ...], fault: Callable[[Exception], Exception]) -> Iterator[Item]:
    """Yield ``items``; what is ``caught`` on the way, also at the last of them, becomes ``fault``."""
    try:
        yield from items
    except caught as error:
        raise fault(error) from error
