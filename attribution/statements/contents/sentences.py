"""Which sentences around a cue its content may reach into."""

from collections.abc import Sequence

from attribution.document.document import Document
from attribution.statements.grouping import Parts

FEWEST = 2  # words of a content in its cue's sentence, for what stands elsewhere to be doubted


def of_own_sentences(document: Document, quoted: frozenset[int], parts: Parts) -> Sequence[int]:
    """Return a content without what the reader took from sentences that are not its own.

    A content goes on in later sentences only as a quotation, and comes from earlier ones only where it opens the cue's
    sentence, too: *“We left. Nobody stayed,” she said. “It was late.”* A heading above a paragraph, or a quotation
    before *He told reporters that …*, is another's. `quoted` are the words in quotation marks.
    """
    cue = document.sentence_of(parts.cue[0])
    own = [i for i in parts.content if cue.first <= i <= cue.last]
    if sum(document.words[i].upos != "PUNCT" for i in own) < FEWEST:
        return parts.content
    opens = own[0] <= cue.first + 1
    before = [i for i in parts.content if i < cue.first and opens and _may_lead(document, quoted, i, cue.paragraph)]
    return [*before, *own, *(i for i in parts.content if i > cue.last and i in quoted)]


def _may_lead(document: Document, quoted: frozenset[int], word: int, paragraph: int) -> bool:
    return word in quoted or document.sentence_of(word).paragraph == paragraph


def whole_block(document: Document, quoted: frozenset[int], parts: Parts) -> Sequence[int]:
    """Return all of a paragraph that a colon announces, set without quotation marks: *The mayor added:* and below it
    *It was late. Nobody stayed.*"""
    words, colon = document.words, max((*parts.cue, *parts.source))
    colon += words[colon].text != ":"
    if colon + 1 >= len(words) or words[colon].text != ":" or not colon < parts.content[0] <= colon + 2:
        return parts.content
    first = document.sentence_of(colon + 1)
    set_off = first.first == colon + 1 and first.paragraph != document.sentence_of(colon).paragraph
    if not set_off or not quoted.isdisjoint(range(first.first, first.last + 1)):
        return parts.content
    last = first
    while last.index + 1 < len(document.sentences) and document.sentences[last.index + 1].paragraph == first.paragraph:
        last = document.sentences[last.index + 1]
    return range(first.first, last.last + 1)
