"""A corpus file keeps every finished article, and no half one, whatever happens to who writes it."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from attribution.corpus.storage import database
from attribution.corpus.storage.store import Store
from attribution.errors import CorpusFileError

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(not hasattr(sys, "getdlopenflags"), reason="forks and signals are Unix")


def adding(*arguments):
    """Run the process that adds and return the lines that it printed; it sees for itself that articles are whole."""
    command = [sys.executable, "-m", "tests.trust.adding", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize("kills", [40, pytest.param(600, marks=pytest.mark.slow)])
def test_killed_at_any_moment_every_finished_article_is_there_once(tmp_path, kills):
    """Killed while the file is made, opened, written to or closed: whole articles, each once; the rest can be added."""
    adding("killed", tmp_path / "c.db", kills, 1)


def test_without_room_the_error_is_ours_and_nothing_is_lost(tmp_path):
    """Where the disk takes no more, adding stops with an error that names the file; finished articles stay."""
    *message, outcome = adding("room", tmp_path / "c.db", 200_000)
    code, held = map(int, outcome.split())

    assert code == 3
    assert "c.db" in " ".join(message)
    assert 0 < held < 40


def test_in_a_folder_that_may_not_be_written_to_the_error_says_so():
    """Without leave to write nothing is made, and the error tells to look at the folder."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o555)
        message, code = adding("leave", Path(folder) / "c.db")
        made = list(Path(folder).iterdir())
        Path(folder).chmod(0o755)

    assert code == "3"
    assert "folder" in message
    assert made == []


def test_three_writers_wait_for_each_other(tmp_path):
    """Three processes that add the same articles at once all end well, and each article is there once."""
    assert adding("once", tmp_path / "c.db") == ["0 0 0 30"]


def test_a_writer_that_waits_too_long_is_told(entry, tmp_path, monkeypatch):
    """Where another holds the file for longer than anybody waits, the error says what to do, and nothing is lost."""
    monkeypatch.setattr(database, "BUSY", 0.1)
    with Store(tmp_path / "c.db") as one, Store(tmp_path / "c.db") as other:
        one.add(entry(1))
        with one.transaction(), pytest.raises(CorpusFileError, match="another process"):
            other.add(entry(2))

        assert other.add(entry(2))
        assert one.counts() == (2, 4)
