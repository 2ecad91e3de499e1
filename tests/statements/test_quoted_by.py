"""Whose words somebody else passed on."""

import pytest

from attribution.statements.grouping import group
from attribution.statements.quoting.quoted_by import with_who_is_quoted


def said_in(document, sentence):
    """Return source, cue and content of the attribution in a sentence, as words."""
    found = next(parts for parts in group(document) if document.sentence_of(parts.cue[0]).index == sentence)
    mended = with_who_is_quoted(document, found)
    return tuple(" ".join(document.words[i].text for i in part) for part in (mended.source, mended.cue, mended.content))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (0, ("Mayor Amina Haddad", "was quoted as saying", "that the bridge would close in May")),
        (1, ("an engineer", "quoted as saying", "the piers were cracked")),
        (2, ("He", "was quoted as telling", "repairs would cost $ 4 million")),
    ],
)
def test_who_is_quoted_speaks(document, sentence, expected):
    """Neither the paper that quotes nor the reporters who are told are the source."""
    assert said_in(document("quoted-by"), sentence) == expected


def test_other_cues_stay(document):
    """*It is believed that* quotes nobody."""
    parsed = document("sourceless")

    assert [with_who_is_quoted(parsed, parts) for parts in group(parsed)[:2]] == list(group(parsed)[:2])
