from pathlib import Path

import pytest

from kg.sources.cells import DataRow, HeaderRow, OtherRow, TitleRow
from kg.sources.reader import open_source

HEADER = "自治体名\t担当部署\t再委託先\tモデル事業の取組\t\n\t\t\t主な事業内容\t主な活動実績\n"
ITEM, RESULT = "①関係機関による協議会を開催。", "■協議会開催回数 計3回"


def read(tmp_path: Path, body: str) -> list[DataRow]:
    path = tmp_path / "t.txt"
    path.write_text(HEADER + body, encoding="utf-8")
    return [row for row in open_source(path).rows() if isinstance(row, DataRow)]


def words(row: DataRow) -> dict[str, str]:
    return {column: piece.text.strip() for column, piece in row.pieces.items()}


FULL = {
    "number": "6",
    "government": "栃木県",
    "department": "保健福祉部 地域福祉課",
    "contractor": "-",
    "interventions": ITEM,
    "results": RESULT,
}


@pytest.mark.parametrize(
    "line",
    [
        f"6\t栃木県\t保健福祉部 地域福祉課\t—\t{ITEM}\t{RESULT}",
        f"6 栃木県\t保健福祉部 地域福祉課\t—\t{ITEM}\t{RESULT}",
        f"6\t栃木県 保健福祉部 地域福祉課\t—\t{ITEM}\t{RESULT}",
        f"6 栃木県 保健福祉部 地域福祉課\t—\t{ITEM}\t{RESULT}",
        f"\t6\t栃木県\t保健福祉部 地域福祉課\t—\t{ITEM}\t{RESULT}\t",
        f"６\t栃 木 県\t保健福祉部 地域福祉課\t―\t{ITEM}\t{RESULT}",
    ],
)
def test_the_six_columns_are_found_however_they_stand(tmp_path: Path, line: str) -> None:
    (row,) = read(tmp_path, line + "\n")
    assert {k: "".join(v.split()) for k, v in words(row).items()} == {k: "".join(v.split()) for k, v in FULL.items()}


def test_a_continuing_row_may_have_moved_and_says_so(tmp_path: Path) -> None:
    first = f"6\t栃木県\t保健福祉部 地域福祉課\t—\t{ITEM}\t{RESULT}\n"
    still, moved = (read(tmp_path, first + f"{tabs}（特非）栃木ダルク\t②研修会を実施。\t{RESULT}\n")[1] for tabs in ("\t\t\t", "\t\t"))
    assert words(still) == words(moved) == {"contractor": "(特非)栃木ダルク", "interventions": "②研修会を実施。", "results": RESULT}
    assert (still.shift, moved.shift) == (0, -1)


def test_a_second_department_is_no_contractor(tmp_path: Path) -> None:
    first = f"6\t栃木県\t保健福祉部 地域福祉課\t—\t{ITEM}\t{RESULT}\n"
    row = read(tmp_path, first + f"\t\t労働局 就業促進課\t愛知県弁護士会\t{ITEM}\t{RESULT}\n")[1]
    assert words(row)["department"] == "労働局 就業促進課"
    assert words(row)["contractor"] == "愛知県弁護士会"


def test_every_line_has_a_kind(tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    title = "地域再犯防止推進モデル事業における取組状況等について【平成30年度開始分】（令和2年12月末現在）\n"
    path.write_text(
        title + "\n" + HEADER + f"1 北海道\t道民生活課\t—\t{ITEM}\t{RESULT}\n※注記です。\n- 3 -\nこれは表ではない文章である。\n",
        encoding="utf-8",
    )
    kinds = [row.kind if isinstance(row, OtherRow) else type(row) for row in open_source(path).rows()]
    assert kinds == [TitleRow, "blank", HeaderRow, HeaderRow, DataRow, "note", "note", "unread"]
