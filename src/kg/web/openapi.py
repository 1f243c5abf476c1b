"""The stored questions as the OpenAPI Specification 3.1.0 describes an interface."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg import __version__
from kg.export.answers import column_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.queries.binding import Choice
    from kg.queries.stored import Parameter, StoredQuery

_MEDIA = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


def description(questions: Iterable[StoredQuery], listed: Mapping[tuple[str, str], Sequence[Choice]], public: str) -> dict[str, Any]:
    """The document; ``listed`` are the choices of parameters by type and code list."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "つなぎ / Tsunagi",
            "version": __version__,
            "description": "地域の再犯防止の取組についての質問と答え。 Questions and answers on local recidivism prevention.",
            "license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"},
        },
        "servers": [{"url": public}],
        "paths": {f"/questions/{asked.slug}.{form}": {"get": _operation(asked, form, listed)} for asked in questions for form in _MEDIA},
        "components": {
            "schemas": {"Problem": _PROBLEM, **{_schema_name(*of): _enumeration(found) for of, found in listed.items() if found}}
        },
    }


_PROBLEM = {
    "type": "object",
    "description": "RFC 9457",
    "properties": {
        "type": {"type": "string", "format": "uri"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
    },
}


def _operation(asked: StoredQuery, form: str, listed: Mapping[tuple[str, str], Sequence[Choice]]) -> dict[str, Any]:
    problem = {"content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
    return {
        "operationId": f"{asked.slug}.{form}",
        "summary": f"{asked.question.ja} {asked.question.en}",
        "description": "\n".join(f"- {caution.ja} {caution.en}" for caution in asked.cautions),
        "parameters": [_parameter(parameter, listed) for parameter in asked.parameters],
        "responses": {
            "200": {"description": "答え。 The answer.", "content": {_MEDIA[form]: {"schema": _schema(asked, form)}}},
            "400": {"description": "引数の値が使えない。 A parameter cannot be used.", **problem},
            "429": {"description": "要求が多すぎる。 Too many requests.", **problem},
            "503": {"description": "混み合っている。 Busy.", **problem},
            "504": {"description": "時間の上限。 The time limit was reached.", **problem},
        },
    }


def _schema_name(kind: str, scheme: str) -> str:
    return f"{kind}-{scheme}" if scheme else kind


def _enumeration(found: Sequence[Choice]) -> dict[str, Any]:
    """The values that the data have; empty means any."""
    return {"type": "string", "enum": ["", *(choice.name or choice.ja for choice in found)]}


def _parameter(parameter: Parameter, listed: Mapping[tuple[str, str], Sequence[Choice]]) -> dict[str, Any]:
    integer, default = parameter.type == "integer", parameter.default
    schema: dict[str, Any] = {"type": "integer" if integer else "string"}
    if parameter.type == "language":
        schema["enum"] = ["ja", "en"]
    elif listed.get((parameter.type, parameter.scheme)):
        schema = {"$ref": f"#/components/schemas/{_schema_name(parameter.type, parameter.scheme)}"}
    return {
        "name": parameter.name,
        "in": "query",
        "description": f"{parameter.label.ja} {parameter.label.en}",
        "required": False,
        "allowEmptyValue": parameter.type not in {"language", "integer"},
        "schema": {**schema, "default": int(default) if integer else default} if default or not integer else schema,
    }


def _schema(asked: StoredQuery, form: str) -> dict[str, Any]:
    if form != "json":
        return {"type": "string", **({"format": "binary"} if form == "xlsx" else {})}
    row = {
        "type": "object",
        "properties": {
            name: {"type": "string", "description": f"{column_label(name, 'ja')} {column_label(name, 'en')}"} for name in asked.returns
        },
        "required": list(asked.returns),
    }
    text = {"type": "string"}
    return {
        "type": "object",
        "properties": {
            "question": {"type": "object", "properties": {"slug": text, "text": text}},
            "parameters": {"type": "object", "additionalProperties": text},
            "columns": {"type": "array", "items": {"type": "object", "properties": {"name": text, "label": text}}},
            "rows": {"type": "array", "items": row},
            "cautions": {"type": "array", "items": text},
            "empty": text,
            "release": text,
            "address": text,
        },
        "required": ["question", "parameters", "columns", "rows", "cautions", "empty", "release", "address"],
    }
