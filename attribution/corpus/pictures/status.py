"""How many statements each outlet has on which terms."""

from collections import Counter
from collections.abc import Iterable
from typing import TypedDict

from attribution.graph.copies.credits import outlet_key
from attribution.graph.record import Record
from attribution.statements.statement import AuthorizationStatus


class StatusRow(TypedDict):
    """An outlet's statements by authorization status; `outlet` is empty for articles whose outlet is not known.

    `statements` is the number of all; after it comes each status in the order of `AuthorizationStatus`.
    """

    outlet: str
    statements: int
    on_record: int
    official: int
    anonymous: int
    background: int
    off_record: int
    unnamed: int
    unknown: int


STATUS_COLUMNS = tuple(StatusRow.__annotations__)


def status_rows_of(records: Iterable[Record]) -> list[StatusRow]:
    """Return a row for each outlet, those with most statements first; spellings of one outlet are put together."""
    spellings: dict[str, Counter[str]] = {}
    counts: dict[str, Counter[AuthorizationStatus]] = {}
    for record in records:
        name = " ".join((record.article.outlet or "").split())
        key = outlet_key(name) or name.casefold()
        spellings.setdefault(key, Counter())[name] += 1
        counts.setdefault(key, Counter())[record.statement.authorization.status] += 1
    rows = [_row(_usual(spellings[key]), found) for key, found in counts.items()]
    return sorted(rows, key=lambda row: (-row["statements"], row["outlet"]))


def _usual(spellings: Counter[str]) -> str:
    return min(spellings, key=lambda name: (-spellings[name], name))


def _row(outlet: str, counts: Counter[AuthorizationStatus]) -> StatusRow:
    return StatusRow(
        outlet=outlet,
        statements=counts.total(),
        on_record=counts[AuthorizationStatus.ON_RECORD],
        official=counts[AuthorizationStatus.OFFICIAL],
        anonymous=counts[AuthorizationStatus.ANONYMOUS],
        background=counts[AuthorizationStatus.BACKGROUND],
        off_record=counts[AuthorizationStatus.OFF_RECORD],
        unnamed=counts[AuthorizationStatus.UNNAMED],
        unknown=counts[AuthorizationStatus.UNKNOWN],
    )


def count_of(row: StatusRow, status: AuthorizationStatus) -> int:
    """Return how many statements of a row have a status."""
    return {name: value for name, value in row.items() if isinstance(value, int)}[status.value]
