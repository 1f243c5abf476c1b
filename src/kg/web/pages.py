"""Pages in HTML, from the templates; everything that comes from the data is escaped."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pyoxigraph import Literal, NamedNode

from kg.export.answer_tables import NUMERIC
from kg.export.answers import column_label, column_names, value_in
from kg.export.letters import in_its_language, lang_of
from kg.queries.stored import by_topic, stored_queries
from kg.search.labels import facet_label, value_label
from kg.search.results import COLUMNS
from kg.search.words import marked, terms
from kg.validate.report.wording import cohort_name
from kg.web.assets import island_texts
from kg.web.documents import ROWS
from kg.web.lines import Line, parted, short, title_of
from kg.web.links import PageLinks, asked_for
from kg.web.translations import LANGUAGES, translations
from kg.web.ways import ways

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.export.answers import QuestionAnswer
    from kg.queries.binding import Choice
    from kg.queries.rules import Pattern
    from kg.queries.stored import StoredQuery
    from kg.reason.explanation import Told
    from kg.search.results import SearchResult
    from kg.web.addresses import Addresses
    from kg.web.assets import Assets
    from kg.web.documents import Fact, Table
    from kg.web.evidence import Evidence
    from kg.web.moments import Timeline
    from kg.web.problems import Problem

_HERE = Path(__file__).parent
POLICY = b"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
ABOUT = ("about", "licence", "accessibility")
"""Pages about the site itself."""
_HERE_IN_NAVIGATION = {"question.html": "questions", "query.html": "sparql", "files.html": "data/", "reference.html": "ontology"}
"""Entries of the navigation that are not called as their templates."""
_CHARTED = NUMERIC - {"row", "amount", "other_amount", "difference"}
"""Columns that can be drawn as bars; not money, which is told by documents of which none lists all."""
_SEARCH_PROSE = {"title", "text"}
_LONG = 40
"""Characters from which a text wants a wide column."""


class Pages:
    """Renders pages for a service at ``addresses``."""

    headers = ((b"content-security-policy", POLICY), (b"referrer-policy", b"strict-origin-when-cross-origin"))

    def __init__(self, addresses: Addresses, assets: Assets) -> None:
        self._addresses = addresses
        self._assets = assets
        self._environments = {language: self._environment(language) for language in LANGUAGES}

    def _environment(self, language: str) -> Environment:
        """The templates in a language: each has its own, since macros that a template imports do not know what they are rendered for."""
        environment = Environment(
            loader=FileSystemLoader(_HERE / "templates"), extensions=["jinja2.ext.i18n"], autoescape=True, undefined=StrictUndefined,
            trim_blocks=True, lstrip_blocks=True,
        )  # fmt: skip
        environment.install_gettext_translations(translations(language), newstyle=True)  # type: ignore[attr-defined] # the extension adds it
        environment.globals.update(
            lang=language,
            lang_of=partial(lang_of, around=language),
            languages=LANGUAGES,
            root=self._addresses.public,
            asset=self._asset,
            texts=island_texts,
            row_at=self._row,
            why=self._why,
            href=self._addresses.link,
            short=short,
            graph_name=self._graph_name,
            zip=zip,
            cohort_name=cohort_name,
            column_label=column_label,
            value_in=value_in,
        )
        environment.filters["in_its_language"] = partial(in_its_language, around=language)
        return environment

    def thing(
        self,
        language: str,
        thing: str,
        statements: tuple[Sequence[Line], Sequence[Line]],
        quotes: Sequence[dict[str, str]],
        found: Evidence,
        shown: int,
        release: str,
        **more: object,
    ) -> bytes:
        """The page of a thing: what is stated of it, and where it is mentioned; ``shown`` of each at most (``more``: see Datasets)."""
        lines, mentions = statements
        own, others = parted(lines[:shown])
        own_mentions, other_mentions = parted(mentions[:shown])
        return self.render(
            "thing.html", language, thing=thing, title=title_of(thing, lines, language), lines=own, others=others,
            mentions=own_mentions, other_mentions=other_mentions, ways=ways(self._addresses, thing, language), more=len(lines) > shown or len(mentions) > shown, shown=shown, quotes=quotes, evidence=found, release=release,
            address=self._addresses.here(thing), links=PageLinks(self._addresses.here(thing), language), table=self._table(thing) if thing.startswith(f"{self._addresses.base}id/source/") else "", **more,
        )  # fmt: skip

    def home(self, language: str, release: str, counts: Mapping[str, str], editions: Sequence[tuple[str, str]], **more: object) -> bytes:
        """The first page, with how much there is (queries/pages/counts.rq), of which tables (queries/pages/editions.rq), and ``more`` (see Datasets)."""
        return self.render(
            "home.html",
            language,
            title=translations(language).gettext("つなぎ"),
            release=release,
            counts=counts,
            editions=editions,
            links=PageLinks(f"{self._addresses.public}/", language),
            **more,
        )

    def told(self, language: str, name: str, release: str) -> bytes:
        """One of the pages about the site itself (``ABOUT``)."""
        links = PageLinks(f"{self._addresses.public}/{name}", language)
        return self.render(
            f"{name}.html", language, title=_about(name, language), release=release, links=links, licences=self._assets.licences
        )

    def files(self, language: str, files: Sequence[tuple[str, int, str]]) -> bytes:
        """The list of the files of the release."""
        return self.render(
            "files.html",
            language,
            title=translations(language).gettext("データ"),
            files=files,
            links=PageLinks(f"{self._addresses.public}/data/", language),
        )

    def questions(self, language: str) -> bytes:
        """The list of the stored questions."""
        return self.render(
            "questions.html",
            language,
            title=translations(language).gettext("質問"),
            topics=by_topic(),
            links=PageLinks(f"{self._addresses.public}/questions", language),
        )

    def question(
        self, language: str, answer: QuestionAnswer, listed: Mapping[str, Sequence[Choice]], shown: Sequence[Sequence[str]],
        place: tuple[int, int], given: Mapping[str, str],
    ) -> bytes:  # fmt: skip
        """The page of a question with the rows ``shown`` of its answer; ``place`` is the page's number and how many there are."""
        address = f"{self._addresses.public}/questions/{answer.question.slug}"
        links = PageLinks(address, language, list(given.items()), list(answer.values.items()))
        return self.render(
            "question.html", language, title=answer.question.question.in_language(language), asked=answer.question, answer=answer,
            listed=listed, shown=shown, page=place[0], pages=place[1], links=links, numeric=NUMERIC,
            prose=_prose(answer.question.returns, shown), charted=sorted(_CHARTED & set(answer.question.returns)), empty=self._with_links(answer.empty, language), cautions=[self._with_links(one, answer.language) for one in answer.cautions],
            networks=urlencode([*answer.values.items(), ("lang", language)]),
        )  # fmt: skip

    def search(self, result: SearchResult, place: tuple[int, int], questions: Sequence[StoredQuery], elsewhere: str) -> bytes:
        """The page of what a search found; ``place`` is the page's number and how many there are.

        ``questions`` have the words, too; ``elsewhere`` are places that the words name, and that the tables do not have.
        """
        wish, language = result.wish, result.language
        links = PageLinks(f"{self._addresses.public}/search", language, asked_for(wish))
        looked_for = terms(wish.words)
        say = translations(language)
        title = say.gettext("「%(words)s」の検索") % {"words": wish.words} if wish.words else say.gettext("検索")
        return self.render(
            "search.html", language, title=title, result=result, rows=result.rows(), page=place[0], pages=place[1], links=links,
            marked=lambda text: marked(text, looked_for), facet_label=facet_label, value_label=value_label, columns=COLUMNS, prose=_SEARCH_PROSE,
            numeric=NUMERIC, words=wish.words, questions=questions, elsewhere=elsewhere,
        )  # fmt: skip

    def timeline(self, timeline: Timeline, lines: Sequence[tuple[str, str]], place: tuple[int, int], **more: object) -> bytes:
        """The page of the dates of some ``lines``; ``place`` is the page's number and how many there are (``more``: see Timelines)."""
        language = timeline.language
        pairs = [(facet, value) for facet, values in timeline.chosen.items() for value in values]
        return self.render(
            "timeline.html", language, title=translations(language).gettext("年表"), timeline=timeline, rows=timeline.rows(lines),
            page=place[0], pages=place[1], shown=len(lines), total=len(timeline.lines()), facet_label=facet_label, value_label=value_label,
            links=PageLinks(f"{self._addresses.public}/timeline", language, pairs), cautions=[self._with_links(one, language) for one in timeline.cautions],
            **more,
        )  # fmt: skip

    def networks(self, language: str, views: Mapping[str, StoredQuery]) -> bytes:
        """The page of the networks that can be taken away: each view by its name, with the query for its nodes."""
        links = PageLinks(f"{self._addresses.public}/networks", language)
        title = translations(language).gettext("ネットワークとして持ち帰る")
        return self.render("networks.html", language, title=title, views=views, topics=by_topic(), links=links)

    def document(
        self, language: str, document: str, file: str, tables: Sequence[Table], facts: Mapping[int, Fact], place: tuple[int, int]
    ) -> bytes:
        """The page of some rows of a source document; ``place`` is the page's number and how many there are."""
        return self.render(
            "table.html", language, title=file, document=document, tables=tables, facts=facts, page=place[0], pages=place[1],
            links=PageLinks(self._table(document), language),
        )  # fmt: skip

    def why(self, language: str, fact: Pattern, ways: Sequence[Told]) -> bytes:
        """The page of the reasons for a fact."""
        subject, predicate, value = fact
        asked = [("subject", str(subject)), ("predicate", str(predicate)), ("object", str(value))]
        return self.render(
            "why.html", language, title=translations(language).gettext("なぜそう言えるか"), ways=ways,
            subject=str(getattr(subject, "value", "")), links=PageLinks(f"{self._addresses.public}/why", language, asked),
        )  # fmt: skip

    def _why(self, thing: str, line: Line, *, mention: bool) -> str:
        """Where the reasons for an inferred statement are told; empty where it was not inferred."""
        if line.graph != f"{self._addresses.base}graph/inferred":
            return ""
        end = NamedNode(line.other) if line.is_iri else Literal(line.other, **_kind(line))
        subject, value = (end, NamedNode(thing)) if mention else (NamedNode(thing), end)
        asked = {"subject": subject, "predicate": NamedNode(line.property), "object": value}
        return f"{self._addresses.public}/why?{urlencode(asked)}"

    def _table(self, document: str) -> str:
        return f"{self._addresses.public}/table/{document.rpartition('/')[2]}"

    def _row(self, document: str, row: str) -> str:
        """Where a row of a document stands among the others."""
        return f"{self._table(document)}?page={-(-int(row) // ROWS)}#row-{row}"

    def problem(self, language: str, why: Problem) -> bytes:
        """What is shown to a reader in place of a page."""
        return self.render(
            "problem.html",
            language,
            title=why.kind.title.in_language(language),
            detail=why.detail.in_language(language),
            status=why.kind.status,
        )

    def render(self, name: str, language: str, **values: object) -> bytes:
        """The page that a template makes of ``values``."""
        return (
            self._environments[language]
            .get_template(name)
            .render(here=_HERE_IN_NAVIGATION.get(name, name.removesuffix(".html")), **values)
            .encode()
        )

    def _asset(self, name: str) -> str:
        """The address of a built file (``Assets.address``)."""
        below = self._assets.address(name)
        return f"{self._addresses.public}{below}" if below else ""

    def _with_links(self, text: str, language: str) -> list[tuple[str, str]]:
        """A text for a page in pieces, each with where it leads: names of questions become the questions, names of columns what they are called.

        In an English sentence only a name with a hyphen can be told from a word.
        """
        questions = stored_queries("question")
        names = [*questions, *column_names()] if language == "ja" else [slug for slug in questions if "-" in slug]
        pieces = re.split(rf"(?<![A-Za-z0-9_-])({'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})(?![A-Za-z0-9_-])", text)
        return [self._piece(piece, language) if index % 2 else (piece, "") for index, piece in enumerate(pieces) if piece]

    def _piece(self, name: str, language: str) -> tuple[str, str]:
        asked = stored_queries("question").get(name)
        if asked is None:
            return column_label(name, language), ""
        return asked.question.in_language(language), f"{self._addresses.public}/questions/{name}"

    def _graph_name(self, graph: str) -> str:
        return graph.removeprefix(f"{self._addresses.base}graph/")


def _about(name: str, language: str) -> str:
    """The title of a page about the site itself."""
    say = translations(language)
    titles = {"about": say.gettext("つなぎについて"), "licence": say.gettext("利用条件"), "accessibility": say.gettext("アクセシビリティ")}
    return titles[name]


def _kind(line: Line) -> dict[str, Any]:
    """Language or datatype of a literal."""
    return {"language": line.language} if line.language else {"datatype": NamedNode(line.datatype)} if line.datatype else {}


def _prose(names: Sequence[str], rows: Sequence[Sequence[str]]) -> set[str]:
    """Columns whose texts are long."""
    return {name for place, name in enumerate(names) if name != "id" and any(len(row[place]) > _LONG for row in rows)}
