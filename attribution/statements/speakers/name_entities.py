"""What the tagger saw as names, put right: trimmed at both ends, completed, and of the kind that most mentions have."""

from collections import Counter

from attribution.document.document import Document, Entity
from attribution.statements.speakers.headlines import confirmed
from attribution.statements.speakers.kinds import is_plural, kind_of_noun, singular
from attribution.statements.speakers.names import fold, name_keys
from attribution.statements.speakers.word_lists import genders, titles, uses
from attribution.statements.statement import SpeakerKind

NO_NAMES = frozenset("'s ’s ’ ' , . -".split())
CONTINUED = uses("continued")
NEXT_NAMES = frozenset(("B-Organization", "B-Location"))
LEADING = uses("leading")
PARTNERS = {"(": ")", "[": "]", "“": "”"}
LINKS = frozenset("of for to without against".split())


def joined_entities(document: Document) -> list[Entity]:
    """Return the entities but those of headlines alone; what an *'s* tore apart is one: *the Tenants’ Union*."""
    found: list[Entity] = []
    for entity in document.entities:
        torn = found and entity.first == found[-1].last + 1 and document.words[entity.first].text in NO_NAMES
        if torn and entity.last > entity.first and found[-1].kind == entity.kind and entity.kind != "Person":
            found[-1] = Entity(entity.kind, found[-1].first, entity.last)
        else:
            found.append(entity)
    return confirmed(document, found)


def trimmed(document: Document, entity: Entity) -> tuple[int, int] | None:
    """Return an entity without *'s*, articles and marks at its ends."""
    words, first, last = document.words, entity.first, entity.last
    while last >= first and (words[last].text in NO_NAMES or words[last].upos in ("PUNCT", "ADP")):
        last -= 1
    while first <= last and (words[first].upos in ("PUNCT", "DET") or words[first].text in NO_NAMES):
        first += 1
    while last > first and _belongs_to_next(document, last):
        last -= 1
    first, last = _within_marks(document, first, last)
    return (first, last) if first <= last else None


def _within_marks(document: Document, first: int, last: int) -> tuple[int, int]:
    """Cut a name at brackets and quotation marks whose partner it lacks: *Ann Lee (D)* without the *D*."""
    words, opened = document.words, dict[str, int]()
    straight = [place for place in range(first, last + 1) if words[place].text == '"']
    if len(straight) == 1 and straight[0] < last:  # which of two it is, its form does not tell
        first = straight[0] + 1
    for place in range(first, last + 1):
        text = words[place].text
        if text in PARTNERS and place > first:
            opened[PARTNERS[text]] = place
        elif text in PARTNERS.values() and opened.pop(text, None) is None and place < last:
            first = place + 1
    return first, min((place - 1 for place in opened.values() if place > first), default=last)


def _belongs_to_next(document: Document, last: int) -> bool:
    """Whether a name ran into words after it: *defense* of *U.S. defense official*, *senator* of *Vermont senator*."""
    word = document.words[last]
    after = document.words[last + 1] if last + 1 < len(document.words) else None
    if after is not None and after.entity == "B-Person" and fold(word.text) in titles():
        return True
    if word.upos not in ("NOUN", "ADJ") or not word.text.islower():
        return False
    if kind_of_noun(singular(word.text, word.lemma)) is SpeakerKind.PERSON:
        return True
    return after is not None and after.upos == "NOUN" and after.entity == "O"


def usual_kinds(document: Document) -> dict[str, str]:
    """Return the kind that most mentions of a name have: the tagger is at times wrong about one of them."""
    votes: dict[str, Counter[str]] = {}
    for entity in document.entities:
        bounds = trimmed(document, entity)
        if bounds is not None:
            votes.setdefault(fold(document.slice(*bounds)), Counter())[entity.kind] += 1
    return {name: found.most_common(1)[0][0] for name, found in votes.items() if len(found) > 1}


def surnames_of(document: Document) -> frozenset[str]:
    """Return the last names of the people whom the article names in full."""
    return frozenset(
        name_keys(document.slice(*bounds))[-1]
        for entity in document.entities
        if entity.kind == "Person"
        and (bounds := trimmed(document, entity)) is not None
        and bounds[1] > bounds[0]
        and name_keys(document.slice(*bounds))
    )


def given_names_of(document: Document) -> frozenset[str]:
    """Return the first names of the people whom the article names in full."""
    return frozenset(
        fold(document.words[e.first].text) for e in document.entities if e.kind == "Person" and e.last > e.first
    )


def person_within(document: Document, first: int, last: int) -> int | None:
    """Return where a person's name begins in what was taken for an organization: *Ruma candidate Amina Haddad*."""
    words = document.words
    for place in range(first, last - 1):
        role = kind_of_noun(singular(words[place].text, words[place].lemma)) is SpeakerKind.PERSON
        if role and words[place].text.islower() and fold(words[place + 1].text) in genders("given_names"):
            return place + 1
    return None


def is_person_named_whole(document: Document, first: int, last: int, bare: frozenset[str]) -> bool:
    """Tell whether a supposed organization is the full name of somebody whom the article elsewhere calls by the last
    word alone; `bare` holds such words."""
    words = document.words
    if not 1 <= last - first <= 2 or any(word.upos != "PROPN" for word in words[first : last + 1]):
        return False
    if any(kind_of_noun(fold(words[i].text)) is SpeakerKind.ORGANIZATION for i in range(first, last + 1)):
        return False
    before = words[first - 1] if first else None
    has_role = before is not None and kind_of_noun(singular(before.text, before.lemma)) is SpeakerKind.PERSON
    return fold(words[last].text) in bare or (has_role and fold(words[first].text) in genders("given_names"))


def bare_names_of(document: Document) -> frozenset[str]:
    """Return the single words that the article calls people by."""
    return frozenset(
        fold(document.words[entity.first].text)
        for entity in document.entities
        if entity.kind == "Person" and entity.first == entity.last
    )


def is_people(document: Document, place: int) -> bool:
    """Whether a single word is the plural of a word for people: *Democrats*, *Palestinians*."""
    word = document.words[place]
    return is_plural(word.text, word.lemma) and kind_of_noun(singular(word.text, word.lemma)) is SpeakerKind.PERSON


def is_relative(document: Document, place: int) -> bool:
    """Tell whether a word names somebody's relative: *Jordan* in *his brother, Jordan,* is no country."""
    word = document.words[place]
    above = document.words[word.head] if word.deprel == "appos" and word.head >= 0 else None
    return above is not None and singular(above.text, above.lemma) in uses("relations")


def whole_person(document: Document, first: int, last: int) -> tuple[int, int]:
    """Give a person's name the parts that the tagger left out: *Karl D.* before *Haddad*, *Jr.* after it."""
    words, sentence = document.words, document.sentence_of(first)
    while last < sentence.last and words[last + 1].deprel == "flat" and first <= words[last + 1].head <= last:
        if words[last + 1].upos != "PROPN" or words[last + 1].entity[2:] not in ("", "Person"):
            break
        last += 1
    while first > sentence.first and _is_given(document, first - 1, last):
        first -= 1
    while last - first > 1 and _leads_up(document, first):
        first += 1
    return first, last


def _leads_up(document: Document, place: int) -> bool:
    """Whether a word before a name was taken for a part of it: *Rival*, *Democrat*, *Former*."""
    word = document.words[place].text
    return word[:1].isupper() and (fold(word) in LEADING or kind_of_noun(fold(word)) is SpeakerKind.PERSON)


def _is_given(document: Document, place: int, last: int) -> bool:
    word = document.words[place]
    if word.upos != "PROPN" or word.entity != "O" or fold(word.text) in titles():
        return False
    near = place < word.head <= last or document.words[place + 1].head == place
    return near and (fold(word.text) in genders("given_names") or len(word.text.strip(".")) == 1)


def whole_body(document: Document, first: int) -> int:
    """Give an organization's name what the tagger left out before it: *Coalition to* before *Reopen Our Clinics*."""
    words, start = document.words, document.sentence_of(first).first
    while first - 2 >= start and words[first - 1].text.lower() in LINKS and words[first - 2].text[:1].isupper():
        before = words[first - 2]
        if before.entity != "O" or before.upos not in ("PROPN", "NOUN") or not _opens_name(document, first - 2):
            break
        first -= 2
    return first


def whole_body_end(document: Document, first: int, last: int) -> int:
    """Return the last word of a name that goes on: a court *for the Ruma Circuit*, a school *at Kessel University*."""
    words, end = document.words, document.sentence_of(first).last
    if not any(fold(words[i].text) in CONTINUED for i in range(first, last + 1)):
        return last
    start = last + 2 + (last + 2 <= end and words[last + 2].upos == "DET")
    if start > end or words[last + 1].text.lower() not in ("for", "at", "of") or words[start].entity not in NEXT_NAMES:
        return last
    stop = start
    while stop < end and words[stop + 1].entity == "I" + words[start].entity[1:]:
        stop += 1
    return stop


def _opens_name(document: Document, place: int) -> bool:
    """Whether a word can open an organization's name: *Alliance to …*, *Citizens for …*, not *President of …*."""
    word, link = document.words[place], document.words[place + 1].text.lower()
    if kind_of_noun(fold(word.text)) is SpeakerKind.ORGANIZATION:
        return True
    return link in ("for", "without", "against") and is_plural(word.text, word.lemma) and is_people(document, place)


def head_of(document: Document, first: int, last: int) -> int:
    """Return the word of a stretch that hangs on a word outside it."""
    words = document.words
    return next((i for i in range(first, last + 1) if not first <= words[i].head <= last), last)
