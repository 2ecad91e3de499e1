"""Whether somebody described and somebody named must be two: *a spokesman for the army*, *Acme spokesman Tom Roe*."""

from collections.abc import Iterable, Iterator

from attribution.document.document import Document
from attribution.statements.speakers.descriptions import LEFT, RIGHT
from attribution.statements.speakers.kinds import singular
from attribution.statements.speakers.mention import Mention
from attribution.statements.speakers.names import fold
from attribution.statements.speakers.party import Party
from attribution.statements.speakers.phrases import full_phrase
from attribution.statements.speakers.role_phrases import Role, is_former, noun_of
from attribution.statements.speakers.word_lists import broader, country_of, uses

PLACES = frozenset(("Location", "NORP"))
ANEW = frozenset(("a", "an"))
OWNED = frozenset(("his", "her"))
PLAIN_BODIES = frozenset(("business", "company", "firm"))


def are_apart(document: Document, described: Mention, named: Party) -> bool:
    """Tell whether the words around a name say that it is not whom an earlier description means.

    *A bank manager* is not *Tom Roe, the manager of Ruma United*, and who is introduced as *Tom Roe, a spokesman for
    Acme,* was not spoken of before.
    """
    roles = tuple(_telling(document, described, named))
    if any(_is_introduced(document, role, named) for role in roles):
        return True
    first, last = full_phrase(document, described.head)
    own = [i for i in range(min(first, described.first), last + 1) if i != described.head]
    others = _around(document, roles)
    if roles and is_former(document, described.first, described.head) != any(role.former for role in roles):
        return True
    places, bodies = _places(document, others), _bodies(document, others)
    return (
        _differ(_places(document, own), places)
        or _are_other_bodies(_bodies(document, own), bodies)
        or bool(described.words & OWNED and any(document.words[i].entity.endswith("-Organization") for i in others))
        or any(described.words & one and named.words & other for one, other in ((RIGHT, LEFT), (LEFT, RIGHT)))
    )


def _telling(document: Document, described: Mention, named: Party) -> Iterator[Role]:
    """Yield the roles of a name that a description may mean, and the body it comes with: *Tom Roe of Acme*."""
    for role in named.roles:
        comes_with = not role.noun and _is_with_name(document, role, named)
        if comes_with or any(role.noun in {noun, *broader().get(noun, ())} for noun in described.nouns):
            yield role


def _is_with_name(document: Document, role: Role, named: Party) -> bool:
    """Whether a role stands where the name comes first."""
    return document.sentence_of(role.place[0]).index == named.mentions[0].sentence


def _around(document: Document, roles: Iterable[Role]) -> list[int]:
    """Return the words of roles but for the nouns themselves: *union* of *union spokesman*."""
    inside = ((i, role) for role in roles for i in range(role.place[0], role.place[1] + 1))
    return sorted({i for i, role in inside if noun_of(document, i) != role.noun})


def _is_introduced(document: Document, role: Role, named: Party) -> bool:
    """Whether *a* opens the role where the name comes first."""
    before = document.words[role.place[0] - 1] if role.place[0] else None
    opens = bool(role.noun) and before is not None and before.text.lower() in ANEW
    return opens and _is_with_name(document, role, named)


def _places(document: Document, among: Iterable[int]) -> frozenset[str]:
    """Return the places and nations among words; *Iraqi* and *Iraq* are one."""
    found = (document.words[i] for i in among if document.words[i].entity[2:] in PLACES)
    texts = (fold(word.text) for word in found if word.upos != "PUNCT")
    return frozenset(country_of()[text].name if text in country_of() else text for text in texts)


def _bodies(document: Document, among: Iterable[int]) -> frozenset[str]:
    """Return the nouns among words that may tell for whom somebody speaks: *army*, *union*, *Acme*."""
    words = (document.words[i] for i in among)
    return frozenset(
        singular(word.text, word.lemma)
        for word in words
        if word.upos in ("NOUN", "PROPN") and word.entity[2:] not in PLACES | {"Person", "Date"}
    )


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and bool(other) and not one & other


def _are_other_bodies(described: frozenset[str], named: frozenset[str]) -> bool:
    """Whether no body of a description is one that a name stands with; *a company* may be one that has a name."""
    may_be_named = described <= PLAIN_BODIES and not named & (uses("no_companies") | uses("typed"))
    return _differ(described, named) and not may_be_named
