"""Compare names across articles, where each outlet spells them its own way."""

from functools import lru_cache

from attribution.graph.identity.judgement import Judgement, Verdict
from attribution.statements.speakers.names import COMPANY_ENDINGS, body_keys, name_keys, same_body, same_person
from attribution.statements.speakers.word_lists import capital_of, country_of

SPELLED_ALIKE = 0.86  # Jaro-Winkler likeness of two surnames with the same consonants: Zarif and Zareef have 0.89
GIVEN_ALIKE = 0.84
MINISTRIES = {"ministry": "ministry", "department": "ministry", "office": "ministry", "dept": "ministry"}
IDLE = frozenset(("affairs", "government", "national", "republic", "federal"))


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """Return the first letter and the consonants of a word, doubled ones once: Mohie and Mohee share *mh*.

    Transliterations differ in vowels first; this is the coarse key under which names are compared at all.
    """
    letters = [letter for letter in word.casefold() if letter.isalnum()]
    kept = letters[:1]
    for letter in letters[1:]:
        if letter not in "aeiouyw" and letter != kept[-1]:
            kept.append(letter)
    return "".join(kept).translate(str.maketrans("qkzv", "ccsf"))


def judge_persons(one: str, other: str) -> Judgement:
    """Judge whether two full names are one person's."""
    first, second = (name_keys(name.replace("-", " ")) for name in (one, other))
    evidence = f"{one} | {other}"
    if first == second:
        return Judgement(Verdict.SAME, 0.97, "same name", evidence)
    if len(first) < 2 or len(second) < 2:
        return Judgement(Verdict.UNSURE, 0.4, "one name of two", evidence)
    if same_person(one, other):
        return Judgement(Verdict.SAME, 0.93, "variant of a name", evidence)
    is_surname = skeleton(first[-1]) == skeleton(second[-1]) and _alike(first[-1], second[-1]) >= SPELLED_ALIKE
    if is_surname and any(_same_given(a, b) for a in first[:-1] for b in second[:-1]):
        return Judgement(Verdict.SAME, 0.88, "spelled otherwise", evidence)
    return Judgement(Verdict.DIFFERENT, 0.02, "other names", evidence)


def _same_given(one: str, other: str) -> bool:
    return one == other or (skeleton(one) == skeleton(other) and _alike(one, other) >= GIVEN_ALIKE)


def _alike(one: str, other: str) -> float:
    from rapidfuzz.distance import JaroWinkler

    return float(JaroWinkler.similarity(one, other))


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
    for key in body_keys(bare):
        of_country = country_of().get(key) or country_of().get(key.replace(".", ""))
        keys.append(of_country.name.lower() if of_country else MINISTRIES.get(key, key))
    while len(keys) > 1 and keys[-1] in COMPANY_ENDINGS:
        keys.pop()
    kept = [key for key in keys if key not in IDLE] or keys
    return tuple(sorted(kept)) if "ministry" in kept or len(kept) < len(keys) else tuple(kept)


def judge_bodies(one: str, other: str) -> Judgement:
    """Judge whether two names are one organization's."""
    evidence = f"{one} | {other}"
    if body_key(one) == body_key(other) and body_key(one):
        return Judgement(Verdict.SAME, 0.96, "same name", evidence)
    if same_body(one, other):
        return Judgement(Verdict.SAME, 0.9, "short form or acronym", evidence)
    return Judgement(Verdict.DIFFERENT, 0.05, "other names", evidence)
