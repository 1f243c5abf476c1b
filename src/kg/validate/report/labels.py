"""What codes are called, in both languages: as the graph says, else as the code lists of the package do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal

from kg.errors import Message
from kg.queries.stored import stored_queries
from kg.store.port import Solutions, lexical
from kg.text.vocabulary import code_list

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.store.port import Store

LISTS = ("finding-kind", "severity", "table-column", "passage-role")
"""The code lists that a report speaks of."""


class Labels:
    """Labels of codes by code list and notation."""

    def __init__(self, told: Mapping[tuple[str, str], Message]) -> None:
        self._told = told

    @classmethod
    def of(cls, store: Store | None = None) -> Labels:
        """The labels that ``store`` holds; a graph without code lists is told in the words of the package. Raises StoreError."""
        told = {(name, row.notation): Message(row.label_ja, row.label_en) for name in LISTS for row in code_list(name).rows}
        if store is not None:
            told |= _asked(store)
        return cls(told)

    def __call__(self, name: str, notation: str) -> Message:
        """The label of a code; one that nobody names is called by its notation."""
        return self._told.get((name, notation)) or Message(notation, notation)


def _asked(store: Store) -> dict[tuple[str, str], Message]:
    answer = store.query(stored_queries("report")["labels"].text)
    if not isinstance(answer, Solutions):
        raise TypeError(answer)
    found: dict[tuple[str, str], dict[str, str]] = {}
    for name, notation, label in answer.rows:
        if isinstance(label, Literal) and label.language in {"ja", "en"}:
            texts = found.setdefault((lexical(name), lexical(notation)), {})
            texts[label.language] = min(label.value, texts.get(label.language, label.value))
    return {code: Message(texts["ja"], texts["en"]) for code, texts in found.items() if len(texts) == 2}
