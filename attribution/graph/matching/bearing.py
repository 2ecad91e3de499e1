"""Whether a statement bears on a claim, how, and how surely: the matcher's judgement, words and figures together.

The weights are fitted by `attribution.training.matcher.calibrate` on development events, so that of statements given
0.8 about 80 % bear on their claim.
"""

import json
import math
import re
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from attribution.graph.matching.figures import Agreement, compare_figures
from attribution.graph.relation import Relation
from attribution.statements.statement import Stance

WORD = re.compile(r"[A-Za-z][A-Za-z'’-]+|\d[\d,.]*\d|\d")
SMALL = frozenset(
    "a an the of to in on at by for from with and or but as that this these those it its he she they his her their we "
    "i you is are was were be been being has have had do does did will would could should may might must not no said "
    "says who which what when where there than then so if about after before into over up out all any some more "
    "most".split()
)
FEATURES = (
    "constant", "supports", "contradicts", "back supports", "back contradicts", "likeness", "shared words",
    "shared names", "same figures", "other figures", "asks", "sure statement",
)  # fmt: skip
DENYING = frozenset((Stance.DENIES, Stance.DOUBTS))
Chances = tuple[float, float, float]


@frozen(kw_only=True)
class Comparison:
    """A statement beside a claim.

    `forth` and `back` are the chances (supports, contradicts, neither) of the statement about the claim, and of the
    claim about the statement; `likeness` is that of their vectors; `stance` what the speaker does with the content.
    """

    statement: str
    claim: str
    forth: Chances
    back: Chances
    likeness: float
    stance: Stance = Stance.ASSERTS
    confidence: float = 1.0

    def turned(self) -> "Comparison":
        """Return the claim beside the statement."""
        return evolve(self, statement=self.claim, claim=self.statement, forth=self.back, back=self.forth)


def chances_of(judged: NDArray[np.float32]) -> Chances:
    """Return the matcher's judgement (3) of one pair as plain numbers."""
    supports, contradicts, neither = map(float, judged)
    return supports, contradicts, neither


def features_of(comparison: Comparison, rarity: Callable[[str], float] = lambda _word: 1.0) -> tuple[float, ...]:
    """Return what a comparison amounts to, in the order of `FEATURES`; `rarity` weighs words that both share."""
    theirs, ours = words_of_claim(comparison.statement), words_of_claim(comparison.claim)
    figures = compare_figures(comparison.statement, comparison.claim)
    return (
        1.0,
        _logit(comparison.forth[0]),
        _logit(comparison.forth[1]),
        _logit(comparison.back[0]),
        _logit(comparison.back[1]),
        comparison.likeness,
        _share(ours, theirs, rarity),
        _share(names_of(comparison.claim), theirs | names_of(comparison.statement), rarity),
        float(figures is Agreement.SAME),
        float(figures in (Agreement.DIFFER, Agreement.RUN)),
        float(comparison.stance is Stance.ASKS),
        _logit(comparison.confidence),
    )


def words_of_claim(text: str) -> frozenset[str]:
    """Return the telling words of a sentence, lower case and cut to their stems' first letters."""
    return frozenset(_stem(word) for word in WORD.findall(text) if word.lower() not in SMALL)


def names_of(text: str) -> frozenset[str]:
    """Return the words of a sentence that are written with a capital where no sentence begins."""
    return frozenset(_stem(match[1]) for match in re.finditer(r"(?<=[a-z,;’'\")] )([A-Z][A-Za-z'’-]+)", text))


def _stem(word: str) -> str:
    word = re.sub(r"['’]s?$", "", word.lower())
    return word[:6] if word[0].isalpha() else word


def _share(ours: frozenset[str], theirs: frozenset[str], rarity: Callable[[str], float]) -> float:
    total = sum(map(rarity, ours))
    return sum(rarity(word) for word in ours & theirs) / total if total else 0.0


def chance_of_bearing(comparison: Comparison) -> float:
    """Return the chance that a statement supports, contradicts or updates a claim, from 0 to 1."""
    total = sum(weight * value for weight, value in zip(_weights(), features_of(comparison), strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def relation_of(comparison: Comparison) -> Relation:
    """Return how a statement that bears on a claim bears on it.

    Other figures for the same thing update it where they are of the kind that changes while an event is under way, a
    toll for one, and contradict it elsewhere. Who denies or doubts what supports a claim contradicts it.
    """
    figures = compare_figures(comparison.statement, comparison.claim)
    if figures is Agreement.RUN:
        return Relation.UPDATES
    against = _logit(comparison.forth[1]) + _logit(comparison.back[1]) > _logit(comparison.forth[0]) + _logit(
        comparison.back[0]
    )
    if figures is Agreement.DIFFER:
        against = True
    if comparison.stance in DENYING:
        against = not against
    return Relation.CONTRADICTS if against else Relation.SUPPORTS


@cache
def _weights() -> Sequence[float]:
    stored = json.loads(files("attribution.graph.matching").joinpath("data/bearing.json").read_text("utf8"))
    return [float(stored[name]) for name in FEATURES]


def _logit(chance: float) -> float:
    chance = min(max(chance, 0.005), 0.995)
    return math.log(chance / (1 - chance))
