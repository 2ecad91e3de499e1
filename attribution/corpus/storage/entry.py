"""What goes into a corpus file at once: one article with all that was found in it."""

from attrs import field, frozen

from attribution.graph.copies.copies import Overlap
from attribution.statements.statement import Statement
from attribution.text.article import Article


@frozen(kw_only=True)
class Entry:
    """An article, its statements, and what comparing it with others needs.

    `claim_texts` and `vectors` belong to the statements, in their order; a vector is bytes whose meaning the matcher
    knows. `fingerprint` are hashes below 2**63 that copies share; `overlaps` are with articles added before.
    """

    article: Article
    statements: tuple[Statement, ...]
    claim_texts: tuple[str, ...]
    vectors: tuple[bytes, ...] = field(repr=False)
    fingerprint: tuple[int, ...] = field(default=(), repr=False)
    overlaps: tuple[Overlap, ...] = ()

    def __attrs_post_init__(self) -> None:
        if not len(self.statements) == len(self.claim_texts) == len(self.vectors):
            raise ValueError(
                f"{len(self.statements)} statements, {len(self.claim_texts)} claim texts and {len(self.vectors)} "
                "vectors; each statement needs one of both"
            )
