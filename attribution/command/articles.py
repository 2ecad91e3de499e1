"""The articles that a command is given, with what it is told of their publication."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from attribution.command.showing import Failures
from attribution.statements.article import ReadArticle
from attribution.statements.reading import read_many
from attribution.text.article import Article, Metadata, describe
from attribution.text.files import LINES, PAGES, TEXT, read_articles


def articles_named(options: Namespace, failures: Failures) -> Iterator[Article]:
    """Yield the articles of the files that were named; what is told of them goes before what the files say."""
    metadata = Metadata(outlet=options.outlet, published=options.published)
    found = read_articles(options.paths, encoding=options.encoding, on_error=failures)
    return (describe(article, metadata) for article in found)


def articles_read(options: Namespace, failures: Failures) -> Iterator[ReadArticle]:
    """Yield the same articles with their statements."""
    articles = articles_named(options, failures)
    return read_many(articles, check_language=not options.any_language, on_error=failures)


def number_of_articles(paths: Sequence[str]) -> int | None:
    """Return how many articles some files and folders hold as far as their names tell; None where these do not."""
    files: list[Path] = []
    for path in map(Path, paths):
        if path.is_dir():
            files += [file for file in path.rglob("*") if _is_read(file)]
        elif path.is_file():
            files.append(path)
        else:  # standard input, a pattern, or nothing
            return None
    return sum(map(_number_in, files))


def _is_read(file: Path) -> bool:
    return file.suffix.lower() in (*TEXT, *LINES, *PAGES) and not file.name.startswith(".") and file.is_file()


def _number_in(file: Path) -> int:
    if file.suffix.lower() not in LINES:
        return 1
    try:
        with file.open("rb") as lines:
            return sum(not line.isspace() for line in lines)
    except OSError:  # said when it is read
        return 0
