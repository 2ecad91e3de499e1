"""The phrase around a noun: its words, without relative clauses and what stands in commas."""

from attribution.document.document import Document
from attribution.statements.speakers.names import fold

BEFORE = frozenset(
    "det amod nummod compound nmod:poss nmod:desc advmod nmod goeswith case nmod:unmarked obl dep flat".split()
)
NAME_PARTS = frozenset(("flat", "goeswith"))
CLAUSES = frozenset(
    "acl:relcl appos parataxis conj cc punct ccomp advcl dep list discourse cop aux nsubj csubj".split()
)
RELATIVES = frozenset("who whom whose which that where when".split())
PLAIN_HEADS = frozenset("people those others person someone anyone everyone residents".split())
HYPHENS = frozenset("-‐‑–")
LONGEST = 40  # words; a longer description is a parse gone wrong


def base_phrase(document: Document, head: int) -> tuple[int, int]:
    """Return the first and last word of a noun with what stands before it: *two Ruma militia commanders*.

    Words after the noun belong to it only as parts of a name: *Amina Haddad*.
    """
    words, sentence = document.words, document.sentence_of(head)
    first = last = head
    # the parts before a noun are unbroken and hang on it, on each other, or are the 's of an owner
    inside = {head}
    place = head - 1
    while place >= sentence.first and head - place < LONGEST and _leads_into(document, place, head, inside):
        inside.add(place)
        first = place
        place -= 1
    first = _without_leading_small_words(document, first, head)
    while last < sentence.last and words[last + 1].deprel in NAME_PARTS and words[last + 1].head in inside:
        last += 1
        inside.add(last)
    return first, last


def _leads_into(document: Document, place: int, head: int, inside: set[int]) -> bool:
    word = document.words[place]
    if _is_hyphened(document, place):
        return True  # *14-year-old*, however its parts were parsed
    if word.upos in ("VERB", "AUX") and word.deprel not in ("amod", "compound"):
        return False
    if word.upos in ("SCONJ", "PRON") and word.deprel != "nmod:poss":
        return False
    if word.head == head:
        return (
            word.deprel in BEFORE
            and word.deprel not in ("case", "obl")
            and not (word.deprel == "nmod" and word.upos == "PRON")
        )
    if word.text in (",", "“", "”", '"', "(", ")", "—", "-", ":", ";", "--", "–"):
        return word.text in ('"', "“", "”", "-", "–") and _below(document, place, head)
    return _below(document, place, head)


def _is_hyphened(document: Document, place: int) -> bool:
    """Whether a word is joined to the next by a hyphen without space."""
    word, after = document.words[place], document.words[place + 1]
    return word.end == after.start and (word.text in HYPHENS) != (after.text in HYPHENS)


def _below(document: Document, place: int, head: int) -> bool:
    """Whether a word hangs below a modifier that stands before the noun."""
    child = place
    for above in document.ancestors(place):
        if above == head:
            relation = document.words[child].deprel
            return relation in BEFORE and relation not in ("case", "obl") and child < head
        if above > head:
            return False
        child = above
    return False


def _without_leading_small_words(document: Document, first: int, head: int) -> int:
    while first < head and (
        document.words[first].upos in ("ADP", "CCONJ", "SCONJ", "PUNCT", "PART")
        or document.words[first].text.lower() in ("neither", "either", "not", "even", "also", "then", "there")
        or (document.words[first].deprel == "advmod" and fold(document.words[first].text) not in QUANTIFYING)
    ):
        first += 1
    return first


QUANTIFYING = frozenset("about around nearly almost roughly over at least more than as many up most some least".split())


def full_phrase(document: Document, head: int) -> tuple[int, int]:
    """Return a noun's phrase with what follows it: *people with knowledge of the matter*, *sources close to Ito*.

    It ends before a relative clause, a comma, a dash or a bracket.
    """
    first, last = base_phrase(document, head)
    words, sentence = document.words, document.sentence_of(head)
    place = last + 1
    while place <= sentence.last and place - first < LONGEST and _goes_on(document, place, head, first):
        last = place
        place += 1
    while last > head and words[last].upos in ("ADP", "CCONJ", "PUNCT", "DET", "SCONJ"):
        last -= 1
    return first, last


def _is_long_clause(document: Document, clause: int, head: int) -> bool:
    """Whether a participle tells what a party does, not who it is: *judges handling lawsuits*."""
    return document.words[clause].text.endswith("ing") and fold(document.words[head].text) not in PLAIN_HEADS


def _goes_on(document: Document, place: int, head: int, first: int) -> bool:
    word = document.words[place]
    if word.text in (",", "—", "–", "--", ";", ":", "(", ")", "“", "”", '"', ".") or word.text.lower() in RELATIVES:
        return False
    child = place
    for above in document.ancestors(place):
        relation = document.words[child].deprel
        if relation in ("acl:relcl", "appos", "parataxis", "cop") or (
            relation == "acl" and _is_long_clause(document, child, head)
        ):
            return False
        if above == head:
            return relation not in CLAUSES and child > head
        if above < first:
            return False
        child = above
    return False
