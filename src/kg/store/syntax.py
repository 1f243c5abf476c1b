"""What must be known of a query before a store parses it: its form, whether it names its own dataset, whether it would ask another server."""

from __future__ import annotations

import re

# SPARQL 1.1, section 19.2 (escapes that count before anything else) and 19.8 (strings, IRIs, comments).
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_OPAQUE = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\'|"(?:[^"\\\n\r]|\\.)*"|\'(?:[^\'\\\n\r]|\\.)*\'|<[^<>"{}|^`\\\x00-\x20]*>|#[^\n\r]*',
    re.DOTALL,
)
_FROM = re.compile(r"(?<![?$:\w.-])FROM(?=\s|<)(?!\s*=)", re.IGNORECASE)
_SERVICE = re.compile(r"(?<![?$:\w.-])SERVICE(?=[\s?$<])", re.IGNORECASE)


_FORM = re.compile(r"(?<![?$:\w.-])(SELECT|ASK|CONSTRUCT|DESCRIBE)(?![\w:-])", re.IGNORECASE)


def _bare(text: str) -> str:
    """The query without strings and comments, IRIs shortened to ``<>``."""
    text = _ESCAPE.sub(_character, text)
    return _OPAQUE.sub(lambda match: "<>" if match.group()[0] == "<" else " ", text)


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= 0x10FFFF else match.group()


def names_dataset(text: str) -> bool:
    """Whether the query has FROM or FROM NAMED: then it, not the store, says what the default graph is."""
    return bool(_FROM.search(_bare(text)))


def query_form(text: str) -> str:
    """SELECT, ASK, CONSTRUCT or DESCRIBE; empty where the text is no query."""
    match = _FORM.search(_bare(text))
    return match[1].upper() if match else ""


def asks_elsewhere(text: str) -> bool:
    """Whether the query has SERVICE: it would make the store send requests to other servers."""
    return bool(_SERVICE.search(_bare(text)))
