"""Run the network of a Stanza tokenizer over the paragraphs of many texts at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from attribution.document.splitting.characters import MULTIWORD_SENTENCE_END, SENTENCE_END, features
from attribution.document.splitting.tagger_network import TaggerNetwork
from attribution.document.threads import one_thread

LONGEST = 1000  # characters read at a time; a longer paragraph goes on from the last sentence end found
BATCH_CHARACTERS = 8_000  # more is slower: the batch leaves the processor's cache
TRAINED_FEATURES = ["space_before", "capitalized", "numeric", "end_of_para", "start_of_para"]


class CharacterTagger:
    """The network of a Stanza tokenizer and its table of characters.

    Stanza's own processor builds its input one character at a time in Python, which costs more than the network;
    this reads arrays instead and gives the same labels.
    """

    def __init__(self, model_path: Path, device: str = "cpu") -> None:
        from stanza.models.tokenization.trainer import Trainer

        trainer = Trainer(model_file=str(model_path), device=device)
        if trainer.feat_funcs != TRAINED_FEATURES or trainer.dictionary is not None:
            raise ValueError(f"{model_path} was trained with features this reads nothing of: {trainer.feat_funcs}")
        self._network = TaggerNetwork(trainer.model, trainer.args)
        self._device = device
        vocabulary = trainer.vocab
        self._ids = np.full(0x110000, vocabulary.unit2id("<UNK>"), dtype=np.int64)
        for index in range(len(vocabulary)):
            unit = vocabulary.id2unit(index)
            if len(unit) == 1:
                self._ids[ord(unit)] = index

    def label(self, passages: Sequence[NDArray[np.uint32]]) -> list[NDArray[np.int64]]:
        """Return a label for each character; see `attribution.document.splitting.characters`.

        Passages are arrays of code points of shape (characters,), none empty; the labels have the same shapes.
        """
        labels = [np.zeros(len(codes), dtype=np.int64) for codes in passages]
        ids = [self._ids[codes] for codes in passages]
        extra = [features(codes) for codes in passages]
        starts = dict.fromkeys(range(len(passages)), 0)
        while starts:
            remaining: dict[int, int] = {}
            for batch in _batches({index: len(ids[index]) - start for index, start in starts.items()}):
                windows = [slice(starts[index], starts[index] + LONGEST) for index in batch]
                inputs = [(ids[i][window], extra[i][window]) for i, window in zip(batch, windows, strict=True)]
                for index, window, found in zip(batch, windows, self._predict(inputs), strict=True):
                    labels[index][window] = found
                    if window.stop < len(ids[index]):
                        remaining[index] = window.start + _done(found)
            starts = remaining
        for passage in labels:
            # the end of a paragraph ends a sentence
            passage[-1] = SENTENCE_END if passage[-1] <= SENTENCE_END else MULTIWORD_SENTENCE_END
        return labels

    def _predict(self, inputs: list[tuple[NDArray[np.int64], NDArray[np.float32]]]) -> list[NDArray[np.int64]]:
        """Label windows of falling length: ids (characters,), features (characters, 5) → labels (characters,)."""
        import torch

        # one padding character follows each window, as in training, where text was padded to one length
        lengths = torch.tensor([len(ids) + 1 for ids, _ in inputs])
        ids = torch.zeros(len(inputs), int(lengths[0]), dtype=torch.int64)
        extra = torch.zeros(len(inputs), int(lengths[0]), 5)
        for row, (window_ids, window_extra) in enumerate(inputs):
            ids[row, : len(window_ids)] = torch.from_numpy(window_ids)
            extra[row, : len(window_ids)] = torch.from_numpy(window_extra)
        moved = [values.to(self._device) for values in (ids, extra, lengths)]
        with one_thread():
            best = self._network.label(*moved).cpu().numpy()
        return [best[row, : len(window_ids)] for row, (window_ids, _) in enumerate(inputs)]


def _batches(lengths: dict[int, int]) -> Iterator[list[int]]:
    """Yield passages of like length together, longest first, as many as fill a batch."""
    batch: list[int] = []
    for index in sorted(lengths, key=lengths.__getitem__, reverse=True):
        longest = min(lengths[batch[0]] if batch else lengths[index], LONGEST)
        if batch and (len(batch) + 1) * longest > BATCH_CHARACTERS:
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch


def _done(labels: NDArray[np.int64]) -> int:
    """Return how many characters of a full window need not be read again: up to the last sentence end."""
    ends = np.flatnonzero((labels == SENTENCE_END) | (labels == MULTIWORD_SENTENCE_END))
    return int(ends[-1]) + 1 if len(ends) else len(labels)
