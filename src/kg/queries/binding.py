"""Values of parameters put into a stored query: checked, turned into RDF terms, and written into the query's VALUES clauses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError, VocabularyError
from kg.queries.stored import stored_queries
from kg.rdf.iris import Minter
from kg.settings import rebased
from kg.store.port import Solutions, lexical

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from kg.queries.stored import Parameter, StoredQuery
    from kg.store.port import Store

_INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
_LANGUAGES = ("ja", "en")
_SHOWN = 12
"""Choices that a message names."""
_LANGUAGE_FILTER = re.compile(r"(\bLANG\(\?\w+\) = )\?language\b")


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a store holds for a parameter: its term in SPARQL's notation, its name (a code), its labels; what there is none of is empty."""

    term: str
    name: str
    ja: str = ""
    en: str = ""

    def label(self, language: str) -> str:
        """What people call it in ``language``, or in the other one."""
        return (self.ja or self.en) if language == "ja" else (self.en or self.ja)

    def told(self, language: str) -> str:
        """Its name, and what it is called."""
        label = self.label(language)
        return f"{self.name} ({label})" if self.name and label else self.name or label


def clause(name: str) -> re.Pattern[str]:
    """The VALUES clause that holds a parameter's default."""
    return re.compile(rf"(VALUES\s+\?{re.escape(name)}\s*\{{)([^}}]*)(\}})")


def with_values(text: str, name: str, values: Iterable[str]) -> str:
    """A query with other values (terms as SPARQL writes them) in the VALUES clause of a variable."""
    return clause(name).sub(lambda match: f"{match[1]} {' '.join(values)} {match[3]}", text)


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

    def listed(parameter: Parameter) -> list[Choice]:
        answer = store.query(listing(parameter, base))
        rows = answer.rows if isinstance(answer, Solutions) else ()
        return choices((str(row[0]), *(lexical(term) for term in row[1:])) for row in rows)

    return filled(query, values, listed, base)


def listing(parameter: Parameter, base: str) -> str:
    """The query for the choices of a parameter (?thing ?name ?ja ?en); empty where it takes any value of its type."""
    match parameter.type:
        case "code":
            return placed(stored_queries("page")["codes"], base, scheme=Minter(base).scheme(parameter.scheme))
        case "government":
            return rebased(stored_queries("page")["governments"].text, base)
        case _:
            return ""


def choices(rows: Iterable[Sequence[str]]) -> list[Choice]:
    """The choices that the rows of a ``listing`` tell, a term and what is said of it in each, by name and label."""
    told: dict[str, Choice] = {}
    for term, name, ja, en in rows:
        before = told.get(term, Choice(term, ""))
        told[term] = Choice(term, before.name or name, before.ja or ja, before.en or en)
    return sorted(told.values(), key=lambda choice: (choice.name, choice.ja))


def spoken(query: StoredQuery, values: Mapping[str, str], language: str) -> dict[str, str]:
    """``values``, and labels in ``language`` unless they say otherwise."""
    return {**{parameter.name: language for parameter in query.parameters if parameter.type == "language"}, **values}


def filled(query: StoredQuery, values: Mapping[str, str], listed: Callable[[Parameter], Sequence[Choice]], base: str) -> str:
    """The same as ``bind``, where ``listed`` knows the choices of a parameter."""
    known = {parameter.name: parameter for parameter in query.parameters}
    text = rebased(query.text, base)
    for name, value in values.items():
        if name not in known:
            names = ", ".join(known) or "—"
            raise QueryError(
                f"質問 {query.slug} に「{name}」という引数はありません。あるのは: {names}",
                f"question {query.slug} takes no parameter {name!r}; it takes: {names}",
            )
        term = _term(known[name], value, listed) if value or known[name].type == "language" else "UNDEF"
        before, _, after = parts(text, name)
        text = f"{before} {term} {after}"
    return _plain(text)


def _term(parameter: Parameter, value: str, listed: Callable[[Parameter], Sequence[Choice]]) -> str:
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
        case "code" | "government":
            return _chosen(parameter, value, listed(parameter))
        case _:
            return str(Literal(value))


def _chosen(parameter: Parameter, value: str, choices: Sequence[Choice]) -> str:
    """The one thing that has the name, label or IRI ``value``."""
    found = sorted({choice.term for choice in choices if value in {choice.name, choice.ja, choice.en} or f"<{value}>" == choice.term})
    if len(found) == 1:
        return found[0]
    if found:
        raise _refused(parameter, value, "、".join(found), ", ".join(found))
    near = [choice for choice in choices if any(value in name or name in value for name in (choice.name, choice.ja) if name)] or choices
    more = "…" if len(near) > _SHOWN else ""
    raise _refused(
        parameter, value, *("、".join(choice.told(language) for choice in near[:_SHOWN]) + more or "—" for language in _LANGUAGES)
    )


def _refused(parameter: Parameter, value: str, ja: str, en: str) -> QueryError:
    return QueryError(
        f"引数 {parameter.name}（{parameter.label.ja}）の値「{value}」は使えません。使えるのは: {ja}",
        f"{value!r} is no value of parameter {parameter.name} ({parameter.label.en}); it takes: {en}",
    )
