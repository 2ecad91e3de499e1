"""What stands behind the sources of a claim: their organizations, and the other claims on which they speak."""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from attribution.corpus.pictures.curves import Point, pushed_apart, spread
from attribution.corpus.pictures.lettering import Lettering
from attribution.corpus.pictures.others import Other
from attribution.corpus.pictures.sides import Side
from attribution.corpus.pictures.spots import MARKER, NAME_SIZE, WORDS_LINE, WORDS_SIZE, Spot
from attribution.graph.relation import Relation

BODY_ROOM, OTHER_ROOM = 1.5, 1.9  # inches of text before it is broken
OTHER_LINES = 3  # more are cut
BODY_ROW, GAP = 0.36, 0.16  # inches that an organization takes, and between two claims
TIES = 0.5  # inches for the lines between a source's label and what stands behind it
DROP = 0.55  # inches between the sources below and the claims under them
PADDING = 0.08
END, SLOT = 0.04, 0.14  # inches from another claim to the marker of a link, and between two of them
NOWHERE = (0.0, 0.0)  # until its place is known


@frozen(kw_only=True)
class Body:
    """An organization in the picture, with the places of its sources' labels."""

    name: str
    side: Side
    at: Point
    lines: tuple[str, ...]
    width: float
    members: tuple[Point, ...]


@frozen(kw_only=True)
class OtherBox:
    """Another claim in the picture: `at` is where the lines from its sources arrive, at the edge towards them."""

    other: Other
    side: Side
    at: Point
    lines: tuple[str, ...]
    width: float
    height: float
    links: tuple[tuple[str, Relation, Point], ...]  # each source's id, relation and place

    @property
    def corner(self) -> Point:
        """The lower left corner."""
        x, y = self.at
        if self.side is Side.BELOW:
            return (x - self.width / 2, y - self.height)
        return (x - self.width if self.side is Side.LEFT else x, y - self.height / 2)

    def arrivals(self) -> Iterator[tuple[str, Relation, Point, Point]]:
        """Yield each link with the place where it arrives: just outside the edge, beside each other."""
        x, y = self.at
        if self.side is Side.BELOW:
            ordered = sorted(self.links, key=lambda link: -link[2][0])
            ends = [(x + shift, y + END) for shift in spread(len(ordered), self.width - 2 * PADDING, SLOT)]
        else:
            ordered = sorted(self.links, key=lambda link: -link[2][1])
            edge = x + (END if self.side is Side.LEFT else -END)
            ends = [(edge, y + shift) for shift in spread(len(ordered), self.height - 2 * PADDING, SLOT)]
        for (key, relation, start), end in zip(ordered, ends, strict=True):
            yield key, relation, start, end


@frozen
class _Wanted:
    """What is to stand behind a side, the height at which it wants to, and how much room it takes."""

    thing: Body | OtherBox
    middle: float
    height: float


def behind(
    side: Side, spots: Sequence[Spot], others: Sequence[Other], lettering: Lettering
) -> tuple[Body | OtherBox, ...]:
    """Return what stands behind one side in a column, each as near to its own sources as may be."""
    own = [spot for spot in spots if spot.side is side]
    wanted = sorted(
        (*_bodies(side, own, lettering), *_others(side, own, others, lettering)), key=lambda one: -one.middle
    )
    away = max((MARKER + spot.label.width for spot in own), default=0.0) + TIES
    heights = pushed_apart([one.middle for one in wanted], [one.height for one in wanted])
    x = (own[0].at[0] + (-away if side is Side.LEFT else away)) if own else 0.0
    return tuple(evolve(one.thing, at=(x, y)) for one, y in zip(wanted, heights, strict=True))


def _bodies(side: Side, own: Sequence[Spot], lettering: Lettering) -> Iterator[_Wanted]:
    for name in sorted({name for spot in own for name in spot.standing.organizations}):
        its = [spot for spot in own if name in spot.standing.organizations]
        yield _Wanted(_body(name, side, its, lettering), _middle(its), BODY_ROW)


def _others(side: Side, own: Sequence[Spot], others: Sequence[Other], lettering: Lettering) -> Iterator[_Wanted]:
    for other in others:
        its = [spot for spot in own if spot.standing.key in other.relation_of]
        if its:
            box = _other_box(other, side, its, lettering)
            yield _Wanted(box, _middle(its), box.height + GAP)


def _middle(spots: Sequence[Spot]) -> float:
    return sum(spot.at[1] for spot in spots) / len(spots)


def _other_box(other: Other, side: Side, its: Sequence[Spot], lettering: Lettering) -> OtherBox:
    lines = lettering.lines(other.text, OTHER_ROOM, WORDS_SIZE, most=OTHER_LINES)
    return OtherBox(
        other=other,
        side=side,
        at=NOWHERE,
        lines=lines,
        width=max((lettering.width(line, WORDS_SIZE) for line in lines), default=0.0) + 2 * PADDING,
        height=len(lines) * WORDS_LINE + 2 * PADDING,
        links=tuple((spot.standing.key, other.relation_of[spot.standing.key], _start(spot)) for spot in its),
    )


def _start(spot: Spot) -> Point:
    """Return where a line to another claim begins: under a source, left of its organizations."""
    x, y = spot.outside
    return (x - MARKER, y) if spot.side is Side.BELOW and spot.standing.organizations else (x, y)


def _body(name: str, side: Side, its: Sequence[Spot], lettering: Lettering) -> Body:
    lines = lettering.lines(name, BODY_ROOM, NAME_SIZE, most=2)
    width = max((lettering.width(line, NAME_SIZE) for line in lines), default=0.0)
    members = tuple(spot.outside for spot in its)
    return Body(name=name, side=side, at=NOWHERE, lines=lines, width=width, members=members)


def bodies_under(spot: Spot, lettering: Lettering) -> tuple[Body, ...]:
    """Return the organizations of a source below the claim, below each other."""
    x, y = spot.outside
    return tuple(
        evolve(_body(name, spot.side, [spot], lettering), at=(x, y - 0.3 - BODY_ROW * place))
        for place, name in enumerate(spot.standing.organizations)
    )


def others_under(
    spots: Sequence[Spot], lowest: float, others: Sequence[Other], lettering: Lettering
) -> tuple[OtherBox, ...]:
    """Return the claims of the sources below, beside each other under `lowest`, in the order of their sources."""
    boxes = []
    for other in others:
        its = [spot for spot in spots if spot.standing.key in other.relation_of]
        if its:
            boxes.append((sum(spot.at[0] for spot in its) / len(its), _other_box(other, Side.BELOW, its, lettering)))
    ordered = [box for _, box in sorted(boxes, key=lambda pair: pair[0])]
    left = -(sum(box.width for box in ordered) + GAP * (len(ordered) - 1)) / 2
    placed = []
    for box in ordered:
        placed.append(evolve(box, at=(left + box.width / 2, lowest - DROP)))
        left += box.width + GAP
    return tuple(placed)
