"""A picture as followthemoney entities, for Aleph, OpenAleph and the tools of OpenSanctions."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attribution.graph.network.building import build_graph
from attribution.graph.network.dates import day_of
from attribution.graph.network.exchange.cell_text import holdable
from attribution.graph.network.exchange.own_names import edge_id
from attribution.graph.network.kinds import EdgeKind, NodeKind
from attribution.graph.network.picture import Picture
from attribution.text.article import Article, content_id

Entity = dict[str, Any]  # id, schema and properties, as followthemoney's own `to_dict` has them
LONGEST_NAME = 380  # characters; followthemoney keeps 384 of a name
OURS = re.compile(r"[a-z]+:[0-9a-f]+")
LINE_ENDS = re.compile("[\x85\u2028\u2029]")  # Python's `splitlines` would cut an entity in two at these
WEB_ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s/]+(/\S*)?")
ORGANIZATIONS = frozenset((NodeKind.OUTLET.value, NodeKind.ORGANIZATION.value))


def write_followthemoney(picture: Picture, path: Path) -> None:
    """Write a picture as one entity a line, as `ftm` and `alephclient write-entities` read them."""
    with path.open("w", encoding="utf8", newline="\n") as file:
        for entity in to_followthemoney(picture):
            file.write(LINE_ENDS.sub(_escape, json.dumps(entity, ensure_ascii=False)) + "\n")


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def to_followthemoney(picture: Picture) -> Iterator[Entity]:
    """Yield the entities of a picture.

    Named speakers are a Person, an Organization or a LegalEntity. Unnamed ones, statements and claims are a Note,
    which followthemoney never matches with anything: no unnamed person shall be taken for a named one because a
    description fits. Ids have a hyphen for the colon, which followthemoney refuses.
    """
    graph = build_graph(picture)
    articles = picture.articles_by_id()
    for node, found in graph.nodes(data=True):
        if found["kind"] == NodeKind.ARTICLE:
            yield _article(articles[node])
        elif found["kind"] == NodeKind.STATEMENT:
            said_by = [end for end, kinds in graph[node].items() if EdgeKind.SAID_BY.value in kinds]
            yield _statement(node, found, said_by)
        else:
            yield _party_or_claim(node, found)
    for start, end, found in graph.edges(data=True):
        entity = _link(start, end, found, graph.nodes)
        if entity is not None:
            yield entity


def entity_id(identity: str) -> str:
    """Return an id that followthemoney takes: letters, digits, hyphens."""
    ours = identity if OURS.fullmatch(identity) else content_id("given", identity)
    return ours.replace(":", "-")


def _entity(identity: str, schema: str, **properties: str | Iterable[str]) -> Entity:
    """Return an entity with the properties that have a value."""
    listed = {name: [value] if isinstance(value, str) else list(value) for name, value in properties.items()}
    held = {name: [holdable(value) for value in values if value.strip()] for name, values in listed.items()}
    given = {name: values for name, values in held.items() if values}
    return {"id": entity_id(identity), "schema": schema, "properties": given}


def _article(article: Article) -> Entity:
    title = article.title or article.url or article.id
    return _entity(
        article.id,
        "Article",
        title=title,
        fileName=title,
        publishedAt=_date(article.published),
        publisher=article.outlet or "",
        sourceUrl=_address(article.url),
        bodyText=article.text,
    )


def _statement(identity: str, found: Mapping[str, Any], said_by: Iterable[str]) -> Entity:
    return _entity(
        identity,
        "Note",
        name=found["content"][:LONGEST_NAME],
        description=found["content"],
        summary=f"{found['speaker']} ({found['status']}): {found['stance']}",
        entity=[entity_id(source) for source in said_by],
        proof=entity_id(found["article_id"]),
        publisher=found["outlet"],
    )


def _party_or_claim(identity: str, found: Mapping[str, Any]) -> Entity:
    if found["kind"] == NodeKind.CLAIM:
        return _entity(identity, "Note", name=found["text"][:LONGEST_NAME], description=found["text"], keywords="claim")
    names = {name for name in found.get("names", "").split("; ") if name} - {found["name"]}
    schema = schema_of(found)
    if schema == "Note":
        return _entity(identity, schema, name=found["name"][:LONGEST_NAME], keywords="unnamed source")
    aliases = sorted(name[:LONGEST_NAME] for name in names)
    abbreviation = found.get("acronym", "")
    return _entity(identity, schema, name=found["name"][:LONGEST_NAME], alias=aliases, abbreviation=abbreviation)


def schema_of(found: Mapping[str, Any]) -> str:
    """Return the schema of a source, an organization or an outlet."""
    if found["kind"] in ORGANIZATIONS:
        return "Organization"
    if not found["named"]:
        return "Note"
    return {"person": "Person", "organization": "Organization"}.get(found["speaker_kind"], "LegalEntity")


def _link(start: str, end: str, found: Mapping[str, Any], nodes: Mapping[str, Mapping[str, Any]]) -> Entity | None:
    """Return the entity for an edge; None for those that a statement's own properties hold."""
    kind, identity = EdgeKind(found["kind"]), edge_id(start, end, found["kind"])
    one, other = entity_id(start), entity_id(end)
    if kind in (EdgeKind.SAID_BY, EdgeKind.REPORTS):
        return None
    if kind is EdgeKind.MAY_BE_SAME:
        return _entity(
            identity,
            "Similar",
            candidate=one,
            match=other,
            confidenceScore=f"{found['score']:.3f}",
            criteria=found["note"] or found["evidence"],
            matcher=found["method"],
        )
    shown = {"role": kind.value.replace("_", " "), "summary": found["evidence"], "description": _how(found)}
    if kind in (EdgeKind.PUBLISHED_BY, EdgeKind.CREDITS):
        return _entity(identity, "Documentation", document=one, entity=other, **shown)
    if kind in (EdgeKind.SPEAKS_FOR, EdgeKind.AFFILIATED) and schema_of(nodes[start]) != "Note":
        if kind is EdgeKind.SPEAKS_FOR:
            return _entity(identity, "Representation", agent=one, client=other, **shown)
        return _entity(identity, "Membership", member=one, organization=other, **shown)
    article, published = nodes[start].get("article_id", ""), _date(nodes[start].get("published"))
    proof = entity_id(article) if article else ""
    return _entity(identity, "UnknownLink", subject=one, object=other, proof=proof, date=published, **shown)


def _how(found: Mapping[str, Any]) -> str:
    return f"{found['method']}, {found['score']:.2f}" + (f": {found['note']}" if found["note"] else "")


def _date(published: str | None) -> str:
    day = day_of(published)
    return day.isoformat() if day is not None else ""


def _address(url: str | None) -> str:
    return url if url and WEB_ADDRESS.fullmatch(url) else ""
