"""What the commands show beside their answers: complaints, and how far they are."""

import json
import shutil
import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TypeVar

from attribution.errors import ArticleError, AttributionError
from attribution.text.columns import visible

NARROWEST = 80  # columns; in less no table of eight columns can be read
UPDATE_EVERY = 0.2  # seconds
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
    wipe = "\r\x1b[K" if sys.stderr.isatty() else ""  # a count may stand in the line
    print(f"{wipe}attribution: {visible(str(error))}", file=sys.stderr)


def with_progress(items: Iterable[Item], done: str) -> Iterator[Item]:
    """Show on standard error how many have been done (*articles read*), and wipe it out at the end."""
    last = monotonic()
    for number, item in enumerate(items, 1):
        yield item
        if monotonic() - last >= UPDATE_EVERY:
            last = monotonic()
            print(f"\r{number} {done}", end="", file=sys.stderr, flush=True)
    print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def table_width() -> int:
    """Return how many columns a table may fill."""
    return max(NARROWEST, shutil.get_terminal_size((160, 0)).columns)


def show(text: str) -> None:
    """Write an answer."""
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
    sys.stdout.flush()


def show_json(value: object) -> None:
    """Write an answer as JSON."""
    show(json.dumps(value, indent=1, ensure_ascii=False))
