"""Which of two publications came first, as far as their dates tell."""

from datetime import date, datetime


def day_of(published: str | None) -> date | None:
    """Return the day of an ISO 8601 date or time (*2020-10-11*, *2020-10-11T08:30Z*), None for anything else."""
    moment = _moment(published)
    return moment.date() if moment is not None else None


def is_earlier(one: str | None, other: str | None) -> bool | None:
    """Tell whether the first date of publication lies before the other; None where that cannot be told.

    A date without a time says nothing about another time of that day, and a time without its zone nothing about a
    time with one unless a day at least lies between them.
    """
    first, second = _moment(one), _moment(other)
    if first is None or second is None:
        return None
    if _has_time(one) and _has_time(other) and (first.tzinfo is None) == (second.tzinfo is None):
        return None if first == second else first < second
    days = (second.date() - first.date()).days
    least = 1 if first.tzinfo is None and second.tzinfo is None else 2  # clocks differ by up to a day
    return days > 0 if abs(days) >= least else None


def _moment(published: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat((published or "").strip())
    except ValueError:
        return None


def _has_time(published: str | None) -> bool:
    return ":" in (published or "") or "T" in (published or "")
