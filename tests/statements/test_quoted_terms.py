"""Tests of quotation marks that quote nobody."""

import pytest

from attribution.statements.quoting.quotation_marks import quoted_spans
from attribution.statements.quoting.quoted_terms import QuotedTerm, quoted_term, quotes_nobody


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (0, QuotedTerm.NICKNAME),
        (1, QuotedTerm.NAMED),
        (2, QuotedTerm.NAMED),
        (3, QuotedTerm.TITLE),
        (4, QuotedTerm.TITLE),
        (5, QuotedTerm.SCARE),
        (6, None),
        (7, None),
        (8, None),
        (9, QuotedTerm.TITLE),
        (10, None),
        (11, QuotedTerm.NAMED),
        (12, None),
        (13, None),
    ],
)
def test_quotation_marks_that_quote_nobody(document, sentence, expected):
    """Nicknames, titles, named terms and scare quotes are told from what somebody says."""
    parsed = document("quoted-terms")
    place = parsed.sentences[sentence]
    around = parsed.span(place.first, place.last)
    (quoted,) = [quoted for quoted in quoted_spans(parsed.text) if around.contains(quoted.span)]

    assert quoted_term(parsed, quoted) is expected
    assert quotes_nobody(parsed, quoted) is (expected is not None)
