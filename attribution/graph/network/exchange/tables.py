"""Write the tables of a picture as CSV or Parquet, a file for each."""

import csv
from collections.abc import Iterable
from pathlib import Path

from attribution.errors import MissingExtraError
from attribution.graph.network.exchange.cell_text import holdable, to_spreadsheet_text
from attribution.graph.network.exchange.rows import TABLES, AnyRow
from attribution.graph.network.picture import Picture


def write_csv_table(picture: Picture, table: str, path: Path) -> None:
    """Write a table as UTF-8 CSV (RFC 4180) with a line of column names; no cell is a formula to a spreadsheet."""
    columns, rows = TABLES[table]
    with path.open("w", encoding="utf8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        for row in rows(picture):
            writer.writerow([_cell(row[column]) for column in columns])


def _cell(value: object) -> object:
    return to_spreadsheet_text(value) if isinstance(value, str) else value


def write_parquet_table(picture: Picture, table: str, path: Path) -> None:
    """Write a table as Parquet, text, whole numbers, numbers and truth values each of their own type.

    Raises:
        MissingExtraError: polars, of the extra `frames`, is not installed.
    """
    try:
        import polars
    except ImportError as error:
        raise MissingExtraError("writing Parquet", "polars", "frames") from error
    types = {str: polars.String, int: polars.Int64, float: polars.Float64, bool: polars.Boolean}
    columns, rows = TABLES[table]
    schema = {column: types[of] for column, of in columns.items()}
    polars.DataFrame(_holdable_rows(rows(picture)), schema=schema, orient="row").write_parquet(path)


def _holdable_rows(rows: Iterable[AnyRow]) -> list[dict[str, object]]:
    return [{name: holdable(value) if isinstance(value, str) else value for name, value in row.items()} for row in rows]
