"""Which statements of a claim are there again in a copy of their article, and so support it no more than before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from attrs import evolve

from attribution.graph.claims.claim import Claim
from attribution.graph.copies.copies import Overlap
from attribution.graph.record import Record
from attribution.graph.relation import Link, Relation


def with_repeats(
    links: Iterable[Link], claims: Sequence[Claim], records: Sequence[Record], overlaps: Iterable[Overlap]
) -> tuple[Link, ...]:
    """Return links to claims with *repeats* where a statement that supports its claim stands in a later copy.

    Of two versions of one text with statements of the same speaker on a claim the earlier counts; of the same day, or
    without a date, the one with the smaller id.
    """
    by_id = {record.statement.id: record for record in records}
    copies = {frozenset((overlap.article_id, overlap.other_id)) for overlap in overlaps}
    repeated = {identity for claim in claims for identity in _repeated(claim, by_id, copies)}
    return tuple(
        evolve(link, relation=Relation.REPEATS)
        if link.relation is Relation.SUPPORTS and link.statement_id in repeated
        else link
        for link in links
    )


def _repeated(claim: Claim, records: Mapping[str, Record], copies: set[frozenset[str]]) -> Iterator[str]:
    members = sorted((records[identity] for identity in claim.statement_ids), key=_when)
    for earlier, later in combinations(members, 2):
        if frozenset((earlier.article.id, later.article.id)) in copies and _speaker(earlier) == _speaker(later):
            yield later.statement.id


def _when(record: Record) -> tuple[str, str]:
    return record.article.published or "\uffff", record.statement.id


def _speaker(record: Record) -> str:
    speaker = record.statement.speaker
    return speaker.name.casefold() if speaker else ""
