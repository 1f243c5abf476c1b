"""Populations that a user supplies: a CSV file with the columns code, date, population and source, a row for each government and day.

A population without its day or its source is refused: a rate that rests on it would mislead.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import SourceFormatError, SourceMissingError, SourceTooLargeError
from kg.sources.encoding import encoding_of
from kg.text.chronicle import chronicle
from kg.text.codes import is_local_government_code, local_government_check_digit
from kg.text.places import gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.settings import Limits

COLUMNS = ("code", "date", "population", "source")


@dataclass(frozen=True, slots=True)
class Population:
    """How many people lived in the area of the government with ``code`` (six digits) on ``day``, and the statistics that say so."""

    code: str
    day: dt.date
    value: str
    source: str


def read_populations(path: Path, limits: Limits) -> list[Population]:
    """All populations of a file, in its order. Raises SourceError, with the line, where one is not complete or is given twice."""
    if not path.is_file():
        raise SourceMissingError("人口のファイルがありません。", "no such file of populations", where=str(path))
    if path.stat().st_size > limits.workbook_bytes:
        raise SourceTooLargeError("人口のファイルが大きすぎます。", "the file of populations is too large", where=str(path))
    found: dict[tuple[str, dt.date], Population] = {}
    for line, row in _rows(path, limits):
        one = _population(row, f"{path}:{line}")
        if found.setdefault((one.code, one.day), one) is not one:
            raise _refused(
                f"{path}:{line}", f"{one.code} の {one.day} の人口が二度あります。", f"{one.code} has a population of {one.day} already"
            )
    return list(found.values())


def _rows(path: Path, limits: Limits) -> Iterator[tuple[int, dict[str, str]]]:
    reader = csv.reader(path.read_text(encoding=encoding_of(path)).lstrip("\ufeff").splitlines())
    header = [cell.strip() for cell in next(reader, [])]
    missing = [column for column in COLUMNS if column not in header]
    if missing:
        raise _refused(str(path), f"見出しに {'、'.join(missing)} がありません。", f"the header lacks {', '.join(missing)}")
    for cells in reader:
        if any(cell.strip() for cell in cells):
            if any(len(cell) > limits.cell_characters for cell in cells):
                raise SourceTooLargeError("セルが長すぎます。", "a cell is too long", where=f"{path}:{reader.line_num}")
            yield reader.line_num, dict(zip(header, [*(cell.strip() for cell in cells), *[""] * len(header)], strict=False))


def _population(row: dict[str, str], where: str) -> Population:
    missing = [column for column in COLUMNS if not row[column]]
    if missing:
        raise _refused(
            where,
            f"{'、'.join(missing)} が空です。時点や出典の分からない人口からは割合を出せないため、受け付けません。",
            f"{', '.join(missing)} is empty; no rate can rest on a population without its date and source, so it is not taken",
        )
    value = row["population"].replace(",", "")
    if not re.fullmatch(r"[0-9]{1,12}", value):
        raise _refused(
            where,
            f"人口「{row['population']}」が0以上の整数ではありません。",
            f"the population {row['population']!r} is no whole number from zero on",
        )
    return Population(_code(row["code"], where), _day(row["date"], where), str(int(value)), row["source"])


def _code(text: str, where: str) -> str:
    digits = re.fullmatch(r"[0-9]{5,6}", text)
    code = text if len(text) == 6 or not digits else text + local_government_check_digit(text)
    if not digits or not is_local_government_code(code):
        raise _refused(
            where,
            f"「{text}」は団体コード（5桁か、検査数字の合う6桁）ではありません。",
            f"{text!r} is no local government code of five digits, or six with a right check digit",
        )
    if code not in gazetteer().by_code:
        then = [one.then.prefecture + one.then.name for one in chronicle().resolve(code).candidates]
        known = f"（{'、'.join(dict.fromkeys(then))}）" if then else ""
        raise _refused(
            where,
            f"{text}{known}は今の自治体のコードではありません。今の自治体の数にして渡してください（kg place {text} で分かります）。",
            f"{text} is no government of today; give the population of the one it became (kg place {text} tells which)",
        )
    return code


def _day(text: str, where: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise _refused(
            where, f"「{text}」は日付ではありません。2020-10-01 のように書いてください。", f"{text!r} is no date; write it like 2020-10-01"
        ) from None


def _refused(where: str, ja: str, en: str) -> SourceFormatError:
    return SourceFormatError(ja, en, where=where)
