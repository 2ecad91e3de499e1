"""Run the network in torch where ONNX Runtime would run it, so that a training can be scored before it is exported."""

from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from attribution.document.reader.network import Floats, Integers
from attribution.training.reader.network import Reader

OUTPUTS = ("upos", "entities", "roles", "arcs", "dependents", "governors", "links")


class Scorer(nn.Module):
    """The network as the library calls it: a `Network` of `attribution.document.reader.network`, in torch."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(  # noqa: PLR0917  # an exported graph takes its inputs by place
        self, pieces: Tensor, cases: Tensor, before: Tensor, after: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, ...]:
        """Answers in the order of `OUTPUTS`."""
        reader = self.reader
        words = reader.words(reader.encoder(pieces, cases, before, after), first, last)
        attributed = reader.attributed(words)
        return (
            reader.upos(words),
            reader.entities(words),
            reader.roles(attributed),
            reader.arc_scores(words),
            reader.as_dependent(words),
            reader.as_head(words),
            reader.link_scores(attributed),
        )


class TorchNetwork:
    """A `Network` that torch runs."""

    def __init__(self, reader: Reader) -> None:
        self._scorer = Scorer(reader.eval())

    @torch.inference_mode()
    def run(self, inputs: dict[str, Integers]) -> dict[str, Floats]:
        """Answer one window."""
        answers = self._scorer(**{name: torch.from_numpy(values)[None] for name, values in inputs.items()})
        return dict(zip(OUTPUTS, (answer[0].float().numpy() for answer in answers), strict=True))


def decoding_weights(reader: Reader) -> dict[str, Floats]:
    """Return the weights that work outside the network, by the names under which `Decoding` reads them."""
    weights = {
        "relations": reader.relations,
        "entity_transitions": reader.entity_chain.transitions,
        "entity_start": reader.entity_chain.start,
        "role_transitions": reader.role_chain.transitions,
        "role_start": reader.role_chain.start,
    }
    return {name: np.ascontiguousarray(tensor.detach().float().numpy()) for name, tensor in weights.items()}


def save_decoding(reader: Reader, file: Path) -> None:
    """Write those weights as safetensors."""
    from safetensors.numpy import save_file

    save_file(decoding_weights(reader), str(file))
