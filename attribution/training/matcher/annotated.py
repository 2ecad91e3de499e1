"""News events whose claims and statements readers marked: those of a folder, and those that come with the package.

A folder has one folder an event with NAME.txt, meta.json and gold.json: claims with the statements on them, each a span
of an article with its relation. A statement of the library is on a claim where it covers two fifths of such a span, or
the span two fifths of it.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from attribution.graph.claims.standing import standing_of
from attribution.graph.record import Record
from attribution.statements.article import ReadArticle
from attribution.statements.reading import read_text
from attribution.text.span import Span
from attribution.training.matcher.whole import WholeEvent, whole_events

COVERED = 0.4


@frozen
class AnnotatedEvent:
    """The articles of one event, and what its gold.json tells: claims with their statements, groups of copies."""

    name: str
    articles: list[ReadArticle]
    gold: dict[str, Any]


def events_in(folder: Path) -> list[AnnotatedEvent]:
    """Return the events of a folder, by name."""
    return [_event_in(file.parent) for file in sorted(folder.glob("*/gold.json"))]


def events_written() -> list[AnnotatedEvent]:
    """Return the events that come with the package."""
    return [_event_of(event) for event in whole_events()]


def _event_of(event: WholeEvent) -> AnnotatedEvent:
    articles = [_read(text, identity, event.told[identity]) for identity, text in event.texts.items()]
    return AnnotatedEvent(event.name, articles, event.gold)


def _event_in(folder: Path) -> AnnotatedEvent:
    told = json.loads((folder / "meta.json").read_text(encoding="utf8"))
    articles = []
    for file in sorted(folder.glob("*.txt")):
        with file.open(encoding="utf8", newline="") as opened:
            articles.append(_read(opened.read(), file.stem, told.get(file.stem, {})))
    return AnnotatedEvent(folder.name, articles, json.loads((folder / "gold.json").read_text(encoding="utf8")))


def _read(text: str, identity: str, told: dict[str, str]) -> ReadArticle:
    title, outlet, published, url = (told.get(name) or None for name in ("title", "outlet", "published", "url"))
    return read_text(text, id=identity, title=title, outlet=outlet, published=published, url=url, check_language=False)


def records_of(articles: Sequence[ReadArticle]) -> list[Record]:
    """Return the statements of some articles with what they claim."""
    return [
        Record(statement=statement, article=article, claim_text=standing.text, takes_up=standing.takes_up)
        for article in articles
        for statement, standing in zip(article.statements, standing_of(article), strict=True)
    ]


def is_on(record: Record, gold: dict[str, Any]) -> bool:
    """Tell whether a statement is the annotated one."""
    if record.article.id != gold["article"]:
        return False
    text, wanted = record.article.text, Span(*gold["span"])
    mine = [_words(text, span) for span in record.statement.content]
    own = {word for words in mine for word in words}
    theirs = set(_words(text, wanted))
    return len(own & theirs) >= COVERED * max(1, min(len(own), len(theirs)))


def _words(text: str, span: Span) -> Iterator[int]:
    """Yield where the words begin that a span touches."""
    place = span.start
    while place > 0 and text[place - 1].isalnum():
        place -= 1
    while place < span.end:
        if text[place].isalnum():
            yield place
            while place < len(text) and text[place].isalnum():
                place += 1
        else:
            place += 1
