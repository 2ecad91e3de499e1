"""Lines between sources that may be one and the same: unnamed speakers whom nobody can tell apart."""

from collections.abc import Collection, Sequence
from itertools import combinations

from attrs import frozen

from attribution.corpus.pictures.curves import Point, rounded
from attribution.corpus.pictures.layout import Layout
from attribution.corpus.pictures.sides import Side
from attribution.corpus.pictures.spots import Spot
from attribution.graph.clusters import Clusters

EDGE = 0.06  # inches from the middle of a marker to a line that ends there, in each direction
CHANNEL = 0.22  # inches from the markers to a line that passes others of them
QUESTION = 0.08  # inches from a line to its question mark
NO_ORIGIN = -1  # of sources that do not support the claim
OVER = 0.2  # inches from the claim or the markers up to a line that passes over them


@frozen(kw_only=True)
class Double:
    """A line between two sources that may be one, and the place of its question mark."""

    keys: tuple[str, str]
    points: tuple[Point, ...]
    question: Point


def doubles_of(layout: Layout, left_open: Collection[frozenset[str]]) -> tuple[Double, ...]:
    """Return the lines between sources of a picture that may be one; `left_open` are all such pairs by their ids.

    Of several who may all be one, each has a line to the nearest: with a line for every pair of ten officials nothing
    could be seen. Those whose support joins as one origin need none.
    """
    spots = layout.spots
    pairs = [
        (one, other)
        for one, other in combinations(range(len(spots)), 2)
        if frozenset((spots[one].standing.key, spots[other].standing.key)) in left_open
        and not spots[one].standing.origin == spots[other].standing.origin != NO_ORIGIN
    ]
    clusters = Clusters(len(spots))
    found = []
    for one, other in sorted(pairs, key=lambda pair: (_distance(spots[pair[0]], spots[pair[1]]), pair)):
        if clusters.join(one, other):
            found.append(_double(spots[one], spots[other], layout))
    return tuple(found)


def _double(one: Spot, other: Spot, layout: Layout) -> Double:
    points = _way(one, other, layout)
    x, y = points[len(points) // 2]
    is_level = one.side is Side.BELOW or {one.side, other.side} == {Side.LEFT, Side.RIGHT}
    question = (x, y + QUESTION) if is_level else (x + _inward(one.side) * QUESTION, y)
    return Double(keys=(one.standing.key, other.standing.key), points=points, question=question)


def _distance(one: Spot, other: Spot) -> float:
    return abs(one.at[0] - other.at[0]) + abs(one.at[1] - other.at[1])


def _way(one: Spot, other: Spot, layout: Layout) -> tuple[Point, ...]:
    """Return a line in the gap between the markers and the claim, where no label is."""
    if one.side is other.side:
        return _beside(one, other, layout.spots)
    if other.side is Side.BELOW:
        return _down(one, other)
    return _over(one, other, layout)


def _beside(one: Spot, other: Spot, spots: Sequence[Spot]) -> tuple[Point, ...]:
    (x, y), (u, v) = one.at, other.at
    if one.side is Side.BELOW:
        return rounded(
            [(x + EDGE, y + EDGE), (x + CHANNEL, y + CHANNEL), (u - CHANNEL, v + CHANNEL), (u - EDGE, v + EDGE)]
        )
    if not any(y > spot.at[1] > v for spot in spots if spot.side is one.side):
        return ((x, y - 1.4 * EDGE), (x, (y + v) / 2), (u, v + 1.4 * EDGE))
    inward = _inward(one.side)
    away = x + inward * CHANNEL
    return rounded(
        [(x + inward * EDGE, y - EDGE), (away, y - CHANNEL), (away, v + CHANNEL), (u + inward * EDGE, v + EDGE)]
    )


def _down(one: Spot, below: Spot) -> tuple[Point, ...]:
    (x, y), (u, v) = one.at, below.at
    inward = _inward(one.side)
    away, height = x + inward * CHANNEL, v + CHANNEL
    return rounded(
        [(x + inward * EDGE, y - EDGE), (away, y - CHANNEL), (away, height), (u, height), (u, v + 1.4 * EDGE)]
    )


def _over(left: Spot, right: Spot, layout: Layout) -> tuple[Point, ...]:
    (x, y), (u, v) = left.at, right.at
    height = highest(layout) + OVER
    return rounded(
        [
            *((x + EDGE, y + EDGE), (x + CHANNEL, y + CHANNEL), (x + CHANNEL, height)),
            *((u - CHANNEL, height), (u - CHANNEL, v + CHANNEL), (u - EDGE, v + EDGE)),
        ]
    )


def highest(layout: Layout) -> float:
    """Return how far up the claim and the markers reach."""
    return max([layout.box.height / 2, *(spot.at[1] for spot in layout.spots)])


def _inward(side: Side) -> int:
    return 1 if side is Side.LEFT else -1
