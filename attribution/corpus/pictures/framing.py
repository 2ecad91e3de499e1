"""What stands over the sides of a claim, and which part of the plane its picture shows."""

from collections.abc import Sequence

from attrs import frozen

from attribution.corpus.card import interval
from attribution.corpus.corroboration import Corroboration
from attribution.corpus.pictures.doubles import Double
from attribution.corpus.pictures.layout import Layout
from attribution.corpus.pictures.lettering import Lettering
from attribution.corpus.pictures.sides import Side
from attribution.corpus.pictures.spots import MARKER, ROW, WORDS_SIZE
from attribution.corpus.pictures.standing import Standing
from attribution.graph.relation import Relation
from attribution.text.columns import counted

HEAD_SIZE = 9.5  # points
HEAD, EDGE = 0.5, 0.15  # inches over the sources, and around everything
LEGEND_ROW, LEGEND_CELL = 0.24, 2.0  # inches of one entry
NOBODY = "nobody in the corpus says so, and nobody denies it"


@frozen(kw_only=True)
class Frame:
    """The part of the plane that a picture shows, in inches from the middle of the claim."""

    left: float
    right: float
    bottom: float
    top: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom

    @property
    def columns(self) -> int:
        """How many entries of the legend stand beside each other."""
        return max(1, int(self.width / LEGEND_CELL))


def heads_of(found: Corroboration, standings: tuple[Standing, ...]) -> dict[Side, str]:
    """Return what stands over the sides; of a claim that nobody made that is said once, below."""
    if not standings:
        return {Side.BELOW: NOBODY}
    against = sum(Relation.CONTRADICTS in one.relations for one in standings)
    later = sum(Relation.UPDATES in one.relations for one in standings)
    noun = "source" if found.independent == (1, 1) else "sources"
    behind = f"{interval(found.independent)} independent {noun}" if found.supporting else "nobody"
    right = f"against it: {counted(against, 'source') if against else 'nobody'}"
    right += f"\nwith a later value: {counted(later, 'source')}" if later else ""
    return {Side.LEFT: f"for it: {behind}", Side.RIGHT: right}


def more_words(number: int) -> str:
    """Return how it is said that some sources are not shown."""
    return f"and {counted(number, 'more source')}"


def frame_of(
    layout: Layout, doubles: Sequence[Double], heads: dict[Side, str], signs: int, lettering: Lettering
) -> Frame:
    """Return what has to be seen: every label with the room around it, the heads, and a legend of some signs."""
    half, below = layout.box.width / 2, layout.box.height / 2
    wide = {side: max(lettering.width(line, HEAD_SIZE) for line in words.splitlines()) for side, words in heads.items()}
    xs, lows, highs = [-half, half], [-below], [below]
    xs += [-half - EDGE - wide.get(Side.LEFT, 0.0), half + EDGE + wide.get(Side.RIGHT, 0.0)]
    if Side.BELOW in heads:
        xs += [-wide[Side.BELOW] / 2, wide[Side.BELOW] / 2]
        lows.append(-below - HEAD)
    for spot in layout.spots:
        beside = spot.label.width / 2 if spot.side is Side.BELOW else MARKER
        xs += [spot.at[0] - beside, spot.at[0] + beside, spot.outside[0]]
        lows += [spot.at[1] - ROW / 2, spot.outside[1]]
        highs.append(spot.at[1] + ROW / 2)
    for body in layout.bodies:
        is_left = body.side is Side.LEFT
        xs += [body.at[0] - MARKER - body.width * is_left, body.at[0] + MARKER + body.width * (not is_left)]
        lows.append(body.at[1] - 0.2)
        highs.append(body.at[1] + 0.2)
    for other in layout.others:
        left, bottom = other.corner
        xs += [left, left + other.width]
        lows.append(bottom)
        highs.append(bottom + other.height)
    highs += [y + EDGE for double in doubles for _, y in double.points]
    for side, (at, number) in layout.more.items():
        width = MARKER + lettering.width(more_words(number), WORDS_SIZE)
        xs.append(at[0] - width if side is Side.LEFT else at[0] + width)
        lows.append(at[1] - ROW / 2)
    frame = Frame(left=min(xs) - EDGE, right=max(xs) + EDGE, bottom=min(lows) - EDGE, top=max(highs) + HEAD)
    rows = -(-signs // frame.columns)
    legend = LEGEND_ROW * rows + 0.1 if signs else 0.0
    return Frame(left=frame.left, right=frame.right, bottom=frame.bottom - legend, top=frame.top)
