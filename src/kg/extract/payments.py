"""What the state paid for a programme, and what governments paid on, as other documents than the programme's own table say.

The rows stand in data/payments.csv, one for each row of a review sheet (行政事業レビューシート) or of a list of contracts, with the place at which it stands there;
the documents in data/payment-documents.csv. Nothing is mended: amounts and corporate numbers are kept as written, and a payee is known for a
government only where its number, or else its exact name, says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from kg import resources
from kg.errors import VocabularyError
from kg.text.codes import is_corporate_number, local_government_corporate_number
from kg.text.places import gazetteer
from kg.text.vocabulary import code_list

UNITS = {"円": 1, "百万円": 1_000_000}
"""Units in which amounts are written, in yen."""
DOCUMENTS, ROWS = "data/payment-documents.csv", "data/payments.csv"
Evidence = Literal["corporate-number", "name", ""]


@dataclass(frozen=True, slots=True)
class PaymentDocument:
    """A document that tells payments: ``programme`` is the key of the one it is about; ``most_payees`` how many payees of a group it lists at most.

    ``address`` is where its data are, ``original`` what they were made from; empty where nobody says.
    """

    key: str
    label_ja: str
    label_en: str
    programme: str
    most_payees: str
    address: str
    original: str
    rights: str


@dataclass(frozen=True, slots=True)
class Payment:
    """One row: ``amount`` in yen, exact to ``rounded_to`` yen, and as ``written`` in ``unit``.

    ``payer_code`` and ``payee_code`` are codes of local governments, empty for anybody else; ``evidence`` is what tells the payee's. ``government`` is the
    code of the one that the row is about: who is paid, or who pays on. ``place`` is the row in the document (a JSON pointer of RFC 6901, or the title
    that it is found by), ``key`` unique in the document.
    """

    document: PaymentDocument
    key: str
    place: str
    fiscal_year: str
    group: str
    payer: str
    payer_code: str
    payee: str
    payee_code: str
    evidence: Evidence
    government: str
    corporate_number: str
    work: str
    written: str
    unit: str
    amount: int
    rounded_to: int
    order_date: str
    kind: str
    flow: str


@cache
def payment_documents() -> dict[str, PaymentDocument]:
    """All documents by key, in the order of their file."""
    columns = ("key", "label_ja", "label_en", "programme", "most_payees", "address", "original", "rights")
    return {row["key"]: PaymentDocument(*(row[column] for column in columns)) for row in resources.rows(DOCUMENTS, columns)}


@cache
def payments() -> tuple[Payment, ...]:
    """All rows, in the order of their file. Raises VocabularyError, with the line, where one cannot be read."""
    columns = (
        "document", "place", "fiscal_year", "group", "number", "payer", "payee", "corporate_number", "work", "amount", "unit", "order_date", "kind", "flow",
    )  # fmt: skip
    rows = list(resources.rows(ROWS, columns))  # all of them first, so that an error leaves no file open
    found = [_payment(row, number) for number, row in enumerate(rows, start=2)]
    seen: set[tuple[str, str]] = set()
    for number, payment in enumerate(found, start=2):
        if (payment.document.key, payment.key) in seen:
            raise _unreadable(number, f"{payment.document.key} {payment.key}")
        seen.add((payment.document.key, payment.key))
    return tuple(found)


def payments_of(programme: str, government: str) -> tuple[Payment, ...]:
    """What the government with the six-digit code ``government`` was paid for the programme with this key, and what it paid on."""
    return _by_government().get((programme, government), ())


@cache
def _by_government() -> dict[tuple[str, str], tuple[Payment, ...]]:
    found: dict[tuple[str, str], tuple[Payment, ...]] = {}
    for payment in payments():
        key = payment.document.programme, payment.government
        found[key] = (*found.get(key, ()), payment)
    return found


def identified(name: str, number: str) -> tuple[str, Evidence]:
    """The code of the local government that is meant, and what says so; nothing where neither does, or where the two contradict each other.

    A number without fault that is a government's decides where the name is that government's, too; one with a fault says nothing.

    >>> identified("滋賀県", "7000020250007")
    ('250007', 'corporate-number')
    >>> identified("兵庫県", "800002028003")
    ('280003', 'name')
    >>> identified("滋賀県", "8000020280003")
    ('', '')
    """
    named = gazetteer().resolve(name)
    if is_corporate_number(number):
        numbered = [place for place in named if local_government_corporate_number(place.code) == number]
        return (numbered[0].code, "corporate-number") if numbered else ("", "")
    return (named[0].code, "name") if len(named) == 1 and named[0].name == name else ("", "")


def _payment(row: dict[str, str], line: int) -> Payment:
    document, factor = payment_documents().get(row["document"]), UNITS.get(row["unit"])
    coded = row["kind"] in code_list("payment-kind").notations and row["flow"] in code_list("payment-flow").notations
    payee_code, evidence = identified(row["payee"], row["corporate_number"])
    payer_code = identified(row["payer"], "")[0]
    about = payee_code or payer_code or identified(row["payee"], "")[0]  # the last where number and name contradict each other
    if document is None or factor is None or not coded or not about or not _is_amount(row["amount"]):
        raise _unreadable(line, ",".join(row.values()))
    amount, step = Decimal(row["amount"]) * factor, Decimal(1).scaleb(-_places(row["amount"])) * factor
    key = f"{row['fiscal_year']}-{row['group']}-{row['number']}" if row["group"] else f"{row['order_date']}-{row['corporate_number']}"
    return Payment(
        document=document,
        key=key,
        place=row["place"],
        fiscal_year=row["fiscal_year"],
        group=row["group"],
        payer=row["payer"],
        payer_code=payer_code,
        payee=row["payee"],
        payee_code=payee_code,
        evidence=evidence,
        government=about,
        corporate_number=row["corporate_number"],
        work=row["work"],
        written=row["amount"],
        unit=row["unit"],
        amount=int(amount),
        rounded_to=max(int(step), 1),
        order_date=row["order_date"],
        kind=row["kind"],
        flow=row["flow"],
    )


def _is_amount(text: str) -> bool:
    whole, _, fraction = text.partition(".")
    return text.isascii() and whole.isdigit() and (fraction.isdigit() or "." not in text)


def _places(text: str) -> int:
    """Digits behind the point: the last one tells how exact an amount is."""
    return len(text.partition(".")[2])


def _unreadable(line: int, row: str) -> VocabularyError:
    return VocabularyError(
        f"{line} 行目を読めません（{row}）。資料、自治体、単位、種類、流れ、金額の書き方と、同じ行が二つないかを確かめてください。",
        f"line {line} cannot be read ({row}); look at its document, government, unit, kind, flow and amount, and whether it stands there twice",
        where=ROWS,
    )
