"""Compare the figures of two sentences: *12 people were killed* and *15 dead* count the same thing differently."""

import re
import tomllib
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from attrs import frozen

TOKEN = re.compile(r"[$€£]?\d[\d,]*(?:\.\d+)?|[A-Za-z]+|%")
REACH = 3  # words after a figure that may say what it counts
YEARS = range(1900, 2100)
EMPTY = frozenset(
    "a an the of at least about around more than nearly some up to only were was are is have been and".split()
)


class Agreement(StrEnum):
    """How the figures of two sentences stand to each other."""

    NONE = "none"  # one of them has none, or they count different things
    SAME = "same"
    DIFFER = "differ"
    RUN = "run"  # they differ, and are of the kind that changes while an event is under way


@frozen
class Figure:
    """A number and the words, lower case, that may say what it counts."""

    value: float
    counted: tuple[str, ...]


@frozen
class _Lists:
    running: frozenset[str]
    kinds: tuple[frozenset[str], ...]
    alike: dict[str, str]
    numbers: dict[str, float]
    multiples: dict[str, float]
    parts: dict[str, float]
    shares: frozenset[str]


@cache
def _lists() -> _Lists:
    held = tomllib.loads(files("attribution.graph.matching").joinpath("data/figures.toml").read_text("utf8"))
    alike = {word: group.split()[0] for group in held["alike"] for word in group.split()}
    return _Lists(
        running=frozenset(held["running"].split()),
        shares=frozenset(held["shares"].split()),
        kinds=tuple(frozenset(group.split()) for group in held["kinds"]),
        alike=alike,
        numbers=held["numbers"],
        multiples=held["multiples"],
        parts=held["parts"],
    )


@lru_cache(maxsize=4096)
def figures_of(text: str) -> tuple[Figure, ...]:
    """Return the numbers of a sentence, in digits or words, years and dates left out."""
    return tuple(_figures(TOKEN.findall(text)))


def _figures(tokens: list[str]) -> Iterator[Figure]:
    lists, place = _lists(), 0
    while place < len(tokens):
        value, after = _number_at(tokens, place)
        if value is None:
            place += 1
            continue
        counted = [word.lower() for word in tokens[after : after + REACH] if word.lower() not in EMPTY]
        if (part := _part_at(tokens, after)) is not None:
            value, counted = 100 * value / part, ["percent", *counted[1:]]
        is_year = tokens[place].isdigit() and value in YEARS
        if not is_year:
            yield Figure(value, tuple(lists.alike.get(word, _stem(word)) for word in counted))
        place = after


def _number_at(tokens: list[str], place: int) -> tuple[float | None, int]:
    """Return the number that begins at a token, with the place after it: *sixty five thousand* is 65,000."""
    lists, value = _lists(), None
    while place < len(tokens):
        word = tokens[place].lower()
        if word[0].isdigit() or word[0] in "$€£":
            if value is not None:
                break
            value = float(word.lstrip("$€£").replace(",", ""))
        elif word in lists.numbers:
            if value is not None and (value % 10 or lists.numbers[word] > 9):
                break
            value = (value or 0) + lists.numbers[word]
        elif word in lists.multiples and value is not None:
            value *= lists.multiples[word]
        else:
            break
        place += 1
    return value, place


def _part_at(tokens: list[str], place: int) -> float | None:
    """Return into how many parts the word at a token divides, where it tells a share: *nine tenths*, *a third of*."""
    word = tokens[place].lower() if place < len(tokens) else ""
    is_share = word.endswith("s") or [token.lower() for token in tokens[place + 1 : place + 2]] == ["of"]
    return _lists().parts.get(word.removesuffix("s")) if is_share else None


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def compare_figures(statement: str, claim: str) -> Agreement:
    """Tell whether a statement gives the claim's figures, other figures for the same, or none that compare."""
    theirs, ours = figures_of(statement), figures_of(claim)
    if not ours or not theirs:
        return Agreement.NONE
    given, asked = ({figure.value for figure in figures} for figures in (theirs, ours))
    if given & asked or _sums(theirs) & asked or given & _sums(ours):  # the others may be the same in another unit
        return Agreement.SAME
    shared = {word for figure in ours for other in theirs for word in set(figure.counted) & set(other.counted)}
    if not shared or _of_other_kinds(statement, claim):
        return Agreement.NONE
    runs = "percent" in shared or (_runs(statement) and _runs(claim))
    return Agreement.RUN if runs else Agreement.DIFFER


def lacks_share(statement: str, claim: str) -> bool:
    """Tell whether a claim gives a share, *nine tenths of the traffic*, and a statement gives none, however vague.

    Who says that traffic was disrupted says nothing on how much of it the broken cables carried.
    """
    asked = figures_of(claim)
    if not any(map(_is_share, asked)):
        return False
    given = figures_of(statement)
    if any(map(_is_share, given)):
        return False
    return {one.value for one in asked}.isdisjoint(one.value for one in given) and not _has(statement, _lists().shares)


def _is_share(figure: Figure) -> bool:
    return figure.counted[:1] == (_lists().alike["percent"],)


def _sums(figures: tuple[Figure, ...]) -> set[float]:
    """Return what figures that follow each other make together: *nine sailors and four divers* are 13."""
    return {one.value + other.value for one, other in pairwise(figures)}


def _of_other_kinds(statement: str, claim: str) -> bool:
    """Tell whether one counts, say, the dead and the other the injured."""
    theirs, ours = ({i for i, kind in enumerate(_lists().kinds) if _has(text, kind)} for text in (statement, claim))
    return bool(theirs and ours) and not theirs & ours


def _runs(text: str) -> bool:
    return _has(text, _lists().running)


def _has(text: str, words: frozenset[str]) -> bool:
    return any(word.lower() in words or _stem(word.lower()) in words for word in TOKEN.findall(text))
