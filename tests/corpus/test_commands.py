"""The commands that ask a corpus: what they print, in words and in JSON, and how they fail."""

import json
import os
import re
import subprocess
import sys
from xml.etree import ElementTree

import numpy as np
import pytest
from attrs import evolve

from attribution.command import main
from attribution.corpus.storage.store import Store
from attribution.graph.matching.matcher import STEPS, WIDTH
from attribution.statements.statement import Speaker, SpeakerKind, Stance
from attribution.text.columns import display_width

CLAIM = "The bridge will close in May"
HOSTILE = "Rui \x1b[2J<b>Dias"


class NearMatcher:
    """The matcher without a model, with vectors of length 1: the same words are alike to 1."""

    searcher_sum = "words"

    def __init__(self, judge):
        self.judge = judge

    def vectors(self, texts):
        """Return vectors in which each word has sixteen places of its own."""
        found = np.zeros((len(texts), WIDTH), np.float32)
        for row, text in enumerate(texts):
            for word in text.lower().split():
                found[row, sum(map(ord, word)) % (WIDTH - 16) :][:16] += 1
        return np.rint(found / np.linalg.norm(found, axis=1, keepdims=True) * STEPS).clip(-127, 127).astype(np.int8)


@pytest.fixture
def matcher(matcher):
    """Return a matcher that finds what has the same words."""
    return NearMatcher(matcher.judge)


@pytest.fixture(autouse=True)
def _without_models(monkeypatch, matcher):
    monkeypatch.setattr("attribution.corpus.collection.open_matcher", lambda: matcher)


@pytest.fixture
def file(tmp_path, entry, matcher):
    """Return the file of a corpus: Ann Lee of the Works Office says so, a man with a hostile name denies it."""
    voices = (
        (Speaker(name="Ann Lee", kind=SpeakerKind.PERSON, named=True, organizations=("Works Office",)), Stance.ASSERTS),
        (Speaker(name=HOSTILE, kind=SpeakerKind.PERSON, named=True), Stance.DENIES),
    )
    with Store(tmp_path / "bridge.db") as store:
        for number, (speaker, stance) in enumerate(voices):
            made = entry(number, f"The bridge will close in May {number}, somebody said.")
            statement = evolve(made.statements[0], speaker=speaker, stance=stance)
            alone = {"statements": (statement,), "claim_texts": (CLAIM,), "takes_up": ((),)}
            store.add(evolve(made, vectors=(matcher.vectors([CLAIM])[0].tobytes(),), **alone))
        store.set("searcher", "words")
    return str(tmp_path / "bridge.db")


@pytest.fixture
def empty(tmp_path):
    """Return the file of a corpus without articles."""
    Store(tmp_path / "empty.db").close()
    return str(tmp_path / "empty.db")


ASKED = {
    "corpus info": [],
    "who-said": [CLAIM],
    "who-said --explain": [CLAIM],
    "corroborate": [CLAIM],
    "source": ["Ann Lee"],
    "organization": ["Works Office"],
    "sources": [],
    "claims": [],
    "contradictions": [],
    "copies": [],
}


def run(command, file, *more):
    """Run a command on a corpus and return its status."""
    words = command.split()
    verbs, options = [w for w in words if not w.startswith("-")], [w for w in words if w.startswith("-")]
    return main([*verbs, file, *more, *options])


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        ("corpus info", "2 articles, 2 statements"),
        ("who-said", "contradicts"),
        ("who-said --explain", "on these terms: anonymous"),
        ("corroborate", "1 independent source for, 1 against"),
        ("source", "organizations: Works Office"),
        ("organization", "sources: Ann Lee"),
        ("sources", "Ann Lee"),
        ("claims", CLAIM),
        ("contradictions", "Ann Lee"),
        ("copies", "no copies"),
    ],
)
def test_each_command_answers_in_words(file, command, shown, capsys):
    """What is asked for stands in the answer, and nothing that a terminal obeys."""
    assert run(command, file, *ASKED[command]) == 0
    out, err = capsys.readouterr()

    assert shown in out
    assert "\x1b" not in out
    assert err == ""


@pytest.mark.parametrize("command", ASKED)
def test_each_command_answers_in_json(file, command, capsys):
    """With `--json` the answer is one JSON value, and only that."""
    assert run(command, file, *ASKED[command], "--json") == 0

    assert json.loads(capsys.readouterr().out) is not None


def test_json_has_what_is_shown(file, capsys):
    """Rows of listings have the columns of their `rows()`, explanations stand beside answers, outlets in the overview."""
    found = {}
    for command in ("sources", "claims", "contradictions", "who-said --explain", "corpus info"):
        run(command, file, *ASKED[command], "--json")
        found[command] = json.loads(capsys.readouterr().out)

    assert {row["name"] for row in found["sources"]} == {"Ann Lee", HOSTILE}
    assert [row["statements"] for row in found["claims"]] == [2]
    assert [row["supporting"] for row in found["contradictions"]] == ["Ann Lee"]
    assert all(row["explanation"].startswith(f"claim: {CLAIM}") for row in found["who-said --explain"])
    assert found["corpus info"]["outlets"][0]["name"] == "Harbor Ledger"


def test_claims_about_a_topic(file, capsys):
    """Only claims near the topic are listed."""
    assert main(["claims", file, "--about", CLAIM]) == 0
    assert CLAIM in capsys.readouterr().out
    assert main(["claims", file, "--about", "wine"]) == 0
    assert capsys.readouterr().out == "no claims\n"


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        ("corpus info", "0 articles, 0 statements\n"),
        ("who-said", f"nobody says '{CLAIM}'\n"),
        ("who-said --explain", f"nobody says '{CLAIM}'\n"),
        ("corroborate", "nobody in the corpus says so"),
        ("sources", "no sources\n"),
        ("claims", "no claims\n"),
        ("contradictions", "no contradictions\n"),
        ("copies", "no copies\n"),
    ],
)
def test_an_empty_corpus_answers_that_it_is(empty, command, shown, capsys):
    """An empty corpus is no error."""
    assert run(command, empty, *ASKED[command]) == 0
    assert shown in capsys.readouterr().out


@pytest.mark.parametrize("command", ASKED)
def test_a_corpus_that_is_not_there_is_named(tmp_path, command, capsys):
    """Nothing is made where something was to be asked."""
    missing = tmp_path / "missing.db"

    assert run(command, str(missing), *ASKED[command]) == 1
    assert "missing.db is not there; make one: attribution corpus add" in capsys.readouterr().err
    assert not missing.exists()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["source", "Lee"], "no single source is called 'Lee'; perhaps one of 'Ann Lee'"),
        (["source", "X"], "no source is called 'X' among 2; attribution sources CORPUS shows all"),
        (["organization", "Nobody"], "no organization is called 'Nobody' among 1; attribution report CORPUS shows all"),
        (["who-said", CLAIM, "--outlet", "Nope"], "no outlet is called 'Nope' among 1; there are 'Harbor Ledger'\n"),
        (["who-said", CLAIM, "--source", "Nope"], "no source is called 'Nope' among 2; attribution sources CORPUS"),
    ],
)
def test_what_cannot_be_answered_is_said(file, arguments, complaint, capsys):
    """The status is 1, the complaint one line on standard error."""
    command, *more = arguments

    assert main([command, file, *more]) == 1
    out, err = capsys.readouterr()
    assert complaint in err
    assert (out, err.count("\n")) == ("", 1)


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["who-said", "?!"], "pass a sentence"),
        (["who-said", ""], "pass a sentence"),
        (["who-said", CLAIM, "--since", "yesterday"], "'yesterday' is no day; write it as 2026-03-02"),
        (["claims", "--about", " "], "pass a sentence"),
        (["export", "graph.xyz"], "the formats are node-link"),
    ],
)
def test_a_command_that_is_not_understood(file, arguments, complaint, capsys):
    """The status is 2, as for any wrong usage, the complaint one line on standard error."""
    command, *more = arguments

    assert main([command, file, *more]) == 2
    out, err = capsys.readouterr()
    assert complaint in err
    assert (out, err.count("\n")) == ("", 1)


def test_of_several_sources_each_is_told_where_it_is_seen(tmp_path, entry, capsys):
    """The ids of a name that several have stand beside what tells them apart, and lead to one each."""
    file = tmp_path / "crossing.db"
    with Store(file) as store:
        for number in range(2):
            made = entry(number)
            article = evolve(made.article, published=f"2026-03-0{number + 1}")
            guard = Speaker(name="the coast guard", kind=SpeakerKind.ORGANIZATION, named=False)
            statement = evolve(made.statements[0], speaker=guard, article_id=article.id)
            alone = {"statements": (statement,), "claim_texts": (CLAIM,), "takes_up": ((),)}
            store.add(evolve(made, article=article, vectors=made.vectors[:1], **alone))

    assert main(["source", str(file), "the coast guard"]) == 1
    err = capsys.readouterr().err
    told = re.findall(r"(source:\w+) \((Harbor Ledger, [\d-]+)\)", err)

    assert err.startswith("attribution: several sources are called 'the coast guard'; give the id of one: source:")
    assert sorted(where for _, where in told) == ["Harbor Ledger, 2026-03-01", "Harbor Ledger, 2026-03-02"]
    for identity, where in told:
        assert main(["source", str(file), identity]) == 0
        assert where.rpartition(" ")[2] in capsys.readouterr().out


def test_a_folder_is_no_corpus(tmp_path, capsys):
    """Where a file is meant, a folder is called one."""
    assert main(["sources", str(tmp_path)]) == 1
    assert "is a folder" in capsys.readouterr().err


def test_a_file_that_is_no_corpus_is_refused(tmp_path, capsys):
    """A text file is not taken for a corpus, and is left as it was."""
    path = tmp_path / "notes.txt"
    path.write_text("The bridge will close.")

    assert main(["corpus", "info", str(path)]) == 1
    assert "notes.txt" in capsys.readouterr().err
    assert path.read_text() == "The bridge will close."


@pytest.mark.parametrize("options", [[], ["--timeline"], ["--around", "2", "--most", "1"]])
def test_a_picture_is_written(file, tmp_path, options, capsys):
    """The claim with its sources, or its timeline, as a whole SVG file, whose path is printed."""
    path = tmp_path / "claim.svg"

    assert main(["draw", file, CLAIM, str(path), *options]) == 0
    assert capsys.readouterr().out == f"{path}\n"
    assert ElementTree.parse(path).getroot().tag.endswith("svg")


@pytest.mark.parametrize(
    ("path", "status", "complaint"),
    [("claim.docx", 2, "the ending of no picture; the formats are svg"), ("missing/claim.png", 1, "cannot be written")],
)
def test_a_picture_that_cannot_be_written(file, tmp_path, path, status, complaint, capsys):
    """An ending that is no picture's and a folder that is not there are named, and nothing is left behind."""
    before = sorted(tmp_path.iterdir())

    assert main(["draw", file, CLAIM, str(tmp_path / path)]) == status
    assert complaint in capsys.readouterr().err
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    "options", [["--most", "0"], ["--around", "-1"], ["--around", "two"], ["--least", "2"], ["--least", "often"]]
)
def test_numbers_are_checked(file, options, capsys):
    """A number that cannot be is wrong usage."""
    with pytest.raises(SystemExit) as caught:
        main(["draw", file, CLAIM, "claim.svg", *options])

    assert caught.value.code == 2
    assert "is no " in capsys.readouterr().err or options[1] == "-1"


def test_the_least_chance_can_be_told(file, capsys):
    """Only what is as likely as that is an answer, and counts."""
    assert main(["who-said", file, CLAIM, "--least", "1"]) == 0
    assert capsys.readouterr().out == f"nobody says '{CLAIM}' within these limits\n"
    assert main(["corroborate", file, CLAIM, "--least", "1"]) == 0
    assert "nobody in the corpus says so" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["corroborate", "who-said", "who-said --explain", "source", "organization"])
def test_no_line_is_wider_than_the_terminal(file, command, monkeypatch, capsys):
    """Tables keep to the width, and lines are folded."""
    monkeypatch.setenv("COLUMNS", "80")

    assert run(command, file, *ASKED[command]) == 0
    assert all(display_width(line) <= 80 for line in capsys.readouterr().out.splitlines())


@pytest.mark.parametrize("command", ["claims", "contradictions", "report", "export"])
def test_what_takes_long_says_what_it_does(file, tmp_path, command, monkeypatch, capsys):
    """On a terminal the work is named as long as it is done; elsewhere nothing is said."""
    more = [str(tmp_path / "graph.graphml")] if command == "export" else []
    assert main([command, file, *more]) == 0
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)

    assert main([command, file, *more]) == 0
    err = capsys.readouterr().err
    assert err.startswith("\rcomparing 2 statements with each other …\r")
    assert err.rsplit("\r", 1)[-1] == ""


def test_colours_are_for_a_terminal(file, monkeypatch, capsys):
    """There headings are bold, support, contradiction and terms coloured; JSON has none, nor who wants none."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    shown = {}
    for options, environment in (("", {}), ("--json", {}), ("", {"NO_COLOR": "1"}), ("", {"TERM": "dumb"})):
        with monkeypatch.context() as patched:
            patched.setenv("TERM", "xterm")
            patched.delenv("NO_COLOR", raising=False)
            for name, value in environment.items():
                patched.setenv(name, value)
            assert run(f"who-said {options}", file, CLAIM) == 0
        shown[options, *environment] = capsys.readouterr().out

    assert all(f"\x1b[{style}\x1b[0m" in shown[("",)] for style in ("1mspeaker", "31mcontradicts", "35manonymous"))
    assert [options for options, out in shown.items() if "\x1b[" in out] == [("",)]


@pytest.mark.parametrize("command", ["corroborate", "who-said", "who-said --explain", "source", "sources", "claims"])
def test_only_the_command_colours(file, command, monkeypatch, capsys):
    """With colours on, what an article's text wants of the terminal is still shown, and the width is kept."""
    plain = main_on_terminal(command, file, monkeypatch, capsys, colours=False)
    coloured = main_on_terminal(command, file, monkeypatch, capsys, colours=True)

    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain
    assert "\x1b" not in plain
    assert ("\x1b" in coloured) == (command != "who-said --explain")
    assert all(display_width(line) <= 80 for line in coloured.splitlines())


def main_on_terminal(command, file, monkeypatch, capsys, *, colours):
    """Return what a command prints on a terminal of 80 columns."""
    with monkeypatch.context() as patched:
        patched.setattr(sys.stdout, "isatty", lambda: True)
        patched.setenv("COLUMNS", "80")
        patched.setenv("TERM", "xterm")
        patched.setenv("NO_COLOR", "" if colours else "1")
        assert run(command, file, *(["Ann Lee"] if command == "source" else ASKED[command])) == 0
    return capsys.readouterr().out


def test_who_stops_listening_is_no_failure(file):
    """`attribution corpus info … | head -0` ends quietly."""
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "attribution", "corpus", "info", file]

    found = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)

    os.close(writing)
    assert (found.returncode, found.stderr) == (0, b"")
