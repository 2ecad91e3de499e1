"""What a statement claims, in words that stand alone: *it was open-ended* becomes *the truce was open-ended*."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from attribution.document.document import Document, Word
from attribution.graph.claims.meant_by_it import meant_by_it, nouns_of
from attribution.graph.claims.naming import kinds_of_things, with_kinds
from attribution.graph.claims.taking_up import Taken, taken_up
from attribution.graph.copies.credits import credits_of, outlet_key
from attribution.graph.matching.bearing import DENYING
from attribution.graph.record import AND_THAT
from attribution.statements.article import ReadArticle
from attribution.statements.resolution import parties_of
from attribution.statements.speakers.mention import Form, Mention
from attribution.statements.speakers.party import Party
from attribution.statements.speakers.pronoun_forms import RELATIVE
from attribution.statements.speakers.reading import Reading
from attribution.statements.statement import Quotation, Speaker, SpeakerKind, Stance, Statement
from attribution.text.span import Span

SURE_ENOUGH = 0.6  # of a mention's party, to put its name in the mention's place
SURE_OF_DESCRIBED = 0.65  # the same for a description: *the union* may be another than the one the article names
OWNING = frozenset("his her its their my our your hers theirs mine ours whose".split())
THIRD_PERSON = {"am": "is", "'m": "is", "’m": "is", "'ve": "has", "’ve": "has", "have": "has"}
PLURAL_WITHOUT_S = frozenset("people police children men women".split())
VAGUE_PLACES = frozenset(("site", "body"))  # said of organizations, but inside a content of what lies there
SAME_IN_PAST = frozenset("cut hit hurt let put quit read set shut".split())
FINITE = frozenset(("nsubj", "nsubj:pass", "expl", "csubj", "cop", "aux", "aux:pass"))


@frozen
class _Change:
    start: int
    end: int
    words: str


@frozen
class Standing:
    """What a statement claims, and where it takes up another's words the ids of what it takes up.

    `stance` is what it does with the claim: *called the claim false* asserts something of the words, and denies what
    they say.
    """

    text: str
    stance: Stance
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
    things, outlets = kinds_of_things(article.document), _outlets_of(article)
    nouns = nouns_of(article.document)
    own = {
        one.id: with_kinds(_Telling(article.document, reading, mentions, nouns, outlets, one).text(), things)
        for one in article.statements
    }
    taken = taken_up(article, reading)
    return tuple(_standing(one, own, taken) for one in article.statements)


def _standing(statement: Statement, own: Mapping[str, str], taken: Mapping[str, Taken]) -> Standing:
    found = taken.get(statement.id)
    if found is None:
        return Standing(own[statement.id], statement.stance)
    is_turned = found.is_rejected and statement.stance not in DENYING
    return Standing(
        AND_THAT.join(dict.fromkeys(_said_at_last(statement, own, taken))),
        Stance.DENIES if is_turned else statement.stance,
        tuple(other.id for other in found.statements),
    )


def _said_at_last(statement: Statement, own: Mapping[str, str], taken: Mapping[str, Taken]) -> Iterator[str]:
    """Yield what a statement claims; who echoes an echo claims what was said first."""
    if statement.id not in taken:
        yield own[statement.id]
        return
    for other in taken[statement.id].statements:
        yield from _said_at_last(other, own, taken)


def _outlets_of(article: ReadArticle) -> frozenset[str]:
    """Return the keys of an article's outlet and of those it credits: *the company* is none of them."""
    names = (article.outlet or "", *(credit.outlet for credit in credits_of(article)))
    return frozenset(outlet_key(name) for name in names if name)


def _parties(reading: Reading) -> list[Party]:
    return list({id(party): party for party in reading.party_of.values()}.values())


@frozen
class _Telling:
    """One statement of an article, with what is known of the article's parties."""

    document: Document
    reading: Reading
    mentions: dict[int, Mention]
    nouns: dict[str, list[int]]
    outlets: frozenset[str]
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
        itself = meant_by_it(self.document, self.nouns, self.statement, inside)
        for i in inside:
            word, party = self.document.words[i], self.reading.party_of.get(i)
            if word.start < until:
                continue
            change = None
            if is_quoted and word.text == "I":
                change = _of_first_person(self.document, word, speaker)
            elif party is not None and not self._is_told_inside(party, word, inside):
                change = self._of_mention(party, word, met)
                if is_quoted and change is not None and party.name == speaker:
                    change = None  # nobody calls himself *he*
            elif party is None and itself is not None and itself[0] is word:
                change = _Change(word.start, word.end, itself[1])
            if party is not None:
                met.add(id(party))
            if change is not None:
                until = change.end
                yield change

    def _is_told_inside(self, party: Party, word: Word, inside: Sequence[int]) -> bool:
        """Whether a pronoun has somebody or something before it, in the same content, that it may as well mean.

        *The walls of their houses* after *50 people*, *his death* of which *a climber* is the subject.
        """
        mention = self.mentions.get(word.index)
        if mention is None or mention.form is not Form.PRONOUN:
            return False
        before = [self.document.words[i] for i in inside if i < word.index]
        if mention.plural or mention.pronoun == "they":
            return any(_is_plural(other) for other in before)
        subject = self._subject_over(word)
        return (
            _owns(word)
            and subject in before
            and (subject.upos == "NOUN" or subject.text.lower() == "one")
            and not _is_plural(subject)
            and self.reading.party_of.get(subject.index) is not party
        )

    def _subject_over(self, word: Word) -> Word | None:
        """Return the subject of the nearest verb above a word, of the verb before it where it has none of its own."""
        for head in self.document.ancestors(word.index):
            for child in self.document.children(head):
                if self.document.words[child].deprel in ("nsubj", "nsubj:pass"):
                    return self.document.words[child] if child < word.index else None
        return None

    def _of_mention(self, party: Party, word: Word, met: set[int]) -> _Change | None:
        """Return the name for a mention that does not give it; none where the content itself can tell whom it means."""
        mention = self.mentions.get(word.index)
        if mention is None or mention.form in (Form.NAME, Form.LIST) or mention.pronoun in RELATIVE:
            return None
        is_described = mention.form is Form.DESCRIPTION
        least = SURE_OF_DESCRIBED if is_described else SURE_ENOUGH
        if id(party) in met or not party.name or self.reading.sure_of[word.index] < least:
            return None
        if is_described:
            if not VAGUE_PLACES.isdisjoint(mention.nouns) or outlet_key(party.name) in self.outlets:
                return None
            first, last = self.document.words[mention.first], self.document.words[mention.last]
            return _Change(first.start, last.end, party.name) if mention.definite else None
        if any(other in met for other in _alike(self.reading, party)):
            return None
        return _Change(word.start, word.end, party.name + ("’s" if _owns(word) else ""))


def _of_first_person(document: Document, word: Word, name: str) -> _Change | None:
    if not name:
        return None
    after = document.words[word.index + 1] if word.index + 1 < len(document.words) else word
    verb = _third_person(after)
    return _Change(word.start, after.end, f"{name} {verb}") if verb else _Change(word.start, word.end, name)


def _third_person(word: Word) -> str:
    """Return the form that a verb takes after a name in place of *I*, nothing where it stays as it is."""
    text = word.text.lower()
    if text in THIRD_PERSON:
        return THIRD_PERSON[text]
    if word.upos != "VERB" or word.lemma.lower() != text or text in SAME_IN_PAST:
        return ""
    if text.endswith("y") and text[-2:-1] not in "aeiou":
        return f"{text[:-1]}ies"
    return f"{text}es" if text.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{text}s"


def _alike(reading: Reading, party: Party) -> Iterator[int]:
    """Yield the parties that a pronoun for this one may mean as well."""
    for other in reading.party_of.values():
        if other is not party and (other.kind, other.plural) == (party.kind, party.plural):
            yield id(other)


def _is_plural(word: Word) -> bool:
    text = word.text.lower()
    return word.upos == "NOUN" and (text in PLURAL_WITHOUT_S or (text.endswith("s") and word.lemma.lower() != text))


def _owns(word: Word) -> bool:
    return word.text.lower() in OWNING and word.deprel == "nmod:poss"


def _speaker_name(speaker: Speaker | None) -> str:
    named = speaker is not None and speaker.named and speaker.kind is SpeakerKind.PERSON
    return speaker.name if speaker is not None and named else ""
