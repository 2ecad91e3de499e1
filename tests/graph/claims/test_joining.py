"""Groups of what speaks for being one more than against."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.graph.claims.joining import CONTRARY, UNRELATED, joined, weight_of


@pytest.mark.parametrize(
    ("number", "weights", "groups"),
    [
        (0, {}, ()),
        (2, {}, ((0,), (1,))),
        (2, {(0, 1): 1.0}, ((0, 1),)),
        (2, {(1, 0): 1.0}, ((0, 1),)),
        (2, {(0, 1): 0.0}, ((0,), (1,))),
        (3, {(0, 1): 2.0, (1, 2): 0.5, (0, 2): UNRELATED}, ((0, 1), (2,))),
        (3, {(0, 1): 0.5, (1, 2): 3.0, (0, 2): UNRELATED}, ((0,), (1, 2))),
        (3, {(0, 1): 2.0, (1, 2): 3.0}, ((0, 1, 2),)),
        (4, {(0, 1): 3.0, (2, 3): 3.0, (1, 2): 1.0, (0, 3): CONTRARY}, ((0, 1), (2, 3))),
    ],
)
def test_pairs_that_were_compared_decide(number, weights, groups):
    """The surest pair is joined first; what is against outweighs a weaker likeness, and a chain needs more than one."""
    assert joined(number, weights) == groups


def test_a_long_chain_is_no_claim():
    """Forty statements each like the next, and no other compared, are several claims: ends have nothing in common."""
    groups = joined(40, {(place, place + 1): weight_of(0.8) for place in range(39)})

    assert max(map(len, groups)) < 20


def test_the_same_words_are_one_claim_however_many():
    """Thirty copies, each compared with its eight neighbours only, are one."""
    weights = {(i, j): weight_of(1.0) for i in range(30) for j in range(i + 1, min(i + 9, 30))}

    assert joined(30, weights) == (tuple(range(30)),)


PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda pair: pair[0] < pair[1]),
    st.sampled_from([UNRELATED, CONTRARY, -0.5, 0.5, 1.5, 4.0]),
)


@given(PAIRS, st.randoms(use_true_random=False))
def test_every_member_is_in_one_group_and_order_makes_no_difference(weights, chance: random.Random):
    """Groups part the members, and the order in which pairs are given changes nothing."""
    pairs = list(weights.items())
    chance.shuffle(pairs)
    groups = joined(12, weights)

    assert sorted(member for group in groups for member in group) == list(range(12))
    assert joined(12, dict(pairs)) == groups


@given(PAIRS)
def test_what_is_joined_weighs_more_than_nothing(weights):
    """No group of two or more has more against it than for it among the pairs that were compared."""
    for group in joined(12, weights):
        inside = [weight for (one, other), weight in weights.items() if one in group and other in group]
        assert len(group) == 1 or sum(inside) > 0
