import pytest

from kg.text.names import department_name, is_none, organization_name
from kg.text.vocabulary import CueRow, code_list


@pytest.mark.parametrize(
    ("raw", "name", "form", "kind"),
    [
        ("(社福) 岩手県社会福祉事業団", "社会福祉法人岩手県社会福祉事業団", "社会福祉法人", "social-welfare-corp"),
        ("（特非）栃木ダルク", "特定非営利活動法人栃木ダルク", "特定非営利活動法人", "darc"),
        ("ヒューマンアカデミー（株）", "ヒューマンアカデミー株式会社", "株式会社", "company"),
        ("㈱サーベイ", "株式会社サーベイ", "株式会社", "company"),
        ("更生保護法人 西本願寺白光荘", "更生保護法人西本願寺白光荘", "更生保護法人", "rehabilitation-aid-juridical-person"),
        ("愛知県弁護士会", "愛知県弁護士会", "none", "bar-association"),
        ("長野県保護司会連合会", "長野県保護司会連合会", "none", "probation-officers-association"),
        ("（学）日本福祉大学", "学校法人日本福祉大学", "学校法人", "university"),
        ("(株) LITALICO", "株式会社LITALICO", "株式会社", "company"),
        ("更生保護支援ボランティアふれあいサークル", "更生保護支援ボランティアふれあいサークル", "none", "volunteer-group"),
        ("（公社）長野県社会福祉士会", "公益社団法人長野県社会福祉士会", "公益社団法人", "social-worker-association"),
        ("医療法人社団 ポプラ会", "医療法人社団ポプラ会", "医療法人社団", "nonprofit"),
        ("NPO法人 ハマの止まり木", "特定非営利活動法人ハマの止まり木", "特定非営利活動法人", "nonprofit"),
    ],
)
def test_names_with_their_form_and_kind(raw: str, name: str, form: str, kind: str) -> None:
    found = organization_name(raw)
    assert (found.name, found.form, found.kind) == (name, form, kind)


def test_the_operator_of_a_settlement_centre_is_that_before_anything_else() -> None:
    found = organization_name("（公社）神奈川県社会福祉士会 【神奈川県地域生活定着支援センター受託団体】")
    assert (found.kind, found.centre) == ("settlement-support-center", "神奈川県地域生活定着支援センター")
    assert organization_name("（社福）グロー 【滋賀県地域定着支 援センター受託団 体】").centre == "滋賀県地域定着支援センター"


def test_the_words_that_decided_form_and_kind_are_kept() -> None:
    found = organization_name("（特非）栃木ダルク")
    assert (found.form_cue, found.kind_cue) == ("(特非)", "ダルク")
    assert organization_name("京都わかくさねっと").kind_cue == ""


def test_a_body_listed_again_says_so() -> None:
    assert organization_name("(特非)抱樸【再掲】").listed_again
    assert organization_name("(特非)抱樸【再掲】").name == "特定非営利活動法人抱樸"


@pytest.mark.parametrize("row", [row for row in code_list("legal-form").rows if row.notation != "none"], ids=lambda row: row.notation)
def test_every_abbreviation_stands_for_its_form_before_and_behind_a_name(row: CueRow) -> None:
    for cue in [*row.cues, row.notation]:
        assert organization_name(f"{cue} みらい").form == row.notation
        if cue.startswith(("(", "（", "㈱", "㈲")) or cue == row.notation:
            assert organization_name(f"みらい{cue}").form == row.notation


@pytest.mark.parametrize("text", ["—", "―", "－", "-", "ー", " — ", "なし"])
def test_a_dash_is_no_contractor(text: str) -> None:
    assert is_none(text)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("スポーツ市民 局 地域安全推進 課", "スポーツ市民局 地域安全推進課"),
        ("環境生活部 道民生活課", "環境生活部 道民生活課"),
        ("福祉子ども みらい局 福祉部 地域福祉課", "福祉子どもみらい局 福祉部 地域福祉課"),
    ],
)
def test_departments_lose_only_the_spaces_of_line_breaks(raw: str, name: str) -> None:
    assert department_name(raw) == name
