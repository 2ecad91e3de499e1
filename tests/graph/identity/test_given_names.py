"""Full names are compared only where they may be one person's, and no pair that is one is missed."""

from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from attribution.graph.identity.given_names import pairs_to_judge
from attribution.graph.identity.judgement import Verdict
from attribution.graph.identity.names import judge_persons

GIVEN = st.sampled_from(
    "Jim James J. R. Jo Bill William Willam Wiliam Nora Norah Jean-Michel Michel Abdul Abdel Mohamed Muhammad "
    "Alex Alexandra Kristina Christina Haddad Hadad".split()
)
SURNAME = st.sampled_from(["Haddad", "Hadad", "Haddad-Hadad", "Haddad Jr."])
NAME = st.builds(lambda given, last: " ".join([*given, last]), st.lists(GIVEN, min_size=1, max_size=3), SURNAME)


@given(st.lists(NAME, max_size=8, unique=True))
@example(["Haddad Hadad", "Jim Hadad Haddad"])
def test_whoever_is_one_is_compared(names):
    """Every pair that the judgement takes for one person is among the pairs, whichever variants the names are."""
    one = {
        (a, b)
        for a, b in combinations(range(len(names)), 2)
        if judge_persons(names[a], names[b]).verdict is Verdict.SAME
    }

    assert one <= set(pairs_to_judge(names))


@pytest.mark.parametrize(
    ("one", "other", "are_compared"),
    [
        ("Jim Haddad", "James Haddad", True),
        ("J. Haddad", "James Haddad", True),
        ("William Haddad", "Willam Haddad", True),
        ("Abdul Haddad", "Abdel Haddad", True),
        ("Jean-Michel Haddad", "Michel Haddad", True),
        ("Nora Haddad", "James Haddad", False),
        ("James Haddad", "Jacob Haddad", False),
    ],
)
def test_given_names_that_have_nothing_in_common_are_not_compared(one, other, are_compared):
    """Nickname, initial, slip and spelling make a pair; two names that only begin with one letter do not."""
    assert list(pairs_to_judge([one, other])) == [(0, 1)] * are_compared
