"""What a corpus holds, at a glance: its outlets, with the days and the terms of what they report."""

from collections import Counter, defaultdict

from attrs import frozen

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


def outlets_of(store: Store) -> tuple[Outlet, ...]:
    """Return the outlets of a corpus, those with most articles first."""
    days: defaultdict[str, list[str]] = defaultdict(list)
    statements, withheld = Counter[str](), Counter[str]()
    for name, published, statuses in store.statuses_by_article():
        days[name].append(published[:10])
        statements[name] += len(statuses)
        withheld[name] += sum(status in WITHHELD for status in statuses)
    outlets = (
        Outlet(
            name=name or "outlet not known",
            articles=len(dated),
            first=min(filter(None, dated), default=""),
            last=max(filter(None, dated), default=""),
            statements=statements[name],
            withheld=withheld[name],
        )
        for name, dated in days.items()
    )
    return tuple(sorted(outlets, key=lambda outlet: (-outlet.articles, outlet.name)))


def cells_of(outlets: tuple[Outlet, ...]) -> list[list[str]]:
    """Return the rows of a table in the columns of `GLANCE`; many small outlets share the last."""
    shown = [
        [one.name, f"{one.articles:,}", one.first, one.last, f"{one.statements:,}", f"{one.withheld:,}"]
        for one in outlets[:MOST_OUTLETS]
    ]
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
