"""Words that are spelled in several ways: *Mohamed* and *Muhammad*, *Organization* and *Organisation*."""

from functools import cache, lru_cache
from importlib.resources import files

NONE: frozenset[str] = frozenset()


def spelled_too(given: str) -> frozenset[str]:
    """Return the other spellings of a given name: *muhammad*, *mohammed* for *mohamed*."""
    return _spelled_too().get(given, NONE)


def american(word: str) -> str:
    """Return the American spelling of a word: *labor* for *labour*."""
    return _american().get(word, word)


@cache
def _spelled_too() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group in _groups("spelled_names"):
        for name in group:
            found.setdefault(name, set()).update(other for other in group if other != name)
    return {name: frozenset(others) for name, others in found.items()}


@cache
def _american() -> dict[str, str]:
    return {other: first for first, *others in _groups("spelled_words") for other in others}


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """Return the first letter and the consonants of a word, doubled ones once: Sahli and Sahlee share *shl*.

    Transliterations differ in vowels first; this is the coarse key under which names are compared at all.
    """
    letters = [letter for letter in word.casefold() if letter.isalnum()]
    kept = letters[:1]
    for letter in letters[1:]:
        if letter not in "aeiouyw" and letter != kept[-1]:
            kept.append(letter)
    return "".join(kept).translate(str.maketrans("qkzv", "ccsf"))


def are_alike(one: str, other: str, least: float) -> bool:
    """Tell whether two words have the same consonants and are alike by Jaro-Winkler."""
    from rapidfuzz.distance import JaroWinkler

    return skeleton(one) == skeleton(other) and float(JaroWinkler.similarity(one, other)) >= least


def _groups(name: str) -> list[list[str]]:
    text = files("attribution.graph.identity").joinpath(f"data/{name}.txt").read_text(encoding="utf8")
    return [line.split() for line in text.splitlines() if line and not line.startswith("#")]
