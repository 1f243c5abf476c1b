"""What can be found in a release: an entry for each government, contractor, item of work, result, code and document, with the codes to narrow by."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg import resources
from kg.rdf.iris import Minter
from kg.rdf.terms import code
from kg.text.places import gazetteer
from kg.text.vocabulary import code_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

KINDS = ("government", "contractor", "intervention", "outcome", "concept", "document")
"""Kinds of entries, in the order in which they stand where nothing is looked for."""
SCHEMES = {
    "function": "contractor-kind", "type": "intervention-type", "target": "target-group", "stage": "support-stage", "referrer": "referrer",
    "indicator": "indicator-type",
}  # fmt: skip
"""Facets whose values are codes, each with its code list."""
FACETS = ("kind", "prefecture", "government", "cohort", *SCHEMES, "figures")
"""All that a search can be narrowed by, in the order in which it is shown."""
_COLUMNS = {"type": "types", "target": "targets", "referrer": "referrers", "stage": "stages"}
"""Columns of the table of interventions that hold the codes of a facet."""
WITH, WITHOUT = "with", "without"
"""Values of the facet ``figures``."""
Row = dict[str, str]
Codes = dict[str, set[str]]


@dataclass(slots=True)
class Entry:
    """One thing that can be found: its name, what it says, whose it is, the columns of its record, and the codes by which it can be narrowed.

    ``text`` is in the words of the source; ``further`` is looked in, but not shown.
    """

    iri: str
    kind: str
    title: str
    title_en: str = ""
    text: str = ""
    text_en: str = ""
    further: str = ""
    government: str = ""
    contractor: str = ""
    values: Row = field(default_factory=dict)
    codes: Codes = field(default_factory=dict)


def entries(tables: Path, base: str, documents: Mapping[str, str]) -> Iterator[Entry]:
    """The entries of a release with these ``tables`` (projects, commissions, interventions and outcomes as CSV) and ``documents`` (IRI to name)."""
    reading = _Reading(tables)
    yield from reading.governments(Minter(base))
    yield from reading.contractors()
    yield from reading.records()
    yield from _concepts(base)
    for iri, name in documents.items():
        yield Entry(iri, "document", name)


class _Reading:
    """Goes through the tables, each in its order, and gathers what its governments and contractors do."""

    def __init__(self, tables: Path) -> None:
        self._tables = tables
        self._projects = {row["project_id"]: row for row in self._rows("projects")}
        self._commissions = {row["commission_id"]: row for row in self._rows("commissions")}
        self._gathered: dict[str, Codes] = defaultdict(lambda: defaultdict(set))
        for commission in self._commissions:
            self._gather(commission, self._place(commission))

    def records(self) -> Iterator[Entry]:
        """Items of work and results; a result has the codes of the items that it reports on."""
        indicators: dict[str, set[str]] = defaultdict(set)
        figures: set[str] = set()
        for row in self._rows("outcomes"):
            for item in _several(row["intervention_ids"]):
                indicators[item].add(row["indicator_type"])
                figures.update([item] if row["value"] else [])
        of_item: dict[str, Codes] = {}
        for row in self._rows("interventions"):
            item = row["intervention_id"]
            of_item[item] = {facet: _several(row[column]) for facet, column in _COLUMNS.items()}
            reported = {"indicator": indicators.get(item, set()), "figures": {WITH if item in figures else WITHOUT}}
            codes = self._place(row["commission_id"]) | of_item[item] | reported
            self._gather(row["commission_id"], codes)
            title = " ".join(filter(None, (row["municipality"], row["marker"], row["heading"])))
            yield self._record(Entry(item, "intervention", title, text=row["text"], values=row, codes=codes))
        for row in self._rows("outcomes"):
            codes = self._place(row["commission_id"])
            for item in _several(row["intervention_ids"]):
                _add(codes, of_item.get(item, {}))
            codes |= {"indicator": {row["indicator_type"]}, "figures": {WITH if row["value"] else WITHOUT}}
            self._gather(row["commission_id"], codes)
            yield self._record(
                Entry(row["outcome_id"], "outcome", row["indicator"] or row["quote"], text=row["quote"], values=row, codes=codes)
            )

    def governments(self, mint: Minter) -> Iterator[Entry]:
        """Governments, each once, with the departments that they name."""
        departments: dict[str, dict[str, None]] = defaultdict(dict)
        for row in self._commissions.values():
            departments[self._government(row["project_id"])].setdefault(row["department"])
        for key, project in {self._government(project): self._projects[project] for project in self._projects}.items():
            place = gazetteer().by_code.get(key)
            name, name_en, kana = (place.name, place.label_en, place.kana) if place else (project["municipality"], "", "")
            text = "、".join(filter(None, departments[key]))
            yield Entry(mint.government(key), "government", name, name_en, text, further=kana, government=key, codes=self._all(key))

    def contractors(self) -> Iterator[Entry]:
        """Contractors, each once, with the governments that they work for."""
        governments: dict[str, dict[str, None]] = defaultdict(dict)
        for row in self._commissions.values():
            governments[row["contractor_id"]].setdefault(row["municipality"])
        for iri, row in {row["contractor_id"]: row for row in self._commissions.values() if row["contractor_id"]}.items():
            text = "、".join(governments[iri])
            yield Entry(iri, "contractor", row["contractor"], text=text, further=row["settlement_support_center"], codes=self._all(iri))

    def _record(self, entry: Entry) -> Entry:
        commission = self._commissions[entry.values["commission_id"]]
        entry.government, entry.contractor = self._government(commission["project_id"]), commission["contractor"]
        return entry

    def _all(self, key: str) -> Codes:
        """All codes of what a government or contractor does; it has figures where any of it has."""
        codes = self._gathered[key]
        return {**codes, "figures": {WITH if WITH in codes["figures"] else WITHOUT}}

    def _rows(self, name: str) -> Iterator[Row]:
        with (self._tables / f"{name}.csv").open(encoding="utf-8-sig", newline="") as stream:
            yield from csv.DictReader(stream)

    def _government(self, project: str) -> str:
        row = self._projects[project]
        return row["municipality_code"] or row["municipality"]

    def _place(self, commission: str) -> Codes:
        """Where a record belongs: its government, its prefecture, and the function of who does the work."""
        row = self._commissions[commission]
        key = self._government(row["project_id"])
        place = gazetteer().by_code.get(key)
        return {
            "government": {key}, "prefecture": {place.prefecture} if place else set(), "cohort": {row["cohort"]},
            "function": _several(row["contractor_kind"]),
        }  # fmt: skip

    def _gather(self, commission: str, codes: Codes) -> None:
        row = self._commissions[commission]
        for key in filter(None, (self._government(row["project_id"]), row["contractor_id"])):
            _add(self._gathered[key], codes)


def _add(codes: Codes, more: Codes) -> None:
    for name, found in more.items():
        codes.setdefault(name, set()).update(found)


def _several(value: str) -> set[str]:
    return set(filter(None, value.split(";")))


def _concepts(base: str) -> Iterator[Entry]:
    """The codes of all lists, with what they mean."""
    columns = ("scheme", "notation", "definition_ja", "definition_en", "alt_ja", "alt_en")
    for row in resources.rows("ontology/concepts.csv", columns):
        codes = code_list(row["scheme"])
        yield Entry(
            code(base, row["scheme"], row["notation"]).value, "concept", codes.label(row["notation"], "ja"), codes.label(row["notation"], "en"),
            row["definition_ja"], row["definition_en"], f"{row['alt_ja']} {row['alt_en']}",
        )  # fmt: skip
