"""Read articles from JSON lines: one object a line, with `text` and whatever metadata are known."""

import json

from attribution.errors import ArticleError
from attribution.text.article import Article, Metadata, describe

FIELDS = ("title", "outlet", "published", "url", "id")


def read_line(line: str, file: str) -> Article:
    """Return the article of one line: *{"text": "…", "outlet": "The Harbor Ledger"}*; unknown fields are ignored.

    Raises:
        ArticleError: the line is no object with a text, or a field is no text.
    """
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ArticleError(file, f"is not JSON: {error}", "write one whole object on each line") from error
    if not isinstance(found, dict) or not isinstance(found.get("text"), str):
        problem = "is no JSON object with a text in the field 'text'"
        raise ArticleError(file, problem, 'write each article as {"text": "...", "title": "..."}')
    metadata = Metadata()
    for name in FIELDS:
        value = found.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if value is not None and not isinstance(value, str):
            raise ArticleError(file, f"has {type(value).__name__} in the field {name!r}", "write text or null there")
        if value:
            metadata[name] = value  # type: ignore[literal-required]
    return describe(Article(text=found["text"], file=file), metadata)
