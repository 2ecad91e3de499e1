"""A network of the matcher in torch, for an accelerator."""

from collections.abc import Sequence
from pathlib import Path

from attribution.document.in_torch.graph import TorchGraph, answered_together
from attribution.graph.matching.networks import Floats, PieceVectors, inputs_of
from attribution.graph.matching.pieces import EncoderRow

TOGETHER = 128  # inputs of one call: a quarter of a reader's window each


class TorchMatchingNetwork:
    """The network on a device of torch's, many inputs a call."""

    def __init__(self, file: Path, vectors: PieceVectors, device: str) -> None:
        self._graph = TorchGraph(file, device)
        self._vectors = vectors

    def run_many(self, rows: Sequence[EncoderRow]) -> list[Floats]:
        """Answer inputs in their order; those of like length are computed together, each with scales of its own."""
        lengths = [len(row.pieces) for row in rows]
        return answered_together(lengths, TOGETHER, lambda places: self._answers([rows[place] for place in places]))

    def _answers(self, rows: Sequence[EncoderRow]) -> Sequence[Floats]:
        inputs = [inputs_of(row, self._vectors) for row in rows]
        (answers,) = self._graph.run(inputs, ([len(row.pieces) for row in rows],)).values()
        return list(answers)
