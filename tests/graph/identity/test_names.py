"""Names across articles: spelled otherwise, shortened, turned into an acronym, or another's."""

import pytest

from attribution.graph.identity.judgement import Verdict
from attribution.graph.identity.names import body_key, judge_bodies, judge_persons
from attribution.graph.identity.organization import gather_organizations
from attribution.graph.identity.spellings import skeleton


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Amina Haddad", "Amina Haddad", "same"),
        ("Jim Haddad", "James R. Haddad", "same"),
        ("Sen. James Haddad", "James Haddad", "same"),
        ("Karim Sahli", "Karim Sahlee", "same"),
        ("Javad Zarif", "Mohammad Javad Zareef", "same"),
        ("Abdul Rahman Ito", "Abdel Rahman Ito", "same"),
        ("Jean-Marc Delorme", "Marc Delorme", "same"),
        ("Nora Haddad", "Jim Haddad", "different"),
        ("Ann Lee", "Anton Lee", "different"),
        ("Maria Santos", "Maria Santana", "different"),
        ("Haddad", "Jim Haddad", "unsure"),
        ("Maria Lopez", "Mario Lopez", "different"),
        ("Maria Lopez", "Marta Lopez", "different"),
        ("Jean Delorme", "Jeanne Delorme", "different"),
        ("Daniel Ito", "Danielle Ito", "different"),
        ("Evaristo Ito", "Evarista Ito", "different"),
        ("Christopher Ito", "Christine Ito", "different"),
        ("Bill Ito", "Billy Ito", "same"),
        ("Mohamed Ito", "Muhammad Ito", "same"),
        ("William Ito", "Willam Ito", "same"),
        ("James Haddad Jr.", "James Haddad Sr.", "different"),
        ("James Haddad Jr.", "Jim Haddad, Jr.", "same"),
        ("James Haddad", "James Haddad Jr.", "unsure"),
        ("James Haddad II", "James Haddad Jr.", "unsure"),
        ("John A. Haddad", "John B. Haddad", "different"),
        ("John Adam Haddad", "John A. Haddad", "same"),
        ("George W. Haddad", "George H.W. Haddad", "different"),
        ("George H. W. Haddad", "George H.W. Haddad", "same"),
        ("John Michael Haddad", "Peter Michael Haddad", "different"),
        ("Mrs. P. Duarte", "Pedro Duarte", "different"),
        ("Ban Ki-moon", "Ban Ki Moon", "same"),
        ("Ann Lee-Ito", "Ann Ito", "unsure"),
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
        ("the U.N.", "UN", True),
        ("the U.N. Refugee Agency", "the UN Refugee Agency", True),
        ("the Labor Department", "the Labour Ministry", True),
        ("the World Harbor Organization", "World Harbour Organisation", True),
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
    assert skeleton("Sahli") == skeleton("Sahlee") == skeleton("Sahlli")
    assert skeleton("Zarif") != skeleton("Sadiq")


def test_organizations_take_their_acronyms():
    """An acronym joins the one name that it can stand for, and none where two can."""
    names = [
        "the Coastal Protection Service",
        "CPS",
        "the CPS",
        "Coastal Pilots Association",
        "Crane Painters Alliance",
        "CPA",
    ]

    found = gather_organizations(names)

    assert found.by_name["CPS"].name == "the Coastal Protection Service"
    assert found.by_name["CPS"].acronym == "CPS"
    assert found.by_name["CPA"].names == ("CPA",)
    assert gather_organizations(reversed(names)) == found
    assert body_key("the") is not None


def test_an_acronym_with_and_without_full_stops_is_one():
    """*U.N.*, *UN* and *United Nations* are one, and *WHO* is both spellings of its whole name."""
    names = ["U.N.", "the UN", "the United Nations", "WHO", "World Health Organization", "World Health Organisation"]

    assert [body.names for body in gather_organizations(names).every if "WHO" in body.names] == [
        ("WHO", "World Health Organisation", "World Health Organization")
    ]
    assert len(gather_organizations(names).every) == 2
