"""What *it* and *its* mean inside a content: the organization that speaks, or a thing that its sentence has named."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from attrs import frozen

from attribution.document.document import Document, Word
from attribution.graph.claims.word_lists import lists_of
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


def nouns_of(document: Document) -> dict[str, list[int]]:
    """Return the places of each noun and name of a document by its lemma in lower case, in text order."""
    found: dict[str, list[int]] = {}
    for word in document.words:
        if word.upos in ("NOUN", "PROPN"):
            found.setdefault(word.lemma.lower(), []).append(word.index)
    return found


def meant_by_it(
    document: Document, nouns: Mapping[str, Sequence[int]], statement: Statement, content: Sequence[int]
) -> tuple[Word, str] | None:
    """Return the first *it* or *its* of a statement's content with the words to read in its place; None where unclear.

    `nouns` are those of the document (`nouns_of`), `content` the places of the content's words. Where an organization
    speaks, *it* is the organization: *The navy said it had sunk the vessel*. Else it is the one definite thing that the
    sentence has named before the content: *echoed his comments on the truce, and said it was open-ended*. A second
    pronoun has the first one's words before it.
    """
    pronoun = next((document.words[i] for i in content if document.words[i].text.lower() in ITSELF), None)
    if pronoun is None:
        return None
    said = _Said(document, nouns, statement, content)
    if speaker := said.speaking_body():
        return (pronoun, _as(pronoun, speaker)) if said.is_of_speaker(pronoun) else None
    thing = said.thing_of(pronoun)
    return (pronoun, thing) if thing else None


@frozen
class _Said:
    """One statement with the places of its content's words."""

    document: Document
    nouns: Mapping[str, Sequence[int]]
    statement: Statement
    content: Sequence[int]

    def speaking_body(self) -> str:
        """Return the organization that speaks of itself, by its name or else as the source says it; or nothing."""
        speaker = self.statement.speaker
        if speaker is None or _listed("saying").isdisjoint(self._cue_lemmas()):
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
            return self._cue_lemmas().isdisjoint(_listed("retelling")) and not any(map(_is_thing, before))
        is_acting = self._verb_of(word).lemma.lower() not in _listed("impersonal") and self._acts(word)
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
        if noun != word.text.lower() or noun in _listed("times_and_manners") or kind_of_noun(noun) in PEOPLE:
            return False
        if word.index in self.document.ancestors(pronoun.index):
            return False
        return bisect_left(self.nouns[word.lemma.lower()], pronoun.index) >= SPOKEN_OF

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


def _listed(name: str) -> frozenset[str]:
    return lists_of("meant_by_it")[name]
