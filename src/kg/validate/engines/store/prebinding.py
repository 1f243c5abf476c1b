"""A constraint in SPARQL turned into a query over many focus nodes (SHACL, sections 5.2.1 and 5.3.1, appendix A).

SHACL asks the query once for each focus node, with ``$this`` bound wherever it stands. Asked once for many of them, each group of the query that
speaks of ``$this`` begins by naming them: groups are evaluated by themselves, and a FILTER sees what its own group binds. The
group of an EXISTS needs none, being asked with the bindings of where it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.errors import VocabularyError

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(
    r"""
    (?P<skip> \#[^\n]* | <[^<>"{}|^`\\\s]*> | \"\"\".*?\"\"\" | '''.*?''' | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*' )
    | (?P<variable> [?$]\w+ )
    | (?P<name> \w*:[\w.-]* | @\w+ )
    | (?P<word> [A-Za-z]+ )
    | (?P<brace> [{}] )
    | (?P<star> \* )
    """,
    re.VERBOSE | re.DOTALL,
)
FOCUS = "#focus#"
"""Stands in a query where the focus nodes are to be named."""
_REFUSED = ("MINUS", "VALUES", "SERVICE")
_BOUND = ("this", "currentShape", "shapesGraph")
_VARIABLE = re.compile(r"[?$]\w+")


@dataclass
class _Group:
    """A pair of braces: where its content begins, whether it takes the pattern of the focus nodes, what it holds."""

    start: int
    takes: bool
    speaks: bool = False


def prebound(select: str, current_shape: str) -> str:
    """``select`` with FOCUS wherever the focus nodes must be named. ``current_shape`` is the shape as SPARQL writes it.

    Raises VocabularyError for what SHACL does not allow in such a query.
    """
    tokens = [found for found in _TOKEN.finditer(select) if found.lastgroup not in {"skip", "name"}]
    _refuse(tokens)
    places = {group.start for group in _groups(tokens) if group.takes and (group.speaks or group.start == _first(tokens))}
    edits = [(place, place, f" {FOCUS} ") for place in places]
    edits += [(*found.span(), current_shape) for found in tokens if found.group()[1:] == "currentShape"]
    for start, end, text in sorted(edits, reverse=True):
        select = f"{select[:start]}{text}{select[end:]}"
    return select


def _first(tokens: list[re.Match[str]]) -> int:
    """Where the outermost group begins."""
    return next((found.end() for found in tokens if found.group() == "{"), -1)


def _groups(tokens: list[re.Match[str]]) -> Iterator[_Group]:
    """All groups, an inner one before the outer; a variable counts for the group that it stands in and for those around."""
    open_groups: list[_Group] = []
    for index, found in enumerate(tokens):
        if found.group() == "{":
            before = tokens[index - 1].group().upper() if index else ""
            after = tokens[index + 1].group().upper() if index + 1 < len(tokens) else ""
            open_groups.append(_Group(found.end(), takes=before != "EXISTS" and after != "SELECT"))
        elif found.group() == "}" and open_groups:
            group = open_groups.pop()
            if open_groups:
                open_groups[-1].speaks |= group.speaks
            yield group
        elif found.group()[1:] == "this" and open_groups:
            open_groups[-1].speaks = True


def _refuse(tokens: list[re.Match[str]]) -> None:
    words = [found.group().upper() if found.lastgroup == "word" else found.group() for found in tokens]
    for word in _REFUSED:
        if word in words:
            raise _not_allowed(word)
    for word, after in pairwise(words):
        if word == "AS" and after[1:] in _BOUND:
            raise _not_allowed(f"AS {after}")
    if any(word[1:] == "shapesGraph" for word in words):
        raise _not_allowed("$shapesGraph")
    for place, word in enumerate(words):
        if word == "SELECT" and "{" in words[:place] and not _returns_this(words[place + 1 :]):
            raise VocabularyError(
                "sh:select の中の SELECT が $this を返していません。SELECT の後に $this を加えてください。",
                "a SELECT within sh:select does not return $this; add $this after SELECT",
            )


def _returns_this(words: list[str]) -> bool:
    """Whether ``$this`` stands between SELECT and its group."""
    head = words[: words.index("{")] if "{" in words else words
    return any(word[1:] == "this" for word in head)


def _not_allowed(what: str) -> VocabularyError:
    return VocabularyError(
        f"sh:select では {what} を使えません。使わない形に書き直してください。",
        f"{what} is not allowed in sh:select; write the query without it",
    )
