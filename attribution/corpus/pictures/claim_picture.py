"""Draw a claim in the middle of its sources and their organizations."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from attribution.corpus.pictures.canvas import open_axes, size_of
from attribution.corpus.pictures.doubles import Double, doubles_of
from attribution.corpus.pictures.framing import EDGE, HEAD, HEAD_SIZE, Frame, frame_of, heads_of, more_words
from attribution.corpus.pictures.layout import CLAIM_SIZE, Layout, lay_out
from attribution.corpus.pictures.lettering import open_lettering
from attribution.corpus.pictures.links import Link, links_of
from attribution.corpus.pictures.pen import Pen, Sign, open_pen
from attribution.corpus.pictures.scene import Scene
from attribution.corpus.pictures.sides import TOWARD, Side
from attribution.corpus.pictures.spots import MARKER, NAME_LINE, NAME_SIZE, WORDS_SIZE, Spot, outward
from attribution.corpus.pictures.style import LOOKS, NEUTRAL
from attribution.corpus.pictures.surroundings import draw_body, draw_double, draw_other
from attribution.graph.relation import FOR, Relation

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LEGEND_SIZE, END = 8.0, 7.0  # points of the legend's letters, of a link's marker
SURELY, UNSURELY = 2.0, 0.8  # points of a link
LARGEST = 1.25  # letters grow with large axes up to this


def draw_claim(scene: Scene, axes: "Axes | None") -> "Axes":
    """Draw who stands where on a claim, and return the axes."""
    lettering = open_lettering()
    layout = lay_out(scene.found.claim, scene.camps, lettering, scene.others)
    links, doubles = links_of(layout), doubles_of(layout, scene.left_open)
    heads = heads_of(scene.found, scene.standings)
    signs = tuple(_signs(layout, links, doubles))
    frame = frame_of(layout, doubles, heads, len(signs), lettering)
    drawn_on = open_axes(axes, frame.width, frame.height, is_whole=True)
    width, height = size_of(drawn_on)
    scale = min(width / frame.width, height / frame.height, LARGEST)
    drawing = _Drawing(open_pen(drawn_on, lettering, scale), layout, frame)
    drawing.draw(links, heads)
    for double in doubles:
        draw_double(drawing.pen, double)
    drawing.pen.explain(signs, LEGEND_SIZE, frame.columns)
    return drawn_on


def _signs(layout: Layout, links: Sequence[Link], doubles: Sequence[Double]) -> Iterator[Sign]:
    """Yield what the legend explains: only what is in the picture."""
    ends = {link.relation: link for link in sorted(links, key=lambda link: (link.is_end, link.side is Side.LEFT))}
    elsewhere = {relation for box in layout.others for _, relation, _ in box.links}
    for relation in Relation:
        if relation in ends or relation in elsewhere:
            look, link = LOOKS[relation], ends.get(relation)
            marker = TOWARD[link.side if link else Side.LEFT] if relation is Relation.SUPPORTS else look.marker
            is_joining = link is not None and not link.is_end
            yield Sign(words=look.words, color=look.color, line=look.line, marker="" if is_joining else marker)
    if any(len(link.keys) > 1 for link in links):
        yield Sign(words="lines that join: one origin", color=LOOKS[Relation.SUPPORTS].color, line="-")
    if not all(link.is_sure for link in links):
        yield Sign(words="thin: unsure", line="-", width=UNSURELY)
    people = [spot.standing for spot in layout.spots if not spot.standing.is_organization]
    if any(one.is_filled for one in people):
        yield Sign(words="named source", marker="o")
    if any(not one.is_filled for one in people):
        yield Sign(words="unnamed source", marker="o", is_filled=False)
    if layout.bodies or len(people) < len(layout.spots):
        yield Sign(words="organization", marker="s")
    if doubles:
        yield Sign(words="?  may be the same", color=NEUTRAL, line=":")
    if layout.others:
        yield Sign(words="another claim of theirs", marker="s", is_filled=False)


@frozen
class _Drawing:
    pen: Pen
    layout: Layout
    frame: Frame

    def draw(self, links: Sequence[Link], heads: dict[Side, str]) -> None:
        axes = self.pen.axes
        axes.set_axis_off()
        axes.set_xlim(self.frame.left, self.frame.right)
        axes.set_ylim(self.frame.bottom, self.frame.top)
        axes.set_aspect("equal")
        self._claim()
        self._heads(heads)
        for link in links:
            self._link(link)
        for body in self.layout.bodies:
            draw_body(self.pen, body)
        for other in self.layout.others:
            draw_other(self.pen, other)
        for spot in self.layout.spots:
            self._spot(spot)
        for side, (at, number) in self.layout.more.items():
            align, away = outward(side)
            self.pen.write((at[0] + away, at[1]), more_words(number), WORDS_SIZE, ha=align, va="center")

    def _claim(self) -> None:
        box = self.layout.box
        self.pen.frame((-box.width / 2, -box.height / 2), box.width, box.height, line=1.2, gid="claim")
        words = "\n".join(box.lines)
        self.pen.write((0.0, 0.0), words, CLAIM_SIZE, ha="center", va="center", linespacing=1.25, gid="claim words")

    def _heads(self, heads: dict[Side, str]) -> None:
        half, high = self.layout.box.width / 2 + EDGE, self.frame.top - HEAD / 2
        places = {
            Side.LEFT: (-half, high, "right"),
            Side.RIGHT: (half, high, "left"),
            Side.BELOW: (0.0, -self.layout.box.height / 2 - HEAD / 2, "center"),
        }
        for side, words in heads.items():
            x, y, align = places[side]
            self.pen.write((x, y), words, HEAD_SIZE, ha=align, va="center", gid=f"head {side.value}")

    def _link(self, link: Link) -> None:
        look = LOOKS[link.relation]
        marker = TOWARD[link.side] if link.relation in FOR else look.marker
        self.pen.line(
            link.points,
            color=look.color,
            line=look.line,
            width=SURELY if link.is_sure else UNSURELY,
            marker=marker if link.is_end else "",
            size=END,
            label="_link",
            gid=f"{link.relation.value} {' '.join(link.keys)}",
        )

    def _spot(self, spot: Spot) -> None:
        one, label = spot.standing, spot.label
        self.pen.mark(spot.at, "s" if one.is_organization else "o", is_filled=one.is_filled, gid=one.key)
        align, away = outward(spot.side)
        x, y = spot.at
        at = (x, y - MARKER) if spot.side is Side.BELOW else (x + away, y + label.height / 2)
        align = "center" if spot.side is Side.BELOW else align
        self.pen.write(at, label.name, NAME_SIZE, ha=align, va="top", gid=f"name {one.key}")
        words, under = "\n".join(label.words), (at[0], at[1] - NAME_LINE)
        look = {"alpha": 0.85, "gid": f"words {one.key}"}
        self.pen.write(under, words, WORDS_SIZE, ha=align, va="top", multialignment=align, **look)
