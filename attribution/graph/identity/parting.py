"""Part the voices of one name as the user does."""

from collections.abc import Callable, Sequence

from attribution.graph.identity.joining import Joining

SEVERAL = "name of several people"
SEVERAL_SCORE = 0.45


def part(
    joining: Joining, places: Sequence[int], bodies_of: Callable[[int], set[str]]
) -> tuple[list[list[int]], list[int]]:
    """Return the parts that voices of one name fall into, and the voices of which that is open; it is marked so.

    There is one part where the user keeps none apart. Where there are several, a voice belongs to the one with which it
    shares an organization: of three *John Smith*, two of them of Acme, these are one as soon as the third is another.
    """
    kept_apart = joining.parted_among(places)
    if not kept_apart:
        return [list(places)], []
    parts: list[list[int]] = []
    alone = []
    for place in [*kept_apart, *(place for place in places if place not in kept_apart)]:
        fitting = [some for some in parts if not any(joining.are_apart(place, member) for member in some)]
        nearest = fitting
        if len(fitting) > 1:
            nearest = [some for some in fitting if any(bodies_of(place) & bodies_of(member) for member in some)]
        if len(nearest) == 1:
            nearest[0].append(place)
        elif fitting:
            alone.append(place)
        else:
            parts.append([place])
    for place in alone:
        for some in parts:
            joining.leave_open(some[0], place, SEVERAL, SEVERAL_SCORE)
    joining.leave_all_open(alone, SEVERAL, SEVERAL_SCORE)
    return parts, alone
