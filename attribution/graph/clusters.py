"""Join what is one, pair by pair: voices to sources, statements to claims and to origins, articles to copies."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from attrs import define, field


@define
class Clusters:
    """Members by number, joined one pair after the other; pairs in `apart` stay in different clusters."""

    number: int
    apart: frozenset[tuple[int, int]] = frozenset()
    _above: list[int] = field(init=False)
    _members: dict[int, set[int]] = field(init=False)
    _barred: defaultdict[int, set[int]] = field(init=False)  # the clusters, by their roots, that one may not join

    def __attrs_post_init__(self) -> None:
        self._above = list(range(self.number))
        self._members = {place: {place} for place in range(self.number)}
        self._barred = defaultdict(set)
        for one, other in self.apart:
            self._barred[one].add(other)
            self._barred[other].add(one)

    def root(self, place: int) -> int:
        """Return the member that stands for the cluster of a member."""
        while self._above[place] != place:
            self._above[place] = self._above[self._above[place]]
            place = self._above[place]
        return place

    def join(self, one: int, other: int) -> bool:
        """Make two clusters one; False where they are one already, or hold two members that the user keeps apart."""
        first, second = sorted((self.root(one), self.root(other)))
        if first == second or second in self._barred.get(first, ()):
            return False
        self._above[second] = first
        for barred in self._barred.pop(second, ()):
            self._barred[barred].remove(second)
            self._barred[barred].add(first)
            self._barred[first].add(barred)
        self._members[first] |= self._members.pop(second)
        return True

    def all(self) -> tuple[tuple[int, ...], ...]:
        """Return the clusters, each sorted, in the order of their first members."""
        return tuple(tuple(sorted(self._members[root])) for root in sorted(self._members))


def pairs_between(groups: Iterable[tuple[Sequence[int], Sequence[int]]]) -> frozenset[tuple[int, int]]:
    """Return every pair of a member of the first with one of the second group."""
    return frozenset((a, b) for ones, others in groups for a in ones for b in others if a != b)
