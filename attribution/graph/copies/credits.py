"""Outlets and agencies that an article itself credits: in its dateline, its byline, its last line."""

import re
from collections.abc import Iterator

from attrs import frozen

from attribution.statements.cues.outlets import is_outlet
from attribution.text.article import Article
from attribution.text.span import Span

HEAD, TAIL = 400, 500  # characters at either end of an article where whole texts are credited
_NAME = r"(?:The |the )?[A-Z][\w.&’'-]*(?: (?:of |de )?[A-Z][\w.&’'-]*){0,4}"
DATELINE = re.compile(rf"\(({_NAME})\)\s*(?:—|–|--|-|:)")
BYLINE = re.compile(rf"^\s*(?:By|From|Source|Credit)[:\s]+(?:[^\n,]{{0,60}}[,|/]\s*)?({_NAME})\s*$", re.MULTILINE)
CONTRIBUTED = re.compile(
    rf"({_NAME})(?: also| and [\w ]+)? (?:contributed to this|writers? .{{0,40}}contributed|reported from|material)"
    rf"|(?:[Rr]eporting|[Ww]riting|[Ss]tory|[Tt]ext) (?:by|from) ({_NAME})\s*$"
)
SITE = re.compile(r"^(?:www\.|news\.|edition\.|uk\.|us\.)?([\w-]+)\.(?:com|org|net|info|tv|news|co)(?:\.\w\w)?$", re.I)
SAME = {
    "associatedpress": "ap",
    "apnews": "ap",
    "agencefrancepresse": "afp",
    "britishbroadcastingcorporation": "bbc",
    "bbcnews": "bbc",
    "newyorktimes": "nytimes",
    "nyt": "nytimes",
    "thomsonreuters": "reuters",
    "unitedpressinternational": "upi",
    "theguardian": "guardian",
    "wsj": "wallstreetjournal",
    "pressassociation": "pa",
    "deutschepresseagentur": "dpa",
}  # written for this library from general knowledge: names and sites that differ in more than spaces


@frozen
class Credit:
    """An outlet that an article credits, with the place that says so; `method` is *dateline*, *byline*, *contributed*.

    These are for the whole article; what a single statement was told or relayed is in the statement.
    """

    outlet: str
    span: Span | None
    method: str


def outlet_key(name: str) -> str:
    """Return one key for all names of an outlet: *The Associated Press*, *AP* and *apnews.com* are *ap*."""
    bare = name.strip().casefold()
    site = SITE.match(bare)
    bare = site[1] if site else bare.removeprefix("the ")
    key = re.sub(r"[\W_]+", "", bare)
    return SAME.get(key, key)


def credits_of(article: Article) -> tuple[Credit, ...]:
    """Return the outlets that an article credits for its text, in text order, each once and never its own."""
    own = outlet_key(article.outlet or "")
    seen, found = {own, ""}, []
    for credit in sorted(_credits(article.text), key=lambda credit: credit.span.start if credit.span else 0):
        key = outlet_key(credit.outlet)
        if key not in seen:
            seen.add(key)
            found.append(credit)
    return tuple(found)


def _credits(text: str) -> Iterator[Credit]:
    tail = max(0, len(text) - TAIL)
    for pattern, start, end, method in (
        (DATELINE, 0, HEAD, "dateline"),
        (BYLINE, 0, HEAD, "byline"),
        (BYLINE, tail, len(text), "byline"),
        (CONTRIBUTED, tail, len(text), "contributed"),
    ):
        for match in pattern.finditer(text, start, end):
            group = next(i for i, words in enumerate(match.groups(), 1) if words)
            name = match[group].strip()
            if is_outlet(name):
                yield Credit(name, Span(*match.span(group)), method)
