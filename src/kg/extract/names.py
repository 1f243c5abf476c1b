"""Names and words that look misread next to their own correct form.

A fixed expression of the law, or a known organization or department of the same place, that differs in one character (an organization in two)
from what the source says is most likely what was meant: OCR and copying mistake 役 for 務 and ぱ for ば. The known forms are data/known-names.csv,
and the other names of the same government in the table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg import resources
from kg.text.places import gazetteer
from kg.text.vocabulary import code_list
from kg.text.width import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.extract.blocks import ReadBlock
    from kg.extract.faults import Reporter
    from kg.extract.governments import Government
    from kg.extract.records import Commission, Finding, Project
    from kg.sources.cells import Span


_CENTRE = re.compile(r"(.{2,3}[都道府県])(地域.*)")


@dataclass(frozen=True, slots=True)
class KnownName:
    """A correct form: what kind of name it is and in which prefecture it is found (empty: everywhere)."""

    name: str
    kind: str
    where: str


@cache
def known_names() -> tuple[KnownName, ...]:
    """The reference table of the package."""
    return tuple(
        KnownName(squeezed(row["name"]), row["kind"], row["where"])
        for row in resources.rows("data/known-names.csv", ("name", "kind", "where", "source"))
    )


def distance(a: str, b: str, most: int) -> int:
    """Edit distance of two short names, or ``most + 1`` where it is more than ``most``."""
    if abs(len(a) - len(b)) > most:
        return most + 1
    above = list(range(len(b) + 1))
    for i, x in enumerate(a, start=1):
        row = [i]
        for j, y in enumerate(b, start=1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (x != y)))
        above = row
        if min(above) > most:
            return most + 1
    return above[-1]


def misread_name(name: str, kind: str, prefecture: str, neighbours: Iterable[str] = ()) -> str:
    """The correct form that ``name`` (of an organization or department) is most likely a misreading of; empty where there is none."""
    bare = squeezed(name)
    forms = [known.name for known in known_names() if known.kind == kind and known.where in {"", prefecture}]
    for form in forms:
        if _misread(bare, form, 2 if kind == "organization" else 1):
            return form
    for neighbour in neighbours:
        if len(bare) >= 5 and distance(bare, squeezed(neighbour), 1) == 1:
            return neighbour
    return ""


def _misread(name: str, form: str, most: int) -> bool:
    """Whether the end of ``name`` (behind its legal form or upper department) is ``form`` but for a character or two."""
    if name.endswith(form) or len(form) < 3:
        return False
    most = min(most, len(form) // 3)
    tails = {name[-size:] for size in range(len(form) - most, len(form) + most + 1) if size <= len(name)}
    return any(distance(tail, form, most) <= most for tail in tails)


@cache
def _right_words() -> frozenset[str]:
    """Words that are right as they stand although they resemble a known term: other terms and cues."""
    cues = {
        squeezed(cue)
        for name in ("intervention-type", "target-group", "referrer", "contractor-kind")
        for row in code_list(name).rows
        for cue in row.cues
    }
    return frozenset(cues | {known.name for known in known_names()})


def misread_terms(text: str) -> Iterator[tuple[int, int, str]]:
    """Places in folded ``text`` (without line-break spaces) where a fixed expression stands with one other character: begin, end, right form."""
    for known in known_names():
        size = len(known.name)
        if known.kind != "term" or size < 4:
            continue
        for begin in _near(text, known.name):
            piece = text[begin : begin + size]
            if not any(word in piece for word in _right_words() if len(word) == size):
                yield begin, begin + size, known.name


def _near(text: str, term: str) -> Iterator[int]:
    """Where ``text`` differs from ``term`` in one ideograph inside it; another first or last character makes another word (満期釈放予定者)."""
    half = len(term) // 2
    parts = ((term[:half], 0), (term[half:], half))
    seen = set()
    for part, offset in parts:
        at = text.find(part)
        while at >= 0:
            begin = at - offset
            window = text[begin : begin + len(term)] if begin >= 0 else ""
            if len(window) == len(term) and begin not in seen:
                wrong = [index for index, (x, y) in enumerate(zip(window, term, strict=True)) if x != y]
                if len(wrong) == 1 and 0 < wrong[0] < len(term) - 1 and "一" <= window[wrong[0]] <= "龥":
                    seen.add(begin)
                    yield begin
            at = text.find(part, at + 1)


def name_findings(report: Reporter, government: Government, blocks: list[ReadBlock], project: Project) -> Iterator[Finding]:
    """Names of contractors and departments, and fixed expressions, that look misread."""
    commissions = [block.commission for block in blocks if block.commission]
    contractors = [commission.contractor for commission in commissions if commission.contractor]
    seen: set[str] = set()
    told: set[str] = set()
    for commission in commissions:
        usual = [name for name in contractors if name != commission.contractor and contractors.count(name) > 1]
        for name, kind, span, neighbours in (
            (commission.contractor, "organization", commission.contractor_span, usual),
            (commission.department, "department", commission.department_span, []),
        ):
            right = misread_name(name, kind, project.prefecture, neighbours) if name and span and name not in seen else ""
            if right and span:
                told.add(name)
                yield _suspect(report, name, right, span)
            seen.add(name)
    yield from _listed_again(report, [commission for commission in commissions if commission.contractor not in told])
    for block, read in zip(government.blocks, blocks, strict=True):
        contractor = block.row["contractor"]
        if (
            read.commission and contractor and squeezed(read.commission.centre) in squeezed(contractor.text)
        ):  # not of a 【再掲】 that is short
            yield from _centre(report, read.commission, project)
    for block in government.blocks:
        for piece in (block.row["interventions"], block.row["results"], block.row["contractor"]):
            if piece is not None:
                for begin, end, right in misread_terms(piece.text):
                    yield _suspect(report, piece.raw(begin, end), right, piece.span(begin, end))


def _listed_again(report: Reporter, commissions: list[Commission]) -> Iterator[Finding]:
    """【再掲】 of a contractor that no other row of the government names, with its legal form or without."""
    for commission in commissions:
        name, span = squeezed(commission.contractor), commission.contractor_span
        others = [one.contractor for one in commissions if one.contractor and not one.listed_again]
        if not commission.listed_again or not span or any(name in squeezed(one) or squeezed(one) in name for one in others):
            continue
        near = next((one for one in others if distance(name, squeezed(one), 1) == 1), "")
        if near:
            ja = f"「{commission.contractor}」に【再掲】とありますが、ほかの行では「{near}」です。どちらの表記が正しいか確かめてください。"
            en = f"{commission.contractor} is marked as listed again (【再掲】), but another row has {near}; check which spelling is right"
        else:
            ja = f"「{commission.contractor}」に【再掲】とありますが、この自治体のほかの行にその名がありません。名称の誤りか、行の抜けがないか確かめてください。"
            en = f"{commission.contractor} is marked as listed again (【再掲】), but no other row of this government has it; check the name, or whether a row is missing"
        yield report.finding("warning", "name-suspect", ja, en, span)


def _centre(report: Reporter, commission: Commission, project: Project) -> Iterator[Finding]:
    """A centre carries the name of its prefecture: what stands there and is none is most likely the project's own, misread."""
    named = _CENTRE.match(commission.centre)
    if named and commission.contractor_span and project.prefecture and not gazetteer().resolve(named[1]):
        yield _suspect(report, commission.centre, project.prefecture + named[2], commission.contractor_span)
    elif named and commission.contractor_span and project.prefecture and not gazetteer().resolve(named[1], project.prefecture):
        ja = f"「{commission.centre}」は別の都道府県のセンターです。名称の誤りか、別の自治体の行の混入ではないか確かめてください。"
        en = f"{commission.centre} is the centre of another prefecture; check its name, or whether the row leaked from another government"
        yield report.finding("warning", "name-suspect", ja, en, commission.contractor_span)


def _suspect(report: Reporter, name: str, right: str, span: Span) -> Finding:
    return report.finding(
        "warning",
        "name-suspect",
        f"「{name}」は「{right}」の読み誤りと思われます。",
        f"{name!r} is probably a misreading of {right!r}",
        span,
    )
