"""Find what is only said to be so, where the reader saw no attribution: *the port was reportedly closed*."""

from collections.abc import Iterator, Set

from attribution.document.document import Document, Word
from attribution.statements.cues.sourceless import HEARSAY
from attribution.statements.grouping import Parts

FINITE = frozenset(("root", "conj", "parataxis", "ccomp", "advcl", "acl:relcl"))
SUBJECTS = ("nsubj", "csubj", "expl")
APART = frozenset(("conj", "parataxis", "discourse"))
FEWEST_WORDS = 3  # of a content


def hearsay_in(document: Document, taken: Set[int]) -> Iterator[Parts]:
    """Yield what *reportedly* and *allegedly* attribute to nobody; `taken` are the words of other attributions.

    The content is the adverb's clause without it: of *The crew reportedly fled, and the port closed*, *The crew fled*.
    An adverb before an adjective (*the allegedly stolen cargo*) states nothing of its own.
    """
    for word in document.words:
        if word.text.lower() not in HEARSAY or word.upos != "ADV" or word.index in taken or word.head < 0:
            continue
        content = _clause(document, word)
        if len(content) >= FEWEST_WORDS and taken.isdisjoint(content):
            yield Parts(cue=(word.index,), content=content)


def _clause(document: Document, adverb: Word) -> tuple[int, ...]:
    """Return the words of the finite clause that an adverb belongs to, without it; none where there is no such."""
    words, top = document.words, adverb.head
    below = document.children(top)
    is_clause = words[top].deprel in FINITE and any(words[i].deprel.startswith(SUBJECTS) for i in below)
    if not is_clause:
        return ()
    aside = {i for child in below if words[child].deprel in APART for i in document.subtree(child)}
    inside = sorted(i for i in document.subtree(top) if i not in aside and i != adverb.index)
    while inside and (words[inside[0]].upos in ("CCONJ", "SCONJ", "PUNCT")):
        inside.pop(0)
    while inside and words[inside[-1]].upos in ("CCONJ", "PUNCT"):
        inside.pop()
    return tuple(inside)
