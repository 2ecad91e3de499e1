"""What the commands show beside their answers: complaints, and how far they are."""

import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TextIO, TypeVar

from attribution.command.complaints import complaint_on
from attribution.errors import ArticleError, AttributionError
from attribution.text.columns import display_width, fold, visible
from attribution.text.styling import BOLD, styled

NARROWEST = 80  # columns; in less no table of eight columns can be read
KNOWN, UNKNOWN = "reading articles |{bar}| {n_fmt} of {total_fmt}, {remaining} left", "reading articles: {n_fmt}"
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
    """Say on standard error what is wrong; a bar that stands there goes on below."""
    line = f"attribution: {visible(complaint_on(error))}"
    if sys.stderr.isatty():
        _bars().write(line, file=sys.stderr)
    else:
        print(line, file=sys.stderr)


def with_progress(items: Iterable[Item], of: int | None = None) -> Iterator[Item]:
    """Show on a terminal how many articles have been read, of how many where that is known; wiped at the end."""
    if not sys.stderr.isatty():
        yield from items
        return
    shape = KNOWN if of else UNKNOWN
    with _bars()(total=of, bar_format=shape, leave=False, file=sys.stderr, dynamic_ncols=True) as bar:
        for item in items:
            yield item
            bar.update()


@contextmanager
def doing(what: str) -> Iterator[None]:
    """Say on a terminal what is being done (*comparing 1,200 statements*) as long as it takes."""
    if not sys.stderr.isatty():
        yield
        return
    with _bars()(desc=what, bar_format="{desc} …", leave=False, file=sys.stderr):
        yield


def _bars() -> Any:
    """Return what draws bars; only a terminal waits for its import."""
    from tqdm import tqdm

    return tqdm


def table_width() -> int:
    """Return how many columns a table may fill."""
    return max(NARROWEST, shutil.get_terminal_size((160, 0)).columns)


def show(text: str) -> None:
    """Write an answer."""
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
    sys.stdout.flush()


def show_lines(text: str) -> None:
    """Write an answer whose lines may be wider than the terminal, folding those that are; they are safe to print."""
    width = table_width()
    show("\n".join(line if display_width(line) <= width else fold(line, width) for line in text.splitlines()))


def headed(text: str) -> str:
    """Return an answer with its first line as a heading."""
    heading, *rest = text.split("\n")
    return "\n".join((styled(heading, BOLD), *rest))


def has_colours(stream: TextIO) -> bool:
    """Whether a stream is a terminal whose user has nothing against colours (no-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    is_console = sys.platform == "win32" and "WT_SESSION" not in os.environ  # it may show the codes themselves
    return stream.isatty() and not is_console


def show_json(value: object) -> None:
    """Write an answer as JSON."""
    show(json.dumps(value, indent=1, ensure_ascii=False))
