"""Articles: their identity and what a message calls them."""

import pytest

from attribution import Article
from attribution.text.article import Metadata, describe


def test_id_is_made_of_content():
    """The same article has the same id in every run, a different one another."""
    assert Article(text="Truce holds.").id == Article(text="Truce holds.").id == "article:cf86afa4f9884db5"
    assert Article(text="Truce holds.").id != Article(text="Truce breaks.").id


@pytest.mark.parametrize(
    "metadata", [{"title": "Truce"}, {"outlet": "The Harbor Ledger"}, {"url": "https://x.example"}]
)
def test_publication_is_part_of_the_identity(metadata):
    """The same text from another outlet, under another title or address is another article."""
    assert Article(text="Truce holds.", **metadata).id != Article(text="Truce holds.").id


def test_file_is_no_part_of_the_identity():
    """A moved file holds the same article."""
    assert Article(text="Truce holds.", file="a.txt") == Article(text="Truce holds.", file="b/a.txt")


def test_half_a_surrogate_pair_has_an_id():
    """A text that no encoding can hold still has an identity."""
    assert Article(text="\ud83d").id != Article(text="\ud83e").id


def test_described_article_gets_a_new_id():
    """An id made of content is made anew when metadata are added, and stays when none are."""
    article = Article(text="Truce holds.", file="a.txt")

    assert describe(article, Metadata(title="Truce")) == Article(text="Truce holds.", title="Truce")
    assert describe(article, Metadata(title="Truce")).file == "a.txt"
    assert describe(article, Metadata(title=None)) is article


def test_described_article_keeps_an_id_that_was_given():
    """An id that somebody gave is theirs."""
    assert describe(Article(text="Truce holds.", id="7"), Metadata(title="Truce")).id == "7"


@pytest.mark.parametrize(
    ("metadata", "name"),
    [
        ({"file": "a.txt", "title": "Truce"}, "a.txt"),
        ({"title": "Truce", "url": "https://x.example"}, "Truce"),
        ({"url": "https://x.example"}, "https://x.example"),
        ({"id": "7"}, "7"),
    ],
)
def test_name_is_what_tells_a_reader_most(metadata, name):
    """A message calls an article by its file, else its title, its address, its id."""
    assert Article(text="Truce holds.", **metadata).name == name
