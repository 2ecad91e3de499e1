"""The edges of the graph between articles and outlets: who published, who is credited, what is a copy of what."""

from collections.abc import Iterator

from attribution.graph.copies.copies import Overlap
from attribution.graph.copies.shingles import shared_passages
from attribution.graph.network.dates import is_earlier
from attribution.graph.network.edge import Edge
from attribution.graph.network.kinds import EdgeKind
from attribution.graph.network.nodes import outlet_id
from attribution.graph.network.picture import Picture
from attribution.text.article import Article

SHOWN_WORDS = 30  # of a shared passage: enough to find it in either article
SHORTEST_PASSAGE = 5  # words; a shingle's


def outlet_edges(picture: Picture) -> Iterator[Edge]:
    """Yield the edges from articles to the outlets that published or are credited, and to the articles they copy."""
    articles = picture.articles_by_id()
    for article in articles.values():
        if article.outlet and article.outlet.strip():
            yield Edge(start=article.id, end=outlet_id(article.outlet), kind=EdgeKind.PUBLISHED_BY)
    for article_id, credits in picture.credits.items():
        for credit in credits:
            if article_id in articles and credit.outlet.strip():
                yield Edge(
                    start=article_id,
                    end=outlet_id(credit.outlet),
                    kind=EdgeKind.CREDITS,
                    method=credit.method,
                    evidence=credit.span.of(articles[article_id].text) if credit.span is not None else "",
                )
    for overlap in picture.overlaps:
        if overlap.article_id in articles and overlap.other_id in articles:
            yield _copy(overlap, articles[overlap.article_id], articles[overlap.other_id])


def _copy(overlap: Overlap, one: Article, other: Article) -> Edge:
    """Return the edge from the later article to the earlier, or from the lower id where dates do not tell."""
    is_first_earlier = is_earlier(one.published, other.published)
    if is_first_earlier or (is_first_earlier is None and other.id < one.id):
        one, other = other, one
    return Edge(
        start=one.id,
        end=other.id,
        kind=EdgeKind.SHARES_TEXT if is_first_earlier is None else EdgeKind.COPIES,
        score=overlap.containment,
        method="word shingles",
        evidence=_shared_words(one, other),
        note=f"{overlap.shared} runs of words shared",
    )


def _shared_words(one: Article, other: Article) -> str:
    """Return the start of the longest passage that stands in both articles, as the first has it."""
    passages = shared_passages(one.text, other.text, SHORTEST_PASSAGE)
    if not passages:
        return ""
    words = passages[0].one.of(one.text).split()
    return " ".join(words[:SHOWN_WORDS])
