"""Find the statements inside a statement: *The mayor said police believe that the fire was set.*

No annotated corpus marks them, since the outer content swallows them; so the rules ask for much: a reporting verb with
somebody who can speak as its subject and a clause that it introduces, *according to*, or a noun that tells whose it is.
"""

from collections.abc import Iterator, Sequence

from attrs import evolve

from attribution.document.document import Document
from attribution.statements.nesting.nested import Nested
from attribution.statements.nesting.nested_nouns import (
    nested_under_according,
    nested_under_noun,
    nested_under_participle,
)
from attribution.statements.nesting.nested_verbs import nested_under_verb


def nested_in(document: Document, content: Sequence[int]) -> tuple[Nested, ...]:
    """Return the statements inside a content, given as word indices, in the order of their cues, to any depth.

    In *Haddad said the union had told the port that dockers believe the crane is unsafe*, what the union had told is
    inside what Haddad said, and what dockers believe inside that.
    """
    inside = frozenset(content)
    found = [nested for index in sorted(inside) for nested in _at(document, index, inside)]
    return tuple(evolve(nested, parent=_parent(number, found)) for number, nested in enumerate(found))


def _at(document: Document, index: int, inside: frozenset[int]) -> Iterator[Nested]:
    word = document.words[index]
    if word.text.lower() == "according":
        found = nested_under_according(document, index, inside)
    elif word.upos == "VERB":
        found = nested_under_verb(document, index, inside) or nested_under_participle(document, index, inside)
    else:
        found = nested_under_noun(document, index, inside)
    if found is not None:
        yield found


def _parent(number: int, found: Sequence[Nested]) -> int | None:
    """Return the smallest nested statement whose content holds the whole cue of this one."""
    cue = set(found[number].cue)
    around = [i for i, other in enumerate(found) if i != number and cue <= set(other.content)]
    return min(around, key=lambda i: len(found[i].content), default=None)
