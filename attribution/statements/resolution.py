"""Find who speaks each statement of an article: from the words of its source to the speaker."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, evolve, field

from attribution.document.document import Document
from attribution.statements.speakers.continuing import Places, continued_from, places_of
from attribution.statements.speakers.governing import governing_subject
from attribution.statements.speakers.names import names_in_headline
from attribution.statements.speakers.organizations import government_of
from attribution.statements.speakers.party import Party
from attribution.statements.speakers.phrases import full_phrase
from attribution.statements.speakers.pronoun_forms import NOMINATIVE, WRITER
from attribution.statements.speakers.pronouns import antecedent
from attribution.statements.speakers.reading import Meaning, Reading, read_parties
from attribution.statements.speakers.sources import Source, read_source
from attribution.statements.speakers.speaker import list_of, speaker_of
from attribution.statements.statement import Speaker, Statement
from attribution.statements.terms.terms import Terms

SURE_OF_OWN_WORDS = 0.5  # a pronoun or a noun that nobody could be found for
SURE_OF_FLOATING = 0.6
QUESTION, ANSWER = frozenset(("q", "question")), frozenset(("a", "answer"))  # *Q: …* is asked by nobody the text names


def resolve(
    document: Document,
    statements: Sequence[Statement],
    *,
    title: str | None = None,
    outlet: str | None = None,
    terms: Sequence[Terms] | None = None,
) -> tuple[Statement, ...]:
    """Return the statements with their speakers: *she* becomes *Amina Haddad*, spokeswoman, for the Dockers’ Union.

    A statement whose speaker nobody can tell keeps None, and so does what the writer of the article says. `title` and
    `outlet` help where the text names somebody only in part; `terms` are the article's, where they were found already.
    """
    return _Resolving(document, tuple(statements), _known(title, outlet), terms).run()


def parties_of(
    document: Document,
    statements: Sequence[Statement],
    *,
    title: str | None = None,
    outlet: str | None = None,
    meaning: Meaning = antecedent,
) -> Reading:
    """Return every party of an article with its mentions, also those that say nothing.

    `meaning` tells whom a pronoun means.
    """
    sources = tuple(_source_of(document, statement) for statement in statements)
    return read_parties(document, _phrases(sources), _known(title, outlet), meaning=meaning)


def _known(title: str | None, outlet: str | None) -> tuple[str, ...]:
    return (*names_in_headline(title or ""), *filter(None, [outlet]))


def _source_of(document: Document, statement: Statement) -> Source | None:
    """Read the source; the subject of the verb above the content where the reader found neither source nor cue."""
    if statement.source or statement.cue:
        return read_source(document, statement.source, statement.cue)
    subject = governing_subject(document, statement.content)
    return None if subject is None else Source((subject,), *full_phrase(document, subject))


@define
class _Resolving:
    """The statements of one article on their way to speakers."""

    document: Document
    statements: tuple[Statement, ...]
    known: tuple[str, ...] = ()
    terms: Sequence[Terms] | None = None
    sources: tuple[Source | None, ...] = ()
    places: Places = field(init=False)
    reading: Reading = field(init=False)
    speakers: dict[int, Speaker | None] = field(factory=dict)
    made: dict[int, Speaker] = field(factory=dict)

    def run(self) -> tuple[Statement, ...]:
        self.sources = tuple(_source_of(self.document, statement) for statement in self.statements)
        self.places = places_of(self.document, self.statements)
        self.reading = read_parties(self.document, _phrases(self.sources), self.known, self.terms)
        for number in range(len(self.statements)):
            if number not in self.speakers:
                self.speakers[number] = self._speaker(number)
        return tuple(
            evolve(statement, speaker=self.speakers[number]) for number, statement in enumerate(self.statements)
        )

    def _speaker(self, number: int) -> Speaker | None:
        self.speakers[number] = None  # a statement that waits for itself has no speaker
        source = self.sources[number]
        if source is None:
            return self._floating(number)
        head = source.heads[0]
        asked = self.document.words[head].text.strip(".:").lower()
        if asked in QUESTION | ANSWER and self._is_turn(number):
            return self._interviewed() if asked in ANSWER else None
        if len(source.heads) > 1 and all(other in self.reading.party_of for other in source.heads):
            sure = min(self.reading.sure_of[other] for other in source.heads)
            return self._speaker_of(list_of(self.reading, source.heads, source.first, source.last), sure)
        if head in self.reading.party_of:
            return self._speaker_of(self.reading.party_of[head], self.reading.sure_of[head])
        nominative = NOMINATIVE.get(self.document.words[head].text.lower())
        if nominative in WRITER:
            return self._first_person(number, source)
        words = " ".join(self.document.slice(source.first, source.last).split())
        return Speaker(
            name=words, confidence=SURE_OF_OWN_WORDS, mentions=(self.document.span(source.first, source.last),)
        )

    def _is_turn(self, number: int) -> bool:
        """Whether a colon alone is the cue, as in a transcript."""
        return [span.of(self.document.text) for span in self.statements[number].cue] == [":"]

    def _interviewed(self) -> Speaker | None:
        """Return who answers in an interview: the person whom the article is about, if anybody."""
        person = self.reading.topics.person
        return None if person is None else self._speaker_of(person, SURE_OF_FLOATING)

    def _speaker_of(self, party: Party, sure: float) -> Speaker:
        """Make each party's speaker once; only the confidence is that of the mention."""
        party = government_of(self.reading, party)
        if id(party) not in self.made:
            self.made[id(party)] = speaker_of(self.reading, party, sure)
        return evolve(self.made[id(party)], confidence=sure)

    def _first_person(self, number: int, source: Source) -> Speaker | None:
        """*I* and *we* inside what somebody says are that speaker; outside they are the writer, who is nobody's."""
        own = self.document.span(source.first, source.last)
        around = [
            other
            for other, statement in enumerate(self.statements)
            if other != number and any(span.contains(own) for span in statement.content)
        ]
        if not around:
            return None
        inner = min(around, key=lambda other: sum(map(len, self.statements[other].content)))
        if inner not in self.speakers:
            self.speakers[inner] = self._speaker(inner)
        return self.speakers[inner]

    def _floating(self, number: int) -> Speaker | None:
        other = continued_from(self.document, self.statements, number, self.places)
        if other is None:
            return None
        if other not in self.speakers:
            self.speakers[other] = self._speaker(other)
        found = self.speakers[other]
        return evolve(found, confidence=min(found.confidence, SURE_OF_FLOATING)) if found else None


def _phrases(sources: Sequence[Source | None]) -> dict[int, tuple[int, int]]:
    """Return the phrase of each source by its head word; of a list each member has words of its own."""
    found = {}
    for source in filter(None, sources):
        starts = (source.first, *(head for head in source.heads[1:]))
        ends = (*source.heads[:-1], source.last)
        for head, first, last in zip(source.heads, starts, ends, strict=True):
            found[head] = (min(first, head), max(head, last))
    return found
