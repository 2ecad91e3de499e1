"""A picture as tables: rows of plain values, their columns always the same and in the same order.

No value is None, so that a column keeps one type in any table; several values of one kind are joined by *"; "*.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import TypedDict, cast

from attribution.graph.network.building import build_graph
from attribution.graph.network.kinds import EdgeAttributes
from attribution.graph.network.nodes import sources_in
from attribution.graph.network.picture import Picture
from attribution.graph.record import Record
from attribution.graph.relation import Relation
from attribution.statements.row import SEPARATOR, Row, row_of


class StatementRow(Row):
    """A statement as `article.statements.rows()` gives it, with what it claims and who says it across articles."""

    claim_text: str
    source_id: str


class SourceRow(TypedDict):
    """A speaker across articles; `organizations` are ids, `first` and `last` the dates of its articles as given."""

    source_id: str
    name: str
    kind: str
    named: bool
    names: str
    organizations: str
    statements: int
    first: str
    last: str


class OrganizationRow(TypedDict):
    """An organization across articles, and how many sources speak for it or belong to it."""

    organization_id: str
    name: str
    names: str
    acronym: str
    sources: int


class ClaimRow(TypedDict):
    """A claim, and how many statements stand to it in which way."""

    claim_id: str
    text: str
    supports: int
    contradicts: int
    updates: int
    repeats: int


class LinkRow(TypedDict):
    """How a statement stands to a claim."""

    statement_id: str
    claim_id: str
    relation: str
    score: float
    method: str
    evidence: str


class EdgeRow(TypedDict):
    """An edge of the graph: the ids of its two nodes, and what it carries."""

    start: str
    end: str
    kind: str
    score: float
    method: str
    evidence: str
    note: str


AnyRow = Mapping[str, object]


def statement_rows(picture: Picture) -> Iterator[StatementRow]:
    """Yield a row for each statement, in the order of articles and places in them."""
    source_of = picture.identities.source_of
    for record in sorted(picture.records, key=_place):
        row, source_id = row_of(record.statement, record.article), source_of.get(record.statement.id, "")
        yield StatementRow(**row, claim_text=record.claim_text, source_id=source_id)


def _place(record: Record) -> tuple[str, int, str]:
    return record.article.id, record.statement.content[0].start, record.statement.id


def source_rows(picture: Picture) -> Iterator[SourceRow]:
    """Yield a row for each source, in the order of ids."""
    records = picture.records_by_id()
    for source in sorted(sources_in(picture), key=lambda found: found.id):
        articles = (records[identity].article for identity in source.statement_ids if identity in records)
        dates = sorted(article.published for article in articles if article.published)
        yield SourceRow(
            source_id=source.id,
            name=source.name,
            kind=source.kind.value,
            named=source.named,
            names=SEPARATOR.join(sorted(source.names)),
            organizations=SEPARATOR.join(sorted(source.organizations)),
            statements=len(source.statement_ids),
            first=dates[0] if dates else "",
            last=dates[-1] if dates else "",
        )


def organization_rows(picture: Picture) -> Iterator[OrganizationRow]:
    """Yield a row for each organization, in the order of ids."""
    members = Counter(identity for source in sources_in(picture) for identity in {*source.organizations})
    for organization in sorted(picture.identities.organizations, key=lambda found: found.id):
        if organization.id in members:
            yield OrganizationRow(
                organization_id=organization.id,
                name=organization.name,
                names=SEPARATOR.join(sorted(organization.names)),
                acronym=organization.acronym,
                sources=members[organization.id],
            )


def claim_rows(picture: Picture) -> Iterator[ClaimRow]:
    """Yield a row for each claim, in the order of ids."""
    counts = Counter((link.claim_id, link.relation) for link in picture.links)
    for claim in sorted(picture.claims, key=lambda found: found.id):
        yield ClaimRow(
            claim_id=claim.id,
            text=claim.text,
            supports=counts[claim.id, Relation.SUPPORTS],
            contradicts=counts[claim.id, Relation.CONTRADICTS],
            updates=counts[claim.id, Relation.UPDATES],
            repeats=counts[claim.id, Relation.REPEATS],
        )


def link_rows(picture: Picture) -> Iterator[LinkRow]:
    """Yield a row for each link, in the order of claims and statements."""
    for link in sorted(picture.links, key=lambda found: (found.claim_id, found.statement_id, found.relation.value)):
        yield LinkRow(
            statement_id=link.statement_id,
            claim_id=link.claim_id,
            relation=link.relation.value,
            score=float(link.score),
            method=link.method,
            evidence=link.evidence,
        )


def edge_rows(picture: Picture) -> Iterator[EdgeRow]:
    """Yield a row for each edge of the graph, in the order of their ends."""
    for start, end, found in build_graph(picture).edges(data=True):
        yield EdgeRow(start=start, end=end, **cast(EdgeAttributes, found))


TABLES: dict[str, tuple[dict[str, type], Callable[[Picture], Iterator[AnyRow]]]] = {
    "statements": (Row.__annotations__ | StatementRow.__annotations__, statement_rows),
    "sources": (SourceRow.__annotations__, source_rows),
    "organizations": (OrganizationRow.__annotations__, organization_rows),
    "claims": (ClaimRow.__annotations__, claim_rows),
    "links": (LinkRow.__annotations__, link_rows),
    "edges": (EdgeRow.__annotations__, edge_rows),
}
