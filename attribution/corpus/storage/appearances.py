"""Where and when the articles of a corpus file appeared, without reading their texts."""

from attrs import frozen

from attribution.corpus.storage.columns import to_text
from attribution.corpus.storage.database import reads
from attribution.corpus.storage.store import Store


@frozen
class Appearance:
    """An article as a listing names it; what is not known is empty."""

    outlet: str
    published: str
    title: str


@reads
def appearances_in(store: Store) -> dict[str, Appearance]:
    """Return how each article is named, by its id."""
    rows = store.rows("SELECT id, outlet, published, title FROM articles")
    return {str(identity): Appearance(*map(_text_or_nothing, named)) for identity, *named in rows}


def _text_or_nothing(held: object) -> str:
    return "" if held is None else to_text(held)
