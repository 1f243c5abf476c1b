"""A portion of a document -> its quads: everything that one government's rows say, each in its graph."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad

from kg.extract.payments import payments_of
from kg.extract.records import Portion
from kg.rdf.commissions import (
    commission_provenance,
    commission_statements,
    edition_provenance,
    edition_statements,
    project_statements,
    served_place,
)
from kg.rdf.corrections import Corrections
from kg.rdf.cube import cube_statements
from kg.rdf.findings import finding_provenance, finding_statements, named_findings
from kg.rdf.governments import government_statements, prefecture_of
from kg.rdf.interventions import intervention_provenance, intervention_statements
from kg.rdf.iris import Minter, programme_key
from kg.rdf.links import Links
from kg.rdf.outcomes import outcome_provenance, outcome_statements
from kg.rdf.payments import payee_statements, payment_provenance, payment_statements
from kg.rdf.populations import population_statements
from kg.rdf.provenance import Passages, deviation_statements, document_statements
from kg.rdf.registry import registry_statements
from kg.rdf.terms import GRAPHS
from kg.sources.encoding import bytes_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from kg.extract.records import Edition, Project
    from kg.link.link_file import Link
    from kg.rdf.terms import Statement
    from kg.sources.populations import Population
    from kg.sources.reader import Document


class QuadWriter:
    """Turns portions into quads.

    A portion's quads stand by themselves: whatever they refer to is stated among them, but for the bodies that only payments name; what several
    portions state alike (a programme, an organization) is written once when the quads are sorted.

    It remembers which links were about an organization, contractors and payees, the editions met, and of the current document its passages, which
    places had findings, and the corrections; when all portions have been given to it, ``rest`` says what is left.
    """

    def __init__(self, base: str, documents: Iterable[Document], links: Sequence[Link] = ()) -> None:
        self.mint = Minter(base)
        self.links = Links(self.mint, links)
        self._graphs = {name: NamedNode(self.mint.graph(name)) for name in GRAPHS}
        self._documents = {document.sha256[:12]: document for document in documents}
        self._passages: tuple[str, Passages] = ("", Passages(self.mint, ""))
        self._described: list[Statement] = []
        self._seen: Counter[tuple[str, str]] = Counter()
        self._last_days: dict[str, dt.date | None] = {}
        self._corrections: Corrections | None = None
        self._contractors: set[NamedNode] = set()
        self._payees: dict[Statement, None] = {}
        self.governments: set[str] = set()
        """Codes of the governments spoken of so far, of their prefectures and of those whose centres are."""

    def quads(self, portion: Portion) -> Iterator[Quad]:
        """All quads of a portion."""
        if self._passages[0] != portion.document:
            yield from self._left()
            yield from self._begin(portion)
        passages = self._passages[1]
        if self._corrections:
            portion = self._corrections.corrected(portion)
        yield from self._in("provenance", self._described)
        yield from self._in("provenance", passages.enter(portion.passages))
        yield from self._findings(portion)
        if portion.project is not None:
            yield from self._project(portion, portion.project, passages)
            if self._corrections:
                yield from self._in("provenance", self._corrections.code_statements(passages))

    def rest(self) -> Iterator[Quad]:
        """What is known only once all portions have been seen: corrections of items that did not come, and bodies that only payments name.

        What a table says of a body stands in the graph of the tables, and nowhere else.
        """
        yield from self._left()
        yield from self._in("reference", (statement for statement in self._payees if statement[0] not in self._contractors))

    def _left(self) -> Iterator[Quad]:
        """Corrections of a document whose items did not come."""
        left = list(self._corrections.left()) if self._corrections else []
        self._corrections = None
        if left:
            yield from self._findings(Portion(self._passages[0], findings=left))

    def _begin(self, portion: Portion) -> Iterator[Quad]:
        """The document of ``portion``, which is its first: how it was written, and what was corrected in it."""
        self._seen = Counter()
        document = self._documents[portion.document]
        written = bytes_of(document.path, document.encoding) if document.encoding else None
        self._described = list(document_statements(self.mint, document, written))
        if written:
            yield from self._in("provenance", deviation_statements(self.mint, document, written))
        corrected_cells = None
        if portion.returned:
            self._corrections = Corrections(self.mint, portion.document, portion.returned)
            corrected_cells = self._corrections.by_cell()
            yield from self._in("provenance", self._corrections.described())
        self._passages = portion.document, Passages(self.mint, portion.document, corrected_cells)

    def _findings(self, portion: Portion) -> Iterator[Quad]:
        named = named_findings(self.mint, portion, self._seen)
        yield from self._in("findings", finding_statements(self.mint, named))
        yield from self._in("provenance", finding_provenance(self.mint, self._passages[1], named, portion.document))

    def _project(self, portion: Portion, project: Project, passages: Passages) -> Iterator[Quad]:
        mint = self.mint
        yield from self._government(project.code, project.municipality)
        yield from self._in("links", self.links.statements(NamedNode(mint.government(project.key))))
        edition = self._as_first_dated(project.edition)
        yield from self._in("data", edition_statements(mint, edition))
        yield from self._in("provenance", edition_provenance(mint, project.edition, portion.document))
        if not portion.known:
            yield from self._in("data", project_statements(mint, project, portion.commissions))
        yield from self._in("provenance", passages.read_from(NamedNode(mint.project(project)), project.span))
        for commission in portion.commissions:
            served = served_place(commission.centre) if commission.centre else None
            if served:
                yield from self._government(served.code, served.name)
            yield from self._in("data", commission_statements(mint, project, commission))
            yield from self._in("provenance", commission_provenance(mint, passages, project, commission))
            if commission.contractor:
                organization = NamedNode(mint.organization(project, commission.contractor))
                self._contractors.add(organization)
                yield from self._in("links", registry_statements(mint.base, organization))
                yield from self._in("links", self.links.statements(organization))
        for intervention in portion.interventions:
            yield from self._in("data", intervention_statements(mint, project, intervention))
            yield from self._in("provenance", intervention_provenance(mint, passages, project, intervention))
        for outcome in portion.outcomes:
            yield from self._in("data", outcome_statements(mint, project, outcome))
            yield from self._in("provenance", outcome_provenance(mint, passages, project, outcome))
        yield from self._in("data", cube_statements(mint, project, edition, portion.outcomes))
        contractors = {commission.contractor for commission in portion.commissions}
        for payment in payments_of(programme_key(project.edition.programme), project.code):
            yield from self._in("reference", payment_statements(mint, project, payment, contractors))
            self._payees.update(dict.fromkeys(payee_statements(mint, project, payment)))
            yield from self._in("provenance", payment_provenance(mint, payment))

    def populations(self, populations: Sequence[Population]) -> Iterator[Quad]:
        """Populations that a user supplies, with the governments in whose areas people live."""
        for code in sorted({one.code for one in populations}):
            yield from self._government(code, "")
        yield from self._in("reference", population_statements(self.mint, populations))

    def _government(self, code: str, name: str) -> Iterator[Quad]:
        self.governments.update({code, prefecture_of(code)})
        return self._in("reference", government_statements(self.mint, code, name))

    def _as_first_dated(self, edition: Edition) -> Edition:
        """An edition is named by year and month; where two tables of it name two days, the first one stays its date."""
        return replace(edition, last_day=self._last_days.setdefault(self.mint.edition(edition), edition.last_day))

    def _in(self, graph: str, statements: Iterable[Statement]) -> Iterator[Quad]:
        node = self._graphs[graph]
        return (Quad(*statement, node) for statement in statements)
