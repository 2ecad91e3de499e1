"""Find where an article says that somebody had no authority to speak: *was not authorized to address the press*."""

from collections.abc import Iterator

from attribution.document.document import Document, Sentence
from attribution.statements.statement import AuthorizationStatus
from attribution.statements.terms.clauses import (
    above,
    first_auxiliary,
    has_any,
    is_any,
    is_denied,
    is_no,
    left_of,
    lower,
)
from attribution.statements.terms.terms import Terms
from attribution.statements.terms.wording import formulas

REACH = 8  # words from a telling verb to what is told: "give … statements"
NEAR = 5  # words from a permission to the telling verb: "was not authorized by the board to speak"
BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "’s", "'s", "’re", "'re"})
ENDS = frozenset(';:.”“"')
MARKS = frozenset({"to", "from"})
PUBLIC = frozenset({"be", "get"})  # "not authorized to be quoted" is public whatever follows


def find_authority(document: Document, sentence: Sentence) -> Iterator[Terms]:
    """Yield where a sentence denies somebody the authority to speak, which *not authorized to enter* does not."""
    for word in document.words_of(sentence):
        start = _denied_from(document, word.index)
        if start is None or (telling := _telling_after(document, sentence, word.index)) is None:
            continue
        anchor = word.index
        if is_any(word, formulas().permission):
            anchor = next((p for p in above(document, word.index) if document.words[p].upos == "VERB"), anchor)
        yield Terms(status=AuthorizationStatus.ANONYMOUS, anchor=anchor, first=start, last=telling, bare=True)


def _denied_from(document: Document, place: int) -> int | None:
    """Return where the denial of a permission begins, None where there is none."""
    word, known = document.words[place], formulas()
    if is_any(word, known.permission):
        lacking = [p for p in left_of(document, place, 6) if has_any(document, [p], known.lacking)]
        return min(lacking, default=None)
    if word.text.lower() in ("unauthorized", "unauthorised"):
        return place
    if word.upos not in ("VERB", "ADJ", "X"):
        return None
    denied = is_any(word, known.forbid) or (is_any(word, known.permit) and is_denied(document, place))
    return first_auxiliary(document, place) if denied and _is_passive(document, place) else None


def _is_passive(document: Document, place: int) -> bool:
    """Tell whether a permission is somebody's to receive: *not authorized*, never *did not authorize*."""
    if document.words[place].deprel in ("acl", "amod") and lower(document, place).endswith("ed"):
        return True
    return any(is_any(document.words[p], BE) or is_no(document.words[p]) for p in left_of(document, place, 5))


def _telling_after(document: Document, sentence: Sentence, place: int) -> int | None:
    """Return the verb of telling that somebody has no authority for, None where it is something else."""
    words, known = document.words, formulas()
    for after in range(place + 1, min(sentence.last, place + NEAR) + 1):
        word = words[after]
        tells = is_any(word, known.telling)
        if word.text in ENDS:
            return None
        if word.upos not in ("VERB", "X") and not (tells and words[after - 1].lemma in ("to", "from", "be")):
            continue
        marks = {lower(document, p) for p in range(place + 1, after)}
        if not marks & MARKS:  # "nobody could tell whether she may comment"
            return None
        rest = range(after + 1, min(sentence.last, after + REACH) + 1)
        public = words[after - 1].lemma in PUBLIC or has_any(document, rest, known.told)
        return after if tells and (public or not is_any(word, known.everyday)) else None
    return None
