"""The answer of a stored question: its rows as they are shown, and the cautions that belong to them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg import resources
from kg.errors import Message
from kg.export.answer_tables import AnswerTable
from kg.text.places import gazetteer

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kg.queries.stored import StoredQuery

_COLUMNS = ("name", "label_ja", "label_en", "holds")


@dataclass(frozen=True, slots=True)
class QuestionAnswer:
    """The rows of an answer as they are shown, and what belongs to them. ``address`` is where the same question can be asked again."""

    question: StoredQuery
    language: str
    values: dict[str, str]
    rows: Sequence[Sequence[str]]
    release: str
    address: str

    @property
    def cautions(self) -> list[str]:
        """What must not be concluded, in the language of the answer."""
        return [caution.in_language(self.language) for caution in self.question.cautions]

    @property
    def empty(self) -> str:
        """Why there are no rows, where that can be said."""
        return self.question.empty.in_language(self.language) if self.question.empty and not self.rows else ""

    def headings(self) -> list[str]:
        """The columns' labels in the language of the answer."""
        return [column_label(name, self.language) for name in self.question.returns]

    def table(self) -> AnswerTable:
        """The answer as a table that can be written to a file, with the question, its parameters and the release."""
        ja = self.language == "ja"
        text = self.question.question.in_language(self.language)
        told = [
            ("質問" if ja else "question", text),
            *((f"引数 {name}" if ja else f"parameter {name}", value) for name, value in self.values.items()),
            *((("答えがない理由" if ja else "why there are no rows"), why) for why in [self.empty] if why),
        ]
        before = {"question": {"slug": self.question.slug, "text": text}, "parameters": self.values}
        return AnswerTable(
            self.question.slug, self.language, self.question.returns, self.headings(), self.rows, self.cautions, self.release, self.address, told,
            before, {"empty": self.empty},
        )  # fmt: skip


@cache
def _columns() -> dict[str, tuple[Message, str]]:
    """What each column is called, and what its values are (queries/questions/columns.csv)."""
    rows = resources.rows("queries/questions/columns.csv", _COLUMNS)
    return {row["name"]: (Message(row["label_ja"], row["label_en"]), row["holds"]) for row in rows}


@cache
def _units() -> dict[str, str]:
    return {row["written"]: row["en"] for row in resources.rows("queries/questions/units.csv", ("written", "en"))}


def column_names() -> Collection[str]:
    """Names of all columns that answers have."""
    return _columns()


def column_label(name: str, language: str) -> str:
    """What a column of an answer is called in ``language``."""
    label, _ = _columns().get(name, (Message(name, name), ""))
    return label.in_language(language)


def value_in(name: str, value: str, language: str) -> str:
    """A value of a column as it is read in ``language``: in English a government and a unit have their English names.

    As it is written stays what has none, and the name that several places share.
    """
    if language == "ja" or name not in _columns():
        return value
    match _columns()[name][1]:
        case "place":
            places = gazetteer().resolve(value)
            return places[0].label_en if len(places) == 1 else value
        case "unit":
            return _units().get(value, value)
        case _:
            return value
