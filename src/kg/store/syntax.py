"""What must be known of a query before a store parses it: its form, whether it names its own dataset, whether it would ask another server."""

from __future__ import annotations

import re

# SPARQL 1.1, section 19.2 (escapes that count before anything else) and 19.8 (strings, IRIs, comments, escapes in names).
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_OPAQUE = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\'|"(?:[^"\\\n\r]|\\.)*"|\'(?:[^\'\\\n\r]|\\.)*\'|<[^<>"{}|^`\\\x00-\x20]*>|\\.|#[^\n\r]*',
    re.DOTALL,
)
_DECLARATION = re.compile(r"\bPREFIX\s+[^\s:]*:", re.IGNORECASE)
_NAME = re.compile(r"[?$]\w+|@[A-Za-z-]+|:[^\s<>(){}\[\];,|^/*+?!\"'&=]*")
_INSIDE = re.compile(r"\{[^{}]*\}|\([^()]*\)")
_FROM = re.compile("FROM", re.IGNORECASE)
_SERVICE = re.compile("SERVICE", re.IGNORECASE)
_FORM = re.compile("SELECT|ASK|CONSTRUCT|DESCRIBE", re.IGNORECASE)


def _keywords(text: str) -> str:
    """What is left of a query without strings, comments, variables and names: its keywords, signs and prefixes; IRIs are ``<>``.

    A store needs no space between a keyword and what stands around it, so that nothing but names may be taken away.
    """
    text = _ESCAPE.sub(_character, text)
    text = _OPAQUE.sub(lambda match: "<>" if match.group()[0] == "<" else " ", text)
    return _NAME.sub(" ", _DECLARATION.sub(" ", text))


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= 0x10FFFF else match.group()


def names_dataset(text: str) -> bool:
    """Whether the query has FROM or FROM NAMED: then it, not the store, says what the default graph is.

    Such a clause stands outside all brackets.
    """
    bare = _keywords(text)
    while (shorter := _INSIDE.sub(" ", bare)) != bare:
        bare = shorter
    return bool(_FROM.search(bare))


def query_form(text: str) -> str:
    """SELECT, ASK, CONSTRUCT or DESCRIBE; empty where the text is no query."""
    match = _FORM.search(_keywords(text))
    return match[0].upper() if match else ""


def asks_elsewhere(text: str) -> bool:
    """Whether the query may have SERVICE, which would make the store send requests to other servers.

    A prefix whose name holds the word is taken for it, too.
    """
    return bool(_SERVICE.search(_keywords(text)))
