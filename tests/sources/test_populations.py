import datetime as dt
from pathlib import Path

import pytest

from kg.errors import SourceError
from kg.release.build import build
from kg.settings import Limits, Settings
from kg.sources.populations import Population, read_populations
from kg.store.port import Solutions, lexical

HEADER = "code,date,population,source\n"


def written(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "population.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_a_population_has_its_day_and_its_source(tmp_path: Path, encoding: str) -> None:
    text = f'{HEADER}25000,2020-10-01,"1,413,610",令和2年国勢調査\n\n012041,2015-10-01,339605,平成27年国勢調査\n012041,2020-10-01,329306,令和2年国勢調査\n'
    assert read_populations(written(tmp_path, text, encoding), Limits()) == [
        Population("250007", dt.date(2020, 10, 1), "1413610", "令和2年国勢調査"),
        Population("012041", dt.date(2015, 10, 1), "339605", "平成27年国勢調査"),
        Population("012041", dt.date(2020, 10, 1), "329306", "令和2年国勢調査"),
    ]


@pytest.mark.parametrize(
    ("row", "line", "said"),
    [
        ("25000,,1413610,令和2年国勢調査", 2, "date が空"),
        ("25000,2020-10-01,1413610,", 2, "source が空"),
        ("25000,2020-10-01,,令和2年国勢調査", 2, "population が空"),
        ("25000,2020-10-01", 2, "population、source が空"),
        ("25000,2020年,1413610,令和2年国勢調査", 2, "日付ではありません"),
        ("25000,2020-10-01,-5,令和2年国勢調査", 2, "0以上の整数ではありません"),
        ("25000,2020-10-01,1.5,令和2年国勢調査", 2, "0以上の整数ではありません"),
        ("250001,2020-10-01,1,令和2年国勢調査", 2, "団体コード"),
        ("滋賀県,2020-10-01,1,令和2年国勢調査", 2, "団体コード"),
        ("222046,2000-10-01,1,国勢調査", 2, "222046（静岡県清水市）は今の自治体のコードではありません"),
        ("25000,2020-10-01,1,a\n250007,2020-10-01,2,b", 3, "250007 の 2020-10-01 の人口が二度"),
    ],
)
def test_what_is_not_complete_is_refused_with_its_line(tmp_path: Path, row: str, line: int, said: str) -> None:
    path = written(tmp_path, f"{HEADER}{row}\n")
    with pytest.raises(SourceError) as refused:
        read_populations(path, Limits())
    assert said in refused.value.in_language("ja")
    assert refused.value.where == f"{path}:{line}"


def test_a_header_without_source_a_file_that_is_not_there_and_one_too_large_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="the header lacks source"):
        read_populations(written(tmp_path, "code,date,population\n25000,2020-10-01,1\n"), Limits())
    with pytest.raises(SourceError, match="no such file"):
        read_populations(tmp_path / "nothing.csv", Limits())
    with pytest.raises(SourceError, match="too large"):
        read_populations(written(tmp_path, HEADER), Limits(workbook_bytes=5))
    with pytest.raises(SourceError, match="too long"):
        read_populations(written(tmp_path, f"{HEADER}25000,2020-10-01,1,{'あ' * 30}\n"), Limits(cell_characters=20))


def test_rates_rest_on_dated_populations_only(tmp_path: Path) -> None:
    from_file = written(tmp_path, f"{HEADER}25000,2020-10-01,1413610,令和2年国勢調査\n")
    release = build([], tmp_path / "release", Settings(all_places=False), population=from_file)
    assert release.manifest["population"]["name"] == "population.csv"
    found = release.store().query("""PREFIX qb: <http://purl.org/linked-data/cube#> PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
      SELECT ?code ?n ?day ?source { ?one a qb:Observation ; qb:dataSet/qb:structure/qb:component/qb:measure tsu:population ;
        tsu:refArea/tsu:areaCode ?code ; tsu:population ?n ; tsu:populationDate ?day ; tsu:populationSource ?source }""")
    assert isinstance(found, Solutions)
    assert [tuple(map(lexical, row)) for row in found.rows] == [("250007", "1413610", "2020-10-01", "令和2年国勢調査")]
    again = build([], tmp_path / "again", Settings(all_places=False), population=from_file)
    assert again.identity == release.identity
