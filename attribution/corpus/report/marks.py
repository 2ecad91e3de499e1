"""The marks in an article's text: the sources, cues, contents and terms of its statements, with their numbers."""

from attribution.corpus.report.contents import Contents
from attribution.statements.article import marked_parts
from attribution.text.highlight import Mark
from attribution.text.span import Span


def marks_in(article_id: str, contents: Contents) -> dict[Mark, tuple[int, ...]]:
    """Return the marks of an article, each with the numbers of the statements that it belongs to.

    Words that serve several statements get one mark: *source 2, 5*. A mark stands on the page with its place in this
    order.
    """
    numbers: dict[tuple[Span, str], list[int]] = {}
    for record in contents.records_in.get(article_id, ()):
        number = contents.statement_numbers[record.statement.id]
        for kind, spans in marked_parts(record.statement):
            for span in spans:
                numbers.setdefault((span, kind), []).append(number)
    return {
        Mark(span, kind, f"{kind} {', '.join(map(str, found))}"): tuple(found)
        for (span, kind), found in numbers.items()
    }


def content_marks(contents: Contents) -> dict[int, int]:
    """Return the place of the mark on each statement's first words, by the number of the statement."""
    found: dict[int, int] = {}
    for article_id, records in contents.records_in.items():
        places = {(mark.span, mark.kind): place for place, mark in enumerate(marks_in(article_id, contents))}
        for record in records:
            number = contents.statement_numbers[record.statement.id]
            found[number] = places[record.statement.content[0], "content"]
    return found
