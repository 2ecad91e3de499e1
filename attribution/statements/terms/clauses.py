"""What the clause around a word says: its subject, whether it is denied, what stands above and before it."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from attribution.document.document import NO_CUE, Document, Word
from attribution.statements.terms.wording import formulas

BREAKS = frozenset(';:.!?“”"‘')
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET"})
CLAUSES = frozenset({"acl:relcl", "parataxis", "root"})
JOINED = frozenset({"conj", "xcomp", "ccomp", "dep"})
DESCRIBING = frozenset({"acl", "acl:relcl", "appos", "dep", "parataxis", "conj", "amod", "advcl"})
LIGHT = frozenset({"AUX", "PART", "ADV"})
FAR = 6  # arcs; a longer climb has left the clause
BEFORE = 8  # words back to the noun that an unparsed relative clause describes


def lower(document: Document, place: int) -> str:
    """Return a word in lower case."""
    return document.words[place].text.lower()


def forms(word: Word) -> frozenset[str]:
    """Return what a word list may hold of a word: lemma, word, and the word without an ending, in lower case.

    A small lemmatizer leaves *authorised* as it stands now and then; the list has *authorise*.
    """
    return _forms(word.text.lower(), word.lemma.lower())


@lru_cache(maxsize=1 << 16)
def _forms(text: str, lemma: str) -> frozenset[str]:
    found = {text, lemma}
    if text.endswith(("ied", "ies")):
        found.add(f"{text[:-3]}y")
    for ending in ("s", "es", "d", "ed", "ing"):
        if text.endswith(ending) and len(text) > len(ending) + 2:
            stem = text.removesuffix(ending)
            found |= {stem, f"{stem}e"} | ({stem[:-1]} if stem[-1] == stem[-2] else set())
    return frozenset(found)


def is_any(word: Word, words: frozenset[str]) -> bool:
    """Tell whether a word is in a list."""
    return not words.isdisjoint(forms(word))


def has_any(document: Document, places: Iterable[int], words: frozenset[str]) -> bool:
    """Tell whether one of several words is in a list."""
    return any(is_any(document.words[place], words) for place in places)


def is_no(word: Word) -> bool:
    """Tell whether a word denies: *not*, *n't*, *never*, *without*, and a *wasn't* that was left whole."""
    text = word.text.lower()
    return text in formulas().negation or text.endswith(("n't", "n’t"))


def is_denied(document: Document, verb: int) -> bool:
    """Tell whether a verb is denied: by a word below it, by its auxiliaries, by its subject (*none of them*).

    *Named* is denied in *asked not to be named* and *did not want to be named*'s *want* is, but not its *named*.
    """
    words = document.words
    below = [c for c in document.children(verb) if words[c].deprel.startswith(("advmod", "aux", "cc", "nsubj", "dep"))]
    determiners = [
        grandchild
        for child in below
        if words[child].deprel.startswith("nsubj")
        for grandchild in document.children(child)
        if words[grandchild].deprel == "det"
    ]
    return any(is_no(words[place]) for place in (*below, *determiners)) or _is_denied_before(document, verb)


def _is_denied_before(document: Document, verb: int) -> bool:
    """Tell whether a denial stands right before a verb: parsers sometimes hang it elsewhere."""
    for place in left_of(document, verb, 4):
        if is_no(document.words[place]):
            return True
        if lower(document, place) == "to":
            return place > 0 and is_no(document.words[place - 1])
        if document.words[place].upos not in LIGHT:
            return False
    return False


def first_auxiliary(document: Document, verb: int, reach: int = 5) -> int:
    """Return where the auxiliaries and denials before a verb begin: *could* of *could not be quoted*."""
    first = verb
    for place in left_of(document, verb, reach):
        if document.words[place].upos not in LIGHT and not is_no(document.words[place]):
            break
        first = place
    return first


def left_of(document: Document, word: int, reach: int) -> Iterator[int]:
    """Yield the words before a word, nearest first, as far as the clause may go: to a full stop or quotation mark."""
    first = document.sentence_of(word).first
    for place in range(word - 1, max(first, word - reach) - 1, -1):
        if document.words[place].text in BREAKS:
            return
        yield place


def above(document: Document, word: int) -> Iterator[int]:
    """Yield the words above a word within its clause, nearest first: not beyond a relative clause."""
    for _, head in zip(range(FAR), document.ancestors(word), strict=False):
        if document.words[word].deprel in CLAUSES:
            return
        yield head
        word = head


def subject_of(document: Document, verb: int) -> int | None:
    """Return the subject that stands with a verb itself; after the verb only in *said the official*.

    A parser may give *asked* the subject of the clause after it: *who asked not to be named because the deal is
    private*.
    """
    subjects = [c for c in document.children(verb) if document.words[c].deprel.startswith(("nsubj", "csubj"))]
    before = [c for c in subjects if c < verb]
    if before or not subjects:
        return before[0] if before else None
    between = document.words[verb + 1 : subjects[0]]
    inverted = is_any(document.words[verb], formulas().speaking)
    return subjects[0] if inverted and not any(w.upos == "SCONJ" or w.text in BREAKS for w in between) else None


def bearer_of(document: Document, anchor: int) -> int | None:
    """Return the word for whoever does what the word `anchor` says.

    Its subject, the subject of the clause that it continues, or the noun that it describes: *official* in *an
    official, who asked not to be named*, *an official speaking on condition of anonymity* and *the official said,
    speaking on condition of anonymity*.
    """
    words, current = document.words, anchor
    for _ in range(FAR):
        subject = subject_of(document, current)
        if subject is not None:
            return _antecedent(document, current, subject) if lower(document, subject) in RELATIVES else subject
        head = words[current].head
        if head == NO_CUE:
            break
        if words[head].upos in NOMINAL and words[current].deprel in DESCRIBING:
            return head
        current = head
    return nearest_before(document, anchor)


def _antecedent(document: Document, verb: int, relative: int) -> int | None:
    """Return the noun that a relative clause describes: the parse's, else the nearest one before the pronoun."""
    words = document.words
    while words[verb].deprel in JOINED and words[verb].head != NO_CUE:
        verb = words[verb].head
    head = words[verb].head
    if words[verb].deprel.startswith(("acl", "parataxis", "appos")) and NO_CUE < head < relative:
        return head
    return nearest_before(document, relative)


def nearest_before(document: Document, word: int) -> int | None:
    """Return the nearest noun before a word in its clause."""
    nouns = ("NOUN", "PROPN", "PRON")
    return next((place for place in left_of(document, word, BEFORE) if document.words[place].upos in nouns), None)
