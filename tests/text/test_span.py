"""Spans: what they cover, how they lie to each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution import Span
from attribution.text.span import words_of

SPANS = st.tuples(st.integers(0, 20), st.integers(1, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(text=st.text(min_size=1), data=st.data())
def test_span_slices_the_text(text, data):
    """A span gives the characters that a slice of the same numbers gives, as many as it is long."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))

    span = Span(start, end)

    assert span.of(text) == text[start:end]
    assert len(span) == len(span.of(text))


@given(one=SPANS, other=SPANS)
def test_spans_lie_to_each_other_as_their_characters_do(one, other):
    """Overlapping is sharing a character, containing is holding every one."""
    ones, others = set(range(one.start, one.end)), set(range(other.start, other.end))

    assert one.overlaps(other) == bool(ones & others)
    assert one.contains(other) == (ones >= others)


@given(spans=st.lists(SPANS))
def test_spans_sort_in_text_order(spans):
    """Sorted spans begin one after the other, the shorter first where two begin together."""
    assert sorted(spans) == sorted(spans, key=lambda span: (span.start, span.end))


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 2)])
def test_span_holds_a_character(start, end):
    """A span without characters, or before the text, is refused."""
    with pytest.raises(ValueError, match=r"span must hold|must be >= 0"):
        Span(start, end)


def test_words_show_what_is_left_out():
    """Words of several spans are joined with an ellipsis, and white space becomes one space."""
    assert words_of([Span(0, 8), Span(17, 22)], "We  will\nnot, he leave") == "We will … leave"
