"""Find what stands under *according to*, a noun or a participle inside somebody's words: *the union's claim that …*"""

from collections.abc import Sequence

from attribution.document.document import Document
from attribution.statements.cues.stance_lexicon import stance_lexicon
from attribution.statements.nesting.nested import Nested, is_party, is_statement_verb, nesting_words, without_marks

_CLAUSES = frozenset(("acl", "ccomp", "acl:relcl", "xcomp"))  # what parsers call the clause in *the claim that …*
_OF_NAME = frozenset(("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART"))
_CLAUSE_HEADS = frozenset(("VERB", "AUX", "ADJ", "NOUN", "ADV"))


def nested_under_according(document: Document, index: int, inside: frozenset[int]) -> Nested | None:
    """Return the clause around *according to somebody*, *index* being *according*; None where it is none."""
    words = document.words
    following = index + 1
    if following not in inside or words[following].lemma.lower() != "to":
        return None
    source = _named_after(document, following, inside)
    if not source:
        return None
    phrase = {index, following, *source}
    heads = {words[i].head for i in phrase} - phrase
    clauses = [i for i in heads & inside if words[i].upos in _CLAUSE_HEADS]
    if len(clauses) == 1:
        return _nested(document, source, (index, following), _below(document, clauses[0], inside, source))
    # that, according to the coroner, the man had drowned: hung outside, but at the edge of what is said
    sentence = document.sentence_of(index)
    said = [i for i in range(sentence.first, sentence.last + 1) if i in inside and i not in phrase]
    opens = not any(words[i].upos in _CLAUSE_HEADS for i in said if i < index)
    at_edge = opens or not any(i > max(phrase) for i in said)
    return _nested(document, source, (index, following), said) if at_edge and not clauses else None


def _named_after(document: Document, to: int, inside: frozenset[int]) -> tuple[int, ...]:
    """Return the words of the name or description after *to*, as far as they stand together."""
    words, last = document.words, to
    while last + 1 in inside and words[last + 1].upos in _OF_NAME:
        last += 1
    if last == to or not any(words[i].upos in ("NOUN", "PROPN", "PRON") for i in range(to + 1, last + 1)):
        return ()
    top = min(range(to + 1, last + 1), key=lambda i: (words[i].upos == "DET", sum(1 for _ in document.ancestors(i))))
    if words[top].upos not in ("PROPN", "PRON") and not is_party(document, top):
        return ()  # acts according to the rules
    below = [i for i in document.subtree(top) if i in inside and i > to]
    return without_marks(document, sorted({*range(to + 1, last + 1), *(i for i in below if words[i].upos != "VERB")}))


def nested_under_noun(document: Document, noun: int, inside: frozenset[int]) -> Nested | None:
    """Return the clause of a reporting noun that tells whose it is: *the union's claim that the crane is unsafe*."""
    words = document.words
    if words[noun].upos != "NOUN" or words[noun].lemma.lower() not in stance_lexicon().nouns:
        return None
    clauses = [i for i in document.children(noun) if words[i].deprel in _CLAUSES and _has_mark(document, i, "that")]
    owners = [i for i in document.children(noun) if _owns(document, i)]
    if len(clauses) != 1 or len(owners) != 1 or not {clauses[0], owners[0]} <= inside:
        return None
    cases = {"case", "punct"}
    source = [i for i in document.subtree(owners[0]) if i in inside]
    source = [i for i in source if not (words[i].head == owners[0] and words[i].deprel in cases)]
    if source and words[source[0] - 1].upos == "DET" and source[0] - 1 in inside:
        source.insert(0, source[0] - 1)  # the union's claim: its article often hangs on the claim
    return _nested(document, source, (noun,), _below(document, clauses[0], inside, source))


def nested_under_participle(document: Document, verb: int, inside: frozenset[int]) -> Nested | None:
    """Return what a noun with a participle says: *reports alleging that the money was spent*."""
    words = document.words
    noun = words[verb].head
    below = [i for i in document.children(verb) if words[i].deprel in ("ccomp", "xcomp")]
    clause = [i for i in below if _has_mark(document, i, "that", "whether")]
    is_participle = words[verb].deprel == "acl" and words[verb].text.lower().endswith("ing")
    if not is_participle or not is_statement_verb(words[verb].lemma.lower()) or noun not in inside or len(clause) != 1:
        return None
    if words[noun].upos not in ("NOUN", "PROPN") or not is_party(document, noun) or clause[0] not in inside:
        return None
    spoken = set(document.subtree(verb))
    source = [i for i in document.subtree(noun) if i in inside and i not in spoken]
    return _nested(document, source, (verb,), _below(document, clause[0], inside, source))


def _has_mark(document: Document, clause: int, *marks: str) -> bool:
    """Whether a clause begins with *that* and is no relative clause: *the claim that it broke*, not *that he made*."""
    words = document.words
    return any(words[i].lemma.lower() in marks and words[i].deprel == "mark" for i in document.children(clause))


def _owns(document: Document, child: int) -> bool:
    """Whether a word below a noun says whose claim it is: *Smith's*, *his*, *by the union*."""
    word = document.words[child]
    cases = {document.words[i].lemma.lower() for i in document.children(child) if document.words[i].deprel == "case"}
    if word.deprel == "nmod:poss":
        return word.lemma.lower() in nesting_words()["owners"] or is_party(document, child)
    return word.deprel in ("nmod", "obl:agent") and bool(cases & {"by", "from"}) and is_party(document, child)


def _below(document: Document, clause: int, inside: frozenset[int], source: Sequence[int]) -> list[int]:
    left_out = set(source)
    return [i for i in document.subtree(clause) if i in inside and i not in left_out]


def _nested(document: Document, source: Sequence[int], cue: tuple[int, ...], content: Sequence[int]) -> Nested | None:
    spoken = without_marks(document, [i for i in content if i not in cue])
    speaker = without_marks(document, source)
    return Nested(source=speaker, cue=cue, content=spoken) if speaker and spoken else None
