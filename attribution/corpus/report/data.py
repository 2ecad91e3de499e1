"""What the page's script knows, as JSON that cannot end the element it stands in."""

import json
from typing import TypedDict

from attribution.corpus.report.contents import Contents, day
from attribution.corpus.report.foreign import clean
from attribution.corpus.report.layout import Layout, Tie
from attribution.corpus.report.marks import marks_in

# Within JSON these stand in texts alone. An HTML parser looks for <, older scripts end a line at the separators.
_ESCAPED = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


MEMBER = "member"  # what *belongs* is from the side of the organization


class ArticleData(TypedDict):
    """An article: the number of its outlet (0 unknown), its day (ISO, empty unknown), the statements of each mark."""

    outlet: int
    day: str
    marks: list[tuple[int, ...]]


class StatementData(TypedDict):
    """A statement: the number of its article, and the terms."""

    article: int
    status: str


class NodeData(TypedDict):
    """A node of the graph: its name, and the nodes it is tied to, each with the ties (*for*, *against*)."""

    name: str
    near: list[tuple[str, str]]


def data_of(contents: Contents, layout: Layout) -> str:
    """Return the data of a report as JSON: *articles* and *statements* by number less one, *nodes* by id."""
    articles = [
        ArticleData(
            outlet=contents.outlet_number(article),
            day=day(article),
            marks=list(marks_in(article.id, contents).values()),
        )
        for article in contents.articles
    ]
    statements = [
        StatementData(
            article=contents.article_numbers[record.article.id], status=record.statement.authorization.status.value
        )
        for record in contents.records
    ]
    whole = {"articles": articles, "statements": statements, "nodes": _nodes(contents, layout)}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)


def _nodes(contents: Contents, layout: Layout) -> dict[str, NodeData]:
    names = {f"o{number}": contents.organizations[number - 1].name for number in layout.organizations}
    names |= {f"p{number}": contents.sources[number - 1].name for number in layout.sources}
    names |= {f"c{number}": contents.claims[number - 1].claim for number in layout.claims}
    nodes = {key: NodeData(name=clean(name), near=[]) for key, name in names.items()}
    for line in layout.lines:
        nodes[line.start]["near"].append((line.end, MEMBER if line.tie is Tie.BELONGS else line.tie.value))
        nodes[line.end]["near"].append((line.start, line.tie.value))
    return nodes
