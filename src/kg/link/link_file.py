"""Files of links: one row a body and a corporate number, with the evidence and what was decided; a person edits the column ``decision``.

Two files have this form: the links (what is decided) and the review (what waits for a person). ``kg build --links`` takes either, and passes over rows in
which nothing is decided yet.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
import unicodedata
from dataclasses import astuple, dataclass, fields
from typing import TYPE_CHECKING

from kg.errors import LinkError
from kg.link.opening import opened
from kg.text.codes import is_corporate_number
from kg.text.width import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from kg.settings import Limits

HOJIN = "http://hojin-info.go.jp/data/"
"""Where gBizINFO (METI) has the bodies of the register as linked data, by their thirteen digits."""
TOOL = "tsunagi-kg"
"""Who decided a link that no person has looked at."""
ACCEPT, REJECT, NONE = "accept", "reject", "none"
DECISIONS = {
    "": "", "accept": ACCEPT, "採用": ACCEPT, "reject": REJECT, "却下": REJECT, "none": NONE, "番号なし": NONE,
}  # fmt: skip
"""What may stand in the column ``decision``: accept this number, reject it, or say that the body has none; empty while undecided."""
LEXICAL, BY_RULE, BY_PERSON = (
    f"semapv:{name}" for name in ("LexicalMatching", "BackgroundKnowledgeBasedMatching", "ManualMappingCuration")
)
_KEY = re.compile(r"(?:organization|government)/[^\s/<>\"{}|\\^`]+")
_SPREADSHEET_NUMBER = re.compile(r"[0-9](?:\.([0-9]+))?E\+12", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """One row. ``subject`` is the key of a body (its IRI without ``{base}id/``), ``score`` a decimal from 0 to 1, the dates are in ISO 8601.

    ``body`` is the body of the register at gBizINFO: a page to look at, and its number once more, which a spreadsheet leaves as it is.
    """

    decision: str
    name: str
    number: str
    registered_name: str
    address: str
    body: str
    score: str
    evidence_ja: str
    evidence_en: str
    cell: str
    prefectures: str
    document_date: str
    subject: str
    justification: str
    register_date: str
    decided_by: str

    @property
    def by_person(self) -> bool:
        """Whether a person decided: whatever the tool did not, or did otherwise."""
        return bool(self.decision) and (self.decision != ACCEPT or self.decided_by != TOOL)


COLUMNS = tuple(field.name for field in fields(Link))


def write_links(links: Iterable[Link], path: Path) -> None:
    """Write a file of links: UTF-8 with byte order mark (Excel asks for it), lines ending in LF."""
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(astuple(link) for link in links)


def read_links(files: Sequence[Path], limits: Limits) -> tuple[Link, ...]:
    """All rows of ``files`` that are decided, each once, in their order.

    Raises LinkError, with file and line, where a row says nothing that can be done, or contradicts another one.
    """
    found: dict[tuple[str, str], tuple[Link, str]] = {}
    chosen: dict[str, tuple[Link, str]] = {}
    for path in files:
        for line, row in _rows(path, limits):
            where = f"{path}:{line}"
            link = _link(row, where)
            if not link.decision:
                continue
            known = found.setdefault((link.subject, link.number), (link, where))
            if known[0].decision != link.decision:
                raise _contradiction(known[1], where)
            if link.decision != REJECT:
                before = chosen.setdefault(link.subject, (link, where))
                if before[0].number != link.number:
                    raise _contradiction(before[1], where)
    return tuple(link for link, _ in found.values())


def _contradiction(before: str, where: str) -> LinkError:
    return LinkError(
        f"{before} の決定と食い違います。一つの団体に採用できる番号は一つです。どちらかの decision を直してください。",
        f"contradicts what {before} decides; one body takes one number, so correct the decision of one of them",
        where=where,
    )


def _rows(path: Path, limits: Limits) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a file as it was written, or as a spreadsheet saved it (Shift_JIS), each with its line."""
    if not path.is_file():
        raise LinkError("このファイルはありません。名前を確かめてください。", "no such file; check its name", where=str(path))
    with opened(path, "", limits) as stream:
        reader = csv.DictReader(stream)
        try:
            missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
            if missing:
                raise LinkError(
                    f"列 {'、'.join(missing)} がありません。kg link corporate が書いたファイルを使ってください。",
                    f"lacks the columns {', '.join(missing)}; use a file that kg link corporate wrote",
                    where=str(path),
                )
            for row in reader:
                if None in row or None in row.values():
                    raise LinkError("列の数が見出しと違います。", "has not as many cells as the header", where=f"{path}:{reader.line_num}")
                yield reader.line_num, {column: unicodedata.normalize("NFC", row[column].strip()) for column in COLUMNS}
        except csv.Error as error:
            raise LinkError(
                f"CSV として読めません（{error}）。", f"not readable as CSV ({error})", where=f"{path}:{reader.line_num}"
            ) from error


def _link(row: dict[str, str], where: str) -> Link:
    decision = DECISIONS.get(squeezed(row["decision"]).casefold())
    if decision is None:
        known = "、".join(filter(None, DECISIONS))
        raise LinkError(
            f"decision の「{row['decision']}」は使えません。{known} のどれかを書くか、空にしてください。",
            f"no decision {row['decision']!r}; write one of {known}, or nothing",
            where=where,
        )
    dates = {column: _iso(row[column]) for column in ("document_date", "register_date")}
    link = Link(**(row | dates | {"decision": decision, "number": _number(row["number"], row["body"])}))
    if not _KEY.fullmatch(link.subject) or not link.subject.isprintable():
        raise LinkError(
            f"subject の「{link.subject}」が団体の鍵ではありません。kg link corporate が書いたままにしてください。",
            f"subject {link.subject!r} is no key of a body; leave it as kg link corporate wrote it",
            where=where,
        )
    if link.decision == NONE and link.number:
        raise LinkError(
            "decision が「番号なし」の行に番号があります。番号の欄を空にするか、decision を直してください。",
            "the decision is that the body has no number, yet there is one; empty the cell, or correct the decision",
            where=where,
        )
    if link.decision in {ACCEPT, REJECT} and not is_corporate_number(link.number):
        mangled = bool(_SPREADSHEET_NUMBER.fullmatch(link.number))
        raise LinkError(
            f"「{link.number}」は検査数字の合う13桁の法人番号ではありません。"
            + (
                "表計算ソフトが数値に変えています。この列を「文字列」として開き直してください。"
                if mangled
                else "法人番号公表サイトで確かめてください。"
            ),
            f"{link.number!r} is no corporate number of thirteen digits with the right check digit; "
            + (
                "a spreadsheet made a number of it: open the file again with this column as text"
                if mangled
                else "look it up in the register"
            ),
            where=where,
        )
    if not re.fullmatch(r"(?:[01](?:\.[0-9]{1,4})?)?", link.score):
        raise LinkError(
            f"score の「{link.score}」が 0 から 1 の数ではありません。", f"score {link.score!r} is no number from 0 to 1", where=where
        )
    if link.register_date and not _is_date(link.register_date):
        raise LinkError(
            f"register_date の「{link.register_date}」が 2020-12-31 の形の日付ではありません。kg link corporate が書いたままにしてください。",
            f"register_date {link.register_date!r} is no date such as 2020-12-31; leave it as kg link corporate wrote it",
            where=where,
        )
    return link


def _number(text: str, body: str) -> str:
    """The number of a row: as it stands, or, where a spreadsheet rounded it (6.05001E+12), that of ``body`` if it is the same when rounded."""
    number, full = squeezed(text), body.removeprefix(HOJIN)
    rounded = _SPREADSHEET_NUMBER.fullmatch(number)
    if rounded and is_corporate_number(full) and float(f"{int(full):.{len(rounded[1] or '')}E}") == float(number):
        return full
    return number


def _iso(text: str) -> str:
    """A date in ISO 8601, which a spreadsheet writes with strokes; anything else as it is."""
    match = re.fullmatch(r"([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})", text)
    return f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}" if match else text


def _is_date(text: str) -> bool:
    try:
        return dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
