"""The nodes of the graph, by id, with their attributes."""

from collections import Counter
from collections.abc import Iterable, Iterator

from attribution.graph.claims.claim import Claim
from attribution.graph.copies.credits import outlet_key
from attribution.graph.identity.organization import Organization
from attribution.graph.identity.source import Source
from attribution.graph.network.kinds import (
    ArticleNode,
    ClaimNode,
    Node,
    NodeKind,
    OrganizationNode,
    OutletNode,
    SourceNode,
    StatementNode,
)
from attribution.graph.network.picture import Picture
from attribution.graph.record import Record
from attribution.statements.row import SEPARATOR, row_of
from attribution.text.article import Article, content_id

LABEL_LENGTH = 60  # characters; what Gephi and Cytoscape write beside a node without covering its neighbours


def nodes_of(picture: Picture) -> Iterator[tuple[str, Node]]:
    """Yield every node of a picture: its id and its attributes, the kinds in the order of `NodeKind`, ids sorted.

    Outlets are those that published, were credited or were told; sources and organizations those that speak in the
    picture; claims those that one of its statements bears on.
    """
    for identity, article in picture.articles_by_id().items():
        yield identity, _article(article)
    yield from outlet_nodes(picture)
    records = picture.records_by_id()
    for identity, record in records.items():
        yield identity, _statement(record)
    speaking = sorted(sources_in(picture), key=lambda source: source.id)
    for source in speaking:
        yield source.id, _source(source)
    meant = {identity for source in speaking for identity in source.organizations}
    for organization in sorted(picture.identities.organizations, key=lambda found: found.id):
        if organization.id in meant:
            yield organization.id, _organization(organization)
    borne_on = {link.claim_id for link in picture.links if link.statement_id in records}
    for claim in sorted(picture.claims, key=lambda found: found.id):
        if claim.id in borne_on or not records.keys().isdisjoint(claim.statement_ids):
            yield claim.id, _claim(claim)


def sources_in(picture: Picture) -> Iterator[Source]:
    """Yield the sources that speak in a picture."""
    spoken = {record.statement.id for record in picture.records}
    return (source for source in picture.identities.sources if not spoken.isdisjoint(source.statement_ids))


def outlet_id(name: str) -> str:
    """Return the id of an outlet, one for all names that `outlet_key` takes for the same."""
    return content_id("outlet", outlet_key(name) or " ".join(name.split()).casefold())


def outlet_nodes(picture: Picture) -> Iterator[tuple[str, OutletNode]]:
    """Yield the outlets of a picture, each in the spelling that is most frequent there."""
    spellings: dict[str, Counter[str]] = {}
    for name in _outlet_names(picture):
        spelling = " ".join(name.split())
        if spelling:
            spellings.setdefault(outlet_id(name), Counter())[spelling] += 1
    for identity, found in sorted(spellings.items()):
        name = min(found, key=lambda spelling: (-found[spelling], spelling))
        yield identity, OutletNode(kind=NodeKind.OUTLET.value, label=_label(name), name=name)


def _outlet_names(picture: Picture) -> Iterator[str]:
    yield from (article.outlet or "" for article in picture.articles_by_id().values())
    yield from (credit.outlet for credits in picture.credits.values() for credit in credits)
    yield from (record.statement.told for record in picture.records)


def _article(article: Article) -> ArticleNode:
    title = article.title or ""
    return ArticleNode(
        kind=NodeKind.ARTICLE.value,
        label=_label(title or article.url or article.text),
        title=title,
        outlet=article.outlet or "",
        published=article.published or "",
        url=article.url or "",
    )


def _statement(record: Record) -> StatementNode:
    row = row_of(record.statement, record.article)
    return StatementNode(
        kind=NodeKind.STATEMENT.value,
        label=_label(record.content),
        content=record.content,
        claim_text=record.claim_text,
        speaker=row["speaker"],
        status=row["status"],
        reason=row["reason"],
        stance=row["stance"],
        quotation=row["quotation"],
        channel=row["channel"],
        article_id=record.article.id,
        outlet=row["outlet"],
        published=row["published"],
        content_start=row["start"],
        content_end=row["end"],
        confidence=float(row["confidence"]),
    )


def _source(source: Source) -> SourceNode:
    return SourceNode(
        kind=NodeKind.SOURCE.value,
        label=_label(source.name),
        name=source.name,
        names=_joined(source.names),
        speaker_kind=source.kind.value,
        named=source.named,
        statements=len(source.statement_ids),
    )


def _organization(organization: Organization) -> OrganizationNode:
    return OrganizationNode(
        kind=NodeKind.ORGANIZATION.value,
        label=_label(organization.acronym or organization.name),
        name=organization.name,
        names=_joined(organization.names),
        acronym=organization.acronym,
    )


def _claim(claim: Claim) -> ClaimNode:
    return ClaimNode(
        kind=NodeKind.CLAIM.value, label=_label(claim.text), text=claim.text, statements=len(claim.statement_ids)
    )


def _joined(names: Iterable[str]) -> str:
    return SEPARATOR.join(sorted(names))


def _label(words: str) -> str:
    whole = " ".join(words[: 4 * LABEL_LENGTH].split())
    return whole if len(whole) <= LABEL_LENGTH else whole[: LABEL_LENGTH - 1].rstrip() + "…"
