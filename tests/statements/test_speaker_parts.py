"""Parts of a group, bodies whose names stand behind their descriptions, and whom *she* means, on frozen parses."""

import pytest

from attribution.statements.statement import Statement
from attribution.statements.steps import find_statements
from attribution.text.article import Article
from attribution.text.span import words_of


@pytest.fixture(scope="module")
def statement(document):
    """Return the first statement with this source and, if given, cue: `statement("parts", "One of them")`."""

    def find(parse: str, source: str, cue: str = "") -> Statement:
        parsed = document(f"speaker-{parse}")
        found = find_statements(parsed, Article(text=parsed.text, id="article:test"))
        return next(
            one
            for one in found
            if words_of(one.source, parsed.text).rstrip(",") == source and cue in words_of(one.cue, parsed.text)
        )

    return find


NAMES = [
    ("parts", "One of them", "One of the harbor inspectors"),
    ("parts", "Some of them", "Some of the harbor inspectors"),
    ("parts", "A third inspector", "A third inspector"),
    ("appositions", "The utility that runs the dam, Upland Power", "Upland Power"),
    ("appositions", "The company", "Upland Power"),
    ("appositions", "Ruma’s gas company, Tirgas", "Tirgas"),
    ("appositions", "The ferry’s owner, Iria Lines", "Iria Lines"),
    ("appositions", "The head of the firm, Quill Motors", "The head of the firm"),
    ("client", "she", "Ansu Nwaku"),
    ("client", "She", "Miriam Castell"),
    ("pieces", "Police there", "Police there"),
    ("pieces", "A Kessel University poll published in early March", "A Kessel University poll"),
    ("pieces", "Ito’s brother, Jordan", "Jordan"),
    ("pieces", "The unnamed official", "The unnamed official"),
    ("asked", "Nora Quill", "Nora Quill"),
    ("asked", "Quill", "Nora Quill"),
]


@pytest.mark.parametrize(("parse", "source", "name"), NAMES)
def test_source_means_its_party(statement, parse, source, name):
    """A part is not its group, a body has the name behind its description, and nobody is the client of their own."""
    assert statement(parse, source).speaker.name == name


@pytest.mark.parametrize(
    ("source", "body"),
    [
        ("Its chief executive, Dana Orrin", "Calder Freight"),
        ("Its president", "Harbor Union"),
        ("Its lawyer", "Brightwater Trust"),
        ("A company spokesman", "Larkin Bank"),
    ],
)
def test_its_president_speaks_for_it(statement, source, body):
    """*Its* means the body that the sentence before is about: not a dateline, and not the other party of a suit."""
    assert statement("owners", source).speaker.organizations == (body,)


@pytest.mark.parametrize(
    ("source", "count"), [("One of them", (1, 1)), ("A third inspector", (1, 1)), ("Some of them", (2, None))]
)
def test_part_is_counted_by_itself(statement, source, count):
    """*One of them* is one, and *a third inspector* no third of the inspectors."""
    assert statement("parts", source).speaker.count == count


@pytest.mark.parametrize(
    ("source", "body"),
    [
        ("The head of the firm, Quill Motors", "Quill Motors"),
        ("A spokesman for the supplier, Talon Works", "Talon Works"),
    ],
)
def test_speaker_for_a_body_speaks_for_its_name(statement, source, body):
    """Who heads *the firm, Quill Motors* heads Quill Motors, and is not called so."""
    assert statement("appositions", source).speaker.organizations == (body,)


@pytest.mark.parametrize("cue", ["Asked", "asked about"])
def test_nobody_named_asks_what_is_put_to_somebody(statement, cue):
    """In *Asked whether it could be shut, Ito said no* Ito answers; who asked is not named."""
    assert statement("asked", "", cue).speaker is None


@pytest.mark.parametrize(
    "source", ["A survey being mailed on Thursday by a team of engineers", "A report published Monday"]
)
def test_a_day_names_no_document(statement, source):
    """*Thursday* is a proper noun, and no name of the survey."""
    assert not statement("dated", source).speaker.named
