"""What the words of two sentences tell by themselves: the same, the opposite, or somebody else's deed."""

import pytest

from attribution.graph.matching.wording import denies_in_same_words, exchanges_parts, says_in_same_words


@pytest.mark.parametrize(
    ("statement", "claim", "says", "denies", "exchanges"),
    [
        ("The ministry had ordered an inspection of the ferry Santa Iria", "It ordered an inspection of the ferry", True, False, False),
        ("The bridge was not closed on Monday", "The bridge was closed on Monday", False, True, False),
        ("the dam at Ourel was unsafe", "The dam at Ourel was safe", False, True, False),
        ("the underpass at Ourel was closed", "The overpass at Ourel was closed", False, False, False),
        ("The army may withdraw from Marat", "The army will withdraw from Marat", False, False, False),
        ("The army will withdraw from Marat", "The army would withdraw from Marat", True, False, False),
        ("The school should reopen in Marat", "The school in Marat reopened", False, False, False),
        ("Ourel attacked Marat", "Marat attacked Ourel", False, False, True),
        ("Ann Lee sued Bob Ray in May", "Bob Ray sued Ann Lee in May", False, False, True),
        ("Ann Lee met Bob Ray in May", "Bob Ray met Ann Lee in May", False, False, False),
        ("Marat was attacked by Ourel", "Ourel attacked Marat", False, False, False),
        ("Ourel was attacked by Marat at night", "Ourel attacked Marat at night", False, False, False),
        ("On Monday nine people died", "Nine people died on Monday", False, False, False),
    ],
)  # fmt: skip
def test_words_alone(statement, claim, says, denies, exchanges):
    """Who does what to whom, what may be and what is, and a word's opposite are told apart."""
    assert says_in_same_words(statement, claim) is says
    assert denies_in_same_words(statement, claim) is denies
    assert exchanges_parts(statement, claim) is exchanges
