"""What holds of any articles in any order: statements, graph, sources and what is shown of them."""

import re
from html import unescape
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution import Article, read_many
from attribution.corpus.answers import Answers
from attribution.corpus.card import html_card
from attribution.corpus.corpus import Corpus
from attribution.statements.article import ReadArticle
from attribution.text.columns import visible
from attribution.text.markup import escaped
from tests.corpus.conftest import WordMatcher
from tests.corpus.test_corroboration import answer, corroboration
from tests.golden.golden import EXAMPLES

TAG = re.compile(r"<[^<>]*>")
STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
# as statements have their words: on one line, parted by single spaces
HOSTILE = (
    st.text(st.sampled_from("<>&\"'`=/ab “”é🙂\u202e\u0301;#x1{}"), min_size=1, max_size=40)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
CLAIM = "The ministry had ordered an inspection of the Santa Iria in January"
order = st.permutations(range(12))


@pytest.fixture(scope="module")
def articles():
    """Return the twelve articles on the ferry, read in one batch."""
    return list(read_many(EXAMPLES / "ferry.jsonl"))


@pytest.fixture(scope="module")
def corpus(articles):
    """Return a corpus of them, compared by a matcher that needs no model."""
    return corpus_of(articles)


def corpus_of(articles):
    """Return a corpus of some articles, added in this order."""
    corpus = Corpus(matcher=WordMatcher())
    corpus.add_many(articles)
    return corpus


def bare(article):
    """Return an article as it was before it was read."""
    return Article(
        text=article.text, title=article.title, outlet=article.outlet, published=article.published, url=article.url,
        id=article.id,
    )  # fmt: skip


def as_lists(graph):
    """Return nodes and edges with their attributes, sorted."""
    edges = sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    return sorted(graph.nodes(data=True), key=lambda node: node[0]), edges


def words_shown(page):
    """Return what a page shows: without styles and tags, entities resolved."""
    return unescape(TAG.sub("", STYLE.sub("", page)))


# statements


def test_statements_stand_in_text_order(articles):
    """Statements come in the order of their contents, the longer first where two begin together."""
    for article in articles:
        places = [(one.content[0].start, -one.content[-1].end) for one in article.statements]
        assert all(a <= b for a, b in pairwise(places))


@settings(max_examples=4)
@given(order=order, batch=st.integers(1, 6))
def test_an_article_reads_the_same_in_any_company(articles, order, batch):
    """Alone, in any batch and in any order an article has the same words, tags and statements."""
    known = {article.id: article for article in articles}
    chosen = [bare(articles[place]) for place in order[:6]]

    again = [read for start in range(0, 6, batch) for read in read_many(chosen[start : start + batch])]

    assert [read.id for read in again] == [article.id for article in chosen]
    for read in again:
        assert isinstance(read, ReadArticle)
        assert read.document == known[read.id].document
        assert read.statements.items == known[read.id].statements.items


# the graph


@settings(max_examples=6)
@given(order=order)
def test_the_order_of_adding_changes_nothing(articles, corpus, order):
    """Nodes, edges and all their attributes are the same in whatever order the articles came."""
    other = corpus_of([articles[place] for place in order])

    assert as_lists(other.graph) == as_lists(corpus.graph)


@settings(max_examples=6)
@given(order=order, cut=st.integers(1, 11))
def test_articles_added_later_are_as_if_they_had_been_there(articles, corpus, order, cut):
    """A corpus that was asked in between is the same as one that got everything at once."""
    other = corpus_of([articles[place] for place in order[:cut]])
    assert len(other.graph) > 0
    other.add_many([articles[place] for place in order[cut:]])

    assert as_lists(other.graph) == as_lists(corpus.graph)


def test_every_edge_has_evidence_that_exists(articles, corpus):
    """What an edge gives as evidence stands in an article of the corpus, word for word."""
    texts = [" ".join(part.split()) for one in articles for part in (one.text, one.outlet or "", one.title or "")]
    edges = list(corpus.graph.edges(data=True))

    assert len(edges) > 100
    for start, end, found in edges:
        assert found["evidence"] or found["method"] == "stated", (start, end)
        for stretch in found["evidence"].split(" … "):
            assert any(" ".join(stretch.split()) in text for text in texts), (start, end, stretch)


@settings(max_examples=10)
@given(chance=st.randoms(use_true_random=False))
def test_merging_and_separating_restores(articles, corpus, chance):
    """Any two sources joined and parted again leave every source and the graph as they were."""
    before = as_lists(corpus.graph)
    names = sorted(
        data["name"] for _, data in corpus.graph.nodes(data=True) if data["kind"] == "source" and data["named"]
    )
    one, other = chance.sample([name for name in names if names.count(name) == 1], 2)

    corpus.merge(one, other)
    assert as_lists(corpus.graph) != before
    corpus.separate(one, other)

    assert as_lists(corpus.graph) == before


# what is shown


@given(text=HOSTILE, name=HOSTILE)
def test_a_card_without_its_tags_is_the_text_of_the_card(text, name):
    """Whatever speakers are called and say, the card's page shows it in full and makes no tag of it.

    What would turn the terms after a name around is shown as its code.
    """
    voice = answer(name, text=text)
    page = html_card(corroboration([[voice]], (1, 1), against=[answer(name, relation="contradicts", text=text)]))

    assert words_shown(page).count(unescape(escaped(text))) >= 2
    assert unescape(escaped(visible(name))) in words_shown(page)
    assert {tag.split()[0].strip("</>") for tag in TAG.findall(STYLE.sub("", page))} <= {
        "div", "h4", "p", "small", "span", "b", "ul", "li", "blockquote",
    }  # fmt: skip


@given(text=HOSTILE, name=HOSTILE)
def test_answers_without_their_tags_are_the_cells(text, name):
    """The table of answers shows every cell's words, and nothing else between its tags."""
    page = Answers("c", (answer(name, text=text),))._repr_html_()
    cells = [unescape(cell) for cell in re.findall(r"<td[^<>]*>([^<>]*)</td>", page)]

    assert cells[3:5] == [name, text]
    assert words_shown(page).endswith("".join(cells))


def test_an_article_without_its_tags_is_its_text(articles):
    """The page of an article shows the text as it was published, to the character."""
    for article in articles:
        assert words_shown(article._repr_html_()) == article.text


def test_answers_show_the_words_of_the_articles(articles):
    """Each answer's cell is the statement's own words, as they stand in the article."""
    corpus = Corpus()
    corpus.add_many(articles)
    answers = corpus.who_said(CLAIM)
    shown = words_shown(answers._repr_html_())

    assert len(answers) > 1
    assert all(one.statement.text in shown for one in answers)
