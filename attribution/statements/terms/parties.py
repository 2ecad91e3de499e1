"""The speakers of an article, each with the words that mean it."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from attrs import field, frozen

from attribution.document.document import Document
from attribution.statements.statement import Speaker, SpeakerKind, Statement
from attribution.statements.terms.agreement import MANY, ONE, noun_of, number_of
from attribution.statements.terms.clauses import lower
from attribution.text.span import Span

NOUNS = frozenset({"NOUN", "PROPN"})
HEADS = NOUNS | {"PRON", "NUM", "DET", "ADJ", "X"}
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "all"})
PRONOUNS = frozenset({"he", "she", "they", "him", "her", "them", "both", "all", "it"})
OF_NO_NUMBER = frozenset({"they", "them", "who"})


@frozen
class Identity:
    """What tells a speaker from the others of its article; whole speakers are compared by all their mentions."""

    name: str
    kind: SpeakerKind
    first: Span | None


@frozen(kw_only=True)
class Party:
    """One speaker, by its `identity`.

    `places` are the head words of everything that means it, in text order, `sources` its source spans. `nouns` are
    those heads that are nouns, in the singular; `describing` every word of its descriptions, in lower case; `definite`
    tells that all the article gives takes up somebody else's description (*the official*). `sources_at` and
    `mentions_at` give the words of its sources and mentions, each with the length of the shortest that holds it.
    """

    speaker: Speaker
    places: tuple[int, ...]
    sources: tuple[Span, ...] = field(repr=False)
    nouns: frozenset[str] = frozenset()
    describing: frozenset[str] = field(default=frozenset(), repr=False)
    number: str | None = None
    definite: bool = False
    sources_at: Mapping[int, int] = field(factory=dict, repr=False, eq=False)
    mentions_at: Mapping[int, int] = field(factory=dict, repr=False, eq=False)

    @property
    def identity(self) -> Identity:
        """Who it is."""
        return identity(self.speaker)

    def places_within(self, first: int, end: int) -> tuple[int, ...]:
        """Return its head words from the word `first` to the one before `end`."""
        return self.places[bisect_left(self.places, first) : bisect_left(self.places, end)]

    @property
    def is_unnamed(self) -> bool:
        """Whether it is somebody whose name the article does not give, and no institution or paper."""
        return not self.speaker.named and self.speaker.kind not in (SpeakerKind.DOCUMENT, SpeakerKind.ORGANIZATION)


def find_parties(document: Document, statements: Iterable[Statement]) -> tuple[Party, ...]:
    """Return the speakers of the statements, by their first place in the text."""
    sources: dict[Identity, set[Span]] = {}
    speakers: dict[Identity, Speaker] = {}
    for statement in statements:
        if statement.speaker is not None:
            own = identity(statement.speaker)
            sources.setdefault(own, set()).update(statement.source)
            speakers.setdefault(own, statement.speaker)
    parties = [_party(document, speakers[own], tuple(sorted(spans))) for own, spans in sources.items()]
    return tuple(sorted(parties, key=lambda party: party.places[:1]))


def identity(speaker: Speaker) -> Identity:
    """Return who a speaker is, whatever differs from statement to statement: how surely it was resolved there."""
    return Identity(speaker.name, speaker.kind, speaker.mentions[0] if speaker.mentions else None)


def _party(document: Document, speaker: Speaker, sources: tuple[Span, ...]) -> Party:
    words = document.words
    spans = {*sources, *speaker.mentions}
    heads = sorted({head for span in spans if (head := head_of(document, span)) is not None})
    described = [place for head in heads for place in (head, *_whole(document, head)) if words[place].upos in NOUNS]
    described_by = {lower(document, place) for span in spans for place in document.words_within(span)}
    return Party(
        speaker=speaker,
        places=tuple(heads),
        sources=sources,
        nouns=frozenset(noun_of(words[place]) for place in described if lower(document, place) not in PRONOUNS),
        describing=frozenset(speaker.name.lower().split()) | described_by,
        number=_number(document, speaker, heads),
        definite=_is_definite_party(document, speaker, heads),
        sources_at=_lengths_at(document, sources),
        mentions_at=_lengths_at(document, speaker.mentions),
    )


def _lengths_at(document: Document, spans: Iterable[Span]) -> Mapping[int, int]:
    """Return the words of spans, each with the length of the shortest span that holds it."""
    found: dict[int, int] = {}
    for span in spans:
        for place in document.words_within(span):
            found[place] = min(len(span), found.get(place, len(span)))
    return found


def _whole(document: Document, head: int) -> list[int]:
    """Return what a quantifier is of: *nurses* of *one of the nurses*."""
    words = document.words
    below = document.children(head) if words[head].upos in HEADS - NOUNS else ()
    return [
        c for c in below if words[c].deprel == "nmod" and any(lower(document, g) == "of" for g in document.children(c))
    ]


def _is_definite_party(document: Document, speaker: Speaker, heads: list[int]) -> bool:
    opening = speaker.name.lower().split()
    if not heads or not opening:
        return False
    return opening[0] == "one" or (is_definite(document, heads[0]) and opening[0] in DEFINITE | PRONOUNS)


def _number(document: Document, speaker: Speaker, heads: list[int]) -> str | None:
    if speaker.kind is SpeakerKind.GROUP or speaker.count[0] > 1:
        return MANY
    if speaker.kind is SpeakerKind.PERSON:
        return ONE
    numbers = {number_of(document, head) for head in heads if lower(document, head) not in OF_NO_NUMBER}
    return next((number for number in (MANY, ONE) if number in numbers), None)


def head_of(document: Document, span: Span) -> int | None:
    """Return the head word of a phrase: the first nominal word that hangs on a word outside it."""
    inside = document.words_within(span)
    nominal = [place for place in inside if document.words[place].upos in HEADS]
    tops = [place for place in nominal if document.words[place].head not in inside]
    return next(iter(tops or nominal), None)


def is_definite(document: Document, word: int) -> bool:
    """Tell whether a word takes up somebody spoken of before: *the official*, *both*, *she*."""
    determiners = [c for c in document.children(word) if document.words[c].deprel.startswith("det")]
    return lower(document, word) in PRONOUNS or any(lower(document, c) in DEFINITE for c in determiners)
