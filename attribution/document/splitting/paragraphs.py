"""Find the paragraphs of a text: no sentence goes from one into the next."""

from __future__ import annotations

import re
from itertools import pairwise

NARROWEST_WRAP = 40  # columns; nobody wraps prose more narrowly
WIDEST_WRAP = 100
WRAPPED_SHARE = 0.6  # of the lines inside a block could not have taken the next line's first word
OVERLONG_SHARE = 0.05  # of all lines may be longer: a web address, a table

# Besides "\n", what str.splitlines splits at and people mean as a line end; a form feed ends a page, not a paragraph.
_LINE = re.compile(r"[^\r\n\u0085\u2028\u2029]+")
_BREAK = r"\r\n|\r(?!\n)|[\n\u0085\u2028\u2029]"
_BLANK_LINE = re.compile(rf"(?:{_BREAK})(?:[^\S\r\n\u0085\u2028\u2029]|\u200b|\ufeff)*(?:{_BREAK})|\u2029")
_LIST_MARK = re.compile(r"(?:[-*•·‣▪–—]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the start and end of each paragraph, without the space around it.

    A blank line always ends a paragraph.
    A single line end ends one too, unless the lines are wrapped, as in mail: of one width of 40 to 100 characters
    that no line could have kept to with the next line's first word on it.
    In *"Truce holds\\nThe truce held on Friday, officials said."* the headline is a paragraph of its own.
    """
    blocks = _split(text)
    width = _wrap_width(text, blocks)
    found: list[tuple[int, int]] = []
    for start, end in blocks:
        lines = _lines(text, start, end)
        found += _join_wrapped(text, lines, width) if width else lines
    return found


def _split(text: str) -> list[tuple[int, int]]:
    """Return the stretches between blank lines."""
    breaks = list(_BLANK_LINE.finditer(text))
    starts = [0, *(match.end() for match in breaks)]
    ends = [*(match.start() for match in breaks), len(text)]
    return [span for start, end in zip(starts, ends, strict=True) if (span := _strip(text, start, end))]


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    matches = _LINE.finditer(text, start, end)
    return [span for match in matches if (span := _strip(text, match.start(), match.end()))]


def _strip(text: str, start: int, end: int) -> tuple[int, int] | None:
    stretch = text[start:end]
    start += len(stretch) - len(stretch.lstrip())
    end -= len(stretch) - len(stretch.rstrip())
    return (start, end) if start < end else None


def _wrap_width(text: str, blocks: list[tuple[int, int]]) -> int:
    """Return the column at which the text's lines are wrapped, 0 where they are not.

    The column is the longest line but for a few.
    Wrapped lines come close to it: only a word too long for the rest of the line ends one earlier.
    """
    lines = [_lines(text, *block) for block in blocks]
    followed = [pair for block in lines for pair in pairwise(block)]
    lengths = sorted(end - start for block in lines for start, end in block)
    width = lengths[-1 - int(OVERLONG_SHARE * len(lengths))] if lengths else 0
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return 0
    full = sum(_is_full(text, line, following, width) for line, following in followed)
    # two lines alone are a headline and its text, or a list; nothing shows a wrap
    return width if len(followed) >= 2 and full >= WRAPPED_SHARE * len(followed) else 0


def _is_full(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    first_word = text[slice(*following)].split(maxsplit=1)[0]
    return line[1] - line[0] + 1 + len(first_word) > width


def _join_wrapped(text: str, lines: list[tuple[int, int]], width: int) -> list[tuple[int, int]]:
    """Join the lines of one block, but for those that end early or begin a list item."""
    joined: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        goes_on = index > 0 and _is_full(text, lines[index - 1], line, width)
        if goes_on and not _LIST_MARK.match(text, line[0]):
            joined[-1] = (joined[-1][0], line[1])
        else:
            joined.append(line)
    return joined
