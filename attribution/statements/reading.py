"""Read articles: a text or files in, articles with their statements out."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor
from functools import partial
from itertools import islice
from os import fspath
from typing import Protocol

from attrs import evolve, frozen

from attribution.document.document import Document
from attribution.document.language import check_english
from attribution.errors import ArticleError, AttributionError, PipelineError
from attribution.statements.article import ReadArticle
from attribution.statements.elsewhere import outcomes_in_order
from attribution.text.article import Article, Metadata, describe
from attribution.text.files import AnyPath, OnError, raise_error, read_articles
from attribution.text.readable import readable

LONGEST = 2_000_000  # characters; reading half as many takes 1.3 GB of memory
BATCH = 16  # articles annotated together; more cost memory and gain no time


class Annotates(Protocol):
    """Whatever turns texts into documents; `attribution.load_pipeline()` gives one."""

    def annotate(self, texts: Sequence[str]) -> list[Document]:
        """Return the document of each text."""
        ...


def read_text(
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    url: str | None = None,
    id: str | None = None,
    pipeline: Annotates | None = None,
    check_language: bool = True,
) -> ReadArticle:
    """Read an article: find who is reported to have said what, and on what terms.

    In *"We will not leave," said Amina Haddad* one statement is found, and its speaker is Amina Haddad.
    `title` and `outlet` help to tell speakers; all metadata are kept.

    Raises:
        ArticleError: the text is empty or not English (`check_language=False` reads it all the same).
    """
    if not isinstance(text, str):
        raise ArticleError("the text", f"is of type {type(text).__name__}", "pass a str; read(path) reads a file")
    metadata = Metadata(title=title, outlet=outlet, published=published, url=url, id=id)
    return next(_read_batch([describe(Article(text=text), metadata)], _Run(pipeline, check_language)))


def read(
    path: AnyPath,
    *,
    encoding: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    url: str | None = None,
    id: str | None = None,
    pipeline: Annotates | None = None,
    check_language: bool = True,
) -> ReadArticle:
    """Read the article in a file: plain text, one line of JSON, or a saved web page.

    Metadata given here take the place of the file's own: `read("truce.txt", outlet="The Harbor Ledger")`.

    Raises:
        ArticleError: the file cannot be read, holds no article or several, or is not English.
    """
    found = list(islice(read_articles(path, encoding=encoding), 2))
    if len(found) != 1:
        problem = "holds more than one article" if found else "holds no article"
        raise ArticleError(fspath(path), problem, "read(path) reads one, read_many(path) any number")
    metadata = Metadata(title=title, outlet=outlet, published=published, url=url, id=id)
    return next(_read_batch([describe(found[0], metadata)], _Run(pipeline, check_language)))


def read_many(
    paths: AnyPath | Iterable[AnyPath | Article],
    *,
    encoding: str | None = None,
    pipeline: Annotates | None = None,
    check_language: bool = True,
    on_error: OnError | None = None,
    executor: Executor | None = None,
) -> Iterator[ReadArticle]:
    """Yield the articles of a folder, a pattern (`news/*.txt`), of files or of `Article` values, as they are asked for.

    What cannot be read is given to `on_error`, and reading goes on:
    `errors = []; articles = list(read_many("news", on_error=errors.append))`.
    An `executor` (`concurrent.futures.ProcessPoolExecutor`, or a cluster's) reads in other processes; articles, order
    and ids are the same.

    Raises:
        ArticleError: an article cannot be read, and no `on_error` was given; the message names the file.
    """
    run = _Run(pipeline, check_language, on_error or raise_error)
    articles = read_articles(paths, encoding=encoding, on_error=on_error)
    batches = iter(lambda: tuple(islice(articles, BATCH)), ())
    if executor is None:
        for batch in batches:
            yield from _read_batch(batch, run)
        return
    for outcome in outcomes_in_order(executor, partial(_outcomes, pipeline, check_language), batches):
        if isinstance(outcome, ReadArticle):
            yield outcome
        else:
            run.fail(outcome)


@frozen
class _Run:
    """How articles are read in one call."""

    pipeline: Annotates | None
    check_language: bool
    fail: OnError = raise_error

    def annotate(self, articles: Sequence[Article]) -> list[Document]:
        if self.pipeline is None:
            from attribution.document.pipeline import default_pipeline

            return default_pipeline().annotate([readable(article.text) for article in articles])
        if not hasattr(self.pipeline, "annotate"):
            found = f"{type(self.pipeline).__name__} has no method annotate"
            raise PipelineError(found, "pass load_pipeline(your Stanza pipeline)")
        return self.pipeline.annotate([readable(article.text) for article in articles])


def _read_batch(articles: Iterable[Article], run: _Run) -> Iterator[ReadArticle]:
    from attribution.statements.steps import find_statements

    for article, document in _annotated([article for article in articles if _is_readable(article, run)], run):
        try:
            statements = find_statements(document, article)
        except Exception as error:
            run.fail(_unforeseen(article, error))
        else:
            yield ReadArticle.of(article, document, statements)


def _outcomes(
    pipeline: Annotates | None, check_language: bool, batch: Sequence[Article]
) -> list[ReadArticle | ArticleError]:
    """Return each article of a batch read, or the error that it made; this is what another process runs."""
    outcomes: list[ReadArticle | ArticleError] = []
    for article in batch:  # one by one, so that errors stand where their articles do; windows are read alone anyway
        errors: list[ArticleError] = []
        read = list(_read_batch([article], _Run(pipeline, check_language, errors.append)))
        outcomes += [*errors, *read]
    return outcomes


def _is_readable(article: Article, run: _Run) -> bool:
    try:
        if not article.text.strip():
            raise ArticleError(article.name, "holds no text", "leave it out")
        if len(article.text) > LONGEST:
            problem = f"has {len(article.text):,} characters, more than any article ({LONGEST:,} at most)"
            raise ArticleError(article.name, problem, "split it into its articles, such as JSON lines")
        if run.check_language:
            check_english(article.text, article.name)
    except ArticleError as error:
        run.fail(error)
        return False
    return True


def _annotated(articles: Sequence[Article], run: _Run) -> list[tuple[Article, Document]]:
    """Annotate articles together, or each alone where that fails, so that one takes no others with it."""
    if not articles:
        return []
    try:
        documents = run.annotate(articles)
    except AttributionError:  # a model or pipeline that does not work will not for the next article either
        raise
    except Exception as error:
        if len(articles) > 1:
            return [pair for article in articles for pair in _annotated([article], run)]
        run.fail(_unforeseen(articles[0], error))
        return []
    return [(a, _with_text(document, a.text)) for a, document in zip(articles, documents, strict=True)]


def _with_text(document: Document, text: str) -> Document:
    """Put the text as it was published back where a readable one of the same length stood for it."""
    if document.text == text:
        return document
    words = tuple(
        evolve(word, text=text[word.start : word.end]) if document.text[word.start : word.end] == word.text else word
        for word in document.words
    )
    return Document(text, words, document.sentences)


def _unforeseen(article: Article, error: Exception) -> ArticleError:
    """Return an error of the library's own for one that it should not have let happen; the cause stays with it."""
    found = ArticleError(
        article.name, f"made reading fail ({type(error).__name__}: {error})", "leave it out, and please report it"
    )
    found.__cause__ = error
    return found
