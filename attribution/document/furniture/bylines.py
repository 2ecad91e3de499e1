"""Recognize bylines, datelines and time stamps: *By Ann Lee*, *TANGA (AP) —*, *updated 9:05 PM UTC, May 4*."""

import re
import tomllib
from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files

LONGEST_BYLINE = 16  # words
LONGEST_STAMP = 14
LONGEST_ACRONYM = 6  # letters; what is this long is a city unless it is known for an acronym

_MONTHS = "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september"
_DAYS = "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday"
_DATE_WORDS = frozenset(f"{_MONTHS} october november december {_DAYS} today yesterday".split())
_STAMP_WORDS = frozenset(
    "updated update published posted last first modified created on at ago hour hours hr hrs minute minutes min mins "
    "day days week weeks month months second seconds sec am pm a.m p.m utc gmt est edt et pst pdt pt cst cdt ct "
    "bst ist cet cest eat aest read and by date time originally on: the of st nd rd th local".split()
)
_NUMBER = re.compile(
    r"\d{1,4}(?:st|nd|rd|th)?|\d{1,2}[:.]\d{2}(?::\d\d)?(?:am|pm|a\.m|p\.m|z)?|\d{1,2}(?:am|pm)|"
    r"[+-]\d{1,4}"
)
_TIME = re.compile(r"\d[:.]\d\d|\d ?[ap]\.?m\b|\b\d{4}\b|\d[-/]\d")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[t ]\d\d:\d\d[\d:.]*(?:z|[+-]\d\d:?\d\d)?)?")
_SPLIT = re.compile(r"[\s,|•·()\[\]/–—-]+")

_BY = re.compile(r"(?:(?P<made>[A-Za-z ]{3,24}?)\s+)?by[:\s]+(?P<names>\S.*)", re.IGNORECASE)
_JOINING = frozenset(
    "and for in of at the a to with staff writer writers reporter reporters correspondent correspondents editor "
    "editors special contributor contributors de da del della van von der den la le al el bin ibn du dos di chief "
    "senior deputy political business science health foreign national bureau associate columnist analyst producer "
    "news via & world sports education technology assistant managing diplomatic security crime court".split()
)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*")
_NO_NAMES = frozenset(
    "the a an this that these those his her its their our my all then now noon midnight night morning end early late "
    "mid law contrast comparison far most some many one two three next last any every chance design default".split()
)

_CITY = r"[A-Z][A-Z.'’-]+(?: (?:[A-Z][A-Z.'’-]*|de|al|el|d[eiou]s?)){0,2}"
_REGION = r"(?:, [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2})?"
_DATED = r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}))?"
_AGENCY = (
    r"\((?:The )?(?:AP|Reuters|REUTERS|AFP|UPI|CNN|BBC|ABC|NBC|CBS|PTI|ANI|IANS|dpa|DPA|EFE|Xinhua|TASS|Kyodo|Yonhap|"
    r"Bloomberg|RNS|KHN|Tribune News Service|Associated Press|Thomson Reuters Foundation|[A-Z]{2,5}|"
    r"[A-Z]\w+(?: [A-Z]\w+)? (?:News|Press|Wire|Agency))\)"
)
_DASH = r"\s*(?:—|–|―|--|-|:)\s*"
_DATELINES = (
    re.compile(rf"(?:{_CITY}{_REGION}|[A-Z]\w+(?: [A-Z]\w+){{0,2}}){_DATED},?\s*{_AGENCY}{_DASH}"),
    re.compile(rf"{_AGENCY}{_DASH}(?=[A-Z“\"‘'])"),
    re.compile(rf"(?:{_CITY}{_REGION}{_DATED})\s*(?:—|–|―|--|\s-\s)\s*(?=[A-Z“\"‘'])"),
)
_ACRONYM = re.compile(r"([A-Z]{2,6})\s*(?:—|–|―|--|-)")  # NATO — and NASA — are subjects more often than places
_NEWSPAPER = re.compile(r"([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}):\s+(?=[A-Z“\"‘'])")  # Geneva: Millions …


def is_time_stamp(folded: str) -> bool:
    """Tell whether a line in lower case is only a date or time: *updated 9:05 pm utc, may 4, 2021*, *5 hours ago*."""
    if _ISO.fullmatch(folded):
        return True
    words = [word.strip(".:") for word in _SPLIT.split(folded) if word.strip(".:")]
    if not words or len(words) > LONGEST_STAMP:
        return False
    if not all(word in _DATE_WORDS or word in _STAMP_WORDS or _NUMBER.fullmatch(word) for word in words):
        return False
    dated = any(word in _DATE_WORDS for word in words) and any(word[0].isdigit() for word in words)
    aged = words[-1] in ("ago", "read") and words[0][0].isdigit()
    return dated or aged or _TIME.search(folded) is not None


def is_byline(line: str, made: Collection[str]) -> bool:
    """Tell whether a line names who wrote or made it: *By Ann Lee and Tom Roe, Staff Writers*, *Edited by Ann Lee*.

    `made` are the words that may stand before *by*. *By Friday* and *By law, ports must close* are none.
    """
    match = _BY.fullmatch(line.strip("()[] —–-"))
    if match is None or (match["made"] and match["made"].lower().strip() not in made):
        return False
    first, _, rest = match["names"].partition(";")
    if rest and not is_byline(rest.strip(" ."), made):
        return False
    words = [word.strip(",|.:;()•") for word in first.split()]
    words = [word for word in words if word and word not in "-–—&"]
    if not 1 <= len(words) <= LONGEST_BYLINE or not _is_name(words[0]):
        return False
    named = [word for word in words if _is_name(word)]
    rest_known = all(_is_name(w) or w.lower() in _JOINING or w.lower() in _DATE_WORDS or _is_stamp(w) for w in words)
    return rest_known and (len(named) > 1 or match["made"] is not None)


def _is_name(word: str) -> bool:
    folded = word.lower()
    return (
        _NAME.fullmatch(word) is not None
        and word[0].isupper()
        and folded not in _NO_NAMES
        and folded not in _DATE_WORDS
    )


def _is_stamp(word: str) -> bool:
    return word.lower() in _STAMP_WORDS or _NUMBER.fullmatch(word.lower()) is not None


def dateline_end(paragraph: str) -> int:
    """Return the length of the dateline that a paragraph opens with, 0 where it has none: *TANGA, Kenya (AP) —*."""
    for pattern in _DATELINES:
        match = pattern.match(paragraph)
        if match is not None and match.end() < len(paragraph):
            bare = "(" not in match.group() and "," not in match.group()
            return 0 if bare and _is_acronym(paragraph) else match.end()
    match = _NEWSPAPER.match(paragraph)
    return match.end() if match is not None and match[1].title() in _places()["colon"] else 0


def _is_acronym(paragraph: str) -> bool:
    """Tell whether the capitals before a dash are letters of a body rather than a city: *NATO —*, not *PARIS —*."""
    match = _ACRONYM.match(paragraph)
    if match is None or match[1].title() in _places()["short"]:
        return False
    return len(match[1]) < LONGEST_ACRONYM or match[1] in _places()["acronyms"]


@cache
def _places() -> Mapping[str, frozenset[str]]:
    text = files(__package__).joinpath("data/cities.toml").read_text(encoding="utf8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}
