"""Corpus files from strangers: nothing hung on the tables runs, and what nobody of us wrote is refused by name."""

import sqlite3

import pytest

from attribution.corpus.storage import foreign_files
from attribution.corpus.storage.store import Store
from attribution.errors import CorpusDamagedError

ATTACKS = {
    "a trigger": (
        "CREATE TRIGGER sly AFTER INSERT ON articles BEGIN UPDATE articles SET text = 'x' WHERE number = NEW.number; END",
        "trigger 'sly' on 'articles'",
    ),
    "an index that computes": ("CREATE INDEX slow ON statements (length(hex(value)))", "index 'slow'"),
    "an endless view for a table": (
        "DROP TABLE statements; CREATE VIEW statements AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) "
        "SELECT i AS number, 'x' AS id, 1 AS article, '{}' AS value, '' AS claim_text, '' AS vector, '[]' AS takes_up FROM n",
        "'statements' is not as",
    ),
    "a column that is computed": (
        "DROP TABLE grades; CREATE TABLE grades (source TEXT PRIMARY KEY, grade TEXT AS (hex(source)))",
        "'grades' is not as",
    ),
    "a missing table": ("DROP TABLE judgements", "'judgements' is not as"),
}


@pytest.fixture
def attack(entry, tmp_path):
    """Return a function that makes a corpus file, runs a script on it and returns its path."""

    def run(script):
        with Store(tmp_path / "c.db") as store:
            store.add(entry(1))
        connection = sqlite3.connect(tmp_path / "c.db")
        connection.executescript(script)
        connection.close()
        return tmp_path / "c.db"

    return run


@pytest.mark.parametrize(("script", "named"), ATTACKS.values(), ids=ATTACKS)
@pytest.mark.parametrize("read_only", [False, True])
def test_a_changed_schema_is_refused(attack, script, named, read_only):
    """What hangs on a table, or stands in its place, is named before anything is asked of the file."""
    with pytest.raises(CorpusDamagedError, match=rf"c\.db.*{named}"):
        Store(attack(script), read_only=read_only)


def test_tables_beside_ours_are_let_be(attack):
    """Somebody's own notes in the file do no harm."""
    path = attack(
        "CREATE TABLE notes (text); CREATE INDEX by_text ON notes (text); CREATE VIEW v AS SELECT * FROM notes"
    )

    with Store(path) as store:
        assert store.counts()[0] == 1


def test_an_endless_value_is_refused(attack, monkeypatch):
    """A value longer than any of ours is not brought into memory."""
    monkeypatch.setattr(foreign_files, "LONGEST_VALUE", 100_000)
    path = attack("UPDATE statements SET claim_text = zeroblob(100001) WHERE number = 1")

    with Store(path) as store, pytest.raises(CorpusDamagedError, match="too big"):
        store.records()


def test_json_without_a_bottom_is_refused(attack):
    """Brackets nested deeper than a parser follows are damage, not a crash."""
    path = attack("UPDATE statements SET value = replace(hex(zeroblob(200000)), '0', '[') WHERE number = 1")

    with Store(path) as store, pytest.raises(CorpusDamagedError, match=r"c\.db"):
        store.records()


def test_functions_of_the_schema_are_not_trusted(tmp_path):
    """SQLite itself is told that schemas are no code of ours."""
    with Store(tmp_path / "c.db") as store:
        assert store.rows("PRAGMA trusted_schema") == [(0,)]
