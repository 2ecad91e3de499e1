"""Dates of publication: which came first, as far as they tell."""

from datetime import date

import pytest

from attribution.graph.network.dates import day_of, is_earlier


@pytest.mark.parametrize(
    ("one", "other", "earlier"),
    [
        ("2021-05-17", "2021-05-18", True),
        ("2021-05-18", "2021-05-17", False),
        ("2021-05-17", "2021-05-17", None),
        ("2021-05-17T09:00", "2021-05-17", None),
        ("2021-05-17T09:00", "2021-05-17T14:30", True),
        ("2021-05-17T09:00Z", "2021-05-17T09:30+02:00", False),
        ("2021-05-17T23:00Z", "2021-05-18T01:00", None),  # the second may be in Auckland
        ("2021-05-17T23:00Z", "2021-05-19T01:00", True),
        ("Monday", "2021-05-19", None),
        (None, "2021-05-19", None),
        ("", "", None),
    ],
)
def test_the_earlier_of_two(one, other, earlier):
    """A date tells as much as it says: two articles of one day without times may be either way round."""
    assert is_earlier(one, other) is earlier


@pytest.mark.parametrize(
    ("published", "day"),
    [("2021-05-17T09:00Z", date(2021, 5, 17)), ("2021-05-17", date(2021, 5, 17)), ("May 17", None), (None, None)],
)
def test_the_day(published, day):
    """The day of a date in ISO 8601; of other dates none."""
    assert day_of(published) == day
