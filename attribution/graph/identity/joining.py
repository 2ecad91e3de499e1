"""Voices on the way to sources: what is joined already and why, what is left open, what the user keeps apart."""

from collections import defaultdict
from collections.abc import Sequence

from attrs import define, field, frozen

from attribution.graph.clusters import Clusters
from attribution.graph.identity.judgement import Judgement, Verdict
from attribution.graph.identity.voice import Voice

NEAREST = 12  # voices of one name, of whom nothing more is known, that each is left open with


@frozen
class Joined:
    """Two voices by their places, and what was judged of them."""

    one: int
    other: int
    judged: Judgement


@define
class Joining:
    """Voices, by their places, in clusters; pairs of places in `apart` stay in different ones."""

    voices: tuple[Voice, ...]
    apart: frozenset[tuple[int, int]]
    joined: list[Joined] = field(factory=list)
    left_open: list[Joined] = field(factory=list)
    _clusters: Clusters = field(init=False)
    _members: dict[int, list[int]] = field(init=False)
    _bars: defaultdict[int, set[int]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._clusters = Clusters(len(self.voices), self.apart)
        self._members = {place: [place] for place in range(len(self.voices))}
        self._bars = defaultdict(set)
        for one, other in self.apart:
            self._bars[one].add(other)
            self._bars[other].add(one)

    def name(self, place: int) -> str:
        """Return the name of a voice."""
        return self.voices[place].speaker.name

    def root(self, place: int) -> int:
        """Return the voice that stands for the cluster of a voice."""
        return self._clusters.root(place)

    def members(self, place: int) -> Sequence[int]:
        """Return the voices in the cluster of a voice."""
        return self._members[self.root(place)]

    def all(self) -> tuple[tuple[int, ...], ...]:
        """Return the clusters, each sorted, in the order of their first members."""
        return self._clusters.all()

    def parted_among(self, places: Sequence[int]) -> list[int]:
        """Return those of some voices that the user keeps apart from others of them."""
        every = {member for place in places for member in self.members(place)}
        barred = (any(not self._bars[member].isdisjoint(every) for member in self._parted(place)) for place in places)
        return [place for place, is_barred in zip(places, barred, strict=True) if is_barred]

    def _parted(self, place: int) -> list[int]:
        return [member for member in self.members(place) if member in self._bars] if self._bars else []

    def are_apart(self, one: int, other: int) -> bool:
        """Tell whether the user keeps the clusters of two voices apart."""
        others = self.members(other)
        return any(not self._bars[place].isdisjoint(others) for place in self._parted(one))

    def join(self, one: int, other: int, judged: Judgement) -> bool:
        """Make one cluster of those of two voices; False where they are one already, or are kept apart."""
        ends = {self.root(one), self.root(other)}
        if not self._clusters.join(one, other):
            return False
        self._members[self.root(one)] = [member for end in sorted(ends) for member in self._members.pop(end)]
        self.joined.append(Joined(one, other, judged))
        return True

    def leave_open(self, one: int, other: int, method: str, score: float) -> None:
        """Mark two voices as perhaps one."""
        evidence = f"{self.name(other)} | {self.name(one)}"
        self.left_open.append(Joined(one, other, Judgement(Verdict.UNSURE, score, method, evidence)))

    def leave_all_open(self, places: Sequence[int], method: str, score: float) -> None:
        """Mark voices of one name as perhaps one, each with those next to it."""
        for start, one in enumerate(places):
            for other in places[start + 1 : start + NEAREST]:
                self.leave_open(one, other, method, score)
