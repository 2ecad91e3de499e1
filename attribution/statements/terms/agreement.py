"""Tell whether words agree in number, and whether a pronoun may mean them."""

from attribution.document.document import Document, Word
from attribution.statements.terms.clauses import bearer_of, lower, subject_of
from attribution.statements.terms.wording import formulas

ONE, MANY = "one", "many"
SINGULAR = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
SPEAKING = frozenset({"we", "us", "i"})
ARTICLES = frozenset({"a", "an", "one", "another", "each", "every", "this", "that"})
COUNTING = frozenset({"nummod", "det", "amod"})


def number_of(document: Document, word: int) -> str | None:
    """Return whether a word means one or many, None where it does not tell (*they* counts as many)."""
    text, known = lower(document, word), formulas()
    below = [document.words[c] for c in document.children(word)]
    if any(child.deprel == "conj" and child.upos in ("NOUN", "PROPN", "PRON") for child in below):
        return MANY
    if text in known.plural | known.singular:
        return MANY if text in known.plural else ONE
    if document.words[word].upos == "PROPN":
        return ONE
    counts = {child.text.lower() for child in below if child.deprel in COUNTING}
    if counts & (known.plural | ARTICLES):
        return MANY if counts & known.plural else ONE
    if document.words[word].upos != "NOUN":
        return None
    return ONE if noun_of(document.words[word]) in (text, "news") else MANY


def noun_of(word: Word) -> str:
    """Return the singular of a noun, in lower case; endings help where the lemmatizer left the word as it stands."""
    text, lemma = word.text.lower(), word.lemma.lower()
    if lemma not in (text, "", "_"):
        return lemma
    if text.endswith("men"):
        return f"{text[:-2]}an"
    if text.endswith("ies") and len(text) > 4:
        return f"{text[:-3]}y"
    if text.endswith(("sses", "shes", "ches", "xes")):
        return text[:-2]
    return text[:-1] if text.endswith("s") and not text.endswith(("ss", "us", "is", "ws")) else text


def may_own(document: Document, verb: int, owner: int) -> bool:
    """Tell whether a pronoun may mean whoever does what `verb` says: *she asked that her name not be used*.

    In *the family asked that her name not be used* and *officials declined to give his name* it cannot; in *his
    lawyer asked that his name not be used* it may be either's, and the answer is no.
    """
    known, pronoun, bearer = formulas(), lower(document, owner), bearer_of(document, verb)
    if pronoun == "whose" or bearer is None:
        return True
    if pronoun not in SINGULAR | known.plural:
        return pronoun in SPEAKING
    noun = noun_of(document.words[bearer])
    if pronoun not in SINGULAR:
        return noun not in known.collective
    if noun in known.collective or number_of(document, bearer) == MANY:
        return False
    holders = [c for c in document.children(bearer) if document.words[c].deprel.startswith("nmod:poss")]
    return not any(document.words[c].upos == "PROPN" or lower(document, c) in SINGULAR for c in holders)


def may_keep_own(document: Document, verb: int) -> bool:
    """Tell whether a name that somebody does not give is their own: not where it is their trade to give names.

    *The officer declined to give his name* speaks of another's; *an officer who declined to give his name* of his own.
    """
    bearer = bearer_of(document, verb)
    if bearer is None or noun_of(document.words[bearer]) not in formulas().keeper:
        return True
    return bearer != subject_of(document, verb) and document.words[verb].deprel in ("acl", "acl:relcl", "conj", "xcomp")
