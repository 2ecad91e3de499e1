"""The word of a phrase that says who it is: *Ito* of *Ruma lawyer Jun Ito*, *officials* of *officials in the port*."""

from attribution.document.document import Document
from attribution.statements.speakers.kinds import is_plural, kind_of_noun, singular
from attribution.statements.speakers.names import split_titles
from attribution.statements.speakers.phrases import HYPHENS, full_phrase
from attribution.statements.speakers.role_phrases import role_before
from attribution.statements.speakers.word_lists import uses
from attribution.statements.statement import SpeakerKind

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X", "SYM"))
NAMES = frozenset(("Person", "Organization", "Location", "Facility"))
OWNING = frozenset("'s ’s ' ’".split())
CLOSING = frozenset(", — – -- )".split())
TOGETHER = frozenset("all both each none two three".split())  # *a nurse and a driver, all of whom …*


def head_of_phrase(document: Document, segment: list[int]) -> int:
    """Return the word of a segment that says who it is, by surface order, then by the parse."""
    words, inside = document.words, set(segment)
    relative = next(
        (i for i in segment[1:3] if words[i].text.lower() in ("whom", "which", "them") and words[i - 1].text == "of"),
        None,
    )
    if relative is not None:
        return segment[0] if _is_part(document, segment[0], relative) else relative  # *one of them*; *most of whom*
    if all(words[i].upos in ("VERB", "AUX", "PUNCT") for i in segment):
        # the verb was taken for its subject
        return next(
            (c for i in segment for c in document.children(i) if words[c].deprel.startswith("nsubj")), segment[0]
        )
    last = last_noun(document, segment)
    if _ends_with_bearer(document, segment):
        return _head_of_name(document, segment[-1])
    if last is None:
        tops = [i for i in segment if words[i].head not in inside]
        return next((i for i in tops if words[i].upos in NOMINAL), (tops or segment)[0])
    if words[last].entity[2:] in NAMES:
        return _head_of_name(document, last)
    return last


def _is_part(document: Document, quantity: int, pronoun: int) -> bool:
    """Whether a quantity of *them* is less than all: *one of them*, not *both of them*."""
    words = document.words
    return words[pronoun].text.lower() == "them" and words[quantity].text.lower() in uses("parts")


def _ends_with_bearer(document: Document, segment: list[int]) -> bool:
    """Whether a long title ends in the name of who bears it: *Secretary of the Ruma Port Board Amina Haddad*.

    *A spokesman for Amina Haddad* does not: the name follows a preposition.
    """
    words, first = document.words, segment[-1]
    if not words[first].entity.endswith("-Person"):
        return False
    while words[first].entity.startswith("I-") and first > segment[0]:
        first -= 1
    role = role_before(document, first, segment[0])
    if role is None or is_plural(words[role].text, words[role].lemma):
        return False
    # *officials of Mayor Amina Haddad*: the title is the name's, and the officials speak
    return not any(words[i].upos == "ADP" for i in segment if i < role)


def _head_of_name(document: Document, last: int) -> int:
    """Return the head of the name that ends at a word: *Marc* of *Ruma lawyer Marc Ito*, *Ito* of *Insp Ito*."""
    words, first = document.words, last
    while words[first].entity.startswith("I-") and first:
        first -= 1
    titles, _ = split_titles([words[i].text for i in range(first, last + 1)])
    head = next((i for i in range(first, last + 1) if not first <= words[i].head <= last), first)
    return max(head, first + len(titles)) if words[last].entity.endswith("-Person") else head


def last_noun(document: Document, segment: list[int]) -> int | None:
    """Return the last noun of the phrase that opens a segment: up to a preposition, verb or conjunction."""
    found, person = None, is_one_person(document, segment)
    for i in segment:
        word = document.words[i]
        inside_name = word.entity.startswith("I-")
        if found is not None and not inside_name and _breaks_off(document, i, found, segment, person=person):
            break
        if word.upos not in NOMINAL or word.text in OWNING:
            continue
        if inside_name or word.upos not in ("DET", "ADJ", "NUM") or (found is None and _ends(document, i, segment)):
            found = i
    return found


def _breaks_off(document: Document, place: int, found: int, segment: list[int], *, person: bool) -> bool:
    """Whether a word ends the phrase whose last noun so far is `found`."""
    word, words = document.words[place], document.words
    if word.text.lower() in ("being", "having"):
        return True  # *a study being released*, whatever it was tagged as
    if word.upos == "CCONJ" or word.text == ",":
        # *the Defense and Interior ministries* goes on, and so does *the actor and singer*; a comma is one of a list
        return not person and not (words[found].deprel in ("amod", "compound") and words[found].head > place)
    if word.upos in ("VERB", "AUX", "SCONJ"):
        return word.deprel not in ("amod", "compound", "fixed")
    if word.upos == "ADV":
        return not place < word.head <= segment[-1]
    if word.upos in ("NUM", "PRON", "DET"):
        return not person and words[place - 1].text not in OWNING
    return word.upos == "ADP"


def _ends(document: Document, place: int, segment: list[int]) -> bool:
    """Whether an adjective or numeral stands for a noun: *the accused*, *others in the area*, *the two*."""
    following = place + 1
    if place != segment[-1] and document.words[following].text in HYPHENS:
        return False
    return place == segment[-1] or document.words[following].upos in ("ADP", "VERB", "AUX", "PUNCT", "SCONJ", "CCONJ")


def is_one_person(document: Document, segment: list[int]) -> bool:
    """Tell whether *and* joins two roles of one person: *his wife and manager Amina Haddad*, *the actor and singer*."""
    words = document.words
    place = next((i for i in segment if words[i].upos == "CCONJ"), None)
    if place is None or place in (segment[0], segment[-1]):
        return False
    before, after = words[place - 1], words[place + 1]
    if any(words[i].entity[2:] in NAMES for i in segment if i < place) or after.upos in ("DET", "PRON"):
        return False
    if not _is_single_person(before.text, before.lemma):
        return False
    rest = [words[i] for i in segment if i > place]
    owned = words[segment[0]].upos in ("DET", "PRON") or any(word.entity == "B-Person" for word in rest)
    return owned and any(_is_single_person(word.text, word.lemma) for word in rest)


def _is_single_person(text: str, lemma: str) -> bool:
    return kind_of_noun(singular(text, lemma)) is SpeakerKind.PERSON and not is_plural(text, lemma)


def joined_heads(document: Document, head: int, segment: list[int]) -> list[int]:
    """Return the words joined to a head by *and*: *Ito* in *Haddad and Ito*, not what *of* and *and* lead to."""
    words = document.words
    apposed = apposed_members(document, head)
    found = [
        i
        for i in segment
        if i in apposed
        or (i > head and words[i].deprel == "conj" and words[i].upos in NOMINAL and _is_joined(document, head, i))
    ]
    if found:
        return found
    # a list whose parse is lost: a name, *and*, another phrase
    place = next((i for i in segment if i > head and words[i].upos == "CCONJ"), None)
    if (
        place is None
        or words[head].entity[2:] not in NAMES
        or any(words[i].upos == "ADP" for i in range(head + 1, place))
    ):
        return []
    rest = [i for i in segment if i > place]
    return [head_of_phrase(document, rest)] if rest else []


def apposed_members(document: Document, head: int) -> tuple[int, ...]:
    """Return the members of a list that a parse takes for what its first one is: *nurse* in *a teacher, a nurse and a
    driver told*.

    What somebody is stands between commas: *a teacher, a mother of two and a member of the union, told*.
    """
    words, children = document.words, document.children(head)
    last = max((child for child in children if child > head and words[child].deprel == "conj"), default=None)
    if last is None or not all(_is_new(document, place) for place in (head, last)):
        return ()
    after = full_phrase(document, last)[1] + 1
    closed = after < len(words) - 1 and words[after].text in CLOSING
    if closed and words[after + 1].text.lower() not in TOGETHER:
        return ()
    return tuple(
        child
        for child in children
        if head < child < last and words[child].deprel == "appos" and _is_new(document, child)
    )


def _is_new(document: Document, head: int) -> bool:
    """Whether a noun brings in somebody unknown: *a nurse*, *two retired nurses*."""
    words, place = document.words, head - 1
    while place > 0 and words[place].upos in ("ADJ", "NOUN", "PROPN"):
        place -= 1
    before = words[max(place, 0)]
    counted = before.upos == "NUM" or before.text.lower() in ("a", "an", "another")
    return counted and words[head].entity == "O"


def _is_joined(document: Document, head: int, child: int) -> bool:
    words = document.words
    above = words[child].head
    if above != head and words[above].deprel not in ("conj", "flat"):
        return False
    if not any(words[i].upos == "ADP" and words[i].entity == "O" for i in range(head + 1, child)):
        return True
    # *officials with the army and officials with the police*, but *a study by the army and the police* is one
    one, other = words[head], words[child]
    kind = kind_of_noun(singular(one.text, one.lemma))
    return (
        kind is SpeakerKind.PERSON
        and kind is kind_of_noun(singular(other.text, other.lemma))
        and one.entity == other.entity
    )
