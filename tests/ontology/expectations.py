"""What each consumer's query must answer, worked out from the published tables and the report alone: no ontology, no reasoning."""

from __future__ import annotations

import csv
from collections.abc import Callable

from kg import __version__, resources
from kg.rdf.iris import Minter
from kg.settings import BASE
from kg.text.codes import local_government_corporate_number
from tests.conftest import Tables

Rows = set[tuple[str, ...]]
_MINT = Minter(BASE)
_NGO = {"darc", "rehabilitation-aid-juridical-person", "volunteer-group"}


class Published:
    """The tables of a release, joined as a reader of them would; and the findings of its report, in which are those of checks, too."""

    def __init__(self, tables: Tables, findings: list[dict[str, str]]) -> None:
        self.tables = tables
        self.findings = {found["iri"] for found in findings}
        self.project = {row["project_id"]: row for row in tables["projects"]}
        self.commission = {row["commission_id"]: row for row in tables["commissions"]}
        with resources.path("data/places.csv").open(encoding="utf-8", newline="") as stream:
            self.places = {row["code"]: row["kind"] for row in csv.DictReader(stream)}
        self.prefecture = {code[:2]: code for code, kind in self.places.items() if kind == "prefecture"}

    def code(self, commission: str) -> str:
        return self.project[self.commission[commission]["project_id"]]["municipality_code"]

    def contractor(self, commission: str) -> list[str]:
        """The contractor, if any, under the name that the table gives it: what follows is not said again under its other names."""
        return [name for name in [self.commission[commission]["contractor_id"]] if name]

    def codes(self) -> set[str]:
        """All governments of the reference graph, whatever the tables speak of."""
        return set(self.places)

    def identifiers(self, commission: str) -> set[str]:
        """What a government is known by: its code, and the corporate number that follows from it."""
        code = self.code(commission)
        return {code, local_government_corporate_number(code)}

    def contracts(self) -> list[tuple[str, dict[str, str]]]:
        """Each contractor with each of its commissions."""
        return [(iri, row) for key, row in self.commission.items() for iri in self.contractor(key)]

    def records(self, *names: str) -> list[tuple[str, str]]:
        """Id and commission of all rows of some tables."""
        return [(row[f"{name.removesuffix('s')}_id"], row.get("commission_id", "")) for name in names for row in self.tables[name]]

    def around(self, code: str) -> set[str]:
        return {code, self.prefecture[code[:2]]}


def government(code: str) -> str:
    return _MINT.government(code)


def area(code: str) -> str:
    return _MINT.area(code)


def _split(cell: str) -> list[str]:
    return [part for part in cell.split(";") if part]


def _coded(tables: Tables, *columns: str) -> Rows:
    return {(row["intervention_id"], notation) for row in tables["interventions"] for column in columns for notation in _split(row[column])}


def _activities(p: Published) -> Rows:
    return {
        (who, notation)
        for row in p.tables["interventions"]
        for who in p.contractor(row["commission_id"]) or [government(p.code(row["commission_id"]))]
        for notation in _split(row["types"])
    }


def _services(p: Published) -> Rows:
    return {(key, government(p.code(commission)), area(p.code(commission))) for key, commission in p.records("interventions")}


def _observations(p: Published) -> Rows:
    return {
        (row["outcome_id"], row["indicator"], row["value"], row["unit"], service)
        for row in p.tables["outcomes"]
        for service in _split(row["intervention_ids"])
        if row["value"] and row["unit"]
    }


def _passages(p: Published) -> dict[int, str]:
    """Every passage by its first character."""
    document = _MINT.document(_document(p))
    key = document.rpartition("/")[2]
    return {int(row["source_start"]): f"{BASE}id/passage/{key}/{row['source_start']}-{row['source_end']}" for row in p.tables["passages"]}


def _document(p: Published) -> str:
    return p.tables["findings"][0]["finding_id"].removeprefix(f"{BASE}id/finding/").partition("/")[0]


def _editions(p: Published) -> Rows:
    return {
        (
            f"{BASE}id/edition/{key.removeprefix(f'{BASE}id/commission/').split('/')[0]}/{row['cohort']}/{key.split('/')[-2]}",
            key.split("/")[-2],
        )
        for key, row in p.commission.items()
    }


def _agents(p: Published) -> Rows:
    organizations = {iri for iri, _ in p.contracts()} | {government(code) for code in p.codes()} | _of_payments()
    documents = {_MINT.document(_document(p)), *(_MINT.payment_document(row["document"]) for row in _payments()), BASE, f"{BASE}about"}
    foaf = "http://xmlns.com/foaf/0.1/"
    return (
        {(iri, f"{foaf}Organization") for iri in organizations}
        | {(iri, f"{foaf}Project") for iri in p.project}
        | {(iri, f"{foaf}Document") for iri in documents}
    )


def _payments() -> list[dict[str, str]]:
    """The rows of the table that comes with the package; all are of governments of the embedded table."""
    with resources.path("data/payments.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _of_payments() -> set[str]:
    """Who pays and is paid, governments aside: the ministry, and bodies under the prefecture of the government that pays them."""
    onward = {f"{BASE}id/organization/{row['payer']}-{row['payee']}" for row in _payments() if row["flow"] == "onward"}
    return onward | {f"{BASE}id/ministry/{row['payer']}" for row in _payments() if row["flow"] == "to-government"}


def _imi(p: Published) -> Rows:
    ic = "http://imi.go.jp/ns/core/rdf#"
    bars = {iri for iri, row in p.contracts() if row["contractor_kind"] == "bar-association"}
    return (
        {(iri, f"{ic}法人型") for iri in bars | {government(code) for code in p.codes()}}
        | {(area(code), f"{ic}場所型") for code in p.codes()}
        | {(key, f"{ic}サービス型") for key, _ in p.records("interventions")}
    )


def _cities(p: Published) -> list[str]:
    return [code for code in p.codes() if code not in p.prefecture.values()]


EXPECTED: dict[str, Callable[[Published], Rows]] = {
    "cpsv-classes": lambda p: _coded(p.tables, "types", "targets", "stages"),
    "cpsv-services": _services,
    "dcat-datasets": lambda p: {(*row, _MINT.document(_document(p))) for row in _editions(p) | {(_MINT.published("dataset"), __version__)}},
    "dqv-annotations": lambda p: {(key,) for key in p.findings.union(key for key, _ in p.records("findings"))},
    "foaf-things": _agents,
    "geosparql-within": lambda p: {(area(code), area(p.prefecture[code[:2]])) for code in _cities(p)},
    "imi-things": _imi,
    "org-linked": lambda p: {
        (iri, row["legal_form"], known) for iri, row in p.contracts() for known in p.identifiers(row["commission_id"])
    },
    "org-units": lambda p: {
        (known, row["department"]) for key, row in p.commission.items() if row["department"] for known in p.identifiers(key)
    },
    "prov-attributed": lambda p: {(key, government(p.code(commission))) for key, commission in p.records("interventions", "outcomes")},
    "prov-plans": lambda p: {(key.replace("/project/", "/programme/").rsplit("/", 2)[0],) for key in p.project},
    "prov-sources": lambda p: {
        (key, _MINT.document(_document(p))) for key, _ in p.records("projects", "commissions", "interventions", "outcomes", "findings")
    },
    "regorg-activities": _activities,
    "regorg-registered": lambda p: {(iri, row["legal_form"]) for iri, row in p.contracts() if row["legal_form"] != "none"},
    "schema-audiences": lambda p: _coded(p.tables, "targets"),
    "schema-cities": lambda p: {(area(code), area(p.prefecture[code[:2]])) for code in _cities(p) if p.places[code] in {"city", "town"}},
    "schema-dates": lambda p: {
        (row["outcome_id"], row["as_of"], row["counting"]) for row in p.tables["outcomes"] if row["as_of"] and row["counting"]
    },
    "schema-departments": lambda p: {
        (government(p.code(key)), row["department"]) for key, row in p.commission.items() if row["department"]
    },
    "schema-ngos": lambda p: {(iri,) for iri, row in p.contracts() if row["contractor_kind"] in _NGO},
    "schema-observations": _observations,
    "schema-operators": lambda p: {(key, who) for key, commission in p.records("interventions") for who in p.contractor(commission)},
    "schema-served": lambda p: {(iri, area(around)) for iri, row in p.contracts() for around in p.around(p.code(row["commission_id"]))},
    "schema-services": _services,
    "schema-types": lambda p: _coded(p.tables, "types"),
}
"""By name of the query: its rows."""


def first_passages(p: Published) -> Rows:
    """Outcomes with a figure, and the passage that begins with it: one of those that the outcome was derived from."""
    passages = _passages(p)
    return {(row["outcome_id"], passages[int(row["source_start"])]) for row in p.tables["outcomes"] if row["value"]}
