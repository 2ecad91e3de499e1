"""Turn a trained pair scorer into the matcher that ships: `python -m attribution.training.matcher.export --help`.

Both networks become ONNX files with 8-bit weights; the vectors of word pieces, which they share, stand beside them.
"""

import argparse
import shutil
import tempfile
from pathlib import Path

import torch
from torch import Tensor, nn

from attribution.graph.matching.matcher import PIECES, SCORER, SEARCHER, VOCABULARY
from attribution.training.matcher.network import PairScorer
from attribution.training.matcher.train import load_scorer, new_scorer
from attribution.training.reader.export import SmallEmbedding, quantize, write_sums
from attribution.training.reader.state import base_model

INPUTS = ("vectors", "pieces", "cases", "segments")


class Searching(nn.Module):
    """The searcher: the mean of what its encoder sees, of length 1 (Reimers and Gurevych 2019)."""

    def __init__(self, scorer: PairScorer) -> None:
        super().__init__()
        self.encoder = scorer.encoder

    def forward(self, vectors: Tensor, pieces: Tensor, cases: Tensor, segments: Tensor) -> Tensor:
        """vectors (texts, pieces, width) → (texts, width)."""
        hidden = self.encoder.through(vectors, pieces, cases * 0, segments * 0, segments * 0)
        return nn.functional.normalize(hidden.mean(1), dim=-1)


class Judging(nn.Module):
    """The trained pair scorer."""

    def __init__(self, scorer: PairScorer) -> None:
        super().__init__()
        self.scorer = scorer

    def forward(self, vectors: Tensor, pieces: Tensor, cases: Tensor, segments: Tensor) -> Tensor:
        """vectors (pairs, pieces, width) → scores (pairs, 3)."""
        hidden = self.scorer.encoder.through(vectors, pieces, cases, segments, segments * 0)
        return self.scorer.judge(hidden, pieces, segments)


def export(searcher: PairScorer, scorer: PairScorer, out: Path) -> None:
    """Write the files that ship into `out`; both networks begin with the same vectors of word pieces."""
    from safetensors.torch import save_file

    out.mkdir(parents=True, exist_ok=True)
    shutil.copy(base_model() / VOCABULARY, out / VOCABULARY)
    small = SmallEmbedding(scorer.encoder.pieces.weight.detach())
    save_file({"small": small.small, "scale": small.scale}, out / PIECES)
    write_network(Searching(searcher), out / SEARCHER)
    write_network(Judging(scorer), out / SCORER)
    write_sums(out, (PIECES, SCORER, SEARCHER, VOCABULARY))


def write_network(network: nn.Module, file: Path) -> None:
    """Write a network with 8-bit weights."""
    numbers = torch.ones(1, 9, dtype=torch.long)
    half = torch.tensor([[0] * 5 + [1] * 4])
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        torch.onnx.export(
            network.eval(),
            (torch.ones(1, 9, 384), numbers, numbers * 0, half),
            str(full),
            input_names=list(INPUTS),
            output_names=["answer"],
            dynamic_axes={name: {1: "pieces"} for name in INPUTS},
            opset_version=17,
            dynamo=False,
        )
        quantize(full, file)


def main() -> None:
    """Export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--state", type=Path, required=True, help="folder where a training keeps its state")
    parser.add_argument("--out", type=Path, required=True, help="folder for the files that ship")
    parser.add_argument("--searcher", type=Path, help="folder of a searcher's training; else the pretrained encoder")
    given = parser.parse_args()
    searcher = load_scorer(given.searcher) if given.searcher else new_scorer().eval()
    export(searcher, load_scorer(given.state), given.out)


if __name__ == "__main__":
    main()
