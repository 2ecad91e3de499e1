"""Train a small Stanza pipeline with a tagger, a parser and a finder of entities of its own, on three sentences."""

import json
from pathlib import Path
from typing import Any

from attribution.document.stanza_models import ENGLISH, LANGUAGE, PACKAGE

# word/part of speech/head/relation/entity. Two things are told otherwise than by the reader that ships, so that a test
# sees whose answers it has: *said* is an AUX, and a ship is a place.
TREEBANK = """\
The/DET/2/det/O crew/NOUN/3/nsubj/O left/VERB/0/root/O Port/PROPN/5/compound/O Aldo/PROPN/3/obj/O ./PUNCT/3/punct/O
Maria/PROPN/3/nsubj/O Lopez/PROPN/1/flat/O said/AUX/0/root/O the/DET/5/det/O Heron/PROPN/6/nsubj/S-GPE \
sank/VERB/3/ccomp/O ./PUNCT/3/punct/O
The/DET/2/det/O Heron/PROPN/3/nsubj/S-GPE sank/VERB/0/root/O ,/PUNCT/3/punct/O said/AUX/3/parataxis/O \
Lopez/PROPN/5/nsubj/O ./PUNCT/3/punct/O"""
SENTENCES = [[part.rsplit("/", 4) for part in line.split()] for line in TREEBANK.splitlines()]
COPIES = 4

SIZES = "hidden_dim word_emb_dim char_emb_dim char_hidden_dim".split()
DROPPED = "dropout word_dropout rec_dropout char_rec_dropout".split()  # three sentences are to be known by heart
SETTINGS = [
    *[part for name in SIZES for part in (f"--{name}", "16")],
    *[part for name in DROPPED for part in (f"--{name}", "0")],
    *("--optim", "adam", "--lr", "0.01", "--max_steps", "60", "--eval_interval", "60", "--batch_size", "50"),
    *("--no_pretrain", "--shorthand", f"{LANGUAGE}_small", "--cpu"),
]


def train_small(folder: Path) -> Any:
    """Train in a folder, some seconds, and return the `stanza.Pipeline`."""
    import stanza
    from stanza.models import ner_tagger, parser, tagger

    trees, entities = folder / "trees.conllu", folder / "entities.json"
    trees.write_text(conllu() * COPIES, "utf8")
    told = [[{"text": form, "ner": entity} for form, *_, entity in sentence] for sentence in SENTENCES]
    entities.write_text(json.dumps(told * COPIES), "utf8")
    for train, name, file, more in (
        (tagger.main, "pos", trees, ["--lang", LANGUAGE]),
        (parser.main, "depparse", trees, ["--lang", LANGUAGE]),
        (ner_tagger.main, "ner", entities, []),
    ):
        place = ["--train_file", str(file), "--eval_file", str(file), "--save_dir", str(folder)]
        train([*place, "--save_name", f"{name}.pt", *SETTINGS, *more])
    ours = dict.fromkeys(("tokenize", "mwt", "lemma"), PACKAGE)
    theirs = dict.fromkeys(("pos", "depparse", "ner"), "small")
    return stanza.Pipeline(
        LANGUAGE,
        dir=str(ENGLISH),
        package=None,
        processors=ours | theirs,
        **{f"{name}_model_path": str(folder / f"{name}.pt") for name in theirs},
        download_method=None,
        use_gpu=False,
        verbose=False,
    )


def conllu() -> str:
    """Return the sentences as CoNLL-U."""
    rows = []
    for sentence in SENTENCES:
        for number, (form, upos, head, relation, _) in enumerate(sentence, 1):
            rows.append("\t".join([str(number), form, form, upos, upos, "_", head, relation, "_", "_"]))
        rows.append("")
    return "\n".join(rows) + "\n"
