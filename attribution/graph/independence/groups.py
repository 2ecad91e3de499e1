"""Statements by their origins, and how many origins there are at least and at most."""

from collections.abc import Iterable, Sequence

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

    Ties that are not sure lower the least number only. A statement whose speaker nobody can tell (`voiceless`) may be
    anybody's: it raises the most, and the least only where nobody else says so.
    """
    every = list(ties)
    groups = _joined(number, [tie for tie in every if tie.is_sure])
    loose = _joined(number, every)
    reasons = tuple(
        tuple(dict.fromkeys(tie.reason for tie in every if tie.is_sure and tie.one in set(members)))
        for members in groups
    )
    known = [members for members in loose if not set(members) <= set(voiceless)]
    least = max(len(known), 1) if number else 0
    return Grouped(groups, reasons, (least, max(len(groups), least)))


def _joined(number: int, ties: Sequence[Tie]) -> tuple[tuple[int, ...], ...]:
    clusters = Clusters(number)
    for tie in ties:
        clusters.join(tie.one, tie.other)
    return clusters.all()
