"""Figures of two sentences: the same, others, others that run, or nothing to compare."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.graph.matching.figures import Agreement, compare_figures, figures_of, lacks_share


@pytest.mark.parametrize(
    ("statement", "claim", "agreement"),
    [
        ("12 people were killed", "15 people dead", "run"),
        ("twelve people have died", "Nine people died", "run"),
        ("The hospital counted 31 people dead and 118 people hurt", "At least 31 people lost their lives", "same"),
        ("the crate drifted some 900 metres", "It drifted about 800 metres", "differ"),
        ("drifted around 3,000ft (914 metres)", "It drifted about 900 metres (3,000 feet)", "same"),
        ("sixty-five thousand voters came", "65,000 voters came", "same"),
        ("The engine was a .45-litre model", "He had two children", "none"),
        ("The ferry sank in 2019", "The ferry sank in 2021", "none"),
        ("nobody was hurt", "3 people were hurt", "none"),
        ("82 percent of the traffic was lost", "65 per cent of the traffic was lost", "run"),
        ("he has two wives", "he has three wives", "differ"),
        ("nine sailors and four divers were rescued", "13 people were rescued", "same"),
        ("13 people were rescued", "nine sailors and four divers were rescued", "same"),
        ("nine sailors and four divers came", "12 divers came", "differ"),
        ("a hundred people came", "two hundred people came", "none"),
        ("The fire injured 30 people", "The fire killed 15 people", "none"),
        ("nine tenths of the mail was late", "Close to 90 percent of the mail was late", "same"),
        ("two thirds of the members voted", "40 percent of the members voted", "run"),
        ("The ferry sank, killing at least 12 people", "Fifteen people were killed", "run"),
        ("15 people are dead and 30 injured", "The fire injured 20 people", "run"),
    ],
)
def test_comparison(statement, claim, agreement):
    """A toll that rose is an update, another measure is not, and figures of other things are not compared."""
    assert compare_figures(statement, claim) is Agreement(agreement)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("twenty-one ships", [21]),
        ("three hundred and two", [300, 2]),
        ("$1,250.50 a head", [1250.5]),
        ("5 million people", [5_000_000]),
        ("on 31 December 2008", [31]),
        ("none", []),
        ("three quarters of it, and the third suspect", [75]),
    ],
)
def test_numbers_in_digits_and_words(text, values):
    """Numbers are read in digits and words; years are not counts."""
    assert [figure.value for figure in figures_of(text)] == values


@pytest.mark.parametrize(
    ("statement", "claim", "lacks"),
    [
        ("mail was delayed after three vans burned", "The vans carried nine tenths of the mail", True),
        ("mail in parts of the valley was delayed", "The vans carried 90 percent of the mail", True),
        ("most of the mail went by those vans", "The vans carried 90 percent of the mail", False),
        ("40 percent of the mail went by those vans", "The vans carried 90 percent of the mail", False),
        ("the vans carried 90 of every hundred letters", "The vans carried 90 percent of the mail", False),
        ("three vans burned", "Four vans burned", False),
        ("the vans carried 90 percent of the mail", "Three vans burned", False),
    ],
)
def test_who_gives_no_share_says_nothing_on_one(statement, claim, lacks):
    """A claim of a share is not supported by who gives none; a vague one may do, and so may the same number."""
    assert lacks_share(statement, claim) is lacks


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_can_be_compared(one, other):
    """Whatever the texts, comparing them gives an answer, and a text never differs from itself."""
    assert compare_figures(one, other) in Agreement
    assert compare_figures(one, one) in (Agreement.NONE, Agreement.SAME)
