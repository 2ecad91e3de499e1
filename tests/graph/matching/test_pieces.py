"""Texts as the matcher's encoders see them."""

import pytest

from attribution.document.models import READER, VOCABULARY
from attribution.graph.matching.pieces import MOST, SentenceCutter, pair_row, single_row, tidy


@pytest.fixture(scope="module")
def cutter():
    """Return what cuts texts by the vocabulary that ships."""
    return SentenceCutter(READER / VOCABULARY)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("“We will not leave,”", "We will not leave"),
        ("  the truce\n was\t open ", "the truce was open"),
        ("‘No’ — she said", "No' - she said"),
        ("", ""),
    ],
)
def test_tidy(text, seen):
    """Curly marks become straight, lines one line, and marks at the ends go."""
    assert tidy(text) == seen


def test_rows_hold_both_texts(cutter):
    """A pair is one input with a mark before, between and after; the claim is the second segment."""
    one, other = cutter.cut(["The ferry sank", "Nobody died"])
    row = pair_row(one, other)

    assert len(row.pieces) == len(one) + len(other) + 3
    assert row.segments.count(1) == len(other) + 1
    assert len(row.pieces) == len(row.cases) == len(row.segments)
    assert single_row(one).pieces == row.pieces[: len(one) + 2]


def test_long_and_empty_texts(cutter):
    """A text of any length fits, and one without words has no pieces."""
    long, empty = cutter.cut(["word " * 5000, " \n "])

    assert len(long) == MOST
    assert len(empty) == 0
