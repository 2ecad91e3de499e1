"""Find the statements that bear on a claim: by their vectors, then by their words, then by the pair scorer."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from attribution.corpus.search.nearest import Search
from attribution.graph.matching.bearing import (
    Chances,
    Comparison,
    Surroundings,
    chance_of_bearing,
    chance_of_nearness,
    chances_of,
    chances_together,
    relation_of,
)
from attribution.graph.matching.matcher import STEPS, Matcher
from attribution.graph.matching.networks import Floats
from attribution.graph.record import Record
from attribution.graph.relation import Relation
from attribution.statements.statement import Stance

POOL = 256  # statements nearest to a claim by their vectors
ROUND = 8  # of them that the pair scorer sees at a time, the likeliest by their words first
ENOUGH = 3  # answers in a round from which it is worth to look at the next
LEAST_LIKE = 0.15  # vectors less alike have nothing to do with each other
LEAST = 0.33  # chance from which a statement is an answer: near that of the best F on development events, crossed
LEAST_BEST = 0.45  # chance that the best answer needs: below it nobody seems to speak of the claim at all


Judged: TypeAlias = dict[str, tuple[Chances, Chances]]  # by a statement's text: about the claim, and the claim about it


@frozen
class Found:
    """A record that bears on the claim."""

    record: Record
    relation: Relation
    score: float


@frozen(kw_only=True)
class Searchable:
    """Statements that may answer: what finds those near a text, and what gives the records by number."""

    search: Search
    records_at: Callable[[Sequence[int]], Sequence[Record]]


@frozen(kw_only=True)
class Pool:
    """The statements nearest to a claim, beside it, with their vectors (statements, 384) of length 1."""

    records: tuple[Record, ...]
    compared: tuple[Comparison, ...]
    vectors: Floats
    around: Surroundings

    def likeliest_first(self) -> "Pool":
        """Return the statements in the order in which words and vectors make them likely to bear on the claim."""
        chances = np.array([chance_of_nearness(one, self.around) for one in self.compared])
        return self.part(np.argsort(-chances, kind="stable"))

    def rounds(self, matcher: Matcher, least: float) -> "Pool":
        """Return the statements that are worth judging, judged: round by round, as long as each finds answers.

        Most claims are settled after one or two; one that everybody speaks of is followed to the end, and so is every
        claim where unlikely answers are asked for.
        """
        judged: list[Pool] = []
        known: Judged = {}
        for start in range(0, len(self.records), ROUND):
            latest = self.part(np.arange(start, min(start + ROUND, len(self.records)))).judged(matcher, known)
            judged.append(latest)
            if (latest.alone() >= min(least, LEAST)).sum() < ENOUGH:
                break
        return evolve(
            self,
            records=tuple(record for one in judged for record in one.records),
            compared=tuple(compared for one in judged for compared in one.compared),
            vectors=np.concatenate([one.vectors for one in judged]),
        )

    def part(self, places: NDArray[np.int64]) -> "Pool":
        """Return the statements at some places; what was around them stays what it was."""
        return evolve(
            self,
            records=tuple(self.records[i] for i in places),
            compared=tuple(self.compared[i] for i in places),
            vectors=self.vectors[places],
        )

    def judged(self, matcher: Matcher, known: Judged | None = None) -> "Pool":
        """Return the pool with the pair scorer's judgement.

        Texts that occur twice are judged once, and those that are `known` not again; the others are added to these.
        """
        known = {} if known is None else known
        fresh = [text for text in dict.fromkeys(one.statement for one in self.compared) if text not in known]
        if fresh:
            claim = self.compared[0].claim
            judged = matcher.judge([(text, claim) for text in fresh] + [(claim, text) for text in fresh])
            chances = list(map(chances_of, judged))
            known.update(zip(fresh, zip(chances[: len(fresh)], chances[len(fresh) :], strict=True), strict=True))
        compared = (
            evolve(one, forth=known[one.statement][0], back=known[one.statement][1]).settled() for one in self.compared
        )
        return evolve(self, compared=tuple(compared))

    def alone(self) -> NDArray[np.float64]:
        """Return the chance of each statement (statements) by itself, once it is judged."""
        return np.array([chance_of_bearing(one, self.around) for one in self.compared])

    def chances(self) -> NDArray[np.float64]:
        """Return the chance of each statement (statements) to bear on the claim, once all are judged."""
        return chances_together(self.alone(), self.vectors @ self.vectors.T)


def pool_of(claim: str, searched: Searchable, matcher: Matcher) -> Pool | None:
    """Return the statements near a claim; None where there are none."""
    near = searched.search(matcher.vectors([claim])[0], POOL)
    near = near.part(near.likeness >= LEAST_LIKE)
    if not len(near.numbers):
        return None
    records = tuple(searched.records_at(near.numbers.tolist()))
    compared = tuple(
        Comparison(
            statement=record.claim_text,
            claim=claim,
            likeness=float(alike),
            stance=record.statement.stance,
            confidence=record.statement.confidence,
        )
        for record, alike in zip(records, near.likeness, strict=True)
    )
    around = Surroundings.of([record.claim_text for record in records], near.likeness)
    compared = tuple(map(partial(_nearest_claim, around), records, compared))
    vectors = near.vectors.astype(np.float32) / np.float32(STEPS)
    return Pool(records=records, compared=compared, vectors=vectors, around=around)


def _nearest_claim(around: Surroundings, record: Record, compared: Comparison) -> Comparison:
    """Return the comparison of the one claim, of several that a record takes up, that is the nearest by its words."""
    if len(record.claims) == 1:
        return compared
    each = [evolve(compared, statement=claim) for claim in record.claims]
    return max(each, key=lambda one: chance_of_nearness(one, around))


def bearing_on(claim: str, searched: Searchable, matcher: Matcher, least: float = LEAST) -> tuple[Found, ...]:
    """Return the records that bear on a claim with a chance of `least` or more, best first.

    Where none is likely (`LEAST_BEST`) there are none at all: a claim that nobody made has many near statements. Who
    asks whether something is so does not say that it is.
    """
    pool = pool_of(claim, searched, matcher)
    if pool is None:
        return ()
    judged = pool.likeliest_first().rounds(matcher, least)
    chances = judged.chances()
    if chances.max() < min(LEAST_BEST, 2 * least):  # who asks for unlikely answers gets them
        return ()
    found = [
        Found(record, relation_of(comparison), float(chance))
        for record, comparison, chance in zip(judged.records, judged.compared, chances, strict=True)
        if chance >= least and comparison.stance is not Stance.ASKS
    ]
    return tuple(sorted(found, key=lambda one: (-one.score, one.record.statement.id)))
