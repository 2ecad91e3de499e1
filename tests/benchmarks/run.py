"""Measure the library on this machine and print tables: `python tests/benchmarks/run.py [--statements 1000 10000]`.

Nothing is asserted: times are of the machine and of what else it does.
"""

import argparse
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))

from articles import article

import attribution
from attribution.corpus.asking import Searchable, bearing_on
from attribution.corpus.corpus import Corpus
from attribution.corpus.search.nearest import search_in
from attribution.corpus.storage.entry import Entry
from attribution.corpus.storage.store import Store
from attribution.document.pipeline import default_pipeline
from attribution.graph.claims.standing import claim_texts
from attribution.graph.matching.matcher import WIDTH, open_matcher
from attribution.statements.statement import Speaker, SpeakerKind, Statement
from attribution.statements.steps import find_statements
from attribution.text.article import Article
from attribution.text.span import Span

CLAIM = "The bridge would be closed for twelve weeks"


def seconds(work: Callable[[], object], rounds: int = 3) -> float:
    """Return the shortest of some rounds."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


def started(code: str) -> float:
    """Return the seconds that a fresh process takes for some code."""
    return seconds(lambda: subprocess.run([sys.executable, "-c", code], check=True, capture_output=True))


def reading(number: int) -> None:
    """Print how fast articles are read, by stage."""
    texts = [article(i) for i in range(number)]
    words = sum(len(text.split()) for text in texts)
    print(f"| start | seconds |\n| --- | ---: |\n| import attribution | {started('import attribution'):.2f} |")
    code = f"import attribution; attribution.read_text({texts[0] + texts[1]!r})"
    print(f"| a process reads its first article | {started(code):.2f} |")
    attribution.read_text(texts[0])
    one = seconds(lambda: attribution.read_text(texts[0] + "\n\n" + texts[1]))
    print(f"| one article of {len((texts[0] + texts[1]).split())} words, warm | {one:.3f} |\n")
    pipeline = default_pipeline()
    began = time.perf_counter()
    documents = [
        document for start in range(0, number, 16) for document in pipeline.annotate(texts[start : start + 16])
    ]
    annotated = time.perf_counter() - began
    began = time.perf_counter()
    for text, document in zip(texts, documents, strict=True):
        find_statements(document, Article(text=text))
    extracted = time.perf_counter() - began
    print(f"| stage, {number} articles of {words // number} words | words a second |\n| --- | ---: |")
    for stage, spent in (
        ("sentences, words, reader", annotated),
        ("statements, speakers, terms", extracted),
        ("text to statements", annotated + extracted),
    ):
        print(f"| {stage} | {words / spent:,.0f} |")
    articles = list(attribution.read_many([Article(text=text) for text in texts[:32]]))
    claims = [text for one in articles for text in claim_texts(one)]
    matcher = open_matcher()
    print(
        f"| vectors of statements | {len(claims) / seconds(lambda: matcher.vectors(claims), 1):,.0f} statements a second |"
    )
    pairs = [(text, CLAIM) for text in claims[:100]]
    print(f"| pair scorer | {len(pairs) / seconds(lambda: matcher.judge(pairs), 1):,.0f} pairs a second |\n")


def asking(number: int) -> tuple[float, float, float]:
    """Return the seconds that adding an article, searching among `number` statements, and `who_said` take."""
    matcher, chance = open_matcher(), np.random.default_rng(1)
    store, each = Store(), 10
    speaker = Speaker(name="Amina Haddad", kind=SpeakerKind.PERSON, named=True)
    near = matcher.vectors([CLAIM])[0].astype(np.float32)

    def entry(i: int) -> Entry:
        made = Article(text=article(i))
        statements = tuple(
            Statement(id=f"s:{i}:{j}", article_id=made.id, text="x", content=(Span(j, j + 40),), speaker=speaker)
            for j in range(each)
        )
        drawn = chance.normal(0, 20, (each, WIDTH)) + near * (i % 50 == 0)
        return Entry(
            article=made,
            statements=statements,
            claim_texts=tuple(made.text[j * 40 : j * 40 + 90] for j in range(each)),
            vectors=tuple(np.clip(vector, -127, 127).astype(np.int8).tobytes() for vector in drawn),
        )

    entries = [entry(i) for i in range(number // each)]
    began = time.perf_counter()
    for one in entries:
        store.add(one)
    adding = (time.perf_counter() - began) / len(entries)
    corpus = Corpus(store, matcher=matcher)
    corpus.who_said(CLAIM)
    searched = Searchable(search=search_in(store), records_at=store.records_at)
    return adding, seconds(lambda: bearing_on(CLAIM, searched, matcher)), seconds(lambda: corpus.who_said(CLAIM))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--statements", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    given = parser.parse_args()
    print(f"{date.today()}, {platform.processor() or platform.machine()}, Python {platform.python_version()}\n")
    reading(given.articles)
    print("| statements | adding an article | search and pair scorer | `who_said` |\n| ---: | ---: | ---: | ---: |")
    for number in given.statements:
        adding, search, said = asking(number)
        print(f"| {number:,} | {1000 * adding:.2f} ms | {1000 * search:.0f} ms | {1000 * said:.0f} ms |")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\nPeak memory of this process: {peak:,.0f} MB.")


if __name__ == "__main__":
    main()
