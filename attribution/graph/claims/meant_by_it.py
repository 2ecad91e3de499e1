"""What *it* and *its* mean inside a content: the organization that speaks, or a thing that its sentence has named."""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from attrs import frozen

from attribution.document.document import Document, Word
from attribution.statements.speakers.kinds import kind_of_noun, singular
from attribution.statements.statement import Quotation, SpeakerKind, Statement

ITSELF = frozenset(("it", "its"))
SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
CLAUSES = frozenset(("csubj", "ccomp", "xcomp", "acl", "acl:relcl", "advcl"))  # *it was clear that*, *it was time to*
OPENING = frozenset("that because if while when although though and but also".split())  # before a content's subject
DEFINITE = frozenset(("the", "this", "that"))
PEOPLE = frozenset((SpeakerKind.PERSON, SpeakerKind.GROUP))
NAMING = frozenset(("flat", "compound", "amod", "nummod", "vocative", "discourse", "nmod:desc"))
SPOKEN_OF = 2  # times an article names a thing before a pronoun takes it up without saying what it is
PLURAL_BODIES = frozenset(("police", "authorities"))


def meant_by_it(document: Document, statement: Statement, content: Sequence[int]) -> dict[int, str]:
    """Return the words to read in place of *it* and *its* in a statement's content, by the places of these.

    `content` are the places of the content's words. Where an organization speaks, *it* is the organization: *The navy
    said it had sunk the vessel*. Else it is the one definite thing that the sentence has named before the content:
    *echoed his comments on the truce, and said it was open-ended*. Nothing is returned where neither is clear.
    """
    pronouns = [document.words[i] for i in content if document.words[i].text.lower() in ITSELF]
    if not pronouns:
        return {}
    said = _Said(document, statement, content)
    speaker = said.speaking_body()
    if speaker:
        return {word.index: _as(word, speaker) for word in pronouns[:1] if said.is_of_speaker(word)}
    return {word.index: thing for word in pronouns[:1] if (thing := said.thing_of(word))}


@frozen
class _Said:
    """One statement with the places of its content's words."""

    document: Document
    statement: Statement
    content: Sequence[int]

    def speaking_body(self) -> str:
        """Return the organization that speaks of itself, by its name or else as the source says it; or nothing."""
        speaker = self.statement.speaker
        if speaker is None or words_of("saying").isdisjoint(self._cue_lemmas()):
            return ""
        if self.statement.authorization.speaks_for and len(speaker.organizations) == 1:
            return speaker.organizations[0]
        if speaker.kind is not SpeakerKind.ORGANIZATION or any(map(_is_several, self._source())):
            return ""
        if speaker.named:
            return speaker.name
        words = " ".join(span.of(self.document.text) for span in self.statement.source)
        return words[:1].lower() + words[1:]

    def _source(self) -> tuple[Word, ...]:
        places = (i for span in self.statement.source for i in self.document.words_within(span))
        return tuple(self.document.words[i] for i in places)

    def _cue_lemmas(self) -> frozenset[str]:
        places = (i for span in self.statement.cue for i in self.document.words_within(span))
        return frozenset(self.document.words[i].lemma.lower() for i in places)

    def is_of_speaker(self, word: Word) -> bool:
        """Whether a pronoun is of the organization that speaks: *it* as what acts, *its* with no thing before."""
        if word.text.lower() == "its":
            before = (self.document.words[i] for i in self.content if i < word.index)
            return self._cue_lemmas().isdisjoint(words_of("retelling")) and not any(map(_is_thing, before))
        is_acting = self._verb_of(word).lemma.lower() not in words_of("impersonal") and self._acts(word)
        return is_acting and self._opens(word) and self.statement.quotation is Quotation.INDIRECT

    def _verb_of(self, word: Word) -> Word:
        return self.document.words[word.head]

    def _acts(self, word: Word) -> bool:
        return self._verb_of(word).upos == "VERB" and not self._has(self._verb_of(word), "cop")

    def thing_of(self, word: Word) -> str:
        """Return the thing that *it*, with which the content begins, takes up; nothing where several may be meant."""
        acts = self._acts(word)
        if not self._opens(word) or (not acts and any(self._has(self._verb_of(word), name) for name in CLAUSES)):
            return ""
        before = self.document.words[self.document.sentence_of(word.index).first : self.content[0]]
        if any(other.text.lower() in ITSELF for other in before):
            return ""
        source = () if acts else self._source()  # *the head of the bank said it was a mistake* does not mean the bank
        things = {
            other.lemma.lower(): other for other in before if other not in source and self._may_be_taken_up(other, word)
        }
        return self._phrase(*things.values()) if len(things) == 1 else ""

    def _may_be_taken_up(self, word: Word, pronoun: Word) -> bool:
        """Whether a word is a definite thing in the singular of which the article has spoken more than once."""
        noun = singular(word.text, word.lemma)
        if not _is_thing(word) or word.upos != "NOUN" or not self._determiner(word):
            return False
        if noun != word.text.lower() or noun in words_of("times_and_manners") or kind_of_noun(noun) in PEOPLE:
            return False
        if word.index in self.document.ancestors(pronoun.index):
            return False
        named = (other for other in self.document.words[: pronoun.index] if other.upos in ("NOUN", "PROPN"))
        return sum(other.lemma.lower() == word.lemma.lower() for other in named) >= SPOKEN_OF

    def _determiner(self, word: Word) -> Word | None:
        below = (self.document.words[child] for child in self.document.children(word.index))
        return next((one for one in below if one.deprel == "det" and one.text.lower() in DEFINITE), None)

    def _phrase(self, word: Word) -> str:
        determiner = self._determiner(word) or word
        return f"the {self.document.slice(determiner.index + 1, word.index)}"

    def _opens(self, word: Word) -> bool:
        """Whether a pronoun is the subject with which the content begins."""
        before = (self.document.words[i].text.lower() for i in self.content if i < word.index)
        is_first = all(text in OPENING or not text[0].isalnum() for text in before)
        return is_first and word.deprel in SUBJECTS

    def _has(self, word: Word, relation: str) -> bool:
        return any(self.document.words[child].deprel == relation for child in self.document.children(word.index))


def _is_thing(word: Word) -> bool:
    return word.upos in ("NOUN", "PROPN") and word.deprel not in NAMING


def _is_several(word: Word) -> bool:
    return word.deprel == "conj" or word.text.lower() in PLURAL_BODIES


def _as(pronoun: Word, name: str) -> str:
    return f"{name}’s" if pronoun.text.lower() == "its" else name


def words_of(name: str) -> frozenset[str]:
    """Return a list of words by its name."""
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    text = files("attribution.graph.claims").joinpath("data/meant_by_it.toml").read_text(encoding="utf8")
    return {name: frozenset(words.split()) for name, words in tomllib.loads(text).items()}
