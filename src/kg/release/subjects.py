"""The bodies that a release names, as ``kg link`` looks for them in registers."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from kg.link.named import Named
from kg.link.subjects import Subject
from kg.queries.stored import stored_queries
from kg.settings import rebased
from kg.store.port import Solutions, lexical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.store.port import Store


def asked(store: Store, slug: str, base: str) -> Iterator[dict[str, str]]:
    """The rows of a stored query of queries/link/, by the names of their columns."""
    query = stored_queries("link")[slug]
    answer = store.query(rebased(query.text, base))
    rows = answer.rows if isinstance(answer, Solutions) else iter(())
    return (dict(zip(query.returns, map(lexical, row), strict=True)) for row in rows)


def subjects(store: Store, base: str) -> list[Subject]:
    """Every body that commissioned or was commissioned, as its oldest table names it, in the order of their keys."""
    told: dict[str, list[dict[str, str]]] = {}
    for row in asked(store, "organizations", base):
        told.setdefault(row["thing"].removeprefix(f"{base}id/"), []).append(row)
    return [_subject(key, rows) for key, rows in sorted(told.items())]


def named(store: Store, base: str) -> list[Named]:
    """Every contractor and every code, under all of its names, the Japanese label first."""
    told: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in asked(store, "named", base):
        told.setdefault((row["thing"], row["type"]), []).append(row)
    return [
        Named(
            key=thing.removeprefix(base),
            type=kind,
            code=rows[0]["code"],
            names=tuple(dict.fromkeys(row["name"] for row in sorted(rows, key=_shown_first))),
            prefectures=frozenset(row["prefecture"] for row in rows) - {""},
            english=next((row["name"] for row in rows if _is_shown(row) and row["language"] == "en"), ""),
        )
        for (thing, kind), rows in told.items()
    ]


def _shown_first(row: dict[str, str]) -> tuple[bool, bool]:
    """Labels before other names, Japanese ones before English ones."""
    return not _is_shown(row), row["language"] != "ja"


def _is_shown(row: dict[str, str]) -> bool:
    return row["shown"] in {"true", "1"}


def _subject(key: str, rows: list[dict[str, str]]) -> Subject:
    dates, years = ([row[column] for row in rows if row[column]] for column in ("date", "year"))
    first = min(rows, key=lambda row: row["date"] or "9999")
    return Subject(
        key=key,
        name=rows[0]["name"],
        other_names=tuple(sorted({row["other_name"] for row in rows} - {"", rows[0]["name"]})),
        prefectures=frozenset(row["prefecture"] for row in rows) - {""},
        date=dt.date.fromisoformat(min(dates)) if dates else None,
        cell=f"{first['file']}:{first['cell'] or first['start']}",
        code=rows[0]["code"],
        since=dt.date(int(min(years)), 4, 1) if years else None,
    )
