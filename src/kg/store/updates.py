"""What must be known of an update before a store parses it, and the dataset that the protocol gives to it written into its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\'|"(?:[^"\\\n\r]|\\.)*"|\'(?:[^\'\\\n\r]|\\.)*\''
    r"|<[^<>\"{}|^`\\\x00-\x20]*>|#[^\n\r]*|[?$@]\w+|[\w.-]*:(?:[^\s<>(){}\[\];,|^/*+?!\"'&=\\]|\\.)*|(?P<sign>[{};])|(?P<word>[A-Za-z]+)(?![\w.-])|[\w.-]+",
    re.DOTALL,
)
"""Strings, IRIs, comments, variables and names, within which no keyword stands; brackets, and words."""


class DatasetConflictError(ValueError):
    """An update that names its dataset itself, although the protocol gives it one (SPARQL 1.1 Protocol, section 2.2.3)."""


def with_dataset(text: str, default: Sequence[str], named: Sequence[str]) -> str:
    """``text`` with USING and USING NAMED at each of its WHERE clauses: the engine takes no dataset beside the text.

    DELETE WHERE, in which there is no place for it, is written out as DELETE and WHERE. Raises DatasetConflictError.
    """
    using = " ".join([*(f"USING <{iri}>" for iri in default), *(f"USING NAMED <{iri}>" for iri in named)])
    parts: list[str] = []
    done, before = 0, ""
    for word, start, end in _outside(text):
        if word in {"USING", "WITH"}:
            raise DatasetConflictError("USING or WITH in an update whose request gives its graphs (using-graph-uri)")
        if word == "WHERE":
            pattern = text[start + len(word) : end] if before == "DELETE" else ""
            parts += [text[done:start], pattern, f" {using} "]
            done = start
        before = word
    return "".join([*parts, text[done:]])


def loads(text: str) -> bool:
    """Whether an update may have LOAD, which would make the store ask another server."""
    return any(word == "LOAD" for word, _, _ in _outside(text))


def _outside(text: str) -> Iterator[tuple[str, int, int]]:
    """The words outside all braces, in capital letters, each with its place and the end of the braces that follow it, if any do."""
    depth = 0
    waiting: tuple[str, int] | None = None
    for match in _TOKEN.finditer(text):
        if match["sign"] == "{":
            depth += 1
        elif match["sign"] == "}":
            depth -= 1
            if depth == 0 and waiting:
                yield *waiting, match.end()
                waiting = None
        elif depth == 0 and match["word"]:
            if waiting:
                yield *waiting, waiting[1]
            waiting = match["word"].upper(), match.start()
        elif depth == 0 and match["sign"] == ";" and waiting:
            yield *waiting, waiting[1]
            waiting = None
    if waiting:
        yield *waiting, waiting[1]
