"""Read the article of a saved web page, without menus, buttons and what else stands around it."""

from typing import Any

from attribution.errors import ArticleError, MissingExtraError
from attribution.text.article import Article
from attribution.text.decoding import decode


def read_page(data: bytes, file: str, encoding: str | None = None) -> Article:
    """Return a page's main text, a paragraph a line, with the title, outlet, date and address that the page states.

    Raises:
        ArticleError: no main text can be found.
        MissingExtraError: trafilatura is not installed.
    """
    try:
        import trafilatura
    except ImportError as error:
        raise MissingExtraError("reading web pages", "trafilatura", "web") from error
    page = decode(data, file, encoding) if encoding else data
    found: Any = trafilatura.bare_extraction(page, include_comments=False, include_tables=False, with_metadata=True)
    if found is None or not found.text or not found.text.strip():
        problem = "holds no article that can be told from the page around it"
        raise ArticleError(file, problem, "save the article's text as a .txt file")
    return Article(
        text=found.text,
        title=found.title or None,
        outlet=found.sitename or found.hostname or None,
        published=found.date or None,
        url=found.url or None,
        file=file,
    )
