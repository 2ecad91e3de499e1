"""A picture as JSON-LD: nodes and edges in the terms of schema.org and PROV-O, words as Web Annotations."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from attribution.graph.network.building import build_graph
from attribution.graph.network.exchange.annotations import annotations_of
from attribution.graph.network.exchange.cell_text import holdable
from attribution.graph.network.exchange.json_graphs import write_json
from attribution.graph.network.exchange.own_names import edge_id
from attribution.graph.network.exchange.standards import (
    ANNOTATION_TERMS,
    EDGE_TERMS,
    NODE_TYPES,
    PREFIXES,
    SPEAKER_TYPES,
)
from attribution.graph.network.kinds import EdgeKind, NodeKind
from attribution.graph.network.picture import Picture

LITERALS = {  # attribute of a node → its term; what is not here has one of our own
    "title": "schema:headline",
    "published": "schema:datePublished",
    "url": "schema:url",
    "name": "schema:name",
    "content": "schema:text",
    "text": "schema:text",
    "acronym": "schema:alternateName",
}
ELSEWHERE = frozenset(("kind", "label", "article_id", "outlet", "content_start", "content_end"))  # said by type or edge


def write_json_ld(picture: Picture, path: Path) -> None:
    """Write a picture as JSON-LD 1.1, its context within, so that no network is needed to read it."""
    write_json(to_json_ld(picture), path)


def to_json_ld(picture: Picture) -> dict[str, Any]:
    """Return a picture as a JSON-LD document.

    Every edge is a triple, and a reified one (`rdf:Statement`) with its score, method and evidence. Articles come
    with their text, to which the selectors of the annotations refer. RDF knows no halves of surrogate pairs: they,
    and NUL, become U+FFFD, which leaves all offsets right.
    """
    graph = build_graph(picture)
    texts = {identity: article.text for identity, article in picture.articles_by_id().items()}
    nodes = {identity: _node(identity, found, texts) for identity, found in graph.nodes(data=True)}
    reified = []
    for start, end, found in graph.edges(data=True):
        kind = EdgeKind(found["kind"])
        for term in EDGE_TERMS[kind]:
            nodes[start].setdefault(term, []).append({"id": iri(end)})
        if kind is EdgeKind.SUPPORTS:
            nodes[end].setdefault("schema:appearance", []).append({"id": iri(start)})
        reified.append(_reified(start, end, found))
    annotations = [found for record in picture.records_by_id().values() for found in annotations_of(record, iri)]
    context = {**PREFIXES, **ANNOTATION_TERMS}
    return {"@context": context, "@graph": _held([*nodes.values(), *reified, *annotations])}


def iri(identity: str) -> str:
    """Return the IRI of a node, edge or annotation: *statement:1f0c…* is *urn:x-attribution:statement:1f0c…*."""
    return f"urn:x-attribution:{quote(identity, safe=':', errors='surrogatepass')}"


def _node(identity: str, found: Mapping[str, object], texts: Mapping[str, str]) -> dict[str, Any]:
    kind = NodeKind(str(found["kind"]))
    types = NODE_TYPES[kind]
    if kind is NodeKind.SOURCE:
        types = SPEAKER_TYPES.get(str(found["speaker_kind"]), types)
    written: dict[str, Any] = {"id": iri(identity), "type": list(types)}
    written |= {term: value for term, value in _literals(found) if value != ""}
    if kind is NodeKind.ARTICLE:
        written["schema:articleBody"] = texts[identity]
    return written


def _literals(found: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for name, value in found.items():
        if name not in ELSEWHERE:
            yield LITERALS.get(name, f"attr:{name}"), _number(value)


def _reified(start: str, end: str, found: Mapping[str, Any]) -> dict[str, Any]:
    kind = EdgeKind(found["kind"])
    written = {
        "id": iri(edge_id(start, end, kind.value)),
        "type": "rdf:Statement",
        "rdf:subject": {"id": iri(start)},
        "rdf:predicate": {"id": EDGE_TERMS[kind][0]},
        "rdf:object": {"id": iri(end)},
        "attr:score": _number(found["score"]),
        "attr:method": found["method"],
        "attr:evidence": found["evidence"],
        "attr:note": found["note"],
    }
    return {term: value for term, value in written.items() if value != ""}


def _number(value: object) -> object:
    """Return a number with its type, since JSON-LD would take 1.0 for a whole number; anything else as it is."""
    return {"@value": repr(value), "@type": "xsd:double"} if isinstance(value, float) else value


def _held(value: Any) -> Any:
    if isinstance(value, str):
        return holdable(value)
    if isinstance(value, list):
        return [_held(item) for item in value]
    if isinstance(value, dict):
        return {name: _held(item) for name, item in value.items()}
    return value
