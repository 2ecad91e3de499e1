"""The corpus: many articles, and the questions that can be asked of them."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from os import PathLike
from types import TracebackType
from typing import TYPE_CHECKING, Self

from attribution.corpus.adding import entry_of
from attribution.corpus.answers import Answer, Answers
from attribution.corpus.asking import LEAST, bearing_on
from attribution.corpus.corroboration import Corroboration, First, first_of, of_relation
from attribution.corpus.present import Present
from attribution.corpus.question import Limits, check_claim
from attribution.corpus.storage.store import Store
from attribution.corpus.weighing import weigh
from attribution.graph.claims.claim import Claim
from attribution.graph.copies.copies import copy_groups
from attribution.graph.matching.matcher import Matcher, open_matcher
from attribution.graph.relation import Relation
from attribution.statements.article import ReadArticle
from attribution.statements.reading import Annotates, read_many
from attribution.text.article import Article, describe
from attribution.text.files import OnError

if TYPE_CHECKING:
    import networkx

MODEL = "matcher"  # the setting that tells which matcher made the vectors of a file


class Corpus:
    """Many articles with their statements, in memory or in one file.

        corpus = Corpus.open("truce.db")
        corpus.add_many(attribution.read_many("articles/"))
        corpus.who_said("The militias will halt attacks if U.S. troops leave")

    The questions look at what is there when they are asked, also at what another process has added.
    """

    def __init__(self, store: Store | None = None, *, matcher: Matcher | None = None) -> None:
        self._store = store or Store()
        self._matcher = matcher
        self._present: Present | None = None

    @classmethod
    def open(cls, path: str | PathLike[str], *, read_only: bool = False) -> Self:
        """Open the corpus in a file, which is made where there is none.

        Raises:
            CorpusFileError: the file cannot be opened.
            CorpusDamagedError: it is no corpus, or damaged.
            CorpusVersionError: a newer release made it.
        """
        return cls(Store(path, read_only=read_only))

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __len__(self) -> int:
        return self._store.counts()[0]

    def __repr__(self) -> str:
        articles, statements = self._store.counts()
        return f"<Corpus {self._store.file}: {articles} articles, {statements} statements>"

    # Adding

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
    ) -> int:
        """Add articles as they come, read or not, and return how many were new.

        Each is added whole or not at all: a process that is killed loses the one at work. What cannot be read is given
        to `on_error`.

        Raises:
            ArticleError: an article cannot be read, and no `on_error` was given.
        """
        fresh = (article for article in articles if not self._store.holds(article.id))
        read = self._read(fresh, pipeline=pipeline, check_language=check_language, on_error=on_error)
        return sum(self._store.add(entry_of(article, self._open_matcher(), self._store)) for article in read)

    def _read(
        self,
        articles: Iterable[Article],
        *,
        pipeline: Annotates | None,
        check_language: bool,
        on_error: OnError | None,
    ) -> Iterator[ReadArticle]:
        for is_read, some in groupby(articles, key=lambda article: isinstance(article, ReadArticle)):
            if is_read:
                yield from (article for article in some if isinstance(article, ReadArticle))
            else:
                yield from read_many(some, pipeline=pipeline, check_language=check_language, on_error=on_error)

    def _open_matcher(self) -> Matcher:
        if self._matcher is None:
            self._matcher = open_matcher()
        return self._matcher

    def _now(self) -> Present:
        if self._present is None or self._present.revision != self._store.revision:
            self._present = Present(self._store, self._open_matcher)
        return self._present

    # Questions on a claim

    def who_said(
        self,
        claim: str,
        *,
        stance: str | None = None,
        status: str | None = None,
        since: str | None = None,
        until: str | None = None,
        outlet: str | None = None,
        source: str | None = None,
        least: float = LEAST,
    ) -> Answers:
        """Return the statements that support, contradict or update a claim, best first.

        The claim is in the asker's own words: *"The bridge was closed for lack of money"*. A claim that nobody made has
        no answers. `least` is the chance from which a statement is an answer. The rest limits whose statements are
        asked: by what the speaker does with the content, the terms, the dates (ISO, both included), the outlet, and
        the source, by its name or id.

        Raises:
            QuestionError: the claim holds no word, or there is no such stance or status.
        """
        asked = check_claim(claim)
        now = self._now()
        limits = Limits(stance=stance, status=status, since=since, until=until, outlet=outlet)
        found = bearing_on(asked, now.searchable(limits.test()), self._open_matcher(), least)
        if not found:
            return Answers(asked, ())
        source_of = now.identities.source_of
        answers = tuple(
            Answer(
                claim=asked,
                record=one.record,
                relation=one.relation,
                score=one.score,
                source_id=source_of.get(one.record.statement.id, ""),
            )
            for one in found
        )
        return Answers(asked, tuple(a for a in answers if source is None or self._is_from(a, source)))

    def _is_from(self, answer: Answer, source: str) -> bool:
        known = self._now().identities.by_id.get(answer.source_id)
        return known is not None and (
            source == known.id or source.casefold() in {name.casefold() for name in known.names}
        )

    def corroboration(self, claim: str, *, least: float = LEAST) -> Corroboration:
        """Return who stands behind a claim, who against it, and how many of them independently.

        Raises:
            QuestionError: the claim holds no word.
        """
        answers = self.who_said(claim, least=least)
        return weigh(answers.claim, answers, self._now(), self._store.grades())

    def first_said(self, claim: str) -> First | None:
        """Return the earliest statement that supports a claim, with how sure that is; None where nobody says so."""
        return first_of(of_relation(claim, self.who_said(claim), Relation.SUPPORTS))

    # What is known across articles

    def claims(self, about: str | None = None) -> tuple[Claim, ...]:
        """Return what is claimed, the claims with most statements first; only those near a topic where one is given."""
        claims = self._now().picture.claims
        if about is not None:
            near = {answer.statement.id for answer in self.who_said(about, least=0.0)}
            claims = tuple(claim for claim in claims if near.intersection(claim.statement_ids))
        return tuple(sorted(claims, key=lambda claim: (-len(claim.statement_ids), claim.id)))

    def copies(self) -> tuple[tuple[str, ...], ...]:
        """Return the groups of articles, by id, that are versions of one text; two at least in each."""
        articles = [article.id for article in self._store.articles()]
        return copy_groups(articles, self._now().overlaps)

    @property
    def graph(self) -> "networkx.MultiDiGraph":
        """Articles, outlets, statements, sources, organizations and claims as a plain networkx graph."""
        from attribution.graph.network.building import build_graph

        return build_graph(self._now().picture)
