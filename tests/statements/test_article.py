"""A read article: what it shows of itself."""

import re
from html import unescape

import pytest
from attrs import evolve

from attribution import Article, Authorization, AuthorizationStatus, ReadArticle, Span, Statement


@pytest.fixture
def article(document):
    """Return a read article with one statement, its parts taken from a frozen parse."""
    parse = document("said-after-quote")
    statement = Statement(
        id="statement:1",
        article_id="article:1",
        text="We will not leave",
        content=(parse.span(0, 6),),
        cue=(parse.span(7, 7),),
        source=(parse.span(8, 17),),
        authorization=Authorization(status=AuthorizationStatus.ON_RECORD, terms=(Span(0, 1),)),
    )
    return ReadArticle.of(Article(text=parse.text, title="Dockers stay"), parse, (statement,))


def test_read_article_is_an_article(article):
    """Whatever takes an article takes a read one: text, metadata and identity are the same."""
    assert isinstance(article, Article)
    assert article.id == Article(text=article.text, title="Dockers stay").id
    assert article.title == "Dockers stay"


def test_marks_cover_every_part_and_lead_to_the_statement(article):
    """Source, cue, content and terms are marked, each with the number of its statement."""
    assert [(mark.label, mark.span.of(article.text)) for mark in article.marks()] == [
        ("content 0", "“We will not leave,”"),
        ("source 0", "Amina Haddad, a spokeswoman for the Dockers’ Union"),
        ("cue 0", "said"),
        ("terms 0", "“"),
    ]


def test_words_of_several_statements_are_marked_once(article):
    """Words that two statements share bear the numbers of both."""
    twice = ReadArticle.of(Article(text=article.text), article.document, article.statements.items * 2)

    assert [mark.label for mark in twice.marks()] == ["content 0, 1", "source 0, 1", "cue 0, 1", "terms 0, 1"]


def test_notebook_shows_the_text_itself(article):
    """What a notebook shows is the article's text with tags in it, and one style."""
    page = article._repr_html_()
    style, text = re.fullmatch(r"(<style>.*</style>)(.*)", page, re.DOTALL).groups()

    assert unescape(re.sub("<[^>]*>", "", text)) == article.text
    assert {*re.findall(r'mark data-kind="(\w+)"', text)} <= {*re.findall(r'mark\[data-kind="(\w+)"', style)}


def test_repr_is_short(article):
    """An article in a prompt does not pour its text out."""
    assert repr(article).startswith("ReadArticle(title='Dockers stay', outlet=None")
    assert repr(article).endswith("statements=<1>)")
    assert "leave" not in repr(article)


def test_articles_compare_by_value(article):
    """Two readings of one article are equal, another text is not."""
    assert article == evolve(article)
    assert article != evolve(article, text="Another.")
