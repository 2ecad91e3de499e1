"""Read transcripts and interviews by their layout: *WALLACE: Will you go?* is said by Wallace, whatever it looks like.

The layout tells more than any model can: who speaks stands before a colon at the start of a line, and speaks until the
next one does.
"""

import re
from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from attribution.document.document import Document
from attribution.document.splitting.paragraphs import paragraphs
from attribution.statements.grouping import Parts
from attribution.text.span import Span

FEWEST_TURNS = 3  # of capitals or Q and A; one *NOTE: …* makes no transcript
FEWEST_TURNS_IN_LOWER_CASE = 4  # *Haddad: …*: headlines look the same
_OPENING = r"[\s\"“‘'*_\-–—]*"
_CAPITALS = re.compile(_OPENING + r"(?P<name>[A-Z][A-Z.'’\-]*(?:,? [A-Z(][A-Z.'’)\-]*){0,7})(?P<colon>:)\s")
_LOWER = re.compile(_OPENING + r"(?P<name>[A-Z][\w.'’\-]*(?: [A-Z][\w.'’\-]*){0,3})(?P<colon>:)\s")
_ASIDE = re.compile(_OPENING + r"[(\[][^)\]]*[)\]][\s.\"”’']*$")


@frozen
class _Turn:
    """One speaker's line: characters of the name, the colon and what is said."""

    name: Span
    colon: Span
    said: tuple[Span, ...]


def turns_of(document: Document) -> tuple[Parts, ...]:
    """Return what each speaker of a transcript says, in text order; nothing where the article is no transcript.

    *Q:* and *A:* are speakers like any, and a role may follow a name: *NORA QUILL, HOST:*. An aside in brackets, as
    *(CROSSTALK.)*, is said by nobody.
    """
    found = []
    for turn in _turns(document.text):
        content = [i for span in turn.said for i in document.words_within(span)]
        name, colon = (document.words_within(span) for span in (turn.name, turn.colon))
        if content and name and colon:
            found.append(Parts(source=name, cue=colon[-1:], content=tuple(content)))
    return tuple(found)


def _turns(text: str) -> Iterator[_Turn]:
    lines = list(paragraphs(text))
    opened = _opened(text, lines, _CAPITALS, FEWEST_TURNS) or _opened(text, lines, _LOWER, FEWEST_TURNS_IN_LOWER_CASE)
    last = max(opened, default=-1)
    number = 0
    while number < len(lines):
        match = opened.get(number)
        number += 1
        if match is None:
            continue
        said = [(match.end(), lines[number - 1][1])]
        # What stands between two speakers is the first one's; after the last the article itself may go on.
        while number < last and number not in opened:
            said.append(lines[number])
            number += 1
        spans = tuple(
            Span(start, end)
            for start, end in said
            if end > start and text[start:end].strip() and not _ASIDE.match(text, start, end)
        )
        if spans:
            yield _Turn(Span(*match.span("name")), Span(*match.span("colon")), spans)


def _opened(text: str, lines: list[tuple[int, int]], pattern: re.Pattern[str], fewest: int) -> dict[int, re.Match[str]]:
    """Return the lines that a speaker opens, where they are enough and somebody speaks twice."""
    found = {i: match for i, (start, end) in enumerate(lines) if (match := pattern.match(text, start, end))}
    names = Counter(match["name"] for match in found.values())
    enough = len(found) >= fewest and len(names) >= 2 and max(names.values()) >= 2
    return found if enough else {}
