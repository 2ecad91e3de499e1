"""Gather the names of an article into parties: every *Haddad* and *Ms. Haddad* with *Amina Haddad*."""

from collections import Counter
from collections.abc import Iterable, Sequence

from attribution.document.document import Document
from attribution.statements.speakers.mention import Form, Gender, Mention, Place
from attribution.statements.speakers.name_mentions import PLACE_MARK
from attribution.statements.speakers.names import (
    Fit,
    acronyms,
    body_keys,
    fit,
    is_acronym,
    name_keys,
    same_body,
    same_person,
)
from attribution.statements.speakers.party import Party
from attribution.statements.speakers.word_lists import country_of
from attribution.statements.statement import SpeakerKind

ON_FIRST_NAME = 2  # times that the article calls somebody by the first name alone to do so as a rule
CLEARLY_MORE = 2  # times that one bearer of a last name must be named more often than another


def group_names(document: Document, mentions: Sequence[Mention], known: Iterable[str] = ()) -> dict[int, Party]:
    """Return the party of each named mention, by the mention's head word.

    `known` are further names, as from the headline: they may complete a name of the text.
    """
    names = [mention for mention in mentions if mention.form is Form.NAME]
    people = [mention for mention in names if mention.kind is SpeakerKind.PERSON]
    found = _group_people(people)
    found |= _group_bodies(document, [mention for mention in names if mention.kind is not SpeakerKind.PERSON])
    for party in found.values():
        _complete(party, known)
    return found


def _complete(party: Party, known: Iterable[str]) -> None:
    """Give a party of one word the fuller name that headline or outlet tell: *The Post* in *The Ruma Post*."""
    if not party.names or any(len(body_keys(name)) > 1 for name in party.names) or PLACE_MARK in party.nouns:
        return
    if party.kind is SpeakerKind.PERSON:
        fuller = [name for name in known if any(fit(short, name) is Fit.LAST for short in party.names)]
    else:
        fuller = [name for name in known if any(_shortens(short, name) for short in party.names)]
    party.names += fuller if len(fuller) == 1 else []


def _group_people(people: Sequence[Mention]) -> dict[int, Party]:
    parties: list[Party] = []
    found: dict[int, Party] = {}
    full = [mention for mention in people if len(name_keys(mention.name)) > 1]
    for mention in sorted(full, key=lambda mention: -len(mention.name.split())):
        found[mention.head] = _person(mention, parties)
    short = [mention for mention in people if mention.head not in found]
    for party in parties:
        firsts = {key for name in party.names for key in name_keys(name)[:1]}
        bare = [mention for mention in short if not mention.quoted and firsts.intersection(name_keys(mention.name)[:1])]
        party.is_on_first_name = len(bare) >= ON_FIRST_NAME
    apart = _names_apart(short, parties)
    for mention in short:
        party = _bearer(mention, parties, apart) or _new(SpeakerKind.PERSON, parties)
        found[mention.head] = party
        party.add(mention)
    for party in parties:
        party.mentions.sort(key=lambda mention: mention.first)
    return found


def _new(kind: SpeakerKind, parties: list[Party]) -> Party:
    parties.append(Party(kind=kind))
    return parties[-1]


def _person(mention: Mention, parties: list[Party]) -> Party:
    """Return the party of a full name; one that fits two others is a party of its own."""
    same = [party for party in parties if all(same_person(mention.name, name) for name in party.names)]
    party = same[0] if len(same) == 1 else _new(SpeakerKind.PERSON, parties)
    party.add(mention)
    return party


def _names_apart(short: Sequence[Mention], parties: Sequence[Party]) -> frozenset[str]:
    """Return last names that also mean somebody whom the article never names in full.

    Where it says *Mr. Haddad* and the only full name is *Amina Haddad*, a bare *Haddad* is the man.
    """
    found: set[str] = set()
    for mention in short:
        bearers = [party for party in parties if any(fit(mention.name, name) is Fit.LAST for name in party.names)]
        if mention.gender is not Gender.UNKNOWN and not any(_agree(mention.gender, party.gender) for party in bearers):
            found.update(name_keys(mention.name) if bearers else ())
    return frozenset(found)


def _bearer(mention: Mention, parties: Sequence[Party], apart: frozenset[str]) -> Party | None:
    """Return the one party that a last name, or a first, can mean."""
    fits = [(max((fit(mention.name, name) for name in _full(party)), default=Fit.NONE), party) for party in parties]
    best = max((how for how, _ in fits), default=Fit.NONE)
    if best is Fit.NONE or (best is Fit.MIDDLE and len(mention.name) < 4):
        return None
    able = [party for how, party in fits if how is best and _agree(mention.gender, party.gender)]
    if mention.gender is Gender.UNKNOWN and apart.intersection(name_keys(mention.name)):
        able = [party for party in able if all(len(name_keys(name)) == 1 for name in party.names)]
    if len(able) > 1:
        exact = [party for party in able if mention.gender is not Gender.UNKNOWN and party.gender is mention.gender]
        able = exact if len(exact) == 1 else able
    return able[0] if len(able) == 1 else _likeliest(mention, able)


def _full(party: Party) -> list[str]:
    """Return a person's full names; a last name used before is no name that a later one must fit."""
    return [name for name in party.names if len(name_keys(name)) > 1] or party.names


def _agree(one: Gender, other: Gender) -> bool:
    return Gender.UNKNOWN in (one, other) or one is other


def _likeliest(mention: Mention, able: Sequence[Party]) -> Party | None:
    """Choose between two bearers of a last name: the one just named in full, or the one the article is about.

    After *Omar Haddad and his daughter Amina Haddad* a bare *Haddad* may be either, unless one is named far more.
    """
    first_named = [party for party in able if party.is_on_first_name]
    if len(able) - len(first_named) == 1:
        return next(
            party for party in able if party not in first_named
        )  # the article calls the others *Amina* and *Omar*
    before = [party for party in able if any(other.first < mention.first for other in party.mentions)]
    if len(before) == 1:
        return before[0]
    for reach in (1, 3):
        near = [
            party
            for party in able
            if any(o.first < mention.first and mention.sentence - o.sentence <= reach for o in party.mentions)
        ]
        if len(near) == 1 and not mention.quoted:
            return near[0]
    subjects = [
        party for party in able if any(o.place is Place.SUBJECT and o.first < mention.first for o in party.mentions)
    ]
    if len(subjects) == 1:
        return subjects[0]
    weights = Counter({i: len(party.mentions) for i, party in enumerate(able)}).most_common(2)
    if len(weights) == 1 or (len(weights) > 1 and weights[0][1] >= CLEARLY_MORE * weights[1][1]):
        return able[weights[0][0]]
    return None


def _group_bodies(document: Document, names: Sequence[Mention]) -> dict[int, Party]:
    parties: list[Party] = []
    found: dict[int, Party] = {}
    in_brackets = _acronyms_in_brackets(document, names)
    for mention in sorted(names, key=lambda mention: (-len(body_keys(mention.name)), mention.first)):
        if mention.head in in_brackets:
            continue
        party = _body(mention, parties) or _new(mention.kind, parties)
        party.add(mention)
        found[mention.head] = party
    for head, owner in in_brackets.items():
        party = found[owner]
        short = next(mention for mention in names if mention.head == head)
        _absorb(party, short, names, found)
        party.add(short)
        found[head] = party
    for party in parties:
        party.mentions.sort(key=lambda mention: mention.first)
    return found


def _absorb(party: Party, short: Mention, names: Sequence[Mention], found: dict[int, Party]) -> None:
    """Give a party every other use of the acronym that stood in brackets after its name."""
    for mention in names:
        other = found.get(mention.head)
        if (
            mention is not short
            and other is not None
            and other is not party
            and body_keys(mention.name) == body_keys(short.name)
        ):
            for moved in other.mentions:
                party.add(moved)
                found[moved.head] = party


def _acronyms_in_brackets(document: Document, names: Sequence[Mention]) -> dict[int, int]:
    """Return acronyms that stand in brackets right after a name, with that name: *the Port Authority of Ruma (PAR)*."""
    ends = {mention.last: mention for mention in names}
    found = {}
    for mention in names:
        if mention.first >= 2 and document.words[mention.first - 1].text == "(" and is_acronym(mention.name):
            long = ends.get(mention.first - 2)
            if long is not None and not is_acronym(long.name):
                found[mention.head] = long.head
    return found


def _body(mention: Mention, parties: Sequence[Party]) -> Party | None:
    """Return the one party that an organization's name can mean, whole or shortened."""
    country = country_of().get(mention.name.lower())
    same = [
        party
        for party in parties
        if any(same_body(mention.name, name) for name in party.names)
        or (country is not None and any(country_of().get(name.lower()) is country for name in party.names))
    ]
    if len(same) == 1:
        return same[0]
    if same:
        exact = [party for party in same if any(body_keys(name) == body_keys(mention.name) for name in party.names)]
        return exact[0] if len(exact) == 1 else None
    if country is not None or mention.plural:
        return None
    shortened = [party for party in parties if any(_shortens(mention.name, name) for name in party.names)]
    return shortened[0] if len(shortened) == 1 else None


def _shortens(short: str, full: str) -> bool:
    """Whether a name is the end of another: *the Times* of *The Ruma Times*."""
    small, large = body_keys(short), body_keys(full)
    if not small or len(small) >= len(large):
        return False
    if len(small) > 1 and full.startswith(tuple(f"{short} {link} " for link in ("in", "of", "for", "at"))):
        return True  # *Islamic State* of *Islamic State in Iraq and Syria*
    return large[-len(small) :] == small or (is_acronym(short) and "".join(small).replace(".", "") in acronyms(full))
