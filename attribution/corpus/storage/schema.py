"""The tables of a corpus file, and how older files become today's."""

import sqlite3

from attribution.errors import CorpusDamagedError, CorpusFileError, CorpusVersionError

APPLICATION = 0x41545442  # "ATTB": tells our files from other SQLite databases
VERSION = 3

IDENTITIES = """
CREATE TABLE identities (
    kind TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (kind, key)
) WITHOUT ROWID;
"""
TABLES = f"""{IDENTITIES}
CREATE TABLE articles (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, text BLOB NOT NULL,
    title BLOB, outlet BLOB, published TEXT, url BLOB, file BLOB
);
CREATE INDEX articles_by_date ON articles (published);
CREATE TABLE statements (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    value TEXT NOT NULL, claim_text BLOB NOT NULL, vector BLOB NOT NULL, takes_up TEXT NOT NULL DEFAULT '[]'
);
CREATE INDEX statements_by_article ON statements (article);
CREATE TABLE fingerprints (
    hash INTEGER NOT NULL, article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    PRIMARY KEY (hash, article)
) WITHOUT ROWID;
CREATE TABLE overlaps (
    article_id TEXT NOT NULL, other_id TEXT NOT NULL, containment REAL NOT NULL, shared INTEGER NOT NULL,
    PRIMARY KEY (article_id, other_id)
) WITHOUT ROWID;
CREATE TABLE compared (
    one TEXT NOT NULL, other TEXT NOT NULL, relation TEXT, score REAL, method TEXT, evidence BLOB,
    PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE TABLE judgements (
    one TEXT NOT NULL, other TEXT NOT NULL, same INTEGER NOT NULL,
    PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE TABLE grades (source TEXT PRIMARY KEY, grade TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
# What turns a file of a version into one of the next.
MIGRATIONS = {
    # statements added before are not asked again whose words they take up: that needs their articles read anew
    1: "ALTER TABLE statements ADD COLUMN takes_up TEXT NOT NULL DEFAULT '[]';",
    2: IDENTITIES,  # filled when sources are asked for
}


def prepare(connection: sqlite3.Connection, file: str, *, read_only: bool) -> None:
    """Make the tables of a new file, or bring those of an older one up to date.

    Raises:
        CorpusVersionError: a newer release of the library made the file.
        CorpusDamagedError: the file is a database, but not a corpus.
        CorpusFileError: an older release made the file, and it is only to be read.
    """
    if _is_current(connection, file):
        return
    if read_only:
        made = "was made by an older release" if _number(connection, "user_version") else "holds no corpus yet"
        raise CorpusFileError(file, f"{made} and is only to be read", "open it once for writing")
    # one transaction: a process killed here leaves no file with half its tables, and of two that open a new file at
    # once the second waits, looks again and finds them made
    connection.execute("BEGIN IMMEDIATE")
    try:
        if not _is_current(connection, file):
            for statement in _script(connection).split(";"):
                connection.execute(statement)
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _is_current(connection: sqlite3.Connection, file: str) -> bool:
    """Whether the file has today's tables."""
    is_new = _is_new(connection)  # asked first: another process may be making the tables between two questions
    version, application = _number(connection, "user_version"), _number(connection, "application_id")
    if not is_new and application != APPLICATION:
        raise CorpusDamagedError(file, "is a SQLite database of another program")
    if version > VERSION:
        raise CorpusVersionError(file, version, VERSION)
    return not is_new and version == VERSION


def _script(connection: sqlite3.Connection) -> str:
    version = _number(connection, "user_version")
    script = TABLES if _is_new(connection) else "".join(MIGRATIONS[old] for old in range(version, VERSION))
    return f"{script} PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION}"


def _is_new(connection: sqlite3.Connection) -> bool:
    return not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])
