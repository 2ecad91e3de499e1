"""Copies of articles: what share of one stands in the other, where, and which make one group."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.graph.copies.copies import copy_groups, overlap_of
from attribution.graph.copies.shingles import containment, sample, shared_passages, shingles

WIRE = (
    "Nine people died when the passenger ferry sank four miles off the harbor early on Monday, the coast guard said. "
    "Rescuers took sixty-one people off the water alive, and the search was to go on through the night with two ships. "
    "The ferry had left the harbor at ten past five in the morning for the island, and its engine stopped soon after."
)
OWN = (
    "A ferry went down on Monday. Our reporter spoke to families who waited on the quay all morning, wrapped in "
    "blankets that people of the town had brought. Nobody could tell them how many were on board, or who had been found."
)


def test_a_version_cut_short_is_a_copy():
    """An outlet that prints the first two sentences of a wire story and adds its own has a copy of it."""
    cut = WIRE[: WIRE.index("The ferry had left")] + OWN

    found = overlap_of("cut", cut, "wire", WIRE)

    assert found is not None
    assert found.containment > 0.5
    assert (found.article_id, found.other_id) == ("cut", "wire")


def test_articles_of_one_event_are_no_copies():
    """Two reports on one event in their own words do not overlap, nor do two that share one quotation."""
    quotation = ' "The search was to go on through the night with two ships," he said.'

    assert overlap_of("own", OWN, "wire", WIRE) is None
    assert overlap_of("own", OWN + quotation, "wire", WIRE) is None


def test_case_and_punctuation_make_no_difference():
    """A headline desk that changes quotation marks and capitals still has a copy."""
    assert shingles(WIRE) == shingles(WIRE.upper().replace(",", " —"))


def test_shared_passages_are_the_articles_own_words():
    """The passages that two articles share are spans of each, the longest first."""
    passages = shared_passages(OWN + " " + WIRE[:110], WIRE)

    assert passages[0].other.of(WIRE).startswith("Nine people died")
    for passage in passages:
        assert passage.one.of(OWN + " " + WIRE[:110]).lower() == passage.other.of(WIRE).lower()


def test_versions_of_versions_are_one_group():
    """A story that is changed twice is one group; an article that overlaps nobody is in none."""
    first = overlap_of("a", WIRE, "b", WIRE + OWN)
    second = overlap_of("b", WIRE + OWN, "c", OWN)

    assert copy_groups(["a", "b", "c", "d"], [first, second]) == (("a", "b", "c"),)
    assert copy_groups(["a", "d"], [first, second]) == ()


@given(st.text(max_size=300), st.text(max_size=300))
def test_containment_holds_for_any_text(one, other):
    """Whatever the texts, hashes fit SQLite, containment is a share, the same both ways, and whole for a text itself."""
    first, second = shingles(one), shingles(other)

    assert all(0 <= value < 2**63 for value in first)
    assert 0 <= containment(first, second) == containment(second, first) <= 1
    assert containment(first, first) == (1.0 if first else 0.0)
    assert set(sample(first)) <= first


@pytest.mark.parametrize("text", ["", "four words are few", "\ud800 \x00 a b c d e"])
def test_short_and_strange_texts_have_no_copies(text):
    """A text without five words, or with half a surrogate pair, is compared with anything without an error."""
    assert overlap_of("a", text, "b", WIRE) is None
    assert shared_passages(text, WIRE) == ()
