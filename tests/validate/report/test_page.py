"""The page: valid, complete in both languages, nothing fetched, nothing of the source taken for HTML, the right characters marked."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import html5rdf
import openpyxl
import pytest

from kg import resources
from kg.errors import Message
from kg.store.embedded import EmbeddedStore
from kg.validate.findings import SEVERITIES, Finding, Place
from kg.validate.report import page as page_module
from kg.validate.report.contents import Report
from kg.validate.report.page import page, write_page
from tests.validate.report.made import REPAIR, document_of, findings_of, store_of

SOURCE = resources.path(resources.EMBEDDED_SOURCE).read_bytes().decode()
VOID = {"meta", "input", "link", "br", "img", "hr", "use", "path", "circle"}


class Page(HTMLParser):
    """What the page holds: elements, texts of marks by finding, texts of elements by id, texts by language, cells of tables."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.marks: dict[int, str] = {}
        self.texts: dict[str, str] = {}
        self.spoken: Counter[str] = Counter()
        self.cells: list[str] = []
        self._open: list[tuple[str, dict[str, str]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        self.elements.append((tag, said))
        if tag == "td":
            self.cells.append("")
        if tag not in VOID:
            self._open.append((tag, said))

    def handle_endtag(self, tag: str) -> None:
        while tag not in VOID and self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        names = [tag for tag, _ in self._open]
        said = [attributes for _, attributes in self._open]
        if "style" in names:
            return
        if "summary" not in names and not any(each.get("class") in {"ref", "name"} for each in said) and "td" in names:
            self.cells[-1] += data
        for each in said:
            if "data-findings" in each:
                for number in each["data-findings"].split():
                    self.marks[int(number)] = self.marks.get(int(number), "") + data
            if "id" in each:
                self.texts[each["id"]] = self.texts.get(each["id"], "") + data
            if each.get("class") == "l":
                self.spoken[each["lang"]] += bool(data.strip())


def made(store: EmbeddedStore | None, findings: list[Finding], language: str = "ja") -> Page:
    text = page(Report.of(store, findings), language)
    html5rdf.HTMLParser(strict=True).parse(text)
    return Page(text)


@pytest.fixture(scope="module")
def embedded(report: Report) -> Page:
    text = page(report)
    html5rdf.HTMLParser(strict=True).parse(text)
    return Page(text)


def test_the_characters_of_each_finding_are_marked(embedded: Page, report: Report) -> None:
    assert set(embedded.marks) == set(range(1, 30))
    for number, finding in enumerate(report.findings, start=1):
        assert finding.place
        assert embedded.marks[number].split() == SOURCE[finding.place.start : finding.place.end].split(), finding.focus


def test_each_finding_stands_under_its_government_and_its_kind(embedded: Page, report: Report) -> None:
    for number, finding in enumerate(report.findings, start=1):
        told = embedded.texts[f"finding-{number}"]
        for message in (
            finding.message,
            finding.repair,
            report.labels("finding-kind", finding.kind),
            report.labels("severity", finding.severity),
        ):
            assert message.ja in told
            assert message.en in told
        assert finding.focus in told
        assert finding.place
        assert finding.place.label() in told
        (government,) = (
            text for name, text in embedded.texts.items() if re.fullmatch(r"government-\d+", name) and finding.message.ja + finding.message.en in text and text.startswith(f"\n{finding.government * 2}")
        )  # fmt: skip
        assert told in government
        (kind,) = (text for name, text in embedded.texts.items() if re.fullmatch(r"kind-\d+", name) and text.startswith(f"\n{report.labels('finding-kind', finding.kind).ja}"))  # fmt: skip
        assert finding.message.ja in kind


def test_each_row_stands_on_the_page_once(embedded: Page, report: Report) -> None:
    rows = {report.rows.at(finding.place)[0].key for finding in report.findings}
    assert len(rows) == 24
    assert sum(tag == "table" and said.get("class") == "row" for tag, said in embedded.elements) == len(rows)
    for line in (7, 38, 55):  # one of several findings, and one of which no cell says what it is
        for cell in SOURCE.split("\n")[line - 1].split("\t"):
            assert embedded.cells.count(cell.strip()) == 1 or len(cell) < 20


def test_both_languages_are_complete(embedded: Page) -> None:
    assert embedded.spoken["ja"] == embedded.spoken["en"] > 300


def test_a_page_opens_in_either_language(report: Report) -> None:
    for language in ("ja", "en"):
        checked = [said["id"] for tag, said in Page(page(report, language)).elements if tag == "input" and "checked" in said]
        assert checked == [f"lang-{language}", "s-all", "k-all"]


def test_nothing_is_fetched_and_nothing_runs(report: Report) -> None:
    text = page(report)
    parsed = Page(text)
    assert {tag for tag, _ in parsed.elements} & {
        "script",
        "link",
        "img",
        "iframe",
        "object",
        "embed",
        "form",
        "base",
        "video",
        "audio",
    } == set()
    for tag, said in parsed.elements:
        assert not [name for name in said if name.startswith("on") or name in {"style", "src", "srcset"}], tag
        assert tag == "a" or said.get("href", "#").startswith("#")
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    assert not re.search(r"url\(|@import|expression|</", style)
    policy = next(said["content"] for tag, said in parsed.elements if said.get("http-equiv") == "Content-Security-Policy")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_every_link_within_leads_somewhere_and_ids_are_told_once(embedded: Page) -> None:
    ids = Counter(said["id"] for _, said in embedded.elements if "id" in said)
    assert max(ids.values()) == 1
    within = [said["href"][1:] for tag, said in embedded.elements if tag in {"a", "use"} and said["href"].startswith("#")]
    assert set(within) <= set(ids)
    for name in ("aria-labelledby", "for"):
        assert {said[name] for _, said in embedded.elements if name in said} <= set(ids)


def test_what_a_reader_of_the_screen_needs(embedded: Page) -> None:
    tags = Counter(tag for tag, _ in embedded.elements)
    assert tags["main"] == tags["h1"] == tags["header"] == tags["footer"] == tags["nav"] == 1
    levels = [int(tag[1]) for tag, _ in embedded.elements if re.fullmatch("h[1-6]", tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert {said.get("scope") for tag, said in embedded.elements if tag == "th"} == {"col", "row"}
    assert all(said.get("aria-hidden") == "true" for tag, said in embedded.elements if tag == "svg")
    legends = tags["legend"]
    assert legends == tags["fieldset"] == 3


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours (WCAG 2.2, relative luminance)."""

    def luminance(colour: str) -> float:
        full = colour[1:] if len(colour) == 7 else "".join(2 * sign for sign in colour[1:])
        parts = [int(full[index : index + 2], 16) / 255 for index in (0, 2, 4)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [0, 1])
def test_contrast_is_that_of_wcag_aa(theme: int) -> None:
    style = (Path(page_module.__file__).parent / "templates" / "report.css").read_text(encoding="utf-8")
    light, dark, _ = (dict(re.findall(r"--([\w-]+): (#\w+)", block)) for block in re.findall(r":root \{(.*?)\}", style))
    colours = light | (dark if theme else {})
    for text in ("ink", "soft", "link", "v", "w", "i"):
        for ground in ("paper", "wash"):
            assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
    for letter in "vwi":
        assert contrast(colours["ink"], colours[f"{letter}-wash"]) >= 4.5
    for edge in ("focus", "good"):
        assert contrast(colours[edge], colours["paper"]) >= 3


def test_none() -> None:
    parsed = made(None, [])
    assert "所見はありません" in parsed.texts["findings"]
    assert "No findings" in parsed.texts["findings"]
    assert not any(tag == "table" for tag, _ in parsed.elements)


def test_the_same_bytes_whatever_the_order(store: EmbeddedStore, findings: list[Finding], tmp_path: Path) -> None:
    written = []
    for name, given in (("a", findings), ("b", findings[::-1] + findings[:3])):
        write_page(Report.of(store, given), tmp_path / name)
        written.append((tmp_path / name).read_bytes())
    assert written[0] == written[1]


HOSTILE = """<script>alert("労務場留置 & '𠮷👩🏽')</script>\u202e&lt;"""


def test_a_source_may_hold_anything(tmp_path: Path) -> None:
    path = tmp_path / "<b>表&.txt"
    row = f"1 千葉県\t健康福祉部\t—\t①{HOSTILE}\t■相談件数 計3件\n"
    title = SOURCE.split("\n")[2]
    path.write_text(f"{title}\n\n自治体名\t担当部署\t再委託先\t主な事業内容\t主な活動実績\n{row}", encoding="utf-8")
    store = store_of(path)
    text = path.read_text(encoding="utf-8")
    iri, name = document_of(store)
    start, end = text.index("𠮷"), text.index("</script>")
    place = Place(name, iri, 4, 4, "", start, end)
    told = Message(HOSTILE, HOSTILE + '" onclick="x')
    finding = Finding("violation", "other", "javascript:alert(1)", '"<script>"', HOSTILE + "\x00", told, told, place, HOSTILE, HOSTILE)
    parsed = made(store, [*findings_of(store), finding])
    tags = {tag for tag, _ in parsed.elements}
    assert "script" not in tags
    assert not any(name.startswith("on") for _, said in parsed.elements for name in said)
    assert not any(said.get("href", "").startswith("javascript:") for _, said in parsed.elements)
    number = next(number for number, mark in parsed.marks.items() if "𠮷" in mark)
    assert parsed.marks[number] == text[start:end] == "𠮷👩🏽')"
    assert f"①{HOSTILE}" in parsed.cells
    suspects = [mark for mark in parsed.marks.values() if mark == "労務場留置"]
    assert len(suspects) == 1


def test_a_workbook_shows_its_cells(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "表"
    for cells in (
        [SOURCE.split("\n")[2]],
        ["番号", "自治体名", "担当部署", "再委託先", "主な事業内容", "主な活動実績"],
        [1, "千葉県", "健康福祉部", "—", "①𠮷👩🏽\n労務場留置の者を支援。", "■相談件数 計3件"],
    ):
        sheet.append(cells)
    book.save(tmp_path / "表.xlsx")
    store = store_of(tmp_path / "表.xlsx")
    parsed = made(store, [finding for finding in findings_of(store) if finding.kind == "name-suspect"])
    assert parsed.marks == {1: "労務場留置"}
    assert "E3①𠮷👩🏽\n労務場留置の者を支援。" in parsed.cells
    assert "シート「表」のセル E3・文字の位置 5–10" in parsed.texts["finding-1"]


def test_a_place_where_something_is_missing_is_shown(store: EmbeddedStore) -> None:
    iri, name = document_of(store)
    place = Place(name, iri, 7, 5, "", 245, 245)
    finding = Finding("warning", "other", "urn:rule", "urn:x", "", Message("x", "x"), REPAIR, place, "北海道", "H30")
    parsed = made(store, [finding])
    (mark,) = (said for tag, said in parsed.elements if tag == "mark")
    assert mark["class"] == "w point"


def many(findings: list[Finding], number: int) -> list[Finding]:
    """``number`` findings in all rows of the table, of all severities."""
    return [
        replace(finding, focus=f"{finding.focus}-{index}", severity=SEVERITIES[index % 3])
        for index in range(number)
        for finding in [findings[index % len(findings)]]
    ]


def test_five_thousand_findings(store: EmbeddedStore, findings: list[Finding]) -> None:
    text = page(Report.of(store, many(findings, 5_000)))
    assert len(re.findall(r"<article ", text)) == 5_000
    assert len(re.findall(r'<table class="row">', text)) == 24
    assert len(text.encode()) < 5_000 * 4_000


def test_beyond_the_most_the_gravest_are_kept(store: EmbeddedStore, findings: list[Finding], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_module, "MOST_FINDINGS", 40)
    monkeypatch.setattr(page_module, "MOST_FOLDED", 500)
    parsed = made(store, many(findings, 90))
    shown = [said["class"].split() for tag, said in parsed.elements if tag == "article"]
    assert Counter(letter for classes in shown for letter in classes if letter in "vwi") == {"v": 30, "w": 10}
    assert "ほかに 50 件あります" in parsed.texts["findings"]
    assert any(said.get("class") == "left-out" for _, said in parsed.elements)
    folded = [said for tag, said in parsed.elements if tag == "details" and said.get("class") == "folded"]
    assert folded


def test_filters_hide_what_is_not_asked_for(report: Report) -> None:
    text = page(report)
    style = text[text.index("<style>") : text.index("</style>")]
    kinds = list(report.kinds)
    for letter, severity in (("v", "violation"), ("w", "warning"), ("i", "info")):
        for index, kind in enumerate(kinds):
            both = f"body:has(#s-{letter}:checked):has(#k-{index}:checked)"
            assert f"{both} .f:not(.{letter}{index}) {{ display: none; }}" in style
            some = any((finding.severity, finding.kind) == (severity, kind) for finding in report.findings)
            assert (f"{both} .nothing" in style) == (not some)
    parsed = Page(text)
    classes = [said["class"].split() for tag, said in parsed.elements if tag == "article"]
    assert len(classes) == 29
    for number, finding in enumerate(report.findings):
        letter = {"violation": "v", "warning": "w", "info": "i"}[finding.severity]
        index = kinds.index(finding.kind)
        assert {"f", letter, f"k{index}", f"{letter}{index}"} <= set(classes[number])
