"""The sides of a claim: who stands left of it (for), right of it (against, or with a later value), and below (both)."""

from collections.abc import Iterable
from enum import StrEnum

from attrs import frozen

from attribution.corpus.pictures.standing import Standing
from attribution.graph.relation import FOR, Relation


class Side(StrEnum):
    """Where a source stands in the picture of a claim."""

    LEFT = "left"  # for it, perhaps with a later value as well
    RIGHT = "right"  # against it, or with nothing but a later value
    BELOW = "below"  # for it and against it: who changed sides


TOWARD = {Side.LEFT: ">", Side.RIGHT: "<", Side.BELOW: "^"}  # arrows to the claim in the middle
AWAY = {Side.LEFT: "<", Side.RIGHT: ">", Side.BELOW: "v"}  # and to claims behind the sources


def side_of(standing: Standing) -> Side:
    """Return the side on which a source stands."""
    is_for = any(relation in FOR for relation in standing.relations)
    if Relation.CONTRADICTS in standing.relations:
        return Side.BELOW if is_for else Side.RIGHT
    return Side.LEFT if is_for else Side.RIGHT


def drawn_relations(standing: Standing) -> tuple[Relation, ...]:
    """Return the relations that get a link: a source that supports a claim itself is not shown as a repetition too."""
    supports = Relation.SUPPORTS in standing.relations
    return tuple(one for one in standing.relations if not (supports and one is Relation.REPEATS))


@frozen(kw_only=True)
class Camp:
    """The sources on one side that are shown, and how many are not."""

    side: Side
    standings: tuple[Standing, ...]
    more: int = 0


def camps_of(standings: Iterable[Standing], most: int) -> dict[Side, Camp]:
    """Return the sources by sides, the first `most` of each."""
    every = tuple(standings)
    found = {}
    for side in Side:
        own = tuple(one for one in every if side_of(one) is side)
        found[side] = Camp(side=side, standings=own[:most], more=max(0, len(own) - most))
    return found
