"""Write read articles out: as a table, rows of JSON, a web page, CoNLL-U."""

import json
from collections.abc import Callable, Iterable, Iterator

from attribution.document.conllu import to_conllu
from attribution.statements.article import ReadArticle
from attribution.statements.row import Row
from attribution.text.columns import visible
from attribution.text.markup import escaped

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<meta name="viewport" content="width=device-width">
<title>Statements</title>
<style>
body { font-family: Georgia, serif; max-width: 75em; margin: 2em auto; padding: 0 1em; }
table { border-collapse: collapse; font: 0.85em sans-serif; margin: 1em 0 3em; }
td, th { padding: 0.3em 0.8em 0.3em 0; border-bottom: 1px solid rgba(128, 128, 128, 0.4); }
</style>
</head>
<body>
"""


def as_table(articles: Iterable[ReadArticle], width: int) -> Iterator[str]:
    """Yield a heading and a table of at most `width` columns of a terminal for each article."""
    for article in articles:
        yield f"{visible(article.name)}\n\n{article.statements.table(width)}\n\n"


def as_json_lines(articles: Iterable[ReadArticle]) -> Iterator[str]:
    """Yield each statement as a JSON object on a line of its own, its fields those of `Row`."""
    for article in articles:
        for row in article.statements.rows():
            yield _json(row) + "\n"


def as_json(articles: Iterable[ReadArticle]) -> Iterator[str]:
    """Yield one JSON array of all statements, its fields those of `Row`."""
    opening = "[\n"
    for line in as_json_lines(articles):
        yield opening + line.rstrip("\n")
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def as_page(articles: Iterable[ReadArticle]) -> Iterator[str]:
    """Yield a web page with the marked text and the table of each article."""
    yield _PAGE
    for article in articles:
        heading = escaped(article.title or article.name)
        yield f'<h1 dir="auto">{heading}</h1>\n{article._repr_html_()}\n{article.statements._repr_html_()}\n'
    yield "</body>\n</html>\n"


def as_conllu(articles: Iterable[ReadArticle]) -> Iterator[str]:
    """Yield each article's words in CoNLL-U, with entities and attribution roles in MISC."""
    for article in articles:
        yield f"# newdoc id = {visible(article.id)}\n{to_conllu(article.document)}"


FORMATS: dict[str, Callable[[Iterable[ReadArticle]], Iterator[str]]] = {
    "json": as_json,
    "jsonl": as_json_lines,
    "html": as_page,
    "conllu": as_conllu,
}


def _json(row: Row) -> str:
    line = json.dumps(row, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:  # half of a surrogate pair: JSON can escape it, UTF-8 cannot hold it
        return json.dumps(row)
    return line
