"""Names: which of them can mean one person or one organization."""

import pytest

from attribution.statements.speakers.kinds import singular
from attribution.statements.speakers.names import Fit, acronyms, fit, name_keys, same_body, same_person


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Amina Haddad", "Amina R. Haddad", True),
        ("Jim Haddad", "James Haddad Jr.", True),
        ("J. Haddad", "James Haddad", True),
        ("José Álvarez", "Jose Alvarez", True),
        ("Sean O’Rourke", "Sean O'Rourke", True),
        ("Sheikh Omar al Nabet", "Omar al-Nabet", True),
        ("Amina Haddad Ito", "Amina Haddad", True),
        ("Willam Haddad", "William Haddad", True),
        ("Amina Haddad", "Omar Haddad", False),
        ("Amina Haddad", "Amina Ito", False),
        ("Jean-Marc Le Roy", "Marine Le Roy", False),
    ],
)
def test_full_names_of_one_person(one, other, same):
    """Initials, nicknames, suffixes, accents and a missing middle name part nobody from himself; a given name does."""
    assert same_person(one, other) is same
    assert same_person(other, one) is same


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("Haddad", "Amina Haddad", Fit.LAST),
        ("Ms. Haddad", "Amina Haddad", Fit.LAST),
        ("HADDAD", "Amina Haddad", Fit.LAST),
        ("al-Saadi", "Karim al-Saadi", Fit.LAST),
        ("De Wit", "Bram de Wit", Fit.LAST),
        ("Han", "Han Dong-seo", Fit.FIRST),
        ("Joe", "Joseph Adeyemi", Fit.FIRST),
        ("Ms. Acosta", "Melba Acosta Fuentes", Fit.MIDDLE),
        ("Amina Haddad", "Amina Haddad", Fit.WHOLE),
        ("Ito", "Amina Haddad", Fit.NONE),
    ],
)
def test_short_name_fits_a_full_one(short, full, expected):
    """A last name fits best, then a first or family name that comes first, then one in the middle."""
    assert fit(short, full) is expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the PAR", "the Port Authority of Ruma", True),
        ("the F.A.A.", "the Federal Aviation Administration", True),
        ("Harbor Motors", "Harbor Motors Co.", True),
        ("Ruma News", "Ruma", True),
        ("the Port Authority", "the Port Authority of Ruma", False),
        ("U.S.", "U.S.-led coalition", False),
        ("Harbor Motors", "Harbor Bank", False),
    ],
)
def test_names_of_one_organization(one, other, same):
    """Acronyms and company endings part no organization from itself; another word does."""
    assert same_body(one, other) is same


def test_titles_and_suffixes_are_no_part_of_a_name():
    """*Sen.* and *Jr.* stand beside a name."""
    assert name_keys("Sen. Omar Haddad Jr.") == ("omar", "haddad")


def test_acronyms_leave_small_words_out_or_in():
    """*Ministry of Labor* may be MOL or ML."""
    assert acronyms("Ministry of Labor") == {"mol", "ml"}


@pytest.mark.parametrize(
    ("text", "lemma", "noun"),
    [("MODERATOR", "moderatorr", "moderator"), ("Officials", "Officials", "official"), ("men", "man", "man")],
)
def test_a_known_noun_needs_no_lemma(text, lemma, noun):
    """Lemmas of words in capitals are at times no words, and those of capitalized plurals the plurals themselves."""
    assert singular(text, lemma) == noun
