"""Text without annotation, with the attributions that a reader finds in it: more to learn from (Yarowsky 1995).

What the reader finds it is taught again with pieces hidden, on articles of other kinds than the annotated ones.
"""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import evolve

from attribution.document.document import NO_CUE
from attribution.document.reader.reader import Reader
from attribution.training.reader.data import IGNORED, Labelled, label_attributions, lines_of
from attribution.training.reader.evaluate import stretch_of

FEWEST = 60  # words of an article; what is shorter is a caption or a notice
AT_ONCE = 64
LARGEST_FIELD = 10_000_000  # characters


def read_articles(path: Path) -> list[Labelled]:
    """Return the articles of a CSV file, plain or gzipped, whose column `articleBody` holds their text."""
    csv.field_size_limit(LARGEST_FIELD)
    texts = (row["articleBody"] for row in csv.DictReader(lines_of(path)))
    return [
        label_attributions(f"{path.stem} {number}", text, "")
        for number, text in enumerate(texts)
        if len(text.split()) > FEWEST
    ]


def with_own_reading(reader: Reader, articles: Sequence[Labelled]) -> Iterator[Labelled]:
    """Yield articles with the roles and cues that a reader finds in them."""
    for start in range(0, len(articles), AT_ONCE):
        some = articles[start : start + AT_ONCE]
        for article, tags in zip(some, reader.read([stretch_of(one) for one in some]), strict=True):
            cues = [IGNORED if cue == NO_CUE else cue for cue in tags.cues]
            yield evolve(article, roles=list(tags.roles), cues=cues)
