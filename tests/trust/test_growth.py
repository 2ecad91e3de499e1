"""Time grows with the length of a text, not with its square: four times the text takes four times as long, not sixteen.

Times are of this process, the shortest of three; whatever else the machine does has no part in them.
"""

import gc
import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve

from attribution import Article, Document, Sentence, read_text
from attribution.document.conllu import from_conllu, to_conllu
from attribution.document.furniture.furniture import furniture
from attribution.document.splitting.paragraphs import paragraphs
from attribution.graph.claims.standing import claim_texts
from attribution.statements.article import ReadArticle
from attribution.statements.quoting.quotation_marks import quoted_spans
from attribution.statements.steps import find_statements
from attribution.text.decoding import decode
from attribution.text.highlight import Mark, highlight
from attribution.text.json_lines import read_line
from attribution.text.readable import readable
from attribution.text.span import Span
from tests.benchmarks.articles import article

LONGER = 4
ATTEMPTS = 3
MOST = 7.0  # linear work takes 4 times as long, quadratic 16; the rest is for noise
PARSES = Path(__file__).parents[1] / "parses"
TEXTS = {
    "quotation marks": '“” " ',
    "opening marks alone": "“",
    "single marks": "'’ ",
    "said": "said ",
    "one word": "harbor ",
    "letters without a space": "a",
    "full stops": ". ",
    "empty lines": "\n\n",
    "short quoted paragraphs": "“No,” he said.\n\n",
    "one line": "“No,” she said, and the port stayed open. ",
    "brackets": "([{",
    "a line of the page": "Share this article\n\n",
    "capitals": "A. B. ",
}


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time of the fastest of three runs.

    No rubbish is collected meanwhile: that takes time in step with all that earlier tests left in memory.
    """
    times = []
    gc.collect()
    gc.disable()
    try:
        for _ in range(3):
            began = time.process_time()
            work()
            times.append(time.process_time() - began)
    finally:
        gc.enable()
    return min(times)


def assert_linear(make: Callable[[int], Callable[[], object]], size: int, least: float = 0.01) -> None:
    """See that work on four times as much takes four times as long; sizes double until the time can be measured.

    A machine that was busy is asked again: quadratic work fails however often it is measured.
    """
    work = make(size)
    while seconds(work) < least:
        size *= 2
        work = make(size)
    more, found = make(LONGER * size), []
    for _ in range(ATTEMPTS):
        found.append((seconds(work), seconds(more)))
        if found[-1][1] < MOST * found[-1][0]:
            return
    pytest.fail(f"seconds that {size:,} and {LONGER * size:,} took: {found}")


def tiled(document: Document, copies: int) -> Document:
    """Return a parse many times over, as one line without breaks."""
    width, length, number = len(document.words), len(document.text) + 1, len(document.sentences)
    words = tuple(
        evolve(
            word,
            index=word.index + copy * width,
            start=word.start + copy * length,
            end=word.end + copy * length,
            head=word.head + copy * width if word.head >= 0 else word.head,
            cue=word.cue + copy * width if word.cue >= 0 else word.cue,
        )
        for copy in range(copies)
        for word in document.words
    )
    sentences = tuple(
        Sentence(sentence.index + copy * number, sentence.first + copy * width, sentence.last + copy * width)
        for copy in range(copies)
        for sentence in document.sentences
    )
    return Document(" ".join([document.text] * copies), words, sentences)


def through_text_steps(text: str) -> None:
    """Do with a text everything that looks at its characters, in a process without models."""
    readable(decode(text.encode(), "a text"))
    read_line(json.dumps({"text": text}), "a line")
    list(paragraphs(text))
    furniture(text)
    quoted_spans(text)
    highlight(text, [Mark(Span(place, place + 3), "source") for place in range(0, len(text) - 3, 7)])


@pytest.mark.parametrize("unit", TEXTS.values(), ids=TEXTS)
def test_what_is_done_with_the_text_is_linear(unit):
    """What looks at the characters takes time in step with their number, whatever they are."""

    def make(size):
        text = unit * (size // len(unit) + 1)
        return lambda: through_text_steps(text)

    assert_linear(make, 5_000)


@pytest.mark.parametrize("name", ["nested", "speaker-names", "floating-same-paragraph"])
def test_finding_statements_is_linear(name):
    """Statements, speakers and terms of a text without line breaks take time in step with its length."""
    document = from_conllu((PARSES / f"{name}.conllu").read_text(encoding="utf8"))

    def make(copies):
        long = tiled(document, copies)
        return lambda: find_statements(long, Article(text=long.text))

    assert_linear(make, 10, least=0.03)


def test_unnamed_speakers_and_their_terms_are_nearly_linear():
    """An article in which a hundred officials speak on condition of anonymity is read in time."""
    document = from_conllu((PARSES / "terms-officials.conllu").read_text(encoding="utf8"))

    def make(copies):
        long = tiled(document, copies)
        return lambda: find_statements(long, Article(text=long.text))

    assert_linear(make, 6, least=0.03)


def test_what_statements_claim_is_linear():
    """Who endorses whom and what *it* means takes time in step with the text's length."""
    document = from_conllu((PARSES / "claims-it.conllu").read_text(encoding="utf8"))

    def make(copies):
        long = tiled(document, copies)
        article = Article(text=long.text)
        read = ReadArticle.of(article, long, find_statements(long, article))
        return lambda: claim_texts(read)

    assert_linear(make, 6, least=0.03)


def test_conllu_is_linear():
    """Writing and reading CoNLL-U takes time in step with the number of words."""
    document = from_conllu((PARSES / "nested.conllu").read_text(encoding="utf8"))

    def make(copies):
        long = tiled(document, copies)
        return lambda: from_conllu(to_conllu(long))

    assert_linear(make, 5)


@pytest.mark.parametrize("unit", ["“” ", "said ", "harbor "], ids=["quotation marks", "said", "one word"])
def test_reading_with_the_models_is_linear(unit):
    """What the models make of a text with no sentence in it takes time in step with its length."""
    read_text("The port is open, she said.")  # loads the models

    def make(size):
        text = unit * size
        return lambda: read_text(text, check_language=False)

    assert_linear(make, 60, least=0.05)


def test_reading_ordinary_paragraphs_is_linear():
    """Four times as many paragraphs of news take four times as long."""

    def make(number):
        text = "\n\n".join(article(i) for i in range(number))
        return lambda: read_text(text)

    make(1)()
    assert_linear(make, 1, least=0.05)


@pytest.mark.slow
@pytest.mark.parametrize("unit", TEXTS.values(), ids=TEXTS)
def test_ten_megabytes_pass_through_the_text_steps(unit):
    """10 MB of anything pass in a minute of processor time."""
    text = unit * (10_000_000 // len(unit))
    began = time.process_time()

    through_text_steps(text)

    assert time.process_time() - began < 60


@pytest.mark.slow
def test_a_megabyte_on_one_line_is_read():
    """A megabyte of news without a line break is read at a thousand words a second at least."""
    text = " ".join(" ".join(article(i).split()) for i in range(450))
    began = time.process_time()

    found = read_text(text[:1_000_000])

    assert len(found.statements) > 5_000
    assert time.process_time() - began < len(found.document.words) / 1_000
