"""Put statements that say the same together into claims, and link those that contradict or update one another."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from statistics import fmean

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from attribution.graph.claims.claim import Claim
from attribution.graph.claims.joining import CONTRARY, UNRELATED, joined, weight_of
from attribution.graph.matching.bearing import (
    DENYING,
    Comparison,
    Surroundings,
    chance_against,
    chance_of_bearing,
    chances_of,
    runs_on,
)
from attribution.graph.matching.matcher import STEPS
from attribution.graph.matching.wording import has_denial
from attribution.graph.record import Record
from attribution.graph.relation import Link, Relation
from attribution.statements.statement import Stance
from attribution.text.article import content_id

LIKE = 0.5  # vectors less alike are of different claims: of 200 statements on one claim 5 were less alike than this
NEAREST = 8  # statements that each one is compared with
FEWEST_WORDS = 4  # of a claim's own text
BOTH_WAYS = 0.5  # mean chance of both directions from which two statements say the same or the opposite
PARTING = 0.75  # mean chance from which it is the opposite: one that is not parts two that say the same
BLOCK = 2048  # statements whose likeness to all others is in memory together

Judge = Callable[[Sequence[tuple[str, str]]], NDArray[np.float32]]


@frozen
class Neighbours:
    """Two statements, by their places, that are alike enough to be compared."""

    one: int
    other: int
    likeness: float


def neighbours(vectors: NDArray[np.int8]) -> tuple[Neighbours, ...]:
    """Return the pairs of statements whose vectors (statements, 384) are near each other, each pair once."""
    whole = vectors.astype(np.float32) / STEPS
    found: dict[tuple[int, int], float] = {}
    for start in range(0, len(whole), BLOCK):
        likeness = whole[start : start + BLOCK] @ whole.T
        likeness[np.arange(len(likeness)), start + np.arange(len(likeness))] = -1.0
        number = min(NEAREST, len(whole))
        nearest = np.argpartition(-likeness, number - 1, axis=1)[:, :number]
        for row, (values, others) in enumerate(zip(likeness, nearest, strict=True)):
            for other in others:
                if values[other] >= LIKE:
                    pair = (min(start + row, int(other)), max(start + row, int(other)))
                    found[pair] = float(values[other])
    return tuple(Neighbours(*pair, likeness) for pair, likeness in sorted(found.items()))


def compare(
    records: Sequence[Record], pairs: Sequence[Neighbours], judge: Judge, around: Surroundings
) -> tuple[Link, ...]:
    """Return how what the statements of each pair claim stands to each other, where it does.

    `around` are all statements. Questions are left out: nobody says what they ask. The `claim_id` of these links is the
    other statement's id; `claims_of` puts claims in their place. Who denies what it claims is not asked here.
    """
    pairs = [pair for pair in pairs if not (asks(records[pair.one]) or asks(records[pair.other]))]
    texts = [(records[pair.one].claim_text, records[pair.other].claim_text) for pair in pairs]
    judged = judge(texts + [(other, one) for one, other in texts])
    links = (
        _link(records[pair.one], records[pair.other], _comparison(text, pair.likeness, ahead, behind), around)
        for pair, text, ahead, behind in zip(pairs, texts, judged[: len(texts)], judged[len(texts) :], strict=True)
    )
    return tuple(link for link in links if link is not None)


def _comparison(
    text: tuple[str, str], alike: float, ahead: NDArray[np.float32], behind: NDArray[np.float32]
) -> Comparison:
    return Comparison(
        statement=text[0], claim=text[1], likeness=alike, forth=chances_of(ahead), back=chances_of(behind)
    ).settled()


def _link(one: Record, other: Record, compared: Comparison, around: Surroundings) -> Link | None:
    if not set(one.claims).isdisjoint(other.claims):
        relation, chance = Relation.SUPPORTS, 1.0
    else:
        ways = (compared, compared.turned())
        chance = fmean(chance_of_bearing(way, around) for way in ways)
        against = fmean(map(chance_against, ways)) > PARTING
        relation = Relation.UPDATES if runs_on(compared) else Relation.CONTRADICTS if against else Relation.SUPPORTS
    if chance < BOTH_WAYS:
        return None
    return Link(
        statement_id=one.statement.id,
        claim_id=other.statement.id,
        relation=relation,
        score=round(chance, 3),
        method="pair scorer",
        evidence=f"{one.claim_text} | {other.claim_text}",
    )


def denies(record: Record) -> bool:
    """Tell whether a statement rejects what its content claims: *denied that …*."""
    return record.statement.stance in DENYING


def asks(record: Record) -> bool:
    """Tell whether a statement only asks whether something is so."""
    return record.statement.stance is Stance.ASKS


def claims_of(
    records: Sequence[Record], links: Sequence[Link], unrelated: Iterable[tuple[str, str]] = ()
) -> tuple[tuple[Claim, ...], tuple[Link, ...]]:
    """Return the claims of some statements, and every statement's links to claims; a question makes no claim.

    Statements that *support* each other make one claim, where those that were compared and are `unrelated` do not
    outweigh that (`joined`). A statement that contradicts or updates one of them is linked to their claim, and has a
    claim of its own.
    """
    ordered = sorted((record for record in records if not asks(record)), key=lambda record: record.statement.id)
    place = {record.statement.id: number for number, record in enumerate(ordered)}
    links = [link for link in links if link.statement_id in place and link.claim_id in place]
    weights = {(place[a], place[b]): UNRELATED for a, b in unrelated if a in place and b in place}
    for link in links:
        supports = link.relation is Relation.SUPPORTS
        weights[place[link.statement_id], place[link.claim_id]] = weight_of(link.score) if supports else CONTRARY
    claims = [_claim([ordered[i] for i in members]) for members in joined(len(ordered), weights)]
    claim_of = {identity: claim for claim in claims for identity in claim.statement_ids}
    denying = {record.statement.id for record in ordered if denies(record)}
    own_words = {record.statement.id: record.claim_text for record in ordered}
    surest = _surest_in_claim(claim_of, own_words, links)
    return tuple(sorted(claims, key=lambda claim: claim.id)), tuple(_linked(claim_of, surest, denying, links))


def _claim(records: Sequence[Record]) -> Claim:
    """Return the claim of some statements, in the shortest words of one that says yes or no as most of them do."""
    ordered = sorted(records, key=lambda r: (r.article.published or "\uffff", r.statement.id))
    usual = 2 * sum(has_denial(record.claim_text) for record in ordered) > len(ordered)
    plainest = min(
        ordered,
        key=lambda r: (
            denies(r),
            has_denial(r.claim_text) is not usual,
            len(r.claim_text.split()) < FEWEST_WORDS,
            len(r.claim_text),
            r.statement.id,
        ),
    )
    identities = tuple(record.statement.id for record in ordered)
    return Claim(id=content_id("claim", *sorted(identities)), text=plainest.claim_text, statement_ids=identities)


def _surest_in_claim(
    claim_of: Mapping[str, Claim], own_words: Mapping[str, str], links: Sequence[Link]
) -> dict[str, float]:
    """Return how surely each statement is on its claim: in the claim's own words, or by the surest link within it."""
    surest = {identity: float(own_words[identity] == claim.text) for identity, claim in claim_of.items()}
    for link in links:
        if link.relation is Relation.SUPPORTS and claim_of[link.statement_id] == claim_of[link.claim_id]:
            for identity in (link.statement_id, link.claim_id):
                surest[identity] = max(surest[identity], link.score)
    return surest


def _linked(
    claim_of: Mapping[str, Claim], surest: Mapping[str, float], denying: set[str], links: Sequence[Link]
) -> Iterator[Link]:
    """Yield a link from every statement to its own claim, and from those that contradict or update to the others'."""
    for identity, claim in sorted(claim_of.items()):
        yield Link(
            statement_id=identity,
            claim_id=claim.id,
            relation=Relation.CONTRADICTS if identity in denying else Relation.SUPPORTS,
            score=surest[identity],
            method="member",
            evidence=claim.text,
        )
    best: dict[tuple[str, str], Link] = {}
    for link in links:
        if link.relation is Relation.SUPPORTS:
            continue
        for own, other in ((link.statement_id, link.claim_id), (link.claim_id, link.statement_id)):
            key = (own, claim_of[other].id)
            if key not in best or best[key].score < link.score:
                best[key] = _towards(own, claim_of[other], link, own in denying)
    yield from (best[key] for key in sorted(best))


def _towards(statement_id: str, claim: Claim, link: Link, is_denied: bool) -> Link:
    """Return the link of a statement to another's claim; who denies the opposite of a claim supports it."""
    turned = is_denied and link.relation is Relation.CONTRADICTS
    return evolve(
        link,
        statement_id=statement_id,
        claim_id=claim.id,
        relation=Relation.SUPPORTS if turned else link.relation,
    )
