"""What a cue does with its content: asserts, denies, doubts, asks, demands, promises, predicts, believes.

Where the choice is not plain it is this: a negated or refused speech act leaves its content open, which is `doubts`
(*did not say whether*, *refused to confirm*, *is not sure*); wishes are `demands`, intentions `promises`; *warned that
it would fall* predicts, *warned against it* demands, *warned that it is so* asserts.
"""

from collections.abc import Sequence

from attribution.document.document import Document
from attribution.statements.cues.negation import is_negated
from attribution.statements.cues.stance_lexicon import negation_words, stance_lexicon
from attribution.statements.statement import Stance

PHRASE_DISTANCE = 3  # words from a verb to its particle: "called again on"
_FUTURE = frozenset(("will", "would", "wo", "'ll", "’ll", "could", "may", "might", "shall"))
_DIRECTIVE = frozenset(
    "ask tell warn advise remind caution signal shout yell persuade convince admonish beg invite".split()
)
_SENTENCE_MARKS = frozenset(".?!…")
_QUOTATION_MARKS = frozenset("\"“”‘’'`«»")
_WARNING = frozenset(("warn", "caution", "alert", "warning"))


def stance_of(document: Document, cue: Sequence[int], content: Sequence[int] = ()) -> Stance:
    """Return what the words of a cue do with the words of its content, both given as word indices.

    *denied* denies, *did not say whether* doubts, *asked whether* asks, *asked them to leave* demands, *vowed to stay*
    promises. A cue that the lexicon does not know asserts.
    """
    cue = sorted(cue)
    known = [(word, stance) for word in cue if (stance := _word_stance(document, word)) is not None]
    if not known:
        return _of_unknown(document, cue, content)
    word, stance = _main(document, known)
    carriers = [i for i in cue if document.words[i].lemma.lower() in negation_words().carrying]  # raised questions
    phrases = (_phrase_stance(document, i, cue) for i in (word, *carriers))
    stance = next((found for found in phrases if found), stance)
    refused = any(document.words[i].lemma.lower() in negation_words().refusing for i in cue if i < word)
    if refused or any(is_negated(document, i) for i in cue if i <= word):
        return _negated(document.words[word].lemma.lower(), stance)
    return _of_refusal(document, word, _by_content(document, word, stance, content), content)


def _word_stance(document: Document, word: int) -> Stance | None:
    annotated = document.words[word]
    return stance_lexicon().stance(annotated.lemma, annotated.upos) if annotated.upos != "AUX" else None


def _main(document: Document, known: Sequence[tuple[int, Stance]]) -> tuple[int, Stance]:
    """Return the word that decides: the highest in the tree that does more than carry or refuse another."""
    words, negation = document.words, negation_words()
    idle = negation.carrying | negation.refusing
    telling = [pair for pair in known if words[pair[0]].lemma.lower() not in idle] or list(known)
    return min(telling, key=lambda pair: (sum(1 for _ in document.ancestors(pair[0])), pair[0]))


def _phrase_stance(document: Document, word: int, cue: Sequence[int]) -> Stance | None:
    """Return what a verb does with the word after it: *called for*, *agreed to*, *ruled out*."""
    words, phrases = document.words, stance_lexicon().phrases
    last = min(max(cue[-1] + 1, word + 1), word + PHRASE_DISTANCE, document.sentence_of(word).last)
    lemma = words[word].lemma.lower()
    for place in range(word + 1, last + 1):
        stance = phrases.get((lemma, words[place].lemma.lower()))
        if stance is not None and not (words[place].lemma.lower() == "to" and words[place].upos not in ("PART", "ADP")):
            return stance
    return None


def _by_content(document: Document, word: int, stance: Stance, content: Sequence[int]) -> Stance:
    """Return the stance of words that do one thing with a clause and another with an infinitive or a question."""
    words, lemma = document.words, document.words[word].lemma.lower()
    if lemma in _DIRECTIVE and _is_infinitive(document, word, content):
        return Stance.DEMANDS
    if lemma in _WARNING and any(words[i].text.lower() in _FUTURE for i in content):
        return Stance.PREDICTS
    if stance is Stance.ASSERTS and _is_question(document, content):
        return Stance.ASKS
    return stance


def _of_unknown(document: Document, cue: Sequence[int], content: Sequence[int]) -> Stance:
    refusing = negation_words().refusing
    if any(document.words[i].lemma.lower() in refusing for i in cue) or any(is_negated(document, i) for i in cue):
        return Stance.DOUBTS
    return Stance.ASKS if _is_question(document, content) else Stance.ASSERTS


def _negated(lemma: str, stance: Stance) -> Stance:
    """Return what a negated cue does: *does not doubt* asserts, *does not agree* denies, the rest leaves it open."""
    changed = negation_words().negated.get(lemma)
    if changed is None and stance is Stance.ASKS:
        return Stance.ASKS
    return changed or Stance.DOUBTS


def _of_refusal(document: Document, word: int, stance: Stance, content: Sequence[int]) -> Stance:
    """*Declined to say whether …*, where the content begins with *to say*, leaves open; *refused to leave* denies."""
    if document.words[word].lemma.lower() in negation_words().refusing and content:
        verb = next((i for i in sorted(content)[:3] if document.words[i].upos == "VERB"), None)
        if verb is not None and document.words[verb].lemma.lower() in stance_lexicon().clausal:
            return Stance.DOUBTS
    return stance


def _is_infinitive(document: Document, word: int, content: Sequence[int]) -> bool:
    """Whether the content is what somebody is to do: told *them to leave*."""
    inside = set(content)
    tops = [i for i in document.children(word) if i in inside and document.words[i].deprel in ("xcomp", "ccomp")]
    return any(document.words[i].lemma.lower() == "to" for top in tops for i in document.children(top) if i > word)


def _is_question(document: Document, content: Sequence[int]) -> bool:
    """Whether every sentence of the content asks: it ends with a question mark, or begins with *whether*."""
    words = [document.words[i] for i in sorted(content)]
    marks = [word.text for word in words if word.text[0] in _SENTENCE_MARKS]
    opener = next((word.lemma.lower() for word in words if word.upos != "PUNCT"), "")
    last = next((word.text for word in reversed(words) if word.text[0] not in _QUOTATION_MARKS), "")
    asks = "?" in last and all("?" in mark for mark in marks)
    return asks or opener == "whether"
