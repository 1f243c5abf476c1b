"""The register of corporate numbers at any size: ``kg link corporate`` on 0.1, 1 and 5.8 million rows.

    python benchmarks/register.py [ROWS ...]

A register is made in the exact format (30 columns, no header, zip with several CSVs), with a body for each contractor of the embedded table in one of the
situations of ``SITUATIONS``: homonyms elsewhere, closed, merged, renamed, assigned too late, full-width characters, other prefecture. Claims:

- the full register, 5.8 million rows, takes less than 3 minutes and 1.5 GB;
- time grows with the rows: a row of the largest register takes at most 1.5 times as long as one of the smallest;
- memory does not: the peak at the largest size is at most 1.25 times that at the smallest;
- every accepted number is right, and every body that can be told from its homonyms gets its number.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from kg.link.link_file import read_links
from kg.link.names import comparable
from kg.release.build import build
from kg.release.subjects import subjects
from kg.settings import Settings
from kg.text.codes import corporate_number_check_digit
from kg.text.names import NO_FORM
from kg.text.places import gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.link.subjects import Subject

SIZES = (100_000, 1_000_000, 5_800_000)
_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}
_FIRST = 900_000_000_000
"""Where the numbers of made-up bodies begin, so that each situation and each row has its own."""
_WORDS = [
    "あさひ",
    "みどり",
    "ひかり",
    "つばさ",
    "きずな",
    "ふたば",
    "わかば",
    "のぞみ",
    "興業",
    "商事",
    "建設",
    "工務店",
    "福祉会",
    "支援機構",
    "サポート",
    "ホーム",
    "ネット",
    "企画",
]
_FORMS = (("株式会社", "301"), ("株式会社", "301"), ("有限会社", "302"), ("合同会社", "305"), ("社会福祉法人", "399"), ("特定非営利活動法人", "399"), ("一般社団法人", "399"))  # fmt: skip


def number(index: int) -> str:
    """The ``index``-th made-up corporate number, with its check digit."""
    twelve = str(_FIRST + index)
    return corporate_number_check_digit(twelve) + twelve


@dataclass(frozen=True, slots=True)
class Row:
    """What differs between rows; the rest of the 30 columns follows from it. Dates are in ISO 8601."""

    number: str
    name: str
    kind: str = "399"
    prefecture: str = "東京都"
    process: str = "01"
    change: str = "2015-10-05"
    assigned: str = "2015-10-05"
    update: str = "2018-04-02"
    close: str = ""
    cause: str = ""
    successor: str = ""
    latest: str = "1"
    correct: str = "0"

    def line(self, sequence: int) -> str:
        """The row as the register writes it: names in full width and in quotation marks."""
        code = _PREFECTURES.get(self.prefecture, "")
        place = f'"{self.prefecture}","千代田区","霞が関１丁目１番１号",,{code},101,1000013' if code else ",,,,,,"
        return (
            f'{sequence},{self.number},{self.process},{self.correct},{self.update},{self.change},"{self.name.translate(_WIDE)}",,{self.kind},{place},,,'
            f'{self.close},{self.cause},{self.successor},,{self.assigned},{self.latest},,,,,"",0\n'
        )


_PREFECTURES = {place.name: place.code[:2] for place in gazetteer().prefectures}


@dataclass
class Planted:
    """Rows for the bodies of a release in all situations, and which number each may be given (none: empty)."""

    rows: list[Row] = field(default_factory=list)
    truth: dict[str, str] = field(default_factory=dict)


def _elsewhere(prefecture: str, step: int) -> str:
    names = list(_PREFECTURES)
    return names[(names.index(prefecture) + step) % len(names)]


def _plain(row: Row, spare: list[str]) -> list[Row]:
    return [row, *(replace(row, number=one, prefecture=_elsewhere(row.prefecture, step)) for step, one in enumerate(spare, start=1))]


def _renamed(row: Row, spare: list[str]) -> list[Row]:
    later = replace(row, name=f"{row.name}ネクスト", process="11", change="2021-04-01", update="2021-04-05")
    return [replace(row, latest="0"), later, replace(row, number=spare[0], prefecture=_elsewhere(row.prefecture, 9))]


def _merged(row: Row, spare: list[str]) -> list[Row]:
    closed = replace(row, process="21", change="2021-07-01", update="2021-07-15", close="2021-07-01", cause="11", successor=spare[0])
    return [replace(row, latest="0"), closed, replace(row, number=spare[0], name=f"{row.name}連合", process="71", change="2021-07-01")]


SITUATIONS = {
    "homonyms elsewhere": (True, _plain),
    "renamed after the table": (True, _renamed),
    "merged after the table": (True, _merged),
    "written with spaces": (True, lambda row, _: [replace(row, name=f"{row.name[:4]}　{row.name[4:]}")]),
    "closed before the table": (False, lambda row, _: [replace(row, process="21", close="2019-03-31", cause="01")]),
    "assigned after the table": (False, lambda row, _: [replace(row, assigned="2021-05-06", change="2021-05-06")]),
    "only elsewhere": (False, lambda row, _: [replace(row, prefecture=_elsewhere(row.prefecture, 5))]),
    "two in one prefecture": (False, lambda row, spare: [row, replace(row, number=spare[0])]),
    "one character differs": (False, lambda row, _: [replace(row, name=f"{row.name[:-1]}亊")]),
    "another legal form": (False, lambda row, _: [replace(row, name=comparable(row.name).core, kind="499")]),
}
"""What a body of the register can be like, whether it can be told from all others then, and its rows."""


def planted(bodies: Iterable[Subject]) -> Planted:
    """A body for each contractor whose name has a legal form, the situations in turn."""
    found = Planted()
    kinds = dict(_FORMS)
    chosen = [one for one in bodies if not one.code and comparable(one.name).form != NO_FORM]
    for index, subject in enumerate(chosen):
        certain, make = list(SITUATIONS.values())[index % len(SITUATIONS)]
        own, *spare = (number(10 * index + step) for step in range(4))
        kind = kinds.get(comparable(subject.name).form, "399")
        found.rows += make(Row(own, subject.other_names[0] if subject.other_names else subject.name, kind, min(subject.prefectures)), spare)
        found.truth[subject.key] = own if certain else ""
    return found


def made_up(count: int, seed: int = 1) -> Iterator[Row]:
    """``count`` bodies that nobody looks for."""
    chance = random.Random(seed)
    places = [(place.name.rstrip("市区町村"), place.prefecture) for place in gazetteer().places if place.kind != "prefecture"]
    for index in range(count):
        form, kind = chance.choice(_FORMS)
        place, prefecture = chance.choice(places)
        core = f"{place}{chance.choice(_WORDS)}{chance.choice(_WORDS)}{chance.randrange(1000) or ''}"
        name = core + form if kind == "301" and index % 2 else form + core
        yield Row(
            number(1_000_000 + index), name, kind, prefecture, assigned=f"20{15 + index % 6}-10-05", change=f"20{15 + index % 6}-10-05"
        )


def write_register(path: Path, rows: Iterable[Row], encoding: str = "utf-8", rows_a_file: int = 1_000_000) -> None:
    """Write ``rows`` as the register is downloaded: a zip with a CSV for each ``rows_a_file`` of them, or a CSV where ``path`` ends in .csv."""
    lines = (row.line(sequence) for sequence, row in enumerate(rows, start=1))
    if path.suffix == ".csv":
        path.write_text("".join(lines), encoding=encoding, newline="")
        return
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for part in range(1, 1_000):
            first = next(lines, None)
            if first is None:
                return
            info = zipfile.ZipInfo(f"00_zenkoku_all_{part:02}.csv", date_time=(2020, 12, 31, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(info, "w", force_zip64=True) as stream, io.TextIOWrapper(stream, encoding=encoding, newline="") as text:
                text.write(first)
                text.writelines(islice(lines, rows_a_file - 1))


def mixed(found: Planted, count: int) -> Iterator[Row]:
    """The planted rows spread among made-up ones, ``count`` in all."""
    every = max(count // (len(found.rows) + 1), 1)
    waiting = iter(found.rows)
    for index, row in enumerate(made_up(count - len(found.rows))):
        if index % every == every - 1:
            yield from islice(waiting, 1)
        yield row
    yield from waiting


def main() -> int:
    """Measure all sizes and print a table; exit 1 where a claim does not hold."""
    parser = argparse.ArgumentParser(description="the register of corporate numbers at any size")
    parser.add_argument("rows", nargs="*", type=int, default=list(SIZES))
    sizes: list[int] = parser.parse_args().rows
    claims: list[tuple[str, float, float]] = []
    taken: dict[int, tuple[float, int]] = {}
    with tempfile.TemporaryDirectory() as directory:
        place = Path(directory)
        found = planted(subjects(build([], place / "release", Settings()).store(), Settings().base))
        certain = sum(map(bool, found.truth.values()))
        for size in sizes:
            write_register(place / "register.zip", mixed(found, size))
            seconds, peak = taken[size] = linked(place, size)
            (place / "register.zip").unlink()
            given = {
                link.subject: link.number
                for link in read_links([place / str(size) / "corporate-links.csv"], Settings().limits)
                if link.subject in found.truth
            }
            right = sum(found.truth[key] == one for key, one in given.items())
            print(
                f"{size:>10,} rows  {seconds:7.1f} s  {seconds / size * 1e6:5.1f} µs a row  peak {peak / 1e6:6.0f} MB  "
                f"accepted {right} of {len(given)} rightly, of {certain} that can be told",
                flush=True,
            )
            claims += [(f"wrong numbers at {size:,}", len(given) - right, 0), (f"missing numbers at {size:,}", certain - right, 0)]
    (first, *_, last) = (min(sizes), max(sizes))
    claims += [
        (f"time a row at {last:,} against {first:,}", taken[last][0] / last / (taken[first][0] / first), 1.5),
        (f"peak at {last:,} against {first:,}", taken[last][1] / taken[first][1], 1.25),
    ]
    if last >= SIZES[-1]:
        claims += [("seconds", taken[last][0], 180), ("peak in GB", taken[last][1] / 1e9, 1.5)]
    for claim, value, most in claims:
        print(f"{'holds' if value <= most else 'FAILS'}: {claim}: {value:.2f} (claim: at most {most})")
    return 0 if all(value <= most for _, value, most in claims) else 1


def linked(place: Path, size: int) -> tuple[float, int]:
    """Seconds, and bytes at the peak, of ``kg link corporate`` in a process of its own."""
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "kg", "link", "corporate", "register.zip", "--out", str(size)], cwd=place, stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit("kg link failed")
    return time.monotonic() - began, usage.ru_maxrss * 1024


if __name__ == "__main__":
    sys.exit(main())
