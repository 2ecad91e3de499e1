"""How far a content reaches: what the reader took from other sentences, left out or took along, on a frozen parse."""

import pytest

from attribution.document.document import Document
from attribution.statements.contents.mending import mend_contents
from attribution.statements.grouping import Parts
from attribution.text.span import Span


def places(document: Document, text: str, after: int = 0) -> tuple[int, ...]:
    """Return the words of the first places, after a character, that hold the pieces of a text, which dots part."""
    starts = [(document.text.index(piece, after), piece) for piece in text.split(" … ")]
    return tuple(i for start, piece in starts for i in document.words_within(Span(start, start + len(piece))))


CONTENTS = [
    (
        "two harbor officials said",
        "Storm closes two piers … The pier was shut on Monday",
        "The pier was shut on Monday",
    ),
    ("She said", "that the crane was “ours to lose.” Shares fell 4 percent", "that the crane was “ours to lose.”"),
    ("Ito said", "“We left at noon,” … “Nobody stayed.”", "“We left at noon,” … “Nobody stayed.”"),
    ("Ito said, is", "The pier, which … is full on Sundays", "which … is full on Sundays"),
    ("Ito told reporters", "“It was dark.” … that help would come", "that help would come"),
    ("Haddad called for", "more money in a statement on Friday", "more money"),
    ("Quill said", "its planes", "its planes, which were bought in March, had worked"),
    ("The mayor added:", "It was late", "It was late. Nobody stayed behind."),
]


@pytest.mark.parametrize(("attribution", "given", "expected"), CONTENTS)
def test_content_is_what_is_said(document, attribution, given, expected):
    """Headings, the article's own sentences and how it was said are left out; a clause and a block are whole."""
    parse = document("contents")
    words = places(parse, attribution)
    cue = next(i for i in words if parse.words[i].upos == "VERB")
    sides = {"source": tuple(i for i in words if i < cue), "cue": tuple(i for i in words if i == cue)}
    start = parse.text.index("The pier, which") if "which" in given else 0

    found = mend_contents(parse, [Parts(**sides, content=places(parse, given, start))])

    assert found == (Parts(**sides, content=places(parse, expected, start)),)


def test_content_without_cue_stays(document):
    """What stands alone is no cue's, so nothing tells where it should end."""
    parse = document("contents")
    alone = Parts(content=places(parse, "Nobody was hurt. … Shares fell"))

    assert mend_contents(parse, [alone]) == (alone,)
