"""Stored queries: plain SPARQL files with a YAML header in ``#+`` comments.

The header says ``summary``, ``question`` (ja, en), ``kind`` (the folder), ``returns`` (the projected variables, in order), ``parameters`` (name: type,
default, label), of a question the ``topic`` under which it is listed (queries/questions/topics.csv) and, where the answer may be empty by nature, ``empty`` (ja, en): why;
``cautions`` (ja, en: a list each) are what must not be concluded. A table also says which columns hold ``several`` values
(joined by ``;``) and in which ``order`` of variables, which need not be columns, its rows stand. The file itself holds each default in a ``VALUES`` clause of the parameter,
so that it runs as it stands in any editor. A check says what an answer of it is: ``finding`` with ``severity``, ``kind``, ``message`` and ``repair`` (ja, en; a
variable in braces stands for its value), about the node that the first variable names. A variable ?value says what is wrong there. ``requires`` lists
shapes and checks without which it has nothing to say: where one of them speaks of the same node, or of one that ?value names, the check is silent.
``suspects`` names a query (queries/suspects/) that finds quickly where the check may have something to say: it is asked once for each row of that, which
takes the place of UNDEF in the VALUES clauses of its variables.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

import yaml

from kg import resources
from kg.errors import Message, QueryError, VocabularyError

if TYPE_CHECKING:
    from pathlib import Path

Kind = Literal["question", "table", "source", "check", "report", "page", "suspect", "view", "link", "catalog"]
FOLDERS: dict[Kind, str] = {
    "question": "questions",
    "table": "tables",
    "source": "source",
    "check": "checks",
    "report": "report",
    "page": "pages",
    "suspect": "suspects",
    "view": "views",
    "link": "link",
    "catalog": "catalog",
}
PARAMETER_TYPES = ("government", "code", "integer", "language", "text", "iri")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a stored query can be asked about. ``default`` empty means *any*; ``scheme`` is the code list of a parameter of type code."""

    name: str
    type: str
    default: str
    label: Message
    scheme: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """What a row of a check is told as: ``kind`` a notation of the code list finding-kind; ``message`` takes the row's values in braces."""

    severity: str
    kind: str
    message: Message
    repair: Message
    requires: tuple[str, ...] = ()
    suspects: str = ""


@dataclass(frozen=True, slots=True)
class StoredQuery:
    """One .rq file."""

    slug: str
    kind: Kind
    summary: str
    question: Message
    parameters: tuple[Parameter, ...]
    returns: tuple[str, ...]
    several: tuple[str, ...]
    order: tuple[str, ...]
    empty: Message | None
    cautions: tuple[Message, ...]
    text: str
    check: Check | None = None
    topic: str = ""


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The same in C, where libyaml was there when PyYAML was built: a tenth of the time."""


def header_of(text: str) -> dict[str, Any]:
    """What the YAML of the ``#+`` lines at the top of a query says; nothing where there are none. Raises YAMLError."""
    lines = []
    for line in text.splitlines():
        if not line.startswith("#+"):
            break
        lines.append(line[2:].removeprefix(" "))
    return yaml.load("\n".join(lines), Loader=_LOADER) or {}  # noqa: S506 - a safe loader, whichever it is


def read_query(path: Path, kind: Kind) -> StoredQuery:
    """Read one file. Raises VocabularyError where its header is not what this module says."""
    text = path.read_text(encoding="utf-8")
    try:
        header = header_of(text)
        parameters = tuple(_parameter(name, entry) for name, entry in (header.get("parameters") or {}).items())
        empty = header.get("empty")
        return StoredQuery(
            slug=path.stem,
            kind=kind,
            summary=header["summary"],
            question=Message(header["question"]["ja"], header["question"]["en"]),
            parameters=parameters,
            returns=tuple(header["returns"]),
            several=tuple(header.get("several", ())),
            order=tuple(header.get("order", ())),
            empty=Message(empty["ja"], empty["en"]) if empty else None,
            cautions=_cautions(header.get("cautions")),
            text=text,
            check=_check(header) if kind == "check" else None,
            topic=str(header["topic"]) if kind == "question" else "",
        )
    except (yaml.YAMLError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise VocabularyError(
            f"問い合わせの見出し（#+ の行）が壊れています（{error}）。", f"the header (lines #+) is broken ({error})", where=str(path)
        ) from error


def _check(header: dict[str, Any]) -> Check:
    entry = header["finding"]
    message, repair = (Message(entry[name]["ja"], entry[name]["en"]) for name in ("message", "repair"))
    requires, suspects = tuple(header.get("requires", ())), str(header.get("suspects", ""))
    return Check(str(entry["severity"]), str(entry["kind"]), message, repair, requires, suspects)


def _cautions(entry: dict[str, list[str]] | None) -> tuple[Message, ...]:
    return tuple(Message(ja, en) for ja, en in zip(entry["ja"], entry["en"], strict=True)) if entry else ()


def _parameter(name: str, entry: dict[str, object]) -> Parameter:
    label = entry["label"]
    if entry["type"] not in PARAMETER_TYPES or not isinstance(label, dict):
        raise ValueError(name)
    return Parameter(name, str(entry["type"]), str(entry["default"]), Message(label["ja"], label["en"]), str(entry.get("scheme", "")))


@cache
def stored_queries(kind: Kind) -> dict[str, StoredQuery]:
    """All stored queries of a kind by slug, in alphabetical order."""
    folder = resources.path(f"queries/{FOLDERS[kind]}")
    return {path.stem: read_query(path, kind) for path in sorted(folder.glob("*.rq"))}


def by_topic() -> list[tuple[Message, list[StoredQuery]]]:
    """The questions topic by topic, in the order of queries/questions/topics.csv."""
    rows = resources.rows("queries/questions/topics.csv", ("name", "label_ja", "label_en"))
    questions = stored_queries("question").values()
    listed = [(Message(row["label_ja"], row["label_en"]), [asked for asked in questions if asked.topic == row["name"]]) for row in rows]
    return [(label, found) for label, found in listed if found]


def question(slug: str) -> StoredQuery:
    """The stored question ``slug``. Raises QueryError, with the nearest slugs, where there is none."""
    found = stored_queries("question")
    if slug not in found:
        known = "、".join(found)
        raise QueryError(
            f"「{slug}」という質問はありません。あるのは: {known}", f"no stored question is called {slug!r}; there are: {', '.join(found)}"
        )
    return found[slug]
