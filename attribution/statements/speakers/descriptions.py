"""Whom a description means: *the spokesman*, *the port officials*, *the bank*, *the report*."""

from collections.abc import Iterable

from attribution.statements.speakers.mention import Gender, Mention
from attribution.statements.speakers.noun_fit import noun_fit
from attribution.statements.speakers.party import Party
from attribution.statements.speakers.pronouns import Choice, choose
from attribution.statements.speakers.word_lists import country_of, uses
from attribution.statements.statement import SpeakerKind

REACH = {SpeakerKind.PERSON: 60, SpeakerKind.DOCUMENT: 30}  # sentences back; 40 for the rest
CLEAR, LEAST = 0.1, 0.4
SHARED, STRANGE, STRANGE_OF_NAMED = 0.5, -0.5, -0.15  # for each modifier
FADES, SPOKE = 0.12, 0.4
OTHERS = frozenset("another other second third more fourth".split())
RIGHT = frozenset("republican gop conservative tory".split())
LEFT = frozenset("democrat democratic labour labor".split())
PLAIN_WORDS = frozenset(
    "the a an this that these those his her their its one two three four five both new same".split()
)


def is_anew(mention: Mention) -> bool:
    """Tell whether a description must mean somebody new: *another official*, *a second source*, *her local paper*."""
    owned = mention.owned and mention.kind in (SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT)
    return owned or bool(mention.words & OTHERS) or not (mention.definite or mention.plural)


def described(mention: Mention, recent: Iterable[Party], spoke: frozenset[int]) -> Choice | None:
    """Return the party before that a description takes up.

    *The commanders* takes up *two Ruma militia commanders*, *the senator* the one senator named before, *the bank* the
    last organization that is a bank; *the Ruma officials* takes up no officials of another place.
    """
    score = _score if mention.definite else _bare_score
    scored = [
        (found, party)
        for party in recent
        if party.mentions and _agrees(mention, party) and (found := score(mention, party, spoke)) is not None
    ]
    return choose(scored, clear=CLEAR, least=LEAST)


def _bare_score(mention: Mention, party: Party, _spoke: frozenset[int]) -> float | None:
    """*Officials said* goes on with *officials*, never with *two army officials*."""
    if not set(mention.nouns) & party.nouns or set(mention.nouns) & uses("anybody"):
        return None
    same = any(other.words == mention.words and not other.definite for other in party.mentions)
    return 2.0 - 0.05 * min(20, mention.sentence - party.mentions[-1].sentence) if same else None


def _score(mention: Mention, party: Party, spoke: frozenset[int]) -> float | None:
    fits = noun_fit(mention.nouns[0] if mention.nouns else "", party, spoke)
    modifiers = _modifier_score(mention, party)
    distance = mention.sentence - party.mentions[-1].sentence
    if fits is None or modifiers is None or distance > REACH.get(mention.kind, 40):
        return None
    spoken = any(other.head in spoke for other in party.mentions[-3:])
    return fits + modifiers - FADES * min(distance, 10) + (SPOKE if spoken else 0.0)


def _modifier_score(mention: Mention, party: Party) -> float | None:
    """What the words before the noun say for a party, None where they say that it is another one."""
    modifiers = mention.words - set(mention.nouns) - PLAIN_WORDS
    of_country = {word for word in modifiers if _is_of_country(word, party)}
    shared = modifiers & party.words | of_country
    strange = modifiers - shared
    if any(mention.words & one and party.words & other for one, other in ((RIGHT, LEFT), (LEFT, RIGHT))):
        return None  # *the Republican candidate* is no Democrat
    if party.names and (mention.unnamed or mention.words & uses("withheld")):
        return None
    if party.names and not mention.plural:
        # a named person may always be told more of, but *the appeals court* is not *the Supreme Court*
        if party.kind is SpeakerKind.ORGANIZATION and strange - uses("loose_words"):
            return None
        return SHARED * len(shared) + STRANGE_OF_NAMED * len(strange)
    # *the port officials* cannot be *police officials*
    told_apart = mention.plural or bool(party.words - party.nouns - PLAIN_WORDS)
    if strange and told_apart and (not shared or len(strange) > 1):
        return None
    return SHARED * len(shared) + STRANGE * len(strange)


def _is_of_country(word: str, party: Party) -> bool:
    """Whether a word tells of a country that a body has in its name: *the French firm* is *France Telecom*."""
    country = country_of().get(word)
    if country is None or party.kind is not SpeakerKind.ORGANIZATION:
        return False
    return not party.words.isdisjoint({country.name.lower(), *map(str.lower, country.demonyms)})


def _agrees(mention: Mention, party: Party) -> bool:
    if mention.plural:
        return party.plural and party.kind is mention.kind
    if party.plural or (Gender.UNKNOWN not in (mention.gender, party.gender) and mention.gender is not party.gender):
        return False
    if mention.kind is SpeakerKind.ORGANIZATION:
        return party.kind in (SpeakerKind.ORGANIZATION, SpeakerKind.GROUP)
    return party.kind is mention.kind
