"""The edges of the graph between statements, sources and organizations."""

from collections.abc import Iterator, Sequence

from attribution.graph.identity.merge import Merge, Unsure
from attribution.graph.identity.organization import Organization
from attribution.graph.identity.source import Source
from attribution.graph.identity.voice import voices_of
from attribution.graph.network.edge import Edge
from attribution.graph.network.kinds import EdgeKind
from attribution.graph.network.nodes import sources_in
from attribution.graph.network.picture import Picture
from attribution.graph.record import Record

BY_ARTICLE = "speaker in the article"  # the method where one article alone tells who speaks, or for whom


def source_edges(picture: Picture) -> Iterator[Edge]:
    """Yield the edges from statements to sources, from sources to organizations, and between sources left open."""
    records = picture.records_by_id()
    organizations = {found.id: found for found in picture.identities.organizations}
    merge_of = _merges_by_statement(picture)
    spoken_by: dict[str, tuple[Record, ...]] = {}
    for source in sources_in(picture):
        spoken = tuple(records[identity] for identity in sorted(source.statement_ids) if identity in records)
        spoken_by[source.id] = spoken
        yield from (_said_by(record, source, merge_of.get(record.statement.id)) for record in spoken)
        for identity in source.organizations:
            if identity in organizations:
                yield _belongs_to(source, organizations[identity], spoken)
    for unsure in picture.identities.unsure:
        if unsure.one in spoken_by and unsure.other in spoken_by:
            yield _may_be_same(unsure, spoken_by[unsure.one])


def _merges_by_statement(picture: Picture) -> dict[str, Merge]:
    """Return the surest merge by which each statement's speaker came to its source.

    There is none for a speaker whom no other article has, and for one whom the article calls by the source's own name.
    """
    found: dict[str, Merge] = {}
    for merge in sorted(picture.identities.merges, key=lambda merge: (merge.score, merge.one, merge.other)):
        found |= {merge.one: merge, merge.other: merge}
    voices = voices_of(picture.records)
    names = {source.id: source.name for source in picture.identities.sources}
    return {
        identity: found[voice.id]
        for voice in voices
        if voice.id in found and names.get(found[voice.id].source_id) != voice.speaker.name
        for identity in voice.statement_ids
    }


def _said_by(record: Record, source: Source, merge: Merge | None) -> Edge:
    sure = record.statement.speaker.confidence if record.statement.speaker is not None else 1.0
    return Edge(
        start=record.statement.id,
        end=source.id,
        kind=EdgeKind.SAID_BY,
        score=sure * merge.score if merge is not None else sure,
        method=f"{BY_ARTICLE}, {merge.method}" if merge is not None else BY_ARTICLE,
        evidence=_who(record),
        note=merge.evidence if merge is not None else "",
    )


def _who(record: Record) -> str:
    """Return the article's words that say who speaks, or the words said where it says that nowhere near."""
    statement, text = record.statement, record.article.text
    mentions = statement.speaker.mentions[:1] if statement.speaker is not None else ()
    return statement.words(statement.source or mentions, text) or record.content


def _belongs_to(source: Source, organization: Organization, spoken: Sequence[Record]) -> Edge:
    """Return the edge to an organization, *speaks for* or *affiliated*.

    Who made a statement on its behalf speaks for it, and so does its own voice: *the ministry said*.
    """
    records = [record for record in spoken if _names_of(record) & {*organization.names}] or list(spoken)
    official = [record for record in records if record.statement.authorization.speaks_for]
    is_itself = not {*source.names}.isdisjoint(organization.names)
    shown = (official or records)[0]
    speaker = shown.statement.speaker
    named = sorted(name for name in _names_of(shown) & {*organization.names} if name in shown.article.text)
    return Edge(
        start=source.id,
        end=organization.id,
        kind=EdgeKind.SPEAKS_FOR if official or is_itself else EdgeKind.AFFILIATED,
        score=speaker.confidence if speaker is not None else 1.0,
        method=BY_ARTICLE,
        evidence=named[0] if named else _who(shown),
        note=speaker.role if speaker is not None else "",
    )


def _names_of(record: Record) -> set[str]:
    """Return the names of organizations that a statement's speaker is, or belongs to."""
    speaker = record.statement.speaker
    names = (speaker.name, *speaker.organizations) if speaker is not None else ()
    return {" ".join(name.split()) for name in names}


def _may_be_same(unsure: Unsure, spoken: Sequence[Record]) -> Edge:
    """Return the edge between two sources, from the lower id to the higher, since it has no direction."""
    one, other = sorted((unsure.one, unsure.other))
    return Edge(
        start=one,
        end=other,
        kind=EdgeKind.MAY_BE_SAME,
        score=unsure.score,
        method=unsure.method,
        evidence=_who(spoken[0]),
        note=unsure.evidence,
    )
