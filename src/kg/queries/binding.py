"""Values of parameters put into a stored query: checked, turned into RDF terms, and written into the query's VALUES clauses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError, VocabularyError
from kg.rdf.iris import Minter
from kg.settings import rebased
from kg.store.port import Solutions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.queries.stored import Parameter, StoredQuery
    from kg.store.port import Store

_INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
_LANGUAGES = ("ja", "en")
_LANGUAGE_FILTER = re.compile(r"(\bLANG\(\?\w+\) = )\?language\b")
_PREFIXES = """PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
_CODES = _PREFIXES + "SELECT ?thing ?name { ?thing skos:inScheme %s ; skos:notation ?name } ORDER BY ?name"
_GOVERNMENTS = _PREFIXES + (
    "SELECT ?thing ?name { ?thing a tsu:LocalGovernment { ?thing tsu:localGovernmentCode ?name } UNION { ?thing rdfs:label ?name } } ORDER BY ?name"
)


def clause(name: str) -> re.Pattern[str]:
    """The VALUES clause that holds a parameter's default."""
    return re.compile(rf"(VALUES\s+\?{re.escape(name)}\s*\{{)([^}}]*)(\}})")


def _uses(name: str) -> re.Pattern[str]:
    """The variable of that name."""
    return re.compile(rf"\?{re.escape(name)}\b")


def parts(text: str, name: str) -> tuple[str, str, str]:
    """The query up to the value of a parameter, the value, and the rest."""
    match = clause(name).search(text)
    if match is None:
        raise VocabularyError(f"VALUES ?{name} がありません。", f"VALUES ?{name} is missing", where=name)
    return text[: match.end(1)], match[2], text[match.start(3) :]


def _plain(text: str) -> str:
    """``text`` with the language of labels in each filter for it: Virtuoso knows no variable of outside within OPTIONAL."""
    match = clause("language").search(text)
    return _LANGUAGE_FILTER.sub(lambda found: found[1] + match[2].strip(), text) if match else text


def placed(query: StoredQuery, base: str, **iris: str) -> str:
    """The text of ``query`` with IRIs in place of its defaults, whether or not a store holds them; ``language`` takes a language.

    Raises QueryError where one is no IRI.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    text = rebased(query.text, base)
    for name, value in iris.items():
        before, _, after = parts(text, name)
        try:
            term = NamedNode(value) if known[name].type == "iri" else Literal(value)
        except ValueError as error:
            raise QueryError(f"IRI ではありません（{value}）。", f"no IRI: {value!r}") from error
        if isinstance(term, NamedNode):  # Virtuoso follows no path from a variable that VALUES binds, and says nothing of it
            after = str(term).join(_uses(name).split(after))
        text = f"{before} {term} {after}"
    return _plain(text)


def bind(query: StoredQuery, values: Mapping[str, str], store: Store, base: str) -> str:
    """The text of ``query`` with ``values`` in place of its defaults; an empty value means *any*.

    Raises QueryError where a parameter is not known, or its value not one of those that the store holds.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    text = rebased(query.text, base)
    for name, value in values.items():
        if name not in known:
            listed = ", ".join(known) or "—"
            raise QueryError(
                f"質問 {query.slug} に「{name}」という引数はありません。あるのは: {listed}",
                f"question {query.slug} takes no parameter {name!r}; it takes: {listed}",
            )
        term = _term(known[name], value, store, base) if value or known[name].type == "language" else "UNDEF"
        before, _, after = parts(text, name)
        text = f"{before} {term} {after}"
    return _plain(text)


def _term(parameter: Parameter, value: str, store: Store, base: str) -> str:
    """``value`` as a term in SPARQL's own notation, which quotes and escapes it."""
    match parameter.type:
        case "integer":
            if not re.fullmatch(r"-?[0-9]{1,18}", value):
                raise _refused(parameter, value, "整数", "an integer")
            return str(Literal(value, datatype=NamedNode(_INTEGER)))
        case "language":
            if value not in _LANGUAGES:
                raise _refused(parameter, value, " / ".join(_LANGUAGES), " or ".join(_LANGUAGES))
            return str(Literal(value))
        case "code":
            return _listed(parameter, value, store, _CODES % NamedNode(Minter(base).scheme(parameter.scheme)))
        case "government":
            return _listed(parameter, value, store, _GOVERNMENTS)
        case _:
            return str(Literal(value))


def _listed(parameter: Parameter, value: str, store: Store, query: str) -> str:
    """The thing that the store knows by the name ``value`` or the IRI ``value``."""
    answer = store.query(query)
    rows = [(str(thing), name.value) for thing, name in answer.rows if isinstance(name, Literal)] if isinstance(answer, Solutions) else []
    found = sorted({thing for thing, name in rows if value == name or f"<{value}>" == thing})
    if len(found) == 1:
        return found[0]
    names = list(dict.fromkeys(name for _, name in rows))
    if not found:
        near = [name for name in names if value in name or name in value] or names
        shown = "、".join(near[:12]) + ("…" if len(near) > 12 else "")
        raise _refused(parameter, value, shown or "—", shown or "—")
    raise _refused(parameter, value, "、".join(found), ", ".join(found))


def _refused(parameter: Parameter, value: str, ja: str, en: str) -> QueryError:
    return QueryError(
        f"引数 {parameter.name}（{parameter.label.ja}）の値「{value}」は使えません。使えるのは: {ja}",
        f"{value!r} is no value of parameter {parameter.name} ({parameter.label.en}); it takes: {en}",
    )
