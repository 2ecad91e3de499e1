"""Join statements into claims: what was compared speaks for or against, and a few likenesses make no chain.

*A ferry was overloaded* is like *a ferry sank*, that like *nine died when a ferry sank*, and these are three claims.
"""

from collections.abc import Iterator, Mapping
from heapq import heapify, heappop, heappush

from attrs import define, field

from attribution.graph.matching.bearing import logit

DOUBT = -0.3  # taken from the log odds of a pair that supports each other: neutral at a chance of 0.43
UNRELATED = -1.0  # weight of a pair that was compared and is not related
CONTRARY = -4.0  # of one that contradicts or updates
UNCOMPARED = -0.1  # of a pair that was not compared, since others were nearer
Offer = tuple[float, int, int, int]  # mean weight between two groups with its sign turned, the groups, their pairs


def weight_of(chance: float) -> float:
    """Return what a chance of supporting each other speaks for being one claim."""
    return logit(chance) - DOUBT


def joined(number: int, weights: Mapping[tuple[int, int], float]) -> tuple[tuple[int, ...], ...]:
    """Return the members 0 to `number` - 1 in groups, each sorted, in the order of their first members.

    `weights` are of the pairs that were compared. The two groups whose pairs weigh most on average are joined first,
    and only where all their pairs together weigh more than nothing: correlation clustering (Bansal, Blum and Chawla
    2004), done greedily.
    """
    groups = _Groups(number)
    for (one, other), weight in weights.items():
        groups.beside[one][other] = groups.beside[other][one] = (weight, 1)
    waiting = [groups.offer(one, other) for one in range(number) for other in groups.beside[one] if one < other]
    heapify(waiting)
    while waiting:
        offer = heappop(waiting)
        _, one, other, _ = offer
        if offer[0] < 0 and groups.stands(offer):
            for third in groups.join(one, other):
                heappush(waiting, groups.offer(*sorted((one, third))))
    return tuple(tuple(sorted(members)) for members in sorted(groups.members.values(), key=min))


@define
class _Groups:
    """Groups by their first member, and beside each group others with the weight and number of compared pairs."""

    number: int
    members: dict[int, list[int]] = field(init=False)
    beside: list[dict[int, tuple[float, int]]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.members = {place: [place] for place in range(self.number)}
        self.beside = [{} for _ in range(self.number)]

    def offer(self, one: int, other: int) -> Offer:
        pairs = len(self.members[one]) * len(self.members[other])
        weight, compared = self.beside[one][other]
        return -(weight + UNCOMPARED * (pairs - compared)) / pairs, one, other, pairs

    def stands(self, offer: Offer) -> bool:
        """Whether neither group was joined with another since."""
        _, one, other, _ = offer
        return one in self.members and other in self.beside[one] and self.offer(one, other) == offer

    def join(self, one: int, other: int) -> Iterator[int]:
        """Take the second group into the first; yield the groups beside them."""
        self.members[one] += self.members.pop(other)
        for third, (weight, compared) in self.beside[other].items():
            del self.beside[third][other]
            if third != one:
                known = self.beside[one].get(third, (0.0, 0))
                self.beside[one][third] = self.beside[third][one] = (known[0] + weight, known[1] + compared)
        self.beside[other] = {}
        yield from self.beside[one]
