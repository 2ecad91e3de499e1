"""Tell a person's gender by the pronouns near the name, where title and given name tell nothing."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from attribution.statements.speakers.mention import Form, Gender, Mention
from attribution.statements.speakers.party import Party
from attribution.statements.statement import SpeakerKind

CLEAR = 3  # times that one gender must be voted for more often than the other


def vote_on_genders(mentions: Sequence[Mention], named: Mapping[int, Party]) -> None:
    """Give people of unknown gender the one of the pronouns that can only mean them.

    In *Quill, who said she would appeal, left* nobody else can be *she*: the only person named before it in the
    sentence, both outside quotations. In *His lawyer, Quill, said he would appeal* another is meant by *his*.
    """
    votes: dict[int, Counter[Gender]] = {}
    parties = {id(party): party for party in named.values()}
    for _, sentence in groupby(mentions, key=lambda mention: mention.sentence):
        people: list[Party] = []
        is_open = False
        for mention in sentence:
            if mention.quoted:
                continue
            if mention.form is Form.NAME and mention.kind is SpeakerKind.PERSON:
                people.append(named[mention.head])
            elif mention.form is Form.DESCRIPTION and mention.kind is SpeakerKind.PERSON:
                people.append(Party(kind=mention.kind))
            elif mention.gender is Gender.UNKNOWN or is_open:
                continue
            elif not people:
                is_open = True
            elif all(party is people[0] for party in people):
                votes.setdefault(id(people[0]), Counter())[mention.gender] += 1
    for key, found in votes.items():
        party = parties.get(key)
        if party is not None and party.gender is Gender.UNKNOWN:
            (gender, most), *rest = found.most_common(2)
            if not rest or most >= CLEAR * rest[0][1]:
                party.gender = gender
