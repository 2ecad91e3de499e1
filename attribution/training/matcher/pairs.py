"""Read pairs of sentences with what the first says of the second."""

import csv
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from pathlib import Path

from attrs import frozen

from attribution.training.reader.data import lines_of

ALIKE, NEAR, UNLIKE = 0.84, 0.64, 0.4  # shares of the highest score: from which two say the same, or speak of one thing


class Label(IntEnum):
    """What a premise says of a hypothesis; the first three are classes of the network, in this order.

    `BEARS` and `BEARS_NOT` tell only whether the premise bears on the hypothesis at all, for or against.
    """

    SUPPORTS = 0
    CONTRADICTS = 1
    NEUTRAL = 2
    NOT_SUPPORTS = 3  # one of the two before; the data do not tell which
    BEARS = 4
    BEARS_NOT = 5
    NEITHER = 6  # neutral, and does not bear on it
    UNTOLD = 7  # nobody labelled the pair; other networks answered it


@frozen
class Pair:
    """Two sentences and their label."""

    premise: str
    hypothesis: str
    label: Label


def read_pairs(path: Path) -> list[Pair]:
    """Return the pairs of a TSV file, plain or gzipped, with columns premise, hypothesis, label.

    Files of likeness (sentence1, sentence2, score) give those alike (`SUPPORTS`, `BEARS`) and those not (`BEARS_NOT`).
    """
    rows = csv.DictReader(lines_of(path), delimiter="\t", quoting=csv.QUOTE_NONE)
    if "score" in (rows.fieldnames or ()):
        return list(_of_likeness(list(rows)))
    return [Pair(row["premise"], row["hypothesis"], Label[row["label"].upper()]) for row in rows]


def _of_likeness(rows: Sequence[Mapping[str, str]]) -> Iterator[Pair]:
    most = max(float(row["score"]) for row in rows)
    for row in rows:
        share = float(row["score"]) / most
        if share >= NEAR or share <= UNLIKE:
            near = Label.SUPPORTS if share >= ALIKE else Label.BEARS
            yield Pair(row["sentence1"], row["sentence2"], near if share >= NEAR else Label.BEARS_NOT)


def read_named(folder: Path, name: str, part: str) -> list[Pair]:
    """Return the pairs of one set of a folder: *folder/mnli.dev.tsv.gz*."""
    return read_pairs(folder / f"{name}.{part}.tsv.gz")


def taken(pairs: Sequence[Pair], share: float, chance: random.Random) -> list[Pair]:
    """Return a share of the pairs, drawn by chance: 0.5 half of them, 2.5 each twice and half of them again."""
    whole, rest = divmod(share, 1)
    return [*list(pairs) * int(whole), *chance.sample(list(pairs), round(rest * len(pairs)))]


def shortened(pairs: Iterable[Pair], most: int) -> list[Pair]:
    """Return the pairs of at most so many characters together: long evidence costs time and is not what we match."""
    return [pair for pair in pairs if len(pair.premise) + len(pair.hypothesis) <= most]
