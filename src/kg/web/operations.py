"""What the search, the overviews and the networks offer to programs: their addresses, parameters and answers, as OpenAPI describes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.errors import Message
from kg.export.graphs.views import view_names
from kg.queries.stored import stored_queries
from kg.search.comparison import MOST
from kg.search.entries import FACETS, KINDS, SCHEMES, WITH, WITHOUT
from kg.search.labels import facet_label, heading, message
from kg.search.results import COLUMNS as FOUND
from kg.web.media import NETWORKS
from kg.web.moments import COLUMNS as DATES
from kg.web.overviews import MEASURES
from kg.web.schemas import MEDIA, TEXT, TEXTS, Schema, responses, schema_name, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.queries.binding import Choice

    Listed = Mapping[tuple[str, str], Sequence[Choice]]

_CHOSEN: Schema = {"type": "object", "additionalProperties": TEXTS}
_COUNTS: Schema = {
    "type": "object",
    "additionalProperties": {
        "type": "array",
        "items": {"type": "object", "properties": {"value": TEXT, "label": TEXT, "count": {"type": "integer"}}},
    },
}
_WORDS = Message("すべて見つかるべき言葉（空白で区切る）", "words that must all be found, with spaces between")
_LANGUAGE = {
    "name": "lang", "in": "query", "description": "表示の言語 language of labels", "schema": {"type": "string", "enum": ["ja", "en"]},
}  # fmt: skip


def operations(listed: Listed, *, indexed: bool) -> Iterator[tuple[str, Schema]]:
    """Paths with what can be got there; ``listed`` are the choices that the store holds, by type and code list.

    The search and what counts in it is left out where there is no index (``indexed``).
    """
    facets = {facet: _facet(facet, listed) for facet in FACETS}
    if indexed:
        yield from _tables(
            "search", Message("検索する。", "Search."), [_asked("q", _WORDS, {"type": "string", "maxLength": 200}), *facets.values()],
            _described([*FOUND, "id"]), {"words": TEXT, "chosen": _CHOSEN, "total": {"type": "integer"}}, {"facets": _COUNTS},
        )  # fmt: skip
        yield from _tables(
            "compare", Message("自治体を比べる。", "Governments side by side."), [_limited(facets["government"], MOST)],
            {"compared": _both(message("compared")), "value": _both(message("compared-value"))}, {"governments": TEXTS}, {},
        )  # fmt: skip
        measured = _asked("kind", facet_label("kind"), {"type": "string", "enum": list(MEASURES), "default": MEASURES[0]})
        others = [facets[facet] for facet in FACETS if facet not in {"kind", "prefecture"}]
        yield from _tables(
            "map", Message("都道府県ごとに数える。", "Counts by prefecture."), [_asked("q", _WORDS, {"type": "string", "maxLength": 200}), measured, *others],
            _described(["prefecture", "count"]), {"words": TEXT, "chosen": _CHOSEN}, {},
        )  # fmt: skip
    dates = stored_queries("page")["timeline"]
    yield from _tables(
        "timeline",
        dates.question,
        [facets["cohort"], facets["government"]],
        _described([*DATES, "opens"]),
        {"chosen": _CHOSEN},
        {},
        dates.cautions,
    )
    yield from _networks()


def _tables(
    name: str, summary: Message, parameters: Sequence[Schema], columns: Mapping[str, str], before: Schema, after: Schema, cautions: Iterable[Message] = ()
) -> Iterator[tuple[str, Schema]]:  # fmt: skip
    for form, media in MEDIA.items():
        yield (
            f"/{name}.{form}",
            {
                "operationId": f"{name}.{form}",
                "summary": _both(summary),
                "description": "\n".join(f"- {_both(caution)}" for caution in cautions),
                "parameters": [*parameters, _LANGUAGE],
                "responses": responses({media: table(form, columns, before, after)}, sized=True),
            },
        )


def _networks() -> Iterator[tuple[str, Schema]]:
    form = _in_path("format", [form.name for form in NETWORKS])
    content: Schema = {one.media_type: {"type": "string", "format": "binary"} for one in NETWORKS}
    content["application/json"] = {"type": "object", "properties": {"data": {"type": "object"}, "elements": {"type": "object"}}}
    more: Schema = {
        "name": "parameters", "in": "query", "style": "form", "explode": True, "schema": {"type": "object", "additionalProperties": TEXT},
        "description": "その質問の引数 the parameters of the question",
    }  # fmt: skip
    for path, ja, en, parameters in (
        ("/networks/{view}", "グラフをネットワークのファイルにする。", "The graph as a network.", [_in_path("view", view_names())]),
        (
            "/networks/questions/{question}", "質問の答えをネットワークのファイルにする。", "The answer to a question as a network.",
            [_in_path("question", list(stored_queries("question"))), more],
        ),
    ):  # fmt: skip
        yield (
            f"{path}.{{format}}",
            {
                "operationId": path.removeprefix("/").replace("/", ".").replace("{", "").replace("}", ""),
                "summary": f"{ja} {en}",
                "parameters": [*parameters, form, _LANGUAGE],
                "responses": responses(content, sized=True),
            },
        )


def _facet(facet: str, listed: Listed) -> Schema:
    """A condition, which may be given several times: of a kind with its choices where the store lists them."""
    kind, scheme = ("code", SCHEMES[facet]) if facet in SCHEMES else (facet, "")
    fixed = {"kind": list(KINDS), "figures": [WITH, WITHOUT]}
    items: dict[str, Any] = TEXT
    if facet in fixed:
        items = {"type": "string", "enum": fixed[facet]}
    elif listed.get((kind, scheme)):
        items = {"$ref": f"#/components/schemas/{schema_name(kind, scheme)}"}
    return {**_asked(facet, facet_label(facet), {"type": "array", "items": items}), "style": "form", "explode": True}


def _limited(parameter: Schema, most: int) -> Schema:
    return {**parameter, "schema": {**parameter["schema"], "maxItems": most}}


def _asked(name: str, label: Message, schema: Schema) -> Schema:
    return {"name": name, "in": "query", "description": _both(label), "required": False, "schema": schema}


def _in_path(name: str, values: Sequence[str]) -> Schema:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string", "enum": list(values)}}


def _described(columns: Iterable[str]) -> dict[str, str]:
    return {column: f"{heading(column, 'ja')} {heading(column, 'en')}" for column in columns}


def _both(label: Message) -> str:
    return f"{label.ja} {label.en}"
