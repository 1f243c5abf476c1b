"""The release as an explanation asks it."""

from __future__ import annotations

import pytest

from kg.reason.proofs import Prover
from kg.release.release import Release
from kg.settings import Settings
from kg.store.embedded import EmbeddedStore


@pytest.fixture(scope="module")
def store(release: Release) -> EmbeddedStore:
    return release.store()


@pytest.fixture(scope="module")
def prover(store: EmbeddedStore) -> Prover:
    return Prover(store, f"{Settings().base}graph/ontology")
