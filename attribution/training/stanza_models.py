"""Put models trained with Stanza into a folder that a `stanza.Pipeline` loads: names, sizes, sums, no leftovers."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from attribution.document.stanza_models import LANGUAGE, PACKAGE, SUMS, model_path

PROCESSORS = ("tokenize", "mwt", "lemma")
# settings of a training run that say where its files lay, and nothing about the model
_PATH_SETTINGS = ("dir", "file", "gold", "name")


def publish(checkpoint: Path, folder: Path, processor: str) -> Path:
    """Move a checkpoint that Stanza saved into the model folder, and renew the folder's `resources.json` and sums.

    The weights stay as they are; optimizer state and the training run's file names go.
    The result holds nothing but tensors and plain values: it is read back with `weights_only=True`.
    """
    import torch

    state: dict[str, Any] = torch.load(checkpoint, map_location="cpu", weights_only=True)
    state.pop("optimizer_state_dict", None)
    state["config"] = {key: value for key, value in state["config"].items() if not _is_path(key)}
    state["config"].update(lang=LANGUAGE, shorthand=f"{LANGUAGE}_{PACKAGE}")
    path = model_path(folder, processor)
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save(state, path, _use_new_zipfile_serialization=False)
    torch.load(path, map_location="cpu", weights_only=True)
    write_index(folder)
    return path


def write_index(folder: Path) -> None:
    """Write `resources.json`, which a pipeline reads, and `SHA256SUMS`, by which damaged files are found."""
    found = [processor for processor in PROCESSORS if model_path(folder, processor).exists()]
    language: dict[str, Any] = {"lang_name": "English", "packages": {PACKAGE: dict.fromkeys(found, PACKAGE)}}
    for processor in found:
        language[processor] = {PACKAGE: {"md5": _sum(model_path(folder, processor), "md5")}}
    resources = folder / "resources.json"
    resources.write_text(json.dumps({LANGUAGE: language}, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    files = sorted([resources, *(model_path(folder, processor) for processor in found)])
    lines = [f"{_sum(path, 'sha256')}  {path.relative_to(folder).as_posix()}\n" for path in files]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")


def _is_path(setting: str) -> bool:
    return setting.rsplit("_", 1)[-1] in _PATH_SETTINGS or setting in ("device", "wandb", "wandb_name")


def _sum(path: Path, algorithm: str) -> str:
    return hashlib.new(algorithm, path.read_bytes()).hexdigest()
