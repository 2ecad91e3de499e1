"""Find the places of an article that state on what terms somebody speaks."""

from collections.abc import Iterator

from attribution.document.document import Document, Sentence
from attribution.statements.quoting.quotation_marks import quoted_spans
from attribution.statements.statement import AuthorizationStatus
from attribution.statements.terms.authority import find_authority
from attribution.statements.terms.clauses import lower
from attribution.statements.terms.frames import frame_of
from attribution.statements.terms.manner import find_manner
from attribution.statements.terms.terms import Terms
from attribution.statements.terms.withholding import find_withholdings
from attribution.statements.terms.wording import formulas

AFTER = 4  # words: "to be identified only by her first name"


def find_terms(document: Document) -> tuple[Terms, ...]:
    """Return every statement of terms in an article's own words, in text order.

    Quoted words never count: in *"My editor spoke off the record," she said* nobody speaks off the record.
    Of several formulas on the same words the first that says most is kept, and where one clause says plainly that
    somebody goes unnamed, a name that is not given in it is another's (*who spoke on condition of anonymity, declined
    to give her name*).
    """
    quoted = {word for quotation in quoted_spans(document.text) for word in document.words_within(quotation.inner)}
    found: list[Terms] = []
    for sentence in document.sentences:
        places = [
            terms
            for terms in _in_sentence(document, sentence)
            if terms.anchor not in quoted and terms.last not in quoted
        ]
        plain = [terms for terms in places if not terms.weak and not terms.bare]
        places = [terms for terms in places if not (terms.weak and plain)]
        for terms in sorted(places, key=lambda t: (t.bare, t.first, -t.last)):
            if not any(terms.first <= kept.last and kept.first <= terms.last for kept in found):
                found.append(terms)
    return tuple(sorted(found, key=lambda t: t.first))


def _in_sentence(document: Document, sentence: Sentence) -> Iterator[Terms]:
    yield from find_manner(document, sentence)
    yield from find_authority(document, sentence)
    for held in find_withholdings(document, sentence):
        if (frame := frame_of(document, held)) is not None:
            around = range(held.first, min(held.last + AFTER, sentence.last) + 1)
            yield Terms(
                status=AuthorizationStatus.ANONYMOUS,
                anchor=frame.anchor,
                first=min(frame.first, held.first),
                last=max(held.last, frame.anchor),
                bearer=frame.bearer,
                weak=frame.weak,
                needs_reason=frame.needs_reason,
                partial=any(lower(document, place) in formulas().partial for place in around),
            )
