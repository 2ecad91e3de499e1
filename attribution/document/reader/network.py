"""The reader's encoder and its heads, as one function from numbers to scores."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]


class Network(Protocol):
    """The encoder and its heads, whatever runs them."""

    def run(self, inputs: dict[str, Integers]) -> dict[str, Floats]:
        """Answer one window; several threads may ask at once.

        In: `pieces`, `cases`, `before`, `after` (pieces); `first`, `last` (words).
        Out: `upos` (words, labels), `entities`, `roles` the same; `arcs` (words, 1 + words);
        `dependents` and `governors` (words, size); `links` (words, words).
        """


@runtime_checkable
class BatchedNetwork(Network, Protocol):
    """A network that is quicker when it is asked about many windows at once."""

    def run_many(self, windows: Sequence[dict[str, Integers]]) -> Iterable[dict[str, Floats]]:
        """Answer windows, in their order."""


class OnnxNetwork:
    """The network in ONNX Runtime, one thread a call."""

    def __init__(self, file: Path) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
        self._outputs = [output.name for output in self._session.get_outputs()]

    def run(self, inputs: dict[str, Integers]) -> dict[str, Floats]:
        """Answer one window; see `Network`."""
        answers = self._session.run(self._outputs, {name: values[None] for name, values in inputs.items()})
        return {name: answer[0] for name, answer in zip(self._outputs, answers, strict=True)}
