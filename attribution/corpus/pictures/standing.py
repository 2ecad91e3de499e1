"""Who stands where on a claim: sources with their relation to it, their organizations and their words."""

from collections.abc import Iterable, Mapping

from attrs import evolve, field, frozen

from attribution.corpus.answers import Answer
from attribution.corpus.corroboration import Corroboration
from attribution.graph.identity.identities import Identities
from attribution.graph.relation import Relation
from attribution.statements.statement import SpeakerKind, Stance

NOBODY = "nobody named"  # where the article lets no speaker be told
SAID = {
    Relation.SUPPORTS: "for",
    Relation.REPEATS: "for",
    Relation.CONTRADICTS: "against",
    Relation.UPDATES: "later",
}


@frozen(kw_only=True)
class Standing:
    """A source and how it stands to a claim; `answers` are its statements, the surest first.

    `origin` is the number of the origin (docs/explanation/independence) that its support goes back to, -1 where it
    does not support the claim. `relation_of` is by statement ids.
    """

    key: str  # the source's id, the statement's where there is no source
    name: str
    is_named: bool
    is_organization: bool
    organizations: tuple[str, ...]
    relation_of: Mapping[str, Relation] = field(hash=False)
    origin: int
    answers: tuple[Answer, ...]

    @property
    def relations(self) -> tuple[Relation, ...]:
        """How the source stands to the claim, in the order of `Relation`."""
        return tuple(relation for relation in Relation if relation in self.relation_of.values())

    @property
    def is_filled(self) -> bool:
        """Whether it is known who speaks: by name, or because an organization does."""
        return self.is_named or self.is_organization

    def surest(self, relation: Relation) -> Answer:
        """Return the surest statement of a relation that the source stands in."""
        return next(answer for answer in self.answers if self.relation_of[answer.statement.id] is relation)

    def words(self, relation: Relation) -> str:
        """Return what the surest statement of a relation says, in the article's words."""
        answer = self.surest(relation)
        if answer.statement.stance is Stance.DENIES:
            return f"denies: {answer.record.content}"
        if relation is Relation.UPDATES or len(self.relations) > 1:
            return f"{SAID[relation]}: {answer.record.content}"
        return answer.record.content


def relations_in(found: Corroboration) -> dict[str, Relation]:
    """Return how each statement stands to a claim, by ids: *repeats* for support that adds nothing to another's."""
    every = (*found.supporting, *found.contradicting, *found.updates)
    relations = {answer.statement.id: answer.relation for answer in every}
    return relations | {answer.statement.id: Relation.REPEATS for answer in found.repeats}


def standings_of(found: Corroboration, identities: Identities) -> tuple[Standing, ...]:
    """Return the sources of all answers to a claim: by origins first, the surest first among them and within them."""
    relations = relations_in(found)
    origins = {answer.statement.id: number for number, one in enumerate(found.groups) for answer in one.answers}
    by_source: dict[str, list[Answer]] = {}
    for answer in sorted(
        (*found.supporting, *found.contradicting, *found.updates), key=lambda a: (-a.score, a.statement.id)
    ):
        by_source.setdefault(answer.source_id or answer.statement.id, []).append(answer)
    standings = [_standing(key, answers, relations, origins, identities) for key, answers in by_source.items()]
    rank = {key: place for place, key in enumerate(by_source)}
    best = _best_ranks(standings, rank)
    return tuple(sorted(standings, key=lambda one: (best.get(one.origin, rank[one.key]), rank[one.key])))


def _best_ranks(standings: Iterable[Standing], rank: Mapping[str, int]) -> dict[int, int]:
    """Return the rank of the surest source of each origin."""
    found: dict[int, int] = {}
    for one in standings:
        if one.origin >= 0:
            found[one.origin] = min(found.get(one.origin, len(rank)), rank[one.key])
    return found


def _standing(
    key: str,
    answers: list[Answer],
    relations: Mapping[str, Relation],
    origins: Mapping[str, int],
    identities: Identities,
) -> Standing:
    source = identities.by_id.get(key)
    speaker = answers[0].speaker
    kinds = (SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT)
    return Standing(
        key=key,
        name=source.name if source else speaker.name if speaker else NOBODY,
        is_named=source.named if source else bool(speaker and speaker.named),
        is_organization=source is not None and source.kind in kinds,
        organizations=_organizations(key, identities),
        relation_of={answer.statement.id: relations[answer.statement.id] for answer in answers},
        origin=min((origins[a.statement.id] for a in answers if a.statement.id in origins), default=-1),
        answers=tuple(answers),
    )


def _organizations(key: str, identities: Identities) -> tuple[str, ...]:
    """Return the names of a source's organizations, without those that are the source itself."""
    source = identities.by_id.get(key)
    if source is None:
        return ()
    own = {name.casefold() for name in source.names}
    return tuple(
        body.name
        for body in identities.organizations
        if body.id in source.organizations and own.isdisjoint(name.casefold() for name in body.names)
    )


def without_speaking_bodies(standings: Iterable[Standing], identities: Identities) -> tuple[Standing, ...]:
    """Return some sources without those of their organizations that are among them as sources already."""
    shown = tuple(standings)
    sources = (identities.by_id.get(one.key) for one in shown if one.is_organization)
    speaking = {name.casefold() for source in sources if source for name in source.names}
    drawn_already = {
        body.name for body in identities.organizations if not speaking.isdisjoint(map(str.casefold, body.names))
    }
    return tuple(
        evolve(one, organizations=tuple(name for name in one.organizations if name not in drawn_already))
        for one in shown
    )
