"""Articles kept together, in memory or in a file: opening, adding, closing."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from html import escape
from itertools import groupby
from os import PathLike
from types import TracebackType
from typing import Self

from attribution.corpus.adding import entry_of
from attribution.corpus.overview import GLANCE, cells_of, outlets_of
from attribution.corpus.present import Present
from attribution.corpus.storage.database import IN_MEMORY
from attribution.corpus.storage.store import Store
from attribution.errors import CorpusFileError
from attribution.graph.matching.matcher import Matcher, open_matcher
from attribution.statements.article import ReadArticle
from attribution.statements.reading import Annotates, read_many
from attribution.text.article import Article, describe
from attribution.text.columns import counted, visible
from attribution.text.files import OnError
from attribution.text.html_table import html_table

SEARCHER = "searcher"  # the setting that tells which model made the vectors of a file


class Collection:
    """Articles with their statements, and what follows from them at the moment."""

    def __init__(self, store: Store | None = None, *, matcher: Matcher | None = None) -> None:
        self._store = store or Store()
        self._matcher = matcher
        self._matcher_checked: Matcher | None = None
        self._present: Present | None = None

    @classmethod
    def open(cls, path: str | PathLike[str], *, read_only: bool = False, check: bool = False) -> Self:
        """Open the corpus in a file, which is made where there is none.

        A file of up to 32 MB is looked through for damage; a larger one takes a second for each GB, or longer where it
        has to be read from a slow disk, and is only with `check`.

        Raises:
            CorpusFileError: the file cannot be opened.
            CorpusDamagedError: it is no corpus, or damaged.
            CorpusVersionError: a newer release made it.
        """
        return cls(Store(path, read_only=read_only, check=check))

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def counts(self) -> dict[str, int]:
        """Return how many articles and statements there are."""
        articles, statements = self._store.counts()
        return {"articles": articles, "statements": statements}

    def __len__(self) -> int:
        return self._store.counts()[0]

    def __repr__(self) -> str:
        articles, statements = self._store.counts()
        place = "in memory" if self._store.file == IN_MEMORY else self._store.file
        return f"<Corpus {place}: {counted(articles, 'article')}, {counted(statements, 'statement')}>"

    def _repr_html_(self) -> str:
        return f"<p>{escape(visible(repr(self)[1:-1]))}</p>" + html_table(GLANCE, cells_of(outlets_of(self._store)))

    def add(
        self,
        article: str | Article,
        *,
        id: str | None = None,
        title: str | None = None,
        outlet: str | None = None,
        published: str | None = None,
        url: str | None = None,
        pipeline: Annotates | None = None,
        check_language: bool = True,
    ) -> bool:
        """Add a text or an article, reading it first where that was not done; False where it is there already.

        Raises:
            ArticleError: the text cannot be read.
        """
        given = Article(text=article) if isinstance(article, str) else article
        described = describe(given, {"title": title, "outlet": outlet, "published": published, "url": url, "id": id})
        return self.add_many([described], pipeline=pipeline, check_language=check_language) == 1

    def add_many(
        self,
        articles: Iterable[Article],
        *,
        pipeline: Annotates | None = None,
        check_language: bool = True,
        on_error: OnError | None = None,
        executor: Executor | None = None,
    ) -> int:
        """Add articles as they come, read or not, and return how many were new.

        Each is added whole or not at all: a process that is killed loses the one at work. What cannot be read is given
        to `on_error`. An `executor` reads in other processes; articles that were read already are only added.

        Raises:
            ArticleError: an article cannot be read, and no `on_error` was given.
        """
        fresh = (article for article in articles if not self._store.holds(article.id))
        read = self._read(fresh, pipeline=pipeline, check_language=check_language, on_error=on_error, executor=executor)
        return sum(self._add(article) for article in read)

    def _add(self, article: ReadArticle) -> bool:
        matcher = self._open_matcher()
        if not self._store.setting(SEARCHER):
            self._store.set(SEARCHER, matcher.searcher_sum)
        return self._store.add(entry_of(article, matcher, self._store))

    def _read(
        self,
        articles: Iterable[Article],
        *,
        pipeline: Annotates | None,
        check_language: bool,
        on_error: OnError | None,
        executor: Executor | None,
    ) -> Iterator[ReadArticle]:
        for is_read, some in groupby(articles, key=lambda article: isinstance(article, ReadArticle)):
            if is_read:
                yield from (article for article in some if isinstance(article, ReadArticle))
            else:
                yield from read_many(
                    some, pipeline=pipeline, check_language=check_language, on_error=on_error, executor=executor
                )

    def _open_matcher(self) -> Matcher:
        """Return the matcher, once it is known to be the one that made the vectors in the file.

        Raises:
            CorpusFileError: another one made them.
        """
        matcher = self._matcher or open_matcher()
        if self._matcher_checked is not matcher:
            made_by = self._store.setting(SEARCHER)
            if made_by not in ("", matcher.searcher_sum):
                problem = "was made with another model, whose vectors cannot be compared with this one's"
                raise CorpusFileError(self._store.file, problem, "add its articles to a new file")
            self._matcher = self._matcher_checked = matcher
        return matcher

    def _now(self) -> Present:
        if self._present is None or self._present.revision != self._store.revision:
            self._present = Present(self._store, self._open_matcher)
        return self._present
