"""What the tests of the report share: small corpora made by hand, and pages taken apart."""

import re
from collections.abc import Callable, Iterator, Sequence
from html.parser import HTMLParser

import numpy as np
import pytest

from attribution.corpus.corpus import Corpus
from attribution.corpus.storage.entry import Entry
from attribution.corpus.storage.store import Store
from attribution.graph.matching.matcher import STEPS, WIDTH
from attribution.statements.statement import Authorization, AuthorizationStatus, Speaker, SpeakerKind, Statement
from attribution.text.article import Article, content_id
from attribution.text.span import Span

VOID = {"meta", "input", "br", "link", "img", "hr"}
Said = tuple[str, str, AuthorizationStatus]  # who, the words, on what terms


def statement_of(article: Article, name: str, words: str, status: AuthorizationStatus, **more: object) -> Statement:
    """Return the statement of somebody (of nobody where the name is empty), whose words stand in the article."""
    start = article.text.index(words)
    named = status in (AuthorizationStatus.ON_RECORD, AuthorizationStatus.OFFICIAL)
    body = status is AuthorizationStatus.OFFICIAL
    kind = SpeakerKind.ORGANIZATION if body else SpeakerKind.PERSON
    return Statement(
        id=content_id("statement", article.id, words),
        article_id=article.id,
        text=words,
        content=(Span(start, start + len(words)),),
        speaker=Speaker(name=name, kind=kind, named=named, **more) if name else None,
        authorization=Authorization(status=status),
    )


class SureMatcher:
    """A matcher without a model that makes up its mind: most words in common is the same, *not* in one the opposite."""

    searcher_sum = "sure"

    def vectors(self, texts: Sequence[str]) -> np.ndarray:
        """Return vectors of length 1, each word in places of its own."""
        found = np.zeros((len(texts), WIDTH), np.float32)
        for row, text in enumerate(texts):
            for word in _words(text):
                start = sum(map(ord, word)) % (WIDTH - 16)
                found[row, start : start + 16] += 1
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        return np.rint(found / np.maximum(lengths, 1e-6) * STEPS).clip(-127, 127).astype(np.int8)

    def judge(self, pairs: Sequence[tuple[str, str]]) -> np.ndarray:
        """Return the chances of supporting, contradicting, neither, and bearing at all."""
        return np.array([self._judge(_words(one), _words(other)) for one, other in pairs], np.float32).reshape(-1, 4)

    def _judge(self, one: frozenset[str], other: frozenset[str]) -> tuple[float, ...]:
        if len(one & other) / max(1, len(one | other)) < 0.5:
            return (0.01, 0.01, 0.98, 0.02)
        return (0.01, 0.98, 0.01, 0.99) if ("not" in one) != ("not" in other) else (0.98, 0.01, 0.01, 0.99)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower()))


@pytest.fixture
def matcher() -> SureMatcher:
    """Return a matcher that finds claims in small corpora."""
    return SureMatcher()


@pytest.fixture
def corpus_of(matcher) -> Callable[..., Corpus]:
    """Return what makes a corpus of articles, each with its statements."""

    def make(*told: tuple[Article, Sequence[Statement]]) -> Corpus:
        store = Store()
        for article, statements in told:
            vectors = matcher.vectors([one.text for one in statements])
            store.add(
                Entry(
                    article=article,
                    statements=tuple(statements),
                    claim_texts=tuple(one.text for one in statements),
                    vectors=tuple(vector.tobytes() for vector in vectors),
                )
            )
        return Corpus(store, matcher=matcher)

    return make


@pytest.fixture
def told() -> Callable[..., tuple[Article, list[Statement]]]:
    """Return what makes an article with its statements: `told("Ledger", "2026-03-02", ("Ann Lee", words, status))`."""

    def make(outlet: str, published: str, *said: Said, **metadata: str) -> tuple[Article, list[Statement]]:
        text = "\n\n".join(f"{words}, {name or 'somebody'} said." for name, words, _ in said)
        article = Article(text=text, outlet=outlet, published=published, title=f"By {outlet}", **metadata)
        return article, [statement_of(article, *one) for one in said]

    return make


@pytest.fixture
def bridge(told, corpus_of) -> Corpus:
    """Return a corpus of three outlets on one bridge: a claim, a denial, somebody unnamed, an article without a date."""
    record, anonymous = AuthorizationStatus.ON_RECORD, AuthorizationStatus.ANONYMOUS
    return corpus_of(
        told(
            "Harbor Ledger",
            "2026-03-02T09:00",
            ("Ann Lee", "the old bridge will close in May", record),
            ("an aide", "the old bridge will close in May or June", anonymous),
            url="https://ledger.example/1",
        ),
        told("Vale Post", "2026-03-03", ("Rui Dias", "the old bridge will not close in May", record)),
        told("Vale Post", "", ("", "nobody crosses it anyway", AuthorizationStatus.UNKNOWN)),
        told(
            "Northern Wire", "2026-03-04", ("the Works Office", "work costs nine million", AuthorizationStatus.OFFICIAL)
        ),
    )


@pytest.fixture
def crowd(told, corpus_of) -> Corpus:
    """Return a corpus in which fifty people say one thing, three of them the opposite."""
    record = AuthorizationStatus.ON_RECORD
    names = [f"{first} {last}" for first in ("Ann", "Bo", "Cy", "Di", "Ed") for last in "ABCDEFGHIJ"]
    return corpus_of(
        *(
            told(f"Outlet {number}", "2026-03-02", (f"{name}lund", f"the old bridge will {word}close in May", record))
            for number, name in enumerate(names)
            for word in [("not " if number % 20 == 0 else "")]
        )
    )


class Element:
    """An element of a page, with what stands in it."""

    def __init__(self, tag: str, attributes: dict[str, str], parent: "Element | None") -> None:
        self.tag, self.attributes, self.parent = tag, attributes, parent
        self.inside: list[Element | str] = []

    @property
    def text(self) -> str:
        """All text in it."""
        return "".join(part if isinstance(part, str) else part.text for part in self.inside)

    @property
    def classes(self) -> set[str]:
        """Its classes."""
        return set(self.attributes.get("class", "").split())

    def all(self, tag: str = "", **wanted: str) -> list["Element"]:
        """Return the elements in it with a tag, a class (`kind`), an id or other attributes."""
        return [one for one in self._below() if one._is(tag, wanted)]

    def one(self, tag: str = "", **wanted: str) -> "Element":
        """Return the only such element."""
        (found,) = self.all(tag, **wanted)
        return found

    def _below(self) -> Iterator["Element"]:
        for part in self.inside:
            if isinstance(part, Element):
                yield part
                yield from part._below()

    def _is(self, tag: str, wanted: dict[str, str]) -> bool:
        if tag and self.tag != tag:
            return False
        return all(
            value in self.classes if name == "kind" else self.attributes.get(name.replace("_", "-")) == value
            for name, value in wanted.items()
        )

    def shape(self) -> list[tuple[str, tuple[str, ...]]]:
        """Return the tags in it with the names of their attributes, in order."""
        return [(one.tag, tuple(one.attributes)) for one in self._below()]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.at = self.root = Element("", {}, None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice: {names}"
        element = Element(tag, {name: value or "" for name, value in attrs}, self.at)
        self.at.inside.append(element)
        if tag not in VOID:
            self.at = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.at.tag == tag, f"</{tag}> closes <{self.at.tag}>"
        self.at = self.at.parent

    def handle_data(self, data: str) -> None:
        self.at.inside.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def _read(html: str) -> Element:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert reader.at is reader.root, f"<{reader.at.tag}> is never closed"
    return reader.root


@pytest.fixture
def read() -> Callable[[str], Element]:
    """Return what takes a page apart; every element in it has to be closed in its place."""
    return _read


@pytest.fixture
def page(tmp_path) -> Callable[..., Element]:
    """Return what writes the report of a corpus and takes it apart: `page(corpus, claims=["…"])`."""

    def make(corpus: Corpus, **options: object) -> Element:
        path = corpus.report(tmp_path / "report.html", **options)
        return _read(path.read_bytes().decode("utf8"))

    return make


@pytest.fixture
def said() -> Callable[..., Statement]:
    """Return what makes one statement."""
    return statement_of
