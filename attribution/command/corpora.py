"""The commands that work on a corpus: adding to it, and asking it."""

import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from attribution.command.showing import Failures, show, show_json, table_width, with_progress
from attribution.corpus.card import text_card
from attribution.corpus.corpus import Corpus
from attribution.corpus.corroboration import Corroboration
from attribution.errors import CorpusFileError
from attribution.statements.reading import read_many


def _asked(answer: Callable[[Corpus, Namespace], None]) -> Callable[[Namespace], int]:
    """Return a command that opens the corpus, which must be there, and answers."""

    def run(options: Namespace) -> int:
        if not Path(options.corpus).is_file():
            raise CorpusFileError(
                options.corpus, "is not there", f"make it: attribution corpus add {options.corpus} FILE"
            )
        with Corpus.open(options.corpus) as corpus:
            answer(corpus, options)
        return 0

    return run


def add(options: Namespace) -> int:
    """Read articles into a corpus, which is made where there is none."""
    failures = Failures()
    with Corpus.open(options.corpus) as corpus:
        articles = read_many(
            options.paths, encoding=options.encoding, check_language=not options.any_language, on_error=failures
        )
        added = corpus.add_many(with_progress(articles, "articles read") if sys.stderr.isatty() else articles)
        counts = {"added": added, "failed": len(failures.found), **corpus.counts()}
    if options.json:
        show_json(counts)
    else:
        show(f"{added} articles added; {counts['articles']} articles, {counts['statements']} statements")
    return int(bool(failures.found))


@_asked
def info(corpus: Corpus, options: Namespace) -> None:
    """Show how much a corpus holds."""
    counts = corpus.counts()
    if options.json:
        show_json(counts)
    else:
        show(f"{options.corpus}: {counts['articles']} articles, {counts['statements']} statements")


@_asked
def who_said(corpus: Corpus, options: Namespace) -> None:
    """Show who said a claim."""
    limits = {name: getattr(options, name) for name in ("stance", "status", "since", "until", "outlet", "source")}
    answers = corpus.who_said(options.claim, **limits)
    if options.json:
        show_json(answers.rows())
    else:
        show(answers.table(table_width()))


@_asked
def corroborate(corpus: Corpus, options: Namespace) -> None:
    """Show who stands behind a claim."""
    found = corpus.corroboration(options.claim)
    if options.json:
        show_json(_fields(found))
    else:
        show(text_card(found))


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


@_asked
def source(corpus: Corpus, options: Namespace) -> None:
    """Show a source with its statements."""
    profile = corpus.source(options.name)
    if options.json:
        show_json({"name": profile.name, "names": list(profile.names), "statements": profile.rows()})
    else:
        show(repr(profile))


@_asked
def report(corpus: Corpus, options: Namespace) -> None:
    """Write the page of a corpus, and say where it is."""
    path = options.output or Path(options.corpus).with_suffix(".html")
    title = {} if options.title is None else {"title": options.title}
    written = str(corpus.report(path, claims=options.claim, **title))
    if options.json:
        show_json([written])
    else:
        show(written)


@_asked
def export(corpus: Corpus, options: Namespace) -> None:
    """Write the graph or the tables behind it to a file."""
    written = [str(path) for path in corpus.export(options.path, format=options.format)]
    if options.json:
        show_json(written)
    else:
        show("\n".join(written))
