"""Cut words into the word pieces that the reader's encoder knows."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

UNKNOWN = "[UNK]"
NO_GAP, SPACE, BREAK = 0, 1, 2  # what stands before a word: nothing, a space, a new line
OTHER, CAPITALIZED, UPPER, DIGITS = 0, 1, 2, 3
CLS, SEP = 101, 102  # the vocabulary's own marks for the two ends of a window
MOST = 32  # pieces of one word; of a longer one (a link, a line of marks) both ends are kept


def case_of(piece: str) -> int:
    """Tell how a piece is written; the uncased vocabulary forgets it.

    One capital letter counts as capitalized: *A* opens a sentence more often than it abbreviates.
    """
    if len(piece) > 1 and piece.isupper():
        return UPPER
    if piece[:1].isupper():
        return CAPITALIZED
    if any(character.isdigit() for character in piece):
        return DIGITS
    return OTHER


def gap_of(between: str) -> int:
    """Tell what the characters between two words amount to: nothing, a space or a new line."""
    if not between:
        return NO_GAP
    return BREAK if "\n" in between or "\r" in between else SPACE


@frozen
class Pieces:
    """The pieces of one word: vocabulary ids and, for each, how it is written. Never empty."""

    ids: tuple[int, ...]
    cases: tuple[int, ...]


def _ends(pieces: list[Any]) -> list[Any]:
    return pieces if len(pieces) <= MOST else pieces[: MOST // 2] + pieces[-MOST // 2 :]


class PieceCutter:
    """Cuts words into pieces, remembering the words it has seen: news repeats itself."""

    def __init__(self, tokenizer_file: Path, remembered: int = 200_000) -> None:
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(tokenizer_file))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._unknown: int = self._tokenizer.token_to_id(UNKNOWN) or 0
        self._remembered = remembered
        self._seen: dict[str, Pieces] = {}

    def cut(self, words: Sequence[str]) -> list[Pieces]:
        """Return the pieces of each word; a word without any (a lone control character) is one unknown piece."""
        fresh = sorted({word for word in words if word not in self._seen})
        if len(self._seen) + len(fresh) > self._remembered:
            self._seen.clear()
            fresh = sorted(set(words))
        for word, encoding in zip(fresh, self._tokenizer.encode_batch(fresh, add_special_tokens=False), strict=True):
            ids, offsets = _ends(encoding.ids), _ends(encoding.offsets)
            cases = tuple(case_of(word[start:end]) for start, end in offsets)
            self._seen[word] = Pieces(tuple(ids), cases) if ids else Pieces((self._unknown,), (OTHER,))
        return [self._seen[word] for word in words]


def encoder_row(gaps: Sequence[int], pieces: Sequence[Pieces], first: int, last: int) -> dict[str, list[int]]:
    """Return what the encoder is told of the words `first` to `last`, not included, of a text: one window.

    `pieces`, `cases`, and what stands `before` and `after` each piece, with the marks of both ends; and the places of
    each word's `first` and `last` piece among them. `gaps[i]` stands before word i of the text.
    """
    row: dict[str, list[int]] = {"pieces": [CLS], "cases": [0], "before": [0], "after": [0], "first": [], "last": []}
    for word in range(first, last):
        inner = [NO_GAP] * (len(pieces[word].ids) - 1)
        row["first"].append(len(row["pieces"]))
        row["pieces"].extend(pieces[word].ids)
        row["cases"].extend(pieces[word].cases)
        row["before"] += [gaps[word], *inner]
        row["after"] += [*inner, gaps[word + 1] if word + 1 < len(gaps) else BREAK]
        row["last"].append(len(row["pieces"]) - 1)
    for name, mark in (("pieces", SEP), ("cases", 0), ("before", 0), ("after", 0)):
        row[name].append(mark)
    return row
