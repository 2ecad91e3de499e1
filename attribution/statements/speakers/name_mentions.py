"""Find the names of an article: people, organizations, places and titles of works, with what the tagger left out."""

from attribution.document.document import Document
from attribution.statements.speakers.gathering import Gathering
from attribution.statements.speakers.kinds import gender_of_noun, is_plural, kind_of_noun, singular
from attribution.statements.speakers.mention import Form, Gender
from attribution.statements.speakers.name_entities import (
    bare_names_of,
    given_names_of,
    head_of,
    is_people,
    is_person_named_whole,
    is_relative,
    joined_entities,
    person_within,
    surnames_of,
    trimmed,
    usual_kinds,
    whole_body,
    whole_body_end,
    whole_person,
)
from attribution.statements.speakers.names import fold, is_acronym, split_titles, without_full_stop
from attribution.statements.speakers.phrases import base_phrase
from attribution.statements.speakers.word_lists import country_of, genders, titles, uses
from attribution.statements.speakers.word_lists import words as word_list
from attribution.statements.statement import SpeakerKind

KINDS = {
    "Person": SpeakerKind.PERSON,
    "Organization": SpeakerKind.ORGANIZATION,
    "Facility": SpeakerKind.ORGANIZATION,
    "Location": SpeakerKind.ORGANIZATION,
    "NORP": SpeakerKind.GROUP,
    "Misc": SpeakerKind.DOCUMENT,
    "Product": SpeakerKind.DOCUMENT,
}
STYLES = uses("styles")
NO_TOWNS = uses("no_towns")
PLACE_MARK = "*place*"  # among the nouns of a town or region, so that *the city* may take it up


def take_names(gathering: Gathering) -> None:
    """Add every name that the tagger saw, then those that it missed."""
    document = gathering.document
    surnames = surnames_of(document)
    people = surnames | given_names_of(document)
    usual, bare = usual_kinds(document), bare_names_of(document)
    for entity in joined_entities(document):
        bounds = trimmed(document, entity)
        if bounds is None:
            continue
        first, last = bounds
        key = fold(document.slice(first, last))
        kind = usual.get(key, entity.kind)
        if kind != "Person" and first == last and key in surnames and _stands_bare(document, first):
            kind = "Person"
        if kind == "Organization" and (person := person_within(document, first, last)) is not None:
            kind, first = "Person", person
        elif kind == "Organization" and is_person_named_whole(document, first, last, bare):
            kind = "Person"
        if kind == "Person" and first == last and key in country_of() and key not in people:
            kind = "Person" if is_relative(document, first) else "Location"
        if kind in KINDS and document.slice(first, last) in word_list("organization_names"):
            kind = "Organization"
        if kind in KINDS:
            is_surname = kind == "Person" and key in surnames  # *Nunes* is no people of nuns where a Paulo Nunes is
            _take(gathering, kind, first, last, is_surname=is_surname)
    _take_missed_people(gathering, surnames)
    _take_missed_bodies(gathering)
    _take_missed_sources(gathering)


def _take(gathering: Gathering, kind: str, first: int, last: int, *, is_surname: bool) -> None:
    document = gathering.document
    if first == last and not is_surname and is_people(document, first):
        kind = "NORP"
    if kind == "Person":
        first, last = whole_person(document, first, last)
    elif kind in ("Organization", "Misc", "Facility"):
        first, last = whole_body(document, first), whole_body_end(document, first, last)
    if gathering.taken[first]:
        return
    gathering.taken[first : last + 1] = b"\1" * (last + 1 - first)
    if kind == "Person":
        _add_person(gathering, first, last)
    elif kind == "NORP":
        _add_people(gathering, first, last)
    else:
        _add_body(gathering, kind, first, last)


def _stands_bare(document: Document, place: int) -> bool:
    """Whether a word has no article before it and is no part of *the Haddad campaign*."""
    before = document.words[place - 1] if place else None
    return (before is None or before.upos != "DET") and document.words[place].deprel not in ("compound", "amod")


def _add_person(gathering: Gathering, first: int, last: int) -> None:
    document = gathering.document
    before, _ = split_titles([document.words[i].text for i in range(first, last + 1)])
    head = head_of(document, first, last)
    first += len(before)
    start = first
    # *Prince Naif*, *Pope Leo*: people of one name are called by title and name
    if (
        first == last
        and first
        and fold(document.words[first - 1].text) in STYLES
        and document.words[first - 1].text[0].isupper()
    ):
        start = first - 1
    gathering.add(
        max(head, first),
        start,
        last,
        form=Form.NAME,
        kind=SpeakerKind.PERSON,
        name=without_full_stop(" ".join(document.slice(start, last).split())),
        gender=_gender(document, first, last),
    )


def _gender(document: Document, first: int, last: int) -> Gender:
    """Return the gender that a title, a role or the given name tells: *Mrs. X*, *spokeswoman X*, *Amina X*."""
    words, known = document.words, titles()
    for place in range(first - 1, max(-1, first - 4), -1):
        word = fold(words[place].text)
        gender = (
            known[word].gender if word in known else gender_of_noun(singular(words[place].text, words[place].lemma))
        )
        if gender is not Gender.UNKNOWN:
            return gender
        if word not in known and words[place].upos not in ("NOUN", "PROPN"):
            break
    if last > first:
        return genders("given_names").get(fold(words[first].text), Gender.UNKNOWN)
    return Gender.UNKNOWN


def _add_people(gathering: Gathering, first: int, last: int) -> None:
    """Add *Republicans*, but not *Republican* before a noun."""
    document = gathering.document
    head = head_of(document, first, last)
    word = document.words[head]
    if word.deprel in ("amod", "compound", "nmod:desc") or word.upos == "ADJ":
        gathering.taken[first : last + 1] = b"\0" * (last + 1 - first)
        return
    plural = is_plural(word.text, word.lemma) or word.text.endswith("s")
    start, end = base_phrase(document, head)
    noun = singular(word.text, word.lemma)
    kind = SpeakerKind.GROUP if plural else SpeakerKind.PERSON
    gathering.add(
        head, min(start, first), max(end, last), form=Form.DESCRIPTION, plural=plural, kind=kind, nouns=(noun,)
    )


def _add_body(gathering: Gathering, kind: str, first: int, last: int) -> None:
    document = gathering.document
    name = " ".join(document.slice(first, last).split())
    keys = [singular(document.words[i].text, "") for i in (last, *range(first, last + 1))]
    own = KINDS[kind]
    nouns = tuple(dict.fromkeys(key for key in keys if kind_of_noun(key) is own))[:2] or (keys[0],)
    if kind == "Location":
        nouns = (PLACE_MARK,) if keys[0] not in NO_TOWNS else (keys[0],)
    before = document.words[first - 1] if first else None
    if before is not None and before.upos == "NOUN" and kind_of_noun(singular(before.text, before.lemma)) is own:
        nouns = (*nouns, singular(before.text, before.lemma))  # *the daily As-Safir*
    gathering.add(head_of(document, first, last), first, last, form=Form.NAME, kind=own, name=name, nouns=nouns)


def _take_missed_people(gathering: Gathering, surnames: frozenset[str]) -> None:
    """Add the last names of known people where the tagger saw none: *Haddad* after *Amina Haddad*."""
    document = gathering.document
    for word in document.words:
        if word.entity != "O" or word.upos != "PROPN" or gathering.taken[word.index] or fold(word.text) not in surnames:
            continue
        inside = word.deprel in ("flat", "compound") and word.head >= 0 and gathering.taken[word.head]
        if not inside:
            gathering.taken[word.index] = 1
            _add_person(gathering, word.index, word.index)


def _take_missed_bodies(gathering: Gathering) -> None:
    """Add organizations by names of several words that the tagger saw elsewhere in the article."""
    document = gathering.document
    known: dict[str, set[tuple[str, ...]]] = {}
    for mention in gathering.found.values():
        texts = tuple(word.text for word in document.words[mention.first : mention.last + 1])
        if mention.form is Form.NAME and mention.kind is SpeakerKind.ORGANIZATION and len(texts) > 1:
            known.setdefault(texts[0], set()).add(texts)
    for word in document.words:
        if word.text not in known or word.entity != "O" or gathering.taken[word.index]:
            continue
        for texts in known[word.text]:
            last = word.index + len(texts) - 1
            if tuple(w.text for w in document.words[word.index : last + 1]) == texts:
                gathering.taken[word.index : last + 1] = b"\1" * len(texts)
                _add_body(gathering, "Organization", word.index, last)
                break


def _take_missed_sources(gathering: Gathering) -> None:
    """Add names that speak and were not tagged: *the I.R.S.* is an organization, *Amina Haddad* a person."""
    document = gathering.document
    for head in sorted(gathering.sources):
        word = document.words[head]
        if (
            gathering.taken[head]
            or word.upos != "PROPN"
            or len(word.text.strip(".:")) == 1  # *Q* and *A* of an interview
            or kind_of_noun(singular(word.text, word.lemma)) is not SpeakerKind.UNKNOWN
        ):
            continue
        first, last = _capitalized_run(document, head)
        gathering.taken[first : last + 1] = b"\1" * (last + 1 - first)
        if _looks_like_body(document, first, last):
            _add_body(gathering, "Organization", first, last)
        else:
            _add_person(gathering, first, last)


def _capitalized_run(document: Document, head: int) -> tuple[int, int]:
    words, sentence, first, last = document.words, document.sentence_of(head), head, head
    while first > sentence.first and words[first - 1].upos == "PROPN" and words[first - 1].entity == "O":
        first -= 1
    while last < sentence.last and words[last + 1].upos == "PROPN" and words[last + 1].entity == "O":
        last += 1
    return first, last


def _looks_like_body(document: Document, first: int, last: int) -> bool:
    words = document.words
    if fold(words[first].text) in genders("given_names") and last > first:
        return False
    if first and (
        words[first - 1].upos == "DET" or kind_of_noun(fold(words[first - 1].text)) is SpeakerKind.ORGANIZATION
    ):
        return True
    if document.slice(first, last) in word_list("organization_names"):
        return True
    return any(_body_signs(words[i].text) for i in range(first, last + 1))


def _body_signs(text: str) -> bool:
    return (is_acronym(text) and len(text) < 7) or kind_of_noun(fold(text)) is SpeakerKind.ORGANIZATION
