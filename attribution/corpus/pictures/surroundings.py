"""Draw what surrounds a claim and its sources: organizations, other claims, and who may be the same."""

from attribution.corpus.pictures.curves import Point, flat, upright
from attribution.corpus.pictures.doubles import Double
from attribution.corpus.pictures.outer import DROP, END, PADDING, Body, OtherBox
from attribution.corpus.pictures.pen import Pen
from attribution.corpus.pictures.sides import AWAY, Side
from attribution.corpus.pictures.spots import NAME_SIZE, WORDS_SIZE, outward
from attribution.corpus.pictures.style import LOOKS, NEUTRAL
from attribution.graph.relation import FOR

ARROW = 5.0  # points of the marker at another claim, smaller than at the one in the middle
FRAME, LINK = 0.8, 1.2  # points of another claim's frame, and of a line to it


def draw_body(pen: Pen, body: Body) -> None:
    """Draw an organization, tied to its sources."""
    pen.mark(body.at, "s", is_filled=True, gid=f"organization {pen.lettering.shown(body.name)}")
    for member in body.members:
        points = upright(member, body.at) if body.side is Side.BELOW else flat(body.at, member)
        pen.line(points, color=NEUTRAL, width=1.0, zorder=1, label="_tie")
    align, away = outward(body.side)
    pen.write((body.at[0] + away, body.at[1]), "\n".join(body.lines), NAME_SIZE, ha=align, va="center")


def draw_other(pen: Pen, box: OtherBox) -> None:
    """Draw another claim in a thin frame, with a line from each source that speaks on it."""
    left, bottom = box.corner
    pen.frame(box.corner, box.width, box.height, line=FRAME, gid=f"other {box.other.id}")
    at, words = (left + PADDING, bottom + box.height / 2), "\n".join(box.lines)
    pen.write(at, words, WORDS_SIZE, ha="left", va="center", gid=f"words {box.other.id}")
    for key, relation, start, end in box.arrivals():
        look = LOOKS[relation]
        points = _down(start, end) if box.side is Side.BELOW else flat(start, end)
        marker = AWAY[box.side] if relation in FOR else look.marker
        gid = f"other {relation.value} {key} {box.other.id}"
        pen.line(
            points, color=look.color, line=look.line, width=LINK, marker=marker, size=ARROW, label="_link", gid=gid
        )


def _down(start: Point, end: Point) -> tuple[Point, ...]:
    """Return a line that goes straight down past a source's organizations, and only then to the side."""
    knee = (start[0], min(start[1], end[1] + DROP - END))
    return (start, *upright(knee, end))


def draw_double(pen: Pen, double: Double) -> None:
    """Draw a line with a question mark between two sources that may be one."""
    pen.line(double.points, color=NEUTRAL, line=":", width=1.4, label="_double", gid=f"may be {' '.join(double.keys)}")
    pen.write(double.question, "?", NAME_SIZE, ha="center", va="center")
