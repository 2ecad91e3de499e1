"""Find who asks for an identity to be withheld, grants it or makes it a condition: the frame around the words."""

from collections.abc import Iterator

from attribution.document.document import Document
from attribution.statements.terms.agreement import may_keep_own, may_own
from attribution.statements.terms.clauses import (
    above,
    first_auxiliary,
    forms,
    has_any,
    is_any,
    is_denied,
    left_of,
    lower,
)
from attribution.statements.terms.disclosure import told_to_reader
from attribution.statements.terms.terms import Frame
from attribution.statements.terms.withholding import BE, Withholding
from attribution.statements.terms.wording import formulas

REACH = 10  # words back to the frame; what lies between must be light
HEAVIEST = 2  # nouns and verbs between; a clause of its own counts two
PREPOSITIONS = frozenset({"on", "under", "in", "with", "for", "upon", "at", "behind", "by"})
RELATIVES = frozenset({"who", "which", "whose"})
AGREE = frozenset({"agree"})
LIKE = frozenset({"like"})


def frame_of(document: Document, held: Withholding) -> Frame | None:
    """Return what makes terms of words that withhold an identity, None where nothing does.

    *Anonymity* alone says nothing; *on condition of anonymity*, *requested anonymity* and *was granted anonymity* do.
    """
    places = list(_places(document, held))
    for find in (_condition, _wish, _grant, _proviso):
        for place in places:
            if (frame := find(document, held, place)) is not None:
                return frame
    return told_to_reader(document, held)


def _places(document: Document, held: Withholding) -> Iterator[int]:
    """Yield where a frame may stand: above the words in the tree, and before them with nothing heavy between."""
    seen = set(range(held.first, held.last + 1)) - {held.clause}
    for head in above(document, held.clause):
        if head not in seen:
            seen.add(head)
            yield head
    heavy = 0
    for place in left_of(document, held.first, REACH):
        if place not in seen:
            yield place
        word = document.words[place]
        heavy += (word.upos in ("NOUN", "PROPN", "VERB")) + 2 * (word.deprel in ("root", "ccomp", "parataxis"))
        if heavy > HEAVIEST or word.text.lower() in RELATIVES:
            return


def _fits(held: Withholding, *, denied: bool) -> bool:
    """Tell whether the words withhold after all: names where something denies them, anonymity where nothing does."""
    return (held.denied or denied) == held.open


def _condition(document: Document, held: Withholding, place: int) -> Frame | None:
    # "on condition of anonymity", "on the condition that her name not be used", "under a promise of confidentiality"
    words = document.words
    if place >= held.first or not is_any(words[place], formulas().condition) or words[place].upos == "VERB":
        return None
    before = [p for p in left_of(document, place, 3) if lower(document, p) in PREPOSITIONS]
    if not before or not _fits(held, denied=False):
        return None
    anchor = _speaking_above(document, place)
    if anchor is None:
        return Frame(anchor=before[0], first=before[0])
    if is_denied(document, anchor) or has_any(document, above(document, anchor), formulas().refusal):
        return None
    return Frame(anchor=anchor, first=anchor if place - REACH <= anchor < place else before[0])


def _speaking_above(document: Document, place: int) -> int | None:
    """Return the verb of speaking that a condition stands with: the nearest before it, then the parse's.

    Parsers hang a phrase this far back on the wrong verb: *“We will move,” the officer told The Courier on condition
    of anonymity*.
    """
    words, speaking = document.words, formulas().speaking
    verbs = [p for p in left_of(document, place, REACH) if words[p].upos == "VERB"]
    if verbs and is_any(words[verbs[0]], speaking):
        return verbs[0]
    heads = [p for p in above(document, place) if words[p].upos == "VERB"]
    spoken = [p for p in (*heads, *verbs) if is_any(words[p], speaking)]
    return next(iter(spoken or heads), None)


def _wish(document: Document, held: Withholding, place: int) -> Frame | None:
    # "asked not to be named", "declined to give her name", "did not want his name used", "a request for anonymity"
    words, refuses = document.words, is_any(document.words[place], formulas().refusal)
    if not (refuses or is_any(words[place], formulas().wish)) or not _may_wish(document, held, place):
        return None
    denied = is_denied(document, place)
    if (refuses and denied) or not _fits(held, denied=denied or refuses):  # "did not decline to be named"
        return None
    if held.owner is not None and not may_own(document, place, held.owner):
        return None
    weak = held.owner is not None and held.active
    if weak and not may_keep_own(document, place):
        return None
    if words[place].upos == "NOUN":
        place = next(above(document, place), place)
    return Frame(anchor=place, first=first_auxiliary(document, min(place, held.first)), weak=weak)


def _may_wish(document: Document, held: Withholding, place: int) -> bool:
    """Tell whether a word can be the wish here: a verb before the words, and none about somebody else's name."""
    upos = document.words[place].upos
    if held.subject is not None or upos not in ("VERB", "ADJ", "NOUN", "X", "AUX"):
        return False
    return upos == "VERB" or (place < held.first and not forms(document.words[place]) & LIKE)


def _grant(document: Document, held: Withholding, place: int) -> Frame | None:
    # "were granted anonymity", "granted them anonymity", "anonymity was promised to both", "agreed not to name her"
    words = document.words
    if not is_any(words[place], formulas().grant) or words[place].upos not in ("VERB", "X"):
        return None
    if is_denied(document, place) or not _fits(held, denied=False):
        return None
    if forms(words[place]) & AGREE:
        other = held.subject if held.owner is None else held.owner
        bearer = other if held.active else None
        named = held.open and bearer is None
        return None if named else Frame(anchor=place, first=min(place, held.first), bearer=bearer)
    if held.open:
        return None
    given = _receivers(document, held, place)
    itself = any(words[c].deprel.startswith("nsubj") for c in document.children(place) if held.first <= c <= held.last)
    if not given and (itself or not _is_passive(document, place)):
        return None
    first = first_auxiliary(document, min(place, held.first))
    return Frame(anchor=place, first=first, bearer=given[0] if given else None)


def _receivers(document: Document, held: Withholding, grant: int) -> list[int]:
    words, below = document.words, document.children(grant)
    objects = [c for c in below if words[c].deprel in ("iobj", "obj") and not held.first <= c <= held.last]
    to = [
        c for c in below if words[c].deprel == "obl" and any(lower(document, g) == "to" for g in document.children(c))
    ]
    return objects + to


def _is_passive(document: Document, grant: int) -> bool:
    words = document.words
    if words[grant].deprel in ("acl", "advcl", "case", "amod"):  # "an aide given anonymity"
        return True
    below = {words[c].deprel for c in document.children(grant)}
    return bool(below & {"aux:pass", "nsubj:pass"}) or has_any(document, left_of(document, grant, 2), BE)


def _proviso(document: Document, held: Withholding, place: int) -> Frame | None:
    # "agreed to talk only if her name was not used"
    words = document.words
    if not is_any(words[place], formulas().consent) or words[place].upos not in ("VERB", "ADJ") or place > held.first:
        return None
    between = " ".join(lower(document, p) for p in range(place + 1, held.first))
    if not any(f" {marker} " in f" {between} " for marker in formulas().subordinator) or not _fits(held, denied=False):
        return None
    if is_denied(document, place):
        return None
    agreeing = [p for p in left_of(document, place, 3) if is_any(words[p], formulas().consent)]
    return Frame(anchor=place, first=min(agreeing, default=place))
