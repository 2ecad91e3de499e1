"""Tests of cues that name nobody who speaks."""

import pytest

from attribution.statements.cues.sourceless import is_sourceless


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (0, True),
        (1, True),
        (2, True),
        (3, False),
        (4, False),
        (5, True),
        (6, False),
        (7, False),
        (8, True),
        (9, True),
        (10, False),
        (11, True),
    ],
)
def test_cues_without_a_speaker(document, parts_of, sentence, expected):
    """*reportedly*, *it is believed*, *was accused of* name nobody; *was quoted as saying* and *by the ministry* do."""
    parsed = document("sourceless")
    source, cue, _ = parts_of(parsed, sentence)

    assert is_sourceless(parsed, cue, source) is expected


def test_no_cue_is_not_sourceless(document):
    """A floating quotation lacks a cue, and its speaker stands elsewhere."""
    assert is_sourceless(document("sourceless"), ()) is False


def test_who_says_of_something_speaks(document):
    """*Haddad said of the offer* is said by her; only *accused of* and *believed to hold* leave the speaker out."""
    parsed = document("shared-sources")
    said = next(w.index for w in parsed.words if w.text == "said" and parsed.words[w.index + 1].text == "of")

    assert not is_sourceless(parsed, (said,), (said - 1,))
