"""What the tests of the corpus share: entries made by hand, and a matcher that needs no model."""

import os
import re
import shutil
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pytest

from attribution.corpus.storage.entry import Entry
from attribution.graph.matching.matcher import STEPS, WIDTH
from attribution.statements.statement import (
    Authorization,
    AuthorizationStatus,
    ReasonKind,
    Speaker,
    SpeakerKind,
    Stance,
    Statement,
)
from attribution.text.article import Article, content_id
from attribution.text.span import Span

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def statement_in(article: Article, words: str, speaker: Speaker | None, **fields: object) -> Statement:
    """Return a statement whose content stands in the article's text."""
    start = article.text.index(words)
    return Statement(
        id=content_id("statement", article.id, words),
        article_id=article.id,
        text=words,
        content=(Span(start, start + len(words)),),
        speaker=speaker,
        **fields,
    )


@pytest.fixture
def entry() -> Callable[..., Entry]:
    """Return what makes the entry of a small article: `entry(3)` is always the same, `entry(4)` another."""

    def make(number: int, text: str = "") -> Entry:
        text = text or f"The bridge {number} will close, Ann Lee said.\u2028She said no more; an aide did not either."
        article = Article(text=text, title=f"Bridge {number}", outlet="Harbor Ledger", published="2026-03-02")
        official = Authorization(
            status=AuthorizationStatus.ANONYMOUS,
            terms=(Span(0, 3),),
            reason="because he feared reprisal",
            reason_kinds=(ReasonKind.REPRISAL,),
            speaks_for=False,
        )
        speaker = Speaker(name="Ann Lee", kind=SpeakerKind.PERSON, named=True, count=(1, None), mentions=(Span(0, 3),))
        statements = (
            statement_in(article, text.split(",")[0], speaker, authorization=official, stance=Stance.DENIES),
            statement_in(article, text.split()[-1], None, parent="statement:1", confidence=0.25),
        )
        return Entry(
            article=article,
            statements=statements,
            claim_texts=("The bridge will close", "half of a pair \ud83d"),
            vectors=(bytes(range(128)) * 3, bytes(384)),
            fingerprint=(number, number + 1, 2**63 - 1),
        )

    return make


class WordMatcher:
    """A matcher without a model: texts are as alike as they share words, and what shares most words supports."""

    searcher_sum = "words"

    def vectors(self, texts: Sequence[str]) -> np.ndarray:
        """Return a vector with a place for each word's sum of letters."""
        found = np.zeros((len(texts), WIDTH), np.float32)
        for row, text in enumerate(texts):
            for word in words_in(text):
                found[row, sum(map(ord, word)) % WIDTH] += 1
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        return np.rint(found / np.maximum(lengths, 1e-6) * 0.3 * STEPS).clip(-127, 127).astype(np.int8)

    def judge(self, pairs: Sequence[tuple[str, str]]) -> np.ndarray:
        """Return the share of common words as the chance of bearing; *not* in one of both contradicts."""
        return np.array([self._judge(words_in(one), words_in(other)) for one, other in pairs], np.float32).reshape(
            -1, 4
        )

    def _judge(self, one: frozenset[str], other: frozenset[str]) -> tuple[float, ...]:
        share = len(one & other) / max(1, len(one | other))
        denied = ("not" in one) != ("not" in other)
        return (0.0, share, 1 - share, share) if denied else (share, 0.0, 1 - share, share)


def words_in(text: str) -> frozenset[str]:
    """Return the words of a text in lower case."""
    return frozenset(re.findall(r"\w+", text.lower()))


@pytest.fixture
def matcher() -> WordMatcher:
    """Return a matcher without a model."""
    return WordMatcher()


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    """Return a headless Chromium that is installed on the machine; Playwright's own would have to be downloaded."""
    playwright = pytest.importorskip("playwright.sync_api", reason="pip install --group browser")
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        pytest.skip("no Chromium: apt-get install chromium")
    arguments = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []  # its sandbox refuses root
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=program, args=arguments)
        yield opened
        opened.close()
