"""Texts and articles as SQLite keeps them, and back."""

from collections.abc import Sequence

from attribution.text.article import Article

ARTICLE = "a.id, a.text, a.title, a.outlet, a.published, a.url, a.file"  # the columns that `article_of` takes


def to_bytes(text: str) -> bytes:
    """Return a text as SQLite keeps it, halves of surrogate pairs and all."""
    return text.encode("utf8", "surrogatepass")


def bytes_or_none(text: str | None) -> bytes | None:
    """Return a text that may be unknown as SQLite keeps it."""
    return None if text is None else to_bytes(text)


def to_text(held: object) -> str:
    """Return the text that SQLite keeps."""
    return held.decode("utf8", "surrogatepass") if isinstance(held, bytes) else str(held)


def article_of(row: Sequence[object]) -> Article:
    """Return the article of a row that begins with the columns of `ARTICLE`."""
    identity, text, title, outlet, published, url, file = row[:7]
    known = {
        name: to_text(value)
        for name, value in (
            ("title", title),
            ("outlet", outlet),
            ("published", published),
            ("url", url),
            ("file", file),
        )
        if value is not None
    }
    return Article(text=to_text(text), id=str(identity), **known)
