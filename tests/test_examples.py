"""The examples of pages that no build of the documentation executes are run as they stand there."""

import re
import shlex
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest

import attribution
from attribution.command import main

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"


def blocks(page, language):
    """Return the blocks of a page that are in a language."""
    return re.findall(rf"```{language}\n(.*?)```", (DOCS / page).read_text("utf8"), re.DOTALL)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return a folder that has `docs` and a folder of articles, and is the one to work in."""
    (tmp_path / "docs").symlink_to(DOCS)
    articles = tmp_path / "articles/vale-post"
    articles.mkdir(parents=True)
    (articles / "strike.txt").write_bytes((DOCS / "examples/port-strike.txt").read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_example_of_reading_files_runs(monkeypatch):
    """The one example of the page on files is executed from the project's folder."""
    monkeypatch.chdir(ROOT)
    names = {"attribution": attribution}
    (example,) = blocks("reference/files.md", "python")

    exec(example, names)

    assert {article.file for article in names["articles"]} >= {"docs/examples/dam-inquiry.txt"}
    assert names["errors"] == []


def test_the_commands_of_the_reference_run_one_after_the_other(folder, capsys):
    """Every command of the page ends well and answers; then the page's corpus is drawn as the page on pictures says."""
    pytest.importorskip("matplotlib", reason="the extra `pictures` is not installed")
    lines = [line for block in blocks("reference/command.md", "sh") for line in block.splitlines()]

    for line in lines:
        program, *words = shlex.split(line)
        assert program == "attribution"
        assert main(words) == 0, line
        assert capsys.readouterr().out.strip(), line
    assert len(lines) > 10
    (example,) = blocks("how-to/pictures.md", "python")
    with attribution.Corpus.open("ferry.db") as corpus:
        exec(example, {"corpus": corpus, "claim": "The ferry had been overloaded"})
    assert "<svg" in (folder / "ferry.svg").read_text("utf8")


class Client:
    """Stands for a cluster's."""

    def __init__(self, executor):
        self.get_executor = lambda: executor

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None


def test_the_examples_of_other_processes_run(folder, monkeypatch, frozen_pipeline):
    """Both examples of the page on clusters add what is read; threads stand for the processes and the cluster here."""
    threads = ThreadPoolExecutor(2)
    monkeypatch.setattr("attribution.document.pipeline.default_pipeline", lambda: frozen_pipeline)
    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", lambda number, mp_context: ThreadPoolExecutor(number))
    monkeypatch.setitem(sys.modules, "distributed", SimpleNamespace(Client=lambda address: Client(threads)))
    for example in blocks("how-to/cluster.md", "python"):
        with attribution.Corpus() as corpus:
            exec(example, {"attribution": attribution, "corpus": corpus})

            assert len(corpus) == 1


def test_a_folder_of_models_is_loaded_as_the_page_says(monkeypatch):
    """The paths of the example are those of the models that ship, seen from the package's folder."""
    monkeypatch.chdir(ROOT / "attribution")
    names = {"attribution": attribution}

    exec(blocks("how-to/stanza-models.md", "python")[-1], names)

    assert [len(document.sentences) for document in names["pipeline"].annotate(["It rains. It snows."])] == [2]
