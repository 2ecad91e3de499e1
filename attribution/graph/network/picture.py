"""Everything that the graph is built from, at one moment."""

from collections.abc import Mapping

from attrs import field, frozen

from attribution.graph.claims.claim import Claim
from attribution.graph.claims.elsewhere import TakenElsewhere
from attribution.graph.copies.copies import Overlap
from attribution.graph.copies.credits import Credit
from attribution.graph.identity.identities import Identities
from attribution.graph.record import Record
from attribution.graph.relation import Link
from attribution.text.article import Article


@frozen(kw_only=True)
class Picture:
    """Articles, the statements in them, who made these, and what they claim.

    `taken_elsewhere` are the statements that endorse or reject what another article reports. `articles` need not name
    those that `records` bring with them. `credits` are by article id.
    """

    records: tuple[Record, ...]
    identities: Identities
    claims: tuple[Claim, ...] = ()
    links: tuple[Link, ...] = ()
    taken_elsewhere: tuple[TakenElsewhere, ...] = ()
    overlaps: tuple[Overlap, ...] = ()
    credits: Mapping[str, tuple[Credit, ...]] = field(factory=dict)
    articles: tuple[Article, ...] = field(default=(), repr=False)

    def articles_by_id(self) -> dict[str, Article]:
        """Return all articles by id, in the order of ids."""
        found = {article.id: article for article in self.articles}
        found |= {record.article.id: record.article for record in self.records}
        return dict(sorted(found.items()))

    def records_by_id(self) -> dict[str, Record]:
        """Return all records by their statements' ids, in the order of ids."""
        found = {record.statement.id: record for record in self.records}
        return dict(sorted(found.items()))
