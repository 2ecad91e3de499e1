"""Open the reader that ships with the package."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from attribution.document.devices import CPU, check_device, usual_device
from attribution.document.opening import faulty, opening
from attribution.document.reader.decoding import Decoding
from attribution.document.reader.network import Floats, Network, OnnxNetwork
from attribution.document.reader.pieces import BREAK, PieceCutter
from attribution.document.reader.reader import Reader, inputs_of
from attribution.document.stanza_models import check_models

READER = Path(__file__).resolve().parent.parent / "models" / "reader"
NETWORK, LABELS, DECODING, VOCABULARY = "reader.onnx", "labels.json", "decoding.safetensors", "tokenizer.json"


@cache
def open_reader(models: Path = READER, threads: int | None = None, device: str | None = None) -> Reader:
    """Open a reader from its folder; the same folder is opened once for a device.

    `device` is a name of torch's: *cuda*, *cuda:1*. Without one the accelerator is used where torch sees one and the
    extra `gpu` is installed; *cpu* refuses it.

    Raises:
        ModelError: a file is missing, is not what it was when it was made, or does not fit the others.
        MissingExtraError: another device than the processor is asked for, and the extra `gpu` is not installed.
        PipelineError: torch does not see the device.
    """
    check_models(models, [models / name for name in (NETWORK, LABELS, DECODING, VOCABULARY)])
    with opening(models / VOCABULARY):
        cutter = PieceCutter(models / VOCABULARY)
    decoding = Decoding.load(models / LABELS, models / DECODING)
    with opening(models / NETWORK):
        network = _network(models / NETWORK, device or usual_device())
        answers = network.run(inputs_of([BREAK], cutter.cut(["word"]), 0, 1))
    _check_answers(answers, decoding, models)
    return Reader(network, cutter, decoding, threads)


def _check_answers(answers: Mapping[str, Floats], decoding: Decoding, models: Path) -> None:
    """See that the network answers a word with a score for each label, and with what the weights beside it take."""
    width = decoding.relations.shape[-1] - 1
    labels = {kind: len(getattr(decoding, kind)) for kind in ("upos", "entities", "roles")}
    wanted = {**labels, "arcs": 2, "dependents": width, "governors": width, "links": 1}
    for name, count in wanted.items():
        found = answers[name].shape if name in answers else None
        if found == (1, count):
            continue
        if name in labels and found:
            raise faulty(models / LABELS, f"has {count} labels for {name}, and the network beside it {found[-1]}")
        raise faulty(models / NETWORK, f"answers one word with {name} of the shape {found}, not {(1, count)}")


def _network(file: Path, device: str) -> Network:
    if device == CPU:
        return OnnxNetwork(file)
    check_device(device)
    from attribution.document.reader.in_torch.network import TorchNetwork

    return TorchNetwork(file, device)
