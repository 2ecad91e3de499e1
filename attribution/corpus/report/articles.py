"""The articles on the page, with what each statement is made of marked in the text."""

from collections.abc import Iterator

from attribution.corpus.report.contents import Contents
from attribution.corpus.report.foreign import address, clean, isolated
from attribution.corpus.report.marks import marks_in
from attribution.corpus.report.wording import where
from attribution.text.article import Article
from attribution.text.highlight import highlight

LEGEND = """<p class="legend attribution">In the texts:
<mark data-kind="source">source</mark>, who speaks (double line);
<mark data-kind="cue">cue</mark>, the reporting words (wavy line);
<mark data-kind="content">content</mark>, the words attributed (shaded);
<mark data-kind="terms">terms</mark> on which they were said (dashed line).
The numbers are those of the statements.</p>"""


def articles_section(contents: Contents) -> Iterator[str]:
    """Yield the section with every article, in order of publication."""
    yield '<section id="articles" aria-labelledby="articles-title"><h2 id="articles-title">Articles</h2>'
    yield LEGEND
    copies = {identity: group for group in contents.copies for identity in group}
    for number, article in enumerate(contents.articles, 1):
        yield from _article(number, article, contents, copies.get(article.id, ()))
    if not contents.articles:
        yield "<p>The corpus holds no article.</p>"
    yield "</section>"


def _article(number: int, article: Article, contents: Contents, copies: tuple[str, ...]) -> Iterator[str]:
    yield f'<article class="entry report" id="a{number}">'
    title = (article.title or "").strip()
    yield f'<h3><span class="number">{number}</span> {isolated(title) if title else "without a title"}</h3>'
    yield f'<p class="where">{where(article) or "outlet and date not known"}</p>'
    if article.url:
        yield f'<p class="where">{address(article.url)}</p>'
    if copies:
        yield f'<p class="copies">One text with {", ".join(_links(copies, article, contents))}</p>'
    yield f"{highlight(clean(article.text), marks_in(article.id, contents))}</article>"


def _links(copies: tuple[str, ...], article: Article, contents: Contents) -> Iterator[str]:
    for other in copies:
        if other != article.id:
            number = contents.article_numbers[other]
            found = contents.articles[number - 1]
            place = f" ({where(found)})" if where(found) else ""
            yield f'<a href="#a{number}">{isolated(found.title or f"article {number}")}</a>{place}'
