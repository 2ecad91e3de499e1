"""Find where an article tells its reader that a name is held back: *whose name is withheld*, *is not naming him*."""

from attribution.document.document import Document
from attribution.statements.terms.agreement import may_keep_own, may_own
from attribution.statements.terms.clauses import first_auxiliary, is_any, is_denied, left_of, lower, nearest_before
from attribution.statements.terms.openings import opens_telling
from attribution.statements.terms.terms import Frame
from attribution.statements.terms.withholding import BE, Withholding
from attribution.statements.terms.wording import formulas

WOULD = frozenset({"would", "’d", "'d", "wo"})
NOT_PLAIN = frozenset({"be", "been"})
QUOTING = frozenset({"quote", "name", "cite"})
WITHHOLDING = frozenset({"withhold", "withheld"})
DENYING = frozenset({"did"}) | WOULD


def told_to_reader(document: Document, held: Withholding) -> Frame | None:
    """Return the words themselves as terms where they say that a name is held back, with whose it is.

    *The victim could not be identified* tells no such thing: nobody wished it so.
    """
    before = {lower(document, place) for place in left_of(document, held.clause, 5)}
    if not held.open:
        return None if held.denied else _hidden(document, held, before)
    if not held.denied:
        return None
    if is_any(document.words[held.clause], formulas().naming):
        return _not_named(document, held, before)
    return _not_given(document, held, before)


def _hidden(document: Document, held: Withholding, before: set[str]) -> Frame | None:
    # "whose name is being withheld", "is withholding her name", "who withheld their names"
    verb, owner = held.clause, held.subject if held.owner is None else held.owner
    if owner is None or not is_any(document.words[verb], formulas().hiding):
        return None
    going_on = lower(document, verb).endswith("ing") or not held.active
    if going_on and before & BE:
        return Frame(anchor=verb, first=held.first, bearer=_holder(document, owner))
    if held.active and is_any(document.words[verb], WITHHOLDING) and may_own(document, verb, owner):
        return Frame(anchor=verb, first=verb, weak=True, needs_reason=True)
    return None


def _holder(document: Document, owner: int) -> int:
    """Return the pronoun or noun, or for *whose* the noun that it takes up."""
    words = document.words
    if lower(document, owner) != "whose":
        return owner
    verb = next((p for p in document.ancestors(owner) if words[p].deprel == "acl:relcl"), None)
    head = words[verb].head if verb is not None else None
    if head is None or head == words[owner].head:  # "the medic, whose identity": the name is not its own owner
        head = nearest_before(document, owner)
    return owner if head is None else head


def _not_named(document: Document, held: Withholding, before: set[str]) -> Frame | None:
    verb = held.clause
    if held.active:  # "The newspaper is not naming her"
        going_on = lower(document, verb).endswith("ing") and bool(before & BE)
        return Frame(anchor=verb, first=verb, bearer=held.owner) if going_on else None
    modal = before & (formulas().modal | WOULD)
    # a body that "could not be identified" is nobody's wish; a source that "could not be quoted" is
    wished = bool(modal & WOULD) or (bool(modal) and is_any(document.words[verb], QUOTING))
    if "being" in before or wished:
        return Frame(anchor=verb, first=first_auxiliary(document, verb))
    # "was not named discussing a client"; a child who "was not named" is no more than that
    follows = held.last < document.sentence_of(verb).last and opens_telling(document, held.last + 1)
    plain = follows and not modal and not before & NOT_PLAIN and bool(before & BE)
    return Frame(anchor=verb, first=first_auxiliary(document, verb), weak=True, needs_reason=True) if plain else None


def _not_given(document: Document, held: Withholding, before: set[str]) -> Frame | None:
    # "would not give her name", "did not give her name"; "gave only her first name" for a reason
    verb, owner = held.clause, held.owner
    if not held.active or owner is None or not may_own(document, verb, owner) or not may_keep_own(document, verb):
        return None
    if not is_denied(document, verb):
        return Frame(anchor=verb, first=verb, weak=True, needs_reason=True)
    return Frame(anchor=verb, first=first_auxiliary(document, verb), weak=True) if before & DENYING else None
