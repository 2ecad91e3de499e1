"""Train the Stanza expander of multi-word tokens (*don't* → *do* + *n't*) that ships with the package.

The command is `python -m attribution.training.mwt --train TRAIN.conllu.gz --dev DEV.conllu.gz --out FOLDER`.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from attrs import evolve

from attribution.document.stanza_models import LANGUAGE, PACKAGE
from attribution.training.conllu import Sentence, read_sentences, write_sentences
from attribution.training.stanza_models import publish
from attribution.training.typography import curl

SEED = 1


def main(arguments: Sequence[str] | None = None) -> None:
    """Train an expander and put it into a model folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", type=Path, required=True, help="CoNLL-U file, plain or gzip")
    parser.add_argument("--dev", type=Path, required=True, help="CoNLL-U file that decides which epoch is kept")
    parser.add_argument("--out", type=Path, required=True, help="model folder, made or added to")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args(arguments)
    train_mwt(options.train, options.dev, options.out, epochs=options.epochs, seed=options.seed)


def train_mwt(train: Path, dev: Path, out: Path, *, epochs: int = 5, seed: int = SEED) -> Path:
    """Train on the multi-word tokens of `train`, keep the epoch best on `dev`, and return the path of the model."""
    from stanza.models import mwt_expander
    from stanza.utils.datasets.contract_mwt import contract_mwt

    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        write_sentences(work / "train.conllu", with_curly_twins(read_sentences(train)))
        write_sentences(work / "dev.gold.conllu", read_sentences(dev))
        contract_mwt(str(work / "dev.gold.conllu"), str(work / "dev.conllu"))
        mwt_expander.main(
            [
                *("--train_file", str(work / "train.conllu"), "--eval_file", str(work / "dev.conllu")),
                *("--gold_file", str(work / "dev.gold.conllu"), "--num_epoch", str(epochs), "--seed", str(seed)),
                *("--hidden_dim", str(50), "--lang", LANGUAGE, "--shorthand", f"{LANGUAGE}_{PACKAGE}"),
                *("--save_dir", scratch, "--save_name", "mwt.pt", "--cpu"),
            ]
        )
        return publish(work / "mwt.pt", out, "mwt")


def with_curly_twins(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Yield the sentences that hold a multi-word token, and each once more with typographic apostrophes."""
    for sentence in sentences:
        if not any(len(token.words) > 1 for token in sentence.tokens):
            continue
        yield sentence
        curly = tuple(token.with_form(curl(token.form)) for token in sentence.tokens)
        if curly != sentence.tokens:
            yield evolve(sentence, tokens=curly)


if __name__ == "__main__":
    main()
