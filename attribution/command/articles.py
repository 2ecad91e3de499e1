"""The articles that a command is given, with what it is told of their publication."""

from argparse import Namespace
from collections.abc import Iterator

from attribution.command.showing import Failures
from attribution.statements.article import ReadArticle
from attribution.statements.reading import read_many
from attribution.text.article import Article, Metadata, describe
from attribution.text.files import read_articles


def articles_named(options: Namespace, failures: Failures) -> Iterator[Article]:
    """Yield the articles of the files that were named; what is told of them goes before what the files say."""
    metadata = Metadata(outlet=options.outlet, published=options.published)
    found = read_articles(options.paths, encoding=options.encoding, on_error=failures)
    return (describe(article, metadata) for article in found)


def articles_read(options: Namespace, failures: Failures) -> Iterator[ReadArticle]:
    """Yield the same articles with their statements."""
    articles = articles_named(options, failures)
    return read_many(articles, check_language=not options.any_language, on_error=failures)
