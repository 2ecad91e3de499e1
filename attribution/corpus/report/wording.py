"""Parts of sentences that several parts of the page share, as HTML."""

from collections.abc import Iterable
from html import escape

from attribution.corpus.report.contents import Contents, day
from attribution.corpus.report.foreign import clean, isolated
from attribution.graph.record import Record
from attribution.text.article import Article

QUOTED = 160  # characters of a quotation where the whole is a click away
NOBODY = "nobody named"


def numbered(prefix: str, number: int) -> str:
    """Return the id of an element: *s12* for the twelfth statement."""
    return f"{prefix}{number}"


def bearing(numbers: Iterable[int]) -> str:
    """Return the attribute that hides an element when the filters leave none of these statements."""
    return f' data-s="{" ".join(map(str, numbers))}"'


def status_of(record: Record) -> str:
    """Return the terms of a statement as a badge."""
    value = record.statement.authorization.status.value
    return f'<span class="status" data-status="{value}">{value.replace("_", " ")}</span>'


def where(article: Article) -> str:
    """Return outlet and time of an article, as far as they are known."""
    outlet = isolated(article.outlet) if (article.outlet or "").strip() and article.outlet else ""
    return ", ".join(filter(None, (outlet, moment(article))))


def moment(article: Article) -> str:
    """Return when an article was published, as given; empty where that is unknown."""
    if not article.published:
        return ""
    if not day(article):
        return isolated(article.published)
    return f'<time datetime="{day(article)}">{escape(clean(article.published).replace("T", " "))}</time>'


def shortened(words: str) -> str:
    """Return words cut where they are long, between two of them."""
    if len(words) <= QUOTED:
        return words
    return words[:QUOTED].rsplit(" ", 1)[0] + " …"


def speaker_of(record: Record, contents: Contents) -> str:
    """Return who speaks, as the article names him, with a link to the source."""
    speaker = record.statement.speaker
    if speaker is None:
        return NOBODY
    source = contents.source_of.get(record.statement.id)
    name = isolated(speaker.name)
    return f'<a href="#p{contents.source_numbers[source.id]}">{name}</a>' if source else name


def voice(record: Record, contents: Contents, doubt: str = "") -> str:
    """Return one statement as an item of a list: its number, who speaks, on what terms, where, and the first words.

    `doubt` says how sure it is that the statement belongs there, where that needs saying.
    """
    number = contents.statement_numbers[record.statement.id]
    place = where(record.article)
    return (
        f'<li{bearing([number])}><a class="number" href="#s{number}" aria-label="statement {number}">{number}</a> '
        f"{speaker_of(record, contents)} {status_of(record)}{' ' + place if place else ''}{escape(doubt)}: "
        f"<q>{isolated(shortened(record.content))}</q></li>"
    )
