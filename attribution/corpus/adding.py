"""Make of an article that was read what a corpus keeps of it."""

from collections.abc import Iterable
from typing import Protocol

from attrs import evolve, fields_dict

from attribution.corpus.storage.entry import Entry
from attribution.graph.claims.standing import standing_of
from attribution.graph.copies.copies import Overlap, overlap_of
from attribution.graph.copies.shingles import sample, shingles
from attribution.graph.matching.matcher import Matcher
from attribution.statements.article import ReadArticle
from attribution.text.article import Article

LEAST_SAMPLED = 2  # hashes in common from which two articles are compared as a whole


class FindsSharing(Protocol):
    """Whatever knows which articles share hashes; the store does."""

    def sharing(self, fingerprint: tuple[int, ...], least: int) -> Iterable[Article]:
        """Return the articles that share at least so many hashes with a fingerprint."""
        ...


def bare(article: Article) -> Article:
    """Return an article without what was read in it."""
    return Article(**{name: getattr(article, name) for name in fields_dict(Article)})


def entry_of(article: ReadArticle, matcher: Matcher, known: FindsSharing) -> Entry:
    """Return an article's entry; its overlaps are with the articles that `known` holds already."""
    standing = standing_of(article)
    texts = tuple(one.text for one in standing)
    vectors = matcher.vectors(texts) if texts else ()
    fingerprint = sample(shingles(article.text))
    return Entry(
        article=bare(article),
        statements=tuple(
            evolve(statement, stance=one.stance)
            for statement, one in zip(article.statements.items, standing, strict=True)
        ),
        claim_texts=texts,
        vectors=tuple(vector.tobytes() for vector in vectors),
        takes_up=tuple(one.takes_up for one in standing),
        fingerprint=fingerprint,
        overlaps=tuple(_overlaps(article, known.sharing(fingerprint, LEAST_SAMPLED))),
    )


def _overlaps(article: Article, others: Iterable[Article]) -> Iterable[Overlap]:
    for other in others:
        found = overlap_of(article.id, article.text, other.id, other.text)
        if found is not None:
            yield found
