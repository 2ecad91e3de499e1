"""What the picture of a claim shows: the claim, its sources by sides, what else they speak on, who may be the same."""

from collections.abc import Collection, Iterable

from attrs import evolve, frozen

from attribution.corpus.answers import Answer, Answers
from attribution.corpus.corroboration import Corroboration, Origin, counted
from attribution.corpus.pictures.others import Other, others_of
from attribution.corpus.pictures.sides import Camp, Side, camps_of
from attribution.corpus.pictures.standing import Standing, standings_of, without_speaking_bodies
from attribution.corpus.present import Present
from attribution.graph.identity.identities import Identities


@frozen(kw_only=True)
class Scene:
    """A claim with all its sources, and those of them that are shown; `left_open` are pairs that may be one, by ids."""

    found: Corroboration
    standings: tuple[Standing, ...]
    camps: dict[Side, Camp]
    others: tuple[Other, ...]
    left_open: frozenset[frozenset[str]]


def scene_of(found: Corroboration, present: Present, most: int, around: int) -> Scene:
    """Return what is shown of a claim: `most` sources on each side, `around` other claims of theirs."""
    standings = standings_of(found, present.identities)
    camps = _without_doubles(camps_of(standings, most), present.identities)
    shown = [one for camp in camps.values() for one in camp.standings]
    return Scene(
        found=found,
        standings=standings,
        camps=camps,
        others=others_of(shown, present.picture, around) if around and shown else (),
        left_open=frozenset(present.identities.left_open),
    )


def _without_doubles(camps: dict[Side, Camp], identities: Identities) -> dict[Side, Camp]:
    """Return the sides without organizations that are sources in the picture: nobody is drawn twice."""
    shown = [one for camp in camps.values() for one in camp.standings]
    by_key = {one.key: one for one in without_speaking_bodies(shown, identities)}
    return {
        side: evolve(camp, standings=tuple(by_key[one.key] for one in camp.standings)) for side, camp in camps.items()
    }


def sure_part_of(found: Corroboration) -> Corroboration:
    """Return a corroboration with the answers that count alone, or with all where none does; its numbers stay."""
    against = [*found.contradicting, *found.updates]
    kept = {one.statement.id for one in (*counted(found.supporting), *(one for one in against if one.is_sure))}
    if not kept:
        return found
    groups = (_answers_among(origin.answers, kept) for origin in found.groups)
    return evolve(
        found,
        supporting=_part_of(found.supporting, kept),
        contradicting=_part_of(found.contradicting, kept),
        updates=_part_of(found.updates, kept),
        repeats=_part_of(found.repeats, kept),
        groups=tuple(
            Origin(name=origin.name, answers=answers, reasons=origin.reasons)
            for origin, answers in zip(found.groups, groups, strict=True)
            if answers
        ),
    )


def _part_of(answers: Answers, kept: Collection[str]) -> Answers:
    return Answers(answers.claim, _answers_among(answers, kept))


def _answers_among(answers: Iterable[Answer], kept: Collection[str]) -> tuple[Answer, ...]:
    return tuple(one for one in answers if one.statement.id in kept)
