import re

from hypothesis import given
from hypothesis import strategies as st

from kg.rdf.iris import programme_key, segment

# ipchar of RFC 3987 without ucschar details: no controls, no private use, no spaces, none of the characters that need escaping
_NOT_IN_AN_IRI = re.compile(r'[\x00-\x20<>"{}|\\^`\x7f-\xa0\u200b-\u200f\u2028-\u202e\ue000-\uf8ff\ufff0-\uffff]')


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_a_segment_holds_nothing_that_an_iri_may_not(text: str) -> None:
    found = segment(text)
    assert not _NOT_IN_AN_IRI.search(found)
    assert not set("/?#[]") & set(found)
    assert not re.search(r"%(?![0-9A-F]{2})", found)


def test_a_character_that_a_conversion_left_is_escaped() -> None:
    """U+FFFD and its neighbours are none of RFC 3987's ucschar."""
    assert segment("協\ufffd会") == "協%EF%BF%BD会"


def test_japanese_stays_readable() -> None:
    assert segment("北海道-株式会社 ピーアール/センター") == "北海道-株式会社%20ピーアール%2Fセンター"


def test_a_known_programme_has_a_readable_key_and_another_keeps_its_name() -> None:
    assert programme_key("地域再犯防止推進モデル事業") == "moj-community-reoffending-prevention-model"
    assert programme_key("地域再犯防止推進事業") == "地域再犯防止推進事業"
