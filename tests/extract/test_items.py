import pytest

from kg.extract.items import split_items


def parts(text: str, last: int = 0) -> list[tuple[str, str]]:
    return [(item.marker, text[item.begin : item.end]) for item in split_items(text, last).items]


def test_numbered_items_and_their_stage_tags() -> None:
    text = "①支援を実施。【出口支援】 ②研修会を開催。"
    cell = split_items(text)
    assert parts(text) == [("①", "支援を実施。"), ("②", "研修会を開催。")]
    assert [[stage.notation for stage in item.stages] for item in cell.items] == [["exit"], []]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("②上記①の支援の中間調査を実施し、効果検証を実施。", 1),
        ("②①において、ケース会議を開催し、支援を実施。", 1),
        ("①セミナーを実施。 ②グッズを配布しながら①のセミナーへの参加を呼びかける。", 2),
        ("①研修会を開催。①の修了者を派遣。", 1),
        ("(1)会議を開催。 (2)研修を実施。", 2),
        ("1.会議を開催。 2.研修を実施。 3.調査を実施。", 3),
        ("ア.会議を開催。 イ.研修を実施。", 2),
        ("・会議を開催。 ・研修を実施。", 2),
        ("水戸刑務所を満期出所した者を対象に、支援を実施。", 1),
        ("⑨会議を開催。 ⑩研修を実施。 ⑪調査を実施。", 3),
    ],
)
def test_a_number_in_a_sentence_begins_no_item(text: str, count: int) -> None:
    assert len(parts(text, 8 if text.startswith("⑨") else 1 if text.startswith("②") else 0)) == count


def test_headings_belong_to_the_items_behind_them() -> None:
    text = "<通期> ①協議会を開催。 <令和元年度> ②ケース会議を開催。 ③フォーラムを開催。"
    cell = split_items(text)
    assert [text[slice(*item.heading)] if item.heading else "" for item in cell.items] == ["<通期>", "<令和元年度>", "<令和元年度>"]
    assert parts(text) == [("①", "協議会を開催。"), ("②", "ケース会議を開催。"), ("③", "フォーラムを開催。")]


def test_a_heading_that_names_a_stage_is_no_stage_tag() -> None:
    text = "【高齢者・障害者入口支援事業】 ①支援を実施。 ②会議を開催。"
    cell = split_items(text)
    assert [item.stages for item in cell.items] == [(), ()]
    assert len(cell.headings) == 1


def test_words_before_the_first_marker_are_kept_apart() -> None:
    text = "物質使用障害者に対する支援策として、 ①セミナー ②フォーラム ③学習会等を実施。"
    cell = split_items(text)
    assert cell.lead_in is not None
    assert text[slice(*cell.lead_in)] == "物質使用障害者に対する支援策として、"
    assert [item.marker for item in cell.items] == ["①", "②", "③"]


def test_an_item_that_was_copied_in_stays_an_item_of_its_own() -> None:
    assert [mark for mark, _ in parts("④会議を開催。 ⑤研修を実施。 ②鳥取県の推進会議を開催。", 3)] == ["④", "⑤", "②"]
