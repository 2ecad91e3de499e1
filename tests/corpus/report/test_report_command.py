"""The command `attribution report`."""

import json

import pytest

from attribution.command import main
from attribution.corpus.corpus import Corpus


@pytest.fixture
def file(tmp_path):
    """Return the file of a corpus that holds nothing."""
    path = tmp_path / "truce.db"
    Corpus.open(path).close()
    return path


def test_the_page_is_put_beside_the_corpus(file, capsys):
    """Without a place the page is named like the corpus, and its path is printed."""
    assert main(["report", str(file)]) == 0

    assert capsys.readouterr().out == f"{file.with_suffix('.html')}\n"
    assert file.with_suffix(".html").read_text(encoding="utf8").startswith("<!DOCTYPE html>")


def test_place_title_and_json(file, tmp_path, capsys):
    """The page goes where it is told to, with its title; JSON is an array of what was written."""
    assert main(["report", str(file), "-o", str(tmp_path / "a.html"), "--title", "A truce", "--json"]) == 0

    assert json.loads(capsys.readouterr().out) == [str(tmp_path / "a.html")]
    assert "<title>A truce</title>" in (tmp_path / "a.html").read_text(encoding="utf8")


def test_claims_are_passed_on(file, monkeypatch, capsys):
    """Each `--claim` is one; none leaves the choice to the library."""
    asked = []
    monkeypatch.setattr(Corpus, "report", lambda self, path, *, claims=None: asked.append(claims) or path)

    main(["report", str(file), "--claim", "It rains", "--claim", "It snows"])
    main(["report", str(file)])

    assert asked == [["It rains", "It snows"], None]


@pytest.mark.parametrize(
    ("arguments", "status", "complaint"),
    [
        (["missing.db"], 1, "missing.db is not there"),
        (["truce.db", "-o", "missing/a.html"], 1, "cannot be written"),
        (["truce.db", "-o", "truce.db"], 1, "is the corpus itself"),
        (["truce.db", "--claim", "?"], 2, "without a word"),
    ],
)
def test_what_fails_is_said(file, arguments, status, complaint, monkeypatch, capsys):
    """A wrong place ends with status 1, a wrong question with 2, each with a message; the corpus is as it was."""
    monkeypatch.chdir(file.parent)

    assert main(["report", *arguments]) == status
    assert complaint in capsys.readouterr().err
    assert [one.name for one in file.parent.iterdir() if one.suffix == ".html"] == []
    Corpus.open(file).close()
