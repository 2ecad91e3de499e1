"""Word shingles of a text: what two articles share, and where.

A text is the set of its runs of five words (Broder 1997). Copies are found by containment, the share of the shorter
article's shingles that stand in the other too: Jaccard's measure misses copies that one outlet cut and another kept
whole.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from attribution.text.span import Span

WORDS = 5  # of a shingle: on development events 4, 5 and 6 all tell copies from mere likeness, 3 does not
SAMPLED = 8  # one hash in so many is kept to find articles that may be copies
WORD = re.compile(r"[^\W_]+")


@frozen
class Shared:
    """A passage that stands in two texts, by its place in each."""

    one: Span
    other: Span


def words_in(text: str) -> list[re.Match[str]]:
    """Return the words of a text with their places."""
    return list(WORD.finditer(text))


def _shingle_hashes(words: Sequence[re.Match[str]]) -> Iterator[int]:
    lower = [word[0].casefold() for word in words]
    for place in range(len(lower) - WORDS + 1):
        run = "\x1f".join(lower[place : place + WORDS]).encode("utf8", "surrogatepass")
        yield int.from_bytes(hashlib.blake2b(run, digest_size=8).digest(), "big") >> 1  # SQLite's integers are signed


def shingles(text: str) -> frozenset[int]:
    """Return the hashes, below 2**63, of all runs of five words; the same on every machine."""
    return frozenset(_shingle_hashes(words_in(text)))


def sample(hashes: frozenset[int]) -> tuple[int, ...]:
    """Return about one in eight of some hashes, the same ones in whatever text they stand."""
    return tuple(sorted(value for value in hashes if value % SAMPLED == 0))


def containment(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the share of the smaller set that the other holds too, 0 where either is empty."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def shared_passages(one: str, other: str, least: int = 8) -> tuple[Shared, ...]:
    """Return the passages of at least so many words that stand in both texts, the longest first."""
    first, second = words_in(one), words_in(other)
    places: dict[int, list[int]] = {}
    for place, value in enumerate(_shingle_hashes(second)):
        places.setdefault(value, []).append(place)
    found: list[tuple[int, int, int]] = []  # length in words, place in each
    covered = 0
    for place, value in enumerate(_shingle_hashes(first)):
        if place < covered or value not in places:
            continue
        length, start = max((_length(first, second, place, start), -start) for start in places[value])
        if length >= least:
            found.append((length, place, -start))
        covered = place + length
    return tuple(
        Shared(_span(first, place, length), _span(second, start, length))
        for length, place, start in sorted(found, key=lambda run: (-run[0], run[1]))
    )


def _length(first: Sequence[re.Match[str]], second: Sequence[re.Match[str]], place: int, start: int) -> int:
    length = 0
    while (
        place + length < len(first)
        and start + length < len(second)
        and first[place + length][0].casefold() == second[start + length][0].casefold()
    ):
        length += 1
    return length


def _span(words: Sequence[re.Match[str]], place: int, length: int) -> Span:
    return Span(words[place].start(), words[place + length - 1].end())
