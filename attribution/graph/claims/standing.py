"""What a statement claims, in words that stand alone: *it was open-ended* becomes *the truce was open-ended*."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from attribution.document.document import Document, Word
from attribution.graph.claims.naming import kinds_of_things, with_kinds
from attribution.graph.claims.taking_up import taken_up
from attribution.statements.article import ReadArticle
from attribution.statements.resolution import parties_of
from attribution.statements.speakers.mention import Form, Mention
from attribution.statements.speakers.party import Party
from attribution.statements.speakers.pronoun_forms import RELATIVE
from attribution.statements.speakers.reading import Reading
from attribution.statements.statement import Quotation, Speaker, SpeakerKind, Statement
from attribution.text.span import Span

SURE_ENOUGH = 0.6  # of a mention's party, to put its name in the mention's place
OWNING = frozenset("his her its their my our your hers theirs mine ours whose".split())
THIRD_PERSON = {"am": "is", "'m": "is", "’m": "is", "'ve": "has", "’ve": "has", "have": "has"}
FINITE = frozenset(("nsubj", "nsubj:pass", "expl", "csubj", "cop", "aux", "aux:pass"))


@frozen
class _Change:
    start: int
    end: int
    words: str


@frozen
class Standing:
    """What a statement claims, and the ids of the statements whose words it takes up, where it does."""

    text: str
    takes_up: tuple[str, ...] = ()


def claim_texts(article: ReadArticle) -> tuple[str, ...]:
    """Return for each statement of an article what it claims; see `standing_of`."""
    return tuple(one.text for one in standing_of(article))


def standing_of(article: ReadArticle) -> tuple[Standing, ...]:
    """Return for each statement of an article what it claims, in words that stand alone.

    Pronouns and descriptions inside the content give way to the name they mean where that is clear and the content
    has none; *I* inside a quotation is the speaker; a named thing comes with what it is (*the Santa Iria* is *the ferry
    Santa Iria*), where the article says so. Content that makes no clause (*of religious persecution*) comes
    with source and cue. Who endorses or rejects another's words claims or denies what these do.
    """
    if not article.statements:
        return ()
    reading = parties_of(article.document, article.statements.items, title=article.title, outlet=article.outlet)
    mentions = {mention.head: mention for party in _parties(reading) for mention in party.mentions}
    things = kinds_of_things(article.document)
    own = {
        one.id: with_kinds(_Telling(article.document, reading, mentions, one).text(), things)
        for one in article.statements
    }
    taken = taken_up(article, reading)
    return tuple(
        Standing(own[one.id])
        if one.id not in taken
        else Standing("; ".join(own[other.id] for other in taken[one.id]), tuple(other.id for other in taken[one.id]))
        for one in article.statements
    )


def _parties(reading: Reading) -> list[Party]:
    return list({id(party): party for party in reading.party_of.values()}.values())


@frozen
class _Telling:
    """One statement of an article, with what is known of the article's parties."""

    document: Document
    reading: Reading
    mentions: dict[int, Mention]
    statement: Statement

    def text(self) -> str:
        """Return the claim."""
        spans = self.statement.content
        if not any(self.document.words[i].deprel in FINITE for i in self._words(spans)):
            spans = tuple(sorted((*self.statement.source, *self.statement.cue, *self.statement.content)))
        changes = list(self._changes(self._words(spans)))
        parts = []
        for span in spans:
            at = span.start
            for change in changes:
                if at <= change.start and change.end <= span.end:
                    parts.append(self.document.text[at : change.start] + change.words)
                    at = change.end
            parts.append(self.document.text[at : span.end] + " ")
        return " ".join("".join(parts).split()) or self.statement.text

    def _words(self, spans: Sequence[Span]) -> list[int]:
        return [i for span in spans for i in self.document.words_within(span)]

    def _changes(self, inside: Sequence[int]) -> Iterator[_Change]:
        """Yield what is put in the place of words, in text order, none overlapping."""
        until, met = -1, set[int]()
        is_quoted = self.statement.quotation is not Quotation.INDIRECT
        speaker = _speaker_name(self.statement.speaker)
        for i in inside:
            word, party = self.document.words[i], self.reading.party_of.get(i)
            if word.start < until:
                continue
            change = None
            if is_quoted and word.text == "I":
                change = _of_first_person(self.document, word, speaker)
            elif party is not None:
                change = self._of_mention(party, word, met)
                if is_quoted and change is not None and party.name == speaker:
                    change = None  # nobody calls himself *he*
            if party is not None:
                met.add(id(party))
            if change is not None:
                until = change.end
                yield change

    def _of_mention(self, party: Party, word: Word, met: set[int]) -> _Change | None:
        """Return the name for a mention that does not give it; none where the content itself can tell whom it means."""
        mention = self.mentions.get(word.index)
        if mention is None or mention.form in (Form.NAME, Form.LIST) or mention.pronoun in RELATIVE:
            return None
        if id(party) in met or not party.name or self.reading.sure_of[word.index] < SURE_ENOUGH:
            return None
        if mention.form is Form.DESCRIPTION:
            first, last = self.document.words[mention.first], self.document.words[mention.last]
            return _Change(first.start, last.end, party.name) if mention.definite else None
        if any(other in met for other in _alike(self.reading, party)):
            return None
        return _Change(word.start, word.end, party.name + ("’s" if _owns(word) else ""))


def _of_first_person(document: Document, word: Word, name: str) -> _Change | None:
    if not name:
        return None
    after = document.words[word.index + 1] if word.index + 1 < len(document.words) else word
    end, verb = (
        (after.end, f" {THIRD_PERSON[after.text.lower()]}") if after.text.lower() in THIRD_PERSON else (word.end, "")
    )
    return _Change(word.start, end, name + verb)


def _alike(reading: Reading, party: Party) -> Iterator[int]:
    """Yield the parties that a pronoun for this one may mean as well."""
    for other in reading.party_of.values():
        if other is not party and (other.kind, other.plural) == (party.kind, party.plural):
            yield id(other)


def _owns(word: Word) -> bool:
    return word.text.lower() in OWNING and word.deprel == "nmod:poss"


def _speaker_name(speaker: Speaker | None) -> str:
    named = speaker is not None and speaker.named and speaker.kind is SpeakerKind.PERSON
    return speaker.name if speaker is not None and named else ""
