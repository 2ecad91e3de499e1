"""The commands that work on a corpus: adding to it, and asking it about claims and sources."""

import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from pathlib import Path

from attribution.command.articles import articles_named, articles_read, number_of_articles
from attribution.command.names import check_names, told_where
from attribution.command.opening import asked, check_order, given
from attribution.command.showing import Failures, headed, show, show_json, show_lines, table_width, with_progress
from attribution.corpus.card import text_card
from attribution.corpus.corpus import Corpus
from attribution.corpus.corroboration import Corroboration
from attribution.corpus.overview import GLANCE, Outlets, cells_of
from attribution.errors import UnknownIdError
from attribution.text.article import Article
from attribution.text.columns import counted, format_table, visible


def add(options: Namespace) -> int:
    """Add articles to a corpus, which is made where there is none as soon as one of them has been read."""
    check_order(options.corpus)
    failures = Failures()
    is_there = Path(options.corpus).exists()
    found: Iterator[Article] = (articles_named if is_there else articles_read)(options, failures)
    articles = with_progress(found, number_of_articles(options.paths)) if sys.stderr.isatty() else found
    first = list(islice(articles, 0 if is_there else 1))
    is_kept = is_there or bool(first)
    with Corpus.open(options.corpus) if is_kept else Corpus() as corpus:
        every = chain(first, articles)
        added = corpus.add_many(every, check_language=not options.any_language, on_error=failures)
        counts = {"added": added, "failed": len(failures.found), **corpus.counts()}
    if options.json:
        show_json(counts)
    else:
        held = f"now holds {_size(counts)}" if is_kept else "was not made"
        unread = f", {len(failures.found):,} could not be read" if failures.found else ""
        show(f"{counted(added, 'article')} added{unread}; {visible(options.corpus)} {held}")
    return int(bool(failures.found))


def _size(counts: Mapping[str, int]) -> str:
    return f"{counted(counts['articles'], 'article')}, {counted(counts['statements'], 'statement')}"


@asked
def info(corpus: Corpus, options: Namespace) -> None:
    """Show how much a corpus holds, outlet by outlet."""
    counts, outlets = corpus.counts(), corpus.outlets()
    if options.json:
        show_json({**counts, "outlets": Outlets(outlets).rows()})
    else:
        heading = f"{visible(options.corpus)}: {_size(counts)}{', no damage found' if options.check else ''}"
        show(headed("\n".join([heading, format_table(GLANCE, cells_of(outlets), table_width())])))


@asked
def who_said(corpus: Corpus, options: Namespace) -> None:
    """Show who said a claim."""
    limits = given(options, "stance", "status", "since", "until", "outlet", "source", "least")
    answers = corpus.who_said(options.claim, **limits)
    if not answers:
        check_names(corpus, outlet=options.outlet, source=options.source)
    if options.json:
        explained = [{"explanation": corpus.explain(answer)} if options.explain else {} for answer in answers]
        show_json([{**row, **why} for row, why in zip(answers.rows(), explained, strict=True)])
    elif options.explain and answers:
        show("\n\n".join(corpus.explain(answer) for answer in answers))
    elif answers:
        show_lines(answers.table(table_width()))
    else:
        show_lines(f"{answers.table()}{' within these limits' if limits else ''}")


@asked
def corroborate(corpus: Corpus, options: Namespace) -> None:
    """Show who stands behind a claim."""
    found = corpus.corroboration(options.claim, **given(options, "least"))
    if options.json:
        show_json(_fields(found))
    else:
        show_lines(text_card(found))


def _fields(found: Corroboration) -> dict[str, object]:
    return {
        "claim": found.claim,
        "independent": list(found.independent),
        "against": list(found.against),
        "credibility": found.credibility,
        "reliability": found.reliability,
        "flags": [flag.value for flag in found.flags],
        "by_status": found.by_status,
        "by_organization": found.by_organization,
        "first": None if found.first is None else {**found.first.answer.row(), "is_sure": found.first.is_sure},
        "groups": [
            {"name": group.name, "reasons": list(group.reasons), "answers": [answer.row() for answer in group.answers]}
            for group in found.groups
        ],
        "contradicting": found.contradicting.rows(),
        "updates": found.updates.rows(),
    }


@asked
def source(corpus: Corpus, options: Namespace) -> None:
    """Show a source with its statements."""
    try:
        profile = corpus.source(options.name)
    except UnknownIdError as error:
        raise told_where(error, corpus) from None
    if options.json:
        show_json({"name": profile.name, "names": list(profile.names), "statements": profile.rows()})
    else:
        show_lines(headed(profile.table(table_width())))


@asked
def organization(corpus: Corpus, options: Namespace) -> None:
    """Show an organization with what is said for it."""
    profile = corpus.organization(options.name)
    if options.json:
        sources = [source.name for source in profile.sources]
        names = list(profile.organization.names)
        show_json({"name": profile.name, "names": names, "sources": sources, "statements": profile.rows()})
    else:
        show_lines(headed(profile.table(table_width())))
