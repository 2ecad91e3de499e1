"""What statements claim, in words that stand alone, on a frozen parse."""

import pytest

from attribution.graph.claims.standing import claim_texts
from attribution.statements.article import ReadArticle
from attribution.statements.steps import find_statements
from attribution.text.article import Article


@pytest.fixture(scope="module")
def claims(document):
    """Return the claim of each statement by the words attributed."""
    parsed = document("claims-standing")
    article = Article(text=parsed.text)
    read = ReadArticle.of(article, parsed, find_statements(parsed, article))
    return {statement.text: text for statement, text in zip(read.statements, claim_texts(read), strict=True)}


@pytest.mark.parametrize(
    ("content", "claim"),
    [
        ("“I ordered an inspection of the ferry,”", "“Helena Duarte ordered an inspection of the ferry,”"),
        ("that she would not resign", "that Helena Duarte would not resign"),
        ("he had warned her in May", "Paulo Nunes had warned her in May"),
        ("Duarte of negligence", "Nunes accused Duarte of negligence"),
        ("“He did not warn anybody,”", "“Paulo Nunes did not warn anybody,”"),
    ],
)
def test_claims_stand_alone(claims, content, claim):
    """Pronouns give way to names, *I* to the speaker; content without a clause comes with source and cue."""
    assert claims[content] == claim


def test_no_statement_no_claim(document):
    """An article without statements has no claims."""
    parsed = document("nested-nothing")
    article = Article(text=parsed.text)

    assert claim_texts(ReadArticle.of(article, parsed, ())) == ()
