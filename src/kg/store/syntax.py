"""What must be known of a query before a store parses it: its form, its dataset, its size, whether it would ask another server.

All of it takes one pass over the text, so that no text can hold up who looks at it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

# SPARQL 1.1, section 19.2 (escapes that count before anything else) and 19.8 (strings, IRIs, comments, escapes in names).
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_OPAQUE = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\'|"(?:[^"\\\n\r]|\\.)*"|\'(?:[^\'\\\n\r]|\\.)*\''
    r'|<(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>|\\.|#[^\n\r]*',
    re.DOTALL,
)
# Nothing is taken for a name that a parser might not take for one: a name that ends too early shows a word that is none, one that goes on too far
# hides a keyword.
_LOCAL = r":(?:[\w:%](?:[\w:%.-]*[\w:%-])?)?"
_NAME = re.compile(rf"[?$]\w+|@[A-Za-z]+(?:-[A-Za-z0-9]+)*|{_LOCAL}")
_DECLARATION = re.compile(r"(?:^|(?<=[\s>]))PREFIX\s+((?:[^\W\d_][\w.-]*)?):", re.IGNORECASE)
_BRACKET_OR_FROM = re.compile(r"[({\[]|[)}\]]|FROM", re.IGNORECASE)
_SERVICE = re.compile("SERVICE", re.IGNORECASE)
_FORM = re.compile("SELECT|ASK|CONSTRUCT|DESCRIBE", re.IGNORECASE)
_SIGN = re.compile(
    r"(?P<open>[({\[])|(?P<close>[)}\]])|(?P<operator>\|\||&&|[<>!]?=|UNION|BIND|FILTER|OPTIONAL|MINUS|EXISTS|[-+*])|(?P<step>[.;/|^,])|[0-9]+\.[0-9]+",
    re.IGNORECASE,
)
_SHORT = 2_000
"""Characters of queries of which the traits are remembered."""
_VOLATILE = re.compile(r"\b(?:NOW|RAND|UUID|STRUUID|BNODE)\s*\(", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Traits:
    """What a look at a query tells without parsing it."""

    form: str
    """SELECT, ASK, CONSTRUCT or DESCRIBE; empty where the text is no query."""
    names_dataset: bool
    """Whether it has FROM or FROM NAMED: then it, not the store, says what the default graph is."""
    asks_elsewhere: bool
    """Whether it may have SERVICE, which would make the store ask another server; a prefix whose name holds the word is taken for it, too."""
    volatile: bool
    """Whether the clock or chance are in its answer: NOW, RAND, UUID, STRUUID, BNODE."""
    depth: int
    """How deep its brackets nest."""
    steps: int
    """Steps of patterns and paths: full stops, semicolons, commas, slashes, bars; not those of a list in round brackets."""
    operators: int
    """Operators of expressions, and clauses such as UNION and BIND."""


def _keywords(text: str) -> str:
    """What is left of a query without strings, comments, variables and names: its keywords, signs and prefixes; IRIs are ``<>``.

    A store needs no space between a keyword and what stands around it, so that nothing but names may be taken away.
    """
    text = _OPAQUE.sub(lambda match: "<>" if match.group()[0] == "<" else " ", text)
    for prefix in {declared[1] for declared in _DECLARATION.finditer(text) if declared[1].upper() == "FROM"}:
        text = re.sub(rf"(?<![\w.?$:@-]){prefix}{_LOCAL}", " ", text)
    return _NAME.sub(" ", _DECLARATION.sub(" ", text))


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= 0x10FFFF else match.group()


def examine(text: str) -> Traits:
    """What can be said of a query by its keywords and signs.

    An escape counts before anything else (SPARQL 1.1, section 19.2), so that an escaped quotation mark ends a string. There are engines that read it as
    one within the string. A query with escapes is read both ways, and held to whichever shows more.
    """
    read = _examined(_keywords(text))
    decoded = _ESCAPE.sub(_character, text)
    return read if decoded == text else _of_both(read, _examined(_keywords(decoded)))


def _examined(bare: str) -> Traits:
    return _known_traits(bare) if len(bare) <= _SHORT else _traits(bare)


def _of_both(read: Traits, decoded: Traits) -> Traits:
    return Traits(
        form=read.form or decoded.form,
        names_dataset=read.names_dataset or decoded.names_dataset,
        asks_elsewhere=read.asks_elsewhere or decoded.asks_elsewhere,
        volatile=read.volatile or decoded.volatile,
        depth=max(read.depth, decoded.depth),
        steps=max(read.steps, decoded.steps),
        operators=max(read.operators, decoded.operators),
    )


def _traits(bare: str) -> Traits:
    """The same of its keywords and signs alone, in which queries that ask the like of other things are equal."""
    form = _FORM.search(bare)
    depth, steps, operators = _size(bare)
    return Traits(
        form=form[0].upper() if form else "",
        names_dataset=_names_dataset(bare),
        asks_elsewhere=bool(_SERVICE.search(bare)),
        volatile=bool(_VOLATILE.search(bare)),
        depth=depth,
        steps=steps,
        operators=operators,
    )


_known_traits = lru_cache(maxsize=1024)(_traits)


def _names_dataset(bare: str) -> bool:
    """Whether FROM stands outside all brackets."""
    depth = 0
    for match in _BRACKET_OR_FROM.finditer(bare):
        if match[0] in "({[":
            depth += 1
        elif match[0] in ")}]":
            depth -= 1
        elif depth == 0:
            return True
    return False


def _size(bare: str) -> tuple[int, int, int]:
    """Depth, steps and operators."""
    deepest = steps = operators = 0
    open_: list[str] = []
    for match in _SIGN.finditer(bare):
        match match.lastgroup:
            case "open":
                open_.append(match[0])
                deepest = max(deepest, len(open_))
            case "close":
                if open_:
                    open_.pop()
            case "operator":
                operators += 1
            case "step":
                steps += match[0] != "," or not open_ or open_[-1] != "("
            case _:  # a decimal number
                pass
    return deepest, steps, operators
