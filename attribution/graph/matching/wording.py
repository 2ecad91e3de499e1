"""Which words two sentences share, and how telling they are among other sentences on the topic."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from attrs import frozen

WORD = re.compile(r"[A-Za-z][A-Za-z'’-]+|\d[\d,.]*\d|\d")
IMAGINED = 150  # sentences of other news; about as many as the statements on an event
FEWEST, FEWEST_ALONE = 3, 2  # telling words of a claim that can be said in the same words, and with no other words
DENIAL = re.compile(r"\b(?:not|no|never|nobody|none|neither|nor|without|un\w+ly)\b|n['’]t\b", re.IGNORECASE)
STEM = 6  # letters of a word that are compared: *arrest* and *arrested* are one
SMALL = frozenset(
    "a an the of to in on at by for from with and or but as that this these those it its he she they his her their we "
    "i you is are was were be been being has have had do does did will would could should may might must not no said "
    "says who which what when where there than then so if about after before into over up out all any some more "
    "most".split()
)


@lru_cache(maxsize=20_000)  # one claim is held beside hundreds of statements, and these beside the next
def words_of_claim(text: str) -> frozenset[str]:
    """Return the telling words of a sentence, lower case and cut to their first letters."""
    return frozenset(_telling(text))


def _stem(word: str) -> str:
    word = re.sub(r"['’]s?$", "", word.lower())
    return word[:STEM] if word[0].isalpha() else word


def says_in_same_words(statement: str, claim: str) -> bool:
    """Tell whether a statement has the claim's telling words in their order, and denies as often as it does.

    *The ministry had ordered an inspection of the ferry Santa Iria* says that it ordered an inspection of the ferry;
    *B attacked A* does not say that A attacked B.
    """
    return _has_words_of(statement, claim) and _denials(statement) == _denials(claim)


def denies_in_same_words(statement: str, claim: str) -> bool:
    """Tell whether a statement has the claim's telling words in their order, and one denial more or less than it has.

    *The bridge was not closed on Monday* denies that the bridge was closed on Monday.
    """
    return _has_words_of(statement, claim) and abs(_denials(statement) - _denials(claim)) == 1


def _has_words_of(statement: str, claim: str) -> bool:
    theirs, ours = (_telling(text) for text in (statement, claim))
    if len(ours) < FEWEST:
        return len(ours) >= FEWEST_ALONE and theirs == ours
    rest = iter(theirs)
    return all(word in rest for word in ours)


def _denials(text: str) -> int:
    return len(DENIAL.findall(text))


def _telling(text: str) -> list[str]:
    return [_stem(word) for word in WORD.findall(text) if word.lower() not in SMALL]


@frozen
class Rarity:
    """How telling each word is: the rarer among some sentences, the more (Spärck Jones 1972).

    Beside them stand as many imagined sentences of other news without these words, so that a few sentences on one
    topic do not make their own words common.
    """

    counts: Mapping[str, int]
    number: int

    @classmethod
    def among(cls, texts: Iterable[str]) -> "Rarity":
        """Count the words of some sentences."""
        held = [words_of_claim(text) for text in texts]
        return cls(Counter(word for words in held for word in words), len(held))

    def of(self, word: str) -> float:
        """Return the rarity of a word; the more of the sentences have it, the less."""
        return math.log((self.number + IMAGINED + 1) / (self.counts.get(word, 0) + 0.5))

    def sum(self, words: Iterable[str]) -> float:
        """Return the rarities of some words together."""
        return math.fsum(map(self.of, words))

    def highest(self, words: Iterable[str]) -> float:
        """Return that of the rarest word, 0 where there is none."""
        return max(map(self.of, words), default=0.0)
