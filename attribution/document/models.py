"""Open the reader that ships with the package."""

from functools import cache
from pathlib import Path

from attribution.document.reader.decoding import Decoding
from attribution.document.reader.network import OnnxNetwork
from attribution.document.reader.pieces import PieceCutter
from attribution.document.reader.reader import Reader
from attribution.document.stanza_models import check_models

READER = Path(__file__).resolve().parent.parent / "models" / "reader"
NETWORK, LABELS, DECODING, VOCABULARY = "reader.onnx", "labels.json", "decoding.safetensors", "tokenizer.json"


@cache
def open_reader(models: Path = READER, threads: int | None = None) -> Reader:
    """Open a reader from its folder; the same folder is opened once.

    Raises:
        ModelError: a file is missing or is not what it was when it was made.
    """
    check_models(models)
    return Reader(
        OnnxNetwork(models / NETWORK),
        PieceCutter(models / VOCABULARY),
        Decoding.load(models / LABELS, models / DECODING),
        threads,
    )
