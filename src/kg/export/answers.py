"""The answer of a stored question as a file that speaks for itself: CSV, XLSX, JSON, each with the cautions that belong to its figures."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg import resources, spreadsheets
from kg.export.csv_rows import write_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.workbook import Workbook

    from kg.queries.stored import StoredQuery

CAUTIONS = "cautions"
"""The column of a file that holds what must not be concluded."""
_COLUMNS = ("name", "label_ja", "label_en")


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


@cache
def _labels() -> dict[str, tuple[str, str]]:
    return {row["name"]: (row["label_ja"], row["label_en"]) for row in resources.rows("queries/questions/columns.csv", _COLUMNS)}


def column_label(name: str, language: str) -> str:
    """What a column of an answer is called in ``language``."""
    ja, en = _labels().get(name, (name, name))
    return ja if language == "ja" else en


def as_csv(answer: QuestionAnswer) -> bytes:
    """UTF-8 with BOM, so that spreadsheet programs read it; the cautions stand in a column of their own in each row."""
    stream = io.StringIO()
    cautions = " / ".join(answer.cautions)
    write_rows(stream, [*answer.question.returns, CAUTIONS], ([*row, cautions] for row in answer.rows))
    return stream.getvalue().encode("utf-8-sig")


def as_json(answer: QuestionAnswer) -> bytes:
    """The rows by column, with question, parameters, cautions, and the release that they come from."""
    content = {
        "question": {"slug": answer.question.slug, "text": answer.question.question.in_language(answer.language)},
        "parameters": answer.values,
        "columns": [{"name": name, "label": label} for name, label in zip(answer.question.returns, answer.headings(), strict=True)],
        "rows": [dict(zip(answer.question.returns, row, strict=True)) for row in answer.rows],
        "cautions": answer.cautions,
        "empty": answer.empty,
        "release": answer.release,
        "address": answer.address,
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n"


def as_xlsx(answer: QuestionAnswer) -> bytes:
    """A sheet with the rows and their cautions, and one that says what was asked, of which release, and where.

    Raises ExportError where a value does not fit into a cell of Excel.
    """
    ja = answer.language == "ja"
    cautions = " / ".join(answer.cautions)
    heading = [*answer.headings(), column_label(CAUTIONS, answer.language)]
    told = [
        ("質問" if ja else "question", answer.question.question.in_language(answer.language)),
        *((f"引数 {name}" if ja else f"parameter {name}", value) for name, value in answer.values.items()),
        ("リリース" if ja else "release", answer.release),
        ("アドレス" if ja else "address", answer.address),
        *(("注意" if ja else "caution", caution) for caution in answer.cautions),
        *((("答えがない理由" if ja else "why there are no rows"), text) for text in [answer.empty] if text),
    ]
    rows = [heading, *([*row, cautions] for row in answer.rows)]
    return spreadsheets.content(workbook(rows, told, answer.question.slug, answer.language))


def workbook(rows: Sequence[Sequence[str]], told: Sequence[Sequence[str]], where: str, language: str) -> Workbook:
    """A workbook with the sheet of an answer, whose first row stays in sight, and one that tells about it.

    Raises ExportError, which names ``where``, where a value does not fit into a cell of Excel.
    """
    from openpyxl.workbook import Workbook as NewWorkbook  # noqa: PLC0415 - a service that is asked for no workbook does not need it

    book = NewWorkbook()
    first, second = book.worksheets[0], book.create_sheet("この表について" if language == "ja" else "About")
    first.title = "答え" if language == "ja" else "Answer"
    first.freeze_panes = "A2"
    for sheet, content in ((first, rows), (second, told)):
        for number, row in enumerate(content, start=1):
            for column, value in enumerate(row, start=1):
                spreadsheets.text_in(spreadsheets.cell_at(sheet, number, column), value, where)
    return book
