"""How many speak: *three officials* are 3, *officials* at least 2, *dozens of residents* at least 24."""

import re

from attribution.statements.speakers.names import fold

Count = tuple[int, int | None]

NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
AT_LEAST = {
    "several": 3, "some": 2, "many": 3, "few": 3, "handful": 3, "dozens": 24, "scores": 40, "hundreds": 200,
    "thousands": 2_000, "millions": 2_000_000, "most": 2, "numerous": 3, "multiple": 2, "various": 2, "countless": 3,
    "others": 2, "all": 2,
}  # fmt: skip
EXACTLY = {"both": 2, "couple": 2, "pair": 2, "duo": 2, "trio": 3, "dozen": 12, "neither": 2}
PARTS = re.compile(
    r"\b(half|thirds|two-thirds|three-quarters|quarters|percent|%|majority|minority)\b|\b(third|quarter)$"
)
AT_LEAST_WORDS = re.compile(r"\b(at least|more than|over|upwards of|no fewer than)\b")
AT_MOST_WORDS = re.compile(r"\b(up to|as many as|fewer than|less than|nearly|almost|under|at most)\b")
NOT_A_COUNT = re.compile(r"\b(\d+|\w+)-year-olds?\b|\b(18|19|20)\d\d\b(?= [a-z])|, .*$")


def count_of(phrase: str, *, plural: bool) -> Count:
    """Return the lowest and highest number of speakers that a phrase allows, None where it sets no upper bound.

    *three port officials* → (3, 3); *officials* → (2, None); *a source* → (1, 1); *one of the officials* → (1, 1).
    """
    head = NOT_A_COUNT.sub(" ", phrase.lower().replace("’", "'")).strip().partition(" of ")[0]
    if PARTS.search(head):
        return (2, None)
    number = _numeral(head)
    if number is not None:
        return _bounded(number, head)
    return _by_words([fold(word) for word in head.split()], head) or ((2, None) if plural else (1, 1))


def _by_words(words: list[str], text: str) -> Count | None:
    if "dozen" in words and "several" in words:
        return (AT_LEAST["dozens"], None)
    for word in words:
        if word in EXACTLY:
            return _bounded(EXACTLY[word], text)
        if word in AT_LEAST:
            return (AT_LEAST[word], None)
    return None


def _numeral(text: str) -> int | None:
    """Return the first number of a phrase, in digits or words: *twenty-seven*, *1,200*, *two hundred*."""
    total: int | None = None
    for word in text.split():
        bare = word.strip(".,()")
        if re.fullmatch(r"\d{1,3}(,\d{3})+|\d+", bare):
            total = int(bare.replace(",", ""))
        elif bare and all(part in NUMBERS for part in bare.split("-")):
            total = sum(NUMBERS[part] for part in bare.split("-"))
        elif total is not None and bare in SCALES:
            total *= SCALES[bare]
        elif total is not None and bare == "dozen":
            total *= 12
        elif total is not None:
            break
    return total


def _bounded(number: int, text: str) -> Count:
    if AT_LEAST_WORDS.search(text):
        return (number, None)
    if AT_MOST_WORDS.search(text) and number > 1:
        return (2, number)
    return (number, number)
