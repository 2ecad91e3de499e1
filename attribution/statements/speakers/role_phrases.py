"""The phrase that says what a person is, read word by word, for parses of long sentences are often wrong here."""

from collections.abc import Iterator

from attrs import frozen

from attribution.document.document import Document
from attribution.statements.speakers.kinds import is_plural, kind_of_noun, singular
from attribution.statements.speakers.names import fold
from attribution.statements.speakers.word_lists import titles, uses
from attribution.statements.statement import SpeakerKind

FORMER = uses("former")
BETWEEN = frozenset(("PROPN", "NOUN", "ADJ", "ADP", "DET", "CCONJ", "PART"))
OWNING = frozenset("'s ’s ' ’".split())
RELATIONS = uses("relations")
QUOTES = frozenset("“ ” \" '' ``".split())
STOPS = frozenset(', . ; : ( ) — – -- ” “ " ? !'.split())
CLOSING = frozenset(", — – -- )".split())
LONGEST = 30  # words of a role; longer ones are a parse or a sentence gone wrong


@frozen(kw_only=True)
class Role:
    """What words `first` to `last` call a person; `noun` is the word that says it, `place` where organizations stand.

    In *Amina Haddad, a spokeswoman for the Dockers' Union* the role is *spokeswoman*, and the words to the end of
    *Union* may name organizations.
    """

    first: int
    last: int
    noun: str
    place: tuple[int, int]
    former: bool = False
    weight: int = 1  # how much it says: a title alone less than *director of the port*


def is_role_word(document: Document, place: int) -> bool:
    """Tell whether a word says what a person is: *spokesman*, *Gov.*, *senator*."""
    word = document.words[place]
    if fold(word.text) in titles() and word.text[0].isupper():
        return True
    return word.upos in ("NOUN", "PROPN", "ADJ") and kind_of_noun(singular(word.text, word.lemma)) is SpeakerKind.PERSON


def is_stop(document: Document, place: int) -> bool:
    """Tell whether a mark ends a phrase; a hyphen inside a word, as in *state-owned*, does not."""
    words = document.words
    if words[place].text not in STOPS:
        return False
    inside = 0 < place < len(words) - 1 and words[place].text == "-"
    return not (inside and words[place - 1].end == words[place].start and words[place].end == words[place + 1].start)


def role_before(document: Document, name: int, start: int) -> int | None:
    """Return the role word before a name that begins at a word: *spokesman* of *army spokesman X*.

    More may stand between the two: *Minister* of *Minister of State for Legal Affairs X*, *envoy* of *envoy to Ruma X*.
    """
    words, last = document.words, name - 1
    while last > start and is_honorific(document, last):
        last -= 1
    if last < start or is_role_word(document, last):
        return last if last >= start else None
    if words[last].upos not in ("PROPN", "NOUN") and words[last].text != ")":
        return None
    for place in range(last, max(start, last - LONGEST // 2) - 1, -1):
        if words[place].upos not in BETWEEN and words[place].text not in ("(", ")"):
            return None
        if words[place].upos == "ADP" and place > start and is_role_word(document, place - 1):
            leads = place - 1 == start or words[place - 2].upos != "DET" or words[place - 1].text[:1].isupper()
            return place - 1 if leads or last - place < 3 else None
    return None


def is_honorific(document: Document, place: int) -> bool:
    """Tell whether a word is a title that tells no role: *Mr.*, *Miss*."""
    title = titles().get(fold(document.words[place].text))
    return title is not None and not title.role


def noun_of(document: Document, place: int) -> str:
    """Return the noun of a role word in the singular: *senator* for *Sen.*"""
    word = document.words[place]
    title = titles().get(fold(word.text))
    return title.role if title and title.role else singular(word.text, word.lemma)


def is_former(document: Document, first: int, last: int) -> bool:
    """Tell whether a role was held before: *former judge*, *ex-mayor*, *one-time aide*."""
    texts = (*(document.words[i].text for i in range(first, last + 1)), *document.slice(first, last).split())
    return any(fold(text).rstrip("-") in FORMER or text.lower().startswith(("ex-", "then-")) for text in texts)


def noun_phrase(document: Document, place: int, end: int) -> Iterator[Role]:
    """Yield the role that begins at a word: the last noun of the first unbroken run says what the person is."""
    while place <= end and document.words[place].text.lower() in ("a", "an", "the"):
        place += 1  # also where an article is tagged as a noun
    words, noun_at, i = document.words, None, place
    while (
        i <= end
        and i - place < LONGEST
        and words[i].upos in ("NOUN", "PROPN", "ADJ", "NUM", "PART", "PUNCT", "X", "SYM", "VERB")
    ):
        if is_stop(document, i) or (words[i].upos == "VERB" and words[i].deprel not in ("amod", "compound")):
            break
        if words[i].entity == "B-Person" and not _is_owner(document, i, end):
            return
        if is_role_word(document, i):
            noun_at = i
        elif words[i].upos == "NOUN" and noun_at is not None:
            noun_at = None
        i += 1
    if noun_at is None or noun_at != i - 1:
        return
    last = end_of(document, noun_at + 1, end)
    joined = tuple(_joined_nouns(document, noun_at, last))
    if i + 1 <= end and words[i].upos == "CCONJ" and words[i + 1].upos in ("NUM", "DET", "PROPN"):
        if not joined or last == end or words[last + 1].text not in CLOSING:
            return  # *X, a Dane and three guests said* is a list
        last = i - 1
    yield _role(document, _after_owner(document, place, noun_at), place, noun_at, last)
    for other in joined:
        start = next(k for k in range(other, noun_at, -1) if words[k - 1].upos in ("CCONJ", "DET", "ADV"))
        yield _role(document, start, start, other, end_of(document, other + 1, end))


def _role(document: Document, first: int, place: int, noun_at: int, last: int) -> Role:
    noun = noun_of(document, noun_at)
    return Role(
        first=first,
        last=_before_organization(document, noun_at, last),
        noun=noun,
        place=(place, last),
        former=is_former(document, place, noun_at),
        weight=0 if noun in RELATIONS else 3,
    )


def _joined_nouns(document: Document, noun_at: int, last: int) -> Iterator[int]:
    """Yield the nouns of further roles of one person: *executive* of *chairman and chief executive of Acme*.

    The parse hangs them on the first or on the name; in *a lawyer for Haddad and the mayor* it hangs *mayor* on Haddad.
    """
    words, conjunction = document.words, None
    for place in range(noun_at + 1, last + 1):
        word = words[place]
        if word.upos == "CCONJ":
            conjunction = place if word.text.lower() in ("and", "&") else None
        beside = word.head == noun_at or (word.head >= 0 and word.head == words[noun_at].head)
        same = word.deprel in ("conj", "appos", words[noun_at].deprel)
        one = is_role_word(document, place) and not is_plural(word.text, word.lemma) and word.entity == "O"
        if conjunction is not None and beside and same and one:
            yield place
            conjunction = None


def _after_owner(document: Document, first: int, noun_at: int) -> int:
    """*chief executive* of *Harbor Motors' chief executive*."""
    return max((i + 1 for i in range(first, noun_at) if document.words[i].text in OWNING), default=first)


def _is_owner(document: Document, place: int, end: int) -> bool:
    """Whether a name is followed by *'s*, so that a role may come: *Jordan's foreign minister*, *Haddad's lawyer*."""
    words = document.words
    if place and words[place].text in OWNING:
        return True
    return any(words[i].text in OWNING for i in range(place + 1, min(place + 4, end + 1)))


def end_of(document: Document, place: int, end: int) -> int:
    """Return the last word of a role that goes on at `place`: up to a comma, a verb or the sentence's end."""
    words, start = document.words, place
    while place <= end and place - start < LONGEST:
        word = words[place]
        if is_stop(document, place) or word.text.lower() in ("who", "which", "that", "whose", "where"):
            break
        is_verb = word.upos in ("VERB", "AUX") and word.deprel not in ("amod", "compound", "acl") and word.entity == "O"
        if is_verb and words[place - 1].text != "-":
            break
        place += 1
    return max(place - 1, start - 1)


def _before_organization(document: Document, noun_at: int, last: int) -> int:
    """End a role before the organization it names: *director* of *director of the port authority*."""
    words = document.words
    for i in range(noun_at + 1, last + 1):
        if words[i].text.lower() in ("of", "for", "at", "with", "in", "from") and organization_follows(document, i):
            return i - 1
    return last


def organization_follows(document: Document, place: int) -> bool:
    """Tell whether the phrase after a preposition names an organization: *of the Ruma Port Authority*."""
    words = document.words
    for i in range(place + 1, min(place + 8, len(words))):
        if words[i].entity[2:] in ("Organization", "Facility"):
            return True
        if is_stop(document, i) or (words[i].upos in ("ADP", "VERB", "AUX") and words[i - 1].text != "-"):
            return False
    return False
