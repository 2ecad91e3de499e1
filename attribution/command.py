"""The command line: `attribution read FILE…`."""

import argparse
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from time import monotonic

from attribution.errors import ArticleError, AttributionError
from attribution.statements.article import ReadArticle
from attribution.statements.formats import FORMATS, as_table
from attribution.statements.reading import read_many
from attribution.text.columns import visible

DONE, FAILED, INTERRUPTED = 0, 1, 130
NARROWEST = 80  # columns; in less no table of eight columns can be read
UPDATE_EVERY = 0.2  # seconds


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status: 0, 1 where an article failed, 2 for wrong usage."""
    options = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a stand-in of a notebook or test has its own way
            stream.reconfigure(encoding="utf-8" if options.format != "table" else None, errors="backslashreplace")
    try:
        return _read(options)
    except AttributionError as error:
        _complain(error)
        return FAILED
    except BrokenPipeError:  # whoever reads has seen enough: `attribution read … | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="attribution", description="Who said what in the news, on what terms.")
    parser.add_argument("--version", action="version", version=f"attribution {_version()}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    read = commands.add_parser(
        "read",
        help="show the statements of articles",
        description="Show who is reported to have said what in articles, and on what terms.",
        epilog="Exit status: 0 when every article was read, 1 when one was not, 2 for wrong usage.",
    )
    read.add_argument(
        "paths",
        nargs="+",
        metavar="FILE",
        help="plain text, JSON lines (.jsonl), saved web page (.html), a folder of them, or - for standard input",
    )
    read.add_argument("--format", choices=("table", *FORMATS), default="table", help="default: %(default)s")
    read.add_argument("--encoding", help="of files that are not UTF-8 and have no byte order mark")
    read.add_argument("--any-language", action="store_true", help="read texts that do not look English, too")
    return parser


def _version() -> str:
    try:
        return version("claim-attribution")
    except PackageNotFoundError:
        return "not installed"


def _read(options: argparse.Namespace) -> int:
    failed: list[ArticleError] = []

    def report(error: ArticleError) -> None:
        failed.append(error)
        _complain(error)

    articles = read_many(
        options.paths, encoding=options.encoding, check_language=not options.any_language, on_error=report
    )
    shown = _with_progress(articles) if sys.stderr.isatty() and not sys.stdout.isatty() else articles
    if options.format == "table":
        width = max(NARROWEST, shutil.get_terminal_size((160, 0)).columns)
        pieces = as_table(shown, width)
    else:
        pieces = FORMATS[options.format](shown)
    for piece in pieces:
        sys.stdout.write(piece)
    sys.stdout.flush()
    return FAILED if failed else DONE


def _complain(error: AttributionError) -> None:
    wipe = "\r\x1b[K" if sys.stderr.isatty() else ""  # a count may stand in the line
    print(f"{wipe}attribution: {visible(str(error))}", file=sys.stderr)


def _with_progress(articles: Iterable[ReadArticle]) -> Iterator[ReadArticle]:
    """Show on standard error how many articles have been read, and wipe it out at the end."""
    last = monotonic()
    for number, article in enumerate(articles, 1):
        yield article
        if monotonic() - last >= UPDATE_EVERY:
            last = monotonic()
            print(f"\r{number} articles read", end="", file=sys.stderr, flush=True)
    print("\r\x1b[K", end="", file=sys.stderr, flush=True)
