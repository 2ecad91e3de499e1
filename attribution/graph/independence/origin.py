"""Whether two sources are one origin: one person, or people and units of one organization."""

from attribution.graph.identity.identities import Identities
from attribution.graph.identity.judgement import Judgement, Verdict
from attribution.graph.identity.source import Source
from attribution.graph.independence.bodies import marks_in
from attribution.statements.cues.outlets import is_outlet
from attribution.statements.speakers.word_lists import country_of
from attribution.statements.statement import SpeakerKind


def one_origin(one: Source, other: Source, identities: Identities) -> Judgement:
    """Judge whether two sources count once: a minister and her ministry do, two ministers of one cabinet do not.

    Two who belong to one organization speak for it, whether it is named as speaker or as theirs; who has left it does
    not. Countries are too wide
    for that: two people of one country are two. Speakers without a name of their own are known by what they are:
    *cops*, *police sources* and *the NYPD* are of one body. Who has neither may be any of the others, and an outlet may
    relay any of them.
    """
    return (
        _as_one(one, other, identities)
        or _left_open(one, other, identities)
        or Judgement(Verdict.DIFFERENT, 0.1, "other sources", f"{one.name} | {other.name}")
    )


def _as_one(one: Source, other: Source, identities: Identities) -> Judgement | None:
    if one.id == other.id:
        return Judgement(Verdict.SAME, 1.0, "same source", one.name)
    if _are_parted(one, other, identities):
        return None
    shared = sorted({*bodies_of(one, identities)} & {*bodies_of(other, identities)})
    bodies = [names[0] for names in shared if not is_country(names)]
    if bodies:
        return Judgement(Verdict.SAME, 0.85, "same organization", ", ".join(bodies))
    marks = _marks(one, identities) & _marks(other, identities)
    if marks and not _have_own_bodies(one, other):
        return Judgement(Verdict.SAME, 0.7, "same body", ", ".join(sorted(marks)))
    return None


def _left_open(one: Source, other: Source, identities: Identities) -> Judgement | None:
    evidence = f"{one.name} | {other.name}"
    pair = identities.left_open.get(frozenset((one.id, other.id)))
    if pair is not None:
        return Judgement(Verdict.UNSURE, pair.score, pair.method, pair.evidence)
    if _is_nobody(one, identities) or _is_nobody(other, identities):
        return Judgement(Verdict.UNSURE, 0.3, "unnamed", evidence)
    if is_outlet(one.name) or is_outlet(other.name):
        return Judgement(Verdict.UNSURE, 0.3, "an outlet may relay another", evidence)
    return None


def bodies_of(source: Source, identities: Identities) -> list[tuple[str, ...]]:
    """Return the organizations of a source, each by its names; not those of which it is shown as *former* only."""
    every = (identities.organization_names[body] for body in source.organizations)
    return [names for names in every if _is_still_of(source, names)]


def _are_parted(one: Source, other: Source, identities: Identities) -> bool:
    """Whether two bodies of one name are two sources: only the user parts these, as the police of two towns."""
    return not own_bodies_of(one, identities).isdisjoint(own_bodies_of(other, identities))


def own_bodies_of(source: Source, identities: Identities) -> set[str]:
    """Return the ids of the organizations that a source is, and does not only belong to."""
    if source.kind is not SpeakerKind.ORGANIZATION:
        return set()
    names = {" ".join(name.split()) for name in source.names}
    return {body for body in source.organizations if not names.isdisjoint(identities.organization_names[body])}


def _is_still_of(source: Source, names: tuple[str, ...]) -> bool:
    shown = [role for role in source.roles if not {*role.organizations}.isdisjoint(names)]
    return not shown or any(not role.former for role in shown)


def is_country(names: tuple[str, ...]) -> bool:
    """Tell whether an organization, by its names, is a country, for which nobody alone speaks."""
    return any(name.removeprefix("the ").removeprefix("The ").lower() in country_of() for name in names)


def _is_nobody(source: Source, identities: Identities) -> bool:
    """Whether a source has neither name nor body: *officials*, *a witness*, *a statement* may be anybody's."""
    return not source.named and not source.organizations and not _marks(source, identities)


def _marks(source: Source, identities: Identities) -> frozenset[str]:
    return marks_in(source, tuple(names[0] for names in bodies_of(source, identities)))


def _have_own_bodies(one: Source, other: Source) -> bool:
    """Whether both are named and belong to named bodies: two police forces are two."""
    return all(source.named and source.organizations for source in (one, other))
