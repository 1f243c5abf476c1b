"""Queries of the API (section 4): a batch of names, what each may be, and the answers as candidates."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.errors import Message
from kg.link.named import CONCEPT, GOVERNMENT, ORGANIZATION, TYPES
from kg.web.problems import BAD_PARAMETER, TOO_LARGE, Problem, problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.link.named import Named
    from kg.link.reconciliation import Answers, Reconciler

TYPE_NAMES = {
    GOVERNMENT: Message("自治体", "local government"), ORGANIZATION: Message("団体", "organization"), CONCEPT: Message("コード", "code"),
}  # fmt: skip
"""The types of things that names can mean, and what they are called."""
PREFECTURE, CODE = "prefecture", "code"
PROPERTIES = {
    PREFECTURE: (Message("都道府県", "prefecture"), Message("同じ名の市があるとき、どの都道府県か", "which one is meant where several places share a name")),
    CODE: (Message("コード", "code"), Message("団体コード、法人番号、またはコードの表記", "local government code, corporate number or notation")),
}  # fmt: skip
"""Properties that narrow a query: what they are called, and what they say."""
_MOST_QUERIES = 100
_LONGEST = 500
_MOST_CANDIDATES = 10


@dataclass(frozen=True, slots=True)
class Query:
    """One name: its text, the types that it may be of, and what narrows it."""

    text: str
    types: tuple[str, ...]
    prefecture: str
    code: str
    limit: int


def batch(text: str) -> dict[str, Query]:
    """The queries of a batch by their keys. Raises Problem where it is no such batch, or too large."""
    found = parsed(text)
    if len(found) > _MOST_QUERIES:
        raise problem(
            TOO_LARGE,
            f"一度に問い合わせられるのは {_MOST_QUERIES} 件までです（{len(found)} 件あります）。",
            f"at most {_MOST_QUERIES} queries at a time, and there are {len(found)}",
            limit=_MOST_QUERIES,
        )
    return {key: _query(key, value) for key, value in found.items()}


def parsed(text: str) -> dict[str, Any]:
    """A JSON object. Raises Problem where a text is none."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _bad("JSON として読めません。", "not readable as JSON") from error
    if not isinstance(found, dict):
        raise _bad("JSON のオブジェクトではありません。", "no JSON object")
    return found


def _query(key: str, given: Any) -> Query:
    """What one query of a batch asks for."""
    if not isinstance(given, dict):
        raise _bad(f"{key[:50]} がオブジェクトではありません。", f"{key[:50]!r} is no object")
    text, types, limit = given.get("query", ""), given.get("type", []), given.get("limit", _MOST_CANDIDATES)
    types = [types] if isinstance(types, str) else types
    properties = given.get("properties", [])
    if not isinstance(text, str) or len(text) > _LONGEST or not isinstance(types, list) or not isinstance(properties, list):
        raise _bad(
            f"{key[:50]} の query、type、properties の形が違います。",
            f"query, type or properties of {key[:50]!r} are not what they should be",
        )
    narrowed = {name: _value(properties, name) for name in PROPERTIES}
    if not text and not any(narrowed.values()):
        raise _bad(f"{key[:50]} に query がありません。", f"{key[:50]!r} has no query")
    number = limit if isinstance(limit, int) and not isinstance(limit, bool) and limit > 0 else _MOST_CANDIDATES
    known = tuple(one for one in TYPES if one in types) if types else TYPES
    return Query(text, known, narrowed[PREFECTURE], narrowed[CODE], min(number, _MOST_CANDIDATES))


def _value(properties: Sequence[Any], name: str) -> str:
    """The value of a property of a query; the first where there are several, the name where it is a thing."""
    for one in properties:
        if isinstance(one, dict) and one.get("pid") == name:
            values = one.get("v")
            value = next(iter(values), "") if isinstance(values, list) else values
            value = value.get("name") or value.get("id") if isinstance(value, dict) else value
            return str(value)[:_LONGEST] if isinstance(value, str | int) else ""
    return ""


def results(queries: Mapping[str, Query], reconciler: Reconciler, language: str) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """What each query of a batch may mean, the best first; ``match`` only where it is certain."""
    return {key: {"result": _candidates(query, reconciler, language)} for key, query in queries.items()}


def _candidates(query: Query, reconciler: Reconciler, language: str) -> list[dict[str, Any]]:
    answers = reconciler.answers(query.code or query.text, query.types, query.prefecture)
    return [
        {
            **entity(answer.thing, language),
            "score": round(answer.score * 100, 1),
            "match": answer == answers.match and _agrees(query, answers),
            "type": [{"id": answer.thing.type, "name": TYPE_NAMES[answer.thing.type].in_language(language)}],
        }
        for answer in answers.found[: query.limit]
    ]


def _agrees(query: Query, answers: Answers) -> bool:
    """Whether name and code, where both are given, mean the same."""
    return not (query.code and query.text) or (answers.match is not None and query.text in answers.match.thing.names)


def entity(thing: Named, language: str) -> dict[str, str]:
    """A thing as it is told: key, name, and what tells it from others of its name."""
    place = "、".join(sorted(thing.prefectures)) if len(thing.prefectures) <= 1 else ""
    told = " ".join(filter(None, (TYPE_NAMES[thing.type].in_language(language), thing.code, place)))
    return {"id": thing.key, "name": thing.label(language), "description": told}


def _bad(ja: str, en: str) -> Problem:
    return problem(BAD_PARAMETER, f"問い合わせが正しくありません。{ja}", f"not a reconciliation query: {en}")
