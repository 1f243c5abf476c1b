"""Projects, their commissions, and who carries them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.rdf.concepts import function_class
from kg.rdf.iris import programme_names
from kg.rdf.terms import clipped, code, in_language, term, truth, tsu, typed
from kg.text.places import gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extract.records import Commission, Edition, Project
    from kg.rdf.iris import Minter
    from kg.rdf.provenance import Passages
    from kg.rdf.terms import Statement
    from kg.text.places import Place

_TYPE, _LABEL = term("rdf:type"), term("rdfs:label")


def edition_statements(mint: Minter, edition: Edition) -> Iterator[Statement]:
    """The programme and the table that records were read from."""
    programme, node = NamedNode(mint.programme(edition.programme)), NamedNode(mint.edition(edition))
    names = programme_names(edition.programme)
    yield programme, _TYPE, tsu("Programme")
    yield node, _TYPE, tsu("TableEdition")
    for name, language in zip(names, ("ja", "en"), strict=True):
        if name:
            yield programme, _LABEL, in_language(name, language)
            yield node, _LABEL, in_language(f"{name} {edition.cohort} ({edition.edition})", language)
    yield node, tsu("partOfProgramme"), programme
    yield node, tsu("cohort"), Literal(edition.cohort)
    yield node, tsu("edition"), Literal(edition.edition)
    if edition.last_day:
        yield node, tsu("tableDate"), typed(edition.last_day.isoformat(), "xsd:date")


def edition_provenance(mint: Minter, edition: Edition, document: str) -> Iterator[Statement]:
    """The file that holds the table."""
    yield NamedNode(mint.edition(edition)), tsu("wasReadFrom"), NamedNode(mint.document(document))


def project_statements(mint: Minter, project: Project, commissions: Sequence[Commission]) -> Iterator[Statement]:
    """A government's undertaking; the same in every edition of the table. How many contractors it has is known where each of its rows tells."""
    node, edition = NamedNode(mint.project(project)), project.edition
    place = gazetteer().by_code.get(project.code)
    names = programme_names(edition.programme)
    yield node, _TYPE, tsu("Project")
    yield node, _LABEL, in_language(f"{project.municipality} {names[0]} {edition.cohort}", "ja")
    yield node, _LABEL, in_language(f"{place.label_en if place else project.municipality}: {names[1] or names[0]}, {edition.cohort}", "en")
    yield node, tsu("partOfProgramme"), NamedNode(mint.programme(edition.programme))
    yield node, tsu("undertakenBy"), NamedNode(mint.government(project.key))
    yield node, tsu("cohort"), Literal(edition.cohort)
    yield node, tsu("governmentAsWritten"), Literal(project.municipality)
    if project.number:
        yield node, tsu("number"), Literal(project.number)
    if project.kind:
        yield node, tsu("municipalityKind"), code(mint.base, "municipality-kind", project.kind)
    if project.start_fiscal_year is not None:
        yield node, tsu("startFiscalYear"), typed(f"{project.start_fiscal_year:04}", "xsd:gYear")
    if commissions and all(record.contractor_span for record in commissions):
        contractors = {record.contractor for record in commissions if record.contractor}
        yield node, tsu("contractorCount"), typed(str(len(contractors)), "xsd:integer")


def commission_statements(mint: Minter, project: Project, record: Commission) -> Iterator[Statement]:
    """One row: who does what for which department."""
    node = NamedNode(mint.commission(project, record.block))
    place = gazetteer().by_code.get(project.code)
    yield NamedNode(mint.project(project)), tsu("hasCommission"), node
    yield node, _TYPE, tsu("Commission")
    yield node, _LABEL, in_language(f"{project.municipality} {record.block} {clipped(record.contractor) or '直営'}", "ja")
    name_en = place.label_en if place else project.municipality
    yield node, _LABEL, in_language(f"{name_en} {record.block}: {clipped(record.contractor) or 'the government itself'}", "en")
    yield node, tsu("reportedIn"), NamedNode(mint.edition(project.edition))
    yield node, tsu("rowNumber"), typed(str(record.block), "xsd:integer")
    yield node, tsu("governmentAsWritten"), Literal(project.municipality)
    if record.listed_again:
        yield node, tsu("listedAgain"), truth(value=True)
    if record.department:
        department = NamedNode(mint.department(project, record.department))
        yield node, tsu("responsibleDepartment"), department
        yield department, _TYPE, tsu("Department")
        yield department, _LABEL, in_language(record.department, "ja")
        yield department, tsu("departmentOf"), NamedNode(mint.government(project.key))
    if record.contractor:
        yield from _contractor(mint, project, record, node)
    elif record.contractor_span:  # a dash, not a cell that is missing
        yield node, tsu("directlyCarriedOutBy"), NamedNode(mint.government(project.key))


def _contractor(mint: Minter, project: Project, record: Commission, commission: NamedNode) -> Iterator[Statement]:
    node = NamedNode(mint.organization(project, record.contractor))
    yield commission, tsu("contractor"), node
    yield node, _TYPE, tsu("Organization")
    yield node, _LABEL, in_language(record.contractor, "ja")
    if record.kind:
        yield commission, tsu("contractorKind"), code(mint.base, "contractor-kind", record.kind.notation)
    if record.legal_form:
        yield node, tsu("legalForm"), code(mint.base, "legal-form", record.legal_form.notation)
    for function in record.functions:
        name = function_class("contractor-kind", function.notation)
        if name:
            yield node, _TYPE, tsu(name)
    if record.centre:
        centre = NamedNode(mint.centre(record.centre))
        yield commission, tsu("asOperatorOf"), centre
        yield centre, _TYPE, tsu("CommunitySettlementSupportCenter")
        yield centre, _LABEL, in_language(record.centre, "ja")
        served = served_place(record.centre)
        if served:
            yield centre, tsu("servesArea"), NamedNode(mint.area(served.code))


def served_place(centre: str) -> Place | None:
    """The prefecture (or city) whose name a centre's name begins with."""
    served = gazetteer().match_start(centre)
    return served.place if served else None


def commission_provenance(mint: Minter, passages: Passages, project: Project, record: Commission) -> Iterator[Statement]:
    """The cells of department and contractor, and what decided form, kind and functions of the contractor."""
    node = NamedNode(mint.commission(project, record.block))
    yield from passages.extent(node, record.span)
    cells = record.department_span, record.contractor_span
    if any(cells):
        yield from passages.read_from(node, *cells)
    else:
        first = passages.within(record.span)[:1]
        yield from passages.read_from(node, *(placed.passage.span for placed in first))
    if record.department and record.department_span:
        yield from passages.read_from(NamedNode(mint.department(project, record.department)), record.department_span)
    if record.contractor and record.contractor_span:
        organization = NamedNode(mint.organization(project, record.contractor))
        yield from passages.read_from(organization, record.contractor_span)
        if record.kind:
            yield from passages.decided(node, ("contractorKind", "contractor-kind"), record.kind, record.contractor_span)
        if record.legal_form:
            yield from passages.decided(organization, ("legalForm", "legal-form"), record.legal_form, record.contractor_span, at=node)
        for function in record.functions:
            if function_class("contractor-kind", function.notation):
                yield from passages.decided(organization, ("type", "contractor-kind"), function, record.contractor_span, at=node)
        if record.centre:
            yield from passages.read_from(NamedNode(mint.centre(record.centre)), record.contractor_span)
