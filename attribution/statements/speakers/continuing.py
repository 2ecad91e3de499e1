"""Whose a quotation is that names nobody: *“We agree,” Ms. Ito said. “We will sign.”* goes on with Ms. Ito."""

from collections.abc import Sequence

from attrs import frozen

from attribution.document.document import Document
from attribution.statements.quoting.quotation_marks import quoted_spans
from attribution.statements.statement import Quotation, Statement

SENTENCES = 2  # sentences between two quotations that one speaker says in one go
SAYING = frozenset("root conj parataxis ccomp".split())  # a verb's relations where it is its clause's own


@frozen
class Places:
    """Where the statements of an article stand, in the order of the statements.

    `quotations` number the quotation that a content begins in, 0 for none; `first` and `last` are sentences.
    """

    quotations: tuple[int, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]


def places_of(document: Document, statements: Sequence[Statement]) -> Places:
    """Return where the statements stand."""
    return Places(
        quotations=_quotations(document, statements),
        first=tuple(_sentence(document, _ends(statement)[0]) for statement in statements),
        last=tuple(_sentence(document, _ends(statement)[1]) for statement in statements),
    )


def continued_from(document: Document, statements: Sequence[Statement], number: int, places: Places) -> int | None:
    """Return the statement whose speaker goes on in a quotation without source, by its number; None where none does.

    A statement of the same quotation comes first, then the one just before, then the one that opens the next
    paragraph: *“It was over.”* and below it *“We lost,” Ms. Ito said.* What has a verb of its own that says it goes on
    with nobody: *He is alleged to have said “…”* is not the last speaker's.
    """
    if statements[number].quotation is Quotation.INDIRECT:
        return None
    sourced = [other for other, statement in enumerate(statements) if other != number and statement.source]
    same = [
        other
        for other in sourced
        if places.quotations[number] and places.quotations[other] == places.quotations[number]
    ]
    if same:
        return same[0]
    if _says_itself(document, statements[number]):
        return None
    start, own = statements[number].content[0].start, places.first[number]
    before = [other for other in sourced if statements[other].content[0].start < start and places.last[other] <= own]
    if before:
        nearest = max(before, key=lambda other: (places.last[other], statements[other].content[0].start))
        if own - places.last[nearest] <= SENTENCES and _paragraphs(document, places.last[nearest], own) <= 1:
            return nearest
    after = [other for other in sourced if places.first[other] == places.last[number] + 1 and places.quotations[other]]
    return (
        after[0]
        if len(after) == 1 and _paragraphs(document, places.last[number], places.first[after[0]]) <= 1
        else None
    )


def _says_itself(document: Document, statement: Statement) -> bool:
    cue = (document.words[i] for span in statement.cue for i in document.words_within(span))
    return any(word.upos == "VERB" and word.deprel in SAYING for word in cue)


def _paragraphs(document: Document, first: int, last: int) -> int:
    return document.sentences[last].paragraph - document.sentences[first].paragraph


def _ends(statement: Statement) -> tuple[int, int]:
    spans = (*statement.content, *statement.cue, *statement.source)
    return min(span.start for span in spans), max(span.end for span in spans) - 1


def _sentence(document: Document, character: int) -> int:
    low, high = 0, len(document.sentences) - 1
    while low < high:
        middle = (low + high) // 2
        if document.words[document.sentences[middle].last].end <= character:
            low = middle + 1
        else:
            high = middle
    return low


def _quotations(document: Document, statements: Sequence[Statement]) -> tuple[int, ...]:
    spans = [quoted for quoted in quoted_spans(document.text) if not quoted.depth]
    found, place = {}, 0
    for number in sorted(range(len(statements)), key=lambda i: statements[i].content[0].start):
        start = statements[number].content[0].start
        while place < len(spans) and spans[place].span.end <= start:
            place += 1
        inside = place < len(spans) and spans[place].span.start <= start + 1
        found[number] = spans[place].quotation + 1 if inside else 0
    return tuple(found[number] for number in range(len(statements)))
