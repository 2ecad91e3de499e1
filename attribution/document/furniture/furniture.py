"""Find what a web page prints around an article: buttons, links, bylines, datelines, credits. Nobody states these."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from attribution.document.furniture.bylines import dateline_end, is_byline, is_time_stamp
from attribution.document.splitting.paragraphs import paragraphs
from attribution.text.span import Span

LONGEST_FURNITURE = 30  # words of a line that is known by how it begins or ends
LONGEST_LINE = 400  # characters; what is longer is read as prose without a look

_ENDS = " \t\u00a0\u200b.,:;!?|•·*-–—_()[]{}<>»›«‹…→▶▼"
_REPORTS = re.compile(r"\b(?:said|says|say|told|tells|asked|asks|added|adds|according to|warned|wrote)\b", re.I)
_QUOTED = re.compile(r"[\"“”„«»]|(?:^|\s)['‘]\w|''")
_LINK = re.compile(r"([\w’' ]{2,20}?)\s*(?:[:|»>]|\s[-–—]\s)\s*\S")
_COUNTER = re.compile(
    r"[\d,.]+\s*[km]?\s*(?:/|of|comments?|shares?|likes?|views?|replies|retweets?|photos?|followers?|images?|votes?|"
    r"reactions?|min(?:ute)?s? read)?\s*(?:\d+)?"
)
_WEB = re.compile(
    r"(?:https?://|www\.)\S+|[\w.]*@[\w.]+|(?:#\w+[\s,]*)+|pic\.twitter\.com/\S+|<[^<>]*>(?:\s*<[^<>]*>)*"
)
_CODE = re.compile(
    r"[\w.#@:,>\s*()-]*\{[^{}]*\}?|\}+|[a-z-]+\s*:\s*[^;:“”\"]{1,80};|.*(?:function\s*\(|=>|\bvar \w+ ?=|\}\);).*"
)
_FOLLOW = re.compile(r"\W{0,2}follow .{2,80} on (?:twitter|facebook|instagram|threads|x|bluesky)\b.*", re.I)
_CREDITED = re.compile(
    r"[(\[](?:file )?(?:(?:photo|photograph|image|picture|file|courtesy|handout|getty|screenshot)s?\b[^()\[\]]{0,80}|"
    r"[^()\[\]/]{0,40}(?:/| )(?:photos?|images?|getty|reuters|afp|ap|epa|upi|handout)(?:/[^()\[\]]{0,40})?)[)\]]\W*$",
    re.I,
)


@cache
def _words() -> Mapping[str, frozenset[str]]:
    text = files(__package__).joinpath("data/furniture.toml").read_text(encoding="utf8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


@cache
def _openings() -> tuple[str, ...]:
    return tuple(_words()["openings"])


@cache
def _endings() -> tuple[str, ...]:
    return tuple(_words()["endings"])


def furniture(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of a text that are page furniture, and the datelines of those that are not.

    *Log In*, *Tagged under*, *By Ann Lee* and *Related: Port talks fail* are whole paragraphs; of *TANGA (AP) — The
    port reopened.* the span ends with the dash. A paragraph such as *“No,” he said.* is never furniture.
    """
    return tuple(_found(text))


def furniture_lines(text: str) -> tuple[Span, ...]:
    """Return only the paragraphs of a text that are page furniture."""
    return tuple(Span(start, end) for start, end in paragraphs(text) if _is_line(text, start, end))


def _is_line(text: str, start: int, end: int) -> bool:
    return end - start <= LONGEST_LINE and is_furniture(text[start:end])


def _found(text: str) -> Iterator[Span]:
    for start, end in paragraphs(text):
        if _is_line(text, start, end):
            yield Span(start, end)
        elif length := dateline_end(text[start : min(end, start + LONGEST_LINE)]):
            yield Span(start, start + length)


def is_furniture(line: str) -> bool:
    """Tell whether a paragraph is page furniture: *Share this article*, *5 hours ago*, *1 of 18*."""
    bare = line.strip(_ENDS)
    folded = " ".join(bare.lower().replace("’", "'").split())
    if folded in _words()["lines"] or not any(character.isalnum() for character in folded):
        return True
    if _COUNTER.fullmatch(folded) or _WEB.fullmatch(line.strip().rstrip(".")) or _CODE.fullmatch(line.strip()):
        return True
    if _is_share_bar(folded) or _is_link(line) or is_time_stamp(folded) or is_byline(bare, _words()["made"]):
        return True
    return _is_notice(line, folded)


def _is_share_bar(folded: str) -> bool:
    words = folded.replace("|", " ").replace("•", " ").split()
    if len(words) < 2 or max(map(len, words)) < 5:  # *on it*
        return False
    return all(word in _words()["buttons"] for word in words)


def _is_link(line: str) -> bool:
    """Whether a line names another page or the subjects of this one: *Related: …*, *READ MORE | …*."""
    match = _LINK.match(line.lstrip(_ENDS))
    if match is None:
        return False
    named = " ".join(match[1].lower().replace("’", "'").split())
    # *Watch - he will go.* is prose; after a dash only capitals make a label
    labelled = line.lstrip(_ENDS)[match.end(1) :].lstrip()[:1] in ":|»>" or match[1].isupper()
    return labelled and named in _words()["links"] and len(line.split()) <= LONGEST_FURNITURE


def _is_notice(line: str, folded: str) -> bool:
    """Whether a line begins or ends as notices, captions and credits do, and reports nobody."""
    if len(folded.split()) > LONGEST_FURNITURE or _REPORTS.search(line):
        return False
    if _FOLLOW.fullmatch(line.strip()):
        return True
    if _QUOTED.search(line):
        return False
    return folded.startswith(_openings()) or folded.endswith(_endings()) or _CREDITED.search(line) is not None
