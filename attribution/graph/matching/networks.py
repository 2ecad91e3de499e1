"""The two networks of the matcher: one gives a text a vector, one judges a statement and a claim together."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from attribution.graph.matching.pieces import EncoderRow

Floats = NDArray[np.float32]
Bytes = NDArray[np.int8]


class PieceVectors:
    """The vectors of word pieces that both networks begin with, in bytes, each with a scale of its own."""

    def __init__(self, file: Path) -> None:
        from safetensors.numpy import load_file

        held = load_file(str(file))
        self._small, self._scale = held["small"], held["scale"]

    def of(self, pieces: Sequence[int]) -> Floats:
        """pieces (n) → vectors (n, width)."""
        places = np.asarray(pieces)
        answer: Floats = self._small[places].astype(np.float32) * self._scale[places]
        return answer


class MatchingNetwork:
    """One network in ONNX Runtime, one input a call on one thread: several threads may ask at once.

    An input alone is answered the same in any company: activations are made bytes with one scale for a whole call.
    """

    def __init__(self, file: Path, vectors: PieceVectors) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        self._session: Any = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
        self._vectors = vectors

    def run(self, row: EncoderRow) -> Floats:
        """Return the network's answer to one input: a vector (384), or scores (3)."""
        inputs = {
            "vectors": self._vectors.of(row.pieces)[None],
            "pieces": np.array([row.pieces], np.int64),
            "cases": np.array([row.cases], np.int64),
            "segments": np.array([row.segments], np.int64),
        }
        answer: Floats = self._session.run(None, inputs)[0][0]
        return answer
