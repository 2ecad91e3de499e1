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
OPPOSITE = re.compile(r"^(?:un|in|im|il|ir|non|dis)(?=\w{3})")  # *unsafe* denies *safe*; *under* denies no word
MODALS = {  # what is possible, or ought to be, is not said to be
    "possible": re.compile(r"\b(?:may|might|could|perhaps|possibly)\b", re.IGNORECASE),
    "due": re.compile(r"\b(?:should|must|ought)\b", re.IGNORECASE),
}
PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b(?:\s+\w+){1,3}?\s+by\b", re.IGNORECASE)
MUTUAL = frozenset("met meet meets marry marrie clash clashe fight fought played faced border resemb divorc".split())
LONGEST = 12  # telling words of a sentence that is looked through for two that changed places
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
    return frozenset(map(_stem, _telling(text)))


def _stem(word: str) -> str:
    return word[:STEM] if word[0].isalpha() else word


def says_in_same_words(statement: str, claim: str) -> bool:
    """Tell whether a statement has the claim's telling words in their order, and denies as often as it does.

    *The ministry had ordered an inspection of the ferry Santa Iria* says that it ordered an inspection of the ferry;
    *B attacked A* does not say that A attacked B, nor *A may attack B*.
    """
    return _denials_between(statement, claim) == 0


def denies_in_same_words(statement: str, claim: str) -> bool:
    """Tell whether a statement has the claim's telling words in their order, and one denial more or less than it has.

    *The bridge was not closed on Monday* denies that the bridge was closed on Monday, *it was unsafe* that it was safe.
    """
    denials = _denials_between(statement, claim)
    return denials is not None and abs(denials) == 1


def has_denial(text: str) -> bool:
    """Tell whether a sentence denies something, and does not take that back: *the ferry was not full*."""
    return len(DENIAL.findall(text)) % 2 == 1


def exchanges_parts(statement: str, claim: str) -> bool:
    """Tell whether a statement has just the claim's telling words, but with two parts in each other's place.

    *The minister accused the mayor of lying* is not *the mayor accused the minister of lying*. What both do to each
    other (*met*, *fought*) is the same either way.
    """
    theirs, ours = _telling(statement), _telling(claim)
    if sorted(theirs) != sorted(ours) or not 3 <= len(ours) <= LONGEST or theirs == ours:
        return False
    if bool(PASSIVE.search(statement)) is not bool(PASSIVE.search(claim)) or MUTUAL & {_stem(word) for word in ours}:
        return False
    ends = range(len(ours) + 1)
    return any(
        ours[second:third] + ours[first:second] + ours[:first] + ours[third:] == theirs
        for first in ends[1:]
        for second in ends[first + 1 :]
        for third in ends[second + 1 :]
    )


def _denials_between(statement: str, claim: str) -> int | None:
    """Return how many denials more a statement has than the claim, whose telling words it has; None if it has not."""
    if _manner(statement) != _manner(claim):
        return None
    theirs, ours = _telling(statement), _telling(claim)
    if len(ours) < FEWEST and (len(ours) < FEWEST_ALONE or len(theirs) != len(ours)):
        return None
    denials, rest = len(DENIAL.findall(statement)) - len(DENIAL.findall(claim)), iter(theirs)
    for word in ours:
        found = next((turned for other in rest if (turned := _turned(other, word)) is not None), None)
        if found is None:
            return None
        denials += found
    return denials


def _turned(word: str, other: str) -> int | None:
    """Return 0 for the same word, 1 where it is the other's opposite by its beginning, -1 the other way, else None."""
    if _stem(word) == _stem(other):
        return 0
    for one, rest, turned in ((word, other, 1), (other, word, -1)):
        bare = OPPOSITE.sub("", one)
        if bare != one and _stem(bare) == _stem(rest):
            return turned
    return None


def _manner(text: str) -> tuple[bool, ...]:
    """Return whether a sentence is passive, and whether it says what may be or what ought to be."""
    return (bool(PASSIVE.search(text)), *(bool(modal.search(text)) for modal in MODALS.values()))


def _telling(text: str) -> list[str]:
    """Return the words that tell what a sentence is about, lower case and without *'s*."""
    return [re.sub(r"['’]s?$", "", word.lower()) for word in WORD.findall(text) if word.lower() not in SMALL]


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
