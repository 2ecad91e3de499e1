"""Lay rows of text out in columns for a terminal, whatever characters they hold."""

import unicodedata
from collections.abc import Iterator, Sequence

from attrs import frozen

GAP = "  "
NARROWEST = 6  # columns of a terminal
TALLEST = 3  # lines of a cell; the rest is cut off with an ellipsis

# a terminal would obey control characters and turn text around at direction marks
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\N{SYMBOL FOR DELETE}"}
_UNSHOWN = dict.fromkeys((*range(0x80, 0xA0), *range(0xD800, 0xE000)), "\N{REPLACEMENT CHARACTER}")
_DIRECTIONS = dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_SHOWN = {**_PICTURES, **_UNSHOWN, **_DIRECTIONS}


@frozen
class Column:
    """A column's title, and how much room it wants beside the others where not all find room."""

    title: str
    weight: float = 1.0


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: *1 source*, *3 sources*, *1,200 articles*."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def visible(text: str) -> str:
    """Return a text as one line that is safe to print: *\\x1b* becomes ␛, white space one space."""
    return " ".join(text.split()).translate(_SHOWN)


def display_width(text: str) -> int:
    """Return how many columns of a terminal a text fills: *é* one however it is written, *語* two."""
    if text.isascii():
        return len(text)
    return sum(map(_character_width, text))


def _character_width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def format_table(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> str:
    """Return rows under a header, in lines of at most `width` columns of a terminal where that is possible.

    Columns without any text are left out; a cell has at most three lines.
    """
    cells = [[visible(cell) for cell in row] for row in rows]
    kept = [place for place in range(len(columns)) if any(row[place] for row in cells)]
    if not kept:
        return ""
    cells = [[row[place] for place in kept] for row in cells]
    titles = [columns[place].title for place in kept]
    natural = [max(map(display_width, column)) for column in zip(titles, *cells, strict=True)]
    widths = _widths(natural, [columns[place].weight for place in kept], width - len(GAP) * (len(kept) - 1))
    ruler = ["─" * column_width for column_width in widths]
    lines = (line for row in (titles, ruler, *cells) for line in _row_lines(row, widths))
    return "\n".join(lines)


def _widths(natural: Sequence[int], weights: Sequence[float], room: int) -> list[int]:
    """Share the room out: every column gets the least that can be read, then what it needs or its share by weight."""
    least = [min(width, NARROWEST) for width in natural]
    widths, left = list(least), room - sum(least)
    wide = {place for place, width in enumerate(natural) if width > NARROWEST}
    while wide:
        share = max(left, 0) / sum(weights[place] for place in wide)
        fitting = {place for place in wide if natural[place] - least[place] <= share * weights[place]}
        for place in fitting or wide:
            widths[place] += natural[place] - least[place] if fitting else int(share * weights[place])
        left = room - sum(widths)
        wide = wide - fitting if fitting else set()
    return widths


def _row_lines(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    wrapped = [_wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for line in range(max(map(len, wrapped))):
        parts = [lines[line] if line < len(lines) else "" for lines in wrapped]
        padded = [part + " " * (width - display_width(part)) for part, width in zip(parts, widths, strict=True)]
        yield GAP.join(padded).rstrip()


def _wrap(text: str, width: int) -> list[str]:
    """Return a text as lines of at most `width`, at most three of them, breaking words only where one is too long."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if display_width(longer) <= width:
            lines[-1] = longer
            continue
        pieces = list(_break(word, width))
        lines[-1:] = [lines[-1], *pieces] if lines[-1] else pieces
        if len(lines) > TALLEST:
            break
    if len(lines) > TALLEST:
        last = next(_break(lines[TALLEST - 1], width - 1))
        lines = [*lines[: TALLEST - 1], last + "…"]
    return lines


def _break(word: str, width: int) -> Iterator[str]:
    piece, room = "", width
    for character in word:
        needed = _character_width(character)
        if needed > room and piece:
            yield piece
            piece, room = "", width
        piece, room = piece + character, room - needed
    yield piece
