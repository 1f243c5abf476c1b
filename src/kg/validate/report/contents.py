"""What every form of a report needs: the findings in order, their IRIs, the rows of the tables, the names of the codes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.rdf.iris import Minter
from kg.settings import BASE
from kg.validate.findings import SEVERITIES
from kg.validate.report.labels import Labels
from kg.validate.report.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.store.port import Store
    from kg.validate.findings import Finding, Severity


@dataclass(frozen=True)
class Report:
    """Findings, each once, in the order of the documents; ``iris`` are theirs, one for one."""

    base: str
    findings: tuple[Finding, ...]
    iris: tuple[str, ...]
    rows: Rows
    labels: Labels

    @classmethod
    def of(cls, store: Store | None, findings: Iterable[Finding], base: str = BASE) -> Report:
        """The report of ``findings`` on what is in ``store`` (None where there is no graph to show rows from). Raises StoreError."""
        ordered = tuple(dict.fromkeys(sorted(findings, key=complete_order)))
        rows = Rows({}) if store is None else Rows.of(store, (finding.place for finding in ordered))
        return cls(base, ordered, iris_of(ordered, base), rows, Labels.of(store))

    @property
    def conforms(self) -> bool:
        """Whether the graph is as it must be: no violation. What is odd in a source breaks no graph."""
        return not self.severities["violation"]

    @property
    def severities(self) -> dict[Severity, int]:
        """How many findings there are of each severity, the gravest first."""
        counted = Counter(finding.severity for finding in self.findings)
        return {severity: counted[severity] for severity in SEVERITIES}

    @property
    def kinds(self) -> dict[str, int]:
        """How many findings there are of each kind, the gravest and most frequent first."""
        counted = Counter(finding.kind for finding in self.findings)
        gravest = {kind: min(SEVERITIES.index(f.severity) for f in self.findings if f.kind == kind) for kind in counted}
        return dict(sorted(counted.items(), key=lambda entry: (gravest[entry[0]], -entry[1], entry[0])))

    @property
    def documents(self) -> list[str]:
        """Names of the files that findings stand in."""
        return sorted({finding.place.document for finding in self.findings if finding.place})


def complete_order(finding: Finding) -> tuple[str, ...]:
    """The order of findings, and what tells those apart that it leaves equal."""
    place, parts = finding.place, (finding.kind, finding.government, finding.cohort, finding.message.ja, finding.message.en)
    further = () if place is None else (f"{place.end:012d}", place.cell, place.fragment)
    return *finding.order(), *parts, finding.repair.ja, finding.repair.en, *further


def iris_of(findings: Sequence[Finding], base: str) -> tuple[str, ...]:
    """The IRI of each finding: that of the node itself where it is a finding of the source, else one made of rule and node.

    What a rule says several times of one node is numbered in the order given.
    """
    mint = Minter(base)
    seen: Counter[str] = Counter()
    made = []
    for finding in findings:
        name = finding.focus if is_of_source(finding, base) else mint.result(local_name(finding.rule), finding.focus)
        seen[name] += 1
        made.append(name if seen[name] == 1 else f"{name}/{seen[name]}")
    return tuple(made)


def is_of_source(finding: Finding, base: str) -> bool:
    """Whether it is a finding of the extraction, which is a node of the graph itself; a shape that such a node breaks is another finding."""
    return finding.focus.startswith(f"{base}id/finding/") and (not finding.rule or finding.rule.startswith(f"{base}code/"))


def local_name(iri: str) -> str:
    """What an IRI calls its thing: what stands after the last ``#`` or ``/``."""
    return iri.rstrip("#/").replace("#", "/").rpartition("/")[2] or "rule"
