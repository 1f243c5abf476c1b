"""Names of organizations: legal form before or behind, written out or short; what the name says of their kind.

Forms and kinds, with their cues, are the code lists legal-form and contractor-kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.text.vocabulary import code_list
from kg.text.width import fold, without_line_break_spaces

if TYPE_CHECKING:
    from collections.abc import Iterator

_BRACKET = re.compile(r"[【\[]([^】\]]*)[】\]]")
_DASH_ONLY = re.compile(r"-+|ー+|なし|無し|該当なし")
NO_FORM = "none"


@dataclass(frozen=True, slots=True)
class OrganizationName:
    """A contractor as the table names it.

    ``name`` is the legal name with its form written out where it stands (社会福祉法人… or …株式会社); ``form`` its notation or ``none``;
    ``form_cue`` and ``kind_cue`` are the words that decided form and kind (empty where none did); ``functions`` are all kinds that name and form
    say, each with its words; ``centre`` the settlement-support centre that it runs, from 【…受託団体】; ``listed_again`` whether it says 【再掲】.
    """

    name: str
    form: str
    kind: str
    form_cue: str = ""
    kind_cue: str = ""
    functions: tuple[tuple[str, str], ...] = ()
    centre: str = ""
    listed_again: bool = False


def is_none(text: str) -> bool:
    """Whether a cell says that there is no contractor: the government does it itself."""
    return bool(_DASH_ONLY.fullmatch("".join(fold(text).split())))


@cache
def _forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of legal forms, written out or short, the longest first."""
    rows = [row for row in code_list("legal-form").rows if row.notation != NO_FORM]
    cues = [(fold(cue), row.notation) for row in rows for cue in {*row.cues, row.notation}]
    cues.sort(key=lambda pair: (-len(pair[0]), pair[0]))
    return tuple((re.compile(re.escape(cue)), form) for cue, form in cues)


def _split_form(bare: str) -> tuple[str, str, str]:
    """Return (legal name, form, the words that said the form) of a folded name."""
    for pattern, form in _forms():
        match = pattern.match(bare)
        if match and len(bare) > match.end():
            return form + without_line_break_spaces(bare[match.end() :]), form, match.group()
    for pattern, form in _forms():
        match = next((m for m in pattern.finditer(bare) if m.end() == len(bare) and m.start() > 0), None)
        if match:
            return without_line_break_spaces(bare[: match.start()]) + form, form, match.group()
    return bare, NO_FORM, ""


def _centre(notes: list[str]) -> str:
    for note in notes:
        match = code_list("contractor-kind").first(note, "note")
        if match:
            return note[: match.end]
    return ""


def organization_name(raw: str) -> OrganizationName:
    """Read a contractor cell that names somebody (see ``is_none``).

    >>> organization_name("（社福）親愛会 【埼玉県地域生活定着支援センター受託団体】").name
    '社会福祉法人親愛会'
    >>> organization_name("ヒューマンアカデミー（株）").name
    'ヒューマンアカデミー株式会社'
    """
    text = fold(raw)
    notes = [without_line_break_spaces(note) for note in _BRACKET.findall(text)]
    bare = without_line_break_spaces(_BRACKET.sub(" ", text))
    name, form, form_cue = _split_form(bare)
    centre = _centre(notes)
    functions = tuple(_functions(name, form, form_cue))
    kind, kind_cue = (operator_kind(), centre) if centre else next(iter(functions), (_remaining_kind(), ""))
    again = any("再掲" in note for note in notes)
    return OrganizationName(name, form, kind, form_cue, kind_cue, functions, centre.removesuffix("受託団体"), again)


def operator_kind() -> str:
    """Kind of whoever runs a settlement-support centre; it wins over all others."""
    return next(row.notation for row in code_list("contractor-kind").rows if row.scope == "note")


def _remaining_kind() -> str:
    """Kind of whoever shows none of the cues."""
    return next(row.notation for row in code_list("contractor-kind").rows if row.scope == "otherwise")


def _functions(name: str, form: str, form_cue: str) -> Iterator[tuple[str, str]]:
    """Kinds that a contractor's name or form says, each once with the words that say so, in the code list's order of precedence."""
    found = set()
    for row in code_list("contractor-kind").rows:
        if row.notation in found:
            continue
        match = next(iter(row.find(name)), None) if row.scope == "name" else None
        if match:
            found.add(row.notation)
            yield row.notation, name[match.start : match.end]
        elif row.scope == "form" and form in row.cues:
            found.add(row.notation)
            yield row.notation, form_cue


_LEVEL_END = re.compile(r"(?:部|局|課|室|庁|本部|センター|所|班|係|担当|グループ|チーム|委員会|事務局|監|院)$")


def department_name(raw: str) -> str:
    """Name of a department: spaces of line breaks removed, one space between its levels kept.

    >>> department_name("スポーツ市民 局 地域安全推進 課")
    'スポーツ市民局 地域安全推進課'
    """
    levels: list[str] = []
    for token in fold(raw).split():
        if (levels and not _LEVEL_END.search(levels[-1])) or (levels and _LEVEL_END.fullmatch(token)):
            levels[-1] += token
        else:
            levels.append(token)
    return " ".join(levels)
