"""The two networks of the matcher: one gives a text a vector, one judges a statement and a claim together."""

from collections.abc import Iterable, Sequence
from concurrent.futures import Executor
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from attribution.document.devices import CPU, check_device
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


def inputs_of(row: EncoderRow, vectors: PieceVectors) -> dict[str, NDArray[Any]]:
    """Return what a network is asked about one input: `vectors` (pieces, width); `pieces`, `cases`, `segments`."""
    numbers = {"pieces": row.pieces, "cases": row.cases, "segments": row.segments}
    return {"vectors": vectors.of(row.pieces), **{name: np.array(held, np.int64) for name, held in numbers.items()}}


class MatchingNetwork(Protocol):
    """One network, whatever runs it."""

    def run_many(self, rows: Sequence[EncoderRow]) -> Iterable[Floats]:
        """Answer inputs in their order, a vector (384) or scores (4) for each; several threads may ask at once."""


class OnnxMatchingNetwork:
    """The network in ONNX Runtime, one input a call on one thread, as many at once as there are threads.

    An input alone is answered the same in any company: activations are made bytes with one scale for a whole call.
    """

    def __init__(self, file: Path, vectors: PieceVectors, threads: Executor) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        self._session: Any = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
        self._vectors, self._threads = vectors, threads

    def run_many(self, rows: Sequence[EncoderRow]) -> Iterable[Floats]:
        """Answer inputs in their order; see `MatchingNetwork`."""
        return self._threads.map(self._run, rows)

    def _run(self, row: EncoderRow) -> Floats:
        inputs = {name: held[None] for name, held in inputs_of(row, self._vectors).items()}
        answer: Floats = self._session.run(None, inputs)[0][0]
        return answer


def open_network(file: Path, vectors: PieceVectors, threads: Executor, device: str) -> MatchingNetwork:
    """Open a network where it is to run.

    Raises:
        MissingExtraError: that is not the processor, and the extra `gpu` is not installed.
        PipelineError: torch does not see the device.
    """
    if device == CPU:
        return OnnxMatchingNetwork(file, vectors, threads)
    check_device(device)
    from attribution.graph.matching.in_torch.network import TorchMatchingNetwork

    return TorchMatchingNetwork(file, vectors, device)
