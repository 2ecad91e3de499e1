"""Find the words that withhold an identity, whatever stands around them: *anonymity*, *not be named*, *name not used*.

On their own they are no terms: somebody must ask for it, grant it, or make it a condition (`frames`).
"""

from collections.abc import Iterator
from itertools import takewhile

from attrs import frozen

from attribution.document.document import Document, Sentence
from attribution.statements.terms.clauses import has_any, is_any, is_denied, is_no, lower, subject_of
from attribution.statements.terms.wording import formulas

OBJECTS = frozenset({"him", "her", "them", "me", "us"})
OWNING = frozenset({"his", "her", "their", "whose", "its", "my", "our", "your"})
PRONOUNS = OBJECTS | OWNING | frozenset({"he", "she", "they", "we", "i", "it"})
RELATIVES = frozenset({"who", "which", "that"})
BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "get", "’s", "'s", "’re", "'re"})
HALF = frozenset({"keep", "kept", "leave", "left", "make", "made"})  # "keep secret", "make public"
WHOLE = frozenset(
    {"secret", "private", "confidential", "anonymous", "hidden", "out", "off", "unpublished", "from", "undisclosed"}
    | {"public", "known"}
)
MANNER = frozenset(
    {
        "name",
        "names",
        "initial",
        "initials",
        "surname",
        "nickname",
        "publicly",
        "record",
        "article",
        "story",
        "print",
        "further",
        "fully",
        "directly",
        "anonymously",
    }
)
TAIL = MANNER | OWNING | frozenset({"by", "on", "the", "in", "this", "full", "last", "first", "middle", "a"})
ATTRIBUTIVE = frozenset({"compound", "amod"})  # "an anonymity tool"
DESCRIBING = frozenset({"ADJ", "ADV", "NUM", "NOUN", "PROPN"})
WITHIN = DESCRIBING | frozenset({"ADP", "DET", "PRON"})
ADJECTIVES = frozenset({"last", "first", "full", "real"})


@frozen(kw_only=True)
class Withholding:
    """Words `first` to `last` that withhold an identity, hanging on the word `clause`.

    `open` says that they name somebody unless something denies it (*named*, *her name … used*), `denied` that a word
    among them denies it already. `owner` is the pronoun that means whose identity it is, `subject` a noun in its place.
    `active` says that somebody does the naming (*not name her*, *give his name*).
    """

    clause: int
    first: int
    last: int
    open: bool = False
    denied: bool = False
    owner: int | None = None
    subject: int | None = None
    active: bool = False


def find_withholdings(document: Document, sentence: Sentence) -> Iterator[Withholding]:
    """Yield the words of a sentence that withhold an identity, in text order."""
    known = formulas()
    for word in document.words_of(sentence):
        if is_any(word, known.anonymity | known.pseudonym) and word.upos != "ADJ" and word.deprel not in ATTRIBUTIVE:
            yield Withholding(clause=word.index, first=word.index, last=word.index)
        elif is_any(word, known.anonymous):
            yield from _staying(document, sentence, word.index)
        elif is_any(word, known.identity) and word.upos in ("NOUN", "PROPN", "X"):
            yield from _name_told(document, sentence, word.index)
        elif is_any(word, known.naming) and word.upos in ("VERB", "ADJ", "X"):
            yield from _naming(document, sentence, word.index)


def _staying(document: Document, sentence: Sentence, word: int) -> Iterator[Withholding]:
    # "to remain anonymous", "to be unnamed"; never "an unnamed official"
    stays = [p for p in range(max(sentence.first, word - 3), word) if has_any(document, [p], formulas().staying | BE)]
    if stays and document.words[word].deprel != "amod":
        yield Withholding(clause=word, first=stays[0], last=word)
    elif word < sentence.last and document.words[word + 1].lemma in ("basis", "term"):
        yield Withholding(clause=word + 1, first=word, last=word + 1)


def _naming(document: Document, sentence: Sentence, verb: int) -> Iterator[Withholding]:
    words, known = document.words, formulas()
    before, after = range(max(sentence.first, verb - 4), verb), range(verb + 1, min(sentence.last, verb + 2) + 1)
    only = any(lower(document, place) in known.only for place in (*before[-2:], *after))
    denied = is_denied(document, verb) or only  # "to be identified only by her first name"
    participle = lower(document, verb) not in known.naming and not lower(document, verb).endswith("ing")
    if participle and has_any(document, before[-3:], BE):
        light = [p for p in before if not is_any(words[p], BE) and not is_no(words[p])]
        subject = subject_of(document, verb)
        subject = None if subject is None or lower(document, subject) in RELATIVES else subject
        mine = subject is not None and lower(document, subject) in PRONOUNS
        yield Withholding(
            clause=verb,
            first=light[-1] + 1 if light else before[0],
            last=_tail(document, sentence, verb),
            open=True,
            denied=denied,
            owner=subject if mine else None,
            subject=None if mine else subject,
        )
    elif after and lower(document, after[0]) in known.reflexive:
        yield Withholding(clause=verb, first=verb, last=after[0], open=True, denied=denied)
    elif after and lower(document, after[0]) in OBJECTS and words[after[0]].deprel not in ("nmod:poss", "nsubj"):
        yield Withholding(clause=verb, first=verb, last=after[0], open=True, denied=denied, owner=after[0], active=True)


def _tail(document: Document, sentence: Sentence, verb: int) -> int:
    """Return the last word of how somebody is named: *quoted by name*, *identified only by her first name*."""
    only, last, told = formulas().only, verb, verb
    while last < sentence.last and lower(document, last + 1) in TAIL | only:
        last += 1
        if lower(document, last) in MANNER or (told > verb and told == last - 1 and lower(document, last) in only):
            told = last
    return told if told > verb else called_as(document, sentence, verb)


def called_as(document: Document, sentence: Sentence, verb: int) -> int:
    """Return the last word of what somebody is called in place of a name: *identified only as a teacher*."""
    words = document.words[verb + 1 : sentence.last + 1]
    words = words[1:] if words and words[0].text.lower() in formulas().only else words
    if [word.text.lower() for word in words[:2]] not in (["as", "a"], ["as", "an"]):
        return verb
    described = tuple(takewhile(lambda word: word.upos in DESCRIBING, words[2:]))
    nouns = [word.index for word in described if word.upos in ("NOUN", "PROPN")]
    if not nouns:
        return verb
    below = frozenset(document.subtree(nouns[-1]))  # "as a nurse at the clinic"
    after = document.words[nouns[-1] + 1 : sentence.last + 1]
    return nouns[-1] + len(tuple(takewhile(lambda word: word.index in below and word.upos in WITHIN, after)))


def _name_told(document: Document, sentence: Sentence, name: int) -> Iterator[Withholding]:
    # "her name not be used", "to give his last name", "her identity be kept secret", "the soldier's name is withheld"
    words, known = document.words, formulas()
    owner, noun = _owner(document, sentence, name)
    if owner is None and noun is None:
        return
    start = name if owner is None else owner
    for verb in _verbs_around(document, sentence, name):
        hides = is_any(words[verb], known.hiding)
        whole = _whole(document, sentence, verb)
        if not (hides or is_any(words[verb], known.publishing)) or (is_any(words[verb], HALF) and not whole):
            continue
        between = range(min(start, name, verb), max(name, verb))
        denied = is_denied(document, verb) or any(is_no(words[p]) for p in between if p not in (name, verb))
        only = any(lower(document, place) in known.only for place in (max(sentence.first, start - 1), *between))
        yield Withholding(
            clause=verb,
            first=min(start, verb),
            last=max(name, _tail(document, sentence, verb), whole),
            open=not hides,
            denied=denied or only,
            owner=owner,
            subject=noun,
            active=verb < name,
        )
        return


def _owner(document: Document, sentence: Sentence, name: int) -> tuple[int | None, int | None]:
    """Return the pronoun or the noun that says whose name it is: *her last name*, *the soldier's name*."""
    words = document.words
    below = document.children(name)
    pronouns = [c for c in below if words[c].deprel in ("nmod:poss", "det") and lower(document, c) in OWNING]
    pronouns += [p for p in range(name - 1, max(sentence.first, name - 4) - 1, -1) if lower(document, p) in OWNING]
    if pronouns:
        return pronouns[0], None
    nouns = [c for c in below if words[c].deprel == "nmod:poss" and words[c].upos == "NOUN"]
    nouns += [c for c in below if words[c].deprel == "nmod" and lower(document, c - 1) in ("of", "the")]
    return None, nouns[0] if nouns else None


def _verbs_around(document: Document, sentence: Sentence, name: int) -> Iterator[int]:
    """Yield the verb that a name is subject or object of, then the verbs near it: a small parser errs here."""
    words = document.words
    head = words[name].head
    if head >= 0 and words[head].upos in ("VERB", "ADJ", "AUX") and words[name].deprel != "appos":
        yield head
    after = range(name + 1, min(sentence.last, name + 6) + 1)
    before = range(name - 1, max(sentence.first, name - 5) - 1, -1)
    yield from (
        p for p in (*after, *before) if words[p].upos in ("VERB", "ADJ") and lower(document, p) not in ADJECTIVES
    )


def _whole(document: Document, sentence: Sentence, verb: int) -> int:
    """Return the word that makes a verb *keep secret* or *make public*, 0 where there is none."""
    after = range(verb + 1, min(sentence.last, verb + 4) + 1)
    return next((place for place in after if lower(document, place) in WHOLE), 0)
