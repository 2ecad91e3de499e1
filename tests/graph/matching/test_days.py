"""Days of two sentences beside each other."""

import pytest

from attribution.graph.matching.bearing import Comparison, chance_against
from attribution.graph.matching.days import are_days_apart, days_of


@pytest.mark.parametrize(
    ("text", "weekdays", "dates"),
    [
        ("The two were arrested on Tuesday.", {"Tuesday"}, set()),
        ("It sank on 3rd of March, not on Sept. 12.", set(), {"March 3", "September 12"}),
        ("He may 12 times have marched 3 miles.", set(), set()),
    ],
)
def test_days_are_found(text, weekdays, dates):
    """Weekdays by name, dates with the month before or after the day; verbs that look like months are none."""
    assert days_of(text) == (weekdays, dates)


@pytest.mark.parametrize(
    ("statement", "claim", "apart"),
    [
        ("Both men were arrested on Tuesday", "The men were arrested on Wednesday", True),
        ("Both men were arrested on Tuesday or Wednesday", "The men were arrested on Wednesday", False),
        ("The yard closed on March 3", "The yard closed on 3 March", False),
        ("The yard closed on March 3", "The yard closed on March 4", True),
        ("The yard closed on March 3", "The yard closed on Sunday", False),  # it may have been one
        ("The yard closed", "The yard closed on Sunday", False),
    ],
)
def test_days_that_share_none_are_apart(statement, claim, apart):
    """Only days of one kind can be told apart."""
    assert are_days_apart(statement, claim) is apart
    assert are_days_apart(claim, statement) is apart


def test_another_day_speaks_for_a_contradiction():
    """The same judgement of the scorer counts as more of a contradiction where the days differ."""
    judged = (0.3, 0.3, 0.4, 0.9)
    same, other = (
        Comparison(
            statement=f"The men were arrested on {day}",
            claim="The men were arrested on Sunday",
            likeness=0.9,
            forth=judged,
            back=judged,
        )
        for day in ("Sunday", "Monday")
    )
    assert chance_against(other) > chance_against(same)
