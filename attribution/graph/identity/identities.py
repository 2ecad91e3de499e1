"""Put the voices of many articles together into sources."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Protocol

from attrs import define, evolve, field

from attribution.graph.identity.joining import Joined, Joining
from attribution.graph.identity.judgement import Judgement, UserJudgement, Verdict
from attribution.graph.identity.meant import MeantByUser
from attribution.graph.identity.merge import Merge, Unsure
from attribution.graph.identity.names import body_key
from attribution.graph.identity.organization import Organization, Organizations, gather_organizations
from attribution.graph.identity.persons import join_persons
from attribution.graph.identity.source import Source, source_of_voices
from attribution.graph.identity.unnamed import unsure_pairs
from attribution.graph.identity.voice import Voice
from attribution.text.article import content_id

AS_BODY = 0.6  # that a person with the name of an organization is the organization


class Identities(Protocol):
    """All sources and organizations of some articles, why voices were put together, and what was left open.

    `source_of` are the sources of statements, `by_id` the sources, `organization_names` the names of each organization,
    the one it is known by first: all by ids; `left_open` are the pairs of sources that may be one, by both their ids.
    """

    @property
    def sources(self) -> tuple[Source, ...]: ...
    @property
    def organizations(self) -> tuple[Organization, ...]: ...
    @property
    def merges(self) -> tuple[Merge, ...]: ...
    @property
    def unsure(self) -> tuple[Unsure, ...]: ...
    @property
    def source_of(self) -> Mapping[str, str]: ...
    @property
    def by_id(self) -> Mapping[str, Source]: ...
    @property
    def organization_names(self) -> Mapping[str, tuple[str, ...]]: ...
    @property
    def left_open(self) -> Mapping[frozenset[str], Unsure]: ...


@define(slots=False, frozen=True)
class MergedIdentities:
    """Identities as they were just found, in memory."""

    sources: tuple[Source, ...]
    organizations: tuple[Organization, ...]
    merges: tuple[Merge, ...]
    unsure: tuple[Unsure, ...]

    @cached_property
    def source_of(self) -> dict[str, str]:
        return {statement: source.id for source in self.sources for statement in source.statement_ids}

    @cached_property
    def organization_names(self) -> dict[str, tuple[str, ...]]:
        return {body.id: (body.name, *body.names) for body in self.organizations}

    @cached_property
    def left_open(self) -> dict[frozenset[str], Unsure]:
        return {frozenset((pair.one, pair.other)): pair for pair in self.unsure}

    @cached_property
    def by_id(self) -> dict[str, Source]:
        return {source.id: source for source in self.sources}


def merge_voices(voices: Iterable[Voice], judgements: Iterable[UserJudgement] = ()) -> MergedIdentities:
    """Return the sources behind some voices, the same in whatever order they come.

    Names decide: never two people of one surname. A last name alone belongs to a full name only where one person of
    the corpus has it and nothing speaks against it; else it stays open. Who is unnamed is never merged. The user's
    judgements come first, and hold whatever articles come later.
    """
    ordered = tuple(sorted(voices, key=lambda voice: voice.id))
    return _Merging(ordered, tuple(judgements)).run()


@define(slots=False)
class _Merging:
    voices: tuple[Voice, ...]
    judgements: tuple[UserJudgement, ...]
    bodies: Organizations = field(init=False)
    joining: Joining = field(init=False)

    def run(self) -> MergedIdentities:
        names = [name for voice in self.voices for name in voice.speaker.organizations]
        names += [voice.speaker.name for voice in self.voices if voice.is_body]
        self.bodies = gather_organizations(names)
        meant = MeantByUser(self.voices, self.judgements)
        self.joining = Joining(self.voices, meant.apart())
        for one, other, judged in meant.together():
            self.joining.join(one, other, judged)
        self._join_bodies()
        join_persons(self.joining, self._body_ids)
        self._leave_open()
        return self._identities()

    def _join_bodies(self) -> None:
        by_id: defaultdict[str, list[int]] = defaultdict(list)
        for place, voice in enumerate(self.voices):
            if voice.is_body:
                by_id[self.bodies.id_of(voice.speaker.name)].append(place)
        for places in by_id.values():
            for other in places[1:]:
                evidence = f"{self.voices[places[0]].speaker.name} | {self.voices[other].speaker.name}"
                self.joining.join(places[0], other, Judgement(Verdict.SAME, 0.95, "name of an organization", evidence))

    def _body_ids(self, place: int) -> set[str]:
        return self.bodies.ids_of(self.voices[place].speaker.organizations)

    def _leave_open(self) -> None:
        unnamed = [place for place, voice in enumerate(self.voices) if not voice.speaker.named]
        for one, other, judged in unsure_pairs([self.voices[place] for place in unnamed]):
            self.joining.left_open.append(Joined(unnamed[one], unnamed[other], judged))
        self._leave_companies_open()

    def _leave_companies_open(self) -> None:
        """Leave open whether somebody with the very name of an organization is that: *Halden Oil*, read as a person."""
        bodies = {body_key(voice.speaker.name): place for place, voice in enumerate(self.voices) if voice.is_body}
        for place, voice in enumerate(self.voices):
            key = body_key(voice.speaker.name) if voice.is_person else ()
            if len(key) > 1 and key in bodies:
                self.joining.leave_open(bodies[key], place, "name of an organization", AS_BODY)

    def _identities(self) -> MergedIdentities:
        sources, source_at, taken = [], dict[int, str](), set[str]()
        for members in self.joining.all():
            source = source_of_voices([self.voices[place] for place in members], self.bodies)
            if source.id in taken:  # two people of one name whom the user keeps apart
                source = evolve(source, id=content_id("source", source.voice_ids[0]))
            taken.add(source.id)
            sources.append(source)
            source_at |= dict.fromkeys(members, source.id)
        merges = tuple(
            Merge(
                source_id=source_at[one.one],
                one=self.voices[one.one].id,
                other=self.voices[one.other].id,
                score=one.judged.score,
                method=one.judged.method,
                evidence=one.judged.evidence,
            )
            for one in self.joining.joined
        )
        return MergedIdentities(
            tuple(sorted(sources, key=lambda source: source.id)),
            self.bodies.every,
            merges,
            tuple(sorted(self._unsure(source_at), key=lambda pair: (pair.one, pair.other))),
        )

    def _unsure(self, source_at: dict[int, str]) -> Iterator[Unsure]:
        seen = set()
        for one in self.joining.left_open:
            pair = tuple(sorted((source_at[one.one], source_at[one.other])))
            if pair[0] != pair[1] and pair not in seen and not self.joining.are_apart(one.one, one.other):
                seen.add(pair)
                judged = one.judged
                yield Unsure(
                    one=pair[0], other=pair[1], score=judged.score, method=judged.method, evidence=judged.evidence
                )
