"""Read headlines by their layout: *Ministry: Dam is safe* and *Dam is safe: ministry* name who says so by a colon."""

from collections.abc import Iterator

from attribution.document.document import Document, Sentence
from attribution.statements.grouping import Parts
from attribution.statements.speakers.kinds import kind_of_noun, singular
from attribution.statements.speakers.names import is_acronym
from attribution.statements.speakers.word_lists import uses
from attribution.statements.statement import SpeakerKind

TOP = 3  # paragraphs that may be headlines
LONGEST_NAME = 5  # words
FEWEST_SAID = 3  # words
ENDS = frozenset('.?!…;,”"')
OPENING = frozenset("“‘\"'")
DASHES = frozenset("–—")
SPEAKERS = frozenset(("Person", "Organization"))
LABELS = uses("headline_labels")


def headline_turns(document: Document) -> tuple[Parts, ...]:
    """Return what headlines attribute by a colon, or by a dash before their last words, in text order.

    *Analysis: Why the dam broke* and *Ruma: A city that floods* are said by nobody.
    """
    return tuple(found for sentence in headlines(document) for found in _turn(document, sentence))


def is_label(document: Document, parts: Parts) -> bool:
    """Tell whether the reader took for a speaker what only labels a headline: *Analysis: …*, *Ruma: …*."""
    if [document.words[i].text for i in parts.cue] != [":"] or not parts.source:
        return False
    if document.sentence_of(parts.cue[0]) not in headlines(document) or parts.source[-1] > parts.cue[0]:
        return False
    is_quoted = document.words[parts.content[0]].text in OPENING  # *Ruma: ‘We will rebuild’*
    return not is_quoted and _labels(document, parts.source)


def headlines(document: Document) -> list[Sentence]:
    """Return the first paragraphs of one sentence that lack its full stop."""
    top = [sentence for sentence in document.sentences[: 2 * TOP] if sentence.paragraph < TOP]
    alone = [s for s in top if sum(other.paragraph == s.paragraph for other in top) == 1]
    last = document.sentences[-1].paragraph if document.sentences else 0
    return [s for s in alone if document.words[s.last].text not in ENDS and s.paragraph < last]


def _turn(document: Document, sentence: Sentence) -> Iterator[Parts]:
    words = range(sentence.first, sentence.last + 1)
    marks = [i for i in words if document.words[i].text == ":" or document.words[i].text in DASHES]
    for mark in marks[:1] + marks[-1:]:
        before, after = tuple(range(sentence.first, mark)), tuple(range(mark + 1, sentence.last + 1))
        sides = [(after, before)] if document.words[mark].text in DASHES else [(before, after), (after, before)]
        for name, said in sides:
            if 0 < len(name) <= LONGEST_NAME and len(said) >= FEWEST_SAID and _speaks(document, name):
                yield Parts(source=name, cue=(mark,), content=said)
                return


def _is_place(document: Document, name: str) -> bool:
    """Whether the article means a place by a name, here or elsewhere; a dateline has it in capitals."""
    same = [word.entity[2:] for word in document.words if word.text.lower() == name.lower() and word.entity != "O"]
    return 2 * same.count("Location") >= len(same) > 0


def _labels(document: Document, name: tuple[int, ...]) -> bool:
    """Whether words tell what kind of piece it is, or where it plays."""
    last = document.words[name[-1]]
    noun = singular(last.text.lower(), last.lemma.lower())
    return bool({noun, last.text.lower()} & LABELS) or _is_place(document, last.text)


def _speaks(document: Document, name: tuple[int, ...]) -> bool:
    """Whether words name somebody: a person, a body, a noun for either, or a paper that reports."""
    words = [document.words[i] for i in name]
    last = words[-1]
    if _labels(document, name):
        return False
    if all(word.entity[2:] in SPEAKERS for word in words):
        return True
    if len(words) == 1 and is_acronym(last.text) and last.text.isupper():
        return any(word.text == last.text and word.entity[2:] in SPEAKERS for word in document.words)
    return kind_of_noun(singular(last.text.lower(), last.lemma.lower())) is not SpeakerKind.UNKNOWN
