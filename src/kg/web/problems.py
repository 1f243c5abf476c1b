"""What went wrong with a request, as RFC 9457 has it: a type, a status, and words in Japanese and English."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.errors import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

MEDIA_TYPE = "application/problem+json"
TYPES = "https://w3id.org/tsunagi/problem/"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: its name in the IRI of its type, its status, its title."""

    name: str
    status: int
    title: Message


def _kind(name: str, status: int, ja: str, en: str) -> Kind:
    return Kind(name, status, Message(ja, en))


BAD_REQUEST = _kind("bad-request", 400, "要求が SPARQL プロトコルに合いません", "The request does not follow the SPARQL protocol")
BAD_PARAMETER = _kind("bad-parameter", 400, "引数の値が使えません", "A parameter cannot be used")
MALFORMED_QUERY = _kind("malformed-query", 400, "SPARQL として読めません", "Malformed query")
QUERY_TOO_COMPLEX = _kind("query-too-complex", 400, "問い合わせが複雑すぎます", "The query is too complex")
MALFORMED_RDF = _kind("malformed-rdf", 400, "RDF として読めません", "Malformed RDF")
UNAUTHORIZED = _kind("unauthorized", 401, "トークンが要ります", "A token is needed")
FEDERATION_DISABLED = _kind("federation-disabled", 403, "SERVICE は使えません", "SERVICE is refused")
READ_ONLY = _kind("read-only", 403, "更新はできません", "Updates are refused")
LOAD_DISABLED = _kind("load-disabled", 403, "LOAD は使えません", "LOAD is refused")
NOT_FOUND = _kind("not-found", 404, "ありません", "Not found")
METHOD = _kind("method-not-allowed", 405, "このメソッドは使えません", "Method not allowed")
NOT_ACCEPTABLE = _kind("not-acceptable", 406, "その形式では返せません", "Not acceptable")
BODY_TIMEOUT = _kind("request-timeout", 408, "本文が届きません", "The body did not arrive in time")
CONFLICT = _kind("conflict", 409, "今の状態ではできません", "Conflict")
INVALID = _kind("invalid-data", 409, "データが規則に合わないため、公開しませんでした", "The data are not good, and were not published")
PRECONDITION = _kind("precondition-failed", 412, "前提の条件に合いません", "A precondition does not hold")
TOO_LARGE = _kind("too-large", 413, "大きすぎます", "Too large")
TOO_LONG = _kind("uri-too-long", 414, "アドレスが長すぎます", "The address is too long")
MEDIA = _kind("unsupported-media-type", 415, "その形式は受け取れません", "Unsupported media type")
RANGE = _kind("range-not-satisfiable", 416, "その範囲はありません", "Range not satisfiable")
TOO_MANY = _kind("too-many-requests", 429, "要求が多すぎます", "Too many requests")
HEAD_TOO_LARGE = _kind("head-too-large", 431, "見出しが大きすぎます", "The head of the request is too large")
EVALUATION_FAILED = _kind("evaluation-failed", 500, "問い合わせを最後まで実行できませんでした", "The query could not be evaluated")
BAD_GATEWAY = _kind("store-unreachable", 502, "データベースが答えません", "The store does not answer")
BUSY = _kind("busy", 503, "混み合っています", "The service is busy")
TIME_LIMIT = _kind("time-limit", 504, "時間の上限に達しました", "The time limit was reached")

KINDS: tuple[Kind, ...] = tuple(value for value in list(globals().values()) if isinstance(value, Kind))


@dataclass
class Problem(Exception):  # noqa: N818 - RFC 9457 calls it a problem
    """A request that cannot be answered, and what is sent instead."""

    kind: Kind
    detail: Message
    headers: Mapping[str, str] = field(default_factory=dict)
    more: Mapping[str, object] = field(default_factory=dict)

    def document(self, language: str, *, instance: str = "") -> dict[str, object]:
        """The members of the document; ``detail`` in both languages stands under ``details``."""
        return {
            "type": TYPES + self.kind.name,
            "title": self.kind.title.in_language(language),
            "status": self.kind.status,
            "detail": self.detail.in_language(language),
            "details": {"ja": self.detail.ja, "en": self.detail.en},
            **({"instance": instance} if instance else {}),
            **self.more,
        }

    def body(self, language: str, *, instance: str = "") -> bytes:
        """The document as JSON."""
        return json.dumps(self.document(language, instance=instance), ensure_ascii=False).encode()


def problem(kind: Kind, ja: str, en: str, *, headers: Mapping[str, str] | None = None, **more: object) -> Problem:
    """A problem of ``kind`` with its words in both languages."""
    return Problem(kind, Message(ja, en), headers or {}, more)
