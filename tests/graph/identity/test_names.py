"""Names across articles: spelled otherwise, shortened, turned into an acronym, or another's."""

import pytest

from attribution.graph.identity.judgement import Verdict
from attribution.graph.identity.names import body_key, judge_bodies, judge_persons, skeleton
from attribution.graph.identity.organization import gather_organizations


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Amina Haddad", "Amina Haddad", "same"),
        ("Jim Haddad", "James R. Haddad", "same"),
        ("Sen. James Haddad", "James Haddad Jr.", "same"),
        ("Mohammed Mohie", "Mohammed Mohee", "same"),
        ("Javad Zarif", "Mohammad Javad Zareef", "same"),
        ("Abdul Rahman Ito", "Abdel Rahman Ito", "same"),
        ("Jean-Michel Aymard", "Michel Aymard", "same"),
        ("Nora Haddad", "Jim Haddad", "different"),
        ("Ann Lee", "Anton Lee", "different"),
        ("Maria Santos", "Maria Santana", "different"),
        ("Haddad", "Jim Haddad", "unsure"),
    ],
)
def test_persons(one, other, verdict):
    """Variants and transliterations are one person's; a shared surname is not enough; one name alone is open."""
    assert judge_persons(one, other).verdict == verdict
    assert judge_persons(other, one).verdict == verdict


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("the Foreign Ministry", "Ministry of Foreign Affairs", True),
        ("Egypt's communications ministry", "the Egyptian communications ministry", True),
        ("the U.S.", "Washington", True),
        ("U.S. Geological Survey", "the US Geological Survey", True),
        ("the Harbor Pilots Federation", "HPF", True),
        ("Iria Lines", "Iria Lines Inc.", True),
        ("the Foreign Ministry", "the Defense Ministry", False),
        ("the Indian navy", "the Iranian navy", False),
        ("Iria Lines", "Iria Ferries", False),
    ],
)
def test_bodies(one, other, is_same):
    """Ministries, governments, acronyms and companies are known under their other names."""
    assert (judge_bodies(one, other).verdict is Verdict.SAME) is is_same


def test_a_skeleton_is_blind_to_vowels():
    """Spellings that differ in vowels and doubled letters have one skeleton."""
    assert skeleton("Mohie") == skeleton("Mohee") == skeleton("Mohhie")
    assert skeleton("Zarif") != skeleton("Sadiq")


def test_organizations_take_their_acronyms():
    """An acronym joins the one name that it can stand for, and none where two can."""
    names = [
        "the Popular Mobilization Forces",
        "PMF",
        "the PMF",
        "Coastal Pilots Association",
        "Crane Painters Alliance",
        "CPA",
    ]

    found = gather_organizations(names)

    assert found.by_name["PMF"].name == "the Popular Mobilization Forces"
    assert found.by_name["PMF"].acronym == "PMF"
    assert found.by_name["CPA"].names == ("CPA",)
    assert gather_organizations(reversed(names)) == found
    assert body_key("the") is not None
