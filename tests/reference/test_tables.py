import pytest

from kg import resources
from kg.text.chronicle import chronicle
from kg.text.codes import is_corporate_number, is_local_government_code, local_government_corporate_number
from tests.conftest import SHARED
from tests.reference.histories import ContradictionError, Histories, Row, record_rows
from tests.reference.sentences import UnreadSentenceError, changes_told
from tests.reference.tables import derived

DATA = SHARED / "data"
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="needs ../shared/data, the public data that the tables are derived from")
TABLES = ["recorded-places.csv", "area-changes.csv", "area-successions.csv", "government-identifiers.csv"]


@needs_data
def test_the_tables_are_what_is_derived_from_the_public_data() -> None:
    again = derived(DATA)
    assert sorted(again) == sorted(TABLES)
    for name, text in again.items():
        assert resources.path(f"data/{name}").read_text(encoding="utf-8") == text, f"python -m tests.reference writes {name} again"


@needs_data
def test_every_row_of_the_record_is_read_and_none_is_lost() -> None:
    rows = record_rows(DATA / "codes" / "estat-code-changes.csv")
    unread = []
    for row in rows:
        try:
            told = list(changes_told(row.record))
        except UnreadSentenceError as error:
            unread.append(str(error))
            continue
        assert row.code in {mention.code for one in told for mention in (*one.before, *one.after)} or "区の再編" in row.record
    assert (len(rows), unread) == (3507, [])
    kept = {change.record for change in (one.change for one in chronicle().successions)}
    assert kept == {one.sentence for row in rows for one in changes_told(row.record)}


def test_a_sentence_of_no_known_pattern_and_sentences_that_contradict_each_other_are_errors() -> None:
    with pytest.raises(UnreadSentenceError, match="爆発"):
        list(changes_told("甲町(01301)が爆発"))
    with pytest.raises(UnreadSentenceError):
        list(changes_told("甲町(01301)・乙町(01302)が合併し、丙市(01299)を新設"))
    row = Row("01301", "北海道", "", "", "甲町", "こうちょう", "2001-01-01", "甲町(01301)が乙町(01301)に名称変更")
    with pytest.raises(ContradictionError):
        Histories([row, Row("01301", "北海道", "", "", "甲町", "こうちょう", "2002-01-01", "甲町(01301)が丙町(01301)に名称変更")])


def test_both_widths_of_brackets_are_one() -> None:
    (half,), (full,) = (list(changes_told(text)) for text in ("甲町(01301)が乙市(01202)に編入", "甲町（01301）が乙市（01202）に編入"))
    assert half == full


def test_identifiers_are_well_formed_and_given_once() -> None:
    rows = list(resources.rows("data/government-identifiers.csv", ("code", "iso_3166_2", "wikidata_area", "wikidata_body")))
    assert len(rows) == 1788
    assert all(
        is_local_government_code(row["code"]) and is_corporate_number(local_government_corporate_number(row["code"])) for row in rows
    )
    items = [row[column] for row in rows for column in ("wikidata_area", "wikidata_body") if row[column]]
    assert len(items) == len(set(items)) == 1769
    assert [row["iso_3166_2"] for row in rows if row["iso_3166_2"]] == [f"JP-{number:02}" for number in range(1, 48)]


@needs_data
def test_the_governments_of_the_embedded_table_have_the_numbers_that_were_checked_by_hand() -> None:
    rows = {row["code"]: row for row in resources.rows("data/government-identifiers.csv", ("code", "iso_3166_2", "wikidata_area"))}
    lines = (DATA / "links" / "governments.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    assert len(lines) == 36
    for line in lines:
        _, _, _, code, _, corporate, _, item, iso, _, _ = line.split(",")
        assert (rows[code]["wikidata_area"], rows[code]["iso_3166_2"], local_government_corporate_number(code)) == (item, iso, corporate)
