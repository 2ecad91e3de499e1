"""What goes into a corpus file at once: one article with all that was found in it."""

from attrs import field, frozen

from attribution.graph.copies.copies import Overlap
from attribution.statements.statement import Statement
from attribution.text.article import Article


@frozen(kw_only=True)
class Entry:
    """An article, its statements, and what comparing it with others needs.

    `claim_texts`, `vectors` and `takes_up` belong to the statements, in their order; a vector is bytes whose meaning
    the matcher knows, and `takes_up` are the ids of the statements whose words a statement takes up. `fingerprint` are
    hashes below 2**63 that copies share; `overlaps` are with articles added before.
    """

    article: Article
    statements: tuple[Statement, ...]
    claim_texts: tuple[str, ...]
    vectors: tuple[bytes, ...] = field(repr=False)
    takes_up: tuple[tuple[str, ...], ...] = field()
    fingerprint: tuple[int, ...] = field(default=(), repr=False)
    overlaps: tuple[Overlap, ...] = ()

    @takes_up.default
    def _nothing(self) -> tuple[tuple[str, ...], ...]:
        return ((),) * len(self.statements)

    def __attrs_post_init__(self) -> None:
        if not len(self.statements) == len(self.claim_texts) == len(self.vectors) == len(self.takes_up):
            raise ValueError(
                f"{len(self.statements)} statements, {len(self.claim_texts)} claim texts, {len(self.vectors)} vectors "
                f"and {len(self.takes_up)} of what they take up; each statement needs one of each"
            )
