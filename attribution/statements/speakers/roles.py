"""What a person is, by the words around the name: *Gov. X*, *X, a spokesman for Y*, *Y's director, X*, *X of Y*."""

from collections.abc import Iterator

from attrs import evolve

from attribution.document.document import Document
from attribution.statements.speakers.mention import Mention
from attribution.statements.speakers.names import fold
from attribution.statements.speakers.phrases import HYPHENS
from attribution.statements.speakers.role_clauses import predicate_roles, relative_roles
from attribution.statements.speakers.role_phrases import (
    LONGEST,
    OWNING,
    RELATIONS,
    Role,
    end_of,
    is_former,
    is_honorific,
    is_role_word,
    is_stop,
    noun_of,
    noun_phrase,
    organization_follows,
    role_before,
)
from attribution.statements.speakers.word_lists import titles, uses

ONCE = uses("once")


def roles_of(document: Document, name: Mention) -> tuple[Role, ...]:
    """Return what the words around a person's name call the person, in text order."""
    found = [
        _before(document, name),
        _apposition_before(document, name),
        *_after(document, name),
        *predicate_roles(document, name),
    ]
    return tuple(sorted((role for role in found if role), key=lambda role: role.first))


def _before(document: Document, name: Mention) -> Role | None:
    """*army spokesman X*, *New Jersey Gov. X*, *U.N. envoy to Ruma X*, *former judge X*."""
    sentence, last = document.sentences[name.sentence], name.first - 1
    while last > sentence.first and is_honorific(document, last):
        last -= 1
    if last > sentence.first and document.words[last].text in OWNING:
        return _of_owner(document, last, sentence.first)
    noun_at = role_before(document, name.first, sentence.first)
    if noun_at is None:
        return None
    first = noun_at
    while first > sentence.first and noun_at - first < LONGEST and _modifies(document, first - 1):
        first -= 1
    title_only = all(fold(document.words[i].text) in titles() for i in range(first, noun_at + 1))
    noun = noun_of(document, noun_at)
    if title_only and not any(titles()[fold(document.words[i].text)].role for i in range(first, noun_at + 1)):
        return None
    return Role(
        first=_without_owner(document, first, noun_at),
        last=last,
        noun=noun,
        place=(first, name.first - 1),
        former=is_former(document, first, noun_at),
        weight=_weight(document, first, noun_at, title_only=title_only),
    )


def _weight(document: Document, first: int, noun_at: int, *, title_only: bool) -> int:
    """How much a role before a name says: *Gov.* less than *attorney general*, and *rival* least."""
    if noun_of(document, noun_at) in RELATIONS:
        return 0
    return 2 if not title_only or noun_at > first else 1


def _of_owner(document: Document, last: int, start: int) -> Role | None:
    """*Ruma Radio's X*: the organization before a name, without a role."""
    words, first = document.words, last - 1
    if words[first].entity[2:] not in ("Organization", "Facility"):
        return None
    while first > start and words[first].entity.startswith("I-"):
        first -= 1
    return Role(first=last, last=last, noun="", place=(first, last - 1), weight=0)


def _modifies(document: Document, place: int) -> bool:
    word = document.words[place]
    if word.text.lower() == "then" and document.words[place + 1].text in HYPHENS:
        return True
    if is_stop(document, place) or word.upos in ("VERB", "AUX", "DET", "ADP", "PRON", "SCONJ", "ADV", "INTJ"):
        # *fired-up* and *then-Senator* are tagged in many ways; a participle before a noun hangs on it
        return word.deprel in ("amod", "compound") and word.upos in ("VERB", "ADV") and word.head > place
    if word.upos == "CCONJ":
        return place > 0 and is_role_word(document, place - 1)
    return word.upos in ("NOUN", "PROPN", "ADJ", "PART", "PUNCT", "NUM", "X", "SYM") and word.text.lower() not in (
        "today",
        "monday",
    )


def _without_owner(document: Document, first: int, noun_at: int) -> int:
    """Leave out whose the role is: *director* of *the port's director*, *moderator* of *NBC News moderator*."""
    words, start = document.words, first
    for i in range(first, noun_at):
        if words[i].text in OWNING or (
            words[i].entity[2:] in ("Organization", "Person", "Facility") and words[noun_at].text[:1].islower()
        ):
            start = i + 1
    return start


def _after(document: Document, name: Mention) -> Iterator[Role]:
    """*X, a spokesman for Y,*, *X, who heads Y,*, *X of Y*, *X, 43, director at Y*."""
    words, sentence = document.words, document.sentences[name.sentence]
    place = name.last + 1
    if (
        place <= sentence.last
        and words[place].text.lower() in ("of", "at", "with", "from", "for")
        and organization_follows(document, place)
    ):
        yield Role(
            first=place, last=place, noun="", place=(place, end_of(document, place + 1, sentence.last)), weight=0
        )
    place = _over_brackets_and_age(document, place, sentence.last)
    if place > sentence.last or words[place].text not in (",", "—", "–", "--", "-", "("):
        return
    place = start = place + 1
    while place <= sentence.last and (
        words[place].upos in ("DET", "ADV") or words[place].text.lower() in ONCE | {"himself", "herself"}
    ):
        place += 1
    if place > sentence.last:
        return
    if words[place].text.lower() in ("who", "whose"):
        yield from relative_roles(document, place, sentence.last)
    elif words[place].text.lower() in ("of", "at", "with"):
        yield Role(
            first=place, last=place, noun="", place=(place, end_of(document, place + 1, sentence.last)), weight=0
        )
    else:
        past = any(words[i].text.lower() in ONCE for i in range(start, place))
        roles = tuple(noun_phrase(document, place, sentence.last))
        yield from (evolve(role, former=role.former or past) for role in roles[:1])
        yield from roles[1:]


def _over_brackets_and_age(document: Document, place: int, end: int) -> int:
    """Step over *(D-Calif.)* and *, 43* after a name."""
    words = document.words
    if place <= end and words[place].text in ("(", "["):
        close = next((i for i in range(place, min(place + 9, end + 1)) if words[i].text in (")", "]")), None)
        place = close + 1 if close is not None else place
    if (
        place + 2 <= end
        and words[place].text == ","
        and words[place + 1].text.isdigit()
        and words[place + 2].text == ","
    ):
        place += 2
    return place


def _apposition_before(document: Document, name: Mention) -> Role | None:
    """*Harbor Motors' chief executive, X,* and *A lawyer for the outlets, X, said*: a phrase that opens its clause."""
    words, sentence = document.words, document.sentences[name.sentence]
    comma = name.first - 1
    while comma > sentence.first and fold(words[comma].text) in titles():
        comma -= 1
    after = words[name.last + 1] if name.last < sentence.last else None
    if (
        comma <= sentence.first
        or words[comma].text != ","
        or after is None
        or not (after.text == "," or after.upos in ("VERB", "AUX", "PUNCT"))
    ):
        return None
    first = comma
    while first > sentence.first and not is_stop(document, first - 1) and comma - first < LONGEST:
        first -= 1
    start = first
    while start < comma and (
        words[start].upos in ("DET", "CCONJ", "SCONJ", "ADP", "ADV") or words[start].upos == "PRON"
    ):
        start += 1
    if words[first].text.lower() == "as" and words[start - 1].text.lower() in ("a", "an"):
        return None  # *As a young lawyer, Haddad* tells what was once
    for role in _noun_phrase_before(document, start, comma - 1):
        governed = (
            words[name.head].deprel == "appos"
            or first == sentence.first
            or words[first - 1].text != ","
            or words[role.last].head == name.head
        )
        return role if governed else None
    return None


def _noun_phrase_before(document: Document, start: int, end: int) -> Iterator[Role]:
    if start > end or any(
        document.words[i].upos in ("VERB", "AUX") and document.words[i].deprel not in ("amod", "acl", "compound")
        for i in range(start, end + 1)
    ):
        return
    yield from noun_phrase(document, start, end)
