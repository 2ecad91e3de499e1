"""Which parties a pronoun can mean at all, by kind, number and gender."""

from attribution.statements.speakers.mention import Gender, Mention
from attribution.statements.speakers.party import Party
from attribution.statements.statement import SpeakerKind

TWO = frozenset(("two", "both", "2", "pair", "couple"))


def may_mean(pronoun: Mention, party: Party, spoke: frozenset[int]) -> bool:
    """Tell whether a party agrees with a pronoun, and can speak where the pronoun speaks.

    `spoke` are the head words of sources: a law or a strategy is talked about and seldom talks, so *it said* means one
    only where it spoke before.
    """
    if "your" in party.words:
        return False  # *your child* is nobody in particular
    alone = party.kind is SpeakerKind.PERSON and not party.plural
    if pronoun.pronoun in ("he", "she"):
        return alone and party.gender in (Gender.UNKNOWN, pronoun.gender)
    if pronoun.pronoun == "both":
        return party.plural and (len(party.members) == 2 or bool(party.words & TWO))
    if party.kind is SpeakerKind.DOCUMENT and not any(mention.head in spoke for mention in party.mentions):
        return False
    if pronoun.pronoun == "it":
        return party.kind in (SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT) and not party.plural
    # *they* for one person: seldom, and only where that person speaks again
    return not alone or (party.gender is Gender.UNKNOWN and pronoun.head in spoke and not pronoun.quoted)
