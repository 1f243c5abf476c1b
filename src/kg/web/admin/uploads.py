"""What a write of the Graph Store Protocol carries: one RDF document, or several as multipart/form-data (section 5.5); nothing is parsed here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.web.media import JSON_LD, N_TRIPLES, RDF_XML, TURTLE
from kg.web.problems import BAD_REQUEST, MEDIA, problem

if TYPE_CHECKING:
    from kg.web.media import Format
    from kg.web.problems import Problem

TAKEN = (TURTLE, N_TRIPLES, RDF_XML, JSON_LD)
_TYPES: dict[str, Format] = {entry.media_type: entry for entry in TAKEN} | {"application/x-turtle": TURTLE}
_BOUNDARY = re.compile(r"boundary\s*=\s*(?:\"([^\"]{1,70})\"|([^\s;\"]{1,70}))", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*\"?([^\s;\"]+)", re.IGNORECASE)
_FILE_NAME = re.compile(r"filename\s*=\s*\"[^\"]*\.([A-Za-z]+)\"", re.IGNORECASE)
_SUFFIXES = {"ttl": TURTLE, "nt": N_TRIPLES, "rdf": RDF_XML, "owl": RDF_XML, "xml": RDF_XML, "jsonld": JSON_LD}
_PARTS = 100


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it was sent, and the format that it says it has."""

    content: bytes
    format: Format


def documents(content_type: str, body: bytes) -> list[Document]:
    """The documents in a body. Raises Problem."""
    media_type, _, parameters = content_type.partition(";")
    if media_type.strip().lower() != "multipart/form-data":
        return [Document(body, _format(content_type))]
    match = _BOUNDARY.search(parameters)
    if match is None:
        raise _bad("boundary がありません。", "multipart/form-data without a boundary")
    mark = b"\r\n--" + (match[1] or match[2]).encode("latin-1")
    pieces = (b"\r\n" + body).split(mark, _PARTS + 2)
    if len(pieces) > _PARTS + 2 or len(pieces) < 3 or not pieces[-1].startswith(b"--"):
        raise _bad(
            f"multipart の部分は 1 から {_PARTS} 個で、終わりの印が要ります。", f"a multipart body has 1 to {_PARTS} parts and an end"
        )
    return [_part(piece) for piece in pieces[1:-1]]


def _part(piece: bytes) -> Document:
    head, found, content = piece.lstrip(b" \t").partition(b"\r\n\r\n")
    if not found or not head.startswith(b"\r\n"):
        raise _bad("multipart の部分に見出しがありません。", "a part of the multipart body has no headers")
    headers: dict[str, str] = {}
    for line in head.decode("latin-1").split("\r\n"):
        name, _, value = line.partition(":")
        headers[name.strip().lower()] = value.strip()
    file = _FILE_NAME.search(headers.get("content-disposition", ""))
    by_name = _SUFFIXES.get(file[1].lower()) if file else None
    if by_name and headers.get("content-type", "application/octet-stream").startswith("application/octet-stream"):
        return Document(content, by_name)
    return Document(content, _format(headers.get("content-type", "")))


def _format(content_type: str) -> Format:
    media_type, _, parameters = content_type.partition(";")
    found = _TYPES.get(media_type.strip().lower())
    charset = _CHARSET.search(parameters)
    if found is None or (charset and charset[1].lower() not in {"utf-8", "utf8", "us-ascii"}):
        types = ", ".join(entry.media_type for entry in TAKEN)
        raise problem(
            MEDIA,
            f"グラフには {types}（UTF-8）か、それらの multipart/form-data で書き込めます。",
            f"a graph is written as {types} in UTF-8, or several of them as multipart/form-data",
            headers={"Accept": types},
        )
    return found


def _bad(ja: str, en: str) -> Problem:
    return problem(BAD_REQUEST, ja, en)
