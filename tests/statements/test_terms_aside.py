"""Tests of the contents that only state terms, on a frozen parse."""

from attribution.statements.steps import find_statements
from attribution.text.article import Article


def test_what_a_frame_of_terms_asks_for_is_no_content(document):
    """*On condition that he not be named* is no content, *to be quoted only as …* no statement; a lack of authority is."""
    parsed = document("terms-aside")
    found = find_statements(parsed, Article(text=parsed.text, id="article:test"))

    assert [one.text for one in found] == ["that the case was weak", "he was not authorized to speak"]
