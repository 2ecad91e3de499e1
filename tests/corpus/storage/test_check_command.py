"""`attribution corpus info --check`: a corpus file is looked through for damage, however large it is."""

import json
import sqlite3

import pytest

from attribution.command import main
from attribution.corpus.storage import database
from attribution.corpus.storage.store import Store


@pytest.fixture
def file(entry, tmp_path, monkeypatch):
    """Return a corpus file that counts as a large one: it is not looked through unless that is asked for."""
    monkeypatch.setattr(database, "SMALL", 0)
    with Store(tmp_path / "bridge.db") as store:
        for number in range(40):
            store.add(entry(number))
    return tmp_path / "bridge.db"


def test_a_whole_file_is_said_to_be(file, capsys):
    """What was looked for and not found is said, in words only where it was looked for."""
    assert main(["corpus", "info", str(file), "--check"]) == 0
    checked = capsys.readouterr().out
    assert main(["corpus", "info", str(file)]) == 0

    assert "40 articles, 80 statements, no damage found\n" in checked
    assert capsys.readouterr().out == checked.replace(", no damage found", "")


def test_json_is_the_same(file, capsys):
    """The status tells that the file is whole; the answer is that of a file which was not looked through."""
    found = []
    for options in (["--check"], []):
        assert main(["corpus", "info", str(file), "--json", *options]) == 0
        found.append(json.loads(capsys.readouterr().out))

    assert found[0] == found[1]


def test_damage_is_found(file, capsys):
    """A page of zeros that counting does not meet is an error that names file and table."""
    with sqlite3.connect(file) as connection:
        ((root,),) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'fingerprints'")
        ((page,),) = connection.execute("PRAGMA page_size")
    whole = file.read_bytes()
    file.write_bytes(whole[: (root - 1) * page] + bytes(page) + whole[root * page :])

    assert main(["corpus", "info", str(file)]) == 0
    assert capsys.readouterr().err == ""
    assert main(["corpus", "info", str(file), "--check"]) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "bridge.db" in err
    assert "damaged" in err or "malformed" in err  # as its SQLite says it
