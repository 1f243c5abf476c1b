"""Answers of queries as people and programs want them: a table, CSV, SPARQL 1.1 results in JSON, Turtle."""

from __future__ import annotations

import csv
import io
import json
import sys
from enum import StrEnum
from typing import TYPE_CHECKING

import typer
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, serialize
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.errors import QueryError
from kg.export.serialisations import with_sorted_prefixes
from kg.rdf.terms import PREFIXES
from kg.store.port import Solutions, Statements, lexical

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.queries.stored import StoredQuery
    from kg.store.port import Answer, Term

_STRING = "http://www.w3.org/2001/XMLSchema#string"
_WIDEST = 240
"""Columns of a table that is written to a file or pipe."""


class Format(StrEnum):
    """Forms of an answer."""

    table = "table"
    csv = "csv"
    json = "json"
    ttl = "ttl"


def show(answer: Answer, form: Format, asked: StoredQuery | None, language: str) -> None:
    """Print ``answer`` to standard output; what must be known of it (why it is empty, what not to conclude) goes along."""
    match answer:
        case bool():
            _truth(answer, form, language)
        case Statements():
            if form not in {Format.ttl, Format.table}:
                raise QueryError(
                    f"CONSTRUCT と DESCRIBE の答えは {form} にできません。--format ttl を使ってください。",
                    f"triples cannot be shown as {form}; use --format ttl",
                )
            content = serialize(answer.triples, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b""
            _write(b"".join(with_sorted_prefixes(content.splitlines(keepends=True))))
        case Solutions():
            _solutions(answer, form, asked, language)


def _truth(answer: bool, form: Format, language: str) -> None:
    if form is Format.ttl:
        raise _no_turtle()
    words = ("はい" if answer else "いいえ") if language == "ja" else ("yes" if answer else "no")
    plain = "true" if answer else "false"
    typer.echo({Format.table: words, Format.csv: plain, Format.json: json.dumps({"head": {}, "boolean": answer})}[form])


def _no_turtle() -> QueryError:
    return QueryError(
        "ttl は CONSTRUCT と DESCRIBE の答えの形式です。csv か json を使ってください。",
        "ttl is for answers of CONSTRUCT and DESCRIBE; use csv or json",
    )


def _solutions(answer: Solutions, form: Format, asked: StoredQuery | None, language: str) -> None:
    match form:
        case Format.ttl:
            raise _no_turtle()
        case Format.csv:
            count = _csv(answer)
        case Format.json:
            count = _json(answer)
        case Format.table:
            count = _table(answer, asked, language)
    if asked and not count and asked.empty:
        typer.echo(asked.empty.in_language(language), err=form is not Format.table)
    for caution in asked.cautions if asked and count else ():
        typer.echo(f"※ {caution.in_language(language)}", err=form is not Format.table)


def _csv(answer: Solutions) -> int:
    """SPARQL 1.1 Query Results CSV Format, section 3; lines end in LF."""
    count = 0
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(answer.variables)
    for row in answer.rows:
        writer.writerow([lexical(term) for term in row])
        count += 1
        _write(buffer.getvalue().encode())
        buffer.seek(0)
        buffer.truncate()
    _write(buffer.getvalue().encode())
    return count


def _write(content: bytes) -> None:
    """What programs read is UTF-8 whatever the locale."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)


def _json(answer: Solutions) -> int:
    """SPARQL 1.1 Query Results JSON Format, section 3."""
    bindings = [
        {name: _json_term(term) for name, term in zip(answer.variables, row, strict=True) if term is not None} for row in answer.rows
    ]
    _write(json.dumps({"head": {"vars": answer.variables}, "results": {"bindings": bindings}}, ensure_ascii=False).encode() + b"\n")
    return len(bindings)


def _json_term(term: Term) -> Mapping[str, object]:
    match term:
        case NamedNode():
            return {"type": "uri", "value": term.value}
        case BlankNode():
            return {"type": "bnode", "value": term.value}
        case Literal():
            if term.language:
                return {"type": "literal", "value": term.value, "xml:lang": term.language}
            return {"type": "literal", "value": term.value} | ({} if term.datatype.value == _STRING else {"datatype": term.datatype.value})
        case _:
            parts = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
            return {"type": "triple", "value": {name: _json_term(part) for name, part in parts}}


def _table(answer: Solutions, asked: StoredQuery | None, language: str) -> int:
    """A table for the eye; the IRIs of a stored question's last column ``id`` are left to csv and json."""
    shown = [index for index, name in enumerate(answer.variables) if not (asked and name == "id")]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for index in shown:
        table.add_column(answer.variables[index], overflow="fold")
    count = 0
    for row in answer.rows:
        table.add_row(*(Text(lexical(row[index])) for index in shown))
        count += 1
    if asked:
        typer.echo(asked.question.in_language(language))
    if count:
        typer.echo(_drawn(table))
    typer.echo(f"{count} 件" if language == "ja" else f"{count} row{'s' * (count != 1)}")
    return count


def _drawn(table: Table) -> str:
    """The table as text: as wide as the terminal, or as wide as it needs to be in a file or pipe."""
    console = Console(width=None if sys.stdout.isatty() else _WIDEST, file=io.StringIO(), color_system=None)
    with console.capture() as drawn:
        console.print(table)
    return "\n".join(line.rstrip() for line in drawn.get().splitlines() if line.strip())
