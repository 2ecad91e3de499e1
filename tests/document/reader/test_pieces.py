"""How words are written, and what stands between them."""

import pytest

from attribution.document.reader.pieces import BREAK, CAPITALIZED, DIGITS, NO_GAP, OTHER, SPACE, UPPER, case_of, gap_of


@pytest.mark.parametrize(
    ("piece", "case"),
    [
        ("said", OTHER),
        ("Haddad", CAPITALIZED),
        ("HPF", UPPER),
        ("A", CAPITALIZED),
        ("12", DIGITS),
        ("”", OTHER),
        ("", OTHER),
    ],
)
def test_case(piece, case):
    """The four ways of writing are told apart; a lone capital opens a sentence more often than it abbreviates."""
    assert case_of(piece) == case


@pytest.mark.parametrize(
    ("between", "gap"), [("", NO_GAP), (" ", SPACE), ("\u00a0", SPACE), (" \n ", BREAK), ("\r", BREAK)]
)
def test_gap(between, gap):
    """A new line of any kind is a break."""
    assert gap_of(between) == gap
