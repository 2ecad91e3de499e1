"""The steps from a document to its statements, in their order."""

from attribution.document.document import Document
from attribution.statements.authorization import authorize
from attribution.statements.extraction import extract
from attribution.statements.resolution import resolve
from attribution.statements.statement import Statement
from attribution.statements.telling import tell
from attribution.statements.terms.finding import find_terms
from attribution.statements.terms_aside import leave_out_terms
from attribution.text.article import Article


def find_statements(document: Document, article: Article) -> tuple[Statement, ...]:
    """Return the statements of an article with their speakers and terms, in text order."""
    terms, found = find_terms(document), extract(document, article.id)
    resolved = resolve(document, found, title=article.title, outlet=article.outlet, terms=terms)
    return leave_out_terms(document, authorize(document, tell(document, resolved), terms))
