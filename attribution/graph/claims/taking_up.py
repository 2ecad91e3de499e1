"""Which statements take up another's words: *two pilots echoed Sahli's comments* says what Sahli said."""

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import takewhile

from attrs import frozen

from attribution.document.document import Document, Word
from attribution.graph.claims.said_words import SaidWords, deeds_of, said_words, words_of
from attribution.statements.article import ReadArticle
from attribution.statements.speakers.party import Party
from attribution.statements.speakers.reading import Reading
from attribution.statements.statement import Stance, Statement

OPEN = frozenset((Stance.DENIES, Stance.DOUBTS, Stance.ASKS))
OF = frozenset(("of", "by", "from"))  # before an owner: *the claims of the militia*
POINTING = frozenset(("this", "that", "these", "those", "such"))
DEFINITE = POINTING | {"the"}
NAMING = frozenset(("appos", "flat", "nmod:desc", "compound", "conj", "list"))  # *the minister, Ann Lee*, *Lee and Ito*
DESCRIBING = frozenset(("NOUN", "PROPN", "ADJ"))
BARE = frozenset(("det", "punct", "case", "cop", "nsubj"))  # what hangs on a noun that nothing tells apart from others
BACK = 2  # sentences in which what is meant by *the accusation* was made
TOGETHER, MOST = 6, 4  # sentences over which, and statements that, somebody's *comments* are


@frozen
class Taken:
    """The statements that another one takes up by a noun or name, in text order; `is_rejected` tells that it says no.

    There are none where the article does not tell which are meant.
    """

    head: Word
    statements: tuple[Statement, ...]
    is_rejected: bool


def taken_up(article: ReadArticle, reading: Reading) -> dict[str, Taken]:
    """Return by id of a statement the statements of the same article that it endorses or rejects.

    *Echoed Sahli's comments*, *dismissed the accusation*, *called the claim false*, *agreed with the minister*.
    Comments in the plural are what their owner said not far before, a comment is the last of it; words that nobody owns
    are what another has just said. Nobody takes up words of his own. Denials, doubts and questions are not taken up:
    whether they or their content is meant, the words do not tell.
    """
    found: dict[str, Taken] = {}
    for statement in article.statements:
        said = said_words(article.document, statement)
        if said is not None:
            meant = _Answering(article.document, reading, article.statements.items, statement, said, found).meant()
            told = tuple(one for one in meant if one.stance not in OPEN and not _is_rejecting(one, found))
            found[statement.id] = Taken(said.head, told, said.is_rejected)
    return {identity: taken for identity, taken in found.items() if taken.statements}


def _is_rejecting(statement: Statement, found: Mapping[str, Taken]) -> bool:
    return statement.id in found and found[statement.id].is_rejected


@frozen
class _Answering:
    """One statement of an article on its way to the one whose words it takes up; `found` are those before it."""

    document: Document
    reading: Reading
    statements: Sequence[Statement]
    statement: Statement
    said: SaidWords
    found: Mapping[str, Taken]

    def meant(self) -> tuple[Statement, ...]:
        """Return the statements that are taken up; none where the article does not tell which."""
        noun = self.said.head
        if self.said.subject is not None and not self._is_speaker(self.said.subject):
            return ()
        if self.said.is_person:
            return self._only(self._of(self.reading.party_of.get(noun.index)), back=TOGETHER)
        owner = self._owner(noun) or self._itself(noun)
        if owner is not None:
            return self._of_owner(owner)
        return self._just_said() if self._has(noun, DEFINITE) else ()

    def _of_owner(self, owner: Party) -> tuple[Statement, ...]:
        """Return what the owner of the words said: the last of it, or all that is near where they are several."""
        own, noun = self._of(owner) or self._of_role(owner), self.said.head
        deeds = [one for one in own if self._is_deed(one)]
        most = MOST if noun.text.lower() != noun.lemma.lower() else 1
        near = [one for one in deeds or own if self._sentence(own[0]) - self._sentence(one) <= TOGETHER][:most]
        return tuple(reversed(near))

    def _just_said(self) -> tuple[Statement, ...]:
        """Return what another has just said: the accusation where that is meant, else the only thing that it may be."""
        noun = self.said.head
        if noun.lemma.lower() not in words_of("said_of_another"):
            return self._just_said_by_one() if noun.lemma.lower() in words_of("said_or_not") else ()
        near = self._near_of_others()
        deeds = [one for one in near if self._is_deed(one)]
        if deeds or self._has(noun, POINTING):
            return tuple((deeds or near)[:1])
        return tuple(near) if len(near) == 1 else ()

    def _just_said_by_one(self) -> tuple[Statement, ...]:
        """Return what another has just said, where nothing else can be meant: *that version*, *the report*.

        A report that the article spoke of before is another thing; so is *the latest report*, and *the account of the
        talks*. A figure has a number in it.
        """
        noun = self.said.head
        if any(self.document.words[i].deprel not in BARE for i in self.document.children(noun.index)):
            return ()
        near = self._near_of_others()
        if noun.lemma.lower() == "figure":
            near = [one for one in near if any(word.upos == "NUM" for word in self._words(one))]
        if self._has(noun, POINTING):
            return tuple(near[:1])
        return tuple(near) if len(near) == 1 and not self._is_told_of_before(noun) else ()

    def _near_of_others(self) -> list[Statement]:
        """Return what others have just said, the last of it first; for who takes up words, those words."""
        near = [one for one in self._before() if self._is_near(one, BACK)]
        said = [other for one in near for other in (self.found[one.id].statements if one.id in self.found else (one,))]
        return list({one.id: one for one in said if self._is_anothers(one) and not self._is_on_words(one)}.values())

    def _only(self, statements: Sequence[Statement], back: int) -> tuple[Statement, ...]:
        near = [one for one in statements if self._is_near(one, back)]
        return tuple(near) if len(near) == 1 else ()

    def _of(self, party: Party | None) -> list[Statement]:
        """Return what a party said before, the last of it first; nothing where it is the one who speaks now.

        What only takes up words of which nobody can tell whose they are is left out: *he repeated his claim*.
        """
        if party is None or self._is_of(self.statement, party):
            return []
        own = (one for one in self._before() if self._is_of(one, party))
        return [one for one in own if one.id not in self.found or self.found[one.id].statements]

    def _of_role(self, party: Party) -> list[Statement]:
        """Return what the only one in a role said before, for a party that is known by its role: *the fire chief*."""
        places = {i for mention in party.mentions for i in self.document.subtree(mention.head)}
        words = {self.document.words[i].text.lower() for i in places if self.document.words[i].upos in DESCRIBING}
        if party.names or not words:
            return []
        roles = ((one, one.speaker.role.lower().split()) for one in self._before() if one.speaker is not None)
        own = [one for one, role in roles if words.issubset(role) and self._is_anothers(one)]
        return own if len({one.speaker.name for one in own if one.speaker is not None}) == 1 else []

    def _owner(self, noun: Word) -> Party | None:
        for i in self.document.children(noun.index):
            word = self.document.words[i]
            cased = {self.document.words[j].lemma.lower() for j in self.document.children(i)}
            if word.deprel == "nmod:poss" or (word.deprel == "nmod" and cased & OF):
                return self.reading.party_of.get(i)
        return None

    def _itself(self, noun: Word) -> Party | None:
        """Return the document that spoke before: *a report said …*, *the report*."""
        party = self.reading.party_of.get(noun.index)
        return party if self._of(party) else None

    def _has(self, noun: Word, determiners: frozenset[str]) -> bool:
        below = (self.document.words[i] for i in self.document.children(noun.index))
        return any(word.deprel == "det" and word.text.lower() in determiners for word in below)

    def _is_told_of_before(self, noun: Word) -> bool:
        before = self.document.words[: noun.index]
        heads = {taken.head.index for taken in self.found.values() if taken.statements}
        alike = (word for word in before if word.lemma.lower() == noun.lemma.lower() and word.upos == "NOUN")
        return any(word.index not in heads for word in alike)

    def _is_speaker(self, subject: Word) -> bool:
        party = self.reading.party_of.get(subject.index)
        return subject.text.lower() in ("i", "we") or (party is not None and self._is_of(self.statement, party))

    def _is_on_words(self, statement: Statement) -> bool:
        """Whether a statement is on the words, too: *the claim may be false*."""
        noun = self.said.head.lemma.lower()
        return any(word.lemma.lower() == noun and self._has(word, DEFINITE) for word in self._words(statement))

    def _is_deed(self, statement: Statement) -> bool:
        cue = (self.document.words[i] for span in statement.cue for i in self.document.words_within(span))
        return any(word.lemma.lower() in deeds_of(self.said.head.lemma.lower()) for word in cue)

    def _before(self) -> Iterator[Statement]:
        """Yield what others are said to have said before, the last of it first."""
        begins = min(span.start for span in (*self.statement.source, *self.statement.cue, *self.statement.content))
        earlier = (one for one in self.statements if one.content[-1].end <= begins and one.parent is None)
        yield from sorted(earlier, key=lambda one: one.content[-1].end, reverse=True)

    def _is_of(self, statement: Statement, owner: Party) -> bool:
        is_named = statement.speaker is not None and owner.name != "" and statement.speaker.name == owner.name
        said = {i for span in statement.source for i in self.document.words_within(span)}
        heads = {mention.head for mention in owner.mentions}
        return is_named or any(self._names(i, said) for i in heads & said)

    def _names(self, place: int, source: Container[int]) -> bool:
        """Whether a word of a source is who speaks: in *his deputy* that is not *his*."""
        above = [place, *takewhile(lambda i: i in source, self.document.ancestors(place))]
        return all(self.document.words[i].deprel in NAMING for i in above[:-1])

    def _is_anothers(self, statement: Statement) -> bool:
        one, other = self.statement.speaker, statement.speaker
        return one is None or other is None or (one.name, one.kind) != (other.name, other.kind)

    def _is_near(self, statement: Statement, sentences: int) -> bool:
        return self._sentence(self.statement) - self._sentence(statement) <= sentences

    def _sentence(self, statement: Statement) -> int:
        return self.document.sentence_of(self._words(statement)[-1].index).index

    def _words(self, statement: Statement) -> list[Word]:
        return [self.document.words[i] for span in statement.content for i in self.document.words_within(span)]
