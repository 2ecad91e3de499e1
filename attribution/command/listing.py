"""The commands that list what a corpus holds: sources, claims, contradictions, copies."""

from argparse import Namespace

from attribution.command.opening import asked
from attribution.command.showing import show, show_json, table_width
from attribution.corpus.corpus import Corpus
from attribution.corpus.listings import Claims, Contradictions, Sources


def _show_listing(found: Claims | Contradictions | Sources, options: Namespace) -> None:
    if options.json:
        show_json(found.rows())
    else:
        show(found.table(table_width(), most=None))


@asked
def sources(corpus: Corpus, options: Namespace) -> None:
    """Show who speaks."""
    _show_listing(corpus.sources(), options)


@asked
def claims(corpus: Corpus, options: Namespace) -> None:
    """Show what is claimed."""
    _show_listing(corpus.claims(options.about), options)


@asked
def contradictions(corpus: Corpus, options: Namespace) -> None:
    """Show on what sources disagree."""
    _show_listing(corpus.contradictions(), options)


@asked
def copies(corpus: Corpus, options: Namespace) -> None:
    """Show which articles are versions of one text, a group a line."""
    groups = corpus.copies()
    if options.json:
        show_json([list(group) for group in groups])
    else:
        show("\n".join(" ".join(group) for group in groups) or "no copies")
