"""Tell whether the given names of two people may be one person's."""

from collections.abc import Sequence

from attribution.graph.identity.spellings import are_alike, spelled_too
from attribution.statements.speakers.mention import Gender
from attribution.statements.speakers.names import SHORT_FORM, SLIPS_FROM
from attribution.statements.speakers.word_lists import genders, nicknames

GIVEN_ALIKE = 0.84  # Jaro-Winkler likeness of two given names with the same consonants
WOMANS = ("a", "e", "elle", "ette", "ina", "ine", "ita", "le", "na", "ne")  # endings that make a man's name a woman's


def may_be_one(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two lists of given names may be one person's, the shorter with some left out, in the same order.

    An initial stands for the name in its own place only: *George W.* is not *George H. W.*
    """
    short, long = sorted((one, other), key=len)
    start = 0
    for word in short:
        for place in range(start, len(long)):
            is_initial = min(len(word), len(long[place])) == 1
            if is_one_name(word, long[place]) and (place == start or not is_initial):
                start = place + 1
                break
        else:
            return False
    return True


def is_one_name(one: str, other: str) -> bool:
    """Tell whether two given names may be one: the same, a nickname, an initial, a short form, a slip, a spelling.

    Two that are both well known are two names, however alike: *Maria* and *Mario*, *Jean* and *Jeanne*.
    """
    if one == other or other in nicknames().get(one, ()) or other in spelled_too(one):
        return True
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return long.startswith(short)
    known = genders("given_names")
    if short in known and long in known:
        return _are_pet_forms(short, long)
    if _is_womans_form(short, long):
        return False
    is_short_form = len(short) >= SHORT_FORM and long.startswith(short)
    return is_short_form or _is_slip(short, long) or are_alike(short, long, GIVEN_ALIKE)


def differ_in_gender(one: Gender, other: Gender) -> bool:
    """Tell whether two genders are known and not the same."""
    return Gender.UNKNOWN not in (one, other) and one is not other


def _are_pet_forms(short: str, long: str) -> bool:
    """Whether two begin alike and stand for one name: *Bill* and *Billy* for *William*."""
    known = genders("given_names")
    shared = nicknames().get(short, frozenset()) & nicknames().get(long, frozenset())
    return bool(shared) and long.startswith(short) and not differ_in_gender(known[short], known[long])


def _is_womans_form(short: str, long: str) -> bool:
    """Whether one is the other as a woman bears it: *Evaristo* and *Evarista*."""
    if len(short) == len(long):
        return short[:-1] == long[:-1] and {short[-1], long[-1]} == {"a", "o"}
    return any(long == short + ending for ending in WOMANS)


def _is_slip(short: str, long: str) -> bool:
    """Whether one letter is wrong or missing: *Willam* for *William*."""
    from rapidfuzz.distance import Levenshtein

    return len(short) >= SLIPS_FROM and Levenshtein.distance(short, long, score_cutoff=1) <= 1
