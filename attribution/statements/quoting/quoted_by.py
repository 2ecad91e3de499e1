"""Tell whose words somebody else passed on: in *he was quoted by the Ledger as saying …* he speaks, not the paper."""

from collections.abc import Sequence

from attrs import evolve

from attribution.document.document import Document
from attribution.statements.grouping import Parts
from attribution.statements.speakers.phrases import full_phrase
from attribution.statements.terms.clauses import subject_of

PASSING_ON = frozenset(("quote", "cite", "paraphrase"))
REACH = 12  # words between *quoted* and *as saying*
HELPING = 4  # words before a participle among which its *was* stands
HEARERS = frozenset(("iobj", "obj"))


def with_who_is_quoted(document: Document, parts: Parts) -> Parts:
    """Return an attribution whose source is whoever is quoted, and whose content begins behind *as saying*.

    *The Ledger quoted an engineer as saying the piers were cracked* is the engineer's statement.
    """
    verb = next((i for i in parts.cue if document.words[i].lemma.lower() in PASSING_ON), None)
    if verb is None or (saying := _saying_after(document, verb)) is None:
        return parts
    helpers = _helpers(document, verb)
    quoted = _subject(document, verb) if helpers else _object(document, verb, saying)
    hearers = _hearers(document, saying)
    content = tuple(i for i in parts.content if i > saying and i not in hearers)
    if not quoted or not content:
        return parts
    return evolve(parts, source=tuple(quoted), cue=(*helpers, verb, saying - 1, saying), content=content)


def _saying_after(document: Document, verb: int) -> int | None:
    """Return the word *saying* of *as saying* that follows in the same sentence."""
    words, last = document.words, document.sentence_of(verb).last
    for place in range(verb + 1, min(verb + REACH, last - 1) + 1):
        if words[place].text.lower() == "as" and words[place + 1].text.lower().endswith("ing"):
            return place + 1
    return None


def _helpers(document: Document, verb: int) -> list[int]:
    """Return the *was* or *has been* of a passive."""
    words, first = document.words, document.sentence_of(verb).first
    near = [i for i in range(max(verb - HELPING, first), verb) if words[i].upos == "AUX"]
    return near if any(words[i].lemma.lower() in ("be", "get") for i in near) else []


def _subject(document: Document, verb: int) -> Sequence[int]:
    subject = subject_of(document, verb)
    if subject is None or subject > verb:
        return ()
    first, last = full_phrase(document, subject)
    return range(first, last + 1)


def _object(document: Document, verb: int, saying: int) -> Sequence[int]:
    """Return who is quoted in the active: what stands between the verb and *as saying*."""
    between = range(verb + 1, saying - 1)
    return between if any(document.words[i].upos in ("NOUN", "PROPN", "PRON") for i in between) else ()


def _hearers(document: Document, saying: int) -> frozenset[int]:
    """Return the words for who is told: *reporters* of *as telling reporters that*."""
    if document.words[saying].lemma.lower() != "tell":
        return frozenset()
    told = [i for i in document.children(saying) if document.words[i].deprel in HEARERS and i > saying]
    return frozenset(i for child in told for i in document.subtree(child))
