"""A reader of tables as CSV on the Web describes them: what the metadata may say, and whether header and cells are what it says.

After the Metadata Vocabulary for Tabular Data and the Model for Tabular Data (W3C Recommendations, 17 December 2015), whose sections are named.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*")
_TYPES: dict[str, Callable[[str], object]] = {  # Model, section 6.4: the lexical forms of the datatypes in use, with their default formats
    "string": lambda text: text is not None,
    "anyURI": _URI.fullmatch,
    "decimal": re.compile(r"[+-]?\d+(\.\d+)?").fullmatch,
    "boolean": re.compile(r"true|false|1|0").fullmatch,
    "date": re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])").fullmatch,
    "gYear": re.compile(r"\d{4}").fullmatch,
}
_OF_A_COLUMN = {"name", "titles", "datatype", "separator", "required"}  # Metadata, sections 5.6 and 5.7: those in use
_NAME = re.compile(r"[A-Za-z0-9.%][A-Za-z0-9_.%]*")  # section 5.6: a variable of a URI template, which does not begin with _


def metadata(directory: Path) -> dict[str, Any]:
    """The group of tables (section 5.3.2), its context and the properties that it may have checked (section 5.1.4)."""
    group: dict[str, Any] = json.loads((directory / "csv-metadata.json").read_text(encoding="utf-8"))
    assert group["@context"] == "http://www.w3.org/ns/csvw"
    for table in group["tables"]:
        assert {key for key in table if ":" not in key} == {"url", "tableSchema"}
        assert set(table["tableSchema"]) <= {"columns", "primaryKey", "foreignKeys"}
        for column in table["tableSchema"]["columns"]:
            assert {key for key in column if ":" not in key} <= _OF_A_COLUMN
            assert _NAME.fullmatch(column["name"])
    return group


def faults(directory: Path) -> list[str]:
    """What is wrong with the tables of a directory, in the words of the rule that is broken."""
    group = metadata(directory)
    tables = {table["url"]: (table["tableSchema"], rows(directory / table["url"])) for table in group["tables"]}
    found = []
    for url, (schema, (header, *body)) in tables.items():
        found += [f"{url}: {fault}" for fault in (*_header(schema, header), *_cells(schema, body), *_primary(schema, header, body))]
        for key in schema.get("foreignKeys", ()):
            other, (names, *referred) = tables[key["reference"]["resource"]]
            place, there = header.index(key["columnReference"]), names.index(key["reference"]["columnReference"])
            assert key["reference"]["columnReference"] == other["primaryKey"]
            known = {row[there] for row in referred}
            found += [f"{url}: {row[place]} refers to no row" for row in body if row[place] not in known]  # Model, section 4.2
    return found


def rows(path: Path) -> list[list[str]]:
    """Header and rows of a table: UTF-8, comma, double quotes, which are the defaults of a dialect (Model, section 5)."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))


def _header(schema: dict[str, Any], header: list[str]) -> Iterator[str]:
    """Section 5.5.1: as many columns, and each header among the titles in any language (``und`` matches all)."""
    columns = schema["columns"]
    if len(columns) != len(header):
        yield f"{len(columns)} columns described, {len(header)} there"
    for column, name in zip(columns, header, strict=False):
        titles = [title for some in column["titles"].values() for title in ([some] if isinstance(some, str) else some)]
        if name not in titles:
            yield f"{name} is not among the titles of {column['name']}"


def _cells(schema: dict[str, Any], body: list[list[str]]) -> Iterator[str]:
    """Model, section 6.4: an empty cell is null, which a required column has not; else each of its values is of the datatype and its format."""
    for row in body:
        for column, cell in zip(schema["columns"], row, strict=True):
            if not cell and column.get("required"):
                yield f"{column['name']} is required"
            values = cell.split(column["separator"]) if "separator" in column else [cell]
            yield from (f"{column['name']}: {value!r}" for value in values if cell and not _parses(column["datatype"], value))


def _parses(datatype: str | dict[str, str], value: str) -> bool:
    base, form = (datatype, "") if isinstance(datatype, str) else (datatype["base"], datatype["format"])
    return bool(_TYPES[base](value) and re.search(form, value))


def _primary(schema: dict[str, Any], header: list[str], body: list[list[str]]) -> Iterator[str]:
    """Section 5.5: the values of the primary key are unique."""
    if "primaryKey" in schema:
        keys = [row[header.index(schema["primaryKey"])] for row in body]
        yield from (f"{key} stands twice" for key in sorted({key for key in keys if keys.count(key) > 1}))
