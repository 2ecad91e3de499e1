"""Measure the library on this machine and print tables: `python tests/benchmarks/run.py [--statements 1000 10000]`.

Nothing is asserted: times are of the machine and of what else it does.
"""

import argparse
import json
import os
import platform
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import date
from functools import partial
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))

from articles import article

import attribution
from attribution.corpus.corpus import Corpus
from attribution.corpus.storage.entry import Entry
from attribution.corpus.storage.store import Store
from attribution.document.pipeline import default_pipeline
from attribution.document.reader.reader import Reader
from attribution.graph.claims.standing import claim_texts
from attribution.graph.matching.matcher import Matcher, open_matcher
from attribution.statements import steps
from attribution.statements.article import ReadArticle
from attribution.statements.statement import Speaker, SpeakerKind, Statement
from attribution.text.article import Article
from attribution.text.span import Span

CLAIM = "The bridge would be closed for twelve weeks"  # hundreds of the made statements are like it
RARE = "the lighthouse of Selm had been sold to a painter"
SENTENCE = re.compile(r"(?<=said that )[^.]+")
EACH = 10  # statements of an article
ADDED = 20  # articles that are added whole
MEMORY = "peak memory"
LONG = ("first question", "opened again", "a source's profile")  # these are shown in seconds
COLUMNS = (
    *("storing an article", "adding an article that was read", *LONG),
    *("rare claim", "common claim", "corroboration", MEMORY),
)
STARTS = 6  # processes that are started for a figure
GIVEN = [f"{a}{b}" for a in "Ami Ber Cle Dor Eli".split() for b in "na ta ra la s".split()]
LAST = [f"{a}{b}{c}" for a in "Ha Li Mo Sa We".split() for b in "ve ro ta lin".split() for c in "n ck rd sen".split()]


def seconds(work: Callable[[], object], rounds: int = 3) -> float:
    """Return the shortest of some rounds."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


def started(code: str) -> float:
    """Return the seconds that a fresh process takes for some code, the median of some."""
    work = [sys.executable, "-c", code]
    return median(seconds(lambda: subprocess.run(work, check=True, capture_output=True), 1) for _ in range(STARTS))


@contextmanager
def watched(owner: Any, name: str, spent: defaultdict[str, float]) -> Iterator[None]:
    """Count the seconds that calls of a function take meanwhile, under its name."""
    whole = getattr(owner, name)

    def timed(*given: Any, **more: Any) -> Any:
        began = time.perf_counter()
        try:
            return whole(*given, **more)
        finally:
            spent[name] += time.perf_counter() - began

    setattr(owner, name, timed)
    try:
        yield
    finally:
        setattr(owner, name, whole)


def reading(texts: Sequence[str]) -> None:
    """Print how fast articles are read, by stage."""
    number = len(texts)
    words = sum(len(text.split()) for text in texts)
    print(f"| start | seconds |\n| --- | ---: |\n| import attribution | {started('import attribution'):.2f} |")
    code = f"import attribution; attribution.read_text({texts[0]!r})"
    print(f"| a process reads its first article, of {len(texts[0].split())} words | {started(code):.2f} |")
    attribution.read_text(texts[0])
    one = seconds(lambda: attribution.read_text(texts[0] + "\n\n" + texts[1]))
    print(f"| one article of {len((texts[0] + texts[1]).split())} words, warm | {one:.3f} |\n")
    pipeline = default_pipeline()
    spent: defaultdict[str, float] = defaultdict(float)
    began = time.perf_counter()
    with watched(Reader, "read", spent):
        documents = [
            document for start in range(0, number, 16) for document in pipeline.annotate(texts[start : start + 16])
        ]
    annotated = time.perf_counter() - began
    began = time.perf_counter()
    with watched(steps, "extract", spent), watched(steps, "resolve", spent):
        for text, document in zip(texts, documents, strict=True):
            steps.find_statements(document, Article(text=text))
    extracted = time.perf_counter() - began
    print(f"| stage, {number} articles of {words // number} words | words a second |\n| --- | ---: |")
    for stage, took in (
        ("sentences, words, lemmas", annotated - spent["read"]),
        ("reader", spent["read"]),
        ("statements", spent["extract"]),
        ("speakers", spent["resolve"]),
        ("terms, and who was told", extracted - spent["extract"] - spent["resolve"]),
        ("text to statements", annotated + extracted),
    ):
        print(f"| {stage} | {words / took:,.0f} |")
    articles = list(attribution.read_many([Article(text=text) for text in texts[:32]]))
    claims = [text for one in articles for text in claim_texts(one)]
    matcher = open_matcher()
    print(
        f"| vectors of statements | {len(claims) / seconds(lambda: matcher.vectors(claims), 1):,.0f} statements a second |"
    )
    pairs = [(text, CLAIM) for text in claims[:100]]
    print(f"| pair scorer | {len(pairs) / seconds(lambda: matcher.judge(pairs), 1):,.0f} pairs a second |")
    corpus = Corpus(matcher=matcher)
    corpus.add_many(articles)
    built = seconds(lambda: corpus.graph, 1)
    print(f"| the graph of {len(articles)} articles, all compared | {len(claims) / built:,.0f} statements a second |\n")


def statements_made(number: int, matcher: Matcher) -> Iterator[Entry]:
    """Yield articles of ten statements each, whose texts are those of made articles; three of them say `RARE`."""
    sentences = sorted({one for i in range(200) for one in SENTENCE.findall(article(i))})
    texts, vectors = [*sentences, RARE], matcher.vectors([*sentences, RARE])
    chance = np.random.default_rng(1)
    for i in range(number // EACH):
        made = Article(text=f"{article(i % 500)}\n\nArticle {i}.", outlet=f"Outlet {i % 40}", published="2026-03-02")
        drawn = chance.integers(0, len(sentences), EACH)
        if i % max(1, number // EACH // 3) == 0:
            drawn[0] = len(sentences)
        speakers = [f"{chance.choice(GIVEN)} {chance.choice(LAST)}" for _ in range(EACH)]
        statements = tuple(
            Statement(
                id=f"s:{i}:{j}",
                article_id=made.id,
                text=texts[k],
                content=(Span(j, j + 40),),
                speaker=Speaker(name=name, kind=SpeakerKind.PERSON, named=True),
            )
            for j, (k, name) in enumerate(zip(drawn, speakers, strict=True))
        )
        yield Entry(
            article=made,
            statements=statements,
            claim_texts=tuple(texts[k] for k in drawn),
            vectors=tuple(vectors[k].tobytes() for k in drawn),
        )


def articles_read(number: int) -> list[ReadArticle]:
    """Return articles that are in no made corpus, read by another process: its models are not in this one's memory."""
    texts = [f"{article(1000 + i)}\n\nA note on article {i}." for i in range(number)]
    articles = [Article(text=text, outlet="Outlet 1", published="2026-03-02") for text in texts]
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as executor:
        return list(attribution.read_many(articles, executor=executor))


def asking(number: int) -> dict[str, float]:
    """Return what a corpus of so many statements in a file takes, by what is asked of it."""
    matcher = open_matcher()
    with tempfile.TemporaryDirectory() as folder, Corpus(Store(Path(folder) / "c.db"), matcher=matcher) as corpus:
        storing = 0.0
        for one in statements_made(number, matcher):
            storing += seconds(partial(corpus._store.add, one), 1) / (number // EACH)
        read = articles_read(ADDED)
        adding = seconds(lambda: [corpus.add(one) for one in read], 1) / ADDED
        first = seconds(lambda: corpus.who_said(RARE), 1)

        def again(ask: Callable[[], object]) -> float:
            return seconds(lambda: (corpus._now().found.clear(), ask()), 5)

        rare, common = again(lambda: corpus.who_said(RARE)), again(lambda: corpus.who_said(CLAIM))
        weighed = again(lambda: corpus.corroboration(CLAIM))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        with Corpus(Store(Path(folder) / "c.db"), matcher=matcher) as opened:
            reopened = seconds(lambda: opened.who_said(RARE), 1)
            speaker = corpus.sources()[0].id
            profile = seconds(lambda: opened.source(speaker), 1)
    times = (storing, adding, first, reopened, profile, rare, common, weighed, peak)
    return dict(zip(COLUMNS, times, strict=True))


def rows(sizes: list[int]) -> None:
    """Print a row on a corpus of each size, measured in a process of its own, and by which factor each time grows."""
    print(f"| statements | {' | '.join(COLUMNS)} |\n| ---: |{' ---: |' * len(COLUMNS)}", flush=True)
    found = []
    for size in sizes:
        done = subprocess.run([sys.executable, __file__, "--row", str(size)], check=True, stdout=subprocess.PIPE)
        found.append(json.loads(done.stdout))
        print(f"| {size:,} | {' | '.join(shown(*figure) for figure in found[-1].items())} |", flush=True)
    for (size, before), (larger, after) in pairwise(zip(sizes, found, strict=True)):
        factors = " | ".join(f"× {after[column] / before[column]:.1f}" for column in COLUMNS)
        print(f"| × {larger / size:.0f}, from {size:,} | {factors} |")


def shown(column: str, figure: float) -> str:
    """Return a figure as the table has it: memory in MB, short times in milliseconds."""
    if column == MEMORY:
        return f"{figure:,.0f} MB"
    return f"{figure:.1f} s" if column in LONG else f"{1000 * figure:.2f} ms"


def texts_of(number: int, folder: Path | None) -> list[str]:
    """Return made articles, or the first of a folder's texts."""
    if folder is None:
        return [article(i) for i in range(number)]
    return [file.read_text(encoding="utf8") for file in sorted(folder.glob("*.txt"))[:number]]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200, help="articles to read; 0 leaves reading out")
    parser.add_argument(
        "--folder", type=Path, help="of texts (.txt) to read instead of made ones, such as polnear/dev/text"
    )
    parser.add_argument("--statements", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    parser.add_argument("--row", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.row:
        print(json.dumps(asking(given.row)))
        return
    print(f"{date.today()}, {os.cpu_count()} cores, {processor()}, Python {platform.python_version()}\n")
    if given.articles:
        reading(texts_of(given.articles, given.folder))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"Peak memory of the process that read them: {peak:,.0f} MB.\n")
    rows(given.statements)


def processor() -> str:
    """Return what the processor can do that matters here: 8-bit and 16-bit arithmetic differ much between machines."""
    cpuinfo = Path("/proc/cpuinfo")
    known = cpuinfo.read_text() if cpuinfo.exists() else ""
    able = [name for name in ("avx2", "avx512_vnni", "avx512_bf16", "amx_int8") if name in known]
    return f"{platform.machine()} ({', '.join(able) or 'abilities not known'})"


if __name__ == "__main__":
    main()
