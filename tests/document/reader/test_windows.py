"""Windows over a long article."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.document.reader.windows import CONTEXT, PIECES, cut_windows

SIZES = st.lists(st.integers(1, 6), min_size=1, max_size=900)


@given(SIZES, st.sets(st.integers(1, 899), max_size=60))
def test_every_word_is_answered_once_and_shown_with_it(sizes, starts):
    """Cores cover the words once and in order, lie within what is shown, and no window is too long."""
    windows = cut_windows(sizes, sorted({0, *(s for s in starts if s < len(sizes))}))

    assert [windows[0].core_first, windows[-1].core_last] == [0, len(sizes)]
    assert all(a.core_last == b.core_first for a, b in pairwise(windows))
    for window in windows:
        assert window.first <= window.core_first < window.core_last <= window.last
        assert sum(sizes[window.first : window.last]) <= PIECES


@pytest.mark.parametrize("length", [12, 30])
def test_sentences_are_not_torn(length):
    """Sentences that fit are answered whole, and each window but the first looks back at the sentence before."""
    sizes = [1] * 60 * length
    windows = cut_windows(sizes, list(range(0, len(sizes), length)))

    assert len(windows) > 1
    assert all(w.core_first % length == 0 and w.core_last % length == 0 for w in windows)
    assert all(CONTEXT - length < w.core_first - w.first <= CONTEXT for w in windows[1:])


def test_one_endless_sentence_is_cut_where_full():
    """A sentence longer than any window is read in pieces instead of not at all."""
    windows = cut_windows([1] * 1000, [0])

    assert windows[-1].core_last == 1000
    assert len(windows) >= 4
