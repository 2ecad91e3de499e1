"""What is written for the browser."""

from attribution import Article, Document, ReadArticle, Statements
from attribution.statements.formats import as_page


def test_a_page_can_be_written_whatever_a_title_holds():
    """Half of a surrogate pair has no place in UTF-8, and a tag in a title is text."""
    text, title = "It rained.", "\ud800<b>Rain</b>"
    table = Statements((), Article(text=text, title=title))
    article = ReadArticle(text=text, title=title, document=Document(text, (), ()), statements=table)

    page = "".join(as_page([article])).encode("utf8").decode("utf8")

    assert '<h1 dir="auto">\N{REPLACEMENT CHARACTER}&lt;b&gt;Rain&lt;/b&gt;</h1>' in page
