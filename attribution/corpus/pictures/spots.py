"""The sources in the picture of a claim: where each marker stands, and what is written beside it."""

from attrs import frozen

from attribution.corpus.pictures.curves import Point
from attribution.corpus.pictures.lettering import Lettering
from attribution.corpus.pictures.sides import Camp, Side, drawn_relations
from attribution.corpus.pictures.standing import Standing

NAME_SIZE, WORDS_SIZE = 9.0, 7.5  # points
NAME_ROOM = 2.4  # inches of text before it is cut or broken
NAME_LINE, WORDS_LINE = 0.16, 0.13  # inches from a line of text to the next
ROW = 0.62  # inches between two sources
MARKER = 0.13  # inches from the middle of a marker to its label


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
        """Where a line ends that comes from behind the source: behind its label, or below it."""
        if self.side is Side.BELOW:
            return (self.at[0], self.at[1] - MARKER - self.label.height - 0.04)
        away = MARKER + self.label.width + 0.06
        return (self.at[0] - away if self.side is Side.LEFT else self.at[0] + away, self.at[1])


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


def heights_of(camp: Camp) -> list[float]:
    """Return the heights of the sources on one side, the first on top, and of the line that counts the others."""
    rows = len(camp.standings) + bool(camp.more)
    return [ROW * ((rows - 1) / 2 - place) for place in range(rows)]


def spots_aside(camp: Camp, x: float, lettering: Lettering) -> list[Spot]:
    """Return the sources of one side, below each other."""
    return [
        Spot(standing=one, side=camp.side, at=(x, y), label=label_of(one, lettering))
        for one, y in zip(camp.standings, heights_of(camp), strict=False)
    ]


def spots_below(camp: Camp, top: float, lettering: Lettering) -> list[Spot]:
    """Return the sources on both sides, beside each other."""
    labels = [label_of(one, lettering) for one in camp.standings]
    cell = max((label.width for label in labels), default=0.0) + 0.4
    middle = (len(labels) - 1) / 2
    return [
        Spot(standing=one, side=camp.side, at=(cell * (place - middle), top), label=label)
        for place, (one, label) in enumerate(zip(camp.standings, labels, strict=True))
    ]


def outward(side: Side) -> tuple[str, float]:
    """Return how a label outside its marker is aligned, and how far away it begins."""
    return ("right", -MARKER) if side is Side.LEFT else ("left", MARKER)
