"""Payments: the table that comes with the package is what the documents say, and nothing in it is guessed or mended."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from tests.conftest import SHARED

from kg import resources
from kg.errors import VocabularyError
from kg.extract import payments as reading
from kg.extract.payments import Payment, identified, payment_documents, payments, payments_of
from kg.text.codes import is_corporate_number

PROGRAMME = "moj-community-reoffending-prevention-model"
FOLDER = SHARED / "data" / "payments"
SHEETS = {"judgit-2019-0010": 2018, "judgit-2020-0011": 2019}
with_sheets = pytest.mark.skipif(not FOLDER.is_dir(), reason="needs the documents in ../shared/data/payments")


def of(document: str) -> list[Payment]:
    return [payment for payment in payments() if payment.document.key == document]


def shared(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8-sig", newline="") as stream:
        yield from csv.DictReader(stream)


@with_sheets
@pytest.mark.parametrize("key", SHEETS)
def test_a_row_of_a_sheet_is_what_stands_at_its_place(key: str) -> None:
    rows = json.loads((FOLDER / f"{key}.json").read_text(encoding="utf-8"))["支出先"]
    told = {int(payment.place.removeprefix("/支出先/")): payment for payment in of(key)}
    assert set(told) == {place for place, row in enumerate(rows) if row["グループ"] != "B"}  # publicity
    (again,) = [row["支出先名"] for row in rows if row["グループ"] == "C"]
    for place, payment in told.items():
        row = rows[place]
        assert (payment.fiscal_year, payment.group) == (str(row["年度"]), row["グループ"]) == (str(SHEETS[key]), payment.group)
        assert payment.key.endswith(f"-{row['グループ']}-{row['番号']}")
        assert (payment.payee, payment.corporate_number, payment.work) == (row["支出先名"], row["法人番号"] or "", row["業務概要"])
        assert (payment.written, payment.unit) == (str(row["支出額"]), "百万円")
        assert payment.payer == (again if payment.flow in {"onward", "own-costs"} else "法務省")
        assert (payment.flow == "repeated") == (payment.group == "C")


@with_sheets
def test_all_that_the_documents_tell_of_the_programme_is_there_and_no_more() -> None:
    """Also of the third sheet, which is known from a table of all three."""
    wanted = [
        (row["fiscal_year"], row["group"].replace("contract", ""), row["recipient"], row["corporate_number"], Decimal(row["amount_million_yen"]) * 1_000_000)
        for row in shared("moj_model_programme_payments.csv")
    ]  # fmt: skip
    found = [(p.fiscal_year, p.group, p.payee, p.corporate_number, Decimal(p.amount)) for p in payments() if p.flow != "own-costs"]
    assert sorted(found) == sorted(wanted)
    assert len(found) == 46


@with_sheets
def test_a_contract_is_what_its_row_says() -> None:
    rows = {row["title"]: row for row in shared("gbizinfo-contracts.csv") if "地域再犯防止推進モデル事業" in row["title"]}
    told = {payment.place.removeprefix("title="): payment for payment in of("gbizinfo-202102")}
    assert set(told) == set(rows)
    for title, payment in told.items():
        row = rows[title]
        assert (payment.payee, payment.corporate_number, payment.work) == (row["recipient_name"], row["corporate_number"], title)
        assert (payment.written, payment.unit, payment.amount, payment.rounded_to) == (row["amount"], "円", int(row["amount"]), 1)
        assert (payment.payer, payment.order_date, payment.kind) == (row["government_departments"], row["date_of_order"][:10], "contract")


def test_groups_that_repeat_others_repeat_them() -> None:
    """So that who leaves group C out loses nothing."""
    paid = {(p.fiscal_year, p.payee, p.amount) for p in payments() if p.flow == "to-government"}
    again = [(p.fiscal_year, p.payee, p.amount) for p in payments() if p.flow == "repeated"]
    assert len(again) == len({year for year, _, _ in again}) == 3
    assert set(again) <= paid


def test_what_a_government_pays_on_is_not_more_than_it_was_paid() -> None:
    for year, payer, amount in {(p.fiscal_year, p.payee, p.amount) for p in payments() if p.flow == "repeated"}:
        on = sum(p.amount for p in payments() if p.fiscal_year == year and p.payer == payer)
        assert 0 < on <= amount


def test_every_payee_is_known_by_its_number_or_said_not_to_be() -> None:
    by_name = [(p.fiscal_year, p.payee) for p in payments() if p.payee_code and p.evidence == "name"]
    assert by_name == [("2018", "兵庫県")]
    assert all(p.evidence == "corporate-number" for p in payments() if p.payee_code and (p.fiscal_year, p.payee) not in by_name)
    faulty = [p.corporate_number for p in payments() if p.corporate_number and not is_corporate_number(p.corporate_number)]
    assert faulty == ["800002028003"]


@pytest.mark.parametrize(
    ("name", "number", "found"),
    [
        ("滋賀県", "7000020250007", ("250007", "corporate-number")),
        ("滋賀県", "7000020250008", ("250007", "name")),  # a wrong digit: the number says nothing
        ("滋賀県", "", ("250007", "name")),
        ("滋賀県", "8000020280003", ("", "")),  # the number of Hyogo: neither is preferred
        ("府中市", "", ("", "")),  # in Tokyo or in Hiroshima
        ("府中市", "8000020132063", ("132063", "corporate-number")),
        ("滋賀", "7000020250008", ("", "")),  # no exact name
        ("社会福祉法人グロー", "8160005000006", ("", "")),
    ],
)
def test_who_is_meant(name: str, number: str, found: tuple[str, str]) -> None:
    assert identified(name, number) == found


def test_yen_are_exact() -> None:
    by_key = {(p.document.key, p.key): p for p in payments()}
    half = by_key["judgit-2019-0010", "2018-E-3"]
    assert (half.written, half.amount, half.rounded_to) == ("0.5", 500_000, 100_000)
    assert sum(p.amount for p in payments() if p.fiscal_year == "2019" and p.flow == "to-government") == 111_600_000


def test_payments_are_of_a_government_and_a_programme() -> None:
    assert {p.key for p in payments_of(PROGRAMME, "110001")} == {"2018-A-5", "2019-A-1", "2019-C-1", "2019-D-1", "2020-A-3"}
    assert payments_of(PROGRAMME, "010006") != ()
    assert payments_of(PROGRAMME, "") == payments_of("another", "110001") == payments_of(PROGRAMME, "470007") == ()
    assert {document.programme for document in payment_documents().values()} == {PROGRAMME}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (",9.0,百万円,", ",9.0,千円,"),
        (",9.0,百万円,", ",9.0.0,百万円,"),
        (",9.0,百万円,", ",,百万円,"),
        (",payment,to-government", ",gift,to-government"),
        (",payment,to-government", ",payment,away"),
        ("judgit-2019-0010,", "judgit-1999-0010,"),
        (",法務省,滋賀県,", ",法務省,火星県,"),
        ("2018,A,2,", "2018,A,1,"),
    ],
)
def test_a_row_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str) -> None:
    text = resources.path(reading.ROWS).read_text(encoding="utf-8")
    (tmp_path / "payments.csv").write_text(text.replace(old, new, 1), encoding="utf-8")
    path = resources.path
    monkeypatch.setattr(resources, "path", lambda name: tmp_path / "payments.csv" if name == reading.ROWS else path(name))
    payments.cache_clear()
    try:
        with pytest.raises(VocabularyError, match=r"line [23]\b") as caught:
            payments()
        assert caught.value.message.ja != caught.value.message.en
    finally:
        payments.cache_clear()
