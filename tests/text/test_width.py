import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from kg.extract.marks import CIRCLED
from kg.text.width import fold, fold_with_origins, squeezed, without_line_break_spaces

INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
TEXT = st.text(
    alphabet=st.one_of(st.characters(codec="utf-8", exclude_categories=["Cs"]), st.sampled_from("①㈱ﾀﾞﾙｸが（）：〜―ー⻑⽇")), max_size=60
)


@given(TEXT)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXT)
def test_every_folded_character_knows_where_it_came_from(text: str) -> None:
    folded = fold_with_origins(text)
    origins = [folded.origin(i) for i in range(len(folded.text) + 1)]
    assert origins == sorted(origins)
    assert origins[-1] == len(text)
    assert folded.slice_raw(0, len(folded.text)) == unicodedata.normalize("NFC", text.lstrip(INVISIBLE))


@given(st.text(alphabet=CIRCLED + "㈱㈲⑴㊿"))
def test_marks_that_carry_meaning_stay(text: str) -> None:
    assert fold(text) == text


@given(st.text(alphabet="0123456789ABCxyz()"))
def test_full_width_ascii_folds_to_ascii(text: str) -> None:
    assert fold("".join(chr(ord(c) + 0xFEE0) for c in text)) == text


def test_half_width_and_decomposed_kana_are_composed() -> None:
    assert fold("ﾀﾞﾙｸ") == "ダルク"
    assert fold(unicodedata.normalize("NFD", "ダルクが")) == "ダルクが"
    folded = fold_with_origins("ﾀﾞﾙｸ1")
    assert folded.slice_raw(0, 1) == "ﾀﾞ"
    assert folded.slice_raw(3, 4) == "1"


def test_dashes_and_tildes_are_one_but_the_long_vowel_sign_stays() -> None:
    assert fold("—―－‐") == "----"
    assert fold("〜～") == "~~"
    assert fold("コーディネーター") == "コーディネーター"


def test_radicals_of_pdf_copies_become_ideographs() -> None:
    assert fold("⻑崎県⽇") == "長崎県日"


def test_spaces_of_line_breaks_go_and_those_between_latin_words_stay() -> None:
    assert without_line_break_spaces("（特非）くらし応援 ネットワーク") == "（特非）くらし応援ネットワーク"
    assert without_line_break_spaces("NPO Support Net 仙台") == "NPO Support Net仙台"


def test_squeezed_texts_are_equal_word_for_word() -> None:
    assert squeezed("計 ３回（R2.12月末）") == squeezed("計3回 (R2.12月末)")
