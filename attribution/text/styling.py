"""Bold and colours for a terminal: only while they are switched on, and never the only sign of anything."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

BOLD, FOR, AGAINST, DOUBTFUL, OPEN, WITHHELD = "1", "32", "31", "33", "36", "35"  # green, red, yellow, cyan, magenta
COLOURS = {  # of the closed words in a column or a card; the rest stay as they are
    "title": {"for": FOR, "against": AGAINST},
    "relation": {"supports": FOR, "contradicts": AGAINST, "updates": DOUBTFUL},
    "status": {
        "on record": OPEN,
        "official": OPEN,
        "anonymous": WITHHELD,
        "background": WITHHELD,
        "off record": WITHHELD,
    },
}
CODE = re.compile(r"\x1b\[[\d;]*m")  # what `styled` writes; foreign text has none, for it was made visible before
RESET = "\x1b[0m"

_is_on: ContextVar[bool] = ContextVar("styling", default=False)


@contextmanager
def styling(is_on: bool) -> Iterator[None]:
    """Switch bold and colours on or off for what is laid out meanwhile."""
    before = _is_on.set(is_on)
    try:
        yield
    finally:
        _is_on.reset(before)


def styled(text: str, style: str) -> str:
    """Return a text that is safe to print in a style, word by word: a line may end after each."""
    if not (text and style and _is_on.get()):
        return text
    return " ".join(f"\x1b[{style}m{word}{RESET}" for word in text.split(" "))


def colour_of(kind: str, word: str) -> str:
    """Return the style of a word of one kind (*relation*, *status*); nothing where it has none."""
    return COLOURS.get(kind, {}).get(word, "")
