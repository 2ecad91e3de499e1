"""How many speak, read off the phrase that describes them."""

import pytest

from attribution.statements.speakers.counts import count_of


@pytest.mark.parametrize(
    ("phrase", "count"),
    [
        ("three port officials", (3, 3)),
        ("officials", (2, None)),
        ("the two Ruma officials", (2, 2)),
        ("both officials", (2, 2)),
        ("a couple of residents", (2, 2)),
        ("several residents", (3, None)),
        ("dozens of residents", (24, None)),
        ("several dozen people", (24, None)),
        ("hundreds of people", (200, None)),
        ("at least 12 officers", (12, None)),
        ("more than 1,200 doctors", (1200, None)),
        ("nearly a dozen aides", (2, 12)),
        ("as many as 40 sailors", (2, 40)),
        ("twenty-three ports led by Ruma", (23, 23)),
        ("two hundred people", (200, 200)),
        ("two-thirds of voters", (2, None)),
        ("most of the guests", (2, None)),
        ("a group of parents", (2, None)),
        ("84 retired pilots and captains", (84, 84)),
    ],
)
def test_plural_phrases(phrase, count):
    """Numerals, determiners and words for groups set the lowest and the highest number."""
    assert count_of(phrase, plural=True) == count


@pytest.mark.parametrize("phrase", ["a source", "the 58-year-old senator", "one of the officials", "another officer"])
def test_singular_phrases(phrase):
    """One person is one, whatever numbers stand in the phrase."""
    assert count_of(phrase, plural=False) == (1, 1)
