"""Find the statements that bear on a claim: candidates by their vectors, then one by one by the pair scorer."""

from collections.abc import Callable, Sequence

import numpy as np
from attrs import frozen

from attribution.graph.matching.bearing import Comparison, chance_of_bearing, chances_of, relation_of
from attribution.graph.matching.matcher import Matcher, likeness
from attribution.graph.matching.networks import Bytes, Floats
from attribution.graph.record import Record
from attribution.graph.relation import Relation

CANDIDATES = 64  # statements that are compared with a claim word by word
LEAST_LIKE = 0.2  # vectors less alike: of 236 statements on a claim of the development events 3 were
LEAST = 0.35  # chance from which a statement is an answer: best F on the development events


@frozen
class Found:
    """A record that bears on the claim."""

    record: Record
    relation: Relation
    score: float


@frozen(kw_only=True)
class Searchable:
    """Statements that may answer: their numbers and vectors (statements, 384), and what gives the records by number."""

    numbers: Sequence[int]
    vectors: Bytes | Floats
    records_at: Callable[[Sequence[int]], Sequence[Record]]

    def nearest(self, claim: str, matcher: Matcher) -> tuple[Sequence[Record], Floats]:
        """Return the records that may bear on a claim, with how alike they are to it, the likest first."""
        if not len(self.numbers):
            return (), np.zeros(0, np.float32)
        near = likeness(matcher.vectors([claim])[0], self.vectors)
        best = np.argsort(-near, kind="stable")[:CANDIDATES]
        best = best[near[best] >= LEAST_LIKE]
        return self.records_at([self.numbers[i] for i in best]), near[best]


def bearing_on(claim: str, searched: Searchable, matcher: Matcher, least: float = LEAST) -> tuple[Found, ...]:
    """Return the records that bear on a claim with a chance of `least` or more, best first."""
    records, near = searched.nearest(claim, matcher)
    compared = compare_with(claim, records, near, matcher)
    found = [
        Found(record, relation_of(comparison), chance)
        for record, comparison in zip(records, compared, strict=True)
        if (chance := chance_of_bearing(comparison)) >= least
    ]
    return tuple(sorted(found, key=lambda one: (-one.score, one.record.statement.id)))


def compare_with(claim: str, records: Sequence[Record], near: Floats, matcher: Matcher) -> tuple[Comparison, ...]:
    """Return each record's statement beside the claim; texts that occur twice are judged once."""
    texts = list(dict.fromkeys(record.claim_text for record in records))
    forth = dict(zip(texts, matcher.judge([(text, claim) for text in texts]), strict=True))
    back = dict(zip(texts, matcher.judge([(claim, text) for text in texts]), strict=True))
    return tuple(
        Comparison(
            statement=record.claim_text,
            claim=claim,
            forth=chances_of(forth[record.claim_text]),
            back=chances_of(back[record.claim_text]),
            likeness=float(alike),
            stance=record.statement.stance,
            confidence=record.statement.confidence,
        )
        for record, alike in zip(records, near, strict=True)
    )
