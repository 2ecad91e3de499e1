"""The commands that list what a corpus holds: sources, claims, contradictions, copies."""

from argparse import Namespace
from contextlib import AbstractContextManager

from attribution.command.opening import asked
from attribution.command.showing import doing, show, show_json, table_width
from attribution.corpus.corpus import Corpus
from attribution.corpus.listings import Claims, Contradictions, Copies, Sources
from attribution.text.columns import counted


def _show_listing(found: Claims | Contradictions | Sources, options: Namespace) -> None:
    if options.json:
        show_json(found.rows())
    else:
        show(found.table(table_width(), most=None))


def comparing(corpus: Corpus) -> AbstractContextManager[None]:
    """Say on a terminal that statements are compared with each other, which takes a while the first time."""
    return doing(f"comparing {counted(corpus.counts()['statements'], 'statement')} with each other")


@asked
def sources(corpus: Corpus, options: Namespace) -> None:
    """Show who speaks."""
    _show_listing(corpus.sources(), options)


@asked
def claims(corpus: Corpus, options: Namespace) -> None:
    """Show what is claimed."""
    with comparing(corpus):
        found = corpus.claims(options.about)
    _show_listing(found, options)


@asked
def contradictions(corpus: Corpus, options: Namespace) -> None:
    """Show on what sources disagree."""
    with comparing(corpus):
        found = corpus.contradictions()
    _show_listing(found, options)


@asked
def copies(corpus: Corpus, options: Namespace) -> None:
    """Show which articles are versions of one text."""
    groups = Copies(corpus.copies())
    if options.json:
        show_json([list(group) for group in groups])
    else:
        show(groups.table(table_width(), most=None))
