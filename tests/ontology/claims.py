"""Claims about what follows from the ontology, each a Turtle file with sections; README.md says how they are written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rdflib import SKOS, Graph, URIRef

from kg.rdf.concepts import concept_statements
from kg.rdf.ontology import ontology_files
from kg.settings import BASE
from tests.ontology.closure import closed

HERE = Path(__file__).resolve().parent
SECTIONS = ("follows", "must not follow", "would follow if")
_LINKS = {SKOS.broader, SKOS.related, SKOS.relatedMatch}


@dataclass(frozen=True, slots=True)
class Claim:
    """One file: the sentence it is named by, what is given, and the triples of each section."""

    sentence: str
    given: Graph
    sections: dict[str, Graph]


def claims(folder: str) -> list[Claim]:
    """All claims of ``folder``, by name."""
    return [read_claim(path) for path in sorted((HERE / folder).glob("*.ttl"))]


def read_claim(path: Path) -> Claim:
    """Split one file at its markers (``# follows:`` …). Relative IRIs are this file's own, so that claims can be reasoned over together."""
    parts: dict[str, list[str]] = {"given": []}
    here = "given"
    for line in path.read_text(encoding="utf-8").splitlines():
        marker = line.removeprefix("# ").removesuffix(":")
        if line == f"# {marker}:" and marker in SECTIONS:
            here = marker
            assert here not in parts, f"{path.name}: two sections {here}"
            parts[here] = []
        else:
            parts[here].append(line)
    prefixes = "\n".join(line for line in parts["given"] if line.startswith("@prefix"))
    base = f"https://example.org/{path.stem}/"
    graphs = {
        name: Graph().parse(data=f"{prefixes}\n{chr(10).join(lines)}", format="turtle", publicID=base) for name, lines in parts.items()
    }
    return Claim(path.stem, graphs.pop("given"), graphs)


def background() -> Graph:
    """The ontology with its alignments, and how the codes hang together."""
    graph = Graph()
    for file in ontology_files():
        graph.parse(file)
    for subject, predicate, value in concept_statements(BASE):
        if (relation := URIRef(predicate.value)) in _LINKS:
            graph.add((URIRef(subject.value), relation, URIRef(value.value)))
    return graph


def closure(graph: Graph) -> tuple[Graph, list[str]]:
    """``graph`` with all that follows from it by the rules of queries/rules/, and each contradiction in words that name the individuals."""
    complete = Graph()
    for triple in graph:
        complete.add(triple)
    return complete, closed(complete)
