"""Statements by their origins, and how many origins there are at least and at most."""

from collections.abc import Iterable, Sequence

import networkx
from attrs import frozen

from attribution.graph.clusters import Clusters
from attribution.graph.independence.ties import Tie


@frozen
class Grouped:
    """Places of statements that surely come from one origin, with the reasons; `independent` is (least, most)."""

    groups: tuple[tuple[int, ...], ...]
    reasons: tuple[tuple[str, ...], ...]
    independent: tuple[int, int]


def group(number: int, ties: Iterable[Tie], voiceless: Sequence[int] = ()) -> Grouped:
    """Return `number` statements by origin.

    Ties that are not sure lower the least number only. Who may be either of two others is one of them at most: it does
    not make the two one. A statement whose speaker nobody can tell (`voiceless`) may be that of anybody who says so
    too: such statements are one origin at least where nobody else does, and none beside others.
    """
    every = list(ties)
    groups = _joined(number, [tie for tie in every if tie.is_sure])
    reasons = tuple(
        tuple(dict.fromkeys(tie.reason for tie in every if tie.is_sure and tie.one in set(members)))
        for members in groups
    )
    known = [members for members in groups if not set(members) <= set(voiceless)]
    least = max(_least(known, every), 1) if number else 0
    return Grouped(groups, reasons, (least, max(len(known or groups), least)))


def _least(groups: Sequence[tuple[int, ...]], ties: Sequence[Tie]) -> int:
    """Return the least number of origins behind some groups, so that no origin holds two that no tie joins.

    That is a colouring of the pairs without a tie; DSATUR (Brélaz 1979) finds the least one for graphs so small, but
    for odd ones, where it may take one too many.
    """
    group_of = {place: number for number, members in enumerate(groups) for place in members}
    apart = networkx.complete_graph(len(groups))
    apart.remove_edges_from(
        (group_of[tie.one], group_of[tie.other]) for tie in ties if tie.one in group_of and tie.other in group_of
    )
    return len(set(networkx.greedy_color(apart, "DSATUR").values()))


def _joined(number: int, ties: Sequence[Tie]) -> tuple[tuple[int, ...], ...]:
    clusters = Clusters(number)
    for tie in ties:
        clusters.join(tie.one, tie.other)
    return clusters.all()
