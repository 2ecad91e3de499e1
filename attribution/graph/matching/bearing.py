"""Whether a statement bears on a claim, and how: the matcher's judgement, words and figures together.

The weights are fitted by `attribution.training.matcher.calibrate` on development events, so that of statements given
0.8 about 80 % bear on their claim.
"""

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from attribution.graph.matching.days import are_days_apart
from attribution.graph.matching.figures import Agreement, compare_figures, lacks_share
from attribution.graph.matching.wording import (
    Rarity,
    denies_in_same_words,
    exchanges_parts,
    has_denial,
    says_in_same_words,
    words_of_claim,
)
from attribution.graph.relation import Relation
from attribution.statements.statement import Stance

DENYING = frozenset((Stance.DENIES, Stance.DOUBTS))
Chances = tuple[float, float, float, float]  # supports, contradicts, neither; bears at all
SAME_WORDS: Chances = (0.98, 0.01, 0.01, 0.99)
DENIED_WORDS: Chances = (0.01, 0.98, 0.01, 0.99)
EXCHANGED: Chances = (0.01, 0.02, 0.97, 0.02)
USUAL, USUAL_MEAN, USUAL_SPREAD = 50, 0.3, 0.14  # statements imagined beside those near a claim, and their likeness
NEARNESS = (
    "constant", "likeness", "likeness among others", "rare words shared", "claim's words shared",
    "statement's words shared", "rarest word shared", "same figures", "other figures", "asks", "sure statement",
)  # fmt: skip
JUDGEMENT = ("supports", "contradicts", "bears", "back supports", "back contradicts", "back bears")
OPPOSED = 0.45  # chance from which what bears on a claim contradicts it: that of the most claims told right
AGAINST = ("constant", "forth", "back", "other figures", "same figures", "one denied")
AGREEMENT = ("constant", "chance", "likest answer", "like answers")


@frozen(kw_only=True)
class Surroundings:
    """What else is near a claim: words are telling, and likeness is high, only beside that."""

    rarity: Rarity
    mean: float
    spread: float

    @classmethod
    def of(cls, texts: Sequence[str], near: NDArray[np.float32]) -> "Surroundings":
        """Take the statements nearest to a claim, with how alike they are to it; a few are not taken at their word."""
        number = len(near) + USUAL
        mean = (float(near.sum()) + USUAL * USUAL_MEAN) / number
        squares = float(((near - mean) ** 2).sum()) + USUAL * USUAL_SPREAD**2
        return cls(rarity=Rarity.among(texts), mean=mean, spread=math.sqrt(squares / number))


@frozen(kw_only=True)
class Comparison:
    """A statement beside a claim.

    `forth` and `back` are the matcher's chances for the statement about the claim, and for the claim about the
    statement, None where it was not asked; `likeness` is that of their vectors; `stance` what the speaker does with
    the content.
    """

    statement: str
    claim: str
    likeness: float
    stance: Stance = Stance.ASSERTS
    confidence: float = 1.0
    forth: Chances = (0.0, 0.0, 1.0, 0.0)
    back: Chances = (0.0, 0.0, 1.0, 0.0)

    def settled(self) -> "Comparison":
        """Return the comparison with the matcher overruled where words alone tell that one says or denies the other."""
        return evolve(
            self,
            forth=_by_words(self.statement, self.claim, self.forth),
            back=_by_words(self.claim, self.statement, self.back),
        )

    def turned(self) -> "Comparison":
        """Return the claim beside the statement."""
        return evolve(self, statement=self.claim, claim=self.statement, forth=self.back, back=self.forth)


def _by_words(statement: str, claim: str, judged: Chances) -> Chances:
    if says_in_same_words(statement, claim):
        return SAME_WORDS
    if denies_in_same_words(statement, claim):
        return DENIED_WORDS
    return EXCHANGED if exchanges_parts(statement, claim) else judged


def chances_of(judged: NDArray[np.float32]) -> Chances:
    """Return the matcher's judgement (4) of one pair as plain numbers."""
    supports, contradicts, neither, bears = map(float, judged)
    return supports, contradicts, neither, bears


def nearness_of(comparison: Comparison, around: Surroundings) -> tuple[float, ...]:
    """Return what words and vectors tell of a comparison, in the order of `NEARNESS`."""
    ours, theirs = words_of_claim(comparison.claim), words_of_claim(comparison.statement)
    shared, rarity = ours & theirs, around.rarity
    figures = compare_figures(comparison.statement, comparison.claim)
    return (
        1.0,
        comparison.likeness,
        (comparison.likeness - around.mean) / around.spread,
        rarity.sum(shared) / 10,
        rarity.sum(shared) / max(rarity.sum(ours), 1e-6),
        rarity.sum(shared) / max(rarity.sum(theirs), 1e-6),
        rarity.highest(shared) / 8,
        float(figures is Agreement.SAME),
        float(figures in (Agreement.DIFFER, Agreement.RUN)),
        float(comparison.stance is Stance.ASKS),
        logit(comparison.confidence),
    )


def judgement_of(comparison: Comparison) -> tuple[float, ...]:
    """Return what the matcher tells of a comparison, in the order of `JUDGEMENT`.

    What denies the claim in its own words bears on it as much as what says it; else it takes the scorer's doubts, which
    sees contradictions in many statements that are only near.
    """
    judged = (comparison.forth, comparison.back)
    forth, back = (SAME_WORDS if chances == DENIED_WORDS else chances for chances in judged)
    return tuple(map(logit, (forth[0], forth[1], forth[3], back[0], back[1], back[3])))


def chance_of_nearness(comparison: Comparison, around: Surroundings) -> float:
    """Return the chance that a statement bears on a claim before the matcher is asked, from 0 to 1."""
    return _weighed("near", nearness_of(comparison, around))


def chance_of_bearing(comparison: Comparison, around: Surroundings) -> float:
    """Return the chance that a statement supports, contradicts or updates a claim, from 0 to 1."""
    # all that is alike are words: those of another deed, or of what the claim's share is a share of
    if comparison.forth == EXCHANGED or lacks_share(comparison.statement, comparison.claim):
        return EXCHANGED[3]
    return _weighed("bearing", (*nearness_of(comparison, around), *judgement_of(comparison)))


def agreement_of(chances: NDArray[np.float64], alike: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return what statements beside one claim tell of each other, (statements, 4), in the order of `AGREEMENT`.

    What is much like a likely answer is one too: outlets repeat and paraphrase each other. chances (statements), alike
    (statements, statements).
    """
    reach = np.clip((alike - 0.5) / 0.5, 0, 1).astype(np.float64)
    np.fill_diagonal(reach, 0)
    squares = reach**2
    return np.stack(
        [
            np.ones(len(chances)),
            np.array([logit(float(chance)) for chance in chances]),
            (reach * chances[None]).max(1, initial=0),
            squares @ chances / (squares.sum(1) + 0.5),
        ],
        axis=1,
    )


def chances_together(chances: NDArray[np.float64], alike: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return the chances of statements (statements) once each has been seen beside the others."""
    total = agreement_of(chances, alike) @ np.array(weights("together"))
    answer: NDArray[np.float64] = 1 / (1 + np.exp(-np.clip(total, -30, 30)))
    return answer


def opposition_of(comparison: Comparison) -> tuple[float, ...]:
    """Return what speaks for a contradiction, in the order of `AGAINST`."""
    forth, back = comparison.forth, comparison.back
    figures = compare_figures(comparison.statement, comparison.claim)
    return (
        1.0,
        logit(forth[1]) - logit(forth[0]),
        logit(back[1]) - logit(back[0]),
        float(figures is Agreement.DIFFER or are_days_apart(comparison.statement, comparison.claim)),
        float(figures is Agreement.SAME),
        float(has_denial(comparison.statement) is not has_denial(comparison.claim)),
    )


def runs_on(comparison: Comparison) -> bool:
    """Tell whether a statement and a claim give different figures of the kind that changes, a toll for one."""
    return compare_figures(comparison.statement, comparison.claim) is Agreement.RUN


def chance_against(comparison: Comparison) -> float:
    """Return the chance, from 0 to 1, that what bears on a claim contradicts it; who denies it is not asked here.

    Few statements contradict, so it takes more than the likelier of two classes.
    """
    return _weighed("against", opposition_of(comparison))


def relation_of(comparison: Comparison) -> Relation:
    """Return how a statement that bears on a claim bears on it.

    Other figures for the same thing update it where they are of the kind that changes while an event is under way, a
    toll for one. Who denies or doubts what supports a claim contradicts it.
    """
    denies = comparison.stance in DENYING
    if runs_on(comparison) and not denies:
        return Relation.UPDATES
    against = chance_against(comparison) > OPPOSED
    if denies:
        against = not against
    return Relation.CONTRADICTS if against else Relation.SUPPORTS


def _weighed(name: str, features: Sequence[float]) -> float:
    total = math.fsum(weight * value for weight, value in zip(weights(name), features, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def weights(name: str) -> tuple[float, ...]:
    """Return the fitted weights of one step: *near*, *bearing*, *together* or *against*."""
    stored = json.loads(files("attribution.graph.matching").joinpath("data/bearing.json").read_text("utf8"))
    return tuple(map(float, stored[name].values()))


def logit(chance: float) -> float:
    """Return the log odds of a chance, of one beyond 0.995 or below 0.005 those of these."""
    chance = min(max(chance, 0.005), 0.995)
    return math.log(chance / (1 - chance))
