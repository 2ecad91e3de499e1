"""The annotated article: sentences, words, entities and what the reader saw. Nothing here needs a model."""

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from attrs import define, field, frozen

from attribution.text.span import Span

NO_CUE = -1


@frozen(slots=True)
class Word:
    """One syntactic word, at characters `start` to `end` of the article's text.

    `index` counts the words of the document from 0, and so do `head` (-1 at a root) and `cue`.
    `role` is the word's part in an attribution, `B-` opening a span: *O*, *B-source*, *I-source*, *B-cue*, *I-cue*,
    *B-content*, *I-content*; `cue` is then the first word of the cue it belongs to, -1 where there is none.
    `sure` is the reader's confidence in role and cue, from 0 to 1 in thousandths.
    `entity` is the word's tag as *B-Person*, *I-Person*, … or *O*.
    Two words of one token without a seam between them (*l'* and *a* in a token *la*) share the token's characters.
    """

    index: int
    text: str
    start: int
    end: int
    lemma: str = ""
    upos: str = "X"
    head: int = NO_CUE
    deprel: str = "dep"
    entity: str = "O"
    role: str = "O"
    cue: int = NO_CUE
    sure: float = 0.0

    @property
    def span(self) -> Span:
        """The word's characters."""
        return Span(self.start, self.end)


@frozen(slots=True)
class Entity:
    """A named entity: words `first` to `last` of the document, both included, all of one sentence."""

    kind: str
    first: int
    last: int


@frozen(slots=True)
class Sentence:
    """Words `first` to `last` of the document, both included; `paragraph` counts the text's paragraphs from 0."""

    index: int
    first: int
    last: int
    paragraph: int = 0


@define(slots=False, frozen=True)
class Document:
    """An article's text with everything that was found in its words; the order is the text's."""

    text: str = field(repr=False)
    words: tuple[Word, ...] = field(repr=False)
    sentences: tuple[Sentence, ...] = field(repr=False)

    def words_of(self, sentence: Sentence) -> tuple[Word, ...]:
        """Return the words of a sentence."""
        return self.words[sentence.first : sentence.last + 1]

    def sentence_of(self, word: int) -> Sentence:
        """Return the sentence that holds the word with this index."""
        return self.sentences[self._sentence_numbers[word]]

    def children(self, word: int) -> tuple[int, ...]:
        """Return the indices of the words whose head is this word, in text order."""
        return self._children[word]

    def subtree(self, word: int) -> tuple[int, ...]:
        """Return the indices of a word and everything below it, in text order."""
        found, waiting = {word}, [word]
        while waiting:
            for child in self._children[waiting.pop()]:
                if child not in found:
                    found.add(child)
                    waiting.append(child)
        return tuple(sorted(found))

    def ancestors(self, word: int) -> Iterator[int]:
        """Yield the heads above a word, nearest first, up to the sentence's root."""
        seen = {word}
        while (head := self.words[word].head) not in seen and head != NO_CUE:
            yield head
            seen.add(head)
            word = head

    def span(self, first: int, last: int) -> Span:
        """Return the characters from the word `first` to the word `last`, both included."""
        return Span(self.words[first].start, max(self.words[first].end, self.words[last].end))

    def slice(self, first: int, last: int) -> str:
        """Return the article's own words from the word `first` to the word `last`, both included."""
        return self.span(first, last).of(self.text)

    def words_within(self, span: Span) -> tuple[int, ...]:
        """Return the indices of the words that touch a span."""
        return tuple(word.index for word in self._touching(span))

    def _touching(self, span: Span) -> Iterator[Word]:
        low, high = 0, len(self.words)
        while low < high:
            middle = (low + high) // 2
            if self.words[middle].end <= span.start:
                low = middle + 1
            else:
                high = middle
        while low < len(self.words) and self.words[low].start < span.end:
            yield self.words[low]
            low += 1

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """The named entities, in text order."""
        found: list[Entity] = []
        for sentence in self.sentences:
            opened: Entity | None = None
            for word in self.words_of(sentence):
                prefix, _, kind = word.entity.partition("-")
                if opened and prefix == "I" and kind == opened.kind:
                    opened = Entity(kind, opened.first, word.index)
                    continue
                if opened:
                    found.append(opened)
                opened = Entity(kind, word.index, word.index) if kind else None
            if opened:
                found.append(opened)
        return tuple(found)

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        below: list[list[int]] = [[] for _ in self.words]
        for word in self.words:
            if word.head not in (NO_CUE, word.index):
                below[word.head].append(word.index)
        return tuple(map(tuple, below))

    @cached_property
    def _sentence_numbers(self) -> tuple[int, ...]:
        return tuple(s.index for s in self.sentences for _ in range(s.first, s.last + 1))


def runs(indices: tuple[int, ...]) -> list[tuple[int, int]]:
    """Return the unbroken runs of sorted indices as (first, last) pairs: 1 2 3 7 → (1, 3), (7, 7)."""
    if not indices:
        return []
    breaks = [i for i, (a, b) in enumerate(pairwise(indices)) if b != a + 1]
    firsts = [0, *(i + 1 for i in breaks)]
    lasts = [*breaks, len(indices) - 1]
    return [(indices[a], indices[b]) for a, b in zip(firsts, lasts, strict=True)]
