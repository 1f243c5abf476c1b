"""The IRIs of things: readable, derived from facts, never renumbered when more is learned."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from kg import resources

if TYPE_CHECKING:
    import datetime as dt

    from kg.extract.records import Edition, Project
    from kg.sources.cells import Span

# RFC 3987: characters that an IRI may not hold, and those that would end a path segment.
_NOT_IN_SEGMENT = {ord(c): f"%{ord(c):02X}" for c in ' <>"{}|\\^`/?#%[]'} | {code: f"%{code:02X}" for code in range(0x20)}


@lru_cache(maxsize=10_000)
def segment(text: str) -> str:
    """Make ``text`` one segment of an IRI's path; Japanese stays readable."""
    return "".join(quote(char) if _escaped(char) else char for char in text.translate(_NOT_IN_SEGMENT))


def _escaped(char: str) -> bool:
    """Whether a character is none of RFC 3987's ucschar, or white space, or invisible.

    A character that this Python's Unicode does not know yet stays as it is, so that a newer one mints the same IRI.
    """
    category, number = unicodedata.category(char), ord(char)
    no_character = number & 0xFFFE == 0xFFFE or 0xFDD0 <= number <= 0xFDEF or 0xFFF0 <= number <= 0xFFFF or 0xE0000 <= number < 0xE1000
    return category[0] == "Z" or category in {"Cc", "Cf", "Co", "Cs"} or no_character


@cache
def _programmes() -> dict[str, tuple[str, str]]:
    return {row["name_ja"]: (row["key"], row["name_en"]) for row in resources.rows("data/programmes.csv", ("key", "name_ja", "name_en"))}


def programme_key(name: str) -> str:
    """Key of a programme by its Japanese name: from data/programmes.csv, or the name itself for one that is not listed."""
    return _programmes().get(name, (name, ""))[0]


def programme_names(name: str) -> tuple[str, str]:
    """Name of a programme in Japanese and English; the latter empty for one that is not listed in data/programmes.csv."""
    return name, _programmes().get(name, (name, ""))[1]


@dataclass(frozen=True, slots=True)
class Minter:
    """Mints IRIs under a base that ends in a slash."""

    base: str

    def _id(self, kind: str, *keys: str) -> str:
        return f"{self.base}id/{kind}/" + "/".join(map(segment, keys))

    def graph(self, name: str) -> str:
        """``graph/{name}``."""
        return f"{self.base}graph/{name}"

    def published(self, kind: str) -> str:
        """``catalog/tsunagi``, ``dataset/tsunagi``, ``agent/tsunagi``: what is published, and by whom."""
        return self._id(kind, "tsunagi")

    def scheme(self, name: str) -> str:
        """``code/{scheme}``."""
        return f"{self.base}code/{name}"

    def programme(self, name: str) -> str:
        """``programme/{programme}``."""
        return self._id("programme", programme_key(name))

    def edition(self, edition: Edition) -> str:
        """``edition/{programme}/{cohort}/{edition}``: one table."""
        return self._id("edition", programme_key(edition.programme), edition.cohort, edition.edition)

    def government(self, key: str) -> str:
        """``government/{code}``; the name where it has no code."""
        return self._id("government", key)

    def area(self, code: str) -> str:
        """``area/{code}``."""
        return self._id("area", code)

    def recorded_area(self, code: str, valid_from: dt.date | None) -> str:
        """``area/{code}-{first day}``: an area under one code and name; 1970-04-01 where it was there when the record begins, as e-Stat writes it."""
        return self._id("area", f"{code}-{valid_from.isoformat() if valid_from else '1970-04-01'}")

    def area_change(self, key: str) -> str:
        """``change/{day}-{code that the record names first}``."""
        return self._id("change", key)

    def status(self, code: str, status: str, valid_from: str) -> str:
        """``status/{code}/{status}-{first day}``."""
        return self._id("status", code, f"{status}-{valid_from}")

    def department(self, project: Project, name: str) -> str:
        """``department/{code}/{name}``."""
        return self._id("department", project.key, name)

    def centre(self, name: str) -> str:
        """``centre/{name}``: a prefecture may have two."""
        return self._id("centre", name)

    def project(self, project: Project) -> str:
        """``project/{programme}/{cohort}/{code}``."""
        return self._id("project", programme_key(project.edition.programme), project.edition.cohort, project.key)

    def _below(self, kind: str, project: Project, key: str) -> str:
        edition = project.edition
        return self._id(kind, programme_key(edition.programme), edition.cohort, project.key, edition.edition, key)

    def commission(self, project: Project, block: int) -> str:
        """``commission/…/{edition}/{block}``."""
        return self._below("commission", project, str(block))

    def intervention(self, project: Project, block: int, item: int) -> str:
        """``intervention/…/{edition}/{block}-{item}``."""
        return self._below("intervention", project, f"{block}-{item}")

    def outcome(self, project: Project, block: int, key: str) -> str:
        """``outcome/…/{edition}/{block}-{n-th run of digits, or w1}``."""
        return self._below("outcome", project, f"{block}-{key}")

    def data_set(self, measure: str = "") -> str:
        """``dataset/outcomes-{measure}``: the outcomes of one measure; ``dataset/outcomes``, their series, without."""
        return self._id("dataset", f"outcomes-{measure}" if measure else "outcomes")

    def structure(self, measure: str) -> str:
        """``structure/outcomes-{measure}``."""
        return self._id("structure", f"outcomes-{measure}")

    def population(self, code: str, day: str) -> str:
        """``population/{code}/{day}``: how many people lived in an area."""
        return self._id("population", code, day)

    def area_data_set(self, figure: str = "") -> str:
        """``dataset/area-population``: the populations of areas; ``dataset/area-figures``, the series of all such data sets, without."""
        return self._id("dataset", f"area-{figure or 'figures'}")

    def population_structure(self) -> str:
        """``structure/area-population``."""
        return self._id("structure", "area-population")

    def period(self, key: str) -> str:
        """``period/FY2018``, ``period/2020-01/2020-02``, ``period/unstated-to/2020-12-31``."""
        return self._id("period", *key.split("/"))

    def member(self, path: tuple[str, ...]) -> str:
        """``code/breakdown-member/{heading}/{label}``: a code whose notation has a step for each of the source's words, without semicolons."""
        return f"{self.scheme('breakdown-member')}/" + "/".join(segment(step).replace(";", "%3B") for step in path)

    def organization(self, project: Project, name: str) -> str:
        """``organization/{prefecture}-{legal name}``."""
        return self._id("organization", f"{project.prefecture or project.key}-{name}")

    def ministry(self, name: str) -> str:
        """``ministry/{name}``."""
        return self._id("ministry", name)

    def payment(self, document: str, key: str) -> str:
        """``payment/{document}/{fiscal year}-{group}-{number}``, of a contract ``payment/{document}/{day of order}-{corporate number as written}``."""
        return self._id("payment", document, key)

    def payment_document(self, key: str) -> str:
        """``payment-document/{document}``: what payments are read from, which is no table of the programme."""
        return self._id("payment-document", key)

    def document(self, document: str) -> str:
        """``source/{first 12 of sha256}``."""
        return self._id("source", document)

    def passage(self, document: str, span: Span) -> str:
        """``passage/{document}/{start}-{end}``, with the cell before it in a workbook."""
        return self._id("passage", document, *([span.cell] if span.cell else []), f"{span.start}-{span.end}")

    def cue(self, record: str, decided: str, notation: str) -> str:
        """``cue/{kind and key of the record}/{property}/{notation}``."""
        return f"{self.base}id/cue/{record.removeprefix(f'{self.base}id/')}/{decided}/{segment(notation)}"

    def finding(self, document: str, kind: str, place: str, count: int) -> str:
        """``finding/{document}/{kind}-{place}``, numbered where one place has several of a kind."""
        return self._id("finding", document, f"{kind}-{place}" + (f"-{count}" if count > 1 else ""))

    def result(self, rule: str, focus: str) -> str:
        """``finding/{rule}/{key of the node}``: what a rule says of a node."""
        own = focus.startswith(f"{self.base}id/")
        return self._id("finding", rule) + "/" + (focus.removeprefix(f"{self.base}id/") if own else segment(focus))

    def identification(self, key: str, number: str) -> str:
        """``identification/{key of the organization}/{corporate number}``."""
        return f"{self.base}id/identification/{key}/{number}"

    def keyed(self, key: str) -> str:
        """What has ``key``, which is an IRI without ``{base}id/``."""
        return f"{self.base}id/{key}"

    def correction(self, document: str, cell: str) -> str:
        """``correction/{document}/{cell}``: of a cell of the table, or of a code in a cell of the sheet of corrections."""
        return self._id("correction", document, cell)

    def earlier_correction(self, key: str) -> str:
        """A correction of an earlier round by its key, which is its IRI without ``{base}id/``."""
        return f"{self.base}id/" + "/".join(map(segment, map(unquote, key.split("/"))))
