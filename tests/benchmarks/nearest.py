"""Measure what finds near statements, with and without the index: `python -m tests.benchmarks.nearest`.

Vectors are made. They lie as those of the model do for 2,000 sentences of political news: two by chance are alike to
0.12 in the mean, with a spread of 0.1, and half of what tells them apart lies in about 50 of 384 directions. On top of
that there are fields, topics and claims, few of them large, and some statements are copied to the letter.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from attribution.corpus.search import nearest
from attribution.corpus.search.nearest import Compared, search_in
from attribution.corpus.storage.entry import Entry
from attribution.corpus.storage.store import Store
from attribution.graph.matching.matcher import WIDTH, to_bytes
from attribution.graph.matching.networks import Bytes, Floats
from attribution.statements.statement import Statement
from attribution.text.article import Article
from attribution.text.span import Span

COMMON, FIELD, TOPIC, CLAIM, WORDING = 0.12, 0.15, 0.25, 0.25, 0.23  # shares of a vector's length, squared
FIELDS, OF_A_TOPIC, OF_A_CLAIM = 50, 50, 4  # fields in all; statements of a topic and of a claim, in the mean
COPIED = 0.05
DECAY = 60  # directions in which the spread falls to a third
EACH = 10  # statements of an article
QUESTIONS, TEN, POOL = 500, 10, 256  # who_said asks for the 256 nearest
WAYS = ("makes the index", "has the index", "compares all")


class News:
    """Fields, topics and claims, and statements on them; the same number of statements gives the same news."""

    def __init__(self, statements: int) -> None:
        self._chance = np.random.default_rng(1)
        self._common = self._drawn(1, COMMON)[0]
        fields = self._drawn(FIELDS, FIELD)
        topics = self._drawn(max(1, statements // OF_A_TOPIC), TOPIC)
        topics += fields[self._chance.integers(0, FIELDS, len(topics))]
        self._claims = self._drawn(max(1, statements // OF_A_CLAIM), CLAIM)
        self._claims += topics[self._unequal(len(topics), len(self._claims))]

    def vectors(self, number: int) -> Bytes:
        """Return vectors of statements (number, 384), some of them the same as others."""
        said = self._claims[self._unequal(len(self._claims), number)] + self._common + self._drawn(number, WORDING)
        copies = self._chance.integers(0, number, int(COPIED * number))
        said[copies] = said[self._chance.integers(0, number, len(copies))]
        return to_bytes(said / np.linalg.norm(said, axis=1, keepdims=True))

    def _drawn(self, number: int, share: float) -> Floats:
        spread = np.exp(-np.arange(WIDTH) / (2 * DECAY)).astype(np.float32)
        spread *= np.sqrt(share) / np.linalg.norm(spread)
        return self._chance.standard_normal((number, WIDTH), np.float32) * spread

    def _unequal(self, kinds: int, number: int) -> NDArray[np.int64]:
        """Return which of some kinds each is of: of the first many more than of the last (Zipf)."""
        often = 1 / np.arange(10, 10 + kinds)
        return self._chance.choice(kinds, number, p=often / often.sum())


def entries(vectors: Bytes, first: int) -> Iterator[Entry]:
    """Yield articles whose statements have these vectors."""
    for start in range(0, len(vectors), EACH):
        article = Article(text=f"Article {first + start} says this and that.")
        some = vectors[start : start + EACH]
        statements = tuple(
            Statement(id=f"{first + start}:{place}", article_id=article.id, text="says", content=(Span(0, 7),))
            for place in range(len(some))
        )
        yield Entry(
            article=article,
            statements=statements,
            claim_texts=("this",) * len(some),
            vectors=tuple(one.tobytes() for one in some),
        )


def fill(file: Path, news: News, number: int) -> None:
    """Add articles with so many statements to a corpus file."""
    with Store(file) as store:
        for start in range(0, number, 20_000):
            for one in entries(news.vectors(min(20_000, number - start)), start):
                store.add(one)


def recall(file: Path, questions: Bytes) -> dict[str, float]:
    """Return the share that the index finds of the ten nearest, and of all that are wanted.

    Of those as near as the last of them any will do: some statements are the same.
    """
    with Store(file) as store:
        exact, indexed = Compared(*store.vectors()), search_in(store)
        both = [(indexed(one, POOL).likeness, exact(one, POOL).likeness) for one in questions]
    shares = {
        f"recall@{most}": np.mean([found[:most] >= every[most - 1] for found, every in both]) for most in (TEN, POOL)
    }
    return {name: float(share) for name, share in shares.items()}


def searched(file: Path, questions: Bytes, way: str) -> dict[str, float]:
    """Return the seconds until a corpus answers and of a search, and the peak memory, in MB."""
    if way == WAYS[2]:
        nearest.has_index = lambda: False
    with Store(file) as store:
        began = time.perf_counter()
        search = search_in(store)
        opened = time.perf_counter() - began
        began = time.perf_counter()
        for one in questions:
            search(one, POOL)
        each = (time.perf_counter() - began) / len(questions)
    return {"opened": opened, "each": each, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def row(number: int, questions: int, folder: Path) -> None:
    """Print a row for each way, each measured in a process of its own, and the recall."""
    file, news = folder / f"{number}.db", News(number)
    fill(file, news, number)
    np.save(folder / "questions.npy", news.vectors(questions))
    for way in (*WAYS, "recall"):
        work = [sys.executable, "-m", "tests.benchmarks.nearest", "--file", str(file), "--way", way]
        found = json.loads(subprocess.run(work, check=True, stdout=subprocess.PIPE).stdout)
        if way == "recall":
            print(
                f"| {number:,} | {', '.join(f'{name} {share:.4f}' for name, share in found.items())} | | | |",
                flush=True,
            )
        else:
            times = f"{found['opened']:.1f} s | {1000 * found['each']:.1f} ms"
            print(f"| {number:,} | {way} | {times} | {found['peak']:,.0f} MB |", flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--statements", type=int, nargs="*", default=[100_001], help="of more than 100,000 there is an index"
    )
    parser.add_argument("--questions", type=int, default=QUESTIONS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--way", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.way:
        questions = np.load(given.file.parent / "questions.npy")
        is_recall = given.way == "recall"
        print(json.dumps(recall(given.file, questions) if is_recall else searched(given.file, questions, given.way)))
        return
    print(f"{date.today()}, {os.cpu_count()} cores\n\n| statements | | until it answers | a search | peak memory |")
    print("| ---: | --- | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        for number in given.statements:
            row(number, given.questions, Path(folder))


if __name__ == "__main__":
    main()
