"""When an article was published, as the stretch of time that its date means: a moment, a day, a month, a year."""

import re
from datetime import UTC, datetime, timedelta

from attrs import frozen

COARSE = re.compile(r"(\d{4})(?:-(\d{2}))?")
TIMED = re.compile(r"[T ]\d\d|:")


@frozen(order=True)
class Period:
    """From `start` to `end`, which are equal where the time is known; both without a zone, in UTC where one was given.

    *2026-03-02* is the whole day, *2026-03* the month, *2026-03-02T09:40+01:00* is 08:40.
    """

    start: datetime
    end: datetime
    has_zone: bool = False

    @property
    def middle(self) -> datetime:
        """Where the period is marked."""
        return self.start + (self.end - self.start) / 2


def period_of(published: str | None) -> Period | None:
    """Return the period of an ISO 8601 date as far as it is given; None for anything else."""
    given = (published or "").strip()
    try:
        if coarse := COARSE.fullmatch(given):
            return _months(int(coarse[1]), int(coarse[2]) if coarse[2] else None)
        moment = datetime.fromisoformat(given)
        if not TIMED.search(given):
            return Period(moment, moment + timedelta(days=1))
        if moment.tzinfo is None:
            return Period(moment, moment)
        moment = moment.astimezone(UTC).replace(tzinfo=None)
        return Period(moment, moment, has_zone=True)
    except (ValueError, OverflowError):  # no date, or one at the end of the calendar
        return None


def _months(year: int, month: int | None) -> Period:
    if month is None:
        return Period(datetime(year, 1, 1), datetime(year + 1, 1, 1))
    start = datetime(year, month, 1)
    return Period(start, datetime(year + 1, 1, 1) if month == 12 else datetime(year, month + 1, 1))
