"""Find quotation marks in a text, tell them from apostrophes, and tell which way each turns.

Newsrooms type a quotation as “We agree”, "We agree", ''We agree'', ``We agree'', ‘We agree’, „We agree“, «We agree»,
and the same characters as apostrophes (*dogs’*, *’90s*, *rock ’n’ roll*) and inch marks (*6'2"*).
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from importlib.resources import files

from attrs import frozen


class MarkKind(StrEnum):
    """The family of a mark; a quotation that opens with one family closes with the same."""

    DOUBLE = "double"
    SINGLE = "single"
    ANGLE = "angle"


class Turn(StrEnum):
    """What a mark does: where only the marks around can tell, it closes what is open and opens otherwise."""

    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"


@frozen
class Mark:
    """One quotation mark at characters `start` to `end`; a weak one may be an apostrophe (*the dogs’ owner*)."""

    start: int
    end: int
    kind: MarkKind
    turn: Turn
    is_weak: bool = False


_MARKS = re.compile(r"\"+|[“”„‟＂]|'+|’+|‘+|‚+|‛|`+|[«»‹›]")
_BEFORE_OPENING = frozenset("([{<—–-―/“‘«‹„‚\"'`")
_AFTER_CLOSING = frozenset(")]}>—–-―/.,;:?!…”’»›\"'")
_FEET = re.compile(r"\d['’′]\s?\d{1,2}$")
_DECADE = re.compile(r"\d\d(?:s|'s|’s)?(?!\w)")
_WORD = re.compile(r"\w+")
_POSSESSIVE_ENDS = frozenset("sxzno")  # the dogs' owner, Felix' car, Alvarez' bill, goin' home, cup o' tea


@cache
def elisions() -> frozenset[str]:
    """Return the words that are written with an apostrophe before them: *em* in *’em*."""
    lines = files(__package__).joinpath("data/elisions.txt").read_text(encoding="utf8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def find_marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """Yield the quotation marks between two characters of a text; apostrophes and inch marks are left out.

    In *"The dogs' owners don't pay," she said* the marks are the two double ones and, as a weak one, that of *dogs'*.
    """
    for match in _MARKS.finditer(text, start, end):
        first, last = match.span()
        form = text[first]
        length = last - first
        if form in "«»‹›":
            yield Mark(first, last, MarkKind.ANGLE, Turn.EITHER)
        elif form in '"“”„‟＂':
            # "" is one mark of a badly exported text, or an empty pair; a longer row is an ornament
            if length == 1 or (length == 2 and _shape(text, first, last, start, end) is not Turn.EITHER):
                yield from _double(text, first, last, start, end)
        elif length == 1:
            yield from _single(text, first, start, end)
        elif length <= 3:
            yield from _row(text, first, last, start, end)


def _shape(text: str, first: int, last: int, start: int, end: int) -> Turn:
    """Tell by its neighbours which way a mark turns."""
    before, after = text[first - 1 : first] if first > start else "", text[last : last + 1] if last < end else ""
    may_open = not before or before.isspace() or before in _BEFORE_OPENING
    may_close = not after or after.isspace() or after in _AFTER_CLOSING
    if may_open == may_close:
        return Turn.EITHER
    return Turn.OPENS if may_open else Turn.CLOSES


def _double(text: str, first: int, last: int, start: int, end: int) -> Iterator[Mark]:
    form, shape = text[first], _shape(text, first, last, start, end)
    if form == '"' and text[first - 1 : first].isdigit() and _FEET.search(text, max(start, first - 6), first):
        return
    turn = shape
    if form in "“‟":
        turn = Turn.EITHER if shape is Turn.CLOSES else Turn.OPENS  # „We agree“ closes with it
    elif form == "”":
        turn = Turn.EITHER if shape is Turn.OPENS else Turn.CLOSES  # ”We agree” in Swedish and by slips
    elif form == "„":
        turn = Turn.OPENS
    yield Mark(first, last, MarkKind.DOUBLE, turn)


def _row(text: str, first: int, last: int, start: int, end: int) -> Iterator[Mark]:
    """Two single marks are a double one; three are a double and a single: *''He said 'no.'''*"""
    form, shape = text[first], _shape(text, first, last, start, end)
    turn = {"`": Turn.OPENS, "‘": Turn.OPENS, "‚": Turn.OPENS, "’": Turn.CLOSES}.get(form, shape)
    if last - first == 2:
        yield Mark(first, last, MarkKind.DOUBLE, turn)
    elif turn is Turn.CLOSES:
        yield Mark(first, first + 1, MarkKind.SINGLE, turn)
        yield Mark(first + 1, last, MarkKind.DOUBLE, turn)
    else:
        yield Mark(first, last - 1, MarkKind.DOUBLE, turn)
        yield Mark(last - 1, last, MarkKind.SINGLE, turn)


def _single(text: str, first: int, start: int, end: int) -> Iterator[Mark]:
    form, shape = text[first], _shape(text, first, first + 1, start, end)
    before = text[first - 1 : first] if first > start else ""
    after = text[first + 1 : first + 2] if first + 1 < end else ""
    if form == "`" and shape is not Turn.OPENS:
        return
    if before.isalnum() and after.isalnum():
        return
    if shape is Turn.OPENS:
        # smart quotes turn the apostrophe of ’90s either way, but never a real opening mark into ’
        if form == "’" or (form != "‚" and _is_elided(text, first + 1, end)):
            return
        yield Mark(first, first + 1, MarkKind.SINGLE, Turn.OPENS)
    elif form == "‚":
        return  # a comma that looks like a low mark
    elif shape is Turn.CLOSES:
        yield Mark(first, first + 1, MarkKind.SINGLE, Turn.CLOSES, is_weak=before.isalnum())
    elif form in "‘`‛":
        yield Mark(first, first + 1, MarkKind.SINGLE, Turn.OPENS)
    else:
        turn = Turn.EITHER if form == "'" else Turn.CLOSES
        yield Mark(first, first + 1, MarkKind.SINGLE, turn)


def _is_elided(text: str, place: int, end: int) -> bool:
    """Whether the word at `place` is one of *’em*, *’n’*, *’90s*."""
    if _DECADE.match(text, place, end):
        return True
    word = _WORD.match(text, place, min(end, place + 12))
    return word is not None and word.group().lower() in elisions()


def may_be_possessive(text: str, mark: Mark) -> bool:
    """Whether a weak closing mark can belong to its word: *dogs’*, *goin’*."""
    return mark.is_weak and text[mark.start - 1].lower() in _POSSESSIVE_ENDS
