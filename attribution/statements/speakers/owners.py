"""Whose president *its president* is, and whose spokesman *a company spokesman*."""

from collections.abc import Iterator

from attribution.document.document import Document
from attribution.statements.speakers.party import Party
from attribution.statements.speakers.reading import Reading
from attribution.statements.speakers.sources import is_dateline
from attribution.statements.speakers.word_lists import country_of
from attribution.statements.statement import SpeakerKind

BUSINESS = frozenset(("company", "firm"))
REACH = 2  # sentences before that in which the owner is looked for


def owner_of(reading: Reading, first: int, last: int) -> Party | None:
    """Return the body that *its* or *company* in a role means: *Calder Freight*, where *Its president* follows on that.

    It is the subject of its own sentence, of the sentence before, or of the one before that, or the only body spoken of
    there; where two may be meant it is none. What somebody quoted speaks of is another matter.
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
            party = next(iter(parties.values()))
            return party if len(parties) == 1 and party.name else None
    return None


def _owning_word(document: Document, first: int, last: int) -> int | None:
    """Return the place of *its* or *company* where it belongs to a noun of a role's words, among or before them."""
    for place in range(max(first - 2, 0), last + 1):
        word = document.words[place]
        means_body = word.text.lower() == "its" or (word.text.lower() in BUSINESS and word.deprel == "compound")
        if means_body and first <= word.head <= last:
            return place
    return None


def _bodies(reading: Reading, first: int, last: int) -> Iterator[tuple[int, Party]]:
    """Yield the mentions of organizations between two words; a country is none that has a president of its."""
    for word in range(first, last + 1):
        party = reading.party_of.get(word)
        if party is None or party.kind is not SpeakerKind.ORGANIZATION or party.plural:
            continue
        quoted = any(mention.quoted for mention in party.mentions if mention.head == word)
        if not quoted and party.name.lower() not in country_of() and not is_dateline(reading.document, (word,)):
            yield word, party
