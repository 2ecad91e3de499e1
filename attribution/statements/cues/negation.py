"""Tell whether a cue says that its speech act was not done: *did not say*, *refused to confirm*, *nobody expects*."""

from attribution.document.document import Document
from attribution.statements.cues.stance_lexicon import negation_words

_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj"))
_BETWEEN = frozenset(("AUX", "ADV", "PART"))


def is_negated(document: Document, word: int) -> bool:
    """Tell whether a word of a cue is negated, by a negator of its own, its subject, or a verb of refusal over it.

    In *He did not say who ordered the strike*, *say* is negated; in *She not only said it*, it is not.
    """
    return _has_negator(document, word) or _has_empty_subject(document, word) or _is_refused(document, word)


def _has_negator(document: Document, word: int) -> bool:
    words, known = document.words, negation_words()
    sentence = document.sentence_of(word)
    before = word - 1
    # the words between a negation and its verb, which parsers sometimes hang elsewhere: has not yet publicly said
    while before >= sentence.first and words[before].upos in _BETWEEN:
        if words[before].lemma.lower() in known.negators:
            break
        before -= 1
    near = [before] if before >= sentence.first else []
    children = [child for child in document.children(word) if words[child].deprel in ("advmod", "mark", "aux", "cc")]
    return any(_negates(document, place) for place in (*near, *children) if place < word)


def _negates(document: Document, place: int) -> bool:
    known, words = negation_words(), document.words
    if not {words[place].lemma.lower(), words[place].text.lower()} & known.negators:
        return False
    following = words[place + 1].lemma.lower() if place + 1 < len(words) else ""
    return following not in known.not_negating


def _has_empty_subject(document: Document, word: int) -> bool:
    known, words = negation_words(), document.words
    for child in document.children(word):
        if words[child].deprel in _SUBJECTS:
            determiners = [i for i in document.children(child) if words[i].deprel in ("det", "advmod", "cc:preconj")]
            if any(words[i].lemma.lower() in known.empty_subjects for i in (child, *determiners)):
                return True
    # no doubt, no question
    return words[word].upos == "NOUN" and any(words[i].lemma.lower() == "no" for i in document.children(word))


def _is_refused(document: Document, word: int) -> bool:
    words = document.words
    head = words[word].head
    if head < 0 or words[head].lemma.lower() not in negation_words().refusing:
        return False
    # stopped short of saying; not: declined the offer, saying …
    introduced = any(words[child].lemma.lower() in ("of", "from") for child in document.children(word))
    return words[word].deprel in ("xcomp", "ccomp") or (words[word].deprel == "advcl" and introduced)
