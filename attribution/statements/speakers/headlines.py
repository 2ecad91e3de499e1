"""Tell what a headline names: with all words capitalized, the tagger takes many a verb for part of a name."""

from attribution.document.document import Document, Entity, Sentence
from attribution.statements.speakers.names import fold

FEWEST_WORDS = 4
SMALL = 4  # letters of a word that headlines may leave in lower case: over, with
_ENDS = frozenset('.?!…:;,”"')


def confirmed(document: Document, entities: list[Entity]) -> list[Entity]:
    """Return the entities without those that only a headline names.

    In *Panel Faults Utility Over Alarm* nobody is called *Panel Faults Utility*; a name whose last word the article's
    text has in a name, too, stays.
    """
    headlines = frozenset(s.index for s in document.sentences if is_headline(document, s))
    if not headlines:
        return entities
    aside = [entity for entity in entities if document.sentence_of(entity.first).index in headlines]
    known = {fold(document.words[i].text) for e in entities if e not in aside for i in range(e.first, e.last + 1)}
    out = frozenset(entity for entity in aside if fold(document.words[entity.last].text) not in known)
    return [entity for entity in entities if entity not in out]


def is_headline(document: Document, sentence: Sentence) -> bool:
    """Tell whether a sentence is a paragraph of its own with all its longer words capitalized and no full stop."""
    near = document.sentences[max(sentence.index - 1, 0) : sentence.index + 2]
    words = [word.text for word in document.words_of(sentence)]
    if sum(other.paragraph == sentence.paragraph for other in near) > 1 or words[-1] in _ENDS:
        return False
    long = [word for word in words if len(word) > SMALL and word.isalpha()]
    return len(words) >= FEWEST_WORDS and bool(long) and all(word[0].isupper() for word in long)
