"""Dates of publication as ISO 8601 writes them, so that texts in their order are in the order of time."""

from datetime import UTC, datetime

MINUTES = len("2026-03-02T09:00")


def in_utc(published: str) -> str:
    """Return a time with a zone as that of UTC, as exact as it was: *2026-03-02T01:00+09:00* → *2026-03-01T16:00*.

    What has no zone, or no time, stays as it is: a day is that of the place where it was written.
    """
    text = published.strip()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return published
    if moment.tzinfo is None or len(text) <= MINUTES:
        return published
    try:
        moved = moment.astimezone(UTC).replace(tzinfo=None)
    except OverflowError:  # in the first or last hours that a calendar has
        return published
    has_seconds = text[MINUTES] == ":"
    return moved.isoformat(timespec="auto" if has_seconds else "minutes")


def is_date(text: str) -> bool:
    """Tell whether a text is an ISO 8601 year, month, day or time that the calendar has: no *2026-02-31*."""
    whole = text + "0001-01-01"[len(text) :] if len(text) < len("0001-01-01") else text
    try:
        datetime.fromisoformat(whole)
    except ValueError:
        return False
    return True
