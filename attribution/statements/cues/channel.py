"""How words reached the public: told an outlet, in a statement, at a news conference, on Twitter, under oath."""

import tomllib
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from importlib.resources import files

from attrs import frozen

from attribution.document.document import Document, Word
from attribution.statements.cues.channel_frame import frame, highest
from attribution.statements.cues.stance_lexicon import negation_words
from attribution.statements.cues.told import ADDRESSING, TELLING, told_of
from attribution.statements.statement import Channel

LONGEST_PHRASE = 4  # words: State of the Union
AUDIENCE_DISTANCE = 7  # words from "told" to "a Senate committee"
NOUN_DISTANCE = 7  # words from a preposition to its noun: "in a brief telephone interview"
_INSIDE_PHRASE = frozenset(("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART", "ADV", "SYM"))
_NOUNS = frozenset(("NOUN", "PROPN"))


@frozen(kw_only=True)
class _Words:
    """The words of one channel."""

    channel: Channel
    verbs: frozenset[str]
    nouns: frozenset[str]
    sources: frozenset[str]
    audiences: frozenset[str]


@cache
def _channels() -> tuple[_Words, ...]:
    return tuple(
        _Words(channel=Channel(name), **{part: frozenset(words) for part, words in table.items()})
        for name, table in _data().items()
        if isinstance(table, dict)
    )


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(_data()["prepositions"])


def _data() -> dict[str, list[str] | dict[str, list[str]]]:
    return tomllib.loads(files(__package__).joinpath("data/channel.toml").read_text(encoding="utf8"))


def channel_of(
    document: Document, cue: Sequence[int], source: Sequence[int] = (), content: Sequence[int] = ()
) -> Channel:
    """Return how the words reached the public, `NONE` where the article does not say; all parts are word indices.

    *“We agree,” Smith told CNN* was told, *in an interview with CNN* is an interview, *the report said* a document.
    """
    around = frame(document, cue, source, content)
    outlet = told_of(document, cue, source, content)
    found = _by_frame(document, cue, around) or _by_audience(document, cue, around) or _by_source(document, source)
    if outlet and found in (None, Channel.DOCUMENT, Channel.SPEECH):
        return Channel.TOLD  # said in an email to The Harbor Times
    return found or Channel.NONE


def _by_frame(document: Document, cue: Sequence[int], around: Sequence[int]) -> Channel | None:
    lemmas = {document.words[i].lemma.lower() for i in cue if document.words[i].upos == "VERB"}
    terms = set(_terms(document, set(cue), around))
    for channel in _channels():
        if channel.verbs & lemmas or channel.nouns & terms:
            return channel.channel
    return None


def _terms(document: Document, cue: Collection[int], around: Sequence[int]) -> Iterator[str]:
    """Yield the phrases of the frame that stand under a preposition of place or means."""
    for index in around:
        if document.words[index].upos in _NOUNS and _is_placed(document, cue, index):
            yield from _phrases(document, index)


def _phrases(document: Document, last: int) -> Iterator[str]:
    """Yield the stretches of text that end with a word, and its lemma: *news conference*, *conference*."""
    word, start = document.words[last], document.sentence_of(last).first
    if word.text[0].islower():
        following = document.words[last + 1 : last + 2]
        if following and following[0].upos == "NOUN":
            return  # a filing in *court filing*, and no court
        yield word.lemma
    yield word.text
    for first in range(max(start, last - LONGEST_PHRASE + 1), last):
        yield document.slice(first, last)


def _is_placed(document: Document, cue: Collection[int], noun: int) -> bool:
    """Whether the phrase of a noun begins with *in*, *at*, *on* or the like, or is the cue's own object."""
    words, start = document.words, document.sentence_of(noun).first
    for index in range(noun - 1, max(start, noun - NOUN_DISTANCE) - 1, -1):
        word = words[index]
        if word.upos == "ADP" or word.lemma.lower() in _prepositions():
            return word.lemma.lower() in _prepositions()
        if word.upos == "VERB" and word.deprel != "amod":
            return index in cue and word.lemma.lower() in negation_words().carrying
        if word.upos not in _INSIDE_PHRASE and word.deprel != "amod" and word.text not in "-&'’":
            return False
    return noun in cue


def _by_audience(document: Document, cue: Sequence[int], around: Sequence[int]) -> Channel | None:
    verb = next((i for i in around if document.words[i].upos == "VERB" and document.words[i].lemma in TELLING), None)
    if verb is None:
        return None
    following = [i for i in around if verb < i <= verb + AUDIENCE_DISTANCE]
    near = [i for i in following if _is_head(document.words[i]) and _is_addressed(document, verb, i)]
    lemmas = {document.words[i].lemma.lower() for i in near}
    lemmas |= {document.slice(i - 1, i).lower() for i in near if i}
    return next((channel.channel for channel in _channels() if channel.audiences & lemmas), None)


def _is_addressed(document: Document, verb: int, noun: int) -> bool:
    """Whether a noun is whom the verb addresses: told *the court*, spoke to *the court*; not: said after the court."""
    between = [word.lemma.lower() for word in document.words[verb + 1 : noun] if word.upos in ("ADP", "SCONJ")]
    if document.words[verb].lemma in ADDRESSING:
        return set(between) <= {"of"}
    return bool(between) and between[0] in ("to", "before", "with") and set(between[1:]) <= {"of"}


def _is_head(word: Word) -> bool:
    return word.upos in _NOUNS and word.deprel not in ("compound", "nmod:poss", "nmod")


def _by_source(document: Document, source: Sequence[int]) -> Channel | None:
    top = highest(document, source)
    if top is None or document.words[top].upos != "NOUN" or not document.words[top].text[0].isalpha():
        return None
    lemma = document.words[top].lemma.lower()
    return next((channel.channel for channel in _channels() if lemma in channel.sources), None)
