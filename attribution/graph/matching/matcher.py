"""The matcher: which statements may bear on a claim, and whether they support it, contradict it or neither."""

import hashlib
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from attribution.document.devices import usual_device
from attribution.document.stanza_models import check_models
from attribution.graph.matching.denied import undenied
from attribution.graph.matching.networks import Bytes, Floats, MatchingNetwork, PieceVectors, open_network
from attribution.graph.matching.pieces import EncoderRow, SentenceCutter, pair_row, single_row

MATCHER = Path(__file__).resolve().parent.parent.parent / "models" / "matcher"
SEARCHER, SCORER, PIECES, VOCABULARY = "searcher.onnx", "scorer.onnx", "pieces.safetensors", "tokenizer.json"
WIDTH, ANSWERS = 384, 4
WITHOUT_DENIAL = 0.2  # weight of what is found for a claim without its denial, beside what is found for it as it is
STEPS = 400  # bytes of a vector's part are its 400ths: no part of a vector of length 1 was seen beyond 0.3


class Matcher:
    """Gives texts vectors whose product tells how alike they are, and judges pairs of statement and claim.

    `searcher_sum` is the sum of the files that make the vectors: those of two matchers with one sum can be compared.
    """

    def __init__(self, folder: Path, threads: int | None = None, device: str | None = None) -> None:
        self.searcher_sum = hashlib.sha256(
            (folder / SEARCHER).read_bytes() + (folder / PIECES).read_bytes()
        ).hexdigest()
        vectors = PieceVectors(folder / PIECES)
        pool = ThreadPoolExecutor(threads or os.cpu_count(), thread_name_prefix="matcher")
        where = device or usual_device()
        self._searcher = open_network(folder / SEARCHER, vectors, pool, where)
        self._scorer = open_network(folder / SCORER, vectors, pool, where)
        self._cutter = SentenceCutter(folder / VOCABULARY)

    def vectors(self, texts: Sequence[str]) -> Bytes:
        """Return one vector of bytes for each text, (texts, 384); `likeness` compares them."""
        rows = [single_row(pieces) for pieces in self._cutter.cut(texts)]
        return to_bytes(_answers(self._searcher, rows, WIDTH))

    def judge(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        """Return the chances for each (statement, claim): supports, contradicts, neither; bears on it: (pairs, 4).

        The first three are one together; the last stands for itself. A claim with a denial is judged without it, too:
        what supports that it is so contradicts that it is not.
        """
        found = self._judge_as_they_are(pairs)
        without = {i: bare for i, (_, claim) in enumerate(pairs) if (bare := undenied(claim)) is not None}
        if without:
            turned = self._judge_as_they_are([(pairs[i][0], bare) for i, bare in without.items()])
            denied = list(without)
            found[denied, :3] += WITHOUT_DENIAL * (turned[:, [1, 0, 2]] - found[denied, :3])
        return found

    def _judge_as_they_are(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        cut = self._cutter.cut([text for pair in pairs for text in pair])
        scores = _answers(self._scorer, [pair_row(a, b) for a, b in zip(cut[::2], cut[1::2], strict=True)], ANSWERS)
        raised = np.exp(scores[:, :3] - scores[:, :3].max(1, keepdims=True))
        answer: Floats = np.concatenate(
            [raised / raised.sum(1, keepdims=True), 1 / (1 + np.exp(-scores[:, 3:]))], axis=1
        ).astype(np.float32)
        return answer


def _answers(network: MatchingNetwork, rows: Sequence[EncoderRow], width: int) -> Floats:
    found: Floats = np.array(list(network.run_many(rows)), dtype=np.float32).reshape(len(rows), width)
    return found


def to_bytes(vectors: Floats) -> Bytes:
    """Return vectors of length 1 in bytes."""
    return np.clip(np.rint(vectors * STEPS), -127, 127).astype(np.int8)


def likeness(vector: Bytes, others: NDArray[np.int8] | Floats) -> Floats:
    """Return how alike a text is to others by their vectors, (others): 1 for the same, about 0 for unrelated."""
    return (others.astype(np.float32, copy=False) @ vector.astype(np.float32) / STEPS**2).astype(np.float32)


@cache
def open_matcher(folder: Path = MATCHER, threads: int | None = None, device: str | None = None) -> Matcher:
    """Open a matcher from its folder; the same folder is opened once for a device.

    `device` is a name of torch's, as for the reader: without one the accelerator is used where torch sees one and the
    extra `gpu` is installed; *cpu* refuses it.

    Raises:
        ModelError: a file is missing or is not what it was when it was made.
        MissingExtraError: another device than the processor is asked for, and the extra `gpu` is not installed.
        PipelineError: torch does not see the device.
    """
    check_models(folder, [folder / name for name in (SEARCHER, SCORER, PIECES, VOCABULARY)])
    return Matcher(folder, threads, device)
