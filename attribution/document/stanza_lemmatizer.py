"""Find lemmas with a Stanza lemmatizer, each form once; as a variant within Stanza.

Stanza's own processor spells every word of a document out for its network before it looks into its dictionary;
this looks first, and asks the network for what is not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attribution.document.opening import opening
from attribution.document.threads import one_thread

if TYPE_CHECKING:
    import stanza

VARIANT = "by_form"  # never the name of a package: Stanza would take the package for the variant
BATCH = 1000  # words the network spells at a time

ENDING = re.compile(r"(?:ed|es|ing)$")
DOUBLED = re.compile(r"[aeiou]([bdgmnprt])\1$")

Tagged = tuple[str, str]  # form and part of speech


class Lemmatizer:
    """A lemmatizer's dictionary and network, and the lemmas found so far."""

    def __init__(self, model_path: Path, device: str = "cpu") -> None:
        from stanza.models.lemma.trainer import Trainer

        with opening(model_path):
            self._trainer = Trainer(args={}, model_file=str(model_path), device=device)
        self._found: dict[Tagged, str] = {}

    def lemmas(self, words: Sequence[Tagged]) -> list[str]:
        """Return the lemma of each word: *told*, a VERB, is *tell*."""
        unknown = {word for word in words if word not in self._found}
        if unknown:
            self._look_up(sorted(unknown))
        return [self._found[word] for word in words]

    def _look_up(self, words: list[Tagged]) -> None:
        known = self._trainer.skip_seq2seq(words)
        rest = [word for word, is_known in zip(words, known, strict=True) if not is_known]
        if self._trainer.args["dict_only"]:
            rest = []
        spelled = dict(zip(rest, map(regular, rest, self._spell(rest)), strict=True)) if rest else {}
        lemmas = self._trainer.ensemble(words, [spelled.get(word) for word in words])
        self._found |= {word: lemma or "_" for word, lemma in zip(words, lemmas, strict=True)}

    def _spell(self, words: list[Tagged]) -> list[str]:
        """Let the network write the lemmas."""
        import torch
        from stanza.models.common.doc import Document
        from stanza.models.lemma.data import DataLoader

        document = Document([[{"id": (1,), "text": form, "upos": upos}] for form, upos in words])
        trainer = self._trainer
        batches = DataLoader(document, BATCH, trainer.args, vocab=trainer.vocab, evaluation=True, expand_unk_vocab=True)
        spelled: list[str] = []
        edits: list[int] = []
        with torch.inference_mode(), one_thread():
            for batch in batches:
                batch_spelled, batch_edits = trainer.predict(batch, trainer.args["beam_size"], batches.vocab)
                spelled += batch_spelled
                edits += batch_edits or []
        lemmas: list[str] = trainer.postprocess([form for form, _ in words], spelled, edits=edits)
        return lemmas


def regular(word: Tagged, lemma: str) -> str:
    """Return the lemma that the network spelled, right where English spelling leaves no choice.

    A verb in *-oed*, *-oes* or *-oing* ends in *o* (*vetoed*), and a doubled consonant before *-ed* or *-ing* is single
    without it (*rebutted*).
    """
    form, upos = word[0].lower(), word[1]
    ending = ENDING.search(form) if upos == "VERB" else None
    if ending is None:
        return lemma
    stem = form[: ending.start()]
    if stem.endswith("o") and len(stem) > 2:
        return stem
    if DOUBLED.search(stem) and ending[0] != "es":
        return stem[:-1]
    return lemma


def register_variant() -> None:
    """Make the variant known to Stanza; a second call does nothing."""
    from stanza.pipeline.processor import ProcessorVariant, register_processor_variant
    from stanza.pipeline.registry import PROCESSOR_VARIANTS

    if VARIANT in PROCESSOR_VARIANTS["lemma"]:
        return

    class NewsLemmatizer(ProcessorVariant):  # type: ignore[misc]  # Stanza has no types
        """The lemma processor for news."""

        OVERRIDE = True

        def __init__(self, config: dict[str, Any]) -> None:
            self._lemmatizer = Lemmatizer(Path(config["model_path"]))

        def process(self, document: stanza.Document) -> stanza.Document:
            return self.bulk_process([document])[0]

        def bulk_process(self, documents: Iterable[stanza.Document]) -> list[stanza.Document]:
            documents = list(documents)
            words = [word for document in documents for sentence in document.sentences for word in sentence.words]
            lemmas = self._lemmatizer.lemmas([(word.text, word.upos or "_") for word in words])
            for word, lemma in zip(words, lemmas, strict=True):
                word.lemma = lemma
            return documents

    register_processor_variant("lemma", VARIANT)(NewsLemmatizer)
