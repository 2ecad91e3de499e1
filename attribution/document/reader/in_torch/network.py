"""The reader's network in torch, for an accelerator: the very file that ONNX Runtime runs, operation by operation.

Nothing of the architecture is written down here, so a network that is trained anew runs as it is. Weights and
activations are the same whole numbers as in ONNX Runtime, computed with in 32-bit floats.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from attrs import frozen
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from attribution.document.reader.in_torch.operations import OPERATIONS, Company
from attribution.document.reader.network import Floats, Integers
from attribution.errors import MissingExtraError, ModelError

TOGETHER = 32  # windows of one call; more do not make an accelerator faster, and take its memory
WORDS = "first"  # the input with one number a word; the others have one a word piece, or are like it
PIECES = "pieces"


@frozen
class Step:
    """One operation of a network: which values it takes and makes, by name, and which of them nobody wants after it."""

    kind: str
    takes: tuple[str, ...]
    makes: tuple[str, ...]
    attributes: Mapping[str, Any]
    done: tuple[str, ...]


class TorchNetwork:
    """The network on a device of torch's, many windows a call."""

    def __init__(self, file: Path, device: str) -> None:
        graph = _graph_of(file)
        self._device = torch.device(device)
        self._outputs = tuple(output.name for output in graph.output)
        self._weights = {name: value.to(self._device) for name, value in _weights_of(graph).items()}
        self._steps = _steps_of(graph, self._outputs, file)

    def run(self, inputs: dict[str, Integers]) -> dict[str, Floats]:
        """Answer one window; see `Network`."""
        return next(self.run_many([inputs]))

    def run_many(self, windows: Sequence[dict[str, Integers]]) -> Iterator[dict[str, Floats]]:
        """Answer windows in their order; those of like length are computed together.

        A window's company makes no difference beyond the rounding of 32-bit floats; now and then that makes the next
        whole number of an activation, as another processor does.
        """
        order = sorted(range(len(windows)), key=lambda place: len(windows[place][PIECES]))
        answers: dict[int, dict[str, Floats]] = {}
        for start in range(0, len(order), TOGETHER):
            places = order[start : start + TOGETHER]
            answers |= zip(places, self._answers([windows[place] for place in places]), strict=True)
        yield from (answers[place] for place in range(len(windows)))

    @torch.inference_mode()
    def _answers(self, windows: Sequence[dict[str, Integers]]) -> Iterator[dict[str, Floats]]:
        held: dict[str, Any] = {
            name: pad_sequence([torch.from_numpy(one[name]) for one in windows], batch_first=True).to(self._device)
            for name in windows[0]
        }
        words, pieces = ([len(one[name]) for one in windows] for name in (WORDS, PIECES))
        company = Company(
            {
                max(words): _real(words, self._device),
                1 + max(words): _real([1 + count for count in words], self._device),  # the root stands before the words
                max(pieces): _real(pieces, self._device),  # two marks more than words at least: no two are one
            }
        )
        for step in self._steps:
            taken = [self._weights.get(name, held.get(name)) if name else None for name in step.takes]
            made = OPERATIONS[step.kind](taken, step.attributes, company)
            held |= zip(step.makes, made if isinstance(made, tuple | list) else (made,), strict=True)
            for name in step.done:
                held.pop(name, None)
        answers = {name: held[name].float().cpu().numpy() for name in self._outputs}
        return (_cut(answers, at, count) for at, count in enumerate(words))


def _real(lengths: Sequence[int], device: torch.device) -> Tensor:
    return torch.arange(max(lengths), device=device) < torch.tensor(lengths, device=device)[:, None]


def _cut(answers: Mapping[str, Floats], window: int, words: int) -> dict[str, Floats]:
    """Return the answers on one window without what filled it up; columns may be words, or the root and words."""
    most = answers["links"].shape[2]
    widths = {most: words, most + 1: words + 1}
    return {
        name: scores[window, :words, : widths[scores.shape[2]]] if name in ("arcs", "links") else scores[window, :words]
        for name, scores in answers.items()
    }


def _graph_of(file: Path) -> Any:
    """Read an ONNX file.

    Raises:
        MissingExtraError: the package that reads it is not installed.
    """
    try:
        import onnx
    except ImportError as error:
        raise MissingExtraError("reading on an accelerator", "onnx", "gpu") from error
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


_REMEDY = "read without an accelerator: load_pipeline(device='cpu')"
