"""The command line: what it prints, and with which status it ends."""

import io
import json
import os
import re
import subprocess
import sys
from functools import partialmethod
from html import unescape

import pytest
from tqdm import tqdm

from attribution.command import main
from attribution.command.articles import number_of_articles
from attribution.document.conllu import from_conllu
from attribution.errors import ModelError
from attribution.graph.network.exchange.export import FORMATS as EXPORTS

QUOTE = "“We will not leave,” said Amina Haddad, a spokeswoman for the Dockers’ Union.\n"


@pytest.fixture(autouse=True)
def _without_models(monkeypatch, frozen_pipeline):
    monkeypatch.setattr("attribution.document.pipeline.default_pipeline", lambda: frozen_pipeline)


@pytest.fixture
def file(tmp_path):
    """Return a file with one statement in it."""
    path = tmp_path / "strike.txt"
    path.write_text(QUOTE, encoding="utf8", newline="")
    return str(path)


def test_table_is_printed(file, capsys):
    """Without options a readable table with the article's name comes out, and nothing else."""
    assert main(["read", file]) == 0
    out, err = capsys.readouterr()

    assert out.startswith(f"{file}\n\n#  speaker")
    assert "We will not leave" in out
    assert err == ""


def test_json_is_one_array_of_rows(file, capsys):
    """JSON holds the rows of every article, characters as they are."""
    assert main(["read", "--format", "json", file, file]) == 0
    out = capsys.readouterr().out

    assert [row["cue"] for row in json.loads(out)] == ["said", "said"]
    assert "’" in out


def test_json_without_statements_is_an_empty_array(tmp_path, capsys):
    """No statements are an array too."""
    (tmp_path / "a.txt").write_text("The port is shut.")

    assert main(["read", "--format", "json", str(tmp_path)]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_json_lines_are_one_row_each(file, capsys):
    """JSON lines stream: one statement a line."""
    assert main(["read", "--format", "jsonl", file, file]) == 0
    lines = capsys.readouterr().out.splitlines()

    assert [json.loads(line)["file"] for line in lines] == [file, file]


def test_json_holds_half_a_surrogate_pair(tmp_path, capsys):
    """A character that UTF-8 cannot hold is escaped, not lost and no crash."""
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": QUOTE, "title": "\ud83d"}))

    assert main(["read", "--format", "jsonl", str(tmp_path)]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "\ud83d"


def test_page_shows_text_and_table(file, capsys):
    """HTML is a whole page with the article's own words in it."""
    assert main(["read", "--format", "html", file]) == 0
    page = capsys.readouterr().out

    assert page.startswith("<!DOCTYPE html>")
    assert page.endswith("</html>\n")
    assert QUOTE in unescape(re.sub("<[^>]*>", "", page))
    assert "<table>" in page


def test_conllu_is_the_document(file, capsys):
    """CoNLL-U gives the document back."""
    assert main(["read", "--format", "conllu", file]) == 0
    out = capsys.readouterr().out

    assert out.startswith("# newdoc id = article:")
    assert from_conllu(out).text == QUOTE


def test_standard_input_is_read(monkeypatch, capsys):
    """A dash stands for standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(QUOTE.encode())))

    assert main(["read", "-"]) == 0
    assert capsys.readouterr().out.startswith("standard input\n")


def test_escapes_do_not_reach_the_terminal(tmp_path, capsys):
    """Control characters of an article, its name or an error are shown, not sent."""
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": QUOTE, "title": "\x1b[2J"}) + "\n{}\n")
    (tmp_path / "\x1b]0;b.txt").write_text("")

    assert main(["read", str(tmp_path)]) == 1
    assert "\x1b" not in "".join(capsys.readouterr())


def test_failing_article_is_reported_and_the_rest_is_read(tmp_path, file, capsys):
    """An article that cannot be read goes to standard error with its name; the status is 1."""
    (tmp_path / "a.txt").write_bytes(b"caf\xe9")

    assert main(["read", "--format", "jsonl", str(tmp_path / "a.txt"), "missing.txt", file]) == 1
    out, err = capsys.readouterr()

    assert len(out.splitlines()) == 1
    assert re.fullmatch(
        r"attribution: .*a\.txt: is not UTF-8: byte 0xe9 at offset 3 .*\nattribution: missing\.txt: does not exist; .*\n",
        err,
    )


def test_encoding_and_language_can_be_told(tmp_path, capsys):
    """What the library can be told, the command can."""
    (tmp_path / "a.txt").write_bytes(("Der Minister sagte, er bleibe bei seinem Plan für Köln. " * 5).encode("cp1252"))

    assert main(["read", "--encoding", "cp1252", str(tmp_path)]) == 1
    assert main(["read", "--encoding", "cp1252", "--any-language", str(tmp_path)]) == 0
    err = capsys.readouterr().err
    assert "does not look English" in err
    assert "or pass --any-language" in err
    assert main(["read", str(tmp_path)]) == 1
    assert "--encoding cp1252" in capsys.readouterr().err


def test_outlet_and_date_can_be_told(tmp_path, file, capsys):
    """What is told of articles goes before what their files say, and stands in every row."""
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": QUOTE, "outlet": "Wire", "title": "A strike"}))

    assert (
        main(["read", "--json", "--outlet", "Ledger", "--published", "2026-03-02", file, str(tmp_path / "a.jsonl")])
        == 0
    )
    rows = json.loads(capsys.readouterr().out)

    assert [(row["outlet"], row["published"], row["title"]) for row in rows] == [
        ("Ledger", "2026-03-02", ""),
        ("Ledger", "2026-03-02", "A strike"),
    ]


def test_missing_model_is_a_message(file, monkeypatch, capsys):
    """What stops everything is told without a traceback."""

    def fail():
        raise ModelError("reader.onnx", "is missing", "reinstall the package")

    monkeypatch.setattr("attribution.document.pipeline.default_pipeline", fail)

    assert main(["read", file]) == 1
    assert capsys.readouterr().err == "attribution: the model file reader.onnx is missing; reinstall the package\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "attribution who-said truce.db"),
        (["corpus"], "attribution corpus info truce.db"),
        (["read"], "attribution read --help shows more"),
        (["read", "--format", "xml", "a.txt"], "'xml'"),
        (["read", "--published", "Monday", "a.txt"], "'Monday' is no date; write it as 2026-03-02"),
        (["count", "a.txt"], "'who-said'"),
        (["who-said", "a.db", "The", "bridge"], "put a claim or name of several words in quotation marks"),
    ],
)
def test_wrong_usage_ends_with_two(arguments, told, capsys):
    """Usage errors have the usual status, on standard error a usage line and what helps."""
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    out, err = capsys.readouterr()

    assert (caught.value.code, out) == (2, "")
    assert err.startswith("usage: attribution")
    assert told in err


def test_help_names_every_format_of_an_export(capsys):
    """Each format and each ending that the library writes stands in the help."""
    with pytest.raises(SystemExit):
        main(["export", "--help"])
    words = {*re.findall(r"[.\w-]+\w", capsys.readouterr().out)}

    assert {*EXPORTS} <= words
    assert {ending for export in EXPORTS.values() for ending in export.endings} <= words


def on_a_terminal(monkeypatch):
    """Make standard error a terminal on which every step is drawn."""
    monkeypatch.setattr(tqdm, "__init__", partialmethod(tqdm.__init__, mininterval=0))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)


def on_screen(written):
    """Return the lines that a terminal shows in the end of what was written, without those that were wiped."""
    return [line.rsplit("\r", 1)[-1] for line in written.split("\n")]


def test_progress_shows_on_a_terminal(file, monkeypatch, capsys):
    """A bar of all that is known stands on a terminal while output goes elsewhere, and is wiped at the end."""
    on_a_terminal(monkeypatch)

    assert main(["read", "--format", "jsonl", file, file]) == 0
    err = capsys.readouterr().err

    assert re.search(r"reading articles \|.*\| 1 of 2, [\d:?]+ left", err)
    assert on_screen(err) == [""]


def test_no_progress_elsewhere(file, capsys):
    """Nothing is drawn into a file."""
    assert main(["read", "--format", "jsonl", file, file]) == 0
    assert capsys.readouterr().err == ""


def test_progress_without_a_known_number(monkeypatch, capsys):
    """Where nobody can tell how many come, their number alone is told."""
    on_a_terminal(monkeypatch)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(QUOTE.encode())))

    assert main(["read", "--format", "jsonl", "-"]) == 0
    err = capsys.readouterr().err

    assert "reading articles: 1" in err
    assert on_screen(err) == [""]


def test_an_error_does_not_tear_the_bar(tmp_path, file, monkeypatch, capsys):
    """What is said of an article that cannot be read has lines of its own; the bar goes on and is wiped."""
    on_a_terminal(monkeypatch)
    (tmp_path / "a.txt").write_bytes(b"caf\xe9")

    assert main(["read", "--format", "jsonl", file, str(tmp_path / "a.txt"), "missing.txt"]) == 1
    lines = on_screen(capsys.readouterr().err)

    assert [line.startswith("attribution: ") for line in lines] == [True, True, False]
    assert lines[-1] == ""


def test_articles_are_counted_by_their_files(tmp_path, file):
    """A folder holds its readable files, JSON lines an article on each line; a pattern is not looked into."""
    (tmp_path / "a.jsonl").write_text('{"text": "a"}\n\n{"text": "b"}\n')
    (tmp_path / ".hidden.txt").write_text("no")
    (tmp_path / "notes.pdf").write_text("no")

    assert number_of_articles([str(tmp_path)]) == 3
    assert number_of_articles([file, str(tmp_path / "a.jsonl")]) == 3
    assert number_of_articles([str(tmp_path / "*.txt")]) is number_of_articles(["-"]) is None


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        (["corpus"], "  attribution corpus add truce.db articles/"),
        (["read"], "page with the words marked in the text, --format html"),
        (["corpus", "add"], "Articles that are in it already are neither read nor added again"),
        (["source"], "attribution sources CORPUS lists all"),
        (["who-said"], "--least CHANCE"),
    ],
)
def test_help_shows_an_example(command, shown, capsys):
    """A command's help says what it is for, and has a line to copy."""
    with pytest.raises(SystemExit):
        main([*command, "--help"])
    out = capsys.readouterr().out

    assert " ".join(shown.split()) in " ".join(out.split())
    assert "example" in out


PROGRAM = """
import sys
import attribution.document.pipeline
from attribution import Document
from attribution.command import main

class Pipeline:
    def annotate(self, texts):
        return [Document(text, (), ()) for text in texts]

attribution.document.pipeline.default_pipeline = Pipeline
sys.exit(main(["read", *sys.argv[1:]]))
"""


def test_reader_that_stops_early_is_no_failure(file):
    """`attribution read … | head -0` ends quietly."""
    reading, writing = os.pipe()
    os.close(reading)

    found = subprocess.run([sys.executable, "-c", PROGRAM, file], stdout=writing, stderr=subprocess.PIPE, check=False)

    os.close(writing)
    assert (found.returncode, found.stderr) == (0, b"")


def test_output_is_utf8_whatever_the_terminal_speaks(file):
    """Formats for other programs are UTF-8; a table is what the terminal can show."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}

    for options in (["--format", "html"], []):
        command = [sys.executable, "-c", PROGRAM, file, *options]
        found = subprocess.run(command, capture_output=True, env=environment, check=True)
        assert ("’".encode() in found.stdout) == bool(options)
