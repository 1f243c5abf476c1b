"""What the columns of the tables mean, for programs: CSV on the Web (W3C Recommendations, 2015), as ``csv-metadata.json`` beside the tables.

Names and order of the columns are those of the stored queries; titles, datatypes and notes stand in queries/tables/columns.csv, tables in tables.csv.
A column has the title of the answers to questions (queries/questions/columns.csv) where it has none of its own.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg import resources
from kg.errors import Message, VocabularyError
from kg.export.answers import column_label
from kg.queries.stored import stored_queries
from kg.text.vocabulary import code_list

if TYPE_CHECKING:
    from pathlib import Path

    from kg.queries.stored import StoredQuery

METADATA = "csv-metadata.json"
"""The name under which a reader of CSVW looks for it beside any table (Model for Tabular Data, section 5.3)."""
_TABLES, _COLUMNS = "queries/tables/tables.csv", "queries/tables/columns.csv"
_OF_A_TABLE = ("name", "key", "description_ja", "description_en")
_OF_A_COLUMN = ("table", "name", "title_ja", "title_en", "datatype", "codes", "required", "refers_to", "standard", "note_ja", "note_en")
_FORMATS = {
    "place": "^(.+![A-Z]+[0-9]+:)?[0-9]+$",
    "code6": "^[0-9]{6}$",
    "period": "^(FY[0-9]{4}|[0-9]{4}(-[0-9]{2}){0,2})(/(FY[0-9]{4}|[0-9]{4}(-[0-9]{2}){0,2}))?$",
}
"""Texts of a known form, by the name that the column ``datatype`` has for them; the form as a regular expression."""


@dataclass(frozen=True, slots=True)
class Table:
    """What a table holds, and the column whose values are all different (empty where none is)."""

    key: str
    description: Message


@cache
def described_tables() -> dict[str, Table]:
    """All tables by name."""
    rows = resources.rows(_TABLES, _OF_A_TABLE)
    return {row["name"]: Table(row["key"], Message(row["description_ja"], row["description_en"])) for row in rows}


@cache
def _columns() -> dict[tuple[str, str], dict[str, str]]:
    return {(row["table"], row["name"]): row for row in resources.rows(_COLUMNS, _OF_A_COLUMN)}


def write_metadata(directory: Path) -> None:
    """Write the metadata of all tables into the directory in which they stand."""
    group = {
        "@context": "http://www.w3.org/ns/csvw",
        "dc:title": _said(Message("つなぎの表", "The tables of Tsunagi")),
        "dc:license": {"@id": "https://creativecommons.org/licenses/by/4.0/"},
        "tables": [_table(name, query) for name, query in stored_queries("table").items()],
    }
    (directory / METADATA).write_text(json.dumps(group, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _table(name: str, query: StoredQuery) -> dict[str, object]:
    table, columns = described_tables()[name], {column: _column(name, column) for column in query.returns}
    schema: dict[str, object] = {"columns": [_schema(column, row, query) for column, row in columns.items()]}
    if table.key:
        schema["primaryKey"] = table.key
    keys = [(column, row["refers_to"]) for column, row in columns.items() if row["refers_to"]]
    if keys:
        schema["foreignKeys"] = [
            {"columnReference": column, "reference": {"resource": f"{target}.csv", "columnReference": described_tables()[target].key}}
            for column, target in keys
        ]
    return {"url": f"{name}.csv", "dc:title": _said(query.question), "dc:description": _said(table.description), "tableSchema": schema}


def _column(table: str, name: str) -> dict[str, str]:
    """The row of a column: that of the table, or the one for all tables."""
    columns = _columns()
    try:
        return columns.get((table, name)) or columns["", name]
    except KeyError as error:
        raise VocabularyError(
            f"列 {table}.{name} の行がありません。", f"there is no row for the column {table}.{name}", where=_COLUMNS
        ) from error


def _schema(name: str, row: dict[str, str], query: StoredQuery) -> dict[str, object]:
    ja, en = (row[f"title_{language}"] or column_label(name, language) for language in ("ja", "en"))
    titles = {"und": name, "ja": list(dict.fromkeys(filter(None, (ja, row["standard"])))), "en": [en]}  # und: the header, in no language
    schema: dict[str, object] = {"name": name, "titles": titles, "datatype": _datatype(row)}
    if name in query.several:
        schema["separator"] = ";"
    if row["required"]:
        schema["required"] = True
    if row["note_ja"]:
        schema["dc:description"] = _said(Message(row["note_ja"], row["note_en"]))
    return schema


def _datatype(row: dict[str, str]) -> str | dict[str, str]:
    if row["codes"]:
        return {"base": "string", "format": f"^({'|'.join(code_list(row['codes']).notations)})$"}
    form = _FORMATS.get(row["datatype"])
    return {"base": "string", "format": form} if form else row["datatype"]


def _said(message: Message) -> list[dict[str, str]]:
    return [{"@value": message.in_language(language), "@language": language} for language in ("ja", "en")]
