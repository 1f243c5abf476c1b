"""Payments and contracts of a programme, and the documents that tell them.

They are facts that come with the package and not with the tables given to a build, and so stand in the graph ``reference`` beside the governments; where each
stands in its document is said in ``provenance``. A body that a government pays stands in ``data`` with the contractors, of which it may be one.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg import resources
from kg.rdf.governments import government_statements
from kg.rdf.terms import code, in_language, term, tsu, typed
from kg.text.places import gazetteer
from kg.text.vocabulary import code_list

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from kg.extract.payments import Payment, PaymentDocument
    from kg.extract.records import Project
    from kg.rdf.iris import Minter
    from kg.rdf.terms import Statement

_TYPE, _LABEL = term("rdf:type"), term("rdfs:label")
_UNITS_EN = {"円": "yen", "百万円": "million yen"}


def payment_statements(mint: Minter, project: Project, record: Payment, contractors: Collection[str]) -> Iterator[Statement]:
    """One payment or contract of the government that undertakes ``project``, whose rows of the table name ``contractors``.

    Whom a government pays is known by the prefecture of the government and its name, as contractors are: where both agree it is the same body, else one
    of its own.
    """
    node = NamedNode(mint.payment(record.document.key, record.key))
    yield node, _TYPE, tsu("Payment")
    yield from _labels(node, record)
    yield node, tsu("partOfProgramme"), NamedNode(mint.programme(project.edition.programme))
    yield from _payer(mint, node, record)
    for local_code, name in ((record.payer_code, record.payer), (record.payee_code, record.payee)):
        if local_code and local_code != project.code:  # its own government is stated with the project
            yield from government_statements(mint, local_code, name)
    yield from _payee(mint, node, project, record, contractors)
    yield node, tsu("paymentKind"), code(mint.base, "payment-kind", record.kind)
    yield node, tsu("paymentFlow"), code(mint.base, "payment-flow", record.flow)
    yield node, tsu("fiscalYear"), typed(record.fiscal_year, "xsd:gYear")
    yield node, tsu("amount"), typed(str(record.amount), "xsd:integer")
    yield node, tsu("roundedTo"), typed(str(record.rounded_to), "xsd:integer")
    yield node, tsu("amountAsWritten"), Literal(record.written)
    yield node, tsu("amountUnit"), Literal(record.unit)
    yield node, tsu("work"), Literal(record.work)
    if record.group:
        yield node, tsu("paymentGroup"), Literal(record.group)
    if record.order_date:
        yield node, tsu("orderDate"), typed(record.order_date, "xsd:date")


def payee_statements(mint: Minter, project: Project, record: Payment) -> Iterator[Statement]:
    """The body that the government of ``project`` pays; nothing where it is a government itself, or none."""
    if record.flow == "onward" and not record.payee_code:
        body = NamedNode(mint.organization(project, record.payee))
        yield body, _TYPE, tsu("Organization")
        yield body, _LABEL, in_language(record.payee, "ja")


def payment_provenance(mint: Minter, record: Payment) -> Iterator[Statement]:
    """The document that a payment stands in, and where."""
    node, document = NamedNode(mint.payment(record.document.key, record.key)), NamedNode(mint.payment_document(record.document.key))
    yield node, tsu("wasReadFrom"), document
    yield node, tsu("locator"), Literal(record.place)
    yield from _document(document, record.document)


def _payer(mint: Minter, node: NamedNode, record: Payment) -> Iterator[Statement]:
    if record.payer_code:
        yield node, tsu("payer"), NamedNode(mint.government(record.payer_code))
        return
    ministry = NamedNode(mint.ministry(record.payer))
    yield node, tsu("payer"), ministry
    yield ministry, _TYPE, tsu("Organization")
    yield ministry, _LABEL, in_language(record.payer, "ja")
    if record.payer in _ministries():
        yield ministry, _LABEL, in_language(_ministries()[record.payer], "en")


def _payee(mint: Minter, node: NamedNode, project: Project, record: Payment, contractors: Collection[str]) -> Iterator[Statement]:
    """Who is paid; nobody where a number and a name contradict each other, or where the money stays with the government itself."""
    evidence: str = record.evidence
    yield node, tsu("payeeAsWritten"), Literal(record.payee)
    if record.corporate_number:
        yield node, tsu("corporateNumberAsWritten"), Literal(record.corporate_number)
    if record.payee_code:
        yield node, tsu("payee"), NamedNode(mint.government(record.payee_code))
    elif record.flow == "onward":
        yield node, tsu("payee"), NamedNode(mint.organization(project, record.payee))
        evidence = "name-and-prefecture" if record.payee in contractors else ""
    if evidence:
        yield node, tsu("payeeIdentifiedBy"), code(mint.base, "payee-identification", evidence)


def _labels(node: NamedNode, record: Payment) -> Iterator[Statement]:
    scheme, notation = ("payment-flow", record.flow) if record.flow == "repeated" else ("payment-kind", record.kind)
    said = code_list(scheme)
    amount = f"{record.written}{record.unit}（{said.label(notation, 'ja')}）"
    yield node, _LABEL, in_language(f"{record.fiscal_year}年度 {record.payer}から{record.payee}へ {amount}", "ja")
    payer, payee = _name_en(record.payer, record.payer_code), _name_en(record.payee, record.payee_code)
    amount_en = f"{record.written} {_UNITS_EN[record.unit]} ({said.label(notation, 'en')})"
    yield node, _LABEL, in_language(f"fiscal {record.fiscal_year}, {payer} to {payee}: {amount_en}", "en")


def _name_en(name: str, local_code: str) -> str:
    """What a government or a ministry is called in English; anybody else keeps the name."""
    place = gazetteer().by_code.get(local_code)
    return place.label_en if place else _ministries().get(name, name)


def _document(node: NamedNode, document: PaymentDocument) -> Iterator[Statement]:
    yield node, _TYPE, tsu("PaymentDocument")
    yield node, _LABEL, in_language(document.label_ja, "ja")
    yield node, _LABEL, in_language(document.label_en, "en")
    yield node, term("dcterms:rights"), in_language(document.rights, "ja")
    for address in filter(None, (document.address, document.original)):
        yield node, term("rdfs:seeAlso"), NamedNode(address)
    if document.most_payees:
        yield node, tsu("mostPayees"), typed(document.most_payees, "xsd:integer")


@cache
def _ministries() -> dict[str, str]:
    """English names of the ministries of data/programmes.csv."""
    return {row["ministry"]: row["ministry_en"] for row in resources.rows("data/programmes.csv", ("ministry", "ministry_en"))}
