"""Clusters grow pair by pair, and two that are kept apart never meet, by whatever way."""

from hypothesis import given
from hypothesis import strategies as st

from attribution.graph.clusters import Clusters, pairs_between

MEMBERS = 8
PAIR = st.tuples(st.integers(0, MEMBERS - 1), st.integers(0, MEMBERS - 1)).filter(lambda pair: pair[0] != pair[1])


@given(st.lists(PAIR, max_size=20), st.frozensets(PAIR, max_size=6))
def test_joining_is_what_it_is_on_paper(joins, apart):
    """Each pair is joined as plain sets would be: not where it is one set, nor where the union holds a pair apart."""
    clusters, sets = Clusters(MEMBERS, apart), [{place} for place in range(MEMBERS)]

    for one, other in joins:
        first, second = (next(found for found in sets if place in found) for place in (one, other))
        union = first | second
        may_join = first is not second and not any({a, b} <= union for a, b in apart)
        assert clusters.join(one, other) is may_join
        if may_join:
            sets = [found for found in sets if found not in (first, second)] + [union]

    assert sorted(map(set, clusters.all()), key=min) == sorted(sets, key=min)


def test_two_names_of_many_voices_are_kept_apart_in_time():
    """Keeping 300 voices from 300 others apart does not make each join among thousands go through all their pairs."""
    many = 20_000
    clusters = Clusters(many, pairs_between([(range(300), range(300, 600))]))

    for place in range(1, 300):
        assert clusters.join(0, place)
    for place in range(301, 600):
        assert clusters.join(300, place)
    for place in range(601, many):
        assert clusters.join(600, place)

    assert not clusters.join(5, 305)
    assert [len(found) for found in clusters.all()] == [300, 300, many - 600]
