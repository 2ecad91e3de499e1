"""What *it* and *its* mean in a content, on a frozen parse of an article on a contract for ferries."""

import pytest

from tests.graph.claims.test_standing import claims_of


@pytest.fixture(scope="module")
def claims(document):
    """Return the claims of the article by the words attributed."""
    return claims_of(document("claims-it"))


@pytest.mark.parametrize(
    ("content", "claim"),
    [
        ("it would run the ferries for ten years", "Harbour Lines would run the ferries for ten years"),
        ("it had searched the channel twice", "The Coast Guard had searched the channel twice"),
        ("it would answer on Friday", "Harbour Lines would answer on Friday"),
    ],
)
def test_an_organization_speaks_of_itself(claims, content, claim):
    """Who announces what *it* does is the organization, or the one for which a spokesman speaks."""
    assert claims[content] == claim


def test_a_thing_named_before_in_the_sentence_is_meant(claims):
    """*Remarks on the contract, and said it was open-ended* is about the contract."""
    assert claims["it was open-ended"] == "the contract was open-ended"


@pytest.mark.parametrize(
    "content",
    [
        "it was a mistake to publish the contract so early",  # means nothing
        "it took three days to read the contract",
        "that its anchor had been lost",  # the Coast Guard's or a ship's
        "the tanker had left its berth without a pilot",  # the tanker's
        "it began near the old pier",  # police are *they*
        "it was too short",  # the contract or the timetable
    ],
)
def test_it_stays_where_it_may_mean_nothing_or_several(claims, content):
    """A wrong name is worse than none."""
    assert claims[content] == content
