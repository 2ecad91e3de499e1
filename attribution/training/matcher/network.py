"""The pair scorer's network: does a statement support a claim, contradict it, or neither."""

from collections.abc import Mapping

import torch
from torch import Tensor, nn

from attribution.training.reader.network import WIDTH, Encoder, SharedDropout

ANSWERS = 4  # supports, contradicts, neither; and whether it bears on the claim at all
INNER = 384
VOCABULARY = 30522


class PairScorer(nn.Module):
    """The reader's encoder over a statement and a claim in one input, and a small network over what it sees of both.

    The encoder's `before` embedding, which tells the reader what stands before a piece, tells here whose piece it is.
    Word pieces keep the vectors of the pretrained model: they are shared with the encoder that finds candidates.
    """

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(VOCABULARY, dropout)
        self.encoder.pieces.weight.requires_grad_(False)
        self.head = nn.Sequential(
            nn.Linear(5 * WIDTH, INNER), nn.GELU(), SharedDropout(dropout), nn.Linear(INNER, ANSWERS)
        )

    def load_bert(self, weights: Mapping[str, Tensor]) -> None:
        """Take the weights of a BERT model of this size, the vector of its second segment among them."""
        self.encoder.load_bert(weights)
        first, second = weights["embeddings.token_type_embeddings.weight"]
        with torch.no_grad():
            self.encoder.before.weight[1] = second - first

    def forward(self, pieces: Tensor, cases: Tensor, segments: Tensor) -> Tensor:
        """All (pairs, pieces) of int64, padded with 0 → scores (pairs, 4)."""
        hidden = self.encoder(pieces, cases, segments, torch.zeros_like(segments))
        return self.judge(hidden, pieces, segments)

    def judge(self, hidden: Tensor, pieces: Tensor, segments: Tensor) -> Tensor:
        """hidden (pairs, pieces, width) → scores (pairs, 4): from the first mark, and the means of both segments."""
        standing = (pieces != 0).to(hidden.dtype)
        second = segments.to(hidden.dtype) * standing
        statement, claim = _mean(hidden, standing - second), _mean(hidden, second)
        seen = torch.cat([hidden[:, 0], statement, claim, (statement - claim).abs(), statement * claim], -1)
        scores: Tensor = self.head(seen)
        return scores


def _mean(hidden: Tensor, weight: Tensor) -> Tensor:
    return (hidden * weight.unsqueeze(-1)).sum(1) / weight.sum(1, keepdim=True)
