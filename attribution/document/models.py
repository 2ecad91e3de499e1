"""Open the reader that ships with the package."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from attribution.document.reader.decoding import Decoding
from attribution.document.reader.network import Network, OnnxNetwork
from attribution.document.reader.pieces import PieceCutter
from attribution.document.reader.reader import Reader
from attribution.document.stanza_models import check_models
from attribution.errors import PipelineError

READER = Path(__file__).resolve().parent.parent / "models" / "reader"
NETWORK, LABELS, DECODING, VOCABULARY = "reader.onnx", "labels.json", "decoding.safetensors", "tokenizer.json"


CPU = "cpu"


@cache
def open_reader(models: Path = READER, threads: int | None = None, device: str | None = None) -> Reader:
    """Open a reader from its folder; the same folder is opened once for a device.

    `device` is a name of torch's: *cuda*, *cuda:1*. Without one the accelerator is used where torch sees one and the
    extra `gpu` is installed; *cpu* refuses it.

    Raises:
        ModelError: a file is missing or is not what it was when it was made.
        MissingExtraError: another device than the processor is asked for, and the extra `gpu` is not installed.
        PipelineError: torch does not see the device.
    """
    check_models(models)
    return Reader(
        _network(models / NETWORK, device or usual_device()),
        PieceCutter(models / VOCABULARY),
        Decoding.load(models / LABELS, models / DECODING),
        threads,
    )


def usual_device() -> str:
    """Return the device that reads unless told otherwise."""
    import torch

    return "cuda" if torch.cuda.is_available() and find_spec("onnx") else CPU


def _network(file: Path, device: str) -> Network:
    if device == CPU:
        return OnnxNetwork(file)
    import torch

    try:
        torch.zeros(1, device=device)
    except (RuntimeError, AssertionError) as error:  # a name that torch does not know, or a device it was not built for
        raise PipelineError(f"torch sees no device {device!r} ({error})", f"give one it sees, or {CPU!r}") from error
    from attribution.document.reader.in_torch.network import TorchNetwork

    return TorchNetwork(file, device)
