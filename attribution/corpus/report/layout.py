"""Place organizations, sources and claims in three columns, so that few lines cross; the same in every run."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from attrs import frozen

from attribution.corpus.corroboration import Corroboration
from attribution.corpus.report.contents import Contents
from attribution.graph.identity.source import Source

SOURCES_DRAWN, CLAIMS_DRAWN = 40, 16  # what can be read at once; the lists have the rest
SWEEPS = 4  # rounds of putting each column in the order of its neighbours; more change nothing on pictures this small


class Tie(StrEnum):
    """What a line says: what a source's statements do to a claim, where it belongs, or whom it may be."""

    FOR = "for"
    AGAINST = "against"
    LATER = "later"
    BELONGS = "belongs"
    MAYBE = "maybe"


@frozen
class Line:
    """A line between two entries of the page (*p3*, *c1*), with the statements that it stands for."""

    start: str
    end: str
    tie: Tie
    statements: tuple[int, ...]


@frozen(kw_only=True)
class Layout:
    """What is drawn, each column from the top, and how many sources and claims on the page are not drawn."""

    organizations: tuple[int, ...]
    sources: tuple[int, ...]
    claims: tuple[int, ...]
    lines: tuple[Line, ...]
    sources_left_out: int
    claims_left_out: int


def layout_of(contents: Contents) -> Layout:
    """Return what the graph of a report draws: the first claims, who speaks on them, and to whom these belong."""
    claims = range(1, min(len(contents.claims), CLAIMS_DRAWN) + 1)
    said = [line for number in claims for line in _said(number, contents.claims[number - 1], contents)]
    weight: dict[str, int] = {}
    for line in said:
        weight[line.start] = weight.get(line.start, 0) + len(line.statements)
    ranked = sorted(weight, key=lambda key: (-weight[key], int(key[1:])))
    drawn = {key: contents.sources[int(key[1:]) - 1] for key in ranked[:SOURCES_DRAWN]}
    belongs = list(_belonging(drawn, contents))
    lines = [*(line for line in said if line.start in drawn), *belongs, *_left_open(drawn, contents)]
    columns = _in_order(
        (sorted({line.start for line in belongs}), list(drawn), [f"c{number}" for number in claims]),
        [line for line in lines if line.tie is not Tie.MAYBE],
    )
    return Layout(
        organizations=columns[0],
        sources=columns[1],
        claims=columns[2],
        lines=tuple(lines),
        sources_left_out=len(ranked) - len(drawn),
        claims_left_out=len(contents.claims) - len(claims),
    )


def _said(number: int, claim: Corroboration, contents: Contents) -> Iterator[Line]:
    for tie, answers in ((Tie.FOR, claim.supporting), (Tie.AGAINST, claim.contradicting), (Tie.LATER, claim.updates)):
        by_source: dict[str, list[str]] = {}
        for answer in answers:
            if answer.source_id:
                by_source.setdefault(answer.source_id, []).append(answer.statement.id)
        for source_id, statement_ids in sorted(by_source.items(), key=lambda pair: contents.source_numbers[pair[0]]):
            start = f"p{contents.source_numbers[source_id]}"
            yield Line(start, f"c{number}", tie, contents.numbers_of(statement_ids))


def _belonging(drawn: Mapping[str, Source], contents: Contents) -> Iterator[Line]:
    for key, source in drawn.items():
        for number in sorted(contents.organization_numbers[identity] for identity in source.organizations):
            if source.name not in contents.organizations[number - 1].names:  # its own voice is no member of it
                yield Line(f"o{number}", key, Tie.BELONGS, contents.numbers_of(source.statement_ids))


def _left_open(drawn: Mapping[str, Source], contents: Contents) -> Iterator[Line]:
    for key, source in drawn.items():
        for other in contents.maybe.get(source.id, ()):
            end = f"p{contents.source_numbers[other]}"
            if end in drawn and int(key[1:]) < int(end[1:]):
                both = contents.numbers_of((*source.statement_ids, *drawn[end].statement_ids))
                yield Line(key, end, Tie.MAYBE, both)


def _in_order(columns: Sequence[list[str]], lines: Sequence[Line]) -> tuple[tuple[int, ...], ...]:
    """Return the numbers of each column's entries, each entry near the middle of what it is tied to."""
    near: dict[str, list[str]] = {}
    for line in lines:
        near.setdefault(line.start, []).append(line.end)
        near.setdefault(line.end, []).append(line.start)
    ordered = [list(column) for column in columns]
    for _ in range(SWEEPS):
        for place in (1, 0, 2):
            height = {key: row / len(column) for column in ordered for row, key in enumerate(column)}
            middle = {
                key: sum(height[other] for other in near[key]) / len(near[key]) if key in near else height[key]
                for key in ordered[place]
            }
            ordered[place].sort(key=lambda key: (middle[key], int(key[1:])))
    return tuple(tuple(int(key[1:]) for key in column) for column in ordered)
