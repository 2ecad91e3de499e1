"""Claims on which sources disagree, among them sources that disagree with themselves."""

from collections.abc import Iterator

from attrs import frozen

from attribution.graph.claims.claim import Claim
from attribution.graph.network.picture import Picture
from attribution.graph.record import Record
from attribution.graph.relation import FOR, Link, Relation


@frozen(kw_only=True)
class Contradiction:
    """A claim, who supports it and who contradicts it; `self_contradicting` are the ids of sources that do both."""

    claim: Claim
    supporting: tuple[Record, ...]
    contradicting: tuple[Record, ...]
    self_contradicting: tuple[str, ...]
    score: float

    def __repr__(self) -> str:
        return (
            f"<Contradiction on {self.claim.text!r}: {len(self.supporting)} statements for, "
            f"{len(self.contradicting)} against>"
        )


def contradictions_in(picture: Picture) -> tuple[Contradiction, ...]:
    """Return the claims that somebody supports and somebody contradicts, the surest first.

    Of two claims that contradict each other one is told: who supports it is who contradicts the other.
    """
    kept: list[Contradiction] = []
    for one in sorted(_contradictions(picture), key=lambda one: (-one.score, one.claim.id)):
        if not any(_is_other_side(one, other) for other in kept):
            kept.append(one)
    return tuple(kept)


def _is_other_side(one: Contradiction, other: Contradiction) -> bool:
    """Whether two contradictions are one dispute, seen from either side."""
    first, second = (
        [{record.statement.id for record in side} for side in (found.supporting, found.contradicting)]
        for found in (one, other)
    )
    return bool(first[0] & second[1]) and bool(first[1] & second[0])


def _contradictions(picture: Picture) -> Iterator[Contradiction]:
    records = picture.records_by_id()
    source_of = picture.identities.source_of
    by_claim: dict[str, list[Link]] = {}
    for link in picture.links:
        by_claim.setdefault(link.claim_id, []).append(link)
    for claim in picture.claims:
        links = by_claim.get(claim.id, [])
        sides = [[link for link in links if link.relation in side] for side in (FOR, (Relation.CONTRADICTS,))]
        if not all(sides):
            continue
        voices = [{source_of.get(link.statement_id, "") for link in side} - {""} for side in sides]
        yield Contradiction(
            claim=claim,
            supporting=tuple(records[link.statement_id] for link in sides[0]),
            contradicting=tuple(records[link.statement_id] for link in sides[1]),
            self_contradicting=tuple(sorted(voices[0] & voices[1])),
            score=max(link.score for link in sides[1]),
        )
