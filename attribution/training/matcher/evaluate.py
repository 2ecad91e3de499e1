"""Score the pair scorer on development pairs: `python -m attribution.training.matcher.evaluate --help`."""

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from attribution.graph.matching.matcher import MATCHER, open_matcher
from attribution.graph.matching.pieces import SentenceCutter
from attribution.training.matcher.asked import chances_by
from attribution.training.matcher.batches import rows_of
from attribution.training.matcher.denied import read_sentences
from attribution.training.matcher.pairs import Label, Pair, read_named
from attribution.training.matcher.train import load_scorer
from attribution.training.matcher.written import read_written
from attribution.training.reader.state import base_model

WRITTEN = "written"  # the events kept for development of those that come with the package
DENIED = "denied"  # and the pairs of sentences
PUBLIC = "emergent mnli negnli linginloop snli breaking_nli wikifactcheck_neg fever perspectrum rte cfnli".split()
SETS = (WRITTEN, DENIED, *PUBLIC)


def accuracy(scores: NDArray[np.float32], labels: Sequence[Label]) -> float:
    """Return the share of pairs, in per cent, whose best class is right.

    scores (pairs, 3 or more). Where the labels leave out *neutral*, so do the answers, as the sets' own scores do.
    """
    known, scores = set(labels), scores[:, :3]
    if Label.NOT_SUPPORTS in known:
        answers = np.where(scores.argmax(1) == Label.SUPPORTS, Label.SUPPORTS, Label.NOT_SUPPORTS)
    elif Label.NEUTRAL not in known:
        answers = scores[:, :2].argmax(1)
    else:
        answers = scores.argmax(1)
    return 100 * float(np.mean(answers == np.array(labels)))


def bearing_f(scores: NDArray[np.float32], labels: Sequence[Label]) -> float:
    """Return the F, in per cent, of the statements found to bear on their claim at all, for or against.

    scores (pairs, 4), of which the last is the chance that the statement bears on the claim.
    """
    found = scores[:, 3] > 0.5
    bears = np.array([label in (Label.SUPPORTS, Label.CONTRADICTS, Label.BEARS) for label in labels])
    return 200 * float((found & bears).sum()) / max(1, int(found.sum()) + int(bears.sum()))


def written_for_development() -> list[Pair]:
    """Return each statement of the written events beside each claim of its event, once."""
    return [
        Pair(text, claim.text, label)
        for event in read_written(development=True)
        for claim in event.claims
        for letter, text in event.statements.items()
        if (label := claim.on.get(letter, Label.NEITHER)) is not None
    ]


OWN: dict[str, Callable[[], list[Pair]]] = {
    WRITTEN: written_for_development,
    DENIED: partial(read_sentences, development=True),
}


def main() -> None:
    """Print the accuracy on each set; of the written events, the F of what bears on a claim."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=Path, required=True, help="folder of NAME.dev.tsv.gz")
    parser.add_argument("--state", type=Path, help="folder of a training; without it the exported matcher is scored")
    parser.add_argument("--model", type=Path, default=MATCHER, help="folder of an exported matcher")
    parser.add_argument("--sets", nargs="+", default=SETS, help=f"names of sets, or {WRITTEN}, or {DENIED}")
    given = parser.parse_args()
    scorer = load_scorer(given.state) if given.state else None
    for name in given.sets:
        pairs = OWN[name]() if name in OWN else read_named(given.claims, name, "dev")
        if scorer is None:
            scores = open_matcher(given.model).judge([(pair.premise, pair.hypothesis) for pair in pairs])
        else:
            scores = chances_by(scorer, rows_of(SentenceCutter(base_model() / "tokenizer.json"), pairs))
        score = bearing_f if name == WRITTEN else accuracy
        print(f"{name:20s} {score(scores, [pair.label for pair in pairs]):5.1f}   of {len(pairs)}", flush=True)


if __name__ == "__main__":
    main()
