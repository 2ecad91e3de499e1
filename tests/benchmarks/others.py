"""Time what else can be picked on the same texts: `python tests/benchmarks/others.py [--articles 100]`.

Each tool reads the articles of `articles.py` in one process with two cores and is warm when its time is taken, the
shorter of two rounds. Models that cannot be had here are made, of the sizes of those that users download and with
weights at random (`stanza_of_size.py` and `spacy_of_size.py` say which): the time is right, what they find is not.
A tool that is not installed is named below the table. Nothing is asserted: times are of the machine and of what
else it does.
"""

import argparse
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from articles import article

CORES = 2
INSTALL = "pip install --group compare"
CAPTION = """
Words are those between spaces, the same for all.
Stanza is `stanza.Pipeline` with tokenize, mwt, pos, lemma, depparse and ner, its default without constituents and sentiment, by `bulk_process`.
Its tagger, parser and names have weights at random in the default sizes, and the lemmatizer's layers are half as wide as in Stanza's own.
spaCy has the shape of `en_core_web_sm`, weights at random, by `nlp.pipe`; two processes take their start along.
textacy is timed alone, on documents that spaCy has read before; as the trees mean nothing, it finds hardly any quotation.
"""


class Tool(NamedTuple):
    """Something that reads articles: `prepare` loads it for some texts and returns what is to be timed."""

    name: str
    packages: tuple[str, ...]
    prepare: Callable[[list[str]], Callable[[], object]]


def attribution_reads(texts: list[str]) -> Callable[[], object]:
    """Text to resolved statements."""
    import attribution
    from attribution.text.article import Article

    return lambda: list(attribution.read_many([Article(text=text) for text in texts]))


def stanza_reads(texts: list[str]) -> Callable[[], object]:
    """Text to words with tags, lemmas, trees and names."""
    import torch
    from stanza.models.common.doc import Document
    from stanza_of_size import open_stanza

    torch.set_num_threads(CORES)
    with tempfile.TemporaryDirectory() as folder:
        nlp = open_stanza(Path(folder), texts)
    return lambda: nlp.bulk_process([Document([], text=text) for text in texts])


@cache
def _spacy(texts: tuple[str, ...]) -> Any:
    from spacy_of_size import open_spacy

    return open_spacy(list(texts))


def spacy_reads(texts: list[str]) -> Callable[[], object]:
    """Text to words with tags, lemmas, trees and names, on one core."""
    nlp = _spacy(tuple(texts))
    return lambda: list(nlp.pipe(texts))


def spacy_reads_in_processes(texts: list[str]) -> Callable[[], object]:
    """The same on both cores, each process a part of the texts at a time."""
    nlp = _spacy(tuple(texts))
    share = max(1, len(texts) // (4 * CORES))
    return lambda: list(nlp.pipe(texts, n_process=CORES, batch_size=share))


def textacy_reads(texts: list[str]) -> Callable[[], object]:
    """Documents of spaCy's to quotations."""
    from textacy.extract import direct_quotations

    # it refuses a text whose quotation marks are odd in number, and takes apostrophes for such
    documents = list(_spacy(tuple(texts)).pipe(text.replace("’", "") for text in texts))
    return lambda: [list(direct_quotations(document)) for document in documents]


TOOLS = (
    Tool("this library, text to resolved statements", (), attribution_reads),
    Tool("Stanza, its English pipeline of default size", ("stanza",), stanza_reads),
    Tool("spaCy, the small English shape, one process", ("spacy",), spacy_reads),
    Tool("spaCy, the small English shape, two processes", ("spacy",), spacy_reads_in_processes),
    Tool("textacy's `direct_quotations`, after spaCy", ("spacy", "textacy"), textacy_reads),
)


def seconds(work: Callable[[], object], rounds: int = 2) -> float:
    """Return the shortest of some rounds, after one that warms up."""
    times = []
    for _ in range(rounds + 1):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times[1:])


def table(tools: Sequence[Tool], texts: list[str]) -> list[str]:
    """Return the lines of a table with a row for each tool that is installed, and then a line for each that is not."""
    words = sum(len(text.split()) for text in texts)
    rows = [f"| {len(texts)} articles, {words:,} words | words a second |", "| --- | ---: |"]
    absent = []
    for tool in tools:
        missing = [package for package in tool.packages if find_spec(package) is None]
        if missing:
            absent.append(f"Left out: {tool.name}; {' and '.join(missing)} not installed ({INSTALL}).")
        else:
            rows.append(f"| {tool.name} | {words / seconds(tool.prepare(texts)):,.0f} |")
    return [*rows, *([""] if absent else []), *absent]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100)
    number = parser.parse_args().articles
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
    print(f"{date.today()}, {platform.processor() or platform.machine()}, Python {platform.python_version()}\n")
    print("\n".join(table(TOOLS, [article(i) for i in range(number)])), CAPTION, sep="\n")


if __name__ == "__main__":
    main()
