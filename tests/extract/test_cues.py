"""Each decided code keeps the characters that decided it."""

from __future__ import annotations

import pytest

from kg import resources
from kg.extract.records import Coded, Portion
from kg.extract.tables import extract
from kg.sources.reader import open_source


@pytest.fixture(scope="module")
def portions() -> list[Portion]:
    return list(extract([open_source(resources.path(resources.EMBEDDED_SOURCE))]))


def words(code: Coded, text: str) -> str:
    return "".join(text[code.cue.start : code.cue.end].split()) if code.cue else ""


def test_every_code_of_the_embedded_table_leads_to_its_cue(portions: list[Portion], source_text: str) -> None:
    cues: dict[str, set[str]] = {}
    without: set[str] = set()
    for portion in portions:
        for item in portion.interventions:
            for code in (*item.types, *item.targets, *item.referrers, *item.stages):
                if code.cue is None:
                    without.add(code.notation)
                cues.setdefault(code.notation, set()).add(words(code, source_text))
        for commission in portion.commissions:
            for kind in filter(None, (commission.kind, commission.legal_form)):
                cues.setdefault(kind.notation, set()).add(words(kind, source_text))
        for outcome in portion.outcomes:
            for fact in filter(
                None,
                (
                    outcome.counting,
                    outcome.breakdown_kind,
                    outcome.dimension,
                    outcome.status if outcome.status.notation == "planned" else None,
                ),
            ):
                cues.setdefault(fact.notation, set()).add(words(fact, source_text))
    assert cues["darc"] == {"ダルク"}
    assert cues["特定非営利活動法人"] == {"（特非）", "(特非)"}
    assert cues["settlement-support-center"] >= {"岩手県地域生活定着支援センター", "滋賀県地域定着支援センター"}
    assert cues["lawyer"] == {"弁護士"}
    assert cues["entry"] == {"入口支援"}
    assert cues["nobe"] == {"延べ"}
    assert cues["jitsu"] == {"実人員"}
    assert cues["partition"] == {"内訳", "（", "("}
    assert cues["subset"] == {"うち", "うち、", "（"}
    assert "男性" in cues["gender"]
    assert without <= {"reintegration-other"}, "only the code for «nothing else fits» has no words of its own"
