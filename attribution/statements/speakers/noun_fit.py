"""How well a noun can mean a party that other words introduced: *the lawmaker* a senator, *the bank* Ruma Bank."""

from attribution.statements.speakers.party import Party
from attribution.statements.speakers.word_lists import broader, country_of, uses
from attribution.statements.statement import SpeakerKind

SAME, SAME_OF_NOBODY, IN_NAME, NARROWER, NARROWER_IN_NAME, GENERAL = 2.0, 1.1, 1.6, 1.2, 1.0, 0.7
COUNTRIES = frozenset(("country", "nation", "kingdom"))


def noun_fit(noun: str, party: Party, spoke: frozenset[int]) -> float | None:
    """Return how well a noun fits a party, higher for better, None where it does not.

    `spoke` are the head words of sources: *the paper* only takes up a paper that spoke.
    """
    if party.members:
        return _list_fit(noun, party, spoke)
    if noun in party.nouns:
        # *the group* that nobody could be found for is worth less than a named group
        nobody = party.kind is SpeakerKind.ORGANIZATION and not party.names and party.mentions[0].definite
        return SAME_OF_NOBODY if nobody else SAME
    if party.nouns & broader().get(noun, frozenset()):
        return NARROWER
    return _body_fit(noun, party, spoke) if party.kind is SpeakerKind.ORGANIZATION else None


def _list_fit(noun: str, party: Party, spoke: frozenset[int]) -> float | None:
    """*the two*, and *the candidates* after two candidates."""
    if noun == "two":
        return SAME if len(party.members) == 2 else None
    return NARROWER_IN_NAME if all(noun_fit(noun, member, spoke) is not None for member in party.members) else None


def _body_fit(noun: str, party: Party, spoke: frozenset[int]) -> float | None:
    if noun in party.words:
        return IN_NAME
    if party.words & broader().get(noun, frozenset()):
        return NARROWER_IN_NAME
    if noun in COUNTRIES and is_country(party):
        return NARROWER_IN_NAME
    if noun in uses("media") and not any(mention.head in spoke for mention in party.mentions):
        return None
    if noun in uses("companies") and (party.nouns | party.words) & uses("no_companies"):
        return None
    general = noun in uses("bodies") and bool(party.names) and not party.nouns & uses("typed")
    # of several groups the one that the article is about
    return GENERAL + 0.1 * min(5, len(party.mentions)) if general else None


def is_country(party: Party) -> bool:
    """Tell whether a party is a country."""
    return any(name.lower() in country_of() for name in party.names)
