"""Reference periods: a key, names in both languages, and the days that are known."""

from __future__ import annotations

import pytest

from kg.rdf.iris import Minter
from kg.rdf.periods import period_statements
from kg.settings import BASE

CASES = [
    ("FY2018", "FY2018", "2018年度", "fiscal year 2018", "2018-04-01", "2019-03-31"),
    ("2019-11", "2019-11", "2019年11月", "November 2019", "2019-11-01", "2019-11-30"),
    ("2020", "2020", "2020年", "2020", "2020-01-01", "2020-12-31"),
    ("2021-02-10", "2021-02-10", "2021年2月10日", "10 February 2021", "2021-02-10", "2021-02-10"),
    ("2020-01/2020-02", "2020-01/2020-02", "2020年1月から2020年2月まで", "January 2020 to February 2020", "2020-01-01", "2020-02-29"),
    ("FY2018/FY2019", "FY2018/FY2019", "2018年度から2019年度まで", "fiscal year 2018 to fiscal year 2019", "2018-04-01", "2020-03-31"),
    ("2020-05/2020-02", "2020-05/2020-02", "2020年5月から2020年2月まで", "May 2020 to February 2020", "", ""),
    ("unstated-to/2020-12-31", "unstated-to/2020-12-31", "2020年12月31日まで（始まりの記載なし）", "up to 31 December 2020, beginning not stated", "", "2020-12-31"),
    ("unstated-to/FY2020", "unstated-to/FY2020", "2020年度まで（始まりの記載なし）", "up to fiscal year 2020, beginning not stated", "", "2021-03-31"),
    ("unstated", "unstated", "期間の記載なし", "period not stated", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("key", "path", "ja", "en", "first", "last"), CASES)
def test_a_period_says_what_it_is(key: str, path: str, ja: str, en: str, first: str, last: str) -> None:
    statements = list(period_statements(Minter(BASE), key))
    assert {subject.value for subject, _, _ in statements} == {f"{BASE}id/period/{path}"}
    told = {(step.value.rpartition("#")[2], getattr(value, "language", None)): value.value for _, step, value in statements}
    assert told["label", "ja"] == ja
    assert told["label", "en"] == en
    assert told.get(("firstDay", None), "") == first
    assert told.get(("lastDay", None), "") == last
