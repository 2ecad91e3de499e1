"""What clauses say a person is: *X, who heads Y*, *X is director of Y*, *X, who served as ambassador*."""

from collections.abc import Iterator

from attribution.document.document import Document
from attribution.statements.speakers.mention import Mention
from attribution.statements.speakers.role_phrases import QUOTES, Role, end_of, noun_phrase
from attribution.statements.speakers.word_lists import uses

LEADS = uses("leads")
PAST = uses("once") | {"used"}
WORKS = frozenset("work serve study volunteer".split())
SERVES = frozenset("serve work act double".split())


def relative_roles(document: Document, place: int, end: int) -> Iterator[Role]:
    """Yield the role of a relative clause: *who heads Y*, *who is a professor at Y*, *who works for Y*."""
    words = document.words
    for i in range(place + 1, min(place + 6, end + 1)):
        lemma = _verb(words[i].lemma or words[i].text)
        serves = lemma in SERVES and i + 1 <= end and words[i + 1].text.lower() == "as"
        if lemma == "be" or serves:
            start = i + 1 + serves
            while start <= end and words[start].upos in ("DET", "ADV"):
                start += 1
            for role in noun_phrase(document, start, end):
                yield (
                    role
                    if words[i].text in ("is", "’s", "'s", "serves", "works")
                    else _changed(role, former=True, weight=role.weight)
                )
            return
        if words[i].upos in ("VERB", "NOUN") and lemma in LEADS | WORKS and not words[i].text.endswith("ing"):
            last = end_of(document, i + 1, end)
            yield Role(first=i, last=last, noun="", place=(i, last), weight=1 if lemma in LEADS else 0,
                       former=any(words[k].text.lower() in PAST for k in range(place, i)))  # fmt: skip
            return
        if words[i].upos not in ("AUX", "ADV", "PART") and words[i].text.lower() not in PAST:
            return


def _verb(form: str) -> str:
    """Return a verb's lemma, also where none was made: *heads*, *headed*."""
    form = form.lower()
    if form in ("is", "’s", "'s", "was", "are", "were"):
        return "be"
    known = LEADS | WORKS | SERVES
    return next(
        (
            stem
            for stem in (
                form,
                form.removesuffix("s"),
                form.removesuffix("es"),
                form.removesuffix("ed"),
                form.removesuffix("d"),
            )
            if stem in known
        ),
        form,
    )


def predicate_roles(document: Document, name: Mention) -> Iterator[Role]:
    """Yield the roles that a sentence gives its subject.

    *X is the governor of Y*, *X served as director of Y and is now president of Z*.
    """
    words = document.words
    above = words[name.head].head
    if words[name.head].deprel != "nsubj" or above <= name.last:
        return
    end = document.sentences[name.sentence].last
    for place in (above, *(child for child in document.children(above) if words[child].deprel == "conj")):
        if words[place].upos == "VERB" and _verb(words[place].lemma or words[place].text) in SERVES:
            start = place + 2 if place + 2 <= end and words[place + 1].text.lower() == "as" else None
        else:
            copula = next((child for child in document.children(place) if words[child].deprel == "cop"), None)
            start = copula + 1 if copula is not None and not _is_denied(document, place) else None
        if start is None:
            continue
        while start <= end and words[start].upos in ("DET", "ADV"):
            start += 1
        if any(words[i].text in QUOTES for i in range(name.last + 1, start)):
            continue  # what somebody calls a person is no role: *Haddad “is the only candidate”*
        past = words[place].text.endswith("ed") or any(
            words[c].text.lower() in ("was", "were") for c in document.children(place)
        )
        for role in noun_phrase(document, start, end):
            yield _changed(role, former=past or role.former, weight=1)


def _is_denied(document: Document, place: int) -> bool:
    return any(document.words[child].lemma in ("not", "n't", "never") for child in document.children(place))


def _changed(role: Role, *, former: bool, weight: int) -> Role:
    return Role(first=role.first, last=role.last, noun=role.noun, place=role.place, former=former, weight=weight)
