"""What statements claim, in words that stand alone, on a frozen parse."""

import pytest

from attribution.graph.claims.standing import claim_texts
from attribution.statements.article import ReadArticle
from attribution.statements.steps import find_statements
from attribution.text.article import Article


def claims_of(parsed):
    """Return the claim of each statement by the words attributed."""
    article = Article(text=parsed.text)
    read = ReadArticle.of(article, parsed, find_statements(parsed, article))
    return {statement.text: text for statement, text in zip(read.statements, claim_texts(read), strict=True)}


@pytest.fixture(scope="module")
def claims(document):
    """Return the claims of an article on a ferry."""
    return claims_of(document("claims-standing"))


@pytest.fixture(scope="module")
def told_inside(document):
    """Return the claims of an article whose pronouns mostly mean what their own content names."""
    return claims_of(document("claims-told-inside"))


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


@pytest.mark.parametrize(
    "content",
    [
        "“We have received 40 people who were hurt when the walls of their houses came down,”",
        "one of the hikers had tripped on the path and had plunged to his death",
    ],
)
def test_a_pronoun_that_its_own_content_explains_stays(told_inside, content):
    """Their houses are the people's, not those of the rescue service that the article speaks of; so is his death."""
    assert told_inside[content] == content


@pytest.mark.parametrize(
    ("content", "claim"),
    [
        (
            "“I see many houses without roofs,” … “I carry water to the upper streets every day.”",
            "“Irina Dobrev sees many houses without roofs,” “Irina Dobrev carries water to the upper streets every day.”",
        ),
        ("his brother was still missing", "Marko Stanev’s brother was still missing"),
    ],
)
def test_a_verb_takes_the_form_of_the_name_put_before_it(told_inside, content, claim):
    """*I see* becomes *Irina Dobrev sees*; an owner whom the content does not name gives way to the name."""
    assert told_inside[content] == claim


def test_the_outlet_of_an_article_is_none_of_its_companies(document):
    """*The company* is not the agency of the dateline, to which its spokesman spoke."""
    parsed = document("claims-dateline")
    article = Article(text=parsed.text, outlet="Northern Wire")
    read = ReadArticle.of(article, parsed, find_statements(parsed, article))

    assert claim_texts(read)[-1] == "the company had ignored two warnings about the pump"


def test_no_statement_no_claim(document):
    """An article without statements has no claims."""
    parsed = document("nested-nothing")
    article = Article(text=parsed.text)

    assert claim_texts(ReadArticle.of(article, parsed, ())) == ()
