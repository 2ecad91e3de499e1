"""Make the speaker of a statement from its party."""

from collections.abc import Iterable, Sequence

from attrs import evolve

from attribution.document.document import Document
from attribution.statements.speakers.counts import Count, count_of
from attribution.statements.speakers.mention import Form
from attribution.statements.speakers.naming import counted, is_counted, name_of, uncounted
from attribution.statements.speakers.organizations import organizations_of
from attribution.statements.speakers.party import Party
from attribution.statements.speakers.phrases import full_phrase
from attribution.statements.speakers.reading import Reading
from attribution.statements.speakers.role_phrases import Role
from attribution.statements.speakers.word_lists import uses
from attribution.statements.statement import Speaker, SpeakerKind
from attribution.text.span import Span

UNTELLING = uses("untelling")
NAMED_DOCUMENTS = uses("named_documents")


def speaker_of(reading: Reading, party: Party, sure: float) -> Speaker:
    """Return the value of a party: its fullest name or most telling description, its role, for whom it speaks.

    A list is one speaker with all its members: *Amina Haddad and Jun Ito*.
    """
    name = name_of(reading, party)
    members = party.members or (party,)
    speaking_for = (member for member in members if member.kind is not SpeakerKind.ORGANIZATION)
    return Speaker(
        name=name,
        kind=_kind(party),
        named=_is_named(reading.document, party),
        role="; ".join(dict.fromkeys(filter(None, (_role(reading, member) for member in members)))),
        organizations=tuple(dict.fromkeys(body for one in speaking_for for body in organizations_of(reading, one))),
        former=any(role.former for role in _best_roles(party)),
        count=_count(reading, party, name),
        mentions=_spans(reading.document, party),
        confidence=sure,
    )


def list_of(reading: Reading, heads: Sequence[int], first: int, last: int) -> Party:
    """Return the party that several parties are together; words `first` to `last` name them."""
    members = tuple(reading.party_of[head] for head in heads)
    for place in range(heads[0], heads[-1]):
        found = reading.party_of.get(place)
        if found is not None and found.members and set(map(id, found.members)) == set(map(id, members)):
            return found
    party = Party(kind=SpeakerKind.GROUP, plural=True, members=members)
    one = next(mention for mention in members[0].mentions if mention.head == heads[0])
    party.add(evolve(one, form=Form.LIST, first=min(first, heads[0]), last=max(last, heads[-1]), plural=True, name=""))
    return party


def _kind(party: Party) -> SpeakerKind:
    kinds = {_kind(member) for member in party.members}
    if kinds:
        return kinds.pop() if kinds in ({SpeakerKind.ORGANIZATION}, {SpeakerKind.DOCUMENT}) else SpeakerKind.GROUP
    if party.kind is SpeakerKind.PERSON and party.plural:
        return SpeakerKind.GROUP
    return party.kind


def _is_named(document: Document, party: Party) -> bool:
    if party.kind is SpeakerKind.DOCUMENT and not party.names:
        return any(
            set(mention.nouns) & NAMED_DOCUMENTS
            and any(
                word.upos == "PROPN" and not word.entity.endswith("-Date")
                for word in document.words[mention.first : full_phrase(document, mention.head)[1] + 1]
            )
            for mention in party.mentions
            if mention.form is Form.DESCRIPTION
        )
    return bool(party.names) or any(_is_named(document, member) for member in party.members)


def _best_roles(party: Party) -> list[Role]:
    telling = [role for role in party.roles if role.noun or role.weight]
    return sorted(telling, key=lambda role: (-role.weight, role.first))[:1]


def _role(reading: Reading, party: Party) -> str:
    document = reading.document
    for role in _best_roles(party):
        return " ".join(document.slice(role.first, role.last).split())
    if party.kind not in (SpeakerKind.PERSON, SpeakerKind.GROUP) or party.names:
        return ""
    for mention in party.mentions:
        if mention.form is Form.DESCRIPTION and mention.nouns and not set(mention.nouns) & UNTELLING:
            if document.words[mention.head].upos in ("NUM", "DET") or is_counted(document, mention):
                return counted(document, mention)
            return uncounted(document, mention)
    return ""


def _count(reading: Reading, party: Party, name: str) -> Count:
    if party.names and not party.plural:
        return (1, 1)
    if party.members:
        return _sum(_count(reading, member, name_of(reading, member)) for member in party.members)
    return count_of(name, plural=party.plural)


def _sum(counts: Iterable[Count]) -> Count:
    every = list(counts)
    highs = [high for _, high in every]
    return sum(low for low, _ in every), None if None in highs else sum(filter(None, highs))


def _spans(document: Document, party: Party) -> tuple[Span, ...]:
    return tuple(sorted({document.span(mention.first, mention.last) for mention in party.mentions}))
