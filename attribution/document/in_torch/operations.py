"""What the operations of an exported network do, in torch: those that our networks are made of, by their ONNX names.

Integers that are only quantities of a graph (shapes, places) stay on the processor; whatever meets a tensor on the
accelerator goes there.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch
from attrs import frozen
from torch import Tensor
from torch.nn import functional

FLOAT, INT64 = 1, 7  # ONNX's numbers of types
STEPS = 255  # between the least and the greatest value of an activation in 8 bits


@frozen
class Company:
    """Inputs of different lengths in one call: for each length that an axis can have, which of its places are real.

    What fills up the shorter inputs must have no part in theirs: no scale of 8-bit activations is taken from it, no
    attention sees it, and no mean counts it. `real` are (inputs, length) by length.
    """

    real: Mapping[int, Tensor]


Operation = Callable[[Sequence[Any], Mapping[str, Any], Company], Any]


def together(values: Sequence[Tensor]) -> list[Tensor]:
    """Return tensors on one device: the accelerator, where one of them is there."""
    device = next((value.device for value in values if value.device.type != "cpu"), None)
    return [value if device is None or not value.ndim else value.to(device) for value in values]


def _elementwise(operation: Callable[..., Tensor]) -> Operation:
    return lambda values, _attributes, _company: operation(*together(values))


def _cast(values: Sequence[Tensor], attributes: Mapping[str, Any], _company: Company) -> Tensor:
    return values[0].to({FLOAT: torch.float32, INT64: torch.int64}[attributes["to"]])


def _gather(values: Sequence[Tensor], attributes: Mapping[str, Any], _company: Company) -> Tensor:
    held, places = values
    if places.ndim:  # one place alone is a number, wherever it is
        places = places.to(held.device)
    axis = attributes.get("axis", 0) % held.ndim
    return held[(*(slice(None),) * axis, places)]


def _quantize(values: Sequence[Tensor], _attributes: Mapping[str, Any], company: Company) -> tuple[Tensor, ...]:
    """(inputs, places, width) or (inputs, width) → the same in whole numbers, with scale and zero of each input."""
    held = values[0]
    if held.ndim > 2:
        held = held * company.real[held.shape[1]][:, :, None].to(held.dtype)  # zero is within every range
    own = tuple(range(1, held.ndim))
    least, most = held.amin(own, keepdim=True).clamp(max=0), held.amax(own, keepdim=True).clamp(min=0)
    scale = (most - least) / STEPS
    scale = torch.where(scale == 0, torch.ones_like(scale), scale)
    zero = torch.round(-least / scale).clamp(0, STEPS)
    return (torch.round(held / scale) + zero).clamp(0, STEPS), scale, zero


def _multiply_integers(values: Sequence[Tensor], _attributes: Mapping[str, Any], _company: Company) -> Tensor:
    activations, weights, zero, middle = values
    return (activations - zero) @ (weights - middle)


def _softmax(values: Sequence[Tensor], attributes: Mapping[str, Any], company: Company) -> Tensor:
    held = values[0]
    real = company.real[held.shape[-1]].view(len(held), *(1,) * (held.ndim - 2), -1)
    return torch.softmax(held.masked_fill(~real, -torch.inf), attributes["axis"])


def _mean(values: Sequence[Tensor], attributes: Mapping[str, Any], company: Company) -> Tensor:
    """(inputs, places, …) → the mean over some axes; over the places (axis 1) that of the real ones of each input."""
    (held,), keep = values, bool(attributes["keepdims"])
    axes = [axis % held.ndim for axis in attributes["axes"]]
    if 1 not in axes:
        return held.mean(axes, keepdim=keep)
    real = company.real[held.shape[1]].view(len(held), -1, *(1,) * (held.ndim - 2)).to(held.dtype).expand_as(held)
    return (held * real).sum(axes, keepdim=keep) / real.sum(axes, keepdim=keep)


def _normalize(values: Sequence[Tensor], attributes: Mapping[str, Any], _company: Company) -> Tensor:
    held, weight, bias = values
    return functional.layer_norm(held, held.shape[-1:], weight, bias, attributes["epsilon"])


def _reshape(values: Sequence[Tensor], _attributes: Mapping[str, Any], _company: Company) -> Tensor:
    held, shape = values
    return held.reshape([held.shape[at] if size == 0 else size for at, size in enumerate(shape.tolist())])


def _expand(values: Sequence[Tensor], _attributes: Mapping[str, Any], _company: Company) -> Tensor:
    held, shape = values
    sizes = shape.tolist()  # a size of 1 leaves the tensor's own
    own = [1] * (len(sizes) - held.ndim) + list(held.shape)
    return held.expand([max(size, at) for size, at in zip(sizes, own, strict=True)])


def _unsqueeze(values: Sequence[Tensor], _attributes: Mapping[str, Any], _company: Company) -> Tensor:
    held, axes = values
    for axis in sorted(at % (held.ndim + len(axes)) for at in axes.tolist()):
        held = held.unsqueeze(axis)
    return held


def _slice(values: Sequence[Tensor], _attributes: Mapping[str, Any], _company: Company) -> Tensor:
    held, starts, ends, axes = values[:4]
    steps = values[4].tolist() if len(values) > 4 else [1] * len(axes)
    cut = [slice(None)] * held.ndim
    for start, end, axis, step in zip(starts.tolist(), ends.tolist(), axes.tolist(), steps, strict=True):
        cut[axis] = slice(start, end, step)
    return held[tuple(cut)]


def _clip(values: Sequence[Tensor | None], _attributes: Mapping[str, Any], _company: Company) -> Tensor:
    held, least, most = (*values, None, None)[:3]
    assert held is not None
    return held.clamp(None if least is None else least.item(), None if most is None else most.item())


OPERATIONS: dict[str, Operation] = {
    "Abs": _elementwise(torch.abs),
    "Add": _elementwise(torch.add),
    "Cast": _cast,
    "Clip": _clip,
    "Concat": lambda values, attributes, _: torch.cat(together(values), attributes["axis"]),
    "Constant": lambda _values, attributes, _: attributes["value"],
    "ConstantOfShape": lambda values, attributes, _: attributes["value"].expand(values[0].tolist()),
    "Div": _elementwise(lambda a, b: a / b if a.is_floating_point() else a // b),
    "DynamicQuantizeLinear": _quantize,
    "Equal": _elementwise(torch.eq),
    "Erf": _elementwise(torch.erf),
    "Expand": _expand,
    "Floor": _elementwise(torch.floor),
    "Gather": _gather,
    "GatherElements": lambda values, attributes, _: values[0].gather(attributes["axis"], values[1]),
    "LayerNormalization": _normalize,
    "LessOrEqual": _elementwise(torch.le),
    "Log": _elementwise(torch.log),
    "MatMul": _elementwise(torch.matmul),
    "MatMulInteger": _multiply_integers,
    "Mul": _elementwise(torch.mul),
    "Not": _elementwise(torch.logical_not),
    "Range": lambda values, _attributes, _: torch.arange(*(value.item() for value in values)),
    "ReduceL2": lambda values, attributes, _: values[0].norm(
        dim=attributes["axes"], keepdim=bool(attributes["keepdims"])
    ),
    "ReduceMean": _mean,
    "ReduceSum": lambda values, attributes, _: values[0].sum(values[1].tolist(), bool(attributes["keepdims"])),
    "Reshape": _reshape,
    "Shape": lambda values, _attributes, _: torch.tensor(values[0].shape),
    "Sign": _elementwise(torch.sign),
    "Slice": _slice,
    "Softmax": _softmax,
    "Split": lambda values, attributes, _: values[0].split(values[1].tolist(), attributes["axis"]),
    "Squeeze": lambda values, _attributes, _: values[0].squeeze(tuple(values[1].tolist())),
    "Sub": _elementwise(torch.sub),
    "Transpose": lambda values, attributes, _: values[0].permute(attributes["perm"]),
    "Unsqueeze": _unsqueeze,
    "Where": _elementwise(torch.where),
}
