"""Answers to a question: the statements that bear on a claim, and how."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import TypedDict, overload

from attrs import field, frozen, validators

from attribution.graph.record import Record
from attribution.graph.relation import Relation
from attribution.statements.row import row_of
from attribution.statements.statement import Speaker, Statement
from attribution.text.article import Article
from attribution.text.columns import Column, format_table
from attribution.text.html_table import html_table

SURE = 0.6  # chance from which an answer counts as a source; the rest is shown, and counted only where it is all
WIDTH = 160  # columns of a terminal, where nobody says how many there are
GLANCE = (  # who and what first: a narrow page shows the beginning
    Column("#"),
    Column("relation", 1),
    Column("score"),
    Column("speaker", 2),
    Column("content", 5),
    Column("status", 1),
    Column("reason", 1.5),
    Column("outlet", 1.2),
    Column("published", 1),
)


class AnswerRow(TypedDict):
    """One answer as plain values; none of them is None, so that a column keeps one type in any table."""

    claim: str
    relation: str
    score: float
    source_id: str
    speaker: str
    kind: str
    named: bool
    role: str
    organizations: str
    status: str
    reason: str
    stance: str
    channel: str
    told: str
    content: str
    claim_text: str
    outlet: str
    published: str
    title: str
    url: str
    article_id: str
    statement_id: str


ANSWER_COLUMNS = tuple(AnswerRow.__annotations__)


@frozen(kw_only=True)
class Answer:
    """A statement that bears on a claim: *who said it*, in which article, on what terms, and how surely.

    `score` is the chance, from 0 to 1, that the statement bears on the claim as `relation` says (calibrated on
    development events). `source_id` is the speaker across articles, empty where the article names nobody.
    """

    claim: str
    record: Record = field(repr=False)
    relation: Relation
    score: float = field(validator=(validators.ge(0), validators.le(1)))
    source_id: str = ""

    @property
    def is_sure(self) -> bool:
        """Whether the answer counts as a source: a chance of 0.6 or more."""
        return self.score >= SURE

    @property
    def statement(self) -> Statement:
        """The statement, with its words as spans of the article's text."""
        return self.record.statement

    @property
    def article(self) -> Article:
        """The article that reports it."""
        return self.record.article

    @property
    def article_id(self) -> str:
        """The id of that article."""
        return self.record.article.id

    @property
    def speaker(self) -> Speaker | None:
        """Who says it, as the article has it; None where it lets nobody be told."""
        return self.record.statement.speaker

    @property
    def published(self) -> str:
        """When the article was published, as given; empty where that is unknown."""
        return self.record.article.published or ""

    def row(self) -> AnswerRow:
        """Return the answer as a flat dict."""
        row = row_of(self.statement, self.article)
        return AnswerRow(
            claim=self.claim,
            relation=self.relation.value,
            score=round(self.score, 3),
            source_id=self.source_id,
            speaker=row["speaker"],
            kind=row["kind"],
            named=row["named"],
            role=row["role"],
            organizations=row["organizations"],
            status=row["status"],
            reason=row["reason"],
            stance=row["stance"],
            channel=row["channel"],
            told=row["told"],
            content=row["content"],
            claim_text=self.record.claim_text,
            outlet=row["outlet"],
            published=row["published"],
            title=row["title"],
            url=row["url"],
            article_id=row["article_id"],
            statement_id=row["statement_id"],
        )


@frozen(repr=False)
class Answers(Sequence[Answer]):
    """Answers to one question, best first: a tuple of them that shows itself as a table.

    `pandas.DataFrame(answers.rows())` and `polars.DataFrame(answers.rows())` work as they stand.
    """

    claim: str
    items: tuple[Answer, ...]

    def __len__(self) -> int:
        return len(self.items)

    @overload
    def __getitem__(self, place: int) -> Answer: ...

    @overload
    def __getitem__(self, place: slice) -> "Answers": ...

    def __getitem__(self, place: int | slice) -> "Answer | Answers":
        found = self.items[place]
        return found if isinstance(found, Answer) else Answers(self.claim, found)

    def __iter__(self) -> Iterator[Answer]:
        return iter(self.items)

    def rows(self) -> list[AnswerRow]:
        """Return one flat dict for each answer, its keys always those of `AnswerRow` in that order."""
        return [answer.row() for answer in self.items]

    def table(self, width: int = WIDTH) -> str:
        """Return who says what on which terms, as text of at most `width` columns of a terminal."""
        return format_table(GLANCE, self._cells(), width) if self.items else self._nobody()

    def __repr__(self) -> str:
        return self.table()

    def _repr_html_(self) -> str:
        return html_table(GLANCE, self._cells()) if self.items else f"<p>{escape(self._nobody())}</p>"

    def _nobody(self) -> str:
        return f"nobody says {self.claim!r}"

    def _cells(self) -> list[list[str]]:
        return [[str(place), *_glance(row)] for place, row in enumerate(self.rows())]


def spaced(published: str) -> str:
    """Return when an article was published with a space before the time, where a table may break it."""
    return re.sub(r"^(\d{4}-\d\d-\d\d)T(?=\d)", r"\1 ", published)


def _glance(row: AnswerRow) -> list[str]:
    status = row["status"].replace("_", " ")
    return [
        *(row["relation"], f"{row['score']:.2f}", row["speaker"], row["content"], status, row["reason"]),
        *(row["outlet"], spaced(row["published"])),
    ]
