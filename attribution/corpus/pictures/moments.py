"""The rows of a timeline: for each source its statements with their dates, and where each is marked."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from attrs import frozen

from attribution.corpus.answers import Answer
from attribution.corpus.pictures.periods import Period, period_of
from attribution.corpus.pictures.standing import Standing
from attribution.graph.relation import Relation

CLOSE = 45  # statements nearer than this part of the whole time would hide each other
SPREAD = 0.3  # of a row's height, to either side, for those


@frozen(kw_only=True)
class Moment:
    """A statement on the timeline; `when` is None where its article has no date that can be read.

    `row` counts from the top; `height` is the row's with what keeps statements of one time apart.
    """

    answer: Answer
    relation: Relation
    is_filled: bool
    row: int
    when: Period | None
    height: float


def ordered_rows(standings: Iterable[Standing]) -> tuple[Standing, ...]:
    """Return the sources in the order in which they first spoke, those without any date last."""
    return tuple(sorted(standings, key=lambda one: (min(_starts(one), default=datetime.max), one.name, one.key)))


def _starts(standing: Standing) -> list[datetime]:
    periods = (period_of(answer.published) for answer in standing.answers)
    return [period.start for period in periods if period is not None]


def moments_of(rows: Sequence[Standing], relations: Mapping[str, Relation]) -> tuple[Moment, ...]:
    """Return every statement once, row by row, the dated first; `relations` are by statement ids."""
    every = [period_of(answer.published) for one in rows for answer in one.answers]
    dated = [period for period in every if period is not None]
    whole = max((p.end for p in dated), default=datetime.min) - min((p.start for p in dated), default=datetime.min)
    found: list[Moment] = []
    for row, one in enumerate(rows):
        for together in _clusters(one.answers, whole / CLOSE):
            for place, (when, answer) in enumerate(together):
                found.append(
                    Moment(
                        answer=answer,
                        relation=relations[answer.statement.id],
                        is_filled=one.is_filled,
                        row=row,
                        when=when,
                        height=row + _apart(place, len(together)),
                    )
                )
    return tuple(found)


def _clusters(answers: Iterable[Answer], near: timedelta) -> list[list[tuple[Period | None, Answer]]]:
    """Return statements that would hide each other, together, by time; those without a date are the last."""
    dated: list[tuple[Period | None, Answer]] = []
    undated: list[tuple[Period | None, Answer]] = []
    for answer in answers:
        period = period_of(answer.published)
        (undated if period is None else dated).append((period, answer))
    dated.sort(key=lambda pair: (pair[0].middle, pair[1].statement.id) if pair[0] else (datetime.max, ""))
    clusters: list[list[tuple[Period | None, Answer]]] = []
    last = None
    for period, answer in dated:
        if period is not None and last is not None and period.middle - last <= near:
            clusters[-1].append((period, answer))
        else:
            clusters.append([(period, answer)])
        last = period.middle if period is not None else None
    return [*clusters, sorted(undated, key=lambda pair: pair[1].statement.id)] if undated else clusters


def _apart(place: int, number: int) -> float:
    return 0.0 if number == 1 else SPREAD * (2 * place / (number - 1) - 1)
