"""Tell whether a text is English, which the models and the rules need."""

import re
from functools import cache
from importlib.resources import files

from attribution.errors import ArticleError

FEWEST_WORDS = 25  # with fewer, a headline or a list of names looks like any language
LOWEST_SHARE = 0.07  # English news has 0.11 to 0.33, seven other European languages 0 to 0.05
SAMPLE = 20_000  # characters; the language shows long before

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")


@cache
def english_words() -> frozenset[str]:
    """Return very common English words that other languages do not share."""
    lines = files("attribution.document").joinpath("data/english_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def english_share(text: str) -> float | None:
    """Return which share of the words are very common English ones; None where too few words are there to tell.

    Of letters that are not Latin, each counts as a word: not every script puts spaces between words.
    """
    words = _WORD.findall(text[:SAMPLE].casefold())
    foreign = sum(len(word) for word in words if not _LATIN.search(word))
    latin = [word for word in words if _LATIN.search(word)]
    if len(latin) + foreign < FEWEST_WORDS:
        return None
    return sum(word in english_words() for word in latin) / (len(latin) + foreign)


def check_english(text: str, name: str) -> None:
    """See that a text looks English.

    Raises:
        ArticleError: it does not; the message gives the share of English words found.
    """
    share = english_share(text)
    if share is not None and share < LOWEST_SHARE:
        found = f"does not look English: {share:.0%} of its words are very common English ones, usually 11 to 33%"
        raise ArticleError(name, found, "leave it out, or pass check_language=False to read it all the same")
