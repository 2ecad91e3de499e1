"""Saved web pages: the article without what stands around it."""

import sys
from pathlib import Path

import pytest

from attribution import ArticleError, MissingExtraError
from attribution.text.files import read_articles
from attribution.text.web_page import read_page

PAGE = Path(__file__).parents[2] / "docs" / "examples" / "well-water.html"


def test_page_gives_its_article_and_metadata():
    """Title, outlet, date and address are those that the page states."""
    pytest.importorskip("trafilatura")

    (article,) = read_articles(PAGE)

    assert article.title == "Wells in Oster County Are Safe Again, Health Agency Says"
    assert (article.outlet, article.published) == ("The Oster Observer", "2021-05-14")
    assert article.url == "https://observer.example/2021/05/14/oster-county-wells-safe-again"
    assert "\n“The last 60 samples were clean, every one of them,” said Karin Dahlgren" in article.text
    assert article.text.endswith("“we will send a digger.”")


@pytest.mark.parametrize(
    "furniture",
    ["Log In", "Subscribe", "cookies", "Read more", "Officials say lake", "Share on", "Tagged under", "Leave a Reply",
     "riverrat7", "All rights reserved", "We value your privacy"],
)  # fmt: skip
def test_page_furniture_is_left_out(furniture):
    """Menus, banners, related articles, buttons and readers' comments are no part of the article."""
    pytest.importorskip("trafilatura")

    (article,) = read_articles(PAGE)

    assert furniture in PAGE.read_text(encoding="utf8")
    assert furniture not in article.text


@pytest.mark.parametrize("page", [b"", b"<html></html>", b"\xff\xfe\x00", b"<p>\x00</p>", b"plain"])
def test_page_without_article_is_our_error(page):
    """A page in which no article can be told is refused, whatever it holds."""
    pytest.importorskip("trafilatura")

    with pytest.raises(ArticleError, match=r"a\.html: holds no article that can be told from the page"):
        read_page(page, "a.html")


def test_missing_extra_says_how_to_install_it(monkeypatch):
    """Without trafilatura the message has the command that brings it."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)

    with pytest.raises(MissingExtraError, match=r'pip install "claim-attribution\[web\]"'):
        list(read_articles(PAGE))
