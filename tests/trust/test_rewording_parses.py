"""What the rules find in a parse stays what it is when marks, tense, names or surroundings change and the tags do not.

The reader has no part in this: what it makes of changed texts is measured in test_rewording_articles.py.
"""

import re
from pathlib import Path

import pytest

from attribution import Article
from attribution.document.conllu import from_conllu
from attribution.statements.row import row_of
from attribution.statements.steps import find_statements
from tests.trust.rewording import (
    curled,
    in_the_present,
    renamed,
    reworded,
    straightened,
    with_document_after,
    with_line_before,
)

PARSES = {
    file.stem: from_conllu(file.read_text(encoding="utf8"))
    for file in sorted((Path(__file__).parents[1] / "parses").glob("*.conllu"))
}
PLACES = ("start", "end", "source_spans", "cue_spans", "content_spans")
# *The road along the water stayed open.*: a paragraph in which nobody speaks and nobody is named
QUIET = from_conllu(
    """
1	The	the	DET	_	_	2	det	_	_
2	road	road	NOUN	_	_	6	nsubj	_	_
3	along	along	ADP	_	_	5	case	_	_
4	the	the	DET	_	_	5	det	_	_
5	water	water	NOUN	_	_	2	nmod	_	_
6	stayed	stay	VERB	_	_	0	root	_	_
7	open	open	ADJ	_	_	6	xcomp	_	SpaceAfter=No
8	.	.	PUNCT	_	_	6	punct	_	_
""".lstrip("\n")
)

parses = pytest.mark.parametrize("name", PARSES)


def rows(document, *, expected=str, moved=0):
    """Return the statements of a parse as rows of values, their words as `expected` changes them.

    The place of a parent stands for its id, which hangs on places; `moved` is how far the text was moved.
    """
    article = Article(text=document.text, id="article:1")
    statements = find_statements(document, article)
    places = {statement.id: place for place, statement in enumerate(statements)}
    found = []
    for statement in statements:
        row = dict(row_of(statement, article))
        row |= {"statement_id": places[statement.id], "parent": places.get(statement.parent)}
        row |= {place: re.sub(r"\d+", lambda m: str(int(m[0]) - moved), str(row[place])) for place in PLACES}
        found.append({key: expected(value) if isinstance(value, str) else value for key, value in row.items()})
    return found


@parses
@pytest.mark.parametrize("change", [straightened, lambda text: curled(straightened(text))], ids=["straight", "curly"])
def test_marks_of_another_kind(name, change):
    """Typewriter marks for typographic ones, and back, change no statement but for the marks in its words."""
    document = PARSES[name]

    assert rows(reworded(document, change), expected=straightened) == rows(document, expected=straightened)


@parses
def test_says_for_said(name):
    """Who *says* says what who *said* said."""
    document = PARSES[name]

    assert rows(reworded(document, in_the_present)) == rows(document, expected=in_the_present)


@parses
def test_other_names(name):
    """With other last names throughout, the same people say the same: nothing hangs on a name in a list."""
    document = PARSES[name]
    last_names = {word.text for word in document.words if word.entity == "I-Person" and len(word.text) > 3}
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, last_names)) or '(?!)'})\b", re.IGNORECASE)

    def change(text):
        return pattern.sub(lambda match: renamed(match[0]), text)

    assert rows(reworded(document, change)) == rows(document, expected=change)


@parses
@pytest.mark.parametrize(
    ("line", "role"),
    [("Share this article", "O"), ("By Orla Brenk and Tom Hale", "O"), ("updated 7:40 AM, May 14, 2021", "I-content")],
)
def test_a_line_of_the_page_above(name, line, role):
    """A button, a byline or a time stamp above the article moves its statements and changes none.

    The reader gave the words of a time stamp to the content of the first sentence.
    """
    document = PARSES[name]

    assert rows(with_line_before(document, line, role), moved=len(line) + 2) == rows(document)


@parses
def test_a_paragraph_below(name):
    """A last paragraph in which nobody speaks changes no statement."""
    document = PARSES[name]

    assert rows(with_document_after(document, QUIET)) == rows(document)


def test_a_time_stamp_that_the_reader_gave_to_a_content():
    """Where a content begins in a line of the page, the line is cut off and the statement stays."""
    document = PARSES["army-statement"]
    line = "updated 7:40 AM, May 14, 2021"
    cue = next(word.cue for word in document.words if word.role == "B-content")

    above = with_line_before(document, line, "I-content", cue)

    assert rows(above, moved=len(line) + 2) == rows(document)
