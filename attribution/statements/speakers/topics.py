"""Whom a description means that nothing before it explains: who just spoke, or whom the whole article is about."""

from collections.abc import Iterable

from attrs import frozen

from attribution.statements.speakers.mention import Gender, Mention
from attribution.statements.speakers.party import Party
from attribution.statements.speakers.word_lists import broader, uses, words
from attribution.statements.statement import SpeakerKind

REACH = 4  # sentences since a person spoke whom a new description may still mean
OFTEN, FAR_MORE = 5, 3  # mentions by name of what an article is about, and how many times those of the next


@frozen
class Topics:
    """The person whom an article is about, and its town; None where several are named alike."""

    person: Party | None = None
    town: Party | None = None


def foremost(parties: Iterable[Party]) -> Party | None:
    """Return the party that an article names far more often than any other of these."""
    ranked = sorted({id(party): party for party in parties}.values(), key=lambda party: -len(party.mentions))[:2]
    if not ranked or len(ranked[0].mentions) < OFTEN:
        return None
    return ranked[0] if len(ranked) == 1 or len(ranked[0].mentions) >= FAR_MORE * len(ranked[1].mentions) else None


def topic(mention: Mention, topics: Topics, last_speaker: Party | None, spoke: frozenset[int]) -> Party | None:
    """Return who may be meant by a description that nobody was introduced by.

    After *Omar Haddad* spoke *the Ruma businessman said* is his; *the official said* is that of *a Ruma police chief*;
    *the mayor*, where only one person matters, is that person.
    """
    if mention.plural or not mention.definite or mention.owned or mention.completed:
        return None
    if mention.unnamed or mention.words & uses("withheld"):
        return None
    if mention.kind is not SpeakerKind.PERSON:
        return None
    if last_speaker is not None and mention.head in spoke and not mention.quoted:
        near = mention.sentence - last_speaker.mentions[-1].sentence <= REACH
        if near and (_is_stranger(mention, last_speaker) or _may_be_called(mention, last_speaker)):
            return last_speaker
    return topics.person if topics.person is not None and _may_be_called(mention, topics.person) else None


def town_of(mention: Mention, topics: Topics) -> Party | None:
    """Return the town that is named again and again for *the city*."""
    means_it = mention.definite and not mention.owned and not mention.completed and set(mention.nouns) & uses("towns")
    return topics.town if means_it and topics.town is not None and topics.town.mentions else None


def _is_stranger(mention: Mention, party: Party) -> bool:
    """Whether a plain word takes up one who has no name: *the official* after *a Ruma police chief*."""
    alone = party.kind is SpeakerKind.PERSON and not party.plural and not party.names
    return alone and bool(set(mention.nouns) & uses("strangers"))


def _may_be_called(mention: Mention, party: Party) -> bool:
    """Whether a new description can be a named person's: *the Ruma businessman* no senator's."""
    if party.kind is not SpeakerKind.PERSON or party.plural or not party.names or not party.mentions:
        return False
    agrees = Gender.UNKNOWN in (mention.gender, party.gender) or mention.gender is party.gender
    if not agrees or not set(mention.nouns) & words("public_persons"):
        return False
    noun = mention.nouns[0]
    if party.nouns & broader().get(noun, frozenset()) or not party.nouns or "former" in mention.words:
        return True
    return noun not in uses("offices") and not party.nouns & uses("offices")
