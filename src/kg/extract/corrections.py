"""What an official corrected in a workbook that came back: changed cells with who and why, codes to be replaced, and rows that cannot be understood."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from kg.correction_form import CELL_TEXT, HIDDEN, PROPERTIES, choice, heading
from kg.errors import Message
from kg.extract.records import CellCorrection, CodeCorrection, Finding, FormPlace, Passage, Portion, ReturnedRecords, Signature
from kg.sources.cells import Span
from kg.text.eras import find_dates
from kg.text.vocabulary import code_list
from kg.text.width import fold, squeezed

if TYPE_CHECKING:
    from kg.correction_form import CodedProperty
    from kg.sources.reader import Document
    from kg.sources.returned import CellChange, Form, FormCell, FormRow, Returned


_NOTATION = re.compile(r"[a-z]+(?:-[a-z]+)*")


class _NotUnderstoodError(Exception):
    """A row that cannot be applied, and why."""

    def __init__(self, ja: str, en: str) -> None:
        self.message = Message(ja, en)
        super().__init__(en)


def returned_portion(document: Document) -> Portion | None:
    """The corrections of ``document``, with the passages that hold them; None where it is no workbook that came back."""
    returned = document.returned
    if returned is None:
        return None
    reader = _Reader(returned)
    reader.read()
    rows = returned.form.rows if returned.form else ()
    passages = [_passage(cell) for row in rows for cell in sorted(row.values(), key=lambda cell: cell.column)]
    return Portion(document.sha256[:12], findings=reader.findings, passages=passages, returned=reader.records())


def row_finding(place: FormPlace, message: Message) -> Finding:
    """A row of the sheet of corrections that was not applied, and why."""
    return Finding(
        "warning",
        "other",
        "",
        "",
        f"訂正の {place.row} 行目は反映していません。{message.ja}",
        f"row {place.row} of the corrections was not applied: {message.en}",
        place.span,
    )


def _passage(cell: FormCell) -> Passage:
    return Passage(Span(0, len(cell.text), cell.where), "correction", cell.text, cell.row, cell.column)


class _Reader:
    """Goes through the rows of the sheet of corrections."""

    def __init__(self, returned: Returned) -> None:
        self._returned = returned
        self._codes: list[CodeCorrection] = []
        self._signed: dict[str, Signature] = {}
        self.findings: list[Finding] = []

    def read(self) -> None:
        """Read all rows: what they say, or why they cannot be understood."""
        if not self._returned.comparable:
            ja = f"所見のブックから隠しシート「{HIDDEN}」がなくなっています。どの欄を書き直したのか分からないため、訂正の記録を残せません。"
            en = f"the hidden sheet {HIDDEN} of this workbook of findings is gone; which cells were changed is unknown, and not recorded"
            self.findings.append(Finding("warning", "other", "", "", ja, en, Span(0, 0, f"{HIDDEN}!A1")))
        form = self._returned.form
        if form and form.missing:
            self._without_headings(form)
            return
        for row in form.rows if form else ():
            place = _place(next(iter(row.values())))
            try:
                self._row(row)
            except _NotUnderstoodError as error:
                self.findings.append(row_finding(place, error.message))

    def _without_headings(self, form: Form) -> None:
        """Tell of a sheet of corrections in which nobody can tell what stands where."""
        names = [heading(key).replace("\n", " / ") for key in form.missing]
        ja = f"訂正のシートの見出し「{'」「'.join(names)}」が消えたか書き換えられているため、このシートの訂正は反映していません。見出しを元の文字に戻してください。"
        en = f"headings of the sheet of corrections are gone or were changed ({', '.join(names)}), so that nothing of it was applied; put them back as they were"
        self.findings.append(Finding("warning", "other", "", "", ja, en, Span(0, 0, form.headings)))

    def _row(self, row: FormRow) -> None:
        if "property" in row and squeezed(row["property"].text) in {squeezed(name) for name in CELL_TEXT}:
            signature = _signature(row)
            self._signed[self._changed_cell(row)] = signature
            return
        if "item" not in row:
            raise _NotUnderstoodError(
                "項目の番号がありません。「項目」のシートから写してください。", "the item is missing; copy its ID from the sheet of items"
            )
        entry = _property(row)
        before, after = _code(row, "read", entry), _code(row, "correct", entry)
        if not before and not after:
            raise _NotUnderstoodError("正しい符号がありません。", "the correct code is missing")
        place = _place(row["correct"] if after else row["property"])
        key = unicodedata.normalize("NFC", row["item"].text.strip())
        key = key.partition("/id/")[2] or key
        self._codes.append(CodeCorrection(key, entry, before, after, _signature(row), place))

    def _changed_cell(self, row: FormRow) -> str:
        """The changed cell that a row speaks of; empty for all of them."""
        if "item" not in row:
            return ""
        wanted = _cell_name(row["item"].text)
        if not any(_cell_name(change.cell) == wanted for change in self._returned.changes):
            raise _NotUnderstoodError(
                f"欄「{row['item'].text.strip()}」の文字は書き直されていません。欄の名を「シート名!F7」の形で確かめてください。",
                f"the text of the cell {row['item'].text.strip()!r} was not changed; check its name, which is written like Sheet1!F7",
            )
        return wanted

    def records(self) -> ReturnedRecords:
        """All that was understood."""
        cells = [CellCorrection(change, self._signature_of(change)) for change in self._returned.changes]
        earlier = [
            CellCorrection(entry.change, Signature(entry.who, entry.why, entry.when), entry.key, entry.workbook, entry.now)
            for entry in self._returned.earlier
        ]
        return ReturnedRecords(self._returned.documents, (*earlier, *cells), tuple(self._codes))

    def _signature_of(self, change: CellChange) -> Signature:
        return self._signed.get(_cell_name(change.cell)) or self._signed.get("") or Signature("", "", "")


def _place(cell: FormCell) -> FormPlace:
    return FormPlace(Span(0, len(cell.text), cell.where), cell.row, cell.column)


def _cell_name(text: str) -> str:
    """``'平成30年度'!$F$7`` and ``平成30年度!F7`` are one cell."""
    sheet, _, cell = unicodedata.normalize("NFKC", text.strip().lstrip("=")).rpartition("!")
    return f"{sheet.strip().strip(chr(39)).replace(chr(39) * 2, chr(39))}!{cell.replace('$', '').strip().upper()}"


def _signature(row: FormRow) -> Signature:
    who, why = (" ".join(row[key].text.split()) if key in row else "" for key in ("who", "why"))
    missing = [name for value, name in ((who, ("訂正した人", "by whom")), (why, ("理由", "why"))) if not value]
    if missing:
        raise _NotUnderstoodError(
            f"{'と'.join(ja for ja, _ in missing)}を書いてください。", f"write {' and '.join(en for _, en in missing)}"
        )
    return Signature(who, why, _day(row["when"].text) if "when" in row else "")


def _day(text: str) -> str:
    """The day that ``text`` names, as ``2021-02-10``."""
    folded = fold(text).strip()
    dates = find_dates(folded)
    day = dates[0].start if len(dates) == 1 and dates[0].start and dates[0].until is None else None
    if day is None or day.precision != "day":
        raise _NotUnderstoodError(
            f"日付「{text.strip()}」を読めません。「2021-02-10」か「令和3年2月10日」の形で書いてください。",
            f"{text.strip()!r} is no date; write it like 2021-02-10",
        )
    return day.iso()


def _property(row: FormRow) -> CodedProperty:
    """What a row corrects, by its name in either language or in the ontology."""
    text = row["property"].text.strip() if "property" in row else ""
    for entry in PROPERTIES:
        if squeezed(text).lower() in {squeezed(name).lower() for name in (entry.label_ja, entry.label_en, entry.name)}:
            return entry
    names = "、".join([*(entry.label_ja for entry in PROPERTIES), CELL_TEXT[0]])
    raise _NotUnderstoodError(
        f"「何を」の「{text}」は訂正できる項目ではありません。次から選んでください: {names}。"
        if text
        else f"「何を」を次から選んでください: {names}。",
        f"{text!r} is nothing that can be corrected here" if text else "it does not say what is corrected",
    )


@cache
def _spellings(scheme: str) -> dict[str, str]:
    """Notation by everything that an official may write for it: label, notation, or both as they are offered."""
    codes = code_list(scheme)
    found: dict[str, str] = {}
    for notation in codes.notations:
        label = codes.label(notation, "ja")
        for text in (notation, choice(label, notation), label, codes.label(notation, "en")):
            found.setdefault(squeezed(text).lower(), notation)
    return found


def _code(row: FormRow, key: str, entry: CodedProperty) -> str:
    """The code in a cell of a row; empty where the cell is."""
    if key not in row:
        return ""
    text = row[key].text.strip()
    known = _spellings(entry.scheme)
    named = {word for word in _NOTATION.findall(fold(text).lower()) if word in code_list(entry.scheme).notations}
    notation = known.get(squeezed(text).lower()) or (named.pop() if len(named) == 1 else None)
    if notation is None:
        raise _NotUnderstoodError(
            f"「{text}」は「{entry.label_ja}」の符号にありません。「符号」のシートから選んでください。",
            f"{text!r} is no code of {entry.label_en}; choose one from the sheet of codes",
        )
    return notation


def not_found(correction: CodeCorrection) -> Message:
    """Why a correction was not applied whose item is not in the table."""
    return Message(
        f"項目「{correction.item}」はこの表にありません。「項目」のシートから番号を写してください。",
        f"there is no item {correction.item!r} in this table; copy its ID from the sheet of items",
    )
