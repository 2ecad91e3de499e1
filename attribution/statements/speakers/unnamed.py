"""Tell which descriptions stand with terms that keep a name out: *the lawmaker, who asked not to be named*."""

from collections.abc import Iterable, Sequence

from attrs import evolve

from attribution.document.document import Document
from attribution.statements.speakers.mention import Form, Mention
from attribution.statements.terms.clauses import bearer_of
from attribution.statements.terms.terms import Terms


def mark_unnamed(document: Document, mentions: Iterable[Mention], terms: Iterable[Terms]) -> tuple[Mention, ...]:
    """Return the mentions, those descriptions marked whose own clause says that they go unnamed.

    After *Sen. Amina Haddad* spoke, *the lawmaker, who asked not to be named,* is somebody else: a wrong name is worse
    than none, and here it would unmask the one or expose the other.
    """
    bearers = frozenset(_bearers(document, tuple(terms)))
    return tuple(
        evolve(mention, unnamed=True) if mention.form is Form.DESCRIPTION and mention.head in bearers else mention
        for mention in mentions
    )


def _bearers(document: Document, terms: Sequence[Terms]) -> Iterable[int]:
    for one in terms:
        if not one.partial and not one.bare:
            bearer = one.bearer if one.bearer is not None else bearer_of(document, one.anchor)
            if bearer is not None:
                yield bearer
