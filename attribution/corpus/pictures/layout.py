"""Where everything in the picture of a claim stands, in inches from the middle of the claim; the same every time."""

from collections.abc import Sequence

from attrs import field, frozen

from attribution.corpus.pictures.curves import Point, pushed_apart
from attribution.corpus.pictures.lettering import Lettering
from attribution.corpus.pictures.sides import Camp, Side, drawn_relations
from attribution.corpus.pictures.standing import Standing

CLAIM_SIZE, NAME_SIZE, WORDS_SIZE = 10.0, 9.0, 7.5  # points
CLAIM_ROOM, NAME_ROOM, BODY_ROOM = 2.1, 2.4, 1.5  # inches of text before it is cut or broken
CLAIM_LINE, NAME_LINE, WORDS_LINE = 0.175, 0.16, 0.13  # inches from a line of text to the next
CLAIM_LINES = 7  # more are cut
ROW, BODY_ROW = 0.62, 0.36  # inches between two sources, two organizations
LINKS = 1.2  # inches for the links between a source's marker and the claim
TIES = 0.5  # inches for the lines between an organization and its sources
MARKER = 0.13  # inches from the middle of a marker to its label
PADDING = 0.12


@frozen(kw_only=True)
class Label:
    """A source's name and words as they are drawn, with their size in inches."""

    name: str
    words: tuple[str, ...]
    width: float
    height: float


@frozen(kw_only=True)
class Spot:
    """A source in the picture: `at` is the middle of its marker."""

    standing: Standing
    side: Side
    at: Point
    label: Label

    @property
    def outside(self) -> Point:
        """Where a line from the source's organization ends: behind its label, or below it."""
        if self.side is Side.BELOW:
            return (self.at[0], self.at[1] - MARKER - self.label.height - 0.04)
        away = MARKER + self.label.width + 0.06
        return (self.at[0] - away if self.side is Side.LEFT else self.at[0] + away, self.at[1])


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
class Box:
    """The claim, in the middle."""

    lines: tuple[str, ...]
    width: float
    height: float


@frozen(kw_only=True)
class Layout:
    """The claim, the sources and the organizations, and which part of the plane they fill."""

    box: Box
    spots: tuple[Spot, ...]
    bodies: tuple[Body, ...]
    more: dict[Side, tuple[Point, int]] = field(factory=dict)  # how many sources are not shown, and where that is said


def lay_out(claim: str, camps: dict[Side, Camp], lettering: Lettering) -> Layout:
    """Return the places of a claim and of those who speak on it."""
    number = max(len(camps[side].standings) for side in (Side.LEFT, Side.RIGHT))
    box = box_of(claim, min(number, 12), lettering)
    spots: list[Spot] = []
    more: dict[Side, tuple[Point, int]] = {}
    for side in (Side.LEFT, Side.RIGHT):
        camp, x = camps[side], _marker_x(side, box)
        rows = len(camp.standings) + bool(camp.more)
        heights = [ROW * ((rows - 1) / 2 - place) for place in range(rows)]
        spots += [
            Spot(standing=one, side=side, at=(x, y), label=label_of(one, lettering))
            for one, y in zip(camp.standings, heights, strict=False)
        ]
        if camp.more:
            more[side] = ((x, heights[-1]), camp.more)
    bodies = [body for side in (Side.LEFT, Side.RIGHT) for body in _bodies(side, spots, lettering)]
    lowest = min([-box.height / 2, *(y - ROW / 2 for (_, y), _ in more.values()), *(s.at[1] - ROW / 2 for s in spots)])
    lowest = min([lowest, *(body.at[1] - BODY_ROW / 2 for body in bodies)])
    below = tuple(_spots_below(camps[Side.BELOW], lowest - 0.62, lettering))
    if camps[Side.BELOW].more:
        right = below[-1]
        more[Side.BELOW] = ((right.at[0] + right.label.width / 2, right.at[1]), camps[Side.BELOW].more)
    bodies += [body for spot in below for body in _bodies_below(spot, lettering)]
    return Layout(box=box, spots=(*spots, *below), bodies=tuple(bodies), more=more)


def _marker_x(side: Side, box: Box) -> float:
    away = box.width / 2 + LINKS
    return -away if side is Side.LEFT else away


def box_of(claim: str, links: int, lettering: Lettering) -> Box:
    """Return the claim's box, high enough for its words and for links to one side of it."""
    lines = _balanced(claim, lettering)
    width = max(lettering.width(line, CLAIM_SIZE) for line in lines)
    height = max(len(lines) * CLAIM_LINE, links * 0.14)
    return Box(lines=lines, width=width + 2 * PADDING, height=height + 2 * PADDING)


def _balanced(claim: str, lettering: Lettering) -> tuple[str, ...]:
    """Return the claim's lines, about equally long: no word is left alone on the last one."""
    usual = lettering.lines(claim, CLAIM_ROOM, CLAIM_SIZE, most=CLAIM_LINES)
    for part in (0.6, 0.7, 0.8, 0.9):
        lines = lettering.lines(claim, CLAIM_ROOM * part, CLAIM_SIZE, most=CLAIM_LINES)
        if len(lines) == len(usual) < CLAIM_LINES:
            return lines
    return usual


def label_of(standing: Standing, lettering: Lettering) -> Label:
    """Return a source's name on one line, and its words on two: one for each of its relations where it has several."""
    name = lettering.line(standing.name, NAME_ROOM, NAME_SIZE)
    relations = drawn_relations(standing)
    most = 2 if len(relations) == 1 else 1
    words = tuple(
        line
        for relation in relations
        for line in lettering.lines(standing.words(relation), NAME_ROOM, WORDS_SIZE, most=most)
    )
    widths = [lettering.width(name, NAME_SIZE), *(lettering.width(one, WORDS_SIZE) for one in words)]
    return Label(name=name, words=words, width=max(widths), height=NAME_LINE + WORDS_LINE * len(words))


def _bodies(side: Side, spots: Sequence[Spot], lettering: Lettering) -> list[Body]:
    """Return the organizations of one side in a column behind the sources, each as near to its own as may be."""
    own = [spot for spot in spots if spot.side is side]
    members: dict[str, list[Spot]] = {}
    for spot in own:
        for name in spot.standing.organizations:
            members.setdefault(name, []).append(spot)
    middles = {name: sum(spot.at[1] for spot in its) / len(its) for name, its in members.items()}
    names = sorted(members, key=lambda name: (-middles[name], name))
    away = max((MARKER + spot.label.width for spot in own), default=0.0) + TIES
    heights = pushed_apart([middles[name] for name in names], BODY_ROW)
    found = []
    for name, y in zip(names, heights, strict=True):
        x = own[0].at[0] + (-away if side is Side.LEFT else away)
        ends = tuple(spot.outside for spot in members[name])
        found.append(_body(name, side, (x, y), ends, lettering))
    return found


def _body(name: str, side: Side, at: Point, members: tuple[Point, ...], lettering: Lettering) -> Body:
    lines = lettering.lines(name, BODY_ROOM, NAME_SIZE, most=2)
    width = max((lettering.width(line, NAME_SIZE) for line in lines), default=0.0)
    return Body(name=name, side=side, at=at, lines=lines, width=width, members=members)


def _spots_below(camp: Camp, top: float, lettering: Lettering) -> list[Spot]:
    """Return the sources on both sides, beside each other."""
    labels = [label_of(one, lettering) for one in camp.standings]
    cell = max((label.width for label in labels), default=0.0) + 0.4
    middle = (len(labels) - 1) / 2
    return [
        Spot(standing=one, side=camp.side, at=(cell * (place - middle), top), label=label)
        for place, (one, label) in enumerate(zip(camp.standings, labels, strict=True))
    ]


def _bodies_below(spot: Spot, lettering: Lettering) -> list[Body]:
    x, y = spot.outside
    found = []
    for place, name in enumerate(spot.standing.organizations):
        at = (x, y - 0.3 - BODY_ROW * place)
        found.append(_body(name, spot.side, at, (spot.outside,), lettering))
    return found
