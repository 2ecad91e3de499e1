"""Pairs with what other networks answered, and the files that keep them."""

import csv
import gzip
from collections.abc import Iterable
from pathlib import Path

from attrs import frozen

from attribution.training.matcher.batches import UNASKED, Chances
from attribution.training.matcher.pairs import Label, Pair
from attribution.training.reader.data import lines_of

COLUMNS = ("premise", "hypothesis", "label", "supports", "contradicts", "neither", "bears")


@frozen
class Lesson:
    """A pair, and the chances that others give it: of the three classes, and of bearing at all; NaN where not asked."""

    pair: Pair
    chances: Chances = UNASKED


def write_lessons(lessons: Iterable[Lesson], path: Path) -> None:
    """Write lessons as a gzipped TSV file."""
    with gzip.open(path, "wt", encoding="utf8", newline="") as file:
        rows = csv.writer(file, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None)
        rows.writerow(COLUMNS)
        for one in lessons:
            told = (one.pair.premise, one.pair.hypothesis, one.pair.label.name.lower())
            rows.writerow((*(" ".join(text.split()) for text in told), *(f"{chance:.4f}" for chance in one.chances)))


def read_lessons(path: Path) -> list[Lesson]:
    """Return the lessons of such a file."""
    rows = csv.DictReader(lines_of(path), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [
        Lesson(
            Pair(row["premise"], row["hypothesis"], Label[row["label"].upper()]),
            tuple(float(row[name]) for name in COLUMNS[3:]),
        )
        for row in rows
    ]
