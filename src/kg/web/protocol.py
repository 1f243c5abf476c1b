"""Requests of the SPARQL 1.1 Protocol, section 2.1: what is asked, of which graphs, in which form the answer is wanted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from kg.web.problems import BAD_REQUEST, MEDIA, READ_ONLY, TOO_LARGE, problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.web.problems import Problem

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
_PARAMETERS = 1000
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`]*")
_FORMAT_NAMES = ("format", "output", "results")
"""What clients call the parameter for the format; the first is ours."""


@dataclass(frozen=True, slots=True)
class Operation:
    """What a request asks for. ``default`` and ``named`` are None where the request says nothing of its dataset."""

    text: str
    update: bool = False
    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None
    format: str = ""

    @property
    def dataset(self) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        """Default graphs and named graphs as the protocol has them: once one kind is given, the other is what is given of it, too."""
        if self.default is None and self.named is None:
            return None
        return self.default or (), self.named or ()


@dataclass(frozen=True, slots=True)
class Received:
    """A request as it came: method, query string, headers that matter, body."""

    method: str
    query_string: bytes
    content_type: str
    body: bytes


def operation(received: Received, query_bytes: int, update_bytes: int = 0) -> Operation | None:
    """The operation that a request asks for; None where it asks for none (a GET without query).

    ``update_bytes`` is how long an update may be; 0 where the address takes none. Raises Problem.
    """
    parameters = _parameters(received.query_string)
    media_type, _, rest = received.content_type.partition(";")
    media_type = media_type.strip().lower()
    if received.method in {"GET", "HEAD"}:
        if "update" in parameters:
            raise _bad("更新は GET では送れません。", "an update is not sent by GET")
        return _of(parameters, "query", query_bytes) if "query" in parameters else None
    _refuse_charset(rest)
    direct = {QUERY: "query", UPDATE: "update"}.get(media_type)
    if media_type == FORM:
        inside = _parameters(received.body)
        for name, values in inside.items():
            parameters.setdefault(name, []).extend(values)
        direct = "update" if "update" in inside else "query"
        if "query" in parameters and "update" in parameters:
            raise _bad("query と update を同時に送れません。", "query and update in one request")
        if direct not in inside:
            raise _bad("query がありません。", "there is no parameter query")
    elif direct is None:
        raise problem(
            MEDIA,
            f"POST の本文は {FORM} か {QUERY}{f' か {UPDATE}' if update_bytes else ''} で送ってください。",
            f"send the body of a POST as {FORM} or {QUERY}{f' or {UPDATE}' if update_bytes else ''}",
            headers={"Accept-Post": f"{QUERY}, {FORM}{f', {UPDATE}' if update_bytes else ''}"},
        )
    else:
        if direct in parameters:
            raise _bad(f"{direct} が URL と本文の両方にあります。", f"{direct} stands in the URL and in the body")
        parameters[direct] = [_text(received.body)]
    if direct == "update" and not update_bytes:
        raise problem(READ_ONLY, "ここは読み取り専用です。更新は受け付けません。", "this endpoint is read-only; no update is taken")
    return _of(parameters, direct, update_bytes if direct == "update" else query_bytes)


def _of(parameters: Mapping[str, list[str]], kind: str, most: int) -> Operation:
    texts = parameters.get(kind, [])
    if len(texts) != 1:
        raise _bad(f"{kind} が {len(texts)} 個あります。1 個だけ送ってください。", f"there are {len(texts)} parameters {kind}; send one")
    if len(texts[0].encode()) > most:
        raise problem(
            TOO_LARGE,
            f"{'更新' if kind == 'update' else '問い合わせ'}は {most:,} バイトまでです。",
            f"{'an update' if kind == 'update' else 'a query'} has at most {most:,} bytes",
            limit=most,
        )
    prefix = "using-" if kind == "update" else ""
    return Operation(
        text=texts[0],
        update=kind == "update",
        default=_graphs(parameters, f"{prefix}{'graph-uri' if prefix else 'default-graph-uri'}"),
        named=_graphs(parameters, f"{prefix}named-graph-uri"),
        format=next((parameters[name][0] for name in _FORMAT_NAMES if parameters.get(name)), ""),
    )


def is_iri(text: str) -> bool:
    """Whether a text is an absolute IRI, as far as a look tells."""
    return _IRI.fullmatch(text) is not None


def _graphs(parameters: Mapping[str, list[str]], name: str) -> tuple[str, ...] | None:
    if name not in parameters:
        return None
    for iri in parameters[name]:
        if not is_iri(iri):
            raise _bad(f"{name} が IRI ではありません（{iri[:100]}）。", f"{name} is no absolute IRI: {iri[:100]}")
    return tuple(parameters[name])


def _parameters(text: bytes) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    try:
        pairs = parse_qsl(
            text.decode("utf-8"), keep_blank_values=True, encoding="utf-8", errors="strict", max_num_fields=_PARAMETERS, separator="&"
        )
    except UnicodeDecodeError as error:
        raise _bad("UTF-8 として読めません。", "not UTF-8") from error
    except ValueError as error:
        raise _bad(f"パラメーターが {_PARAMETERS} 個を超えています。", f"more than {_PARAMETERS} parameters") from error
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _bad("本文が UTF-8 ではありません。", "the body is not UTF-8") from error


def _refuse_charset(parameters: str) -> None:
    """The protocol knows UTF-8 only (section 2.1.3)."""
    match = re.search(r"charset\s*=\s*\"?([^\s;\"]+)", parameters, re.IGNORECASE)
    if match and match[1].lower() not in {"utf-8", "utf8", "us-ascii"}:
        raise problem(MEDIA, "本文は UTF-8 で送ってください。", "send the body in UTF-8")


def _bad(ja: str, en: str) -> Problem:
    return problem(BAD_REQUEST, ja, en)
