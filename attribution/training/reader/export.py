"""Turn a trained reader into what ships: `python -m attribution.training.reader.export --help`.

The network becomes an ONNX file with 8-bit weights; the labels and the few weights of the decoding stand beside it.
"""

import argparse
import hashlib
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from attribution.document.models import DECODING, LABELS, NETWORK, VOCABULARY
from attribution.document.stanza_models import SUMS
from attribution.training.reader.network import Reader
from attribution.training.reader.scoring import OUTPUTS, Scorer, save_decoding
from attribution.training.reader.state import base_model, load_state

INPUTS = ("pieces", "cases", "before", "after", "first", "last")


class SmallEmbedding(nn.Module):
    """An embedding in bytes: each row has a scale of its own, which loses less than one scale for all."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("small", torch.round(weight / scale).to(torch.int8))
        self.register_buffer("scale", scale)
        self.small: Tensor
        self.scale: Tensor

    def forward(self, ids: Tensor) -> Tensor:
        """ids (…) → vectors (…, width)."""
        return self.small[ids].float() * self.scale[ids]


def export(state: Path, out: Path) -> None:
    """Write the files that ship into `out`."""
    reader, _labels = load_state(state)
    out.mkdir(parents=True, exist_ok=True)
    shutil.copy(state / LABELS, out / LABELS)
    shutil.copy(base_model() / "tokenizer.json", out / VOCABULARY)
    save_decoding(reader, out / DECODING)
    reader.encoder.pieces = SmallEmbedding(reader.encoder.pieces.weight.detach())  # type: ignore[assignment]
    with tempfile.TemporaryDirectory() as scratch:
        write_onnx(reader, Path(scratch) / "full.onnx")
        quantize(Path(scratch) / "full.onnx", out / NETWORK)
    write_sums(out, (DECODING, LABELS, NETWORK, VOCABULARY))


def write_sums(out: Path, files: Sequence[str]) -> None:
    """Write the sums by which a damaged file is known when the models are opened."""
    sums = [f"{hashlib.sha256((out / name).read_bytes()).hexdigest()}  {name}\n" for name in files]
    (out / SUMS).write_text("".join(sums), encoding="utf8")


def write_onnx(reader: Reader, file: Path) -> None:
    """Write the network with 32-bit weights."""
    example = {name: torch.ones(2, 9, dtype=torch.long) for name in ("pieces", "cases", "before", "after")}
    example |= {name: torch.ones(2, 5, dtype=torch.long) for name in ("first", "last")}
    axes = {name: {0: "windows", 1: "words" if name in ("first", "last") else "pieces"} for name in INPUTS}
    axes |= {name: {0: "windows", 1: "words"} for name in OUTPUTS}
    axes["arcs"][2], axes["links"][2] = "heads", "cues"
    torch.onnx.export(
        Scorer(reader.eval()),
        tuple(example[name] for name in INPUTS),
        str(file),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def quantize(full: Path, out: Path) -> None:
    """Make the weights of the linear maps bytes, but for one map a layer; activations are made bytes as they come.

    The inner map widens each layer. In bytes it cost half a point of F on cues (74.5 for 75.3 on PolNeAR's development
    articles), and nothing in 16 bits; it is stored in those and worked in 32.
    """
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    model = onnx.load(full)
    kept = [node for node in model.graph.node if node.op_type == "MatMul" and "/inner/" in node.name]
    quantize_dynamic(
        full,
        out,
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gemm"],
        nodes_to_exclude=[node.name for node in kept],
    )
    halve(out, {name for node in kept for name in node.input})


def halve(file: Path, names: set[str]) -> None:
    """Store some weights of an ONNX file in 16 bits, to be widened when it is loaded."""
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    model = onnx.load(file)
    for weight in [weight for weight in model.graph.initializer if weight.name in names]:
        small = numpy_helper.from_array(numpy_helper.to_array(weight).astype("float16"), f"{weight.name}_half")
        model.graph.initializer.remove(weight)
        model.graph.initializer.append(small)
        model.graph.node.insert(0, helper.make_node("Cast", [small.name], [weight.name], to=TensorProto.FLOAT))
    onnx.save(model, file)


def main() -> None:
    """Export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--state", type=Path, required=True, help="folder where a training keeps its state")
    parser.add_argument("--out", type=Path, required=True, help="folder for the files that ship")
    given = parser.parse_args()
    export(given.state, given.out)


if __name__ == "__main__":
    main()
