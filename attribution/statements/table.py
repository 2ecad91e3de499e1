"""The statements of an article as a table: for eyes, for a notebook, for pandas and polars."""

from collections.abc import Iterator, Sequence
from typing import overload

from attrs import frozen

from attribution.statements.row import Row, row_of
from attribution.statements.statement import Statement
from attribution.text.article import Article
from attribution.text.columns import Column, format_table
from attribution.text.html_table import html_table

WIDTH = 160  # columns of a terminal, where nobody says how many there are
GLANCE = (  # who and what first: a narrow page shows the beginning
    Column("#"),
    Column("speaker", 2),
    Column("content", 4),
    Column("status", 1),
    Column("reason", 1.5),
    Column("role", 1.5),
    Column("organization", 1.5),
    Column("stance", 1),
    Column("quotation", 1),
)


@frozen(repr=False)
class Statements(Sequence[Statement]):
    """The statements of one article, in text order: a tuple of them that shows itself as a table.

    `pandas.DataFrame(article.statements.rows())` and `polars.DataFrame(article.statements.rows())` work as they stand.
    """

    items: tuple[Statement, ...]
    article: Article

    def __len__(self) -> int:
        return len(self.items)

    @overload
    def __getitem__(self, place: int) -> Statement: ...

    @overload
    def __getitem__(self, place: slice) -> "Statements": ...

    def __getitem__(self, place: int | slice) -> "Statement | Statements":
        found = self.items[place]
        return found if isinstance(found, Statement) else Statements(found, self.article)

    def __iter__(self) -> Iterator[Statement]:
        return iter(self.items)

    def rows(self) -> list[Row]:
        """Return one flat dict for each statement, its keys always those of `Row` in that order."""
        return [row_of(statement, self.article) for statement in self.items]

    def table(self, width: int = WIDTH) -> str:
        """Return who says what on which terms, as text of at most `width` columns of a terminal."""
        if not self.items:
            return "no statements"
        return format_table(GLANCE, self._cells(), width)

    def __repr__(self) -> str:
        return self.table()

    def _repr_html_(self) -> str:
        if not self.items:
            return "<p>no statements</p>"
        return html_table(GLANCE, self._cells())

    def _cells(self) -> list[list[str]]:
        return [[str(place), *_glance(row)] for place, row in enumerate(self.rows())]


def _glance(row: Row) -> list[str]:
    status = row["status"].replace("_", " ")
    return [
        *(row["speaker"], row["content"], status, row["reason"], row["role"], row["organizations"]),
        *(row["stance"], row["quotation"]),
    ]
