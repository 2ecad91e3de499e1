"""What a character tagger sees of a text, and the tokens its labels make.

The labels are Stanza's: 0 inside a token, 1 end of a token, 2 end of a sentence, 3 end of a multi-word token such as
*don't*, 4 end of a sentence and of a multi-word token.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

INSIDE, TOKEN_END, SENTENCE_END, MULTIWORD_END, MULTIWORD_SENTENCE_END = range(5)

_SPACE = ord(" ")
# what `\s` matches, and the invisible control characters that web pages with a wrong encoding leave behind
_SPACES = np.array([code for code in range(0x3001) if chr(code).isspace() or 0x80 <= code <= 0x9F], dtype=np.uint32)


class RawToken(NamedTuple):
    """A token as characters `start` to `end` of the text, `end` not included."""

    start: int
    end: int
    is_multiword: bool = False


class Passage(NamedTuple):
    """A paragraph with each run of white space as one space.

    `codes` holds the code points and `offsets` where each stands in the text; both have shape (characters,).
    """

    codes: NDArray[np.uint32]
    offsets: NDArray[np.int64]


def read_passage(text: str, start: int, end: int) -> Passage:
    """Return characters `start` to `end` of a text as the tagger sees them."""
    codes = np.frombuffer(text[start:end].encode("utf-32-le", "surrogatepass"), dtype=np.uint32).copy()
    spaces = np.isin(codes, _SPACES)
    codes[spaces] = _SPACE
    kept = ~spaces
    kept[1:] |= ~spaces[:-1]
    if len(kept):
        kept[0] = True
    return Passage(codes[kept], np.flatnonzero(kept).astype(np.int64) + start)


def features(codes: NDArray[np.uint32]) -> NDArray[np.float32]:
    """Return what the tagger knows of each character beside its identity.

    Codes of shape (characters,) give features of shape (characters, 5), in the order Stanza trains with by default:
    space, capital, digit, last of the paragraph, first of the paragraph.
    """
    known, places = np.unique(codes, return_inverse=True)
    characters = [chr(code) for code in known]
    table = np.array([[c == " ", c.isupper(), c.isdecimal()] for c in characters], dtype=np.float32)
    found = np.zeros((len(codes), 5), dtype=np.float32)
    found[:, :3] = table[places]
    found[-1, 3] = found[0, 4] = 1
    return found


def read_tokens(passage: Passage, labels: NDArray[np.int64]) -> list[list[RawToken]]:
    """Return the tokens of each sentence of a labelled passage, labels of shape (characters,).

    White space always ends a token, whatever the labels say, so that a token is a stretch of the text as it stands.
    """
    ends = labels.copy()
    before_space = np.append(passage.codes[1:] == _SPACE, True)
    ends[before_space & (ends == INSIDE)] = TOKEN_END
    sentences: list[list[RawToken]] = [[]]
    start = 0
    for last in np.flatnonzero(ends).tolist():
        first = start + (passage.codes[start] == _SPACE)
        label = ends[last]
        if first <= last:
            span = int(passage.offsets[first]), int(passage.offsets[last]) + 1
            sentences[-1].append(RawToken(*span, bool(label >= MULTIWORD_END)))
        if label in (SENTENCE_END, MULTIWORD_SENTENCE_END) and sentences[-1]:
            sentences.append([])
        start = last + 1
    return [sentence for sentence in sentences if sentence]
