"""Whose president *its president* is."""

from collections.abc import Iterator

from attribution.document.document import Document
from attribution.statements.speakers.party import Party
from attribution.statements.speakers.reading import Reading
from attribution.statements.speakers.sources import is_dateline
from attribution.statements.speakers.word_lists import country_of
from attribution.statements.statement import SpeakerKind

OWNERS = frozenset(("its",))
REACH = 2  # sentences before that in which the owner is looked for


def owner_of(reading: Reading, first: int, last: int) -> Party | None:
    """Return the body that *its* before a role means: in *Calder Freight said …* and *Its chief executive* the first.

    It is the subject of its own sentence, of the sentence before, or of the one before that, or the only body named
    there; where two may be meant it is none.
    """
    document = reading.document
    place = _owning_word(document, first, last)
    if place is None:
        return None
    sentence = document.sentence_of(place)
    for index in range(sentence.index, max(sentence.index - REACH, 0) - 1, -1):
        stretch = document.sentences[index]
        found = list(_bodies(reading, stretch.first, min(stretch.last, place - 1)))
        subjects = [party for word, party in found if document.words[word].deprel.startswith("nsubj")]
        parties = {id(party): party for party in subjects or [party for _, party in found]}
        if parties:
            return next(iter(parties.values())) if len(parties) == 1 else None
    return None


def _owning_word(document: Document, first: int, last: int) -> int | None:
    """Return the place of *its* where it belongs to a noun of a role's words, or stands before them."""
    for place in range(max(first - 2, 0), last + 1):
        word = document.words[place]
        if word.text.lower() in OWNERS and first <= word.head <= last:
            return place
    return None


def _bodies(reading: Reading, first: int, last: int) -> Iterator[tuple[int, Party]]:
    """Yield the mentions of named organizations between two words; a country is none that has a president of its."""
    for word in range(first, last + 1):
        party = reading.party_of.get(word)
        if party is None or is_dateline(reading.document, (word,)) or party.name.lower() in country_of():
            continue
        if party.kind is SpeakerKind.ORGANIZATION and not party.plural and party.name:
            yield word, party
