"""A claim with a denial is judged without it, too."""

import numpy as np
import pytest

from attribution.graph.matching.denied import undenied
from attribution.graph.matching.matcher import WITHOUT_DENIAL, Matcher


@pytest.mark.parametrize(
    ("denied", "bare"),
    [
        ("The ferry was not full", "The ferry was full"),
        ("The ferry did not sink.", "The ferry did sink."),
        ("It didn’t rain", "It did rain"),
        ("They won't go", "They will go"),
        ("He can't swim", "He can swim"),
        ("She cannot swim today", "She can swim today"),
        ("The ferry was full", None),
        ("It was not that it did not rain", None),
        ("Not all of them came", None),
        ("It did not harm anybody", None),
        ("nothing was not said", None),
        ("", None),
    ],
)
def test_a_sentence_without_its_denial(denied, bare):
    """Only where it has one, and no word whose meaning hangs on it."""
    assert undenied(denied) == bare


class ByWord(Matcher):
    """A matcher whose scorer supports every claim, and contradicts those with a *not*."""

    def __init__(self):
        self.asked = []

    def _judge_as_they_are(self, pairs):
        self.asked += pairs
        chances = [[0.1, 0.8, 0.1, 0.9] if "not" in claim else [0.2, 0.7, 0.1, 0.6] for _, claim in pairs]
        return np.array(chances, np.float32)


def test_what_supports_the_bare_claim_contradicts_the_denied_one():
    """A share of the bare claim's chances, turned round; whether it bears at all stays, and so do other claims."""
    matcher = ByWord()
    found = matcher.judge([("It sank", "It did not sink"), ("It sank", "It rose")])

    assert matcher.asked[2:] == [("It sank", "It did sink")]
    own = 1 - WITHOUT_DENIAL
    assert found[0] == pytest.approx([own * 0.1 + WITHOUT_DENIAL * 0.7, own * 0.8 + WITHOUT_DENIAL * 0.2, 0.1, 0.9])
    assert found[1] == pytest.approx([0.2, 0.7, 0.1, 0.6])
