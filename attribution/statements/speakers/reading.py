"""Read an article's mentions from the first to the last and give each its party."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeAlias

from attrs import define, field

from attribution.document.document import Document
from attribution.statements.speakers.agreement import may_mean
from attribution.statements.speakers.appositions import names_behind
from attribution.statements.speakers.descriptions import described, is_anew
from attribution.statements.speakers.gender_votes import vote_on_genders
from attribution.statements.speakers.identification import identify
from attribution.statements.speakers.kinds import gender_of_noun
from attribution.statements.speakers.lists import find_lists
from attribution.statements.speakers.mention import Form, Gender, Mention, Place
from attribution.statements.speakers.mentions import find_mentions
from attribution.statements.speakers.name_groups import group_names
from attribution.statements.speakers.name_mentions import PLACE_MARK
from attribution.statements.speakers.noun_fit import is_country
from attribution.statements.speakers.party import Party
from attribution.statements.speakers.pronoun_forms import GENDERS, RELATIVE, THIRD
from attribution.statements.speakers.pronouns import Choice, Pronoun, antecedent
from attribution.statements.speakers.roles import roles_of
from attribution.statements.speakers.topics import Topics, foremost, topic, town_of
from attribution.statements.speakers.unnamed import mark_unnamed
from attribution.statements.statement import SpeakerKind
from attribution.statements.terms.finding import find_terms
from attribution.statements.terms.terms import Terms

CANDIDATES = 40  # the parties mentioned last that may be taken up
SURE_OF_NAME, SURE_OF_DESCRIPTION, SURE_OF_TOPIC = 0.97, 0.85, 0.65
SURE_OF_LATER_NAME, NAMED_SOON = 0.6, 3  # sentences after a pronoun that its name may follow
Meaning: TypeAlias = Callable[[Pronoun], Choice | None]  # what tells whom a pronoun means
SKIPPED = frozenset(", — – -- of whom most some many all both several ) one two".split())


@define
class Reading:
    """The parties of an article: `party_of` and `sure_of` give them by the head word of a mention.

    `phrases` are the words of sources by their head words, `spoke` these heads and those of lists that speak.
    """

    document: Document
    spoke: frozenset[int]
    phrases: Mapping[int, tuple[int, int]]
    party_of: dict[int, Party] = field(factory=dict)
    sure_of: dict[int, float] = field(factory=dict)
    recent: dict[int, Party] = field(factory=dict)  # by identity, the one mentioned last at the end
    last_speaker: Party | None = None
    topics: Topics = field(factory=Topics)
    waiting: list[Mention] = field(factory=list)
    meaning: Meaning = antecedent
    behind: Mapping[int, Party] = field(factory=dict)  # the bodies whose names follow a description, by its head word

    def candidates(self) -> Iterator[Party]:
        """Yield the parties mentioned before, the last one first."""
        return islice(reversed(self.recent.values()), CANDIDATES)

    def read(
        self, mentions: Iterable[Mention], named: Mapping[int, Party], members: Mapping[Mention, tuple[int, ...]]
    ) -> None:
        """Take the mentions in text order; lists within each other can share their conjunction, which is their head."""
        for mention in mentions:
            if mention.form is Form.NAME:
                self._place(mention, Choice(named[mention.head], SURE_OF_NAME))
                self._answer_waiting(mention, named[mention.head])
            elif mention.form is Form.PRONOUN:
                self._take_pronoun(mention)
            elif mention.form is Form.LIST:
                self._take_list(mention, members[mention])
            else:
                self._take_description(mention)

    def _place(self, mention: Mention, choice: Choice) -> None:
        party = choice.party
        party.add(mention)
        self.party_of[mention.head] = party
        self.sure_of[mention.head] = choice.sure
        self.recent.pop(id(party), None)
        self.recent[id(party)] = party
        if mention.head in self.spoke and not mention.quoted:
            self.last_speaker = party

    def _take_pronoun(self, mention: Mention) -> None:
        choice: Choice | None = None
        if mention.pronoun in RELATIVE:
            choice = self._relative(mention)
        elif mention.pronoun in THIRD and (mention.pronoun != "it" or mention.head in self.spoke):
            recent = tuple(self.candidates())
            choice = self.meaning(Pronoun(self.document, mention, recent, self.spoke, self.last_speaker))
        if choice is not None:
            self._place(mention, choice)
        elif mention.pronoun in GENDERS and not any(
            may_mean(mention, party, self.spoke) for party in self.candidates()
        ):
            self.waiting.append(mention)

    def _answer_waiting(self, name: Mention, party: Party) -> None:
        """Give pronouns that nobody came before to the name that follows: *“I knew,” she said. Nora Quill, 40, …*"""
        if not self.waiting or party.kind is not SpeakerKind.PERSON or name.quoted or name.place is Place.MODIFIER:
            return
        for pronoun in self.waiting:
            agrees = party.gender in (Gender.UNKNOWN, pronoun.gender)
            if agrees and name.sentence - pronoun.sentence <= NAMED_SOON:
                self._place(pronoun, Choice(party, SURE_OF_LATER_NAME))
        self.waiting.clear()

    def _relative(self, mention: Mention) -> Choice | None:
        """*who* and *whose* mean the noun that their clause hangs on, else the party just before."""
        words = self.document.words
        for above in (mention.head, *self.document.ancestors(mention.head)):
            if words[above].deprel in ("acl:relcl", "acl") and words[above].head < mention.head:
                head = words[above].head
                while head not in self.party_of and words[head].deprel in ("appos", "nmod:desc", "nmod"):
                    head = words[head].head  # *Ito, now the majority leader, who*, *Ito, a mother of three who*
                if head in self.party_of:
                    return Choice(self.party_of[head], 0.9)
        if words[mention.head].text.lower() == "that":
            return None
        before = mention.head - 1
        while before > 0 and words[before].text in SKIPPED:
            before -= 1
        for head in range(before, max(before - 6, -1), -1):
            if head in self.party_of and any(
                other.head == head and other.last == before for other in self.party_of[head].mentions[-2:]
            ):
                last = next(reversed(self.recent.values()))
                is_list = bool(last.members) and last.mentions[-1].last == before
                return Choice(last if is_list else self.party_of[head], 0.75)
        return None

    def _take_list(self, mention: Mention, heads: tuple[int, ...]) -> None:
        members = tuple(self.party_of[head] for head in heads)
        for party in self.recent.values():
            if set(map(id, party.members)) == set(map(id, members)):
                self._place(mention, Choice(party, SURE_OF_NAME))
                return
        self._place(mention, Choice(Party(kind=mention.kind, plural=True, members=members), SURE_OF_NAME))

    def _take_description(self, mention: Mention) -> None:
        town = town_of(mention, self.topics)
        choice = Choice(town, SURE_OF_TOPIC) if town is not None else None
        if choice is None and not is_anew(mention):
            choice = described(mention, self.candidates(), self.spoke)
        if (body := self.behind.get(mention.head)) is not None:
            self._take_body(mention, body, choice)
            return
        if choice is None and (party := topic(mention, self.topics, self.last_speaker, self.spoke)) is not None:
            choice = Choice(party, SURE_OF_TOPIC)
        if choice is None:
            plural = mention.plural or mention.kind is SpeakerKind.GROUP
            choice = Choice(Party(kind=mention.kind, plural=plural, gender=mention.gender), SURE_OF_DESCRIPTION)
        self._place(mention, choice)

    def _take_body(self, mention: Mention, body: Party, earlier: Choice | None) -> None:
        """Give a description the name behind it, and whoever was so described before: *a supplier … the supplier,
        Talon Composites*."""
        self._place(mention, Choice(body, SURE_OF_NAME))
        if earlier is not None and not earlier.party.names and earlier.party.kind is body.kind:
            self.merge(earlier.party, body)

    def merge(self, party: Party, into: Party) -> None:
        """Make two parties one."""
        into.take(party)
        for head, found in self.party_of.items():
            if found is party:
                self.party_of[head] = into
        self.recent.pop(id(party), None)


def read_parties(
    document: Document,
    sources: Mapping[int, tuple[int, int]],
    known: Sequence[str] = (),
    terms: Sequence[Terms] | None = None,
    meaning: Meaning = antecedent,
) -> Reading:
    """Return every party of an article with its mentions.

    `sources` are the phrases of the sources of statements by their head words, `known` names of the headline, `terms`
    those of the article, where they were found already, `meaning` tells whom a pronoun means.
    """
    spoke = frozenset(sources)
    terms = find_terms(document) if terms is None else terms
    mentions = mark_unnamed(document, find_mentions(document, sources), terms)
    named = group_names(document, mentions, known)
    for mention in mentions:
        if mention.form is Form.NAME and mention.kind is SpeakerKind.PERSON:
            _take_roles(document, mention, named[mention.head])
    vote_on_genders(mentions, named)
    lists = list(find_lists(document, mentions))
    spoke |= {found.head for found, members in lists if spoke.issuperset(members)}
    topics = Topics(
        person=foremost(party for party in named.values() if party.kind is SpeakerKind.PERSON),
        town=foremost(party for party in named.values() if PLACE_MARK in party.nouns and not is_country(party)),
    )
    for party in named.values():
        party.mentions.clear()  # they are given back in text order: a pronoun looks at what came before it
    ordered = sorted((*mentions, *(found for found, _ in lists)), key=_order)
    behind = {head: named[name] for head, name in names_behind(document, mentions).items()}
    reading = Reading(document, spoke, sources, topics=topics, behind=behind, meaning=meaning)
    reading.read(ordered, named, dict(lists))
    for party, into in identify(document, {id(p): p for p in reading.party_of.values()}.values(), spoke, terms):
        reading.merge(party, into)
    return reading


def _order(mention: Mention) -> tuple[int, bool]:
    """The place of a mention in the text; a list comes after its members."""
    is_list = mention.form is Form.LIST
    return (mention.last if is_list else mention.head, is_list)


def _take_roles(document: Document, mention: Mention, party: Party) -> None:
    for role in roles_of(document, mention):
        party.roles.append(role)
        if role.noun:
            party.nouns.add(role.noun)
            gender = gender_of_noun(role.noun)
            if gender is not Gender.UNKNOWN and party.gender is Gender.UNKNOWN:
                party.gender = gender
            party.words.update(document.words[i].text.lower() for i in range(role.first, role.last + 1))
