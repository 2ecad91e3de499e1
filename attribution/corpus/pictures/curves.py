"""Lines between two places: flat or upright where they begin and end, so that markers at their ends need no turning."""

from collections.abc import Sequence
from itertools import pairwise

Point = tuple[float, float]  # x and y in inches, from the middle of the claim

STEPS = 24  # pieces of a curve: smooth at the size of a page


def flat(start: Point, end: Point) -> tuple[Point, ...]:
    """Return a curve that leaves and arrives horizontally."""
    return tuple((start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * _eased(t)) for t in _steps())


def upright(start: Point, end: Point) -> tuple[Point, ...]:
    """Return a curve that leaves and arrives vertically."""
    return tuple((start[0] + (end[0] - start[0]) * _eased(t), start[1] + (end[1] - start[1]) * t) for t in _steps())


def _steps() -> list[float]:
    return [step / STEPS for step in range(STEPS + 1)]


def _eased(t: float) -> float:
    return t * t * (3 - 2 * t)


def spread(number: int, room: float, most: float) -> list[float]:
    """Return `number` heights around 0, the highest first, at most `most` apart and within `room` altogether."""
    step = min(most, room / max(1, number - 1))
    return [step * ((number - 1) / 2 - place) for place in range(number)]


def pushed_apart(wanted: Sequence[float], rooms: Sequence[float]) -> list[float]:
    """Return heights near the wanted ones, which fall, so far apart that each has its own room, half of it above."""
    found: list[float] = []
    for place, height in enumerate(wanted):
        least = (rooms[place - 1] + rooms[place]) / 2 if place else 0.0
        found.append(min(height, found[-1] - least) if found else height)
    shift = sum(wanted) / len(wanted) - sum(found) / len(found) if wanted else 0.0
    return [height + shift for height in found]


def rounded(corners: Sequence[Point]) -> tuple[Point, ...]:
    """Return a line through some places with its corners cut round (Chaikin 1974); both ends stay where they are."""
    points = tuple(corners)
    for _ in range(3):
        cut = [
            point
            for one, other in pairwise(points)
            for point in (_between(one, other, 0.25), _between(one, other, 0.75))
        ]
        points = (points[0], *cut[1:-1], points[-1])
    return points


def _between(one: Point, other: Point, part: float) -> Point:
    return (one[0] + (other[0] - one[0]) * part, one[1] + (other[1] - one[1]) * part)
