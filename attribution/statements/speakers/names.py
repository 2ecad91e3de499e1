"""Compare names: *Sen. Jim Haddad* with *Haddad*, *J. R. Haddad* with *James Haddad Jr.*, an acronym with a name."""

import re
import unicodedata
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from attribution.statements.speakers.word_lists import genders, nicknames, titles, uses

SUFFIXES = uses("suffixes")
PARTICLES = uses("particles")
SMALL_WORDS = uses("small_words")
SLIPS_FROM = 5  # letters of a given name that may hold a slip
SHORT_FORM = 3  # letters that a name must share to be the short form of another: *Alex* of *Alexandra*


class Fit(IntEnum):
    """How well a short name fits a full one, best last."""

    NONE = 0
    MIDDLE = 1  # *Ms. Duarte* for *Inés Duarte Rey*
    FIRST = 2  # *Joshua* for *Joshua Adeyemi*
    LAST = 3  # *Adeyemi* for *Joshua Adeyemi*
    WHOLE = 4


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Return a word without case, accents, full stops and kinds of apostrophe: *O’Neill* and *O'NEILL* are one."""
    plain = unicodedata.normalize("NFKD", word.replace("’", "'").replace("‘", "'")).encode("ascii", "ignore").decode()
    return plain.lower().strip(".,'\"")


def split_titles(words: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Part the titles before a name from the name: *Rep.* and *Adam Ito* in *Rep. Adam Ito*."""
    known, count = titles(), 0
    while count < len(words) - 1 and fold(words[count]) in known and not _is_given(words, count):
        count += 1
    return tuple(words[:count]), tuple(words[count:])


def _is_given(words: Sequence[str], place: int) -> bool:
    """Whether a word that may be a title is a given name: *Dean* in *Dean Haddad*, not in *Dean Amina Haddad*."""
    return len(words) - place == 2 and not words[place].endswith(".") and fold(words[place]) in genders("given_names")


@lru_cache(maxsize=20_000)
def name_keys(name: str) -> tuple[str, ...]:
    """Return the folded words of a name without titles, suffixes and particles: *Joseph Ito Jr.* → joseph, ito."""
    _, rest = split_titles(name.split())
    keys = [re.sub(r"^(al|el|ul|ash|ad|as|an|ar)-", "", fold(word)) for word in rest]
    kept = [key for key in keys if key and key not in SUFFIXES]
    return tuple(key for i, key in enumerate(kept) if key not in PARTICLES or i == len(kept) - 1)


def without_full_stop(name: str) -> str:
    """Return a name without the full stop that ended its sentence: *Ann Lee.*, but *Joseph Ito Jr.* and *Rosa M.*"""
    last = name.rsplit(maxsplit=1)[-1]
    is_short = fold(last) in SUFFIXES or len(last.strip(".")) < 2 or "." in last[:-1]
    return name if is_short else name.removesuffix(".")


def same_person(one: str, other: str) -> bool:
    """Tell whether two names of several words can name one person.

    *Jim Haddad* and *James R. Haddad* can, *Jim Haddad* and *Nora Haddad* cannot.
    """
    first, second = name_keys(one), name_keys(other)
    if len(first) < 2 or len(second) < 2:
        return first == second
    small, large = sorted((first, second), key=len)
    if set(small) <= set(large):
        return True
    if first[-1] != second[-1]:
        return False
    return _same_given(first[0], second[0]) or (len(large) > 2 and _same_given(small[0], large[1]))


def _same_given(one: str, other: str) -> bool:
    if one == other or other in nicknames().get(one, ()):
        return True
    short, long = sorted((one, other), key=len)
    if len(short) >= SLIPS_FROM and _is_slip(short, long):
        return True
    return long.startswith(short) and (len(short) == 1 or len(short) >= SHORT_FORM)


def _is_slip(short: str, long: str) -> bool:
    """Whether one letter is wrong or missing: *Willam* for *William*."""
    if len(long) - len(short) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[start:] == long[start + 1 :] or short[start + 1 :] == long[start + 1 :]


def fit(short: str, full: str) -> Fit:
    """Tell how a shorter name fits a full one: *Haddad* is the last name of *Jim Haddad*.

    A short name of several words fits where its words stand in the full name in the same order.
    """
    wanted, keys = name_keys(short), name_keys(full)
    if not wanted or not keys:
        return Fit.NONE
    if wanted == keys:
        return Fit.WHOLE
    if len(wanted) > 1:
        return Fit.LAST if same_person(short, full) else Fit.NONE
    word = wanted[0]
    if word == keys[-1]:
        return Fit.LAST
    if word == keys[0] or (len(word) > 1 and word in nicknames().get(keys[0], ())):
        return Fit.FIRST
    return Fit.MIDDLE if word in keys else Fit.NONE


@lru_cache(maxsize=20_000)
def body_keys(name: str) -> tuple[str, ...]:
    """Return the folded words of an organization's name without small words: *the Bank of Ruma* → bank, ruma."""
    plain = re.sub(r"['’]s\b", "", name)
    keys = (fold(word) for word in re.findall(r"[\w.'’&]+(?:-\w+)*", plain))
    return tuple(key for key in keys if key and key not in SMALL_WORDS)


@lru_cache(maxsize=20_000)
def acronyms(name: str) -> frozenset[str]:
    """Return the acronyms that a name of several words may have: *Harbor Pilots Federation* → hpf."""
    words = [word for word in re.split(r"[\s\-]+", re.sub(r"['’]s\b", "", name)) if word and "." not in word[:-1]]
    if len(words) < 2:
        return frozenset()
    every = "".join(word[0] for word in words if fold(word) != "the").lower()
    large = "".join(word[0] for word in words if word[0].isupper() and fold(word) not in SMALL_WORDS).lower()
    return frozenset(form for form in (every, large) if len(form) > 1)


def is_acronym(word: str) -> bool:
    """Tell whether a word looks like an acronym: *CPS*, *F.A.A.*, *SITs*."""
    letters = word.replace(".", "")
    return 2 <= len(letters) <= 8 and letters.rstrip("s").isupper() and letters.isalpha()


def same_body(one: str, other: str) -> bool:
    """Tell whether two names can name one organization: the same words, or an acronym of the other.

    *the F.A.A.* and *the Federal Aviation Administration* can; so can *Harbor Motors* and *Harbor Motors Inc.*
    """
    first, second = body_keys(one), body_keys(other)
    if not first or not second:
        return False
    if first == second:
        return True
    small, large = sorted((one, other), key=len)
    word = "".join(body_keys(small)).replace(".", "")
    if (
        len(body_keys(small)) == 1
        and is_acronym(small.removeprefix("the ").removeprefix("The "))
        and word in acronyms(large)
    ):
        return True
    return _is_shorter(*sorted((first, second), key=len))


COMPANY_ENDINGS = uses("company_endings")


def _is_shorter(small: tuple[str, ...], large: tuple[str, ...]) -> bool:
    """Whether only a company's ending is missing: *Haddad Motors* of *Haddad Motors Co.*"""
    return large[: len(small)] == small and all(word in COMPANY_ENDINGS for word in large[len(small) :])


def names_in_headline(title: str) -> tuple[str, ...]:
    """Return what look like full names of people in a headline: *Amina Haddad* in *Amina Haddad Sues the Port*.

    Headlines write most words with capitals, so a name begins with a known given name.
    """
    words = [word.strip(",:;.?!‘’“”'\"()") for word in title.split()]
    given = genders("given_names")
    return tuple(
        f"{first} {last}"
        for first, last in pairwise(words)
        if fold(first) in given and first[:1].isupper() and last[:1].isupper() and not last.isupper()
    )
