"""Names of bodies in the form in which they are compared: legal form apart, spaces and middle dots aside; other characters for the same word only as a doubt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg import resources
from kg.text.names import NO_FORM
from kg.text.places import gazetteer
from kg.text.vocabulary import code_list
from kg.text.width import squeezed

_MIDDLE_DOT = "・"
_BRANCH = re.compile(r"(?:支店|支社|支部|支局|事務所|営業所|出張所|事業所|本部|本店|本社)$")
_LOOKALIKES = str.maketrans("ーヶヵッャュョァィゥェォヮ", "-ケカツヤユヨアイウエオワ") | {ord("亊"): "事", ord("が"): "ケ", ord("ガ"): "ケ"}
"""Characters that are written for each other in names and tell no two words apart, besides those of data/spelling-variants.csv."""


@dataclass(frozen=True, slots=True)
class ComparableName:
    """A name taken apart: legal form (``none`` where it shows none), whether the form stands at the end, and the rest; ``doubtful`` is the rest with variants of characters folded."""

    form: str
    at_end: bool
    core: str
    doubtful: str


@cache
def _forms() -> dict[str, str]:
    """Legal forms as names have them, written out: the form itself, or with what is put before it (認定特定非営利活動法人)."""
    rows = [row for row in code_list("legal-form").rows if row.notation != NO_FORM]
    return {plain(written): row.notation for row in rows for written in (row.notation, *row.cues) if row.notation in written}


@cache
def _form() -> re.Pattern[str]:
    """A legal form at the beginning or the end of a name; the longest there is."""
    forms = "|".join(re.escape(form) for form in sorted(_forms(), key=len, reverse=True))
    return re.compile(rf"(?:{forms})(?=.)|(?<=.)(?:{forms})$")


@cache
def _variants() -> dict[int, int | str]:
    """Characters that stand for the same word as another: data/spelling-variants.csv, where a row is about one character, and lookalikes."""
    pairs = resources.rows("data/spelling-variants.csv", ("written", "as"))
    return {ord(row["written"]): row["as"] for row in pairs if len(row["written"]) == len(row["as"]) == 1} | _LOOKALIKES


def plain(text: str) -> str:
    """``text`` in one width, without spaces and middle dots: names that are the same word for word.

    >>> plain("ＮＰＯ　ネット・ワーク")
    'NPOネットワーク'
    """
    return squeezed(text).replace(_MIDDLE_DOT, "")


def doubtful(core: str) -> str:
    """``core``, which is plain, with variants of characters and letter case folded: names that may be the same."""
    return core.translate(_variants()).casefold()


def comparable(name: str) -> ComparableName:
    """A name with its form written out, as a release and the register have it."""
    text = plain(name)
    pattern = _form()
    found = pattern.match(text)
    if found is None:
        found = next((match for match in pattern.finditer(text, 1) if match.end() == len(text)), None)
    if found is None:
        return ComparableName(NO_FORM, at_end=False, core=text, doubtful=doubtful(text))
    core = text[: found.start()] + text[found.end() :]
    return ComparableName(_forms()[found.group()], at_end=found.start() > 0, core=core, doubtful=doubtful(core))


def without_branch(core: str) -> str:
    """The body that ``core`` is a branch of, by its name: 見本センター of 見本センター広島事務所; empty for a name that is no branch's."""
    branch = _BRANCH.search(core)
    if branch is None:
        return ""
    head = core[: branch.start()]
    place = next((place for place in _places() if head.endswith(place) and len(head) > len(place) + 1), "")
    return head.removesuffix(place)


@cache
def _places() -> tuple[str, ...]:
    """Names of places, in full and without 都, 府, 県, 市 and the like, the longest first."""
    names = {plain(name) for place in gazetteer().places for name in (place.name, place.name[:-1]) if len(name) > 1}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def kinds_of(form: str) -> frozenset[str]:
    """Kinds of body (法人種別) under which the register has bodies of a legal form: ``301`` for 株式会社."""
    return frozenset(kind for row in code_list("legal-form").rows if row.notation == form for kind in row.further["register_kind"])


def differ_in_one(one: str, other: str) -> bool:
    """Whether one character put in, left out or replaced makes ``other`` of ``one``."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = next((index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    if len(one) == len(other):
        return one[start + 1 :] == other[start + 1 :]
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return longer[start + 1 :] == shorter[start:]
