"""Lay rows of text out in columns for a terminal, whatever characters they hold."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from attrs import frozen

from attribution.text.styling import BOLD, CODE, RESET, colour_of, styled

GAP = "  "
NARROWEST = 6  # columns of a terminal, where there is no room for more
LONGEST_WORD = 14  # letters of a word that is not broken: *organization*, *contradicts*, *2026-03-02*
WIDE, READABLE = 4, 24  # a column of such weight gets that many columns of a terminal, and is read, not spelled
TALLEST = 3  # lines of a cell; the rest is cut off with an ellipsis
INDENT = "  "  # of what follows the first line of a long one

# a terminal would obey control characters and turn text around at direction marks
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\N{SYMBOL FOR DELETE}"}
_UNSHOWN = dict.fromkeys((*range(0x80, 0xA0), *range(0xD800, 0xE000)), "\N{REPLACEMENT CHARACTER}")
_DIRECTIONS = dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_SHOWN = {**_PICTURES, **_UNSHOWN, **_DIRECTIONS}
_SHOWN_TOGETHER = re.compile(f"{CODE.pattern}|.", re.DOTALL)


@frozen
class Column:
    """A column's title, and how much room it wants beside the others where not all find room."""

    title: str
    weight: float = 1.0


def counted(number: int, noun: str, nouns: str = "") -> str:
    """Return a number with its noun: *1 source*, *3 sources*, *1,200 articles*; `nouns` is a plural without *s*."""
    return f"{number:,} {noun if number == 1 else nouns or f'{noun}s'}"


def visible(text: str) -> str:
    """Return a text as one line that is safe to print: *\\x1b* becomes ␛, white space one space."""
    return " ".join(text.split()).translate(_SHOWN)


def display_width(text: str) -> int:
    """Return how many columns of a terminal a text fills: *é* one however it is written, *語* two, a colour none."""
    if "\x1b" in text:
        text = CODE.sub("", text)
    if text.isascii():
        return len(text)
    return sum(map(_character_width, text))


def _character_width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def folded(line: str, width: int) -> str:
    """Return a text as lines of at most `width` that are safe to print; its indent is kept, the rest indented more."""
    bare = line.lstrip(" ")
    return fold(" " * (len(line) - len(bare)) + visible(bare), width)


def fold(line: str, width: int) -> str:
    """Return a line that is safe to print already, and may be styled, as lines of at most `width`, like `folded`."""
    bare = line.lstrip(" ")
    indent = " " * min(len(line) - len(bare), width // 2)
    first, *rest = _lines_of(bare, width - len(indent) - len(INDENT), first=len(INDENT))
    return "\n".join([indent + first, *(indent + INDENT + one for one in rest)])


def format_table(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> str:
    """Return rows under a header, in lines of at most `width` columns of a terminal where that is possible.

    Columns without any text are left out; a cell has at most three lines. Where there is no room for all, the last
    columns that are not wide stand under each row: *reason: for fear of reprisal; outlet: Harbor Ledger*.
    """
    cells = [[visible(cell) for cell in row] for row in rows]
    kept = [place for place in range(len(columns)) if any(row[place] for row in cells)]
    if not kept:
        return ""
    cells = [[row[place] for place in kept] for row in cells]
    shown = [columns[place] for place in kept]
    sizes = [_size_of(column, [row[place] for row in cells]) for place, column in enumerate(shown)]
    beside = _places_beside(shown, sizes, width)
    under = [place for place in range(len(shown)) if place not in beside]
    widths = _widths([sizes[place] for place in beside], width - len(GAP) * (len(beside) - 1))
    titles = [column.title for column in shown]
    header = _row_lines([(titles[place], _style_of_title(titles[place])) for place in beside], widths)
    lines = [*header, GAP.join("─" * one for one in widths)]
    for row in cells:
        lines += _row_lines([(row[place], colour_of(titles[place], row[place])) for place in beside], widths)
        lines += _lines_under([(titles[place], row[place]) for place in under], widths[0] + len(GAP), width)
    return "\n".join(lines)


def _style_of_title(title: str) -> str:
    return ";".join(filter(None, (BOLD, colour_of("title", title))))


@frozen
class _Size:
    """How many columns of a terminal a column of a table needs at least, and at most; and its weight."""

    least: int
    most: int
    weight: float


def _size_of(column: Column, cells: Sequence[str]) -> _Size:
    every = (column.title, *cells)
    longest = max(display_width(word) for words in every for word in words.split(" "))
    least = READABLE if column.weight >= WIDE else min(longest, LONGEST_WORD)
    most = max(map(display_width, every))
    return _Size(min(least, most), most, column.weight)


def _places_beside(columns: Sequence[Column], sizes: Sequence[_Size], width: int) -> list[int]:
    """Return the columns that find room beside each other; the first and those to be read are always among them."""
    beside = list(range(len(columns)))
    for place in reversed(range(1, len(columns))):
        if sum(sizes[one].least for one in beside) + len(GAP) * (len(beside) - 1) <= width:
            break
        if columns[place].weight < WIDE and len(beside) > 2:
            beside.remove(place)
    return beside


def _widths(sizes: Sequence[_Size], room: int) -> list[int]:
    """Share the room out: every column gets the least that can be read, then what it needs or its share by weight."""
    least = [size.least for size in sizes]
    if sum(least) > room:
        least = [min(one, NARROWEST) for one in least]
    widths, left = list(least), room - sum(least)
    wide = {place for place, size in enumerate(sizes) if size.most > least[place]}
    while wide:
        share = max(left, 0) / sum(sizes[place].weight for place in wide)
        fitting = {place for place in wide if sizes[place].most - least[place] <= share * sizes[place].weight}
        for place in fitting or wide:
            widths[place] += sizes[place].most - least[place] if fitting else int(share * sizes[place].weight)
        left = room - sum(widths)
        wide = wide - fitting if fitting else set()
    return widths


def _lines_under(cells: Sequence[tuple[str, str]], indent: int, width: int) -> list[str]:
    """Return what stands under a row: the cells that found no room beside the others, each with its title."""
    words = "; ".join(f"{title}: {styled(cell, colour_of(title, cell))}" for title, cell in cells if cell)
    return [" " * indent + line for line in _wrap(words, width - indent)] if words else []


def _row_lines(cells: Sequence[tuple[str, str]], widths: Sequence[int]) -> Iterator[str]:
    """Yield the lines of a row; each cell comes with its style."""
    wrapped = [
        [styled(line, style) for line in _wrap(cell, width)] for (cell, style), width in zip(cells, widths, strict=True)
    ]
    for line in range(max(map(len, wrapped))):
        parts = [lines[line] if line < len(lines) else "" for lines in wrapped]
        padded = [part + " " * (width - display_width(part)) for part, width in zip(parts, widths, strict=True)]
        yield GAP.join(padded).rstrip()


def _wrap(text: str, width: int) -> list[str]:
    """Return a text as lines of at most `width`, at most three of them."""
    lines = _lines_of(text, width, most=TALLEST)
    if len(lines) > TALLEST:
        last = next(_break(lines[TALLEST - 1], width - 1))
        end = RESET if CODE.search(last) else ""  # the style's own end may be cut off
        lines = [*lines[: TALLEST - 1], f"{last}{end}…"]
    return lines


def _lines_of(text: str, width: int, *, first: int = 0, most: int | None = None) -> list[str]:
    """Return a text as lines of at most `width`, the first by `first` wider; words are broken only if too long for one.

    Little more than `most` lines are made.
    """
    lines, room = [""], width + first
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if display_width(longer) <= room:
            lines[-1] = longer
            continue
        pieces = list(_break(word, width))
        lines[-1:] = [lines[-1], *pieces] if lines[-1] else pieces
        room = width
        if most is not None and len(lines) > most:
            break
    return lines


def _break(word: str, width: int) -> Iterator[str]:
    piece, room = "", width
    for character in _SHOWN_TOGETHER.findall(word):
        needed = display_width(character)
        if needed > room and piece:
            yield piece
            piece, room = "", width
        piece, room = piece + character, room - needed
    yield piece
