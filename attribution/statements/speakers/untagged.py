"""Names beside a role that the tagger did not see: *Channel 9* of *Channel 9 host*, *G-7* of *chairman of G-7*."""

from collections.abc import Container, Iterator

from attribution.document.document import Document
from attribution.statements.speakers.kinds import kind_of_noun, singular
from attribution.statements.speakers.name_entities import LEADING
from attribution.statements.speakers.names import fold, is_acronym
from attribution.statements.speakers.phrases import HYPHENS
from attribution.statements.speakers.word_lists import titles, uses
from attribution.statements.statement import SpeakerKind

AFFILIATING = frozenset("of for at with from".split())
OF_THE_ROLE = uses("of_the_role")
PARTIES = uses("parties")


def untagged_names(document: Document, first: int, last: int, known: Container[int]) -> Iterator[str]:
    """Yield the capitalized names within words `first` to `last` that stand before a noun or after *of* and *for*.

    `known` are words that are mentions already.
    """
    start = first
    while start <= last:
        end = start
        while end <= last and (_is_name(document, end, known) or (end > start and _is_hyphen(document, end))):
            end += 1
        stop = end
        while stop > start and document.words[stop - 1].text in OF_THE_ROLE:
            stop -= 1  # *Press* of *White House Press Secretary*
        if stop > start and _is_beside_role(document, start, end, first, last):
            yield " ".join(document.slice(start, stop - 1).split())
        start = end + 1


def _is_beside_role(document: Document, start: int, end: int, first: int, last: int) -> bool:
    words = document.words
    # a capital that only opens the sentence tells nothing
    opens = start == document.sentence_of(start).first and end == start + 1 and not is_acronym(words[start].text)
    if opens and (end > last or words[end].text.islower()):
        return False
    leads = end <= last and words[end].upos in ("NOUN", "PROPN", "PART")
    before = start - 1 - (start > first and words[start - 1].upos == "DET")
    return leads or (before > first and words[before].text.lower() in AFFILIATING)


def _is_name(document: Document, place: int, known: Container[int]) -> bool:
    word = document.words[place]
    if word.upos != "PROPN" or word.entity != "O" or not word.text[:1].isupper() or place in known:
        return False
    text = fold(word.text)
    if text in titles() or text in PARTIES or text in LEADING:
        return False
    return kind_of_noun(singular(word.text, "")) is not SpeakerKind.PERSON


def _is_hyphen(document: Document, place: int) -> bool:
    words = document.words
    joined = words[place - 1].end == words[place].start
    return joined and (words[place].text in HYPHENS or words[place - 1].text in HYPHENS)
