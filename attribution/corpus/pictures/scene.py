"""What the picture of a claim shows: the claim, its sources by sides, what else they speak on, who may be the same."""

from attrs import frozen

from attribution.corpus.corroboration import Corroboration
from attribution.corpus.pictures.others import Other, others_of
from attribution.corpus.pictures.sides import Camp, Side, camps_of
from attribution.corpus.pictures.standing import Standing, standings_of
from attribution.corpus.present import Present


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
    camps = camps_of(standings, most)
    shown = [one for camp in camps.values() for one in camp.standings]
    return Scene(
        found=found,
        standings=standings,
        camps=camps,
        others=others_of(shown, present.picture, around) if around and shown else (),
        left_open=frozenset(present.identities.left_open),
    )
