"""From a document to its statements: the reader's attributions, floating quotations, and what is nested in either."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from attribution.document.document import Document
from attribution.document.furniture.furniture import furniture
from attribution.statements.confidence import confidence
from attribution.statements.contents.mending import mend_contents
from attribution.statements.cues.channel import channel_of
from attribution.statements.cues.hearsay import hearsay_in
from attribution.statements.cues.sourceless import is_sourceless, only_names
from attribution.statements.cues.stance import stance_of
from attribution.statements.cues.told import told_of
from attribution.statements.grouping import Parts, group, spans_of
from attribution.statements.nesting.nesting import nested_in
from attribution.statements.quoting.floating import floating_quotations
from attribution.statements.quoting.headlines import headline_turns, is_label
from attribution.statements.quoting.quotation_marks import QuotedSpan, quoted_spans
from attribution.statements.quoting.quoted_by import with_who_is_quoted
from attribution.statements.quoting.quoted_terms import QuotedTerm, quoted_term
from attribution.statements.quoting.quoted_words import quotation_of
from attribution.statements.quoting.transcripts import turns_of
from attribution.statements.sharing import share_sources
from attribution.statements.statement import Quotation, Statement
from attribution.text.article import content_id
from attribution.text.span import words_of

NESTED_CONFIDENCE = 0.75  # of the outer statement's: rules find what is nested, and no corpus tells how well
FLOATING_CONFIDENCE = 0.5
HEARSAY_CONFIDENCE = 0.6
TURN_CONFIDENCE = 0.95
# Marks that do not quote the words of whoever speaks; a few words in scare quotes may be the speaker's own.
QUOTING_NOTHING = frozenset((QuotedTerm.TITLE, QuotedTerm.NICKNAME, QuotedTerm.NAMED))


@frozen(kw_only=True)
class _Found:
    """An attribution on its way to a statement; `outer` is the place of the one around it."""

    parts: Parts
    quotation: Quotation
    confidence: float
    outer: int | None = None


def extract(document: Document, article_id: str) -> tuple[Statement, ...]:
    """Return the statements of a document in text order, the outer before the nested; speakers are not yet told.

    In *"We will not leave," said Amina Haddad* the one statement has the content *"We will not leave,"*.
    Page furniture (*Log In*, *Tagged under*) states nothing.
    """
    quoted = [span for span in quoted_spans(document.text) if quoted_term(document, span) not in QUOTING_NOTHING]
    found = _with_nested(document, quoted, _outermost(document, quoted))
    ids = [_id_of(document, article_id, one.parts) for one in found]
    statements = [
        _statement(document, article_id, one, own, ids[one.outer] if one.outer is not None else None)
        for one, own in zip(found, ids, strict=True)
    ]
    return tuple(sorted(statements, key=lambda s: (s.content[0].start, -s.content[-1].end, s.parent is not None, s.id)))


def _outermost(document: Document, quoted: Sequence[QuotedSpan]) -> list[_Found]:
    """Return the turns of a transcript, what the reader found, floating quotations, and hearsay."""
    turns = turns_of(document) or headline_turns(document)
    said = [frozenset(turn.content) for turn in turns]
    found = [_found(document, quoted, turn, TURN_CONFIDENCE) for turn in turns]
    for parts in _without_furniture(document, attributions_of(document)):
        words = frozenset((*parts.source, *parts.cue, *parts.content))
        outer = next((place for place, turn in enumerate(said) if words <= turn), None)
        if outer is None and any(words & turn for turn in said):
            continue  # the reader's own idea of a turn
        found.append(_found(document, quoted, parts, confidence(document, parts), outer))
    quoting = {place for place, one in enumerate(found) if one.quotation is not Quotation.INDIRECT}
    floating = floating_quotations(document, quoted, [one.parts for one in found], quoting)
    found += [_found(document, quoted, Parts(content=one.words), FLOATING_CONFIDENCE) for one in floating]
    taken = {i for one in found for i in (*one.parts.source, *one.parts.cue, *one.parts.content)}
    return found + [_found(document, quoted, parts, HEARSAY_CONFIDENCE) for parts in hearsay_in(document, taken)]


def _without_furniture(document: Document, found: Sequence[Parts]) -> Iterator[Parts]:
    """Yield attributions without their words in page furniture; without content they are none.

    The reader took *updated 7:40 AM* above *Water can be drunk, the agency said* for the beginning of the content.
    """
    spans = furniture(document.text)
    starts = [span.start for span in spans]
    before = ((word, bisect_right(starts, word.start) - 1) for word in document.words)
    aside = frozenset(word.index for word, place in before if place >= 0 and spans[place].contains(word.span))
    for parts in found:
        source, cue, content = (
            tuple(i for i in words if i not in aside) for words in (parts.source, parts.cue, parts.content)
        )
        if content:
            yield Parts(source=source, cue=cue, content=content)


def attributions_of(document: Document) -> tuple[Parts, ...]:
    """Return what the reader found, with shared sources and mended contents; cues that name no speaker have none.

    What only gives a name (*known as the Needle*) is nobody's statement and left out.
    """
    return tuple(
        evolve(parts, source=()) if is_sourceless(document, parts.cue, parts.source) else parts
        for parts in (with_who_is_quoted(document, one) for one in _mended(document))
        if not only_names(document, parts.cue) and not is_label(document, parts)
    )


def _mended(document: Document) -> tuple[Parts, ...]:
    return mend_contents(document, share_sources(document, group(document)))


def _found(
    document: Document, quoted: Sequence[QuotedSpan], parts: Parts, sure: float, outer: int | None = None
) -> _Found:
    content, cue = spans_of(document, parts.content), spans_of(document, parts.cue)
    quotation = quotation_of(content, quoted, document.text, cue=cue)
    return _Found(parts=parts, quotation=quotation, confidence=sure, outer=outer)


def _with_nested(document: Document, quoted: Sequence[QuotedSpan], found: list[_Found]) -> list[_Found]:
    """Return attributions with those inside their contents; what the reader found itself is not found again."""
    cues = frozenset(i for one in found for i in one.parts.cue)
    everything = list(found)
    for place, outer in enumerate(found):
        places: dict[int, int] = {}
        for number, inner in enumerate(nested_in(document, outer.parts.content)):
            if cues.intersection(inner.cue):
                continue
            places[number] = len(everything)
            parts = Parts(source=inner.source, cue=inner.cue, content=inner.content)
            around = place if inner.parent is None else places.get(inner.parent, place)
            everything.append(_found(document, quoted, parts, outer.confidence * NESTED_CONFIDENCE, around))
    return everything


def _statement(document: Document, article_id: str, found: _Found, own_id: str, parent: str | None) -> Statement:
    parts = found.parts
    source, cue, content = (spans_of(document, words) for words in (parts.source, parts.cue, parts.content))
    return Statement(
        id=own_id,
        article_id=article_id,
        text=words_of(content, document.text),
        content=content,
        cue=cue,
        source=source,
        quotation=found.quotation,
        stance=stance_of(document, parts.cue, parts.content),
        channel=channel_of(document, parts.cue, parts.source, parts.content),
        told=told_of(document, parts.cue, parts.source, parts.content),
        parent=parent,
        confidence=round(found.confidence, 3),
    )


def _id_of(document: Document, article_id: str, parts: Parts) -> str:
    places = [[(span.start, span.end) for span in spans_of(document, words)] for words in (parts.cue, parts.content)]
    return content_id("statement", article_id, *places)
