"""The command `attribution corpus add`: what it adds, what it leaves, and when it makes a file."""

import json
import sys

import pytest

from attribution.command import main
from attribution.corpus.corpus import Corpus

TEXT = "The bridge will close in May, Ann Lee of the Works Office said on Monday."
LATER = "The bridge will open again in June, she said a day after that to all who asked."
UNREADABLE = {"empty.txt": b"", "foreign.txt": b"caf\xe9", "lines.jsonl": b"{}\n[]\n"}


class CountingPipeline:
    """The pipeline without models, which remembers what it was asked to annotate."""

    def __init__(self, pipeline):
        self.pipeline, self.seen = pipeline, []

    def annotate(self, texts):
        """Return the document of each text."""
        self.seen += texts
        return self.pipeline.annotate(texts)


@pytest.fixture(autouse=True)
def pipeline(monkeypatch, frozen_pipeline, matcher):
    """Put what needs no models in the place of the models, and return the pipeline."""
    counting = CountingPipeline(frozen_pipeline)
    monkeypatch.setattr("attribution.document.pipeline.default_pipeline", lambda: counting)
    monkeypatch.setattr("attribution.corpus.collection.open_matcher", lambda: matcher)
    return counting


@pytest.fixture
def folder(tmp_path):
    """Return a folder of files in which no article can be read."""
    made = tmp_path / "articles"
    made.mkdir()
    for name, content in UNREADABLE.items():
        (made / name).write_bytes(content)
    return made


def added(capsys, *arguments):
    """Run the command and return its status and its answer in JSON."""
    status = main(["corpus", "add", *map(str, arguments), "--json"])
    return status, json.loads(capsys.readouterr().out)


def test_no_file_is_made_for_nothing(tmp_path, folder, capsys):
    """Where no article can be read there is no corpus, and the answer says so."""
    file = tmp_path / "bridge.db"

    assert main(["corpus", "add", str(file), str(folder)]) == 1
    out, err = capsys.readouterr()

    assert out == f"0 articles added, 4 could not be read; {file} was not made\n"
    assert err.count("\n") == 4
    assert sorted(tmp_path.iterdir()) == [folder]
    assert added(capsys, file, folder) == (1, {"added": 0, "failed": 4, "articles": 0, "statements": 0})


def test_a_corpus_that_is_there_stays(tmp_path, folder, capsys):
    """An empty corpus and one with articles are left as they were by what cannot be read."""
    empty, full = tmp_path / "empty.db", tmp_path / "full.db"
    Corpus.open(empty).close()
    with Corpus.open(full) as corpus:
        corpus.add(TEXT)

    assert added(capsys, empty, folder)[1]["articles"] == 0
    assert added(capsys, full, folder)[1]["articles"] == 1
    assert empty.exists()


def test_the_first_article_is_added_like_the_others(tmp_path, folder, capsys):
    """A new file holds all that could be read, and what could not is told."""
    (folder / "a.txt").write_text(TEXT)
    (folder / "z.txt").write_text(LATER)

    assert added(capsys, tmp_path / "bridge.db", folder, "--outlet", "Harbor Ledger")[1]["added"] == 2
    with Corpus.open(tmp_path / "bridge.db", read_only=True) as corpus:
        assert [(one.name, one.articles) for one in corpus.outlets()] == [("Harbor Ledger", 2)]


def test_what_was_added_and_what_is_there_are_told_apart(tmp_path, folder, capsys):
    """The answer tells how many are new, and how many the corpus now holds."""
    (tmp_path / "a.txt").write_text(TEXT)
    file = tmp_path / "bridge.db"

    for number in ("1 article", "0 articles"):
        assert main(["corpus", "add", str(file), str(tmp_path / "a.txt")]) == 0
        assert capsys.readouterr().out == f"{number} added; {file} now holds 1 article, 0 statements\n"


def test_what_is_there_is_not_read_again(tmp_path, folder, pipeline, capsys):
    """A command that runs every day over a folder that grows reads only what has come."""
    (folder / "a.txt").write_text(TEXT)
    added(capsys, tmp_path / "bridge.db", folder)
    (folder / "z.txt").write_text(LATER)

    assert added(capsys, tmp_path / "bridge.db", folder)[1]["added"] == 1
    assert pipeline.seen == [TEXT, LATER]


def test_a_text_in_another_language_is_refused_unless_told(tmp_path, capsys):
    """The language is checked in a new corpus and in one that is there."""
    (tmp_path / "a.txt").write_text("Der Minister sagte, er bleibe bei seinem Plan für die Brücke. " * 5)
    (tmp_path / "b.txt").write_text(TEXT)
    paths = (tmp_path / "bridge.db", tmp_path / "a.txt", tmp_path / "b.txt")

    assert added(capsys, *paths)[1] == {"added": 1, "failed": 1, "articles": 1, "statements": 0}
    assert added(capsys, *paths)[1] == {"added": 0, "failed": 1, "articles": 1, "statements": 0}
    assert added(capsys, *paths, "--any-language")[1]["added"] == 1


def test_an_article_is_not_taken_for_the_corpus(tmp_path, capsys):
    """Who forgets to name the corpus is told so, and the article stays as it was."""
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(LATER)

    assert main(["corpus", "add", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]) == 1
    assert "a.txt is no corpus; name the corpus before everything else" in capsys.readouterr().err
    assert (tmp_path / "a.txt").read_text() == TEXT


def test_a_bar_is_wiped_before_the_answer(tmp_path, folder, monkeypatch, capsys):
    """On a terminal a bar stands while articles are added; errors have lines of their own, and nothing is left of it."""
    (folder / "a.txt").write_text(TEXT)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)

    assert main(["corpus", "add", str(tmp_path / "bridge.db"), str(folder)]) == 1
    lines = [line.rsplit("\r", 1)[-1] for line in capsys.readouterr().err.split("\n")]

    assert [line.partition(": ")[0] for line in lines] == ["attribution"] * 4 + [""]
