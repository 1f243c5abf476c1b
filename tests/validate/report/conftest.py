"""The embedded table, read once for all tests of the reports."""

from __future__ import annotations

import pytest

from kg import resources
from kg.store.embedded import EmbeddedStore
from kg.validate.findings import Finding
from kg.validate.report.contents import Report
from tests.validate.report.made import findings_of, store_of


@pytest.fixture(scope="package")
def store() -> EmbeddedStore:
    return store_of(resources.path(resources.EMBEDDED_SOURCE))


@pytest.fixture(scope="package")
def findings(store: EmbeddedStore) -> list[Finding]:
    return findings_of(store)


@pytest.fixture(scope="package")
def report(store: EmbeddedStore, findings: list[Finding]) -> Report:
    return Report.of(store, findings)
