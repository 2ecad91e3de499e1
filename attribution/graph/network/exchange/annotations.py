"""A statement's words as W3C Web Annotations: where in the article its source, cue, content and terms stand."""

from collections.abc import Callable, Iterator
from typing import Any

from attribution.graph.record import Record
from attribution.text.article import content_id
from attribution.text.span import Span

AROUND = 32  # characters before and after a quotation, as Hypothesis keeps: enough to tell two places apart


def annotations_of(record: Record, iri: Callable[[str], str]) -> Iterator[dict[str, Any]]:
    """Yield an annotation for each part of a statement that the article's words show; its body is the statement.

    Each stretch of words is a target with two selectors for the same words: by position, in code points as the
    standard has it and Python counts, and by quotation.
    """
    statement = record.statement
    parts = {
        "source": statement.source,
        "cue": statement.cue,
        "content": statement.content,
        "terms": statement.authorization.terms,
    }
    for part, spans in parts.items():
        if spans:
            yield {
                "id": iri(content_id("annotation", statement.id, part)),
                "type": "Annotation",
                "motivation": "identifying",
                "attr:part": part,
                "body": iri(statement.id),
                "target": [_target(span, record, iri) for span in spans],
            }


def _target(span: Span, record: Record, iri: Callable[[str], str]) -> dict[str, Any]:
    text = record.article.text
    return {
        "type": "SpecificResource",
        "source": iri(record.article.id),
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": span.of(text),
                "prefix": text[max(0, span.start - AROUND) : span.start],
                "suffix": text[span.end : span.end + AROUND],
            },
        ],
    }
