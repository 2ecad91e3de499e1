"""Terms with their reasons, and the words of an article's cues by which reasons end."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from attribution.document.document import Document
from attribution.statements.statement import Statement
from attribution.statements.terms.finding import find_terms
from attribution.statements.terms.reasons import find_reason
from attribution.statements.terms.terms import Terms
from attribution.text.span import Span


@frozen(kw_only=True)
class StatedTerms:
    """Terms with the words that give the reason for them."""

    terms: Terms
    reason: Span | None = None


def find_stated_terms(
    document: Document, statements: Sequence[Statement], terms: Sequence[Terms] | None = None
) -> tuple[StatedTerms, ...]:
    """Return all terms of an article with their reasons, in text order; `terms` where they were found already.

    In *They spoke on condition of anonymity because they were not authorized to grant interviews* the lack of authority
    is the reason, and no terms of its own.
    """
    cues, contents = _cues(document, statements), _contents(document, statements)
    every = find_terms(document) if terms is None else terms
    found = [StatedTerms(terms=one, reason=find_reason(document, one, cues, contents)) for one in every]
    reasons = [one.reason for one in found if one.reason is not None and not one.terms.bare]
    return tuple(one for one in found if not _is_reason_of_others(document, one, reasons) and _has_what_it_needs(one))


def _is_reason_of_others(document: Document, one: StatedTerms, reasons: Sequence[Span]) -> bool:
    anchor = document.words[one.terms.anchor].span
    return one.terms.bare and any(reason.overlaps(anchor) for reason in reasons)


def _has_what_it_needs(one: StatedTerms) -> bool:
    return one.reason is not None or not one.terms.needs_reason


def _cues(document: Document, statements: Sequence[Statement]) -> Mapping[int, int]:
    """Return the words of all cues, each with the character where its source begins."""
    return {
        word: min((source.start for source in statement.source), default=len(document.text))
        for statement in statements
        for span in statement.cue
        for word in document.words_within(span)
    }


def _contents(document: Document, statements: Sequence[Statement]) -> frozenset[int]:
    """Return the words *that* which open a content away from its cue: what stands between may be a reason.

    *Because they feared that they would be fired* is one reason; in *said on condition of anonymity because the talks
    were private that the deal was near* it ends before *that*.
    """
    found = set()
    for statement in statements:
        first = next(iter(document.words_within(statement.content[0])), 0)
        cue = {word for span in statement.cue for word in document.words_within(span)}
        if document.words[first].text.lower() == "that" and first - 1 not in cue:
            found.add(first)
    return frozenset(found)
