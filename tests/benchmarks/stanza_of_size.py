"""A Stanza pipeline of the size of its default English one, with weights at random: for timing, not for reading.

Sizes are the defaults of Stanza's own training commands in the version installed, used as for its English models
`combined_charlm` (parts of speech, trees) and `ontonotes-ww-multi_charlm` (names): character models of 1,024 units in
both directions, 250,000 pretrained vectors of 100 numbers, two highway layers of 200 units for tags, three of 400 for
trees, one of 256 for names, all of them both ways. Sentences, words and lemmas come from the models that ship with
this library, in Stanza's own processors: the tokenizer is of Stanza's size, the other two have layers half as wide.
"""

import json
import logging
import shutil
from pathlib import Path
from typing import Any

from attribution.document.stanza_models import ENGLISH, LANGUAGE, PACKAGE, model_path

MADE = "made"
SHIPPED = ("tokenize", "mwt", "lemma")
CHARACTERS = {"char_emb_dim": 100, "char_hidden_dim": 1024, "char_num_layers": 1, "char_dropout": 0.05}
VECTORS, VECTOR_WIDTH = 250_000, 100  # what the tagger reads at most; the width of the vectors of CoNLL 2017
FREQUENT_WORDS = 10_000  # those with vectors of their own in tagger and parser: seven times in the treebanks or more
UNIVERSAL = "NOUN PROPN VERB AUX ADJ ADV PRON DET ADP CCONJ SCONJ PART NUM INTJ PUNCT SYM X".split()
PENN = (
    "NN NNP NNS NNPS VB VBD VBG VBN VBP VBZ MD JJ JJR JJS RB RBR RBS RP PRP PRP$ DT PDT WDT WP WP$ WRB EX IN CC TO CD "
    "UH FW LS POS SYM GW ADD AFX NFP XX HYPH $ . , : `` '' -LRB- -RRB-"
).split()
FEATURES = [
    f"{name}={value}"
    for name, values in (
        part.split("=")
        for part in (
            "Abbr=Yes Case=Acc,Gen,Nom Definite=Def,Ind Degree=Cmp,Pos,Sup ExtPos=ADP,ADV,PRON,SCONJ Foreign=Yes "
            "Gender=Fem,Masc,Neut Mood=Imp,Ind,Sub NumForm=Combi,Digit,Roman,Word NumType=Card,Frac,Mult,Ord "
            "Number=Plur,Ptan,Sing Number[psor]=Plur,Sing Person=1,2,3 Person[psor]=1,2,3 Polarity=Neg,Pos Poss=Yes "
            "PronType=Art,Dem,Emp,Ind,Int,Neg,Prs,Rcp,Rel,Tot Reflex=Yes Style=Arch,Coll,Expr,Slng,Vrnc Tense=Past,Pres "
            "Typo=Yes VerbForm=Fin,Ger,Inf,Part Voice=Pass"
        ).split()
    )
    for value in values.split(",")
]
RELATIONS = (
    "root nsubj nsubj:pass nsubj:outer obj iobj csubj csubj:pass csubj:outer ccomp xcomp obl obl:agent obl:npmod "
    "obl:tmod obl:unmarked vocative expl dislocated advcl advcl:relcl advmod discourse aux aux:pass cop mark nmod "
    "nmod:poss nmod:tmod nmod:desc nmod:unmarked appos nummod acl acl:relcl amod det det:predet case conj cc "
    "cc:preconj fixed flat compound compound:prt list parataxis orphan goeswith reparandum punct dep"
).split()
NAMES = (  # the 18 kinds of OntoNotes, and those of the worldwide news: one model gives words both
    "CARDINAL DATE EVENT FAC GPE LANGUAGE LAW LOC MONEY NORP ORDINAL ORG PERCENT PERSON PRODUCT QUANTITY TIME "
    "WORK_OF_ART",
    "DATE FACILITY LOCATION MISC MONEY NORP ORGANIZATION PERSON PRODUCT",
)
_NEVER, _MOSTLY = -100.0, 5.0


def open_stanza(folder: Path, texts: list[str]) -> Any:
    """Write models into a folder and open them with `stanza.Pipeline`, which then downloads nothing.

    The words of `texts` are among those that have vectors, as they would be in Stanza's own.
    """
    import stanza
    import torch

    torch.manual_seed(1)
    for processor in SHIPPED:
        shutil.copyfile(model_path(ENGLISH, processor), _path(folder, processor))
    words = sorted({word.strip("“”.,").lower() for text in texts for word in text.split()})
    characters = sorted({*(chr(code) for code in range(32, 256)), *(sign for text in texts for sign in text)})
    pretrained = _write_foundations(folder, words, characters)
    rows = _rows(words, characters)
    _write_tagger(folder, rows, pretrained)
    _write_parser(folder, rows, pretrained)
    _write_names(folder, rows, pretrained, characters)
    _write_resources(folder)
    chosen = dict.fromkeys(SHIPPED, PACKAGE) | dict.fromkeys(("pos", "depparse", "ner"), MADE)
    return stanza.Pipeline(
        LANGUAGE, dir=str(folder), package=None, processors=chosen, download_method=None, use_gpu=False, verbose=False
    )


def _path(folder: Path, model: str) -> Path:
    path = folder / LANGUAGE / model / f"{PACKAGE if model in SHIPPED else MADE}.pt"
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _write_foundations(folder: Path, words: list[str], characters: list[str]) -> Any:
    """Write what tagger, parser and names share, character models and vectors of words, and return the vectors."""
    import torch
    from stanza.models.common.char_model import CharacterLanguageModel
    from stanza.models.common.pretrain import Pretrain, PretrainedWordVocab
    from stanza.models.common.vocab import CharVocab

    settings = CHARACTERS | {"char_rec_dropout": 0.0, "char_unit_dropout": 1e-5}
    for forward in (True, False):
        model = CharacterLanguageModel(settings, {"char": CharVocab([characters])}, is_forward_lm=forward)
        model.save(str(_path(folder, "forward_charlm" if forward else "backward_charlm")))
    vocabulary = PretrainedWordVocab((words + [f"made{i}" for i in range(VECTORS)])[: VECTORS - 4])
    path = _path(folder, "pretrain")
    torch.save({"vocab": vocabulary.state_dict(), "emb": torch.randn(VECTORS, VECTOR_WIDTH)}, path)
    return Pretrain(str(path))


def _rows(words: list[str], characters: list[str]) -> list[list[list[Any]]]:
    """Return one long sentence that has every word, tag, feature and relation, as Stanza reads a treebank."""
    words = (words + characters + [f"made{i}" for i in range(FREQUENT_WORDS)])[:FREQUENT_WORDS]
    given = [UNIVERSAL, PENN, FEATURES]
    return [
        [
            [word, *(values[i % len(values)] for values in given), word, i, RELATIONS[i % len(RELATIONS)]]
            for i, word in enumerate(words)
        ]
    ]


def _settings(command: Any, folder: Path) -> dict[str, Any]:
    """Return what a training command of Stanza's would work with for English."""
    logging.getLogger("stanza").setLevel(logging.WARNING)  # loading the command made it tell of every batch
    files = [f"--charlm_{way}_file={_path(folder, f'{way}_charlm')}" for way in ("forward", "backward")]
    found: dict[str, Any] = command.parse_args(
        ["--charlm", "--charlm_shorthand=en_1billion", "--shorthand=en_combined", *files]
    )
    return found | {"device": "cpu"}


def _write_tagger(folder: Path, rows: list[list[list[Any]]], pretrained: Any) -> None:
    import torch
    from stanza.models import tagger
    from stanza.models.common.vocab import EMPTY_ID, VOCAB_PREFIX_SIZE, CharVocab
    from stanza.models.pos.trainer import Trainer
    from stanza.models.pos.vocab import FeatureVocab, MultiVocab, WordVocab

    vocabulary = MultiVocab(
        {
            "char": CharVocab(rows),
            "word": WordVocab(rows, lower=True),
            "upos": WordVocab(rows, idx=1),
            "xpos": WordVocab(rows, idx=2),
            "feats": FeatureVocab(rows, idx=3),
        }
    )
    trainer = Trainer(_settings(tagger, folder), vocabulary, pretrained, device="cpu")
    scorers = [trainer.model.upos_clf, trainer.model.tag_clf["xpos"].W_bilin]
    with torch.no_grad():
        for scorer in scorers:
            scorer.weight.normal_(std=0.1)
            scorer.bias[:VOCAB_PREFIX_SIZE] = _NEVER
        for feature in trainer.model.tag_clf["feats"]:
            feature.W_bilin.bias[EMPTY_ID] = _MOSTLY
    trainer.save(str(_path(folder, "pos")))


def _write_parser(folder: Path, rows: list[list[list[Any]]], pretrained: Any) -> None:
    """Write a parser as Stanza starts one: all arcs of one length are as likely, and all labels."""
    from stanza.models import parser
    from stanza.models.common.vocab import CharVocab
    from stanza.models.depparse.trainer import GraphTrainer
    from stanza.models.pos.vocab import FeatureVocab, MultiVocab, WordVocab

    vocabulary = MultiVocab(
        {
            "char": CharVocab(rows),
            "word": WordVocab(rows, lower=True),
            "upos": WordVocab(rows, idx=1),
            "xpos": WordVocab(rows, idx=2),
            "feats": FeatureVocab(rows, idx=3),
            "lemma": WordVocab(rows, idx=4, lower=True),
            "deprel": WordVocab(rows, idx=6),
        }
    )
    trainer = GraphTrainer(_settings(parser, folder), vocabulary, pretrained, device="cpu", build_optimizer=False)
    trainer.save(str(_path(folder, "depparse")))


def _write_names(folder: Path, rows: list[list[list[Any]]], pretrained: Any, characters: list[str]) -> None:
    import torch
    from stanza.models import ner_tagger
    from stanza.models.common.vocab import CharVocab, CompositeVocab
    from stanza.models.ner.trainer import Trainer
    from stanza.models.ner.vocab import MultiVocab
    from stanza.models.pos.vocab import WordVocab

    columns = [["O", *(f"{mark}-{kind}" for kind in kinds.split() for mark in "BIES")] for kinds in NAMES]
    longest = max(len(column) for column in columns)
    tags = [[(tuple(column[min(i, len(column) - 1)] for column in columns),) for i in range(longest)]]
    vocabulary = MultiVocab(
        {
            "char": CharVocab([characters]),  # the character models', which are what reads characters
            "delta": WordVocab(rows, lower=True),
            "tag": CompositeVocab(tags, idx=0, sep=None),
            "word": pretrained.vocab,
        }
    )
    trainer = Trainer(_settings(ner_tagger, folder) | {"word_emb_dim": VECTOR_WIDTH}, vocabulary, pretrained)
    with torch.no_grad():
        for column, scorer in enumerate(trainer.model.tag_clfs):
            scorer.bias[vocabulary["tag"].items(column).index("O")] = _MOSTLY
    trainer.save(str(_path(folder, "ner")))


def _write_resources(folder: Path) -> None:
    """Write the list of models by which a pipeline finds them."""
    shared = [{"model": model, "package": MADE} for model in ("pretrain", "forward_charlm", "backward_charlm")]
    language: dict[str, Any] = {name: {PACKAGE: {}} for name in SHIPPED}
    language |= {name: {MADE: {"dependencies": shared}} for name in ("pos", "depparse", "ner")}
    language |= {"lang_name": "English", "packages": {}}
    (folder / "resources.json").write_text(json.dumps({LANGUAGE: language}), encoding="utf-8")
