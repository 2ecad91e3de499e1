"""Figures of two sentences: the same, others, others that run, or nothing to compare."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.graph.matching.figures import Agreement, compare_figures, figures_of


@pytest.mark.parametrize(
    ("statement", "claim", "agreement"),
    [
        ("12 people were killed", "15 people dead", "run"),
        ("twelve people have died", "Nine people died", "run"),
        ("We have recorded 24 people dead and 249 people injured", "At least 24 people lost their lives", "same"),
        ("the climber fell some 700 metres", "He fell about 600 metres", "differ"),
        ("fell around 2,000ft (609 metres)", "He fell about 600 metres (2,000 feet)", "same"),
        ("sixty-five thousand voters came", "65,000 voters came", "same"),
        ("The weapon was a .38-caliber revolver", "He had two children", "none"),
        ("The ferry sank in 2019", "The ferry sank in 2021", "none"),
        ("nobody was hurt", "3 people were hurt", "none"),
        ("82 percent of the traffic was lost", "65 per cent of the traffic was lost", "run"),
        ("he has two wives", "he has three wives", "differ"),
        ("nine sailors and four divers were rescued", "13 people were rescued", "same"),
        ("13 people were rescued", "nine sailors and four divers were rescued", "same"),
        ("nine sailors and four divers came", "12 divers came", "differ"),
        ("a hundred people came", "two hundred people came", "none"),
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
    ],
)
def test_numbers_in_digits_and_words(text, values):
    """Numbers are read in digits and words; years are not counts."""
    assert [figure.value for figure in figures_of(text)] == values


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_can_be_compared(one, other):
    """Whatever the texts, comparing them gives an answer, and a text never differs from itself."""
    assert compare_figures(one, other) in Agreement
    assert compare_figures(one, one) in (Agreement.NONE, Agreement.SAME)
