"""Where everything in the picture of a claim stands, in inches from the middle of the claim; the same every time."""

from collections.abc import Sequence

from attrs import field, frozen

from attribution.corpus.pictures.curves import Point
from attribution.corpus.pictures.lettering import Lettering
from attribution.corpus.pictures.others import Other
from attribution.corpus.pictures.outer import BODY_ROW, Body, OtherBox, behind, bodies_under, others_under
from attribution.corpus.pictures.sides import Camp, Side
from attribution.corpus.pictures.spots import ROW, Spot, heights_of, spots_aside, spots_below

CLAIM_SIZE = 10.0  # points
CLAIM_ROOM = 2.1  # inches of text before it is cut or broken
CLAIM_LINE = 0.175  # inches from a line of text to the next
CLAIM_LINES = 7  # more are cut
LINKS = 1.2  # inches for the links between a source's marker and the claim
PADDING = 0.12


@frozen(kw_only=True)
class Box:
    """The claim, in the middle."""

    lines: tuple[str, ...]
    width: float
    height: float


@frozen(kw_only=True)
class Layout:
    """The claim, the sources, and what stands behind these."""

    box: Box
    spots: tuple[Spot, ...]
    bodies: tuple[Body, ...]
    others: tuple[OtherBox, ...] = ()
    more: dict[Side, tuple[Point, int]] = field(factory=dict)  # how many sources are not shown, and where that is said


def lay_out(claim: str, camps: dict[Side, Camp], lettering: Lettering, others: Sequence[Other] = ()) -> Layout:
    """Return the places of a claim, of those who speak on it, and of other claims of theirs."""
    number = max(len(camps[side].standings) for side in (Side.LEFT, Side.RIGHT))
    box = box_of(claim, min(number, 12), lettering)
    aside: list[Spot] = []
    outer: list[Body | OtherBox] = []
    more: dict[Side, tuple[Point, int]] = {}
    for side in (Side.LEFT, Side.RIGHT):
        camp, x = camps[side], _marker_x(side, box)
        aside += spots_aside(camp, x, lettering)
        outer += behind(side, aside, others, lettering)
        if camp.more:
            more[side] = ((x, heights_of(camp)[-1]), camp.more)
    lows = [-box.height / 2, *(y - ROW / 2 for (_, y), _ in more.values()), *(spot.at[1] - ROW / 2 for spot in aside)]
    lows += [one.at[1] - (one.height if isinstance(one, OtherBox) else BODY_ROW) / 2 for one in outer]
    below = spots_below(camps[Side.BELOW], min(lows) - ROW, lettering)
    if camps[Side.BELOW].more:
        right = below[-1]
        more[Side.BELOW] = ((right.at[0] + right.label.width / 2, right.at[1]), camps[Side.BELOW].more)
    under = [body for spot in below for body in bodies_under(spot, lettering)]
    lowest = min([spot.outside[1] for spot in below] + [body.at[1] - BODY_ROW / 2 for body in under], default=0.0)
    outer += [*under, *others_under(below, lowest, others, lettering)]
    return Layout(
        box=box,
        spots=(*aside, *below),
        bodies=tuple(one for one in outer if isinstance(one, Body)),
        others=tuple(one for one in outer if isinstance(one, OtherBox)),
        more=more,
    )


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
