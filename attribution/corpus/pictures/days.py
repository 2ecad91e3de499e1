"""Days as numbers along an axis, and their names."""

from datetime import datetime
from typing import Any

LEAST_TICKS, MOST_TICKS = 3, 8  # with more at least, some stretches of days have no step that gives few enough


def day_number(moment: datetime) -> float:
    """Return a moment as a number of days, as matplotlib counts them."""
    return float(_dates().date2num(moment))


def days_between(left: float, right: float) -> tuple[list[float], list[str]]:
    """Return the days or hours to name between two, and their names."""
    dates = _dates()
    locator = dates.AutoDateLocator(minticks=LEAST_TICKS, maxticks=MOST_TICKS)
    first, last = day_number(datetime(1, 1, 1)), day_number(datetime(9999, 12, 31))  # room beside these has no days
    ends = (dates.num2date(min(max(day, first), last)).replace(tzinfo=None) for day in (left, right))
    try:
        places = [float(value) for value in locator.tick_values(*ends) if left <= value <= right]
    except (ValueError, OverflowError):  # the last days of the calendar: matplotlib looks beyond them
        return [], []
    formatter = dates.ConciseDateFormatter(locator)
    return places, list(formatter.format_ticks(places))


def _dates() -> Any:  # its functions come without types
    from matplotlib import dates

    return dates
