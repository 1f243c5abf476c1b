import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.codes import (
    corporate_number_check_digit,
    is_corporate_number,
    is_local_government_code,
    local_government_check_digit,
    local_government_corporate_number,
)
from kg.text.places import gazetteer


@given(st.from_regex(r"[0-9]{5}", fullmatch=True), st.integers(1, 9))
def test_any_other_check_digit_is_wrong(five: str, off: int) -> None:
    right = local_government_check_digit(five)
    assert is_local_government_code(five + right)
    assert not is_local_government_code(five + str((int(right) + off) % 10))


@given(st.from_regex(r"[0-9]{12}", fullmatch=True), st.integers(1, 9))
def test_corporate_numbers_are_checked_alike(twelve: str, off: int) -> None:
    right = corporate_number_check_digit(twelve)
    assert is_corporate_number(right + twelve)
    assert not is_corporate_number(str((int(right) + off) % 10) + twelve)


@given(st.text(max_size=14))
def test_nothing_else_is_a_code(text: str) -> None:
    if not (text.isascii() and text.isdigit()):
        assert not is_local_government_code(text)
        assert not is_corporate_number(text)


def test_all_places_have_codes_that_check() -> None:
    assert all(is_local_government_code(place.code) for place in gazetteer().places)


def test_a_government_has_the_number_that_its_code_gives() -> None:
    assert local_government_corporate_number("010006") == "7000020010006"
    assert is_corporate_number(local_government_corporate_number("462225"))
    with pytest.raises(ValueError, match="not a local government code"):
        local_government_corporate_number("010007")
