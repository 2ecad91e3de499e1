"""Which articles are copies of one text, or versions of one wire story."""

from collections.abc import Iterable, Sequence

from attrs import field, frozen, validators

from attribution.graph.clusters import Clusters
from attribution.graph.copies.shingles import containment, shingles

COPIED = 0.22  # containment from which two articles are versions of one text (docs/explanation/independence)
LEAST_SHARED = 15  # shingles; two short notes may share a quotation


@frozen(kw_only=True)
class Overlap:
    """Two articles with a good part of one text: `containment` of the shorter one, `shared` runs of five words."""

    article_id: str
    other_id: str
    containment: float = field(validator=(validators.ge(0), validators.le(1)))
    shared: int


def overlap_of(article_id: str, text: str, other_id: str, other_text: str) -> Overlap | None:
    """Return the overlap of two articles where one is a copy or another version of the other, else None."""
    one, other = shingles(text), shingles(other_text)
    shared, share = len(one & other), containment(one, other)
    if share < COPIED or shared < LEAST_SHARED:
        return None
    return Overlap(article_id=article_id, other_id=other_id, containment=round(share, 3), shared=shared)


def copy_groups(article_ids: Sequence[str], overlaps: Iterable[Overlap]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of articles that are versions of one text, two articles at least in each, in the given order.

    A version of a version is in the group: agencies send a story out again and again, each time changed a little.
    """
    place = {identity: number for number, identity in enumerate(article_ids)}
    clusters = Clusters(len(article_ids))
    for overlap in overlaps:
        if overlap.article_id in place and overlap.other_id in place:
            clusters.join(place[overlap.article_id], place[overlap.other_id])
    return tuple(tuple(article_ids[i] for i in members) for members in clusters.all() if len(members) > 1)
