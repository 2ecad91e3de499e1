"""Dates of publication in the order of time."""

import pytest

from attribution.text.moment import in_utc, is_date


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2026-03-02T01:00+09:00", "2026-03-01T16:00"),
        ("2026-03-01T20:00Z", "2026-03-01T20:00"),
        ("2026-03-01T20:00:30-0500", "2026-03-02T01:00:30"),
        ("2026-03-01 20:00:30.5+00:00", "2026-03-01T20:00:30.500000"),
        ("2026-03-01T20:00", "2026-03-01T20:00"),
        ("2026-03-01", "2026-03-01"),
        ("2026", "2026"),
        ("0001-01-01T00:00+09:00", "0001-01-01T00:00+09:00"),
        ("on Monday", "on Monday"),
        ("", ""),
    ],
)
def test_times_with_a_zone_are_moved(published, expected):
    """A time with a zone becomes that of UTC, as exact as it was; anything else stays."""
    assert in_utc(published) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026", True),
        ("2026-02", True),
        ("2024-02-29", True),
        ("2026-02-28T23:59Z", True),
        ("2026-02-29", False),
        ("2026-13", False),
        ("2026-99-99", False),
        ("2026-02-28T25:00", False),
        ("0000", False),
    ],
)
def test_dates_are_in_the_calendar(text, expected):
    """Months have as many days as they have."""
    assert is_date(text) is expected
