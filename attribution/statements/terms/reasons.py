"""Find the words that say why an identity is withheld: *because they were not authorized to grant interviews*."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from attribution.document.document import NO_CUE, Document
from attribution.statements.terms.clauses import bearer_of, is_any, is_denied, lower
from attribution.statements.terms.openings import opens_reason, opens_telling
from attribution.statements.terms.terms import Terms
from attribution.statements.terms.wording import openers
from attribution.text.span import Span

GAP = 14  # words between terms and reason: "on condition of anonymity to The Daily Courier late on Friday because …"
JOINT = 4  # words between a reason that opens the sentence and its terms: "Fearing reprisals, the two clerks asked …"
ENDS = frozenset(';:.!?“”"()[]—–') | {"-", "--", "’’", "''"}
RESUMING = frozenset({"who", "that", "which", "and", "but"})
FEARING = frozenset({"fear", "worry", "cite", "dread"})
NOT_BEFORE = frozenset({"to", "as", "before", "while", "given"})  # "Before the vote, an aide who asked not to be named"
# "on the grounds that", "for fear that": what follows *that* is the reason
REASON_NOUNS = frozenset({"ground", "fact", "fear", "concern", "worry", "give", "so", "risk", "possibility"})
NO_CUES: Mapping[int, int] = MappingProxyType({})
NOWHERE: frozenset[int] = frozenset()


def find_reason(
    document: Document, terms: Terms, cues: Mapping[int, int] = NO_CUES, contents: frozenset[int] = NOWHERE
) -> Span | None:
    """Return where the reason for terms stands, None where none is given.

    It opens after them (*…, citing a lack of authority*), before them in the same sentence (*Fearing reprisals, …*) or
    in the clause joined to them (*who feared for her job and asked not to be named*). `cues` are the words of the
    article's cues, each with the character where its source begins: the reason ends before *said* in *A clerk, who
    asked not to be named for fear of reprisals, said*. It ends before a content, too, of which `contents` has the
    first words.
    """
    if terms.bare:
        return _own_clause(document, terms, cues)
    opening = next(_openings_after(document, terms, cues), None)
    if opening is not None:
        return _clause(document, terms, opening, cues, contents)
    return _before(document, terms, cues) or _joined(document, terms)


def _openings_after(document: Document, terms: Terms, cues: Mapping[int, int]) -> Iterator[int]:
    words = document.words
    if terms.first <= terms.anchor <= terms.last:  # "asked, for fear of reprisals, not to be named"
        for place in range(terms.anchor + 1, terms.last):
            if (
                words[place - 1].text == ","
                and opens_reason(document, place)
                and lower(document, place) not in NOT_BEFORE
            ):
                yield place
    after_comma = False
    end = min(document.sentence_of(terms.last).last, terms.last + GAP)
    for place in range(terms.last + 1, end + 1):
        word = words[place]
        opens = opens_reason(document, place) or (place == terms.last + 1 and opens_telling(document, place))
        if opens and not (after_comma and word.text.lower() == "to"):
            yield place
            return
        after_comma = after_comma or word.text == ","
        goes_on = word.upos in ("VERB", "AUX") or word.text.lower() in ("who", "which")
        if word.text in ENDS or place in cues or goes_on:
            return


def _clause(document: Document, terms: Terms, opening: int, cues: Mapping[int, int], contents: frozenset[int]) -> Span:
    """Return the words from an opening to the end of its clause or phrase."""
    below = _below(document, opening, terms, cues)
    ended_by = _ended_by(document, terms, cues, opening, below) - {document.words[opening].head}
    last = opening
    for place in range(opening + 1, document.sentence_of(opening).last + 1):
        word, following = document.words[place], place + 1
        if word.text in ENDS or place in ended_by or place in contents or _opens_content(document, opening, place):
            break
        leaves = following not in below or following in ended_by or lower(document, following) in RESUMING
        if (word.text == "," and leaves) or (word.upos == "CCONJ" and place not in below):
            break
        last = place
    while last > opening and document.words[last].upos == "PUNCT":
        last -= 1
    return document.span(opening, last)


def _below(document: Document, opening: int, terms: Terms, cues: Mapping[int, int]) -> frozenset[int]:
    """Return the words of the clause or phrase that an opening word opens, as the parse sees it."""
    words, top, end = document.words, opening, document.sentence_of(opening).last
    while opening <= (head := words[top].head) <= end and (
        head not in cues or _is_done_inside(document, opening, head)
    ):
        top = head
    if top == opening and words[opening].upos in ("SCONJ", "ADP", "PART"):
        # the tree hangs the opening on what stands before it: its clause is that of the next verb
        top = next((place for place in range(opening + 1, end + 1) if words[place].upos == "VERB"), top)
    below = frozenset(document.subtree(top)) | {opening}
    # a tree in which the reason governs the terms is wrong
    return frozenset({opening}) if terms.anchor in below else below


def _ended_by(
    document: Document, terms: Terms, cues: Mapping[int, int], opening: int, below: frozenset[int]
) -> set[int]:
    """Return the words with which the sentence goes on after a reason: what stands above the terms, and its cues.

    A cue whose source stands before the terms is no part of the reason, whatever the tree says; the *feared* of
    *because she feared for her job* is a cue of its own *she*.
    """
    start = document.words[terms.first].start
    sentence = document.sentence_of(opening)
    here = {place for place in range(sentence.first, sentence.last + 1) if place in cues}
    going_on = {place for place in here if place > terms.last and cues[place] < start} | (here - below)
    inside = {place for place in going_on if _is_done_inside(document, opening, place)}
    return (going_on - inside) | ({*document.ancestors(terms.anchor)} - below)


def _is_done_inside(document: Document, opening: int, place: int) -> bool:
    bearer = bearer_of(document, place)
    return bearer is not None and opening < bearer < place


def _opens_content(document: Document, opening: int, place: int) -> bool:
    # "told The Courier … due to the sensitivity of the matter that the king was ill"
    words = document.words
    if lower(document, place) != "that" or words[place].upos != "SCONJ" or is_any(words[place - 1], REASON_NOUNS):
        return False
    return not any(words[p].upos in ("VERB", "AUX") for p in range(opening, place))


def _before(document: Document, terms: Terms, cues: Mapping[int, int]) -> Span | None:
    # "Fearing reprisals, the clerk asked not to be named", "A clerk who, fearing reprisals, asked not to be named"
    words, first = document.words, document.sentence_of(terms.first).first
    for place in range(first, min(terms.first, terms.anchor)):
        if not (place == first or words[place - 1].text == ",") or lower(document, place) in NOT_BEFORE:
            continue
        end = next((p for p in range(place + 1, terms.first) if words[p].text == ","), None)
        if end is None or not opens_reason(document, place) or any(p in cues for p in range(place + 1, end)):
            continue
        if place == first or terms.first - end <= JOINT:
            return document.span(place, end - 1)
    return None


def _joined(document: Document, terms: Terms) -> Span | None:
    # "who feared for her job and asked not to be named"
    head = document.words[terms.anchor].head
    if document.words[terms.anchor].deprel != "conj" or not NO_CUE < head < terms.anchor:
        return None
    if not is_any(document.words[head], FEARING) or is_denied(document, head):
        return None
    joint = next((p for p in range(head + 1, terms.anchor) if lower(document, p) in ("and", ",")), head + 1)
    return document.span(head, joint - 1)


def _own_clause(document: Document, terms: Terms, cues: Mapping[int, int]) -> Span:
    """Return the clause that denies the authority, from *because* or from its own first word."""
    words, sentence = document.words, document.sentence_of(terms.first)
    below = frozenset(document.subtree(terms.anchor))
    ended_by = _ended_by(document, terms, cues, terms.first, below)
    last = terms.last
    for place in range(terms.last + 1, sentence.last + 1):
        if (
            words[place].text in ENDS
            or words[place].text == ","
            or place in ended_by
            or _joins_clauses(document, place)
        ):
            break
        last = place
    return document.span(_opening_before(document, terms.first), last)


def _opening_before(document: Document, first: int) -> int:
    """Return the *because* before a clause, its first word where there is none."""
    start = document.sentence_of(first).first
    for place in range(first - 1, max(start, first - 6) - 1, -1):
        text = lower(document, place)
        if text in openers().words or (text == "as" and opens_reason(document, place)):
            return place
        if document.words[place].upos in ("VERB", "PUNCT") or text in ("who", "and"):
            break
    return first


def _joins_clauses(document: Document, place: int) -> bool:
    # "not authorized to speak publicly and requested anonymity", not "to speak to reporters and lawmakers"
    if document.words[place].upos != "CCONJ":
        return False
    head = document.words[place].head
    return head < place or document.words[head].upos in ("VERB", "AUX", "ADJ")
