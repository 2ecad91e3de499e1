"""Sources, organizations, merges and open pairs as JSON and back, exactly: lists of their fields, in order."""

import json
from typing import Any

from attrs import astuple

from attribution.graph.identity.merge import Merge, Unsure
from attribution.graph.identity.organization import Organization
from attribution.graph.identity.source import Role, Source
from attribution.statements.statement import SpeakerKind

Kept = Source | Organization | Merge | Unsure


def to_json(one: Kept) -> str:
    """Return one of them as a line of ASCII."""
    return json.dumps(astuple(one))


def source_from_json(line: str) -> Source:
    """Return the source of a line."""
    identity, name, kind, named, names, organizations, roles, *ids = json.loads(line)
    statements, articles, voices = map(tuple, ids)
    return Source(
        id=identity,
        name=name,
        kind=SpeakerKind(kind),
        named=named,
        names=tuple(names),
        organizations=tuple(organizations),
        roles=tuple(map(_role, roles)),
        statement_ids=statements,
        article_ids=articles,
        voice_ids=voices,
    )


def _role(held: list[Any]) -> Role:
    role, organizations, article, published, former = held
    return Role(role=role, organizations=tuple(organizations), article_id=article, published=published, former=former)


def organization_from_json(line: str) -> Organization:
    """Return the organization of a line."""
    identity, name, names, acronym = json.loads(line)
    return Organization(id=identity, name=name, names=tuple(names), acronym=acronym)


def merge_from_json(line: str) -> Merge:
    """Return the merge of a line."""
    source, one, other, score, method, evidence = json.loads(line)
    return Merge(source_id=source, one=one, other=other, score=score, method=method, evidence=evidence)


def unsure_from_json(line: str) -> Unsure:
    """Return the open pair of a line."""
    one, other, score, method, evidence = json.loads(line)
    return Unsure(one=one, other=other, score=score, method=method, evidence=evidence)
