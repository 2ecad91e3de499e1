"""Who says what the reader saw said but found no words for: the subject of the verb that the content hangs on."""

from collections.abc import Sequence

from attribution.document.document import Document
from attribution.text.span import Span

CONTENT_OF = frozenset("ccomp parataxis obj xcomp dep".split())
NOBODY = frozenset("it there that which what this".split())


def governing_subject(document: Document, content: Sequence[Span]) -> int | None:
    """Return the subject of the verb that governs a content: *Ito* for *“We lost”* in *“We lost,” said Ito*.

    A passive verb says nothing itself, and *it* and *there* are nobody.
    """
    inside = {i for span in content for i in document.words_within(span)}
    verb = next((document.words[i].head for i in sorted(inside) if _hangs_outside(document, i, inside)), None)
    if verb is None or document.words[verb].upos != "VERB":
        return None
    children = document.children(verb)
    if any(document.words[child].deprel in ("aux:pass", "nsubj:pass") for child in children):
        return None
    subject = next((child for child in children if document.words[child].deprel == "nsubj"), None)
    if subject is None or subject in inside or document.words[subject].text.lower() in NOBODY:
        return None
    return subject


def _hangs_outside(document: Document, place: int, inside: set[int]) -> bool:
    word = document.words[place]
    return word.head >= 0 and word.head not in inside and word.deprel in CONTENT_OF
