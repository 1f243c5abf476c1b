"""What is wrong or doubtful in the tables: ``/quality`` with the counts and the findings one by one, and as .csv, .xlsx and .json the files of the same rows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from kg.errors import QueryError
from kg.export.answer_tables import AnswerTable
from kg.export.answers import column_label, value_in
from kg.queries.binding import Choice, filled
from kg.queries.stored import stored_queries
from kg.rdf.iris import Minter
from kg.search.labels import code_label
from kg.settings import rebased
from kg.text.vocabulary import code_list
from kg.validate.findings import SEVERITIES
from kg.web.endpoint import only_read
from kg.web.exchange import VARY
from kg.web.links import PageLinks
from kg.web.media import ANSWERS, HTML, suffixed
from kg.web.problems import BAD_PARAMETER, problem
from kg.web.searching import FRESH, asked, page_number
from kg.web.translations import translations

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.queries.stored import Parameter
    from kg.web.addresses import Addresses
    from kg.web.endpoint import Asking
    from kg.web.exchange import Exchange
    from kg.web.lines import Row
    from kg.web.pages import Pages
    from kg.web.searching import Searching

SCHEMES = {"severity": "severity", "kind": "finding-kind"}
"""Conditions that are codes, and the code list of each."""
CONDITIONS = (*SCHEMES, "government")
COLUMNS = ("severity", "kind", "cohort", "government", "message")
_SHOWN = 50
"""Findings on a page."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding as it is listed; ``about`` is what shows it: itself, with the row of the table, or the thing that a check found it in."""

    iri: str
    about: str
    severity: str
    file: str
    told: Mapping[str, str]
    """By column, codes as labels."""


class Counts:
    """How many findings there are, by severity, kind and government (queries/pages/quality-counts.rq)."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._counts: Counter[tuple[str, str, str]] = Counter()
        for row in rows:
            government = row["government"]["value"] if "government" in row else ""
            self._counts[row["severity"]["value"], row["kind"]["value"], government] += int(row["count"]["value"])

    def of(self, **wanted: str) -> int:
        """How many fit all conditions that are not empty."""
        places = [(CONDITIONS.index(name), value) for name, value in wanted.items() if value]
        return sum(count for key, count in self._counts.items() if all(key[place] == value for place, value in places))

    def values(self, condition: str) -> list[str]:
        """What there is of a condition: severities gravest first, the rest by name."""
        found = {key[CONDITIONS.index(condition)] for key in self._counts} - {""}
        return [severity for severity in SEVERITIES if severity in found] if condition == "severity" else sorted(found)


class Quality:
    """Tells of the findings of what is served."""

    def __init__(self, asking: Asking, searching: Searching, pages: Pages, addresses: Addresses) -> None:
        self._asking = asking
        self._searching = searching
        self._pages = pages
        self._addresses = addresses
        self._query = stored_queries("page")["quality"]
        self._counting = rebased(stored_queries("page")["quality-counts"].text, addresses.base)

    async def show(self, exchange: Exchange, suffix: str) -> None:
        """Answer a request for /quality, ``suffix`` being empty, or a dot and the name of a format. Raises Problem."""
        only_read(exchange)
        form = suffixed(suffix, exchange.header(b"accept"), ANSWERS)
        given = asked(exchange, "page", *CONDITIONS)
        chosen = {name: value for name, value in given if name in CONDITIONS and value}
        language, release = exchange.language, self._asking.release
        text = self._filled(chosen, language)
        if form is not HTML:
            found = findings(await self._asking.rows(exchange, text), language)
            await self._searching.send(exchange, self._table(found, chosen, language, release), form)
            return
        counts = Counts(await self._asking.rows(exchange, self._counting))
        total = counts.of(**chosen)
        pages = max(1, -(-total // _SHOWN))
        number = page_number(given, pages)
        rows = await self._asking.rows(exchange, f"{text} LIMIT {_SHOWN} OFFSET {(number - 1) * _SHOWN}")
        content = self._pages.render(
            "quality.html", language, title=translations(language).gettext("データの質"), counts=counts, findings=findings(rows, language), chosen=chosen,
            page=number, pages=pages, cautions=self._query.cautions, empty=self._query.empty, address=self._address(chosen, language),
            conditions=CONDITIONS, schemes=SCHEMES, code_label=code_label,
            links=PageLinks(f"{self._addresses.public}/quality", language, list(chosen.items())),
        )  # fmt: skip
        await exchange.respond(200, HTML.content_type, content, [*self._pages.headers, VARY, FRESH])

    def _filled(self, chosen: Mapping[str, str], language: str) -> str:
        """The query for what was chosen. Raises Problem where that is no code of its list."""
        try:
            return filled(self._query, {**chosen, "language": language}, self._choices, self._addresses.base)
        except QueryError as error:
            raise problem(BAD_PARAMETER, error.message.ja, error.message.en) from error

    def _choices(self, parameter: Parameter) -> list[Choice]:
        mint = Minter(self._addresses.base)
        return [
            Choice(f"<{mint.scheme(parameter.scheme)}/{row.notation}>", row.notation, row.label_ja, row.label_en)
            for row in code_list(parameter.scheme).rows
        ]

    def _address(self, chosen: Mapping[str, str], language: str) -> str:
        return f"{self._addresses.public}/quality?{urlencode({**chosen, 'lang': language})}"

    def _table(self, found: Sequence[Finding], chosen: Mapping[str, str], language: str, release: str) -> AnswerTable:
        """Findings as a table that can be written to a file, each with its IRI."""
        names = [*COLUMNS, "id"]
        rows = [[*(finding.told[name] for name in COLUMNS), finding.iri] for finding in found]
        cautions = [caution.in_language(language) for caution in self._query.cautions]
        headings = [column_label(name, language) for name in names]
        address = self._address(chosen, language)
        return AnswerTable("quality", language, names, headings, rows, cautions, release, address, before={"chosen": dict(chosen)})


def findings(rows: Sequence[Row], language: str) -> list[Finding]:
    """The findings that the rows of queries/pages/quality.rq tell, codes as labels in ``language``."""
    return [_finding({name: term["value"] for name, term in row.items()}, language) for row in rows]


def _finding(row: Mapping[str, str], language: str) -> Finding:
    codes = {name: code_label(scheme, row[f"{name}_name"]).in_language(language) for name, scheme in SCHEMES.items()}
    told = {
        **codes,
        "cohort": row.get("cohort", ""),
        "government": value_in("government", row.get("written", ""), language),
        "message": row["message"],
    }
    file = row.get("file", "")
    return Finding(row["finding"], row["finding"] if file else row.get("about", row["finding"]), row["severity_name"], file, told)
