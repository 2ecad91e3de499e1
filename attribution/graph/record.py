"""A statement in its article, as everything across articles knows it."""

from attrs import frozen

from attribution.statements.statement import Statement
from attribution.text.article import Article
from attribution.text.span import words_of

AND_THAT = "; "  # between the claims of several statements whose words one takes up


@frozen(kw_only=True)
class Record:
    """A statement, the article that reports it, and what it claims in words that stand alone.

    In *"It was a trial," Sahli said*, said of a curfew, `claim_text` is *The curfew was a trial*. `takes_up` are
    the ids of the statements whose words it endorses or rejects: *echoed Sahli's comments*; what these claim stands in
    `claim_text` one after the other.
    """

    statement: Statement
    article: Article
    claim_text: str
    takes_up: tuple[str, ...] = ()

    @property
    def claims(self) -> tuple[str, ...]:
        """What it claims, one by one where it takes up the words of several statements."""
        return tuple(self.claim_text.split(AND_THAT)) if len(self.takes_up) > 1 else (self.claim_text,)

    @property
    def content(self) -> str:
        """The article's own words that are attributed."""
        return words_of(self.statement.content, self.article.text)
