"""A read article: what it shows of itself."""

import re
from html import unescape

import pytest
from attrs import evolve

from attribution import Article, Authorization, AuthorizationStatus, ReadArticle, Span, Speaker, Statement


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


def test_repr_is_one_line(article):
    """An article in a prompt says what it is and how much there is of it, and nothing that a terminal obeys."""
    number = len(article.text.split())
    told = evolve(article, title="Dockers\x1b[2J\nstay", outlet="Ledger", published="2026-03-02")

    assert repr(article) == f"<ReadArticle Dockers stay: {number} words, 1 statement>"
    assert repr(told) == f"<ReadArticle Dockers␛[2J stay (Ledger, 2026-03-02): {number} words, 1 statement>"
    assert repr(evolve(article, title=" ", file="strike.txt")).startswith("<ReadArticle strike.txt: ")


def test_a_statement_is_one_line_with_its_words(article):
    """Who says it, on what terms, what is done with it, and the words, cut where they are long."""
    nobody = evolve(article.statements[0], text="no " * 100 + "\x1b")
    known = evolve(article.statements[0], speaker=Speaker(name="Ann\x1b Lee"))

    assert repr(known) == "<Statement: Ann␛ Lee (on record) asserts: We will not leave>"
    assert repr(nobody).startswith("<Statement: nobody named (on record) asserts: no no ")
    assert repr(nobody).endswith("no …>")
    assert len(repr(nobody)) < 200


def test_articles_compare_by_value(article):
    """Two readings of one article are equal, another text is not."""
    assert article == evolve(article)
    assert article != evolve(article, text="Another.")
