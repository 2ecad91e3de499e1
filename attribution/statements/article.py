"""An article that has been read: its text, its words and who is reported to have said what."""

from attrs import asdict, frozen

from attribution.document.document import Document
from attribution.statements.statement import Statement
from attribution.statements.table import Statements
from attribution.text.article import Article
from attribution.text.columns import counted, visible
from attribution.text.highlight import STYLE, Mark, highlight
from attribution.text.span import Span


@frozen(kw_only=True, repr=False)
class ReadArticle(Article):
    """An article with its annotated `document` and its `statements`, which a notebook shows as a table.

    In a notebook the article shows its text with every source, cue and content marked and numbered: *source 3* is
    that of `article.statements[3]`.
    """

    document: Document
    statements: Statements

    @classmethod
    def of(cls, article: Article, document: Document, statements: tuple[Statement, ...]) -> "ReadArticle":
        """Put an article and what was found in it together."""
        return cls(**asdict(article, recurse=False), document=document, statements=Statements(statements, article))

    def marks(self) -> tuple[Mark, ...]:
        """Return a mark for every source, cue and content, and for the words that state terms.

        Words that serve several statements get one mark with the numbers of all: *terms 2, 5*.
        """
        numbers: dict[tuple[Span, str], list[str]] = {}
        for number, statement in enumerate(self.statements):
            for kind, spans in marked_parts(statement):
                for span in spans:
                    numbers.setdefault((span, kind), []).append(str(number))
        return tuple(Mark(span, kind, f"{kind} {', '.join(found)}") for (span, kind), found in numbers.items())

    def __repr__(self) -> str:
        where = ", ".join(filter(None, (self.outlet, self.published)))
        name = (self.title or "").strip() or self.name
        sizes = f"{counted(len(self.text.split()), 'word')}, {counted(len(self.statements), 'statement')}"
        return visible(f"<ReadArticle {name}{f' ({where})' if where else ''}: {sizes}>")

    def _repr_html_(self) -> str:
        return f"{STYLE}{highlight(self.text, self.marks())}"


def marked_parts(statement: Statement) -> tuple[tuple[str, tuple[Span, ...]], ...]:
    """Return what is marked in the text for a statement: its parts by their names, and the terms."""
    return (
        ("content", statement.content),
        ("source", statement.source),
        ("cue", statement.cue),
        ("terms", statement.authorization.terms),
    )
