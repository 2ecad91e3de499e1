"""Leave out what only states terms: *because they were not authorized to grant interviews* reports nothing."""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from attribution.document.document import Document
from attribution.statements.statement import Statement
from attribution.text.span import Span, words_of

LIGHT = frozenset({"AUX", "PART"})  # "agreed to be | quoted for attribution only"


def leave_out_terms(document: Document, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return the statements without those whose whole content is some speaker's terms or the reason for them.

    Of several stretches of content those that only state terms are left out: *who declined to give his name, said …*.
    What somebody agrees to or asks for in terms is none either; *said on condition that he not be named that the case
    was weak* says only what follows.
    """
    places = {place for statement in statements for place in _terms_of(document, statement)}
    terms = frozenset(word for place in places for word in document.words_within(place))
    kept = [trimmed for s in statements if (trimmed := _beside_frame(document, s, terms)) is not None]
    kept = [statement for statement in kept if not _words_of(document, statement) <= terms]
    out = {statement.id for statement in statements} - {statement.id for statement in kept}
    return tuple(_without(document, s, terms) for s in kept if s.parent not in out)


def _beside_frame(document: Document, statement: Statement, terms: frozenset[int]) -> Statement | None:
    """Return a statement whose content begins with the very terms that its cue states, without these.

    None where nothing said is left: *agreed | to be quoted for attribution only as a clerk*.
    """
    content = sorted(_words_of(document, statement))
    first = next((place for place in content if document.words[place].upos not in LIGHT), None)
    if first not in terms or not _states_terms(document, statement, terms):
        return statement
    end = next((place for place in content if place > first and place not in terms), None)
    rest = [place for place in content if end is not None and place >= end]
    if not any(document.words[place].deprel.startswith("nsubj") for place in rest):
        return None
    start = document.words[rest[0]].start
    spans = tuple(Span(max(span.start, start), span.end) for span in statement.content if span.end > start)
    return evolve(statement, content=spans, text=words_of(spans, document.text))


def _states_terms(document: Document, statement: Statement, terms: frozenset[int]) -> bool:
    """Tell whether a cue is part of terms, or stands before them with nothing but *to be* between."""
    cue = _words_in(document, statement.cue)
    if not cue or cue & terms:
        return bool(cue)
    after = max(cue) + 1
    while after < len(document.words) and document.words[after].upos in LIGHT:
        after += 1
    return after in terms


def _without(document: Document, statement: Statement, terms: frozenset[int]) -> Statement:
    """Return a statement without the stretches of its content that only state terms; one at least says something."""
    content = tuple(span for span in statement.content if not _words_in(document, (span,)) <= terms)
    if content == statement.content:
        return statement
    return evolve(statement, content=content, text=words_of(content, document.text))


def _words_of(document: Document, statement: Statement) -> frozenset[int]:
    return _words_in(document, statement.content)


def _words_in(document: Document, spans: Sequence[Span]) -> frozenset[int]:
    """Return the words of some stretches; a comma behind the reason is none of them."""
    inside = (i for span in spans for i in document.words_within(span))
    return frozenset(i for i in inside if any(character.isalnum() for character in document.words[i].text))


def _terms_of(document: Document, statement: Statement) -> Iterator[Span]:
    """Yield the places of a statement's terms and, in the same sentences, of the reason."""
    reason = r"\s+".join(map(re.escape, statement.authorization.reason.split()))
    for terms in statement.authorization.terms:
        yield terms
        touched = document.words_within(terms)
        if reason and touched:
            first, last = (document.sentence_of(i) for i in (touched[0], touched[-1]))
            start, end = document.words[first.first].start, document.words[last.last].end
            if match := re.compile(reason).search(document.text, start, end):
                # The words between the terms and the reason are neither a statement: "anonymity because they were …".
                yield Span(min(terms.start, match.start()), max(terms.end, match.end()))
