"""Recognize the names of news outlets among the words of a document."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from attribution.document.document import Document, Entity
from attribution.text.span import Span

_OUTLET_KINDS = frozenset(("Organization", "Misc", "Product", "Facility"))
_SITE = re.compile(r"[\w-]+\.(?:com|org|net|info|tv|news|co\.\w\w)", re.IGNORECASE)


@cache
def _lines(name: str) -> frozenset[str]:
    lines = files(__package__).joinpath(f"data/{name}").read_text(encoding="utf8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def is_outlet(name: str) -> bool:
    """Tell whether a name is a news outlet's: *The Associated Press*, *Harbor Times*, *CNN*, *BBC World Service*."""
    bare = " ".join(name.split())
    bare = bare[4:] if bare[:4].lower() == "the " else bare
    known, first = _lines("outlets.txt"), bare.split(" ")[0]
    if bare in known or _SITE.fullmatch(bare) or (first in known and first.isupper() and len(first) > 1):
        return True
    words = bare.split(" ")
    return len(words) > 1 and any(word in _lines("outlet_words.txt") for word in words)


def outlets_among(document: Document, indices: Iterable[int]) -> Iterator[Span]:
    """Yield where news outlets are named among some words, in text order, with a capitalized *The* before the name.

    Names that no entity covers are found as rows of proper nouns: *told Harbor Times on Friday*.
    """
    wanted = set(indices)
    tagged = {i: e for e in _entities(document, wanted) for i in range(e.first, e.last + 1)}
    place = -1
    for index in sorted(wanted):
        if index <= place:
            continue
        entity = tagged.get(index)
        first, last = (entity.first, entity.last) if entity else (index, _row_end(document, index))
        place = last
        if last < first or (entity and entity.kind not in _OUTLET_KINDS):
            continue
        if is_outlet(document.slice(first, last)):
            if first and document.words[first - 1].text == "The" and document.sentence_of(first).first < first:
                first -= 1
            yield document.span(first, last)


def _entities(document: Document, wanted: set[int]) -> Iterator[Entity]:
    """Yield the entities that touch some words."""
    for index in wanted:
        word = document.words[index]
        if not word.entity.startswith(("B-", "I-")):
            continue
        first = last = index
        while first > 0 and document.words[first].entity.startswith("I-"):
            first -= 1
        while last + 1 < len(document.words) and document.words[last + 1].entity.startswith("I-"):
            last += 1
        yield Entity(word.entity[2:], first, last)


def _row_end(document: Document, first: int) -> int:
    """Return the last of the proper nouns that follow each other from here; before `first` where there is none."""
    last = first - 1
    sentence = document.sentence_of(first)
    while last < sentence.last and document.words[last + 1].upos == "PROPN" and document.words[last + 1].entity == "O":
        last += 1
    return last
