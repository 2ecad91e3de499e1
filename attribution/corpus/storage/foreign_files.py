"""Corpus files come from strangers too: nothing in one is run, and only tables that the library made are asked."""

import re
import sqlite3

from attribution.errors import CorpusDamagedError

LONGEST_VALUE = 64_000_000  # bytes of one value; the longest article has 8 million, its identities fewer


def distrust(connection: sqlite3.Connection) -> None:
    """Let SQLite run nothing that a file's own schema names, check what pages hold, and refuse endless values."""
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)


def check_schema(connection: sqlite3.Connection, tables: str, file: str) -> None:
    """See that our tables are as we make them, and that nobody hung anything on them.

    A trigger on *articles* would change what is added, an index of an expression would compute it, and a view in the
    place of *statements* could make them up without end. Tables that somebody added beside ours are let be.

    Raises:
        CorpusDamagedError: a table is another than `tables` makes, or something not ours hangs on one.
    """
    ours = _made_by(tables)
    found = _objects(connection)
    for name, made in ours.items():
        if found.get(name) != made:
            raise CorpusDamagedError(file, f"its table or index {name!r} is not as this library makes it")
    for name, (kind, table, _) in found.items():
        if name not in ours and table in ours and not name.startswith("sqlite_"):
            raise CorpusDamagedError(file, f"holds the {kind} {name!r} on {table!r}, which this library did not make")


def _made_by(tables: str) -> dict[str, tuple[str, str, str]]:
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(tables)
        return _objects(connection)
    finally:
        connection.close()


def _objects(connection: sqlite3.Connection) -> dict[str, tuple[str, str, str]]:
    """Return what a schema holds by name: its kind, its table, and the words that made it, without their spaces."""
    rows = connection.execute("SELECT name, type, tbl_name, sql FROM sqlite_master").fetchall()
    return {str(name): (str(kind), str(table), re.sub(r"\s+", "", str(sql))) for name, kind, table, sql in rows}
