"""What the service gives to programs, as the OpenAPI Specification 3.1.0 describes an interface."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg import __version__
from kg.export.answers import column_label
from kg.web.operations import operations
from kg.web.schemas import MEDIA, PROBLEM, TEXT, enumeration, responses, schema_name, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.queries.binding import Choice
    from kg.queries.stored import Parameter, StoredQuery


def description(
    questions: Iterable[StoredQuery], listed: Mapping[tuple[str, str], Sequence[Choice]], public: str, *, indexed: bool
) -> dict[str, Any]:
    """The document; ``listed`` are the choices of parameters by type and code list; ``indexed`` tells whether what is served can be searched."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "つなぎ / Tsunagi",
            "version": __version__,
            "description": "地域の再犯防止の取組についての質問と答え、検索、比較、地図、年表、ネットワーク。 "
            "Questions and answers, search, comparison, map, timeline and networks of local recidivism prevention.",
            "license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"},
        },
        "servers": [{"url": public}],
        "paths": {
            **{f"/questions/{asked.slug}.{form}": {"get": _operation(asked, form, listed)} for asked in questions for form in MEDIA},
            **{path: {"get": operation} for path, operation in operations(listed, indexed=indexed)},
        },
        "components": {"schemas": {"Problem": PROBLEM, **{schema_name(*of): enumeration(found) for of, found in listed.items() if found}}},
    }


def _operation(asked: StoredQuery, form: str, listed: Mapping[tuple[str, str], Sequence[Choice]]) -> dict[str, Any]:
    return {
        "operationId": f"{asked.slug}.{form}",
        "summary": f"{asked.question.ja} {asked.question.en}",
        "description": "\n".join(f"- {caution.ja} {caution.en}" for caution in asked.cautions),
        "parameters": [_parameter(parameter, listed) for parameter in asked.parameters],
        "responses": responses({MEDIA[form]: _schema(asked, form)}),
    }


def _parameter(parameter: Parameter, listed: Mapping[tuple[str, str], Sequence[Choice]]) -> dict[str, Any]:
    integer, default = parameter.type == "integer", parameter.default
    schema: dict[str, Any] = {"type": "integer" if integer else "string"}
    if parameter.type == "language":
        schema["enum"] = ["ja", "en"]
    elif listed.get((parameter.type, parameter.scheme)):
        schema = {"$ref": f"#/components/schemas/{schema_name(parameter.type, parameter.scheme)}"}
    return {
        "name": parameter.name,
        "in": "query",
        "description": f"{parameter.label.ja} {parameter.label.en}",
        "required": False,
        "allowEmptyValue": parameter.type not in {"language", "integer"},
        "schema": {**schema, "default": int(default) if integer else default} if default or not integer else schema,
    }


def _schema(asked: StoredQuery, form: str) -> dict[str, Any]:
    columns = {name: f"{column_label(name, 'ja')} {column_label(name, 'en')}" for name in asked.returns}
    before = {
        "question": {"type": "object", "properties": {"slug": TEXT, "text": TEXT}},
        "parameters": {"type": "object", "additionalProperties": TEXT},
    }
    return table(form, columns, before, {"empty": TEXT})
