"""One published text with its metadata."""

import hashlib
from typing import TypedDict

from attrs import asdict, field, frozen, validators


def content_id(kind: str, *parts: object) -> str:
    """Return an id made of content, so that two runs give the same: *statement:1f0c…*."""
    digest = hashlib.blake2b("\x1f".join(map(str, parts)).encode("utf8", "surrogatepass"), digest_size=8)
    return f"{kind}:{digest.hexdigest()}"


@frozen(kw_only=True)
class Article:
    """A text as it was published, and what is known of its publication; unknown metadata are None.

    `published` is kept as given; a date as ISO 8601 (*2020-10-11*) can be compared and sorted.
    `file` says where the text was read: *news/truce.txt*, *feed.jsonl:12*. It is no part of the identity.
    """

    text: str = field(repr=False, validator=validators.instance_of(str))
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    file: str | None = field(default=None, eq=False)
    id: str = field()

    @id.default
    def _id_of_content(self) -> str:
        return content_id("article", self.url or "", self.outlet or "", self.title or "", self.text)

    @property
    def name(self) -> str:
        """What a message calls the article: its file, else its title, address or id."""
        return self.file or self.title or self.url or self.id


class Metadata(TypedDict, total=False):
    """What may be known of an article's publication, as arguments by name."""

    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    id: str | None


def describe(article: Article, metadata: Metadata) -> Article:
    """Return the article with the metadata that are given; an id made of content is then made anew."""
    given = {name: value for name, value in metadata.items() if value is not None}
    if not given:
        return article
    known = asdict(article, recurse=False)
    if article.id == article._id_of_content():
        del known["id"]
    return Article(**(known | given))
