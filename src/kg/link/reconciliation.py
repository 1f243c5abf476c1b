"""Names as people write them -> the thing that is meant, or the things that may be: never one of two without saying so."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.link.named import CONCEPT, GOVERNMENT, ORGANIZATION, TYPES
from kg.link.names import comparable, differ_in_one, plain
from kg.text.chronicle import chronicle
from kg.text.codes import local_government_check_digit, local_government_corporate_number
from kg.text.eras import find_dates
from kg.text.names import NO_FORM, organization_name
from kg.text.places import Place, gazetteer
from kg.text.width import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.link.named import Named
    from kg.text.chronicle import Resolution

ENOUGH = 0.9
"""Score from which a thing is taken for the one that is meant, where no other has it too."""
_EMPTY_BRACKETS = re.compile(r"[(\[【](?:\s|末|時点|現在|分|版)*[)\]】]")
_OFFICE = re.compile(r"(?<=[都道府県])庁$|(?<=[市区])役所$|(?<=[町村])役場$|(?<=道)庁$")
_COUNTY = re.compile(r"^(?P<before>.*?)[^都道府県]{1,5}郡(?P<place>.{1,8}[町村])$")
_SUFFIXES = ("都", "府", "県", "市", "区", "町", "村")
_SUFFIXES_EN = ("city", "ward", "town", "village")
_MARKS = re.compile("[\u0300-\u036f]")
_SHOWN = 10
_BODIES = {"city", "town", "village"}
"""Kinds of places of the record that were governments; wards and districts were none."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A thing that a name may mean, with a score from 0 to 1: 1 for the name itself, less the more it was bent to fit, shared where several fit alike."""

    thing: Named
    score: float


@dataclass(frozen=True, slots=True)
class Answers:
    """All things that a name may mean, the best first."""

    found: tuple[Answer, ...]

    @property
    def match(self) -> Answer | None:
        """The one that is meant; None where that is not certain."""
        certain = [answer for answer in self.found if answer.score >= ENOUGH]
        return certain[0] if len(certain) == 1 else None


def places_named(name: str, prefecture: str = "") -> tuple[Place, ...]:
    """Places that are called ``name``, with or without their prefecture before it; ``prefecture`` narrows them."""
    return gazetteer().resolve(name, prefecture)


def prefecture_named(text: str) -> str:
    """The full name of a prefecture written with or without 都, 府, 県, or as its code; empty for anything else."""
    asked = plain(text)
    found = [
        p.name for p in gazetteer().prefectures if asked in {p.name, p.code, p.code[:2], p.name[:-1] if p.name != "北海道" else p.name}
    ]
    return found[0] if len(found) == 1 else ""


def without_dates(text: str) -> str:
    """``text`` without the dates and years in it: a table's 「札幌市（令和2年度）」 is about 札幌市.

    >>> without_dates("札幌市（令和2年度）")
    '札幌市'
    """
    folded = fold(text)
    for mention in reversed(find_dates(folded)):
        folded = folded[: mention.begin] + folded[mention.end :]
    left = _EMPTY_BRACKETS.sub("", folded).strip(" 、,")
    return left or fold(text).strip()


def _word(name: str) -> str:
    """``name`` without spaces, letter case and the marks above Latin letters, which a keyboard leaves out: Fuchū City, FUCHU CITY."""
    apart = unicodedata.normalize("NFD", plain(name).casefold())
    return unicodedata.normalize("NFC", _MARKS.sub("", apart))


class Reconciler:
    """Looks names up among governments, bodies and codes."""

    def __init__(self, things: Iterable[Named]) -> None:
        self._governments: dict[str, Named] = {}
        self._bodies: dict[str, list[tuple[Named, str]]] = defaultdict(list)
        self._words: dict[tuple[str, str], list[Named]] = defaultdict(list)
        self._codes: dict[str, list[Named]] = defaultdict(list)
        for thing in things:
            if thing.type == GOVERNMENT:
                self._governments[thing.code] = thing
                self._codes[local_government_corporate_number(thing.code)].append(thing)
            if thing.type != CONCEPT and thing.code:
                self._codes[thing.code].append(thing)
            for name in thing.names:
                if thing.type == ORGANIZATION:
                    self._bodies[comparable(name).doubtful].append((thing, name))
                self._words[thing.type, _word(name)].append(thing)

    def answers(self, text: str, types: Iterable[str] = TYPES, prefecture: str = "") -> Answers:
        """What ``text`` may mean among things of ``types``; ``prefecture``, as somebody wrote it, says where."""
        if not text.strip():
            return Answers(())
        where = prefecture_named(prefecture)
        known = bool(where) or not prefecture.strip()
        scores: dict[str, Answer] = {}
        for one in types:
            for things, shared in self._found(one, text, where):
                each = {thing.key: thing for thing in things}
                score = shared / max(len(each), 1) / (1 if known else 2)
                for key, thing in each.items():
                    if key not in scores or scores[key].score < score:
                        scores[key] = Answer(thing, score)
        return Answers(tuple(sorted(scores.values(), key=lambda answer: (-answer.score, answer.thing.key))[:_SHOWN]))

    def _found(self, kind: str, text: str, where: str) -> Iterator[tuple[list[Named], float]]:
        """Groups of things that fit alike, with the score that they share."""
        codes = [thing for thing in self._codes.get(plain(text), ()) if thing.type == kind]
        if codes:
            yield codes, 1.0
            return
        names = [without_dates(text)]
        match kind:
            case "government":
                yield from self._government(names[0], where)
            case "organization":
                yield from self._body(names[0], where)
            case _:
                words = {_word(name): None for name in (text, *names)}
                yield [thing for word in words for thing in self._words.get((kind, word), ())], 1.0

    def _government(self, name: str, where: str) -> Iterator[tuple[list[Named], float]]:
        """The name itself, then without what an address or an office adds, of a place that was, in English or kana, and last what only may be meant."""
        asked = plain(name)
        five = asked if re.fullmatch(r"[0-9]{5}", asked) else ""
        if five and five + local_government_check_digit(five) in self._governments:
            yield [self._governments[five + local_government_check_digit(five)]], 0.95
        for written, score in ((asked, 1.0), (_OFFICE.sub("", asked), 0.95), (_COUNTY.sub(r"\g<before>\g<place>", asked), 0.95)):
            places = places_named(written, where)
            if places:
                yield self._of(places), score
                return
        former = [
            one for one in chronicle().resolve(asked, prefecture=where).candidates if one.then.valid_until and one.then.kind in _BODIES
        ]
        if former:
            yield self._became(former)
            return
        spoken = [self._spoken(asked + suffix, where) for suffix in ("", *_SUFFIXES_EN)]
        if any(spoken):
            yield [thing for things in spoken for thing in things], 0.95 if spoken[0] else 0.8
            return
        bare = [place for suffix in _SUFFIXES for place in places_named(asked + suffix, where)]
        if bare:
            yield self._of(bare), 0.8
            return
        begins = gazetteer().match_start(asked)
        if begins:
            yield self._of(place for place in begins.candidates if not where or place.prefecture == where), 0.5

    def _became(self, former: Sequence[Resolution]) -> tuple[list[Named], float]:
        """The governments of today in whose areas places lie that were once called so; not certain where only a part of one does."""
        codes = sorted({code for one in former for code in one.governments})
        whole = not any(linked.part for one in former for linked in one.today)
        return [self._governments[code] for code in codes if code in self._governments], ENOUGH if whole else 0.8

    def _spoken(self, name: str, where: str) -> list[Named]:
        """Governments that are called ``name`` in English or kana."""
        return [thing for thing in self._words.get((GOVERNMENT, _word(name)), ()) if not where or where in thing.prefectures]

    def _of(self, places: Iterable[Place]) -> list[Named]:
        return [self._governments[place.code] for place in places if place.code in self._governments]

    def _body(self, text: str, where: str) -> Iterator[tuple[list[Named], float]]:
        """Name and form the same; the same word with another form, place of the form or variants of characters; one character apart."""
        asked = comparable(organization_name(text).name)
        groups: dict[float, list[Named]] = defaultdict(list)
        for thing, name in self._bodies.get(asked.doubtful, ()):
            if not where or where in thing.prefectures:
                own = comparable(name)
                same = own.core == asked.core
                score = 1.0 if same else 0.85
                if own.form != asked.form:
                    score *= 0.8 if NO_FORM in {own.form, asked.form} else 0.5
                elif own.at_end != asked.at_end:
                    score *= 0.85
                groups[score].append(thing)
        if not groups and len(asked.doubtful) > 3:
            near = [pair for core, pairs in self._bodies.items() if differ_in_one(core, asked.doubtful) for pair in pairs]
            groups[0.5] = [thing for thing, _ in near if not where or where in thing.prefectures]
        yield from ((things, score) for score, things in groups.items())
