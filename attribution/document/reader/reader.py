"""The reader: one pass of a small encoder gives syntax, entities and attribution roles for every word."""

import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property

import numpy as np

from attribution.document.reader.chain import best_tags
from attribution.document.reader.decoding import Decoding, Draft
from attribution.document.reader.network import BatchedNetwork, Floats, Integers, Network
from attribution.document.reader.pieces import PieceCutter, Pieces, encoder_row
from attribution.document.reader.stretch import Stretch, Tags
from attribution.document.reader.windows import cut_windows

AT_ONCE = 64  # windows whose scores wait in memory together


class Reader:
    """Reads stretches of words, many at once."""

    def __init__(self, network: Network, cutter: PieceCutter, decoding: Decoding, threads: int | None = None) -> None:
        self._network, self._cutter, self._decoding = network, cutter, decoding
        self._threads = ThreadPoolExecutor(threads or os.cpu_count(), thread_name_prefix="reader")

    @cached_property
    def _relation_matrix(self) -> Floats:
        """Relations as one matrix (size, labels · size)."""
        labels, left, right = self._decoding.relations.shape
        return np.ascontiguousarray(self._decoding.relations.transpose(1, 0, 2).reshape(left, labels * right))

    def read(self, stretches: Sequence[Stretch]) -> list[Tags]:
        """Return the tags of each stretch. What stands beside it in the list makes no difference to its answers."""
        pieces = [self._cutter.cut(stretch.words) for stretch in stretches]
        shown = [
            (number, window)
            for number, stretch in enumerate(stretches)
            if stretch.words
            for window in cut_windows([len(p.ids) for p in pieces[number]], stretch.starts)
        ]
        drafts = [Draft(stretch, self._decoding) for stretch in stretches]
        for start in range(0, len(shown), AT_ONCE):
            some = shown[start : start + AT_ONCE]
            rows = [
                inputs_of(stretches[number].gaps, pieces[number], window.first, window.last) for number, window in some
            ]
            for (number, window), answers in zip(some, self._answers(rows), strict=True):
                drafts[number].take(window, answers)
        return self._decide(drafts)

    def _answers(self, rows: Sequence[dict[str, Integers]]) -> Iterable[dict[str, Floats]]:
        """Return the network's answers to windows.

        In ONNX Runtime each window is a call of its own: 8-bit activations are scaled by what is in a call together,
        and a window's answers must not hang on its company. Threads, one call each, use the cores as well.
        """
        if isinstance(self._network, BatchedNetwork):
            return self._network.run_many(rows)
        return self._threads.map(self._network.run, rows)

    def _decide(self, drafts: list[Draft]) -> list[Tags]:
        decoding = self._decoding
        full = [draft for draft in drafts if draft.stretch.words]
        sentences = [(draft, first, last) for draft in full for first, last in draft.sentences]
        entities = best_tags([d.entities[first:last] for d, first, last in sentences], *decoding.entity_chain)
        for (draft, first, last), tags in zip(sentences, entities, strict=True):
            draft.entity_tags[first:last] = tags
        for draft, tags in zip(full, best_tags([d.roles for d in full], *decoding.role_chain), strict=True):
            draft.role_tags[:] = tags
        return [draft.tags(self._relation_matrix) for draft in drafts]


def inputs_of(gaps: Sequence[int], pieces: Sequence[Pieces], first: int, last: int) -> dict[str, Integers]:
    """Return what the network is asked about one window: the words `first` to `last`, not included, of a text."""
    row = encoder_row(gaps, pieces, first, last)
    return {name: np.array(values, np.int64) for name, values in row.items()}
