"""Reference periods: which span of time a figure is for. Always filled: where the source names none, the span ends with the figure's date or the table's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.rdf.terms import in_language, term, tsu, typed
from kg.text.eras import period_days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.records import Edition, Outcome
    from kg.rdf.iris import Minter
    from kg.rdf.terms import Statement

UNSTATED = "unstated"
"""Neither a period nor any date is known, not even that of the table."""
_UP_TO = "unstated-to"
_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


def reference_period(record: Outcome, edition: Edition) -> str:
    """Key of the period of a figure: ``FY2018``, ``2019-11``, ``2020-01/2020-02``, or ``unstated-to/2020-12-31`` where the source gives none."""
    if record.period:
        return record.period
    end = record.as_of or (edition.last_day.isoformat() if edition.last_day else "")
    return f"{_UP_TO}/{end}" if end else UNSTATED


def period_statements(mint: Minter, key: str) -> Iterator[Statement]:
    """A period with its names, and the days that are known of it."""
    node = NamedNode(mint.period(key))
    yield node, term("rdf:type"), tsu("ReferencePeriod")
    for name, language in zip(_names(key), ("ja", "en"), strict=True):
        yield node, term("rdfs:label"), in_language(name, language)
    known = period_days(key.removeprefix(f"{_UP_TO}/"))
    if known:
        if not key.startswith(_UP_TO):
            yield node, tsu("firstDay"), typed(known[0].isoformat(), "xsd:date")
        yield node, tsu("lastDay"), typed(known[1].isoformat(), "xsd:date")


def _names(key: str) -> tuple[str, str]:
    if key == UNSTATED:
        return "期間の記載なし", "period not stated"
    first, _, last = key.partition("/")
    if first == _UP_TO:
        ja, en = _date_names(last)
        return f"{ja}まで（始まりの記載なし）", f"up to {en}, beginning not stated"
    (ja, en), (ja_last, en_last) = _date_names(first), _date_names(last or first)
    return (f"{ja}から{ja_last}まで", f"{en} to {en_last}") if last else (ja, en)


def _date_names(written: str) -> tuple[str, str]:
    """A day, month, year or fiscal year in both languages; months by a list, since names from the system's locale would differ between machines."""
    if written.startswith("FY"):
        return f"{int(written[2:])}年度", f"fiscal year {int(written[2:])}"
    year, *rest = map(int, written.split("-"))
    ja = f"{year}年" + "".join(f"{number}{unit}" for number, unit in zip(rest, "月日", strict=False))
    if not rest:
        return ja, str(year)
    en = f"{_MONTHS[rest[0] - 1]} {year}"
    return ja, f"{rest[1]} {en}" if len(rest) > 1 else en
