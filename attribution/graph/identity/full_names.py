"""Put voices with full names together, where all names of both sides agree."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from attrs import define, field

from attribution.graph.identity.given_names import pairs_to_judge
from attribution.graph.identity.joining import Joined, Joining
from attribution.graph.identity.judgement import Judgement, Verdict
from attribution.graph.identity.names import judge_persons
from attribution.graph.identity.parting import SEVERAL, SEVERAL_SCORE, part
from attribution.graph.identity.person_name import parted


@define
class FullNames:
    """The full names of one surname: forms, as *John Smith*, each with its voices.

    A form has several parts where the user keeps some of its voices apart, else one. `units` are, for a voice that the
    user joined with others, one voice of each name among them.
    """

    joining: Joining
    bodies_of: Callable[[int], set[str]]
    units: Mapping[int, tuple[int, ...]]
    _parts: list[list[int]] = field(factory=list)
    _alone: list[int] = field(factory=list)
    _faces: defaultdict[int, list[int]] = field(init=False)  # the first voice of each part, by the root of its cluster

    def join(self, forms: Sequence[Sequence[int]]) -> list[int]:
        """Join the forms that agree, and return a voice of each part and of all that is left open between parts."""
        for places in forms:
            parts, alone = part(self.joining, places, self.bodies_of)
            self._parts += parts
            self._alone += alone
        self._faces = defaultdict(list)
        for some in self._parts:
            self._faces[self.joining.root(some[0])].append(some[0])
        found = list(self._pairs())
        spread = self._spread(found)
        for some in self._parts:
            self._join_part(some, spread.get(some[0], some[:1]))
        for pair in found:
            if pair.judged.verdict is Verdict.UNSURE:
                self.joining.leave_open(pair.one, pair.other, pair.judged.method, pair.judged.score)
            elif {pair.one, pair.other} & spread.keys() or not self._join(pair):
                for one in spread.get(pair.one, (pair.one,)):
                    for other in spread.get(pair.other, (pair.other,)):
                        self.joining.leave_open(one, other, SEVERAL, SEVERAL_SCORE)
        return [*(some[0] for some in self._parts), *self._alone]

    def _pairs(self) -> Iterator[Joined]:
        """Yield the parts, by their first voices, that are one or may be."""
        first = [some[0] for some in self._parts]
        for one, other in pairs_to_judge([self.joining.name(place) for place in first]):
            judged = self._judge(first[one], first[other])
            if judged.verdict is not Verdict.DIFFERENT and not self.joining.are_apart(first[one], first[other]):
                yield Joined(first[one], first[other], judged)

    def _spread(self, found: Sequence[Joined]) -> dict[int, list[int]]:
        """Return the parts, by their first voices, that fit two people, each in what is one there.

        *John Smith* stays one, as any two of one full name; each *J. Smith* may be either.
        """
        fitting = defaultdict[int, list[int]](list)
        for pair in found:
            if pair.judged.verdict is Verdict.SAME:
                fitting[pair.one].append(pair.other)
                fitting[pair.other].append(pair.one)
        spread = {}
        for some in self._parts:
            if any(self._differ(one, other) for one, other in combinations(fitting[some[0]], 2)):
                has_initials = all(len(word) == 1 for word in parted(self.joining.name(some[0])).given)
                spread[some[0]] = some if has_initials else some[:1]
        return spread

    def _join_part(self, some: Sequence[int], spread: Sequence[int]) -> None:
        for place in some[1:] if len(spread) == 1 else ():
            self.joining.join(some[0], place, self._judge(some[0], place))
        self.joining.leave_all_open(spread, SEVERAL, SEVERAL_SCORE)

    def _join(self, pair: Joined) -> bool:
        """Join two parts, unless a name of the one cluster is another person's than one of the other."""
        one, other = self.joining.root(pair.one), self.joining.root(pair.other)
        if one == other:
            return True
        if any(self._differ(a, b) for a in self._faces[one] for b in self._faces[other]):
            return False
        if not self.joining.join(one, other, pair.judged):
            return False
        faces = self._faces.pop(one) + self._faces.pop(other)
        self._faces[self.joining.root(one)] += faces
        return True

    def _differ(self, one: int, other: int) -> bool:
        """Whether two voices are two people's, also by the names that the user gave them, or the user parts them."""
        if self.joining.root(one) == self.joining.root(other):
            return False
        if self.joining.are_apart(one, other):
            return True
        units = [self.units.get(place, (place,)) for place in (one, other)]
        verdicts = {self._judge(a, b).verdict for a in units[0] for b in units[1]}
        return Verdict.DIFFERENT in verdicts and Verdict.SAME not in verdicts

    def _judge(self, one: int, other: int) -> Judgement:
        return judge_persons(self.joining.name(one), self.joining.name(other))
