"""Join who is described in the lead with who is named below: *A Ruma judge ruled … Justice Frank Ito wrote*."""

from collections.abc import Iterable

from attribution.document.document import Document
from attribution.statements.speakers.mention import Form, Gender
from attribution.statements.speakers.party import Party
from attribution.statements.speakers.telling_apart import are_apart
from attribution.statements.speakers.word_lists import broader, uses
from attribution.statements.statement import SpeakerKind
from attribution.statements.terms.terms import Terms

LEAD = 4  # sentences that may hold a person's description before the name, the headline among them
NAMED_WITHIN = 8  # sentences after the description that the name must stand in
OWNERS = frozenset("his her their".split())
TOO_PLAIN = uses("too_plain")


def identify(
    document: Document, parties: Iterable[Party], spoke: frozenset[int], terms: Iterable[Terms]
) -> list[tuple[Party, Party]]:
    """Return the parties of the lead that are one with a party named later, each with that party.

    Both must speak, and only one named speaker may have the role. Who asked not to be named is nobody named: a wrong
    name is worse than none.
    """
    every = [party for party in parties if party.mentions]
    named = [
        party
        for party in every
        if party.kind is SpeakerKind.PERSON and party.names and any(mention.head in spoke for mention in party.mentions)
    ]
    introduced = [party for party in every if _is_introduced(party, spoke)]
    if not introduced or not named:
        return []
    withheld = {document.sentence_of(one.anchor).index for one in terms}
    found = []
    for party in introduced:
        if withheld.isdisjoint(mention.sentence for mention in party.mentions):
            able = [other for other in named if _may_be(party, other)]
            if len(able) == 1 and not are_apart(document, party.mentions[0], able[0]):
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
