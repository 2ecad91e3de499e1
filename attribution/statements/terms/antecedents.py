"""Find the unnamed speakers that a pronoun or a description takes up: *They*, *both officials*, *the person*."""

from bisect import bisect_left
from collections.abc import Sequence

from attribution.document.document import Document
from attribution.statements.terms.agreement import MANY, noun_of, number_of
from attribution.statements.terms.clauses import lower
from attribution.statements.terms.parties import Identity, Party, is_definite
from attribution.statements.terms.wording import formulas

NEAR = 2  # paragraphs back for a pronoun
FAR = 6  # paragraphs back for a description
OF_TWO = ("both", "two", "pair", "either", "neither")
COUNTS = {"three": 3, "trio": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8} | dict.fromkeys(OF_TWO, 2)
MODIFYING = ("amod", "compound", "nmod:desc")
PRONOMINAL = frozenset({"PRON", "DET", "NUM", "ADJ"})  # "she", "another"
VAGUE = frozenset({"other", "same", "various"})


def antecedents(document: Document, word: int, parties: Sequence[Party]) -> tuple[Party, ...]:
    """Return the speakers before a word that it takes up; nobody where several fit equally well.

    *They* and *the officials* take up the nearest group, or several single speakers one after the other; *he* and
    *the official* the nearest single one; *the official* otherwise, *one* and *the other* are of a group.
    """
    places = _places_before(document, word, [party for party in parties if _fits(document, word, party)])
    if number_of(document, word) == MANY:
        return _many(document, word, places)
    singles = [(place, party) for place, party in places if party.number != MANY]
    if singles or document.words[word].upos == "PRON":
        return _nearest(document, singles)
    return _nearest(document, places)


def members_since(
    document: Document, word: int | None, found: Sequence[Party], parties: Sequence[Party]
) -> tuple[Party, ...]:
    """Return the single speakers that came in since an uncounted group, where *the officials* was taken for the group.

    *Navy officials said … A police official said … An army official said … The officials spoke on condition …*: these
    are the two. Nobody where fewer than two came in.
    """
    if word is None or len(found) != 1 or number_of(document, word) != MANY or not is_definite(document, word):
        return ()
    group = found[0]
    if group.number != MANY or group.speaker.count[1] is not None or document.words[word].upos != "NOUN":
        return ()
    singles = [party for party in parties if party.is_unnamed and party.number != MANY and not party.definite]
    fitting = [
        party for party in singles if noun_of(document.words[word]) in party.nouns and _fits(document, word, party)
    ]
    places = {place for place, _ in _places_before(document, word, fitting)}
    since = tuple(p for p in fitting if p.places[0] in places and p.places[0] > group.places[0])
    return since if len(since) > 1 else ()


def _fits(document: Document, word: int, party: Party) -> bool:
    """Tell whether a description may mean a speaker: its noun, or one that anybody is called by, and its adjectives."""
    here, known = document.words[word], formulas()
    if here.upos != "NOUN" or lower(document, word) in COUNTS:  # *all three*, whatever *three* was tagged as
        return party.is_unnamed or (number_of(document, word) == MANY and party.number == MANY)
    noun = noun_of(here)
    if noun in party.nouns:
        return _modifiers(document, word) <= party.describing
    no_noun = any(document.words[place].upos in PRONOMINAL for place in party.places[:1]) and not party.nouns
    generic = noun in known.person or no_noun or bool(party.nouns & known.person)
    return party.is_unnamed and generic


def _modifiers(document: Document, word: int) -> set[str]:
    below = document.children(word)
    return {lower(document, c) for c in below if document.words[c].deprel in MODIFYING} - VAGUE


def _places_before(document: Document, word: int, parties: Sequence[Party]) -> list[tuple[int, Party]]:
    """Return the mentions before a word that are near enough, the nearest first."""
    here = document.sentence_of(word).paragraph
    reach = FAR if document.words[word].upos == "NOUN" else NEAR
    earliest = bisect_left(document.sentences, here - reach, key=lambda sentence: sentence.paragraph)
    first = document.sentences[earliest].first
    found = [(place, party) for party in parties for place in party.places_within(first, word)]
    return sorted(found, key=lambda pair: -pair[0])


def _nearest(document: Document, places: Sequence[tuple[int, Party]]) -> tuple[Party, ...]:
    if not places:
        return ()
    sentence = document.sentence_of(places[0][0])
    rivals = {party.identity for place, party in places if document.sentence_of(place) == sentence}
    return (places[0][1],) if len(rivals) == 1 else ()


def _many(document: Document, word: int, places: Sequence[tuple[int, Party]]) -> tuple[Party, ...]:
    """Return the nearest group, or the single speakers before a word, and both where the count asks for more."""
    count, reached = counted(document, word), 0
    found: dict[Identity, Party] = {}
    for _, party in places:
        if party.identity in found:
            continue
        is_group = party.number == MANY
        if (is_group and found and not count) or (count and reached >= count):
            break
        found[party.identity] = party
        reached += max(party.speaker.count[0], 1 + is_group)
        if is_group and not count:
            break
    if len(found) == 1 and reached == 1 and (count or document.words[word].upos == "NOUN"):
        # one official and "the officials": whoever the others are, the group stands farther back
        return tuple(party for _, party in places if party.number == MANY)[:1]
    return tuple(found.values())


def counted(document: Document, word: int) -> int:
    """Return how many a pronoun or a description says that they are: two for *both*, 0 for *they*."""
    texts = [lower(document, place) for place in (word, *document.children(word))]
    return max((COUNTS.get(text, 0) for text in texts), default=0)
