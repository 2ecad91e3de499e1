"""Join who is described in the lead with who is named below: *A Ruma judge ruled … Justice Frank Ito wrote*."""

from collections.abc import Iterable

from attribution.statements.speakers.mention import Form, Gender
from attribution.statements.speakers.party import Party
from attribution.statements.speakers.word_lists import broader, uses
from attribution.statements.statement import SpeakerKind

LEAD = 4  # sentences that may hold a person's description before the name, the headline among them
NAMED_WITHIN = 8  # sentences after the description that the name must stand in
OWNERS = frozenset("his her their".split())
TOO_PLAIN = uses("too_plain")


def identify(parties: Iterable[Party], spoke: frozenset[int]) -> list[tuple[Party, Party]]:
    """Return the parties of the lead that are one with a party named later, each with that party.

    Both must speak, and only one named speaker may have the role.
    """
    every = [party for party in parties if party.mentions]
    named = [
        party
        for party in every
        if party.kind is SpeakerKind.PERSON and party.names and any(mention.head in spoke for mention in party.mentions)
    ]
    found = []
    for party in every:
        if _is_introduced(party, spoke):
            able = [other for other in named if _may_be(party, other)]
            if len(able) == 1:
                found.append((party, able[0]))
    return found


def _is_introduced(party: Party, spoke: frozenset[int]) -> bool:
    first = party.mentions[0]
    return (
        party.kind is SpeakerKind.PERSON
        and not party.names
        and not party.plural
        and first.form is Form.DESCRIPTION
        and (not first.definite or bool(first.words & OWNERS))
        and first.sentence <= LEAD
        and not party.nouns & TOO_PLAIN
        and any(mention.head in spoke for mention in party.mentions)
    )


def _may_be(party: Party, named: Party) -> bool:
    first, name = party.mentions[0], named.mentions[0]
    if not first.sentence <= name.sentence <= first.sentence + NAMED_WITHIN or name.first < first.first:
        return False
    told = {mention.gender for mention in party.mentions if mention.form is Form.DESCRIPTION} - {Gender.UNKNOWN}
    if told and named.gender is not Gender.UNKNOWN and named.gender not in told:
        return False
    return any(noun in named.nouns or named.nouns & broader().get(noun, frozenset()) for noun in party.nouns)
