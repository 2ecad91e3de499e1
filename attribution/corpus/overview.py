"""What a corpus holds, at a glance: its outlets, with the days and the terms of what they report."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TypedDict

from attrs import frozen

from attribution.corpus.listings import Listing
from attribution.corpus.storage.store import Store
from attribution.text.columns import Column

GLANCE = (
    Column("outlet", 2),
    Column("articles"),
    Column("from"),
    Column("until"),
    Column("statements"),
    Column("withheld"),
)
NOT_KNOWN = "outlet not known"
MOST_OUTLETS = 12  # shown by name
WITHHELD = ("anonymous", "background", "off_record")


@frozen(kw_only=True)
class Outlet:
    """One outlet in a corpus: `withheld` counts statements of speakers whose identity it keeps back."""

    name: str
    articles: int
    first: str
    last: str
    statements: int
    withheld: int


class OutletRow(TypedDict):
    """One outlet as plain values: `first` and `last` are days, empty where none is known."""

    name: str
    articles: int
    first: str
    last: str
    statements: int
    withheld: int


OUTLET_COLUMNS = tuple(OutletRow.__annotations__)


class Outlets(Listing[Outlet]):
    """Outlets, those with most articles first."""

    __slots__ = ()
    NOUN, NOUNS = "outlet", "outlets"
    GLANCE = GLANCE

    def rows(self) -> list[OutletRow]:
        """Return one flat dict for each outlet."""
        return [
            OutletRow(
                name=one.name,
                articles=one.articles,
                first=one.first,
                last=one.last,
                statements=one.statements,
                withheld=one.withheld,
            )
            for one in self
        ]

    def _cells(self) -> list[list[str]]:
        return [_cells_of(one) for one in self]


def outlets_of(store: Store) -> Outlets:
    """Return the outlets of a corpus, those with most articles first."""
    days: defaultdict[str, list[str]] = defaultdict(list)
    statements, withheld = Counter[str](), Counter[str]()
    for name, published, statuses in store.statuses_by_article():
        days[name].append(published[:10])
        statements[name] += len(statuses)
        withheld[name] += sum(status in WITHHELD for status in statuses)
    outlets = (
        Outlet(
            name=name or NOT_KNOWN,
            articles=len(dated),
            first=min(filter(None, dated), default=""),
            last=max(filter(None, dated), default=""),
            statements=statements[name],
            withheld=withheld[name],
        )
        for name, dated in days.items()
    )
    return Outlets(sorted(outlets, key=lambda outlet: (-outlet.articles, outlet.name)))


def _cells_of(one: Outlet) -> list[str]:
    return [one.name, f"{one.articles:,}", one.first, one.last, f"{one.statements:,}", f"{one.withheld:,}"]


def cells_of(outlets: Sequence[Outlet]) -> list[list[str]]:
    """Return the rows of a table in the columns of `GLANCE`; many small outlets share the last."""
    shown = [_cells_of(one) for one in outlets[:MOST_OUTLETS]]
    rest = outlets[MOST_OUTLETS:]
    if rest:
        days = [day for one in rest for day in (one.first, one.last) if day]
        sums = [sum(getattr(one, name) for one in rest) for name in ("articles", "statements", "withheld")]
        shown.append(
            [
                f"{len(rest)} more",
                f"{sums[0]:,}",
                min(days, default=""),
                max(days, default=""),
                f"{sums[1]:,}",
                f"{sums[2]:,}",
            ]
        )
    return shown
