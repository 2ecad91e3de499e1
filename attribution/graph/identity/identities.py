"""Put the voices of many articles together into sources."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Protocol

from attrs import define, evolve, field, frozen

from attribution.graph.clusters import Clusters, pairs_between
from attribution.graph.identity.given_names import pairs_to_judge
from attribution.graph.identity.judgement import Judgement, UserJudgement, Verdict
from attribution.graph.identity.merge import Merge, Unsure
from attribution.graph.identity.names import judge_persons, skeleton
from attribution.graph.identity.organization import Organization, Organizations, gather_organizations
from attribution.graph.identity.source import Source, source_of_voices
from attribution.graph.identity.unnamed import unsure_pairs
from attribution.graph.identity.voice import Voice
from attribution.statements.speakers.names import name_keys
from attribution.text.article import content_id


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


@frozen
class _Joined:
    one: int
    other: int
    judged: Judgement


@define(slots=False)
class _Merging:
    voices: tuple[Voice, ...]
    judgements: tuple[UserJudgement, ...]
    bodies: Organizations = field(init=False)
    clusters: Clusters = field(init=False)
    joined: list[_Joined] = field(factory=list)
    left_open: list[_Joined] = field(factory=list)

    def run(self) -> MergedIdentities:
        names = [name for voice in self.voices for name in voice.speaker.organizations]
        names += [voice.speaker.name for voice in self.voices if voice.is_body]
        self.bodies = gather_organizations(names)
        apart = pairs_between((self._meant(one.one), self._meant(one.other)) for one in self.judgements if not one.same)
        self.clusters = Clusters(len(self.voices), apart)
        self._join_judged()
        self._join_bodies()
        self._join_persons()
        self._leave_open()
        return self._identities()

    @cached_property
    def _known_as(self) -> dict[str, list[int]]:
        """The voices by what the user may call them: the name in any case, or the id."""
        known: defaultdict[str, list[int]] = defaultdict(list)
        for place, voice in enumerate(self.voices):
            for call in {voice.id, voice.speaker.name.casefold()}:
                known[call].append(place)
        return known

    def _meant(self, name: str) -> list[int]:
        """Return the voices that the user means by a name or an id."""
        return sorted({*self._known_as.get(name, ()), *self._known_as.get(name.casefold(), ())})

    def _join(self, one: int, other: int, judged: Judgement) -> None:
        if self.clusters.join(one, other):
            self.joined.append(_Joined(one, other, judged))

    def _join_judged(self) -> None:
        for judgement in self.judgements:
            if judgement.same:
                meant = [*self._meant(judgement.one), *self._meant(judgement.other)]
                for other in meant[1:]:
                    evidence = f"{judgement.one} | {judgement.other}"
                    self._join(meant[0], other, Judgement(Verdict.SAME, 1.0, "the user says so", evidence))

    def _join_bodies(self) -> None:
        by_id: defaultdict[str, list[int]] = defaultdict(list)
        for place, voice in enumerate(self.voices):
            if voice.is_body:
                by_id[self.bodies.id_of(voice.speaker.name)].append(place)
        for places in by_id.values():
            for other in places[1:]:
                evidence = f"{self.voices[places[0]].speaker.name} | {self.voices[other].speaker.name}"
                self._join(places[0], other, Judgement(Verdict.SAME, 0.95, "name of an organization", evidence))

    def _join_persons(self) -> None:
        """Join full names first, surname by surname, then last names that only one of them can mean."""
        blocks: defaultdict[str, dict[tuple[str, ...], list[int]]] = defaultdict(dict)
        for place, voice in enumerate(self.voices):
            keys = name_keys(voice.speaker.name)
            if voice.is_person and keys:
                blocks[skeleton(keys[-1])].setdefault(keys, []).append(place)
        for _, named in sorted(blocks.items()):
            for keys, places in named.items():
                if len(keys) > 1:
                    for other in places[1:]:
                        self._join(places[0], other, self._judge(places[0], other))
            full = [places[0] for keys, places in sorted(named.items()) if len(keys) > 1]
            for one, other in pairs_to_judge([self.voices[place].speaker.name for place in full]):
                judged = self._judge(full[one], full[other])
                if judged.verdict is Verdict.SAME:
                    self._join(full[one], full[other], judged)
            for keys, places in sorted(named.items()):
                if len(keys) == 1:
                    self._place_last_names(keys[0], places, full)

    def _judge(self, one: int, other: int) -> Judgement:
        return judge_persons(self.voices[one].speaker.name, self.voices[other].speaker.name)

    def _place_last_names(self, last: str, places: Sequence[int], full: Sequence[int]) -> None:
        """Give a last name alone to the one person who has it; several, or another body, leave it open."""
        fitting = [place for place in full if name_keys(self.voices[place].speaker.name)[-1] == last]
        roots = sorted({self.clusters.root(place) for place in fitting})
        for place in places:
            evidence = f"{self.voices[place].speaker.name} | "
            if not roots:  # nobody has a fuller name: many people have one name only
                if not self._clash(place, places[:1]):
                    judged = Judgement(
                        Verdict.SAME, 0.75, "the only name", evidence + self.voices[places[0]].speaker.name
                    )
                    self._join(places[0], place, judged)
                continue
            if len(roots) == 1 and not self._clash(place, fitting):
                name = self.voices[fitting[0]].speaker.name
                self._join(fitting[0], place, Judgement(Verdict.SAME, 0.8, "last name of one person", evidence + name))
                continue
            for root in roots:
                name = self.voices[root].speaker.name
                judged = Judgement(Verdict.UNSURE, 0.4, "last name alone", evidence + name)
                self.left_open.append(_Joined(root, place, judged))

    def _clash(self, place: int, fitting: Sequence[int]) -> bool:
        """Whether a voice speaks for bodies, and everybody who has its last name for others."""
        own = self._body_ids(place)
        others = {body for other in fitting for body in self._body_ids(other)}
        return bool(own and others and not own & others)

    def _body_ids(self, place: int) -> set[str]:
        return self.bodies.ids_of(self.voices[place].speaker.organizations)

    def _leave_open(self) -> None:
        unnamed = [place for place, voice in enumerate(self.voices) if not voice.speaker.named]
        for one, other, judged in unsure_pairs([self.voices[place] for place in unnamed]):
            self.left_open.append(_Joined(unnamed[one], unnamed[other], judged))

    def _identities(self) -> MergedIdentities:
        sources, source_at, taken = [], dict[int, str](), set[str]()
        for members in self.clusters.all():
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
            for one in self.joined
        )
        return MergedIdentities(
            tuple(sorted(sources, key=lambda source: source.id)),
            self.bodies.every,
            merges,
            tuple(sorted(self._unsure(source_at), key=lambda pair: (pair.one, pair.other))),
        )

    def _unsure(self, source_at: dict[int, str]) -> Iterator[Unsure]:
        seen = set()
        for one in self.left_open:
            pair = tuple(sorted((source_at[one.one], source_at[one.other])))
            if pair[0] != pair[1] and pair not in seen and not self._kept_apart(one):
                seen.add(pair)
                judged = one.judged
                yield Unsure(
                    one=pair[0], other=pair[1], score=judged.score, method=judged.method, evidence=judged.evidence
                )

    def _kept_apart(self, one: _Joined) -> bool:
        return (one.one, one.other) in self.clusters.apart or (one.other, one.one) in self.clusters.apart
