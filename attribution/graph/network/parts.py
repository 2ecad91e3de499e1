"""A part of a picture: what bears on one claim, one source or one time."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve

from attribution.errors import DayError, UnknownIdError
from attribution.graph.claims.claim import Claim
from attribution.graph.identity.source import Source
from attribution.graph.network.building import build_graph
from attribution.graph.network.dates import day_of
from attribution.graph.network.picture import Picture
from attribution.graph.record import Record
from attribution.text.article import Article

if TYPE_CHECKING:
    import networkx


def subgraph_of(
    picture: Picture,
    *,
    claim_id: str | None = None,
    source_id: str | None = None,
    since: date | str | None = None,
    until: date | str | None = None,
) -> "networkx.MultiDiGraph":
    """Return the graph of a part of the picture, as `part_of` takes it out, without making all its nodes and edges.

    Raises:
        UnknownIdError: no claim or no source of the picture has this id.
        DayError: `since` or `until` is no day.
    """
    return build_graph(part_of(picture, claim_id=claim_id, source_id=source_id, since=since, until=until))


def part_of(
    picture: Picture,
    *,
    claim_id: str | None = None,
    source_id: str | None = None,
    since: date | str | None = None,
    until: date | str | None = None,
) -> Picture:
    """Return the part of a picture that bears on a claim, on a source, on a time, or on all that are given.

    Of a claim all statements on it are taken, for and against; of a source all its statements and what they claim.
    `since` and `until` are days, both included; an article whose date of publication is not in ISO 8601 is then left
    out. The statements in whose content a chosen one stands come with it.

    Raises:
        UnknownIdError: no claim or no source of the picture has this id.
        DayError: `since` or `until` is no day.
    """
    records, claims, links = picture.records_by_id(), picture.claims, picture.links
    chosen = set(records)
    if claim_id is not None:
        claim = _claim(picture, claim_id)
        claims, links = (claim,), tuple(link for link in links if link.claim_id == claim_id)
        chosen &= {*claim.statement_ids, *(link.statement_id for link in links)}
    if source_id is not None:
        chosen &= {*_source(picture, source_id).statement_ids}
    days = (_day(since), _day(until))
    chosen = {identity for identity in chosen if _is_within(records[identity].article, days)}
    kept = tuple(record for identity, record in records.items() if identity in _with_parents(chosen, records))
    articles = {record.article.id: record.article for record in kept}
    if claim_id is None and source_id is None:
        articles |= {found.id: found for found in picture.articles if _is_within(found, days)}
    return evolve(_of_articles(picture, articles), records=kept, claims=claims, links=links)


def _of_articles(picture: Picture, articles: dict[str, Article]) -> Picture:
    """Return the picture with only what lies in or between these articles."""
    return evolve(
        picture,
        articles=tuple(articles.values()),
        credits={identity: found for identity, found in picture.credits.items() if identity in articles},
        overlaps=tuple(o for o in picture.overlaps if o.article_id in articles and o.other_id in articles),
    )


def _with_parents(chosen: Iterable[str], records: dict[str, Record]) -> set[str]:
    found = set[str]()
    for identity in chosen:
        at: str | None = identity
        while at is not None and at in records and at not in found:
            found.add(at)
            at = records[at].statement.parent
    return found


def _claim(picture: Picture, claim_id: str) -> Claim:
    for claim in picture.claims:
        if claim.id == claim_id:
            return claim
    raise UnknownIdError("claim", claim_id, len(picture.claims))


def _source(picture: Picture, source_id: str) -> Source:
    found = picture.identities.by_id.get(source_id)
    if found is None:
        raise UnknownIdError("source", source_id, len(picture.identities.sources))
    return found


def _day(given: date | str | None) -> date | None:
    if given is None or isinstance(given, date):
        return given
    day = day_of(given)
    if day is None:
        raise DayError(given)
    return day


def _is_within(article: Article, days: tuple[date | None, date | None]) -> bool:
    first, last = days
    if first is None and last is None:
        return True
    day = day_of(article.published)
    return day is not None and (first is None or first <= day) and (last is None or day <= last)
