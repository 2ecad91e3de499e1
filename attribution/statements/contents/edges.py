"""Where a content begins and ends within its sentence, where the parse tells it better than the reader."""

from collections.abc import Sequence
from itertools import chain

from attribution.document.document import Document
from attribution.statements.grouping import Parts
from attribution.statements.terms.clauses import is_any
from attribution.statements.terms.openings import opens_reason
from attribution.statements.terms.wording import formulas

# What words are made public in; where a phrase with one ends a sentence, it tells how something was said.
CHANNELS = frozenset(
    "statement interview speech ruling report letter memo email e-mail tweet post filing briefing conference testimony "
    "address release note message hearing editorial op-ed video call".split()
)
THROUGH = frozenset("in at during on via by after".split())
RELATIVES = frozenset("which who that whom".split())
# What itself goes on with *that*: *because he feared that*, *on the grounds that*.
BEFORE_THAT = frozenset(
    "fear afraid worry worried concern concerned say tell think believe know feel ground fact so risk possibility"
    " agree insist require ask sure aware".split()
)


TERMS = 5  # words: *on the condition of anonymity*


def without_channel(document: Document, quoted: frozenset[int], parts: Parts) -> Sequence[int]:
    """Return a content without how it was said: *called for more money* without *in a statement on Thursday*."""
    words, after = document.words, [i for i in parts.content if i > parts.cue[-1]]
    for noun in after:
        if words[noun].upos != "NOUN" or words[noun].lemma.lower() not in CHANNELS or noun in quoted:
            continue
        start = _start_of_phrase(document, noun)
        if start is None or not set(after).issuperset(range(start, noun + 1)) or start == after[0]:
            continue
        below = document.subtree(noun)
        if all(i in below or _is_loose(document, i) for i in after if i > noun):
            return [i for i in parts.content if i < start]
    return parts.content


def _start_of_phrase(document: Document, noun: int) -> int | None:
    """Return the preposition before a noun with *a* or *an*, which is spoken of for the first time."""
    words, children = document.words, document.children(noun)
    if not any(words[child].text.lower() in ("a", "an") for child in children):
        return None
    cases = (child for child in children if words[child].deprel == "case" and words[child].text.lower() in THROUGH)
    return next(cases, None)


def _is_loose(document: Document, place: int) -> bool:
    word = document.words[place]
    return word.upos in ("PUNCT", "ADP") or word.entity.endswith("-Date")


def behind_reason(document: Document, parts: Parts) -> Sequence[int]:
    """Return a content without the reason before it: *that the deal was near* of *said on condition of anonymity
    because the talks were private that the deal was near*."""
    words, content = document.words, parts.content
    if content[0] < parts.cue[-1]:
        return content
    before, terms = range(parts.cue[0], content[0]), formulas().anonymity
    ending = opens_reason(document, content[0]) and any(is_any(words[i], terms) for i in before)
    stated = next((i for i in content[:TERMS] if is_any(words[i], terms)), None)
    beginning = stated is not None and (stated == content[0] or words[content[0]].upos == "ADP")
    if not (ending or beginning):
        return content
    for place in content[1:-1]:
        joins = words[place].upos == "SCONJ" or words[place].deprel == "mark"
        if joins and words[place].text.lower() == "that" and words[place - 1].lemma.lower() not in BEFORE_THAT:
            return [i for i in content if i >= place]
    return content


def from_relative(document: Document, parts: Parts) -> Sequence[int]:
    """Return a content from its relative pronoun on, where the cue stands behind that: *which, Ito said, is full*."""
    words, start = document.words, min((*parts.source, *parts.cue))
    pronoun = start - 1
    while pronoun > 0 and words[pronoun].text == ",":
        pronoun -= 1
    if pronoun in (start - 1, 0) or words[pronoun].text.lower() not in RELATIVES or pronoun not in parts.content:
        return parts.content
    has_preposition = words[pronoun - 1].upos == "ADP" and pronoun - 1 in parts.content
    return [i for i in parts.content if i >= pronoun - has_preposition]


def whole_clause(document: Document, parts: Parts) -> Sequence[int]:
    """Return the clause whose subject alone was taken for a content: *said its planes* of *said its planes, which …,
    had worked*."""
    words = document.words
    verb = next((i for i in parts.cue if words[i].upos == "VERB"), None)
    if verb is None or parts.content[0] < parts.cue[-1]:
        return parts.content
    clauses = [child for child in document.children(verb) if words[child].deprel == "ccomp" and child > verb]
    if len(clauses) != 1 or clauses[0] in parts.content:
        return parts.content
    below, inside = document.subtree(clauses[0]), frozenset(parts.content)
    subjects = (i for i in document.children(clauses[0]) if words[i].deprel.startswith("nsubj"))
    if not inside.issubset(below) or inside.isdisjoint(subjects):
        return parts.content
    named = frozenset(chain(parts.cue, parts.source))
    clause = [i for i in below if i >= parts.content[0] and i not in named]
    while words[clause[-1]].upos == "PUNCT":
        clause.pop()
    return clause
