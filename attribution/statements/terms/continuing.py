"""Follow terms to the other descriptions of the same speakers: *two officials … the officials … the official*."""

from collections.abc import Iterable, Mapping, Sequence

from attribution.document.document import Document
from attribution.statements.statement import SpeakerKind
from attribution.statements.terms.agreement import MANY
from attribution.statements.terms.antecedents import antecedents
from attribution.statements.terms.parties import Identity, Party

ARTICLES = frozenset({"a", "an", "the"})
DIFFERENT = frozenset({"another", "other", "others", "one", "some", "several", "many", "second", "third", "more"})


def find_taken_up(document: Document, parties: Sequence[Party]) -> Mapping[Identity, tuple[Party, ...]]:
    """Return whom each unnamed speaker takes up that is spoken of as known (*the official*), in text order."""
    definite = [party for party in parties if party.is_unnamed and party.definite and _may_be_people(party)]
    return {party.identity: _taken_up(document, party, parties) for party in definite}


def with_continuing(
    holders: Sequence[Party], parties: Sequence[Party], taken_up: Mapping[Identity, tuple[Party, ...]]
) -> tuple[Party, ...]:
    """Return the holders of terms and every other unnamed speaker that the article goes on with as one of them.

    A description that takes up somebody (*the official*) and has a speaker of its own is the one it takes up; a group
    (*both officials*) is its members; and the same words of more than a noun (*a French official*) mean the same.
    """
    if not holders:
        return ()
    definite = [party for party in parties if party.identity in taken_up]
    called = {_called(party) for party in holders if party.is_unnamed} - {""}
    holding, held = list(holders), set(map(id, holders))  # by identity: comparing parties compares all their mentions

    def hold(found: Iterable[Party]) -> None:
        for party in found:
            if id(party) not in held:
                held.add(id(party))
                holding.append(party)

    hold(party for party in parties if called and party.is_unnamed and _called(party) in called)
    before = -1
    while len(holding) > before:
        before = len(holding)
        for party in definite:
            earlier = taken_up[party.identity]
            if id(party) in held:
                hold(one for one in earlier if _is_same_or_member(one, party))
            elif earlier and all(id(one) in held for one in earlier):
                hold((party,))
    return tuple(holding)


def _called(party: Party) -> str:
    """Return a description of more than a noun, without its article; nothing for *officials* and *another official*."""
    described = party.speaker.name.lower().split()
    described = described[1:] if described[:1] and described[0] in ARTICLES else described
    return " ".join(described) if len(described) > 1 and described[0] not in DIFFERENT else ""


def _is_same_or_member(earlier: Party, later: Party) -> bool:
    """Tell whether who is taken up is all of the one who takes up, or a member: not a group by one of its members."""
    return later.number in (earlier.number, MANY)


def _may_be_people(party: Party) -> bool:
    # whose kind nobody could tell may be a pronoun, and a thing: "the discussion" takes up nobody
    return party.speaker.kind is not SpeakerKind.UNKNOWN or not party.nouns


def _taken_up(document: Document, party: Party, parties: Sequence[Party]) -> tuple[Party, ...]:
    others = [other for other in parties if other is not party and other.is_unnamed]
    others = [other for other in others if other.places[:1] < party.places[:1]]
    if party.speaker.name.lower().startswith("one "):  # "one worker" after "several workers", not after "a worker"
        others = [other for other in others if other.number == MANY]
    return antecedents(document, party.places[0], others)
