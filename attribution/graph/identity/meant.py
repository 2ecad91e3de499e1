"""What the user's judgements say of voices: which are one, and which are not."""

from collections import defaultdict
from collections.abc import Iterator

from attrs import define

from attribution.graph.clusters import pairs_between
from attribution.graph.identity.judgement import Judgement, UserJudgement, Verdict
from attribution.graph.identity.voice import Voice


@define(slots=False)
class MeantByUser:
    """Voices, by their places, and what the user judged of them by names and by ids of voices.

    What is said of two single voices comes before what is said of names.
    """

    voices: tuple[Voice, ...]
    judgements: tuple[UserJudgement, ...]

    def __attrs_post_init__(self) -> None:
        self._ids = set[str]()
        self._known: defaultdict[str, list[int]] = defaultdict(list)
        for place, voice in enumerate(self.voices):
            self._ids.add(voice.id)
            for call in {voice.id, voice.speaker.name.casefold()}:
                self._known[call].append(place)

    def places(self, call: str) -> list[int]:
        """Return the voices that the user means by a name in any case, or by an id."""
        return sorted({*self._known.get(call, ()), *self._known.get(call.casefold(), ())})

    def is_single(self, judgement: UserJudgement) -> bool:
        """Tell whether a judgement is on two single voices, each by its id."""
        return all(call in self._ids for call in (judgement.one, judgement.other))

    def apart(self) -> frozenset[tuple[int, int]]:
        """Return the pairs that the user keeps apart."""
        parted = pairs_between(self._groups(same=False, single=None))
        exempt = pairs_between(self._groups(same=True, single=True)) - pairs_between(
            self._groups(same=False, single=True)
        )
        return frozenset(pair for pair in parted if pair not in exempt and pair[::-1] not in exempt)

    def together(self) -> Iterator[tuple[int, int, Judgement]]:
        """Yield the pairs that the user joins, those of single voices first."""
        ordered = sorted(self.judgements, key=lambda one: not self.is_single(one))
        for judgement in ordered:
            meant = [*self.places(judgement.one), *self.places(judgement.other)]
            for other in meant[1:] if judgement.same else ():
                evidence = f"{judgement.one} | {judgement.other}"
                yield meant[0], other, Judgement(Verdict.SAME, 1.0, "the user says so", evidence)

    def _groups(self, *, same: bool, single: bool | None) -> Iterator[tuple[list[int], list[int]]]:
        for judgement in self.judgements:
            if judgement.same is same and single in (None, self.is_single(judgement)):
                yield self.places(judgement.one), self.places(judgement.other)
