"""Compare the days of two sentences: *arrested on Tuesday* and *arrested on the Wednesday* are not the same."""

import re
from functools import lru_cache

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
SHORT = {"Sept": "September"} | {month[:3]: month for month in MONTHS}
MONTH = "|".join((*MONTHS, *SHORT))
WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b")
DATE = re.compile(rf"\b(?:({MONTH})\.? (\d{{1,2}})|(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({MONTH}))\b")


def are_days_apart(statement: str, claim: str) -> bool:
    """Tell whether both name days of the week, or both name dates, and have none of them in common.

    A weekday and a date may be the same day, so that one beside the other tells nothing.
    """
    pairs = zip(days_of(statement), days_of(claim), strict=True)
    return any(theirs and ours and theirs.isdisjoint(ours) for theirs, ours in pairs)


@lru_cache(maxsize=4096)
def days_of(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the weekdays and the dates that a sentence names: *Tuesday*; *March 3* for *3rd of March*."""
    dates = ((one[0] or one[3], int(one[1] or one[2])) for one in DATE.findall(text))
    return frozenset(WEEKDAY.findall(text)), frozenset(f"{SHORT.get(month, month)} {day}" for month, day in dates)
