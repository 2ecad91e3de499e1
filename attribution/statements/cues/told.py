"""Which outlet was told: by the words around a cue, and by sentences that only say to whom somebody spoke."""

from collections.abc import Sequence

from attribution.document.document import Document
from attribution.statements.cues.channel_frame import frame
from attribution.statements.cues.negation import is_negated
from attribution.statements.cues.outlets import outlets_among
from attribution.text.span import Span

ADDRESSING = frozenset("tell inform brief assure remind address warn".split())
TELLING = ADDRESSING | frozenset("speak testify talk say".split())
OUTLET_DISTANCE = 8  # words from "told" or "to" to the outlet: "told Ann Lee of the Harbor Times"
_TELL = frozenset(("tell", "inform", "assure", "remind", "email", "text", "message"))
_TO = frozenset(("to", "with", "on"))
_SPEAK = frozenset(("speak", "talk", "comment"))
_OBJECTS = frozenset(("obl", "obj", "nmod", "iobj"))
_GIVE = frozenset(("give", "grant"))


def told_of(document: Document, cue: Sequence[int], source: Sequence[int] = (), content: Sequence[int] = ()) -> str:
    """Return the outlet that was told, as the article names it; empty where it names none, or more than one.

    *told The Associated Press*, *in an interview with CNN*, *speaking to the Guardian*; *told reporters* names none.
    """
    around = frame(document, cue, source, content)
    spans = [span for span in outlets_among(document, around) if _is_told(document, around, span)]
    names = {" ".join(span.of(document.text).split()) for span in spans}
    return names.pop() if len(names) == 1 else ""


def _is_told(document: Document, around: Sequence[int], outlet: Span) -> bool:
    """Whether a named outlet is the one told: after *told*, or after *to*, *with* or *on* with nothing told before."""
    first = document.words_within(outlet)[0]
    start = max(document.sentence_of(first).first, first - OUTLET_DISTANCE)
    for index in range(first - 1, start - 1, -1):
        word = document.words[index]
        if word.lemma.lower() in _TELL and word.upos in ("VERB", "NOUN"):
            return index in around
        if word.lemma.lower() in _TO and word.upos == "ADP":
            return document.words[index - 1].text.lower() != "according"
        if word.lemma.lower() == "by":
            return any(document.words[i].lemma.lower() == "interview" for i in around)
        if word.upos in ("VERB", "PUNCT") or (word.upos == "ADP" and word.lemma.lower() not in ("of", "for", "at")):
            return False
    return False


def told_elsewhere(document: Document) -> tuple[tuple[int, str], ...]:
    """Return who is said to have spoken to which outlet, as (the subject's word, the outlet's name).

    *The port officials spoke to The Harbor Ledger hours after the walkout* says of *officials* to whom their
    statements in other sentences were made.
    """
    found = []
    for word in document.words:
        lemma = word.lemma.lower()
        if word.upos == "VERB" and lemma in _SPEAK | _GIVE | {"interview"} and not is_negated(document, word.index):
            subject = _subject(document, word.index, passive=lemma == "interview")
            outlet = _outlet_told(document, word.index) if subject is not None else ""
            if subject is not None and outlet:
                found.append((subject, outlet))
    return tuple(found)


def _subject(document: Document, verb: int, *, passive: bool) -> int | None:
    """Return the subject of a verb: of *interviewed* only that of the passive."""
    wanted = "nsubj:pass" if passive else "nsubj"
    subjects = [child for child in document.children(verb) if document.words[child].deprel == wanted]
    return subjects[0] if len(subjects) == 1 else None


def _outlet_told(document: Document, verb: int) -> str:
    """Return the one outlet under *to*, *with* or *by* below a verb; of *gave* only with an interview."""
    words = document.words
    parts = [child for child in document.children(verb) if words[child].deprel.split(":")[0] in _OBJECTS]
    below = {i for part in parts for i in document.subtree(part)}
    lemmas = {words[i].lemma.lower() for i in below}
    if words[verb].lemma.lower() in _GIVE and not lemmas & {"interview", "comment", "statement"}:
        return ""
    if words[verb].lemma.lower() not in _GIVE and not lemmas & {"to", "with", "by"}:
        return ""
    names = {" ".join(span.of(document.text).split()) for span in outlets_among(document, below)}
    return names.pop() if len(names) == 1 else ""
