"""Train the Stanza lemmatizer that ships with the package: a dictionary, and a small network for unknown words.

The command is `python -m attribution.training.lemma --train TRAIN.conllu.gz --dev DEV.conllu.gz --out FOLDER`.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from attribution.document.stanza_models import LANGUAGE, PACKAGE
from attribution.training.conllu import DEPREL, FORM, LEMMA, UPOS, Sentence, Token, read_sentences, write_sentences
from attribution.training.stanza_models import publish
from attribution.training.typography import curl

SEED = 1
MOST_REPEATS = 2  # how often the network sees one entry in an epoch, however frequent the word
Entry = tuple[str, str, str]  # form, part of speech, lemma


def main(arguments: Sequence[str] | None = None) -> None:
    """Train a lemmatizer and put it into a model folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", type=Path, required=True, help="CoNLL-U file, plain or gzip")
    parser.add_argument("--dev", type=Path, required=True, help="CoNLL-U file that decides which epoch is kept")
    parser.add_argument("--out", type=Path, required=True, help="model folder, made or added to")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--dictionary-only", action="store_true", help="leave the network out")
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args(arguments)
    train_lemma(
        options.train,
        options.dev,
        options.out,
        epochs=options.epochs,
        dictionary_only=options.dictionary_only,
        seed=options.seed,
    )


def train_lemma(
    train: Path, dev: Path, out: Path, *, epochs: int = 2, dictionary_only: bool = False, seed: int = SEED
) -> Path:
    """Train on the words of `train`, keep the epoch that is best on `dev`, and return the path of the model."""
    from stanza.models import lemmatizer

    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        write_sentences(work / "train.conllu", entry_sentences(entries(read_sentences(train))))
        write_sentences(work / "dev.conllu", read_sentences(dev))
        lemmatizer.main(
            [
                *("--train_file", str(work / "train.conllu"), "--eval_file", str(work / "dev.conllu")),
                *("--num_epoch", str(epochs), "--batch_size", "300", "--lr", "3e-3", "--seed", str(seed)),
                *("--hidden_dim", "100", "--emb_dim", "50", "--pos_dim", "50", "--max_dec_len", "30"),
                *("--emb_dropout", "0.2", "--dropout", "0.2", "--log_step", "500"),
                *("--shorthand", f"{LANGUAGE}_{PACKAGE}", "--save_dir", scratch, "--save_name", "lemma.pt", "--cpu"),
                *(("--dict_only",) if dictionary_only else ()),
            ]
        )
        return publish(work / "lemma.pt", out, "lemma")


def entries(sentences: Iterable[Sentence]) -> Counter[Entry]:
    """Count form, part of speech and lemma of the words, and add the forms that news writes and treebanks seldom do.

    *n't* and *’s* also come with a typographic apostrophe, and words other than names with a capital letter, as at the
    start of a sentence; an added form never outnumbers one that was seen.
    A capitalized word is a name of its own, too: the Housing of *Department of Housing* keeps its capital.
    """
    counts: Counter[Entry] = Counter()
    for sentence in sentences:
        for word in sentence.words:
            if word[LEMMA] != "_" and word[DEPREL] != "goeswith":
                counts[word[FORM], word[UPOS], word[LEMMA]] += 1
    seen = {(form, upos) for form, upos, _ in counts}
    for (form, upos, lemma), _ in counts.most_common():
        capital = form[0].upper() + form[1:] if upos != "PROPN" and form.islower() else form
        for added in sorted({curl(form), capital, curl(capital)}):
            if (added, upos) not in seen:
                counts[added, upos, lemma.replace("’", "'")] = 1
    capitalized = {form for form, _, _ in counts if form.istitle() and form.isalpha() and len(form) > 1}
    for form in sorted(capitalized):
        if (form, "PROPN") not in seen:
            counts[form, "PROPN", form] = 1
    return counts


def entry_sentences(counts: Counter[Entry]) -> Iterator[Sentence]:
    """Yield sentences of one word for Stanza's trainer, most frequent entries first, each a few times at most.

    The trainer's dictionary takes the first of equally frequent lemmas, so the order keeps the more frequent one ahead.
    """
    for (form, upos, lemma), count in counts.most_common():
        columns = ("1", form, lemma, upos, "_", "_", "0", "root", "_", "_")
        for _ in range(min(count, MOST_REPEATS)):
            yield Sentence((Token(form, (columns,)),))


if __name__ == "__main__":
    main()
