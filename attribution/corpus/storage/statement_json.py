"""Statements as JSON and back, exactly."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from attribution.errors import CorpusDamagedError
from attribution.statements.statement import (
    Authorization,
    AuthorizationStatus,
    Channel,
    Quotation,
    ReasonKind,
    Speaker,
    SpeakerKind,
    Stance,
    Statement,
)
from attribution.text.span import Span

Spans = tuple[Span, ...]


def statement_to_json(statement: Statement) -> str:
    """Return every field of a statement as one line of ASCII."""
    speaker, terms = statement.speaker, statement.authorization
    return json.dumps(
        {
            "id": statement.id,
            "article_id": statement.article_id,
            "text": statement.text,
            "content": _places(statement.content),
            "cue": _places(statement.cue),
            "source": _places(statement.source),
            "quotation": statement.quotation,
            "stance": statement.stance,
            "channel": statement.channel,
            "told": statement.told,
            "speaker": None if speaker is None else _speaker_fields(speaker),
            "authorization": {
                "status": terms.status,
                "terms": _places(terms.terms),
                "reason": terms.reason,
                "reason_kinds": list(terms.reason_kinds),
                "speaks_for": terms.speaks_for,
            },
            "parent": statement.parent,
            "confidence": statement.confidence,
        }
    )


def _speaker_fields(speaker: Speaker) -> dict[str, object]:
    return {
        "name": speaker.name,
        "kind": speaker.kind,
        "named": speaker.named,
        "role": speaker.role,
        "organizations": list(speaker.organizations),
        "former": speaker.former,
        "count": list(speaker.count),
        "mentions": _places(speaker.mentions),
        "confidence": speaker.confidence,
    }


def _places(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def statement_from_json(line: str, file: str, number: int) -> Statement:
    """Return the statement of a line.

    Raises:
        CorpusDamagedError: the line is no statement of this format; it names the file and the statement's number.
    """
    with _damage_named(file, number):
        return _statement(json.loads(line))


def speaker_from_json(line: str, file: str, number: int) -> Speaker | None:
    """Return only the speaker of a line's statement, None where it has none.

    Raises:
        CorpusDamagedError: as above.
    """
    with _damage_named(file, number):
        held = json.loads(line)["speaker"]
        return None if held is None else _speaker(held)


@contextmanager
def _damage_named(file: str, number: int) -> Iterator[None]:
    try:
        yield
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise CorpusDamagedError(
            file, f"statement {number} cannot be read ({type(error).__name__}: {error})"
        ) from error


def _statement(held: Mapping[str, Any]) -> Statement:
    speaker, terms = held["speaker"], held["authorization"]
    return Statement(
        id=held["id"],
        article_id=held["article_id"],
        text=held["text"],
        content=_spans(held["content"]),
        cue=_spans(held["cue"]),
        source=_spans(held["source"]),
        quotation=Quotation(held["quotation"]),
        stance=Stance(held["stance"]),
        channel=Channel(held["channel"]),
        told=held["told"],
        speaker=None if speaker is None else _speaker(speaker),
        authorization=Authorization(
            status=AuthorizationStatus(terms["status"]),
            terms=_spans(terms["terms"]),
            reason=terms["reason"],
            reason_kinds=tuple(map(ReasonKind, terms["reason_kinds"])),
            speaks_for=terms["speaks_for"],
        ),
        parent=held["parent"],
        confidence=held["confidence"],
    )


def _speaker(held: Mapping[str, Any]) -> Speaker:
    low, high = held["count"]
    return Speaker(
        name=held["name"],
        kind=SpeakerKind(held["kind"]),
        named=held["named"],
        role=held["role"],
        organizations=tuple(held["organizations"]),
        former=held["former"],
        count=(low, high),
        mentions=_spans(held["mentions"]),
        confidence=held["confidence"],
    )


def _spans(places: Sequence[tuple[int, int]]) -> Spans:
    return tuple(Span(start, end) for start, end in places)
