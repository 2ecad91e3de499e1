"""The commands that work on a corpus: adding to it, and asking it about claims and sources."""

import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from pathlib import Path

from attribution.command.articles import articles_named, articles_read, number_of_articles
from attribution.command.names import check_names
from attribution.command.opening import asked, given
from attribution.command.showing import Failures, show, show_json, show_lines, table_width, with_progress
from attribution.corpus.card import text_card
from attribution.corpus.corpus import Corpus
from attribution.corpus.corroboration import Corroboration
from attribution.corpus.overview import GLANCE, Outlets, cells_of
from attribution.text.article import Article
from attribution.text.columns import counted, format_table


def add(options: Namespace) -> int:
    """Add articles to a corpus, which is made where there is none as soon as one of them has been read."""
    failures = Failures()
    is_there = Path(options.corpus).exists()
    articles: Iterator[Article] = (articles_named if is_there else articles_read)(options, failures)
    first = list(islice(articles, 0 if is_there else 1))
    is_kept = is_there or bool(first)
    with Corpus.open(options.corpus) if is_kept else Corpus() as corpus:
        every = chain(first, articles)
        shown = with_progress(every, number_of_articles(options.paths)) if sys.stderr.isatty() else every
        added = corpus.add_many(shown, check_language=not options.any_language, on_error=failures)
        counts = {"added": added, "failed": len(failures.found), **corpus.counts()}
    if options.json:
        show_json(counts)
    else:
        held = f"now holds {_size(counts)}" if is_kept else "was not made"
        show(f"{counted(added, 'article')} added; {options.corpus} {held}")
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
        show("\n".join([f"{options.corpus}: {_size(counts)}", format_table(GLANCE, cells_of(outlets), table_width())]))


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
    else:
        show_lines(answers.table(table_width()))


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
    profile = corpus.source(options.name)
    if options.json:
        show_json({"name": profile.name, "names": list(profile.names), "statements": profile.rows()})
    else:
        show_lines(profile.table(table_width()))


@asked
def organization(corpus: Corpus, options: Namespace) -> None:
    """Show an organization with what is said for it."""
    profile = corpus.organization(options.name)
    if options.json:
        sources = [source.name for source in profile.sources]
        names = list(profile.organization.names)
        show_json({"name": profile.name, "names": names, "sources": sources, "statements": profile.rows()})
    else:
        show_lines(profile.table(table_width()))
