"""What a corpus lists: claims, sources, copies, disagreements; each is a tuple that shows itself as a table."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import ClassVar, Self, SupportsIndex, TypedDict, TypeVar, overload

from attribution.corpus.contradictions import Contradiction
from attribution.corpus.seen import Appearances, days_of, outlets_of, told_apart
from attribution.graph.claims.claim import Claim
from attribution.graph.identity.source import Source
from attribution.graph.record import Record
from attribution.text.columns import Column, counted, format_table
from attribution.text.html_table import html_table

WIDTH = 140  # columns of a terminal, where nobody says how many there are
MOST = 30  # rows that are shown; all are in the tuple
Item = TypeVar("Item")


class ListedClaim(TypedDict):
    """One claim as plain values."""

    claim_id: str
    text: str
    statements: int


class ListedSource(TypedDict):
    """One source as plain values; several names, roles and outlets are joined by semicolons, `first` is a day."""

    source_id: str
    name: str
    kind: str
    named: bool
    names: str
    roles: str
    statements: int
    articles: int
    outlets: str
    first: str
    last: str


class ContradictionRow(TypedDict):
    """One claim on which sources disagree as plain values; several names are joined by semicolons."""

    claim_id: str
    text: str
    score: float
    supporting: str
    contradicting: str


class ListedCopy(TypedDict):
    """One article that has copies, as plain values: articles of one `group` are versions of one text."""

    group: int
    article_id: str


CLAIM_COLUMNS = tuple(ListedClaim.__annotations__)
SOURCE_COLUMNS = tuple(ListedSource.__annotations__)
CONTRADICTION_COLUMNS = tuple(ContradictionRow.__annotations__)
COPY_COLUMNS = tuple(ListedCopy.__annotations__)


class Listing(tuple[Item, ...], ABC):
    """A tuple that a notebook and a terminal show as a table; of many rows the first."""

    __slots__ = ()
    NOUN: ClassVar[str]
    NOUNS: ClassVar[str]
    GLANCE: ClassVar[Sequence[Column]]

    @overload
    def __getitem__(self, place: SupportsIndex) -> Item: ...

    @overload
    def __getitem__(self, place: slice) -> Self: ...

    def __getitem__(self, place: SupportsIndex | slice) -> Item | Self:
        return self._part(place) if isinstance(place, slice) else super().__getitem__(place)

    def _part(self, place: slice) -> Self:
        return type(self)(super().__getitem__(place))

    @abstractmethod
    def _cells(self) -> list[list[str]]:
        """Return the words of each row, one for each column of `GLANCE`."""

    def _rest(self, most: int) -> str:
        more = counted(len(self) - most, f"more {self.NOUN}", f"more {self.NOUNS}")
        return f"and {more}" if len(self) > most else ""

    def table(self, width: int = WIDTH, *, most: int | None = MOST) -> str:
        """Return the first rows, or all for None, as text of at most `width` columns of a terminal."""
        if not self:
            return f"no {self.NOUNS}"
        rest = "" if most is None else self._rest(most)
        return "\n".join(filter(None, (format_table(self.GLANCE, self._cells()[:most], width), rest)))

    def __repr__(self) -> str:
        return self.table()

    def _repr_html_(self) -> str:
        if not self:
            return f"<p>no {self.NOUNS}</p>"
        rest = self._rest(MOST)
        return html_table(self.GLANCE, self._cells()[:MOST]) + (f"<p>{rest}</p>" if rest else "")


class Claims(Listing[Claim]):
    """Claims, those with most statements first."""

    __slots__ = ()
    NOUN, NOUNS = "claim", "claims"
    GLANCE = (Column("#"), Column("statements"), Column("claim", 5))

    def rows(self) -> list[ListedClaim]:
        """Return one flat dict for each claim."""
        return [ListedClaim(claim_id=one.id, text=one.text, statements=len(one.statement_ids)) for one in self]

    def _cells(self) -> list[list[str]]:
        rows = enumerate(self.rows())
        return [[str(place), str(row["statements"]), row["text"]] for place, row in rows]


class Sources(Listing[Source]):
    """Sources, those with most statements first; of those with the same name it shows where each is seen.

    `seen` are the articles that they are seen in, by id.
    """

    NOUN, NOUNS = "source", "sources"
    GLANCE = (
        *(Column("#"), Column("name", 2), Column("kind"), Column("named"), Column("roles", 3)),
        *(Column("statements"), Column("articles"), Column("seen in", 2)),
    )
    seen: Appearances

    def __new__(cls, sources: Iterable[Source] = (), seen: Appearances | None = None) -> Self:
        """Make the listing; without `seen` no outlet and day is known."""
        made = super().__new__(cls, sources)
        made.seen = seen or {}
        return made

    def _part(self, place: slice) -> Self:
        return type(self)(tuple(self)[place], self.seen)

    def rows(self) -> list[ListedSource]:
        """Return one flat dict for each source."""
        return [self._row(one) for one in self]

    def _row(self, one: Source) -> ListedSource:
        first, last = days_of(one, self.seen)
        return ListedSource(
            source_id=one.id,
            name=one.name,
            kind=one.kind.value,
            named=one.named,
            names="; ".join(one.names),
            roles="; ".join(dict.fromkeys(role.role for role in one.roles if role.role)),
            statements=len(one.statement_ids),
            articles=len(one.article_ids),
            outlets="; ".join(outlets_of(one, self.seen)),
            first=first,
            last=last,
        )

    def _cells(self) -> list[list[str]]:
        where = told_apart(self, self.seen)
        return [
            [
                *(str(place), row["name"], row["kind"], "yes" if row["named"] else "no", row["roles"]),
                *(str(row["statements"]), str(row["articles"]), where[place]),
            ]
            for place, row in enumerate(self.rows())
        ]


class Contradictions(Listing[Contradiction]):
    """Claims on which sources disagree, the surest first."""

    __slots__ = ()
    NOUN, NOUNS = "contradiction", "contradictions"
    GLANCE = (Column("#"), Column("score"), Column("claim", 4), Column("for", 2), Column("against", 2))

    def rows(self) -> list[ContradictionRow]:
        """Return one flat dict for each claim."""
        return [
            ContradictionRow(
                claim_id=one.claim.id,
                text=one.claim.text,
                score=round(one.score, 3),
                supporting=_speakers(one.supporting),
                contradicting=_speakers(one.contradicting),
            )
            for one in self
        ]

    def _cells(self) -> list[list[str]]:
        return [
            [str(place), f"{row['score']:.2f}", row["text"], row["supporting"], row["contradicting"]]
            for place, row in enumerate(self.rows())
        ]


class Copies(Listing[tuple[str, ...]]):
    """Groups of articles, by their ids, that are versions of one text."""

    __slots__ = ()
    NOUN, NOUNS = "group of copies", "copies"
    GLANCE = (Column("#"), Column("articles"), Column("ids", 5))

    def rows(self) -> list[ListedCopy]:
        """Return one flat dict for each article that has copies."""
        return [ListedCopy(group=place, article_id=article) for place, group in enumerate(self) for article in group]

    def _cells(self) -> list[list[str]]:
        return [[str(place), str(len(group)), ", ".join(group)] for place, group in enumerate(self)]


def _speakers(records: Iterable[Record]) -> str:
    names = (record.statement.speaker.name if record.statement.speaker else "nobody named" for record in records)
    return "; ".join(dict.fromkeys(names))
