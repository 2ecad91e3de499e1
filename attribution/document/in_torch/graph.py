"""A network in torch, for an accelerator: the very file that ONNX Runtime runs, operation by operation.

Nothing of the architecture is written down here, so a network that is trained anew runs as it is. Weights and
activations are the same whole numbers as in ONNX Runtime, computed with in 32-bit floats.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import torch
from attrs import frozen
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from attribution.document.in_torch.operations import OPERATIONS, Company
from attribution.errors import MissingExtraError, ModelError

Floats = NDArray[np.float32]
Arrays = Mapping[str, NDArray[Any]]
Answer = TypeVar("Answer")


@frozen
class Step:
    """One operation of a network: which values it takes and makes, by name, and which of them nobody wants after it."""

    kind: str
    takes: tuple[str, ...]
    makes: tuple[str, ...]
    attributes: Mapping[str, Any]
    done: tuple[str, ...]


class TorchGraph:
    """What an ONNX file computes, on a device of torch's, for many inputs a call."""

    def __init__(self, file: Path, device: str) -> None:
        graph = _graph_of(file)
        self._device = torch.device(device)
        self._outputs = tuple(output.name for output in graph.output)
        self._weights = {name: value.to(self._device) for name, value in _weights_of(graph).items()}
        self._steps = _steps_of(graph, self._outputs, file)

    @torch.inference_mode()
    def run(self, inputs: Sequence[Arrays], lengths: Iterable[Sequence[int]]) -> dict[str, Floats]:
        """Answer inputs together, filled up to the longest; the answers are filled up like them.

        `lengths` are those of the inputs along each axis that is filled up. Where an answer has such an axis, what is
        behind an input's own length means nothing.
        """
        held: dict[str, Any] = {
            name: pad_sequence([torch.from_numpy(one[name]) for one in inputs], batch_first=True).to(self._device)
            for name in inputs[0]
        }
        company = Company({max(of_axis): _real(of_axis, self._device) for of_axis in lengths})
        for step in self._steps:
            taken = [self._weights.get(name, held.get(name)) if name else None for name in step.takes]
            made = OPERATIONS[step.kind](taken, step.attributes, company)
            held |= zip(step.makes, made if isinstance(made, tuple | list) else (made,), strict=True)
            for name in step.done:
                held.pop(name, None)
        return {name: held[name].float().cpu().numpy() for name in self._outputs}


def answered_together(
    lengths: Sequence[int], most: int, answer: Callable[[Sequence[int]], Iterable[Answer]]
) -> list[Answer]:
    """Return the answers to inputs, in their order; those of like length, `most` at a time, are asked together.

    `answer` is given their places.
    """
    order = sorted(range(len(lengths)), key=lengths.__getitem__)
    answers: dict[int, Answer] = {}
    for start in range(0, len(order), most):
        places = order[start : start + most]
        answers |= zip(places, answer(places), strict=True)
    return [answers[place] for place in range(len(lengths))]


def _real(lengths: Sequence[int], device: torch.device) -> Tensor:
    return torch.arange(max(lengths), device=device) < torch.tensor(lengths, device=device)[:, None]


def _graph_of(file: Path) -> Any:
    """Read an ONNX file.

    Raises:
        MissingExtraError: the package that reads it is not installed.
    """
    try:
        import onnx
    except ImportError as error:
        raise MissingExtraError("working on an accelerator", "onnx", "gpu") from error
    return onnx.load(file).graph


def _tensor(held: Any) -> Tensor:
    """Return an ONNX tensor; small whole and short numbers widened, as they are computed with."""
    from onnx import numpy_helper

    value = torch.from_numpy(np.array(numpy_helper.to_array(held)))
    return value.float() if value.dtype in (torch.int8, torch.uint8, torch.float16) else value


def _weights_of(graph: Any) -> dict[str, Tensor]:
    return {weight.name: _tensor(weight) for weight in graph.initializer}


def _steps_of(graph: Any, outputs: Sequence[str], file: Path) -> list[Step]:
    """Return the operations in order.

    Raises:
        ModelError: one is not known.
    """
    from onnx import helper

    unknown = sorted({node.op_type for node in graph.node} - OPERATIONS.keys())
    if unknown:
        raise ModelError(str(file), f"holds operations that torch is not taught ({', '.join(unknown)})", _REMEDY)
    wanted = Counter(name for node in graph.node for name in node.input if name) + Counter(outputs)
    steps = []
    for node in graph.node:
        taken = Counter(name for name in node.input if name)
        wanted -= taken
        attributes = {one.name: helper.get_attribute_value(one) for one in node.attribute}
        if "value" in attributes:
            attributes["value"] = _tensor(attributes["value"])
        done = tuple(name for name in taken if name not in wanted)
        steps.append(Step(node.op_type, tuple(node.input), tuple(node.output), attributes, done))
    return steps


_REMEDY = "hide the accelerator: load_pipeline(device='cpu') for the reader, CUDA_VISIBLE_DEVICES='' for every network"
