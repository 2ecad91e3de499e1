"""The links from sources to the claim: where each line runs, and where those of one origin join."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from attribution.corpus.pictures.curves import Point, flat, spread, upright
from attribution.corpus.pictures.layout import LINKS, Box, Layout
from attribution.corpus.pictures.sides import Side, drawn_relations
from attribution.corpus.pictures.spots import Spot
from attribution.graph.relation import FOR, Relation

END = 0.07  # inches between the claim's box and the middle of the marker at the end of a link
START = 0.08  # inches between the middle of a source's marker and its link: a hollow one stays hollow
SLOT = 0.3  # inches between two links at the box, at most
RISE = 0.5  # inches in which links from below turn upright


@frozen(kw_only=True)
class Link:
    """A line from a source towards the claim; `is_end` where it has the marker, not where it joins another line.

    `is_sure` tells whether a statement behind it is sure enough to be counted among the independent sources.
    """

    keys: tuple[str, ...]  # of the sources
    relation: Relation
    side: Side
    points: tuple[Point, ...]
    is_sure: bool
    is_end: bool = True


@frozen
class _Arriving:
    """Sources whose links arrive at the claim as one line."""

    spots: tuple[Spot, ...]
    relation: Relation

    @property
    def is_sure(self) -> bool:
        return any(_is_sure(spot, self.relation) for spot in self.spots)

    @property
    def middle(self) -> Point:
        number = len(self.spots)
        return (sum(spot.at[0] for spot in self.spots) / number, sum(spot.at[1] for spot in self.spots) / number)


def links_of(layout: Layout) -> tuple[Link, ...]:
    """Return all links; supporting sources of one origin join on their way, so that arrows for a claim are origins."""
    found: list[Link] = []
    for side in Side:
        arriving = list(_arriving([spot for spot in layout.spots if spot.side is side]))
        if side is Side.BELOW:
            found += _from_below(arriving, layout.box)
        else:
            found += _from_aside(side, arriving, layout.box)
    return tuple(found)


def _arriving(spots: Sequence[Spot]) -> Iterator[_Arriving]:
    """Yield what arrives at the claim from one side, in the order of the sources."""
    seen = set()
    for spot in spots:
        for relation in drawn_relations(spot.standing):
            if relation not in FOR or spot.side is Side.BELOW:
                yield _Arriving((spot,), relation)
                continue
            origin = spot.standing.origin
            if origin not in seen:
                seen.add(origin)
                same = tuple(one for one in spots if one.standing.origin == origin and _is_for(one))
                yield _Arriving(same, Relation.SUPPORTS)


def _is_for(spot: Spot) -> bool:
    return any(relation in FOR for relation in spot.standing.relations)


def _from_aside(side: Side, arriving: Sequence[_Arriving], box: Box) -> Iterator[Link]:
    sign = -1 if side is Side.LEFT else 1
    ordered = sorted(arriving, key=lambda one: -one.middle[1])
    for one, y in zip(ordered, spread(len(ordered), box.height - 0.16, SLOT), strict=True):
        end = (sign * (box.width / 2 + END), y)
        if len(one.spots) == 1:
            spot = one.spots[0]
            points = flat(_start(spot), end)
            yield Link(keys=(spot.standing.key,), relation=one.relation, side=side, points=points, is_sure=one.is_sure)
            continue
        joint = (sign * (box.width / 2 + LINKS * 0.45), one.middle[1])
        for spot in one.spots:
            relation = next(relation for relation in drawn_relations(spot.standing) if relation in FOR)
            points = flat(_start(spot), joint)
            yield Link(
                keys=(spot.standing.key,),
                relation=relation,
                side=side,
                points=points,
                is_sure=_is_sure(spot, relation),
                is_end=False,
            )
        keys = tuple(spot.standing.key for spot in one.spots)
        yield Link(keys=keys, relation=one.relation, side=side, points=flat(joint, end), is_sure=one.is_sure)


def _is_sure(spot: Spot, relation: Relation) -> bool:
    """Whether a statement of the source is sure enough; one that counts is as good as any in a group that joins."""
    own = spot.standing.relation_of
    wanted = FOR if relation in FOR else (relation,)
    return any(one.is_sure for one in spot.standing.answers if own[one.statement.id] in wanted)


def _start(spot: Spot) -> Point:
    x, y = spot.at
    toward = {Side.LEFT: (START, 0.0), Side.RIGHT: (-START, 0.0), Side.BELOW: (0.0, START)}[spot.side]
    return (x + toward[0], y + toward[1])


def _from_below(arriving: Sequence[_Arriving], box: Box) -> Iterator[Link]:
    offsets = spread(len(arriving), box.width - 0.3, SLOT)
    for one, x in zip(arriving, reversed(offsets), strict=True):
        start, end = _start(one.spots[0]), (x, -box.height / 2 - END)
        points = (*upright(start, (x, start[1] + RISE)), end)
        yield Link(
            keys=(one.spots[0].standing.key,),
            relation=one.relation,
            side=Side.BELOW,
            points=points,
            is_sure=one.is_sure,
        )
