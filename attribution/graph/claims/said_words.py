"""Find in a statement the words for what another said, and which side it takes: *called the claim false*."""

from collections.abc import Collection

from attrs import frozen

from attribution.document.document import Document, Word
from attribution.graph.claims.word_lists import lists_of
from attribution.statements.cues.negation import is_negated
from attribution.statements.statement import Stance, Statement

HOLDING, AGAINST = frozenset((Stance.ASSERTS, Stance.BELIEVES)), frozenset((Stance.DENIES, Stance.DOUBTS))
CLAUSES = frozenset(("acl", "ccomp", "xcomp", "acl:relcl", "csubj"))  # a noun with one of these tells what was said
SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
ASIDE = frozenset(("punct", "mark", "advmod", "cc"))
AROUND_VERDICT = frozenset(("nsubj", "cop", "det", "mark", "punct", "advmod"))


@frozen
class SaidWords:
    """What stands in a statement for another's words: *the general's claim*, or *the general*, with whom it agrees.

    `subject` is who takes them up where the content has a verb for that: *she* in *she rejected the claim*.
    """

    head: Word
    is_rejected: bool
    is_person: bool = False
    subject: Word | None = None


def said_words(document: Document, statement: Statement) -> SaidWords | None:
    """Return the words for what another said that are all of a statement's content; None where there are none.

    Who did not confirm a report, or may deny it, takes no side.
    """
    cue = [document.words[i] for span in statement.cue for i in document.words_within(span)]
    if statement.stance not in HOLDING | AGAINST or any(is_negated(document, word.index) for word in cue):
        return None
    content = _Content(document, [i for span in statement.content for i in document.words_within(span)])
    lemmas = {word.lemma.lower() for word in cue}
    endorses, rejects = (not lemmas.isdisjoint(words_of(name)) for name in ("endorsing", "rejecting"))
    if rejects and not endorses:  # *could neither confirm nor deny* does both
        return content.taken_up(is_rejected=True, is_agreeing=not lemmas.isdisjoint(words_of("agreeing")))
    if rejects or statement.stance in AGAINST:
        return None
    if endorses:
        return content.taken_up(is_rejected=False, is_agreeing=not lemmas.isdisjoint(words_of("agreeing")))
    if not lemmas.isdisjoint(words_of("calling")):
        return content.called()
    return content.said_of() or content.said_by_oneself()


@frozen
class _Content:
    """The words of a statement's content, by their places."""

    document: Document
    places: Collection[int]

    def taken_up(self, *, is_rejected: bool, is_agreeing: bool) -> SaidWords | None:
        """*Saleh's claim*, *the claim as nonsense*; *the minister* after *agreed with*."""
        roots = self._roots()
        nouns = [root for root in roots if self._is_noun(root)]
        if len(nouns) == 1 and all(root in nouns or self._is_led_by(root, "as") for root in roots):
            return SaidWords(nouns[0], is_rejected)
        if is_agreeing and len(roots) == 1 and self._is_led_by(roots[0], "with") and not self._has_clause(roots[0]):
            return SaidWords(roots[0], is_rejected, is_person=True)
        return None

    def called(self) -> SaidWords | None:
        """*The claim false*, *the claim as a lie* after *called*, *described*."""
        nouns = [root for root in self._roots() if self._is_noun(root)]
        verdicts = [root for root in self._roots() if root not in nouns]
        if len(nouns) != 1 or len(verdicts) > 1:
            return None
        verdicts = verdicts or [self.document.words[i] for i in self._below(nouns[0]) if self._is_led_by_as(i)]
        return self._judged(nouns[0], verdicts[0]) if len(verdicts) == 1 else None

    def said_of(self) -> SaidWords | None:
        """*The claim was false*, said by somebody."""
        roots = self._roots()
        below = [self.document.words[i] for i in self._below(roots[0])] if len(roots) == 1 else []
        subjects = [word for word in below if word.deprel in SUBJECTS]
        is_plain = {word.deprel for word in below} <= AROUND_VERDICT and any(word.deprel == "cop" for word in below)
        if len(subjects) != 1 or not self._is_noun(subjects[0]) or not is_plain:
            return None
        if any(word.deprel == "mark" and word.lemma.lower() != "that" for word in below):  # whether it is true
            return None
        return self._judged(subjects[0], roots[0])

    def said_by_oneself(self) -> SaidWords | None:
        """*“I reject the accusation”*, *that he agreed with the minister*."""
        roots = [root for root in self._roots() if root.upos == "VERB"]
        if len(roots) != 1 or is_negated(self.document, roots[0].index):
            return None
        below = [self.document.words[i] for i in self._below(roots[0])]
        parts = [word for word in below if word.deprel not in ASIDE]
        subjects = [word for word in parts if word.deprel == "nsubj"]
        others = [word for word in parts if word.deprel != "nsubj"]
        rejects, endorses, agrees = (
            roots[0].lemma.lower() in words_of(n) for n in ("rejecting", "endorsing", "agreeing")
        )
        if len(subjects) != 1 or len(others) != 1 or rejects is endorses:
            return None
        if others[0].deprel == "obj" and self._is_noun(others[0]):
            return SaidWords(others[0], rejects, subject=subjects[0])
        is_person = agrees and self._is_led_by(others[0], "with") and not self._has_clause(others[0])
        if is_person and not self._is_noun(others[0]):
            return SaidWords(others[0], rejects, is_person=True, subject=subjects[0])
        return None

    def _judged(self, noun: Word, verdict: Word) -> SaidWords | None:
        is_untrue, is_true = (verdict.lemma.lower() in words_of(name) for name in ("untrue", "true"))
        words = [self.document.words[i] for i in self._below(verdict.index)]
        adverbs = {word.lemma.lower() for word in words if word.deprel == "advmod"} - words_of("whole")
        if adverbs == {"not"} and is_true:  # *not false* leaves it open
            return SaidWords(noun, is_rejected=True)
        return SaidWords(noun, is_rejected=is_untrue) if not adverbs and (is_untrue or is_true) else None

    def _roots(self) -> list[Word]:
        inside = [self.document.words[i] for i in self.places]
        return [word for word in inside if word.head not in self.places and word.upos != "PUNCT"]

    def _is_noun(self, word: Word) -> bool:
        return word.lemma.lower() in words_of("words") and not self._has_clause(word)

    def _has_clause(self, word: Word) -> bool:
        below = (i for i in self._below(word) if not self._is_led_by_as(i))
        return any(self.document.words[i].deprel in CLAUSES for i in below)

    def _below(self, word: Word | int) -> tuple[int, ...]:
        return self.document.children(word if isinstance(word, int) else word.index)

    def _is_led_by(self, word: Word, preposition: str) -> bool:
        cased = (self.document.words[i] for i in self._below(word))
        before = self.document.words[word.index - 1] if word.index else word
        return any(one.lemma.lower() == preposition for one in (*cased, before) if one.deprel in ("case", "mark"))

    def _is_led_by_as(self, place: int) -> bool:
        return self._is_led_by(self.document.words[place], "as")


def words_of(name: str) -> frozenset[str]:
    """Return a list of words by its name."""
    return lists_of("taking_up")[name]


def deeds_of(noun: str) -> frozenset[str]:
    """Return the verbs whose deed a noun for words is: of *accusation* *accuse*; none for most."""
    return lists_of("taking_up").get(f"deeds.{noun}", frozenset())
