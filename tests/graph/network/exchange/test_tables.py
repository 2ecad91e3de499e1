"""Tables: CSV and Parquet files as pandas and polars read them."""

import csv
import sys

import pandas
import polars
import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.errors import MissingExtraError
from attribution.graph.network.building import build_graph
from attribution.graph.network.exchange.cell_text import from_spreadsheet_text, to_spreadsheet_text
from attribution.graph.network.exchange.export import export
from attribution.graph.network.exchange.rows import TABLES

TYPES = {str: polars.String, int: polars.Int64, float: polars.Float64, bool: polars.Boolean}


def rows_of(picture, table):
    """Return the rows of a table."""
    return list(TABLES[table][1](picture))


def test_a_file_for_each_table(ferry, tmp_path):
    """*ferry.csv* stands for six files, which `export` names."""
    paths = export(ferry.picture, tmp_path / "ferry.csv")

    assert [path.name for path in paths] == [f"ferry.{table}.csv" for table in TABLES]
    assert sorted(tmp_path.iterdir()) == sorted(paths)


@pytest.mark.parametrize("table", TABLES)
def test_rows_have_the_columns_in_order(picture, table):
    """Every row has the table's columns, in their order, with values of their types; none is None."""
    columns, _ = TABLES[table]
    for row in rows_of(picture, table):
        assert {name: type(value) for name, value in row.items()} == columns
        assert list(row) == list(columns)


def test_rows_say_what_the_graph_says(ferry):
    """Statements come with their source, claims with counts, edges with what the graph has."""
    statements = {row["statement_id"]: row for row in rows_of(ferry.picture, "statements")}
    claims = {row["claim_id"]: row for row in rows_of(ferry.picture, "claims")}
    vann = next(row for row in rows_of(ferry.picture, "sources") if row["name"] == "Idris Vann")

    assert statements[ferry.records.denied.statement.id]["source_id"] == ferry.sources.marsh.id
    assert statements[ferry.records.denied.statement.id]["claim_text"] == "The sprinklers had not been switched off"
    off = claims[ferry.claims.off.id]
    assert (off["supports"], off["contradicts"], off["repeats"]) == (2, 1, 1)
    assert (vann["first"], vann["last"], vann["statements"]) == ("2021-05-17T09:00:00", "2021-05-19", 4)
    assert len(rows_of(ferry.picture, "edges")) == build_graph(ferry.picture).number_of_edges()


@pytest.mark.parametrize("table", TABLES)
def test_pandas_and_polars_read_csv(ferry, tmp_path, table):
    """Both read every row and column; text comes back as written."""
    export(ferry.picture, tmp_path / "ferry.csv")
    path = tmp_path / f"ferry.{table}.csv"
    rows = rows_of(ferry.picture, table)
    of_pandas = pandas.read_csv(path, keep_default_na=False)
    of_polars = polars.read_csv(path, infer_schema_length=None)

    assert list(of_pandas.columns) == of_polars.columns == list(TABLES[table][0])
    assert len(of_pandas) == len(of_polars) == len(rows)
    for column, of in TABLES[table][0].items():
        if of is not str:
            assert of_pandas[column].tolist() == of_polars[column].to_list() == [row[column] for row in rows]


@pytest.mark.parametrize("table", TABLES)
def test_parquet_keeps_types(picture, tmp_path, table):
    """Parquet has the types of the columns, also where there is no row, and the values of the rows."""
    export(picture, tmp_path / "news.parquet")
    frame = polars.read_parquet(tmp_path / f"news.{table}.parquet")

    assert dict(frame.schema) == {name: TYPES[of] for name, of in TABLES[table][0].items()}
    assert len(frame) == len(rows_of(picture, table))


def test_parquet_keeps_texts(ferry, tmp_path):
    """Texts are the same in Parquet."""
    export(ferry.picture, tmp_path / "ferry.parquet")

    assert polars.read_parquet(tmp_path / "ferry.edges.parquet").to_dicts() == rows_of(ferry.picture, "edges")


def test_no_cell_is_a_formula(picture, tmp_path):
    """No cell of any CSV begins as a formula does, whatever the news says; the texts are there again without the guard."""
    export(picture, tmp_path / "news.csv")
    for table in TABLES:
        with (tmp_path / f"news.{table}.csv").open(encoding="utf8", newline="") as file:
            cells = list(csv.DictReader(file))
        for cell in (cell for row in cells for cell in row.values()):
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))
    with (tmp_path / "news.statements.csv").open(encoding="utf8", newline="") as file:
        titles = {from_spreadsheet_text(row["title"]) for row in csv.DictReader(file)}
    held = {record.article.title.replace("\x00", "�").replace("\ud800", "�") for record in picture.records}
    assert titles == held


@given(st.text() | st.text("'=+-@a\t\r"))
def test_the_guard_can_be_undone(text):
    """A guarded cell gives its text back, but for characters that no file holds."""
    cell = to_spreadsheet_text(text)

    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert from_spreadsheet_text(cell) == text.replace("\x00", "�")


def test_parquet_without_polars_says_what_to_install(ferry, tmp_path, monkeypatch):
    """Without the extra the error names it, and no file is left behind."""
    monkeypatch.setitem(sys.modules, "polars", None)

    with pytest.raises(MissingExtraError, match=r"claim-attribution\[frames\]"):
        export(ferry.picture, tmp_path / "ferry.parquet")
    assert list(tmp_path.iterdir()) == []
