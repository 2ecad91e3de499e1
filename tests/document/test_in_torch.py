"""Networks in torch: each operation does what ONNX says, and where they run is as asked for."""

import sys
from importlib.util import find_spec

import numpy as np
import onnx
import pytest
import torch
from onnx import TensorProto, helper

from attribution.document import devices
from attribution.document.devices import usual_device
from attribution.document.in_torch.graph import TorchGraph, answered_together
from attribution.document.in_torch.operations import OPERATIONS, Company
from attribution.document.models import NETWORK, READER, open_reader
from attribution.errors import MissingExtraError, ModelError, PipelineError
from attribution.graph.matching.matcher import open_matcher


def test_what_fills_up_counts_in_no_mean():
    """The mean over an input's places is that of its own."""
    held = torch.tensor([[[1.0, 2.0], [3.0, 4.0], [90.0, 90.0]], [[1.0, 1.0]] * 3])
    real = torch.tensor([[True, True, False], [True, True, True]])

    found = OPERATIONS["ReduceMean"]([held], {"axes": [1], "keepdims": 0}, Company({3: real}))

    assert found.tolist() == [[2.0, 3.0], [1.0, 1.0]]


@pytest.mark.parametrize(("axes", "expected"), [([-1], [[1.5, 3.5, 90.0]]), ([1, 2], [2.5]), ([-2], [[2.0, 3.0]])])
def test_a_mean_is_over_any_axes(axes, expected):
    """Over the places it is that of the real ones, however they are counted; over others it is the usual one."""
    held = torch.tensor([[[1.0, 2.0], [3.0, 4.0], [90.0, 90.0]]])
    company = Company({3: torch.tensor([[True, True, False]])})

    assert OPERATIONS["ReduceMean"]([held], {"axes": axes, "keepdims": 0}, company).tolist() == expected


@pytest.mark.parametrize("place", [0, -1])
@pytest.mark.parametrize("axis", [0, 1, -1])
@pytest.mark.parametrize("is_one", [True, False])
def test_what_is_taken_out_is_as_in_numpy(place, axis, is_one):
    """One place takes its axis away, several keep it; places may be counted from the end."""
    held = np.arange(24).reshape(2, 3, 4)
    places = np.array(place if is_one else [place, 0])

    found = OPERATIONS["Gather"]([torch.from_numpy(held), torch.from_numpy(places)], {"axis": axis}, Company({}))

    assert np.array_equal(found.numpy(), held.take(places, axis))


def test_each_row_has_a_scale_of_its_own():
    """Of inputs that are one row each, no other moves the bytes."""
    held = torch.tensor([[1.0, -2.0], [90.0, 0.5]])
    together = OPERATIONS["DynamicQuantizeLinear"]([held], {}, Company({}))
    alone = OPERATIONS["DynamicQuantizeLinear"]([held[:1]], {}, Company({}))

    assert all(torch.equal(both[:1], one) for both, one in zip(together, alone, strict=True))


def test_those_of_like_length_are_asked_together():
    """Answers come in the order of the inputs, whatever the order in which they are asked."""
    lengths, asked = [5, 1, 4, 2, 3], []

    def answer(places):
        asked.append([lengths[place] for place in places])
        return [f"of {lengths[place]}" for place in places]

    assert answered_together(lengths, 2, answer) == ["of 5", "of 1", "of 4", "of 2", "of 3"]
    assert asked == [[1, 2], [3, 4], [5]]
    assert answered_together([], 2, answer) == []


def test_what_fills_up_has_no_part():
    """A window's 8-bit scale and its attention are the same with places behind it that are not real."""
    real = torch.tensor([[True, True, False]])
    held = torch.tensor([[[1.0, -2.0], [0.5, 3.0], [90.0, -90.0]]])
    alone = Company({2: torch.ones(1, 2, dtype=torch.bool)})

    for filled, bare in zip(
        OPERATIONS["DynamicQuantizeLinear"]([held], {}, Company({3: real})),
        OPERATIONS["DynamicQuantizeLinear"]([held[:, :2]], {}, alone),
        strict=True,
    ):
        assert torch.equal(filled[:, :2], bare)
    scores = held.transpose(1, 2)
    seen = OPERATIONS["Softmax"]([scores], {"axis": -1}, Company({3: real}))
    assert torch.allclose(seen[..., :2], torch.softmax(scores[..., :2], -1))
    assert not seen[..., 2].any()


def test_bytes_are_those_of_onnx_runtime():
    """Activations become the whole numbers that ONNX's operation makes of them."""
    from onnx.reference.ops.op_dynamic_quantize_linear import DynamicQuantizeLinear

    held = np.random.default_rng(3).normal(size=(1, 5, 8)).astype(np.float32)
    expected = DynamicQuantizeLinear.eval(held)
    found = OPERATIONS["DynamicQuantizeLinear"]([torch.from_numpy(held)], {}, Company({5: torch.ones(1, 5) > 0}))

    assert np.array_equal(found[0].numpy(), expected[0])
    assert np.allclose(found[1].numpy().squeeze(), expected[1])
    assert found[2].numpy().squeeze() == expected[2]


def test_the_accelerator_is_used_where_torch_sees_one(monkeypatch):
    """Without one, or without the extra, the processor reads; with both, the accelerator does."""
    assert usual_device() == ("cuda" if torch.cuda.is_available() else "cpu")
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    assert usual_device() == "cuda"
    monkeypatch.setattr(devices, "find_spec", lambda _name: None)
    assert usual_device() == "cpu"


@pytest.mark.parametrize("opened", [open_reader, open_matcher])
def test_a_device_that_is_not_there_is_an_error(opened):
    """A name that torch does not know names what to give instead."""
    with pytest.raises(PipelineError, match=r"no device 'abacus'.*'cpu'"):
        opened(device="abacus")


@pytest.mark.parametrize("without", ["the extra", "an accelerator"])
def test_torch_is_not_imported_in_vain(without, monkeypatch):
    """Torch takes a second to import, which a question need not wait for where no accelerator can be used."""
    monkeypatch.delitem(sys.modules, "torch")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(devices, "find_spec", {"the extra": lambda _name: None, "an accelerator": find_spec}[without])
    monkeypatch.setattr(devices, "DRIVERS", ())

    assert usual_device() == "cpu"
    assert "torch" not in sys.modules


def test_without_the_extra_it_says_what_to_install(monkeypatch):
    """Asked for another device without the package that reads the file, the error names the extra."""
    monkeypatch.setitem(sys.modules, "onnx", None)

    with pytest.raises(MissingExtraError, match=r"\[gpu\]"):
        TorchGraph(READER / NETWORK, "cpu")


def test_an_operation_that_torch_is_not_taught_is_named(tmp_path):
    """A network of another make is refused with the operation's name, before anything is read."""
    value = helper.make_tensor_value_info("a", TensorProto.FLOAT, [1])
    node = helper.make_node("Tan", ["a"], ["b"])
    out = helper.make_tensor_value_info("b", TensorProto.FLOAT, [1])
    onnx.save(helper.make_model(helper.make_graph([node], "tan", [value], [out])), tmp_path / "tan.onnx")

    with pytest.raises(ModelError, match="Tan"):
        TorchGraph(tmp_path / "tan.onnx", "cpu")
