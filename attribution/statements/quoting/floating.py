"""Find quotations that no statement covers, and the statement before or after whose speaker goes on in them.

News often leaves the second of two quotations to its place: *“We will stay,” Haddad said.* and, as the next
paragraph, *“The port is ours.”*
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Sequence
from enum import StrEnum

from attrs import define, field, frozen

from attribution.document.document import Document
from attribution.statements.grouping import Parts
from attribution.statements.quoting.quotation_marks import QuotedSpan, quotations
from attribution.statements.quoting.quoted_terms import quotes_nobody
from attribution.text.span import Span

FEWEST_WORDS = 3  # of a quotation that floats; *“No.”* alone may be anything
_ENDS = frozenset(".?!…")
_LABEL = re.compile(r"\s*[A-Z][A-Z .'’-]{1,40}:")  # “HADDAD: We will stay.”: transcripts say who speaks
_SENTENCE_ENDS = frozenset((".", "?", "!", "”", '"', "''", "’"))


class Link(StrEnum):
    """Where the statement stands that a floating quotation goes on with; the surer before the less sure."""

    SAME_QUOTATION = "same_quotation"
    SAME_PARAGRAPH = "same_paragraph"
    PARAGRAPH_BEFORE = "paragraph_before"
    PARAGRAPH_AFTER = "paragraph_after"


@frozen(kw_only=True)
class Floating:
    """A quotation without cue or source: its spans, its words, and the statement that it goes on with.

    `statement` counts the statements that were given to `floating_quotations`.
    """

    spans: tuple[Span, ...]
    words: tuple[int, ...]
    statement: int
    link: Link


def floating_quotations(
    document: Document, quoted: Sequence[QuotedSpan], statements: Sequence[Parts], quoting: Container[int]
) -> tuple[Floating, ...]:
    """Return the quotations that no statement touches and that follow or precede one closely, in text order.

    `quoted` is what `quoted_spans` found, `quoting` the places of the statements whose content is quoted, if in part.
    A quotation floats when it is a sentence or more of its own; titles, scare
    quotes and words inside a clause never do. Where no statement is near, or two are and nothing decides, it is left
    out.
    """
    search = _Search(document, statements, quoting)
    found = []
    for group in quotations(span for span in quoted if not span.depth):
        loose = [span for span in group if search.is_loose(span)]
        if loose and (link := search.link(group, loose)) is not None:
            spans = tuple(span.span for span in loose)
            words = tuple(i for span in spans for i in document.words_within(span))
            found.append(Floating(spans=spans, words=words, statement=link[1], link=link[0]))
            search.add(words, link[1])  # the next paragraph may go on with this one
    return tuple(found)


@define
class _Search:
    """The statements of a document by the sentences they touch."""

    document: Document
    statements: Sequence[Parts]
    quoting: Container[int]
    covered: set[int] = field(init=False)
    by_sentence: dict[int, list[int]] = field(init=False)
    contents: list[frozenset[int]] = field(init=False)
    paragraphs: list[int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.covered, self.by_sentence = set(), {}
        self.contents = [frozenset(parts.content) for parts in self.statements]
        for number, parts in enumerate(self.statements):
            self.add((*parts.content, *parts.source, *parts.cue), number)
        self.paragraphs = [sentence.paragraph for sentence in self.document.sentences]

    def add(self, words: Sequence[int], number: int) -> None:
        """Note that words belong to a statement."""
        self.covered.update(words)
        for sentence in sorted({self.document.sentence_of(i).index for i in words}):
            self.by_sentence.setdefault(sentence, []).append(number)

    def is_loose(self, span: QuotedSpan) -> bool:
        """Whether a quoted stretch is a whole sentence or more that nothing covers."""
        words = self.document.words_within(span.span)
        if not words or any(i in self.covered for i in words):
            return False
        spoken = [i for i in words if any(character.isalnum() for character in self.document.words[i].text)]
        if len(spoken) < FEWEST_WORDS:
            return False
        first, last = self.document.sentence_of(words[0]), self.document.sentence_of(words[-1])
        begins = first.first == words[0] or self.document.words[words[0] - 1].text in _SENTENCE_ENDS
        inner = span.inner.of(self.document.text).rstrip(" \n\t)]'’\"”")
        ends = last.last == words[-1] and bool(inner) and inner[-1] in _ENDS
        if _LABEL.match(inner):
            return False
        capital = next((c for c in inner if c.isalnum()), "")
        whole = begins and ends and (capital.isupper() or capital.isdigit())
        return whole and not quotes_nobody(self.document, span)

    def link(self, group: Sequence[QuotedSpan], loose: Sequence[QuotedSpan]) -> tuple[Link, int] | None:
        """Return the statement that loose parts of a quotation go on with."""
        starts = {span.span.start for span in loose}
        for span in group:
            if span.span.start not in starts and (number := self._covering(span)) is not None:
                return Link.SAME_QUOTATION, number
        words = self.document.words_within(loose[0].span)
        first = self.document.sentence_of(words[0]).index
        last = self.document.sentence_of(self.document.words_within(loose[-1].span)[-1]).index
        before, after = self._quoted_in(first - 1), self._quoted_in(last + 1)
        if self._is_near(first, -1) and (within := self._only_one(first - 1, before)) is not None:
            return Link.SAME_PARAGRAPH, within
        if not self._is_paragraph(first, last):
            return None
        if first and self.paragraphs[first] - self.paragraphs[first - 1] == 1:
            preceding = self._only_one(first - 1, before)
            if preceding is not None:
                return Link.PARAGRAPH_BEFORE, preceding
        following = after if after is not None and self._begins_with(last + 1, after) else None
        return (Link.PARAGRAPH_AFTER, following) if following is not None else None

    def _covering(self, span: QuotedSpan) -> int | None:
        """Return the one statement whose content a quoted stretch mostly is."""
        words = set(self.document.words_within(span.span))
        near = {n for i in words for n in self.by_sentence.get(self.document.sentence_of(i).index, ())}
        numbers = {n for n in near if 2 * len(words & self.contents[n]) > len(words)}
        return numbers.pop() if len(numbers) == 1 else None

    def _is_near(self, first: int, step: int) -> bool:
        other = first + step
        return 0 <= other < len(self.paragraphs) and self.paragraphs[other] == self.paragraphs[first]

    def _is_paragraph(self, first: int, last: int) -> bool:
        """Whether sentences are a paragraph of their own."""
        return not self._is_near(first, -1) and not self._is_near(last, 1)

    def _quoted_in(self, sentence: int) -> int | None:
        """Return the one quoted statement of a sentence."""
        numbers = [n for n in self.by_sentence.get(sentence, ()) if n in self.quoting]
        return numbers[0] if len(numbers) == 1 else None

    def _only_one(self, sentence: int, quoted: int | None) -> int | None:
        """Return a sentence's quoted statement, or else its only one where somebody is named who speaks."""
        if quoted is not None:
            return quoted
        numbers = self.by_sentence.get(sentence, ())
        alone = numbers[0] if len(numbers) == 1 else None
        return alone if alone is not None and self.statements[alone].source else None

    def _begins_with(self, sentence: int, number: int) -> bool:
        """Whether a sentence opens a paragraph with a statement's quotation and then says whose it is."""
        parts, first = self.statements[number], self.document.sentences[sentence].first
        opens = bisect_right(parts.content, first + 1) > bisect_left(parts.content, first)
        return opens and bool(parts.source) and parts.source[0] > parts.content[0]
