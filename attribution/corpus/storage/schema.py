"""The tables of a corpus file, and how older files become today's."""

import sqlite3

from attribution.errors import CorpusDamagedError, CorpusVersionError

APPLICATION = 0x41545442  # "ATTB": tells our files from other SQLite databases
VERSION = 1

TABLES = """
CREATE TABLE articles (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, text BLOB NOT NULL,
    title BLOB, outlet BLOB, published TEXT, url BLOB, file BLOB
);
CREATE INDEX articles_by_date ON articles (published);
CREATE TABLE statements (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    value TEXT NOT NULL, claim_text BLOB NOT NULL, vector BLOB NOT NULL
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
# What turns a file of the version before into one of this version; version 1 is the first.
MIGRATIONS: dict[int, str] = {}


def prepare(connection: sqlite3.Connection, file: str, *, read_only: bool) -> None:
    """Make the tables of a new file, or bring those of an older one up to date.

    Raises:
        CorpusVersionError: a newer release of the library made the file.
        CorpusDamagedError: the file is a database, but not a corpus.
    """
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    is_new = not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if not is_new and application != APPLICATION:
        raise CorpusDamagedError(file, "is a SQLite database of another program")
    if version > VERSION:
        raise CorpusVersionError(file, version, VERSION)
    if read_only or (not is_new and version == VERSION):
        return
    script = TABLES if is_new else "".join(MIGRATIONS[old] for old in range(version, VERSION))
    # one transaction: a process killed here leaves no file with half its tables
    connection.executescript(
        f"BEGIN IMMEDIATE; {script} PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION}; COMMIT;"
    )
