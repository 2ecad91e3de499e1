"""Lemmas of verbs that no dictionary has."""

import pytest

from attribution.document.stanza_lemmatizer import regular


@pytest.mark.parametrize(
    ("form", "upos", "spelled", "lemma"),
    [
        ("echoed", "VERB", "echoed", "echo"),
        ("vetoes", "VERB", "vetoe", "veto"),
        ("Echoing", "VERB", "echo", "echo"),
        ("rebutted", "VERB", "rebutt", "rebut"),
        ("vlogging", "VERB", "vlogge", "vlog"),
        ("scoffed", "VERB", "scoff", "scoff"),
        ("quizzes", "VERB", "quiz", "quiz"),
        ("doing", "VERB", "do", "do"),
        ("tweeted", "VERB", "tweet", "tweet"),
        ("echoed", "ADJ", "echoed", "echoed"),
    ],
)
def test_spelling_decides_where_it_leaves_no_choice(form, upos, spelled, lemma):
    """*-oed* and a doubled consonant have one reading in a verb; everything else is left to the network."""
    assert regular((form, upos), spelled) == lemma
