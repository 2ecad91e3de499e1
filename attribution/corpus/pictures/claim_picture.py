"""Draw a claim in the middle of its sources and their organizations."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from attribution.corpus.corroboration import Corroboration
from attribution.corpus.pictures.canvas import open_axes, size_of
from attribution.corpus.pictures.curves import Point, flat, upright
from attribution.corpus.pictures.framing import EDGE, HEAD, HEAD_SIZE, Frame, frame_of, heads_of, more_words
from attribution.corpus.pictures.layout import (
    CLAIM_SIZE,
    MARKER,
    NAME_LINE,
    NAME_SIZE,
    WORDS_SIZE,
    Body,
    Layout,
    Spot,
    lay_out,
)
from attribution.corpus.pictures.lettering import open_lettering
from attribution.corpus.pictures.links import Link, links_of
from attribution.corpus.pictures.pen import Pen, Sign, open_pen
from attribution.corpus.pictures.sides import FOR, Side, camps_of
from attribution.corpus.pictures.standing import Standing
from attribution.corpus.pictures.style import LOOKS, NEUTRAL
from attribution.graph.relation import Relation

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LEGEND_SIZE, DOT, END = 8.0, 8.0, 7.0  # points of the legend's letters, of a source's marker, of a link's
SURELY, UNSURELY = 2.0, 0.8  # points of a link
LARGEST = 1.25  # letters grow with large axes up to this
ARROWS = {Side.LEFT: ">", Side.RIGHT: "<", Side.BELOW: "^"}  # toward the claim


def draw_claim(found: Corroboration, standings: tuple[Standing, ...], axes: "Axes | None", most: int) -> "Axes":
    """Draw who stands where on a claim, and return the axes."""
    lettering = open_lettering()
    layout = lay_out(found.claim, camps_of(standings, most), lettering)
    links, heads = links_of(layout), heads_of(found, standings)
    signs = tuple(_signs(layout, links))
    frame = frame_of(layout, heads, len(signs), lettering)
    drawn_on = open_axes(axes, frame.width, frame.height, is_whole=True)
    width, height = size_of(drawn_on)
    scale = min(width / frame.width, height / frame.height, LARGEST)
    _Drawing(open_pen(drawn_on, lettering, scale), layout, frame).draw(links, heads, signs)
    return drawn_on


def _signs(layout: Layout, links: Sequence[Link]) -> Iterator[Sign]:
    """Yield what the legend explains: only what is in the picture."""
    for relation in Relation:
        own = [link for link in links if link.relation is relation]
        if own:
            look = LOOKS[relation]
            marker = ARROWS[own[0].side] if relation is Relation.SUPPORTS else look.marker
            is_joining = not any(link.is_end for link in own)
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


@frozen
class _Drawing:
    pen: Pen
    layout: Layout
    frame: Frame

    def draw(self, links: Sequence[Link], heads: dict[Side, str], signs: Sequence[Sign]) -> None:
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
            self._body(body)
        for spot in self.layout.spots:
            self._spot(spot)
        for side, (at, number) in self.layout.more.items():
            align, away = _outward(side)
            self.pen.write((at[0] + away, at[1]), more_words(number), WORDS_SIZE, ha=align, va="center")
        self.pen.explain(signs, LEGEND_SIZE, self.frame.columns)

    def _claim(self) -> None:
        from matplotlib.patches import FancyBboxPatch

        box = self.layout.box
        shape = FancyBboxPatch(
            (-box.width / 2, -box.height / 2),
            box.width,
            box.height,
            boxstyle="round,pad=0,rounding_size=0.1",
            facecolor="none",
            edgecolor=self.pen.ink,
            linewidth=1.2 * self.pen.scale,
        )
        shape.set_gid("claim")
        self.pen.axes.add_patch(shape)
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
        marker = ARROWS[link.side] if link.relation in FOR else look.marker
        (line,) = self.pen.axes.plot(
            *zip(*link.points, strict=True),
            color=look.color,
            linestyle=look.line,
            linewidth=(SURELY if link.is_sure else UNSURELY) * self.pen.scale,
            marker=marker if link.is_end else "",
            markevery=[-1],
            markersize=END * self.pen.scale,
            markeredgecolor="none",
            zorder=2,
            label="_link",
        )
        line.set_gid(f"{link.relation.value} {' '.join(link.keys)}")

    def _spot(self, spot: Spot) -> None:
        one, label = spot.standing, spot.label
        self._marker(spot.at, "s" if one.is_organization else "o", is_filled=one.is_filled, gid=one.key)
        align, away = _outward(spot.side)
        x, y = spot.at
        at = (x, y - MARKER) if spot.side is Side.BELOW else (x + away, y + label.height / 2)
        align = "center" if spot.side is Side.BELOW else align
        self.pen.write(at, label.name, NAME_SIZE, ha=align, va="top", gid=f"name {one.key}")
        words, under = "\n".join(label.words), (at[0], at[1] - NAME_LINE)
        look = {"alpha": 0.85, "gid": f"words {one.key}"}
        self.pen.write(under, words, WORDS_SIZE, ha=align, va="top", multialignment=align, **look)

    def _body(self, body: Body) -> None:
        self._marker(body.at, "s", is_filled=True, gid=f"organization {self.pen.lettering.shown(body.name)}")
        for member in body.members:
            points = upright(member, body.at) if body.side is Side.BELOW else flat(body.at, member)
            width = 1.0 * self.pen.scale
            self.pen.axes.plot(*zip(*points, strict=True), color=NEUTRAL, linewidth=width, zorder=1, label="_tie")
        align, away = _outward(body.side)
        self.pen.write((body.at[0] + away, body.at[1]), "\n".join(body.lines), NAME_SIZE, ha=align, va="center")

    def _marker(self, at: Point, marker: str, *, is_filled: bool, gid: str) -> None:
        (drawn,) = self.pen.axes.plot(
            *at,
            linestyle="",
            marker=marker,
            markersize=DOT * self.pen.scale,
            markerfacecolor=self.pen.ink if is_filled else "none",
            markeredgecolor=self.pen.ink,
            markeredgewidth=1.4 * self.pen.scale,
            zorder=3,
            label="_source",
        )
        drawn.set_gid(gid)


def _outward(side: Side) -> tuple[str, float]:
    """Return how a label outside its marker is aligned, and how far away it begins."""
    return ("right", -MARKER) if side is Side.LEFT else ("left", MARKER)
