"""Which other claims the sources of a claim speak on, and how they stand to those."""

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from attribution.corpus.pictures.standing import Standing
from attribution.graph.network.picture import Picture
from attribution.graph.relation import Link, Relation


@frozen(kw_only=True)
class Other:
    """A claim on which sources that are shown speak as well; `relation_of` is by their ids."""

    id: str
    text: str
    relation_of: Mapping[str, Relation] = field(hash=False)


def others_of(standings: Iterable[Standing], picture: Picture, most: int) -> tuple[Other, ...]:
    """Return the claims on which most of some sources speak, `most` at most, without the one that they are shown for.

    Of claims on which as many of them speak, those with more statements come first. Of a source that has said several
    things on a claim, the surest counts.
    """
    shown = tuple(standings)
    sources = {one.key for one in shown}
    answering = {answer.statement.id for one in shown for answer in one.answers}
    source_of = picture.identities.source_of
    best: dict[str, dict[str, Link]] = {}
    for link in sorted(picture.links, key=lambda link: (-link.score, link.statement_id)):
        source = source_of.get(link.statement_id, "")
        if source in sources and link.statement_id not in answering:
            best.setdefault(link.claim_id, {}).setdefault(source, link)
    own = {claim.id for claim in picture.claims if answering.intersection(claim.statement_ids)}
    ranked = sorted(
        (claim for claim in picture.claims if claim.id in best and claim.id not in own),
        key=lambda claim: (-len(best[claim.id]), -len(claim.statement_ids), claim.id),
    )
    return tuple(
        Other(
            id=claim.id,
            text=claim.text.removeprefix("that "),
            relation_of={source: link.relation for source, link in sorted(best[claim.id].items())},
        )
        for claim in ranked[:most]
    )
