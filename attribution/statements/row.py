"""One statement as a flat row of plain values, the same columns always."""

from collections.abc import Iterable
from typing import TypedDict

from attribution.statements.statement import Speaker, Statement
from attribution.text.article import Article
from attribution.text.span import Span, words_of

SEPARATOR = "; "


class Row(TypedDict):
    """One statement as plain values; none of them is None, so that a column keeps one type in any table.

    Words are the article's own, empty where it has none; several values of one kind are joined by *"; "*.
    `start` and `end` are where the content begins and ends; `source_spans`, `cue_spans` and `content_spans` give every
    stretch: *12:40 52:61*.
    `count` is *1*, *3*, *2-5*, or *2+* where no upper bound is given; `speaks_for` is *yes*, *no* or empty.
    """

    file: str
    title: str
    outlet: str
    published: str
    url: str
    article_id: str
    statement_id: str
    parent: str
    start: int
    end: int
    speaker: str
    kind: str
    named: bool
    role: str
    organizations: str
    former: bool
    count: str
    status: str
    terms: str
    reason: str
    reason_kinds: str
    speaks_for: str
    stance: str
    quotation: str
    channel: str
    told: str
    source: str
    cue: str
    content: str
    source_spans: str
    cue_spans: str
    content_spans: str
    speaker_confidence: float
    confidence: float


COLUMNS = tuple(Row.__annotations__)
NOBODY = Speaker(name="", count=(0, 0), confidence=0.0)


def row_of(statement: Statement, article: Article) -> Row:
    """Return a statement of an article as a row."""
    speaker, authorization = statement.speaker or NOBODY, statement.authorization
    return Row(
        file=article.file or "",
        title=article.title or "",
        outlet=article.outlet or "",
        published=article.published or "",
        url=article.url or "",
        article_id=statement.article_id,
        statement_id=statement.id,
        parent=statement.parent or "",
        start=statement.content[0].start,
        end=statement.content[-1].end,
        speaker=speaker.name,
        kind=speaker.kind.value,
        named=speaker.named,
        role=speaker.role,
        organizations=SEPARATOR.join(speaker.organizations),
        former=speaker.former,
        count=_count(speaker.count),
        status=authorization.status.value,
        terms=words_of(authorization.terms, article.text),
        reason=authorization.reason,
        reason_kinds=SEPARATOR.join(kind.value for kind in authorization.reason_kinds),
        speaks_for={True: "yes", False: "no", None: ""}[authorization.speaks_for],
        stance=statement.stance.value,
        quotation=statement.quotation.value,
        channel=statement.channel.value,
        told=statement.told,
        source=words_of(statement.source, article.text),
        cue=words_of(statement.cue, article.text),
        content=words_of(statement.content, article.text),
        source_spans=_places(statement.source),
        cue_spans=_places(statement.cue),
        content_spans=_places(statement.content),
        speaker_confidence=speaker.confidence,
        confidence=statement.confidence,
    )


def _count(count: tuple[int, int | None]) -> str:
    low, high = count
    if high is None:
        return f"{low}+"
    return f"{low}-{high}" if low != high else str(low or "")


def _places(spans: Iterable[Span]) -> str:
    return " ".join(f"{span.start}:{span.end}" for span in spans)
