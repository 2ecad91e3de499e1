"""Transcripts and interviews."""

import pytest

from attribution.document.document import Document, Sentence, Word
from attribution.statements.quoting.transcripts import turns_of

INTERVIEW = """Partial transcript as follows:

"HADDAD: Will the port open?

"MERCER: It will. I said so on Monday.

We never closed it.

"(CROSSTALK.)

"HADDAD: And the cranes?

"MERCER: They work.

The interview was taped on Sunday."""


def words(text):
    """Return a document of bare words, one sentence for all."""
    found, at = [], 0
    for i, token in enumerate(text.replace(":", " :").replace('"', " ").split()):
        start = text.index(token, at)
        at = start + len(token)
        found.append(Word(i, token, start, at))
    return Document(text, tuple(found), (Sentence(0, 0, len(found) - 1),))


def said(text):
    """Return who says what, as the article's words."""
    document = words(text)
    return [
        (document.slice(p.source[0], p.source[-1]), " ".join(document.words[i].text for i in p.content))
        for p in turns_of(document)
    ]


def test_each_turn_is_its_speakers():
    """A turn runs to the next speaker; asides and what follows the last turn belong to nobody."""
    assert said(INTERVIEW) == [
        ("HADDAD", "Will the port open?"),
        ("MERCER", "It will. I said so on Monday. We never closed it."),
        ("HADDAD", "And the cranes?"),
        ("MERCER", "They work."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "NOTE: The port is closed.\n\nIt opens on Monday.\n\nUPDATE: It opened.",
        "Haddad: Port will open\n\nThe port will open, Haddad said.\n\nMercer: It is late.",
        "WATCH: One\n\nREAD: Two\n\nLISTEN: Three",
    ],
)
def test_labels_and_headlines_make_no_transcript(text):
    """A label before a colon, here and there, is no conversation: nobody speaks twice."""
    assert said(text) == []


def test_questions_and_answers():
    """Q and A are speakers like any."""
    assert said("Q: Why now?\n\nA: Because.\n\nQ: Really?\n\nA: Yes.")[1] == ("A", "Because.")


def test_a_role_may_follow_a_name():
    """*NORA QUILL, HOST:* opens a turn of hers, as her last name alone does later."""
    text = "NORA QUILL, HOST: Good morning.\n\nHADDAD: Morning.\n\nQUILL: And the port?\n\nHADDAD: It opens."

    assert said(text) == [
        ("NORA QUILL, HOST", "Good morning."),
        ("HADDAD", "Morning."),
        ("QUILL", "And the port?"),
        ("HADDAD", "It opens."),
    ]
