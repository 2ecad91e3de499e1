"""Find the words around a cue that tell how something was said: neither source nor content, but *in an interview*."""

from collections.abc import Collection, Iterable, Sequence

from attribution.document.document import Document

SPEAKING = frozenset(("speak", "talk", "appear", "testify", "address", "write", "post", "tell", "say", "interview"))
_OTHER_CLAUSES = frozenset(("conj", "parataxis", "ccomp", "csubj", "acl:relcl", "discourse", "dislocated"))
_VERBAL = frozenset(("VERB", "AUX", "SCONJ"))


def highest(document: Document, indices: Iterable[int]) -> int | None:
    """Return the word nearest to its sentence's root, the earlier of two; None among no words."""
    return min(indices, key=lambda i: (sum(1 for _ in document.ancestors(i)), i), default=None)


def frame(document: Document, cue: Sequence[int], source: Sequence[int], content: Sequence[int]) -> tuple[int, ...]:
    """Return the words that tell about the speaking itself, the cue's among them, as sorted indices.

    In *“We agree,” Smith said in an interview with CNN on Friday* they are *said in an interview with CNN on Friday*.
    """
    top = highest(document, cue)
    if top is None:
        return ()
    outside = set(content) | set(source)
    found = set(cue) | _adjuncts(document, top, outside) | _after(document, max(cue), outside)
    speaker = highest(document, source)
    for child in document.children(speaker) if speaker is not None else ():
        if document.words[child].deprel in ("acl", "advcl") and document.words[child].lemma.lower() in SPEAKING:
            found.update(i for i in document.subtree(child) if i not in set(content))
    return tuple(sorted(found))


def _adjuncts(document: Document, top: int, outside: Collection[int]) -> set[int]:
    """Return what hangs on the cue: objects and adjuncts, and clauses such as *speaking on Friday*."""
    found: set[int] = {top} - set(outside)
    waiting = [top]
    while waiting:
        for child in document.children(waiting.pop()):
            word = document.words[child]
            speaks = word.lemma.lower() in SPEAKING and word.text.lower().endswith("ing")
            is_clause = word.deprel in ("advcl", "acl", "xcomp") and word.upos == "VERB"
            if child in outside or child in found or (word.deprel in _OTHER_CLAUSES and not speaks):
                continue
            if is_clause and word.lemma.lower() not in SPEAKING:
                continue
            found.add(child)
            waiting.append(child)
    return found


def _after(document: Document, last: int, outside: Collection[int]) -> set[int]:
    """Return the words right after the cue up to a clause or a mark, wherever the parser hangs them."""
    found: set[int] = set()
    end = document.sentence_of(last).last
    for index in range(last + 1, end + 1):
        word = document.words[index]
        if index in outside or (word.upos == "PUNCT" and word.text not in "-'\"’“”") or word.upos in _VERBAL:
            break
        found.add(index)
    return found
