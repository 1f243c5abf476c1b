"""What the descriptions of several addresses share: media types, problems, and the JSON form of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.queries.binding import Choice

Schema = dict[str, Any]
MEDIA = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
"""Tables as files."""
TEXT: Schema = {"type": "string"}
TEXTS: Schema = {"type": "array", "items": TEXT}
PROBLEM: Schema = {
    "type": "object",
    "description": "RFC 9457",
    "properties": {"type": {"type": "string", "format": "uri"}, "title": TEXT, "status": {"type": "integer"}, "detail": TEXT},
}
_PROBLEMS = {
    "400": "引数の値が使えない。 A parameter cannot be used.",
    "429": "要求が多すぎる。 Too many requests.",
    "503": "混み合っている。 Busy.",
    "504": "時間の上限。 The time limit was reached.",
}
_TOO_LARGE = "大きすぎる。 Too large."


def responses(content: Schema, *, sized: bool = False) -> Schema:
    """An answer with ``content`` (schemas by media type), and what else may come; ``sized``: it may be too large for that."""
    described = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    told = {**_PROBLEMS, **({"413": _TOO_LARGE} if sized else {})}
    return {
        "200": {"description": "答え。 The answer.", "content": {media: {"schema": schema} for media, schema in content.items()}},
        **{status: {"description": text, "content": described} for status, text in sorted(told.items())},
    }


def schema_name(kind: str, scheme: str) -> str:
    """The name of the schema for the choices of a type of parameter and a code list."""
    return f"{kind}-{scheme}" if scheme else kind


def enumeration(found: Sequence[Choice]) -> Schema:
    """The values that the data have; empty means any."""
    return {"type": "string", "enum": ["", *(choice.name or choice.ja for choice in found)]}


def table(form: str, columns: Mapping[str, str], before: Schema, after: Schema) -> Schema:
    """A table as a file in ``form``; in JSON with its columns (name to description) and what stands around the rows."""
    if form != "json":
        return {"type": "string", **({"format": "binary"} if form == "xlsx" else {})}
    row = {
        "type": "object",
        "properties": {name: {"type": "string", "description": text} for name, text in columns.items()},
        "required": list(columns),
    }
    named = {"type": "array", "items": {"type": "object", "properties": {"name": TEXT, "label": TEXT}}}
    properties = {
        **before,
        "columns": named,
        "rows": {"type": "array", "items": row},
        "cautions": TEXTS,
        **after,
        "release": TEXT,
        "address": TEXT,
    }
    return {"type": "object", "properties": properties, "required": list(properties)}
