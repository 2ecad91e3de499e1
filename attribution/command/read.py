"""The command `attribution read`: the statements of articles."""

import sys
from argparse import Namespace

from attribution.command.articles import articles_read, number_of_articles
from attribution.command.showing import Failures, headed, table_width, with_progress
from attribution.statements.formats import FORMATS, as_table


def read(options: Namespace) -> int:
    """Show the statements of the articles that were named, and return the exit status."""
    failures = Failures()
    articles = articles_read(options, failures)
    is_alone = sys.stderr.isatty() and not sys.stdout.isatty()  # else the answers themselves show how far it is
    shown = with_progress(articles, number_of_articles(options.paths)) if is_alone else articles
    format = "json" if options.json else options.format
    for piece in map(headed, as_table(shown, table_width())) if format == "table" else FORMATS[format](shown):
        sys.stdout.write(piece)
    sys.stdout.flush()
    return int(bool(failures.found))
