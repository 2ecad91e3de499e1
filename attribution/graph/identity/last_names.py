"""Give a last name alone to the one person who has it."""

from collections.abc import Callable, Sequence

from attrs import define

from attribution.graph.identity.joining import Joining
from attribution.graph.identity.judgement import Judgement, Verdict
from attribution.graph.identity.names import judge_last_name
from attribution.graph.identity.parting import part
from attribution.graph.identity.person_name import parted

ALONE = "last name alone"


@define
class LastNames:
    """The last names of one surname, *Haddad*, beside the voices that have it with a given name."""

    joining: Joining
    bodies_of: Callable[[int], set[str]]

    def join(self, forms: Sequence[Sequence[int]], full: Sequence[int]) -> None:
        """Join each form, of one last name and title, with whom it can mean; several leave it open.

        *Mrs. Duarte* comes before *Duarte*: where *Pedro Duarte* is known, too, the latter may be either.
        """
        people = list(full)
        for places in forms:
            fitting = [place for place in people if self._verdict(places[0], place) is not Verdict.DIFFERENT]
            if fitting:
                self._place(places, fitting)
            else:
                people += self._take(places)

    def _verdict(self, place: int, person: int) -> Verdict:
        """Judge whether a last name may be a person's, of whom another voice of that name is known."""
        last, full = self.joining.name(place), self.joining.name(person)
        surname = parted(last).words
        if not (parted(full).ends_with(surname) or parted(full).words == surname):
            return Verdict.DIFFERENT
        names = {self.joining.name(member) for member in self.joining.members(person)}
        verdicts = {judge_last_name(last, name) for name in names if parted(name).ends_with(surname)}
        verdicts.add(judge_last_name(last, full))
        return next((one for one in (Verdict.DIFFERENT, Verdict.UNSURE) if one in verdicts), Verdict.SAME)

    def _take(self, places: Sequence[int]) -> list[int]:
        """Join the voices of a name of which nobody has a fuller one: many people have one name only."""
        parts, alone = part(self.joining, places, self.bodies_of)
        for first, *others in parts:
            for place in others:
                if not self._clash(place, [first]):
                    self._join(first, place, 0.75, "the only name")
        return [*(some[0] for some in parts), *alone]

    def _place(self, places: Sequence[int], fitting: Sequence[int]) -> None:
        roots = sorted({self.joining.root(place) for place in fitting})
        is_sure = len(roots) == 1 and all(self._verdict(places[0], other) is Verdict.SAME for other in fitting)
        left = []
        for place in places:
            if is_sure and not self._clash(place, fitting) and not self.joining.are_apart(place, roots[0]):
                self._join(fitting[0], place, 0.8, "last name of one person")
                continue
            left.append(place)
            for root in roots:
                self.joining.leave_open(root, place, ALONE, 0.4)
        self.joining.leave_all_open(left, ALONE, 0.4)

    def _join(self, one: int, other: int, score: float, method: str) -> None:
        evidence = f"{self.joining.name(other)} | {self.joining.name(one)}"
        self.joining.join(one, other, Judgement(Verdict.SAME, score, method, evidence))

    def _clash(self, place: int, fitting: Sequence[int]) -> bool:
        """Whether a voice speaks for bodies, and everybody who has its last name for others."""
        own = self.bodies_of(place)
        others = {body for other in fitting for body in self.bodies_of(other)}
        return bool(own and others and not own & others)
