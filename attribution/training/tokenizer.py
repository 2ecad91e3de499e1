"""Train the Stanza tokenizer that ships with the package, on treebank text laid out as web news.

The command is `python -m attribution.training.tokenizer --train TRAIN.conllu.gz --dev DEV.conllu.gz --out FOLDER`.

Any CoNLL-U data with multi-word tokens and SpaceAfter=No will do.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random

from attribution.document.stanza_models import LANGUAGE, PACKAGE
from attribution.training.conllu import Sentence, read_sentences, write_sentences
from attribution.training.news_text import collect_words, lay_out_as_news, mark_paragraphs
from attribution.training.stanza_models import publish

SEED = 1
NEWS_COPIES = 2  # copies of the training text laid out as news, each another way, beside one left as it is
LONGEST = 400  # characters; Stanza leaves longer sentences out of training


def main(arguments: Sequence[str] | None = None) -> None:
    """Train a tokenizer and put it into a model folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", type=Path, required=True, help="CoNLL-U file, plain or gzip")
    parser.add_argument("--dev", type=Path, required=True, help="CoNLL-U file that decides which step is kept")
    parser.add_argument("--out", type=Path, required=True, help="model folder, made or added to")
    parser.add_argument("--steps", type=int, default=5000)
    parser.add_argument("--eval-steps", type=int, default=500)
    parser.add_argument("--hidden", type=int, default=64, help="size of the recurrent layers")
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args(arguments)
    train_tokenizer(
        options.train,
        options.dev,
        options.out,
        steps=options.steps,
        eval_steps=options.eval_steps,
        hidden=options.hidden,
        seed=options.seed,
    )


def train_tokenizer(
    train: Path, dev: Path, out: Path, *, steps: int = 5000, eval_steps: int = 500, hidden: int = 64, seed: int = SEED
) -> Path:
    """Train on `train`, keep the step that is best on `dev`, and return the path of the model."""
    from stanza.models import tokenizer

    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        train_files = prepare(training_text(read_sentences(train), seed), work, "train")
        dev_files = prepare(dev_text(read_sentences(dev), seed), work, "dev")
        arguments = [
            *("--txt_file", f"{train_files}.txt", "--label_file", f"{train_files}.labels"),
            *("--dev_txt_file", f"{dev_files}.txt", "--dev_label_file", f"{dev_files}.labels"),
            *("--mwt_json_file", f"{train_files}.json", "--lang", LANGUAGE, "--shorthand", f"{LANGUAGE}_{PACKAGE}"),
            *("--max_seqlen", str(LONGEST), "--steps", str(steps), "--eval_steps", str(eval_steps)),
            *("--hidden_dim", str(hidden), "--seed", str(seed), "--report_steps", "100"),
            *("--save_dir", scratch, "--save_name", "tokenizer.pt", "--cpu"),
        ]
        tokenizer.main(arguments)
        return publish(work / "tokenizer.pt", out, "tokenize")


def training_text(sentences: Sequence[Sentence], seed: int) -> list[Sentence]:
    """Return the sentences once as they are and several times as news, headlines and paragraphs included."""
    random = Random(seed)
    words = collect_words(sentences)
    text = mark_paragraphs(sentences, random)
    for _ in range(NEWS_COPIES):
        text += lay_out_as_news(sentences, words, random)
    return text


def dev_text(sentences: Sequence[Sentence], seed: int) -> list[Sentence]:
    """Return the sentences as they are and once as news, so that the step kept is good at both."""
    random = Random(seed + 1)
    return [*sentences, *lay_out_as_news(sentences, collect_words(sentences), random)]


def prepare(sentences: Sequence[Sentence], folder: Path, name: str) -> Path:
    """Write the files Stanza's tokenizer trains on, and return their path without its ending.

    NAME.txt is the raw text, NAME.labels has one digit a character, NAME.json the multi-word tokens.
    """
    from stanza.utils.datasets import conllu_to_text, prepare_tokenizer_data

    stem = folder / name
    write_sentences(folder / f"{name}.conllu", sentences)
    conllu_to_text.main([f"{stem}.conllu", f"{stem}.txt"])
    prepare_tokenizer_data.main([f"{stem}.txt", f"{stem}.conllu", "-o", f"{stem}.labels", "-m", f"{stem}.json"])
    return stem


if __name__ == "__main__":
    main()
