"""The best sequence of tags."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.document.reader.chain import best_tags, forbid_orphans

TAGS = ("O", "B-cue", "I-cue", "B-source", "I-source")


def scores(seed: int, *shape: int) -> np.ndarray:
    """Return random scores."""
    return np.random.default_rng(seed).normal(size=shape).astype(np.float32)


@given(st.integers(0, 10_000), st.lists(st.integers(1, 4), min_size=1, max_size=4))
def test_best_is_best_of_all(seed, lengths):
    """The answer is the one that trying every sequence finds, for several sequences of unequal length at once."""
    transitions, start = scores(seed, 3, 3), scores(seed + 1, 3)
    sequences = [scores(seed + 2 + i, length, 3) for i, length in enumerate(lengths)]

    def total(tags, emissions):
        moved = sum(transitions[a, b] for a, b in itertools.pairwise(tags))
        return start[tags[0]] + moved + sum(emissions[i, tag] for i, tag in enumerate(tags))

    for emissions, found in zip(sequences, best_tags(sequences, transitions, start), strict=True):
        best = max(total(tags, emissions) for tags in itertools.product(range(3), repeat=len(emissions)))
        assert total(tuple(found), emissions) == pytest.approx(best, abs=1e-4)


@given(st.integers(0, 10_000), st.integers(1, 12))
def test_no_span_goes_on_before_it_begins(seed, words):
    """However the scores fall, a tag that goes on follows one of its own kind."""
    transitions, start = np.zeros((5, 5), np.float32), np.zeros(5, np.float32)
    forbid_orphans(TAGS, transitions, start)

    (found,) = best_tags([scores(seed, words, 5) * 5], transitions, start)

    for before, tag in itertools.pairwise(["O", *(TAGS[i] for i in found)]):
        assert not tag.startswith("I-") or before[2:] == tag[2:]


def test_nothing_gives_nothing():
    """No sequences, no answers."""
    assert best_tags([], np.zeros((2, 2), np.float32), np.zeros(2, np.float32)) == []
