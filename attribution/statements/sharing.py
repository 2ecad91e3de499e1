"""Give an attribution the source that it shares with another, or that the tree shows and the reader left out.

The reader links each word to one cue, so of *Haddad denied the report and said the port was open* only one of the two
attributions gets *Haddad*; the tree tells that the other has the same subject.
"""

from collections.abc import Sequence

from attrs import evolve

from attribution.document.document import NO_CUE, Document
from attribution.statements.grouping import Parts

SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
# The relations by which a verb borrows the subject of the verb above it: said … and added, said … adding, began to say.
BORROWING = frozenset(("conj", "advcl", "xcomp"))
ASIDES = {",": ",", "—": "—", "–": "–", "--": "--", "-": "-", ")": "("}  # what closes an aside, and what opens it
DASHES = frozenset(("—", "–", "--"))
TOLD = frozenset("advise inform notify remind tell warn".split())  # whose passive has the hearer for its subject
FARTHEST = 4  # verbs climbed; beyond, the subject is seldom still the same


def share_sources(document: Document, attributions: Sequence[Parts]) -> tuple[Parts, ...]:
    """Return the attributions, those without a source with the one that the tree gives them, where it gives one."""
    attributions = [_with_head(document, _by_agent(document, parts)) for parts in attributions]
    owner = {word: parts for parts in attributions for word in parts.cue}
    return tuple(
        evolve(parts, source=_source(document, parts, owner) or _before_aside(document, parts, attributions))
        if parts.cue and not parts.source
        else parts
        for parts in attributions
    )


def _by_agent(document: Document, parts: Parts) -> Parts:
    """Return an attribution with the agent of its passive cue for source: *denied by the company*.

    In *reporters were told by Ann Lee that …* the reader took those who were told for the source.
    """
    if not parts.cue:
        return parts
    verb = _top(document, parts.cue)
    hears = document.words[verb].lemma in TOLD and any(
        document.words[i].deprel == "nsubj:pass" and document.words[i].head == verb for i in parts.source
    )
    if parts.source and not hears:
        return parts
    agents = [i for i in document.children(verb) if document.words[i].deprel == "obl:agent" and i not in parts.content]
    if len(agents) != 1 or not _is_passive(document, verb):
        return parts
    words = [i for i in document.subtree(agents[0]) if i not in parts.content and i not in parts.cue]
    while words and document.words[words[0]].deprel in ("case", "punct"):
        words.pop(0)
    while words and document.words[words[-1]].upos == "PUNCT":
        words.pop()
    return evolve(parts, source=tuple(words)) if words else parts


def _with_head(document: Document, parts: Parts) -> Parts:
    """Return an attribution with the whole subject of its cue where the source is a piece of it without its noun.

    Of *police there have said* the reader took *there*, of *judges who heard the case wrote* only *the case*.
    """
    if not parts.cue or not parts.source:
        return parts
    verb, inside = _top(document, parts.cue), frozenset(parts.source)
    subjects = [child for child in document.children(verb) if document.words[child].deprel == "nsubj"]
    if len(subjects) != 1 or subjects[0] in inside or not inside.issubset(document.subtree(subjects[0])):
        return parts
    return evolve(parts, source=_subject(document, verb, parts) or parts.source)


def _before_aside(document: Document, parts: Parts, attributions: Sequence[Parts]) -> tuple[int, ...]:
    """Return the source that stands before an aside: *the union — believed to have 900 members — announced*.

    The reader gives such a source to the cue inside the aside, where there is one.
    """
    closing = parts.cue[0] - 1
    if closing < 0 or document.words[closing].text not in ASIDES:
        return ()
    opening = ASIDES[document.words[closing].text]
    first = document.sentence_of(parts.cue[0]).first
    before = {
        other.source
        for other in attributions
        if other.source and first <= other.source[0] and max((*other.source, *other.cue)) < closing
        if opening in (document.words[i].text for i in (other.source[-1], other.source[-1] + 1))
    }
    if len(before) == 1:
        return before.pop()
    is_asked = opening in DASHES and not _is_passive(document, _top(document, parts.cue))
    return _noun_before(document, closing, opening) if is_asked else ()


def _noun_before(document: Document, closing: int, opening: str) -> tuple[int, ...]:
    """Return the phrase before an aside in dashes, where the tree has the aside's verb for that of its sentence.

    *On Monday the council — believed to have nine members — issued a statement*: the reader gives *the council* to what
    is believed, and the tree gives *issued* no subject.
    """
    words, first = document.words, document.sentence_of(closing).first
    dash = next((i for i in range(closing - 1, first, -1) if words[i].text == opening), first)
    if dash == first or any(words[i].deprel in SUBJECTS for i in document.children(closing + 1)):
        return ()
    head = dash - 1
    while first <= words[head].head < dash:
        head = words[head].head
    if words[head].upos not in ("NOUN", "PROPN") or words[head].deprel not in SUBJECTS:
        return ()
    return tuple(i for i in document.subtree(head) if first <= i < dash)


def _source(document: Document, parts: Parts, owner: dict[int, Parts]) -> tuple[int, ...]:
    verb = _top(document, parts.cue)
    if _is_passive(document, verb):
        return ()  # in "was accused of theft" the subject does not speak
    return _touching(document, parts.cue[0]) or _climbed(document, parts, owner, verb)


def _climbed(document: Document, parts: Parts, owner: dict[int, Parts], verb: int) -> tuple[int, ...]:
    """Return the source or subject of the nearest verb above that shares its subject, the cue's own first."""
    for _ in range(FARTHEST):
        other = owner.get(verb)
        if other is not None and other.source and other is not parts:
            return other.source
        if subject := _subject(document, verb, parts):
            return subject
        word = document.words[verb]
        if word.deprel not in BORROWING or word.head == NO_CUE or word.head in parts.content:
            return ()
        if word.deprel == "conj" and _is_passive(document, word.head):
            return ()
        verb = word.head
    return ()


def _touching(document: Document, cue: int) -> tuple[int, ...]:
    """Return the source that ends right before a cue, though the reader gave it to another one further on."""
    first = cue
    while first > 0 and document.words[first - 1].role.endswith("-source"):
        first -= 1
        if document.words[first].role == "B-source":
            return tuple(range(first, cue))
    return ()


def _top(document: Document, cue: Sequence[int]) -> int:
    """Return the word of a cue that stands highest in the tree, the first of several."""
    inside = frozenset(cue)
    verbs = [i for i in cue if document.words[i].head not in inside]
    return next((i for i in verbs if document.words[i].upos in ("VERB", "AUX")), verbs[0] if verbs else cue[0])


def _is_passive(document: Document, verb: int) -> bool:
    below = {document.words[i].deprel for i in document.children(verb)}
    return bool(below & {"aux:pass", "nsubj:pass"})


def _subject(document: Document, verb: int, parts: Parts) -> tuple[int, ...]:
    """Return the words of a verb's subject that are no part of the content, without a comma at the end."""
    subjects = [child for child in document.children(verb) if document.words[child].deprel in SUBJECTS]
    # of several the nearest before the verb: a dateline was taken for one, or the next clause's hangs here, too
    for child in sorted(subjects, key=lambda child: (child > verb, abs(child - verb))):
        word = document.words[child]
        if child in parts.content or word.upos in ("SCONJ", "DET"):
            continue
        if word.lemma.lower() in ("it", "there", "that", "which", "what", "this"):
            return ()
        words = [i for i in document.subtree(child) if i not in parts.content and i not in parts.cue]
        while words and document.words[words[-1]].upos == "PUNCT":
            words.pop()
        return tuple(words)
    return ()
