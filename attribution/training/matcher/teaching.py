"""Let trainings answer pairs for one to learn from: `python -m attribution.training.matcher.teaching --help`.

What several networks answer together is righter than what one does, and tells more than a label (Hinton, Vinyals and
Dean 2015). They are asked pairs whose labels are known, and pairs that nobody labelled: two hypotheses on one premise,
a pair turned round, a pair in which one sentence is denied by rule.
"""

import argparse
import random
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from attribution.graph.matching.pieces import SentenceCutter
from attribution.training.matcher.asked import chances_by
from attribution.training.matcher.batches import rows_of
from attribution.training.matcher.lessons import Lesson, write_lessons
from attribution.training.matcher.mixture import LONGEST, TAUGHT
from attribution.training.matcher.network import PairScorer
from attribution.training.matcher.opposites import opposites
from attribution.training.matcher.pairs import Label, Pair, read_named, shortened, taken
from attribution.training.matcher.train import load_scorer
from attribution.training.reader.state import base_model
from attribution.training.reader.train import short_floats

MADE_OF = ("mnli", "linginloop", "snli", "semiauto_wiki", "cfnli", "negnli", "emergent")  # sets of which pairs are made
SHORT = 220  # characters of a pair of which others are made
MADE = 14_000  # pairs of each kind


def untold_pairs(pairs: Sequence[Pair], number: int, chance: random.Random) -> list[Pair]:
    """Return pairs made of others, `number` at most of each of three kinds, whose labels nobody told."""
    on_premise: dict[str, list[str]] = defaultdict(list)
    for pair in pairs:
        on_premise[pair.premise].append(pair.hypothesis)
    siblings = [(a, b) for hypotheses in on_premise.values() for a in hypotheses for b in hypotheses if a != b]
    turned = [(pair.hypothesis, pair.premise) for pair in pairs]
    some = chance.sample(list(pairs), min(len(pairs), 2 * number))
    of = opposites(sorted({text for pair in some for text in (pair.premise, pair.hypothesis)}))
    denied = [(pair.premise, of[pair.hypothesis]) for pair in some if pair.hypothesis in of]
    denied += [(of[pair.premise], pair.hypothesis) for pair in some if pair.premise in of]
    kinds = (chance.sample(made, min(number, len(made))) for made in (siblings, turned, denied))
    return [Pair(*one, Label.UNTOLD) for made in kinds for one in made]


def lessons_of(pairs: Sequence[Pair], teachers: Sequence[PairScorer], cutter: SentenceCutter) -> list[Lesson]:
    """Return each pair with the mean of what the teachers answer."""
    rows = rows_of(cutter, pairs)
    with short_floats():
        together = np.mean([chances_by(teacher, rows) for teacher in teachers], axis=0)
    return [Lesson(pair, tuple(map(float, one))) for pair, one in zip(pairs, together, strict=True)]


def main() -> None:
    """Choose the pairs, let the teachers answer, write what they say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("teachers", type=Path, nargs="+", help="folders of trainings")
    parser.add_argument("--claims", type=Path, required=True, help="folder of NAME.train.tsv.gz")
    parser.add_argument("--out", type=Path, required=True, help="file for the answers: NAME.tsv.gz")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    chance = random.Random(given.seed)
    told = [
        pair
        for name, share in TAUGHT.items()
        for pair in taken(shortened(read_named(given.claims, name, "train"), LONGEST), share, chance)
    ]
    whole = [pair for name in MADE_OF for pair in shortened(read_named(given.claims, name, "train"), SHORT)]
    pairs = told + untold_pairs(whole, MADE, chance)
    cutter = SentenceCutter(base_model() / "tokenizer.json")
    write_lessons(lessons_of(pairs, [load_scorer(teacher) for teacher in given.teachers], cutter), given.out)


if __name__ == "__main__":
    main()
