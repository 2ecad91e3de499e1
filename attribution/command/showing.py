"""What the commands show beside their answers: complaints, and how far they are."""

import json
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TypeVar

from attribution.command.complaints import complaint_on
from attribution.errors import ArticleError, AttributionError
from attribution.text.columns import counted, display_width, folded, visible

NARROWEST = 80  # columns; in less no table of eight columns can be read
UPDATE_EVERY = 0.2  # seconds
WIPE = "\r\x1b[K"  # what stands in the line of a terminal
Item = TypeVar("Item")


class Failures:
    """Collects the articles that could not be read, and says so as they come."""

    def __init__(self) -> None:
        self.found: list[ArticleError] = []

    def __call__(self, error: ArticleError) -> None:
        """Take one."""
        self.found.append(error)
        complain(error)


def complain(error: AttributionError) -> None:
    """Say on standard error what is wrong."""
    wipe = WIPE if sys.stderr.isatty() else ""  # a count may stand in the line
    print(f"{wipe}attribution: {visible(complaint_on(error))}", file=sys.stderr)


def with_progress(items: Iterable[Item], of: int | None = None) -> Iterator[Item]:
    """Show on standard error how many articles have been read, of how many where that is known; wiped at the end."""
    last = monotonic()
    for number, item in enumerate(items, 1):
        yield item
        if monotonic() - last >= UPDATE_EVERY:
            last = monotonic()
            known = f"{number:,} of {counted(of, 'article')}" if of and number <= of else counted(number, "article")
            print(f"\r{known} read", end="", file=sys.stderr, flush=True)
    print(WIPE, end="", file=sys.stderr, flush=True)


@contextmanager
def doing(what: str) -> Iterator[None]:
    """Say on a terminal what is being done (*comparing 1,200 statements*) as long as it takes."""
    if not sys.stderr.isatty():
        yield
        return
    print(f"{what} …", end="", file=sys.stderr, flush=True)
    try:
        yield
    finally:
        print(WIPE, end="", file=sys.stderr, flush=True)


def table_width() -> int:
    """Return how many columns a table may fill."""
    return max(NARROWEST, shutil.get_terminal_size((160, 0)).columns)


def show(text: str) -> None:
    """Write an answer."""
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
    sys.stdout.flush()


def show_lines(text: str) -> None:
    """Write an answer whose lines may be wider than the terminal, folding those that are."""
    width = table_width()
    show("\n".join(line if display_width(line) <= width else folded(line, width) for line in text.splitlines()))


def show_json(value: object) -> None:
    """Write an answer as JSON."""
    show(json.dumps(value, indent=1, ensure_ascii=False))
