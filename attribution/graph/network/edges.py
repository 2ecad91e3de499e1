"""The edges of the graph between articles, statements, sources and claims."""

from collections.abc import Iterator, Mapping

from attribution.graph.claims.elsewhere import METHOD, TakenElsewhere
from attribution.graph.network.edge import Edge
from attribution.graph.network.kinds import EdgeKind
from attribution.graph.network.nodes import outlet_id
from attribution.graph.network.outlet_edges import outlet_edges
from attribution.graph.network.picture import Picture
from attribution.graph.network.source_edges import source_edges
from attribution.graph.record import Record
from attribution.graph.relation import Link


def edges_of(picture: Picture) -> tuple[Edge, ...]:
    """Return the edges of a picture, sorted by their ends; of several with the same ends and kind the surest.

    Edges may lead to nodes that the picture lacks, a statement's parent for one: `build_graph` leaves these out.
    """
    best: dict[tuple[str, str, str], Edge] = {}
    for edge in _all_edges(picture):
        known = best.get(edge.ends)
        if known is None or edge.rank < known.rank:
            best[edge.ends] = edge
    return tuple(best[ends] for ends in sorted(best))


def _all_edges(picture: Picture) -> Iterator[Edge]:
    records = picture.records_by_id()
    for record in records.values():
        yield from _statement_edges(record)
    yield from map(_elsewhere, picture.taken_elsewhere)
    yield from outlet_edges(picture)
    yield from source_edges(picture)
    yield from _claim_edges(picture, records)


def _statement_edges(record: Record) -> Iterator[Edge]:
    """Yield what ties a statement to its article, to the outlet told and to the statements it stands in or takes up."""
    statement, text = record.statement, record.article.text
    shown = statement.words(statement.cue, text) or record.content
    yield Edge(
        start=record.article.id,
        end=statement.id,
        kind=EdgeKind.REPORTS,
        score=statement.confidence,
        method="reader",
        evidence=shown,
    )
    if statement.told.strip():
        yield Edge(
            start=statement.id,
            end=outlet_id(statement.told),
            kind=EdgeKind.TOLD,
            score=statement.confidence,
            method="reader",
            evidence=statement.told if statement.told in text else shown,
        )
    if statement.parent is not None:
        yield Edge(
            start=statement.id,
            end=statement.parent,
            kind=EdgeKind.NESTED_IN,
            score=statement.confidence,
            method="reader",
            evidence=record.content,
        )
    for other in record.takes_up:
        yield Edge(
            start=statement.id,
            end=other,
            kind=EdgeKind.TAKES_UP,
            score=statement.confidence,
            method="words for what another said",
            evidence=f"{shown} … {record.content}" if shown != record.content else shown,
        )


def _elsewhere(taken: TakenElsewhere) -> Edge:
    return Edge(
        start=taken.statement_id,
        end=taken.other_id,
        kind=EdgeKind.TAKES_UP,
        score=taken.score,
        method=METHOD,
        evidence=taken.evidence,
    )


def _claim_edges(picture: Picture, records: Mapping[str, Record]) -> Iterator[Edge]:
    return (_claim_edge(link, records[link.statement_id]) for link in picture.links if link.statement_id in records)


def _claim_edge(link: Link, record: Record) -> Edge:
    """Return the edge of a link; its evidence is the statement's content unless the link names words of the article."""
    is_in_text = bool(link.evidence) and link.evidence in record.article.text
    return Edge(
        start=link.statement_id,
        end=link.claim_id,
        kind=EdgeKind(link.relation.value),
        score=link.score,
        method=link.method,
        evidence=link.evidence if is_in_text else record.content,
        note="" if is_in_text else link.evidence,
    )
