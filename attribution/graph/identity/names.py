"""Compare names across articles, where each outlet spells them its own way."""

import re
from functools import lru_cache

from attribution.graph.identity.given import may_be_one
from attribution.graph.identity.judgement import Judgement, Verdict
from attribution.graph.identity.person_name import PersonName, compare_generations, differ_in_title, parted
from attribution.graph.identity.spellings import american, are_alike
from attribution.statements.speakers.names import COMPANY_ENDINGS, body_keys, same_body
from attribution.statements.speakers.word_lists import capital_of, country_of

SPELLED_ALIKE = 0.86  # Jaro-Winkler likeness of two surnames with the same consonants: Zarif and Zareef have 0.89
MINISTRIES = {"ministry": "ministry", "department": "ministry", "office": "ministry", "dept": "ministry"}
DOTTED = re.compile(r"[a-z](\.[a-z])+\.?")
IDLE = frozenset(("affairs", "government", "national", "republic", "federal"))


def judge_persons(one: str, other: str) -> Judgement:
    """Judge whether two full names are one person's.

    *Jr.* is not *Sr.*, and may or may not be who is named without; a title of the other gender is another person's.
    """
    first, second = parted(one), parted(other)
    evidence = f"{one} | {other}"
    if first.words != second.words and (first.is_last_name or second.is_last_name):
        return Judgement(Verdict.UNSURE, 0.4, "one name of two", evidence)
    if differ_in_title(first, second):
        return Judgement(Verdict.DIFFERENT, 0.02, "titles of two genders", evidence)
    generations = compare_generations(first, second)
    if generations is Verdict.DIFFERENT:
        return Judgement(Verdict.DIFFERENT, 0.02, "two generations", evidence)
    judged = _judge_words(first, second, evidence)
    if judged.verdict is Verdict.SAME and generations is Verdict.UNSURE:
        return Judgement(Verdict.UNSURE, 0.5, "with Jr. and without", evidence)
    if judged.verdict is Verdict.SAME and not _holds_surname(first, second):
        return Judgement(Verdict.UNSURE, 0.5, "half of a double surname", evidence)
    return judged


def _judge_words(one: PersonName, other: PersonName, evidence: str) -> Judgement:
    if one.words == other.words:
        return Judgement(Verdict.SAME, 0.97, "same name", evidence)
    if one.last == other.last and may_be_one(one.given, other.given):
        return Judgement(Verdict.SAME, 0.93, "variant of a name", evidence)
    small, large = sorted((one.words, other.words), key=len)
    if set(small) <= set(large) and min(map(len, small)) > 1:  # in another order, or with another surname behind
        return Judgement(Verdict.SAME, 0.93, "variant of a name", evidence)
    if are_alike(one.last, other.last, SPELLED_ALIKE) and may_be_one(one.given, other.given):
        return Judgement(Verdict.SAME, 0.88, "spelled otherwise", evidence)
    return Judgement(Verdict.DIFFERENT, 0.02, "other names", evidence)


def _holds_surname(one: PersonName, other: PersonName) -> bool:
    """Whether each has all of the other's double surname: *Ann Lee-Ito* is *Ann Lee Ito*, and need not be *Ann Ito*."""
    return all(
        len(name.surname) == 1 or {*name.surname} <= {*than.words} for name, than in ((one, other), (other, one))
    )


def judge_last_name(last: str, full: str) -> Verdict:
    """Judge whether a last name, with its titles and *Jr.*, may be that of a full name which ends with it."""
    one, other = parted(last), parted(full)
    if differ_in_title(one, other):
        return Verdict.DIFFERENT
    return compare_generations(one, other) if one.generation else Verdict.SAME


@lru_cache(maxsize=50_000)
def body_key(name: str) -> tuple[str, ...]:
    """Return the key under which organizations' names are one: *the Foreign Ministry*, *Ministry of Foreign Affairs*.

    A country's other names and its capital stand for its government.
    """
    bare = " ".join(name.split()).removeprefix("the ").removeprefix("The ")
    bare = bare.removesuffix("’s").removesuffix("'s")
    country = country_of().get(bare.lower()) or capital_of().get(bare.lower())
    if country is not None:
        return (country.name.lower(),)
    keys = []
    for key in map(_plain, body_keys(bare)):
        of_country = country_of().get(key) or country_of().get(key.replace(".", ""))
        keys.append(of_country.name.lower() if of_country else MINISTRIES.get(key, key))
    while len(keys) > 1 and keys[-1] in COMPANY_ENDINGS:
        keys.pop()
    kept = [key for key in keys if key not in IDLE] or keys
    return tuple(sorted(kept)) if "ministry" in kept or len(kept) < len(keys) else tuple(kept)


def _plain(key: str) -> str:
    """Return a word as all outlets write it: *u.n* as *un*, *labour* as *labor*."""
    return american(key.replace(".", "") if DOTTED.fullmatch(key) else key)


def judge_bodies(one: str, other: str) -> Judgement:
    """Judge whether two names are one organization's."""
    evidence = f"{one} | {other}"
    if body_key(one) == body_key(other) and body_key(one):
        return Judgement(Verdict.SAME, 0.96, "same name", evidence)
    if same_body(one, other):
        return Judgement(Verdict.SAME, 0.9, "short form or acronym", evidence)
    return Judgement(Verdict.DIFFERENT, 0.05, "other names", evidence)
