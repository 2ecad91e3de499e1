"""What a pair scorer answers that is not exported yet."""

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from attribution.graph.matching.pieces import EncoderRow
from attribution.training.matcher.batches import by_length, stack_pairs
from attribution.training.matcher.network import ANSWERS, PairScorer

PIECES = 2200  # asked at a time


@torch.inference_mode()
def chances_by(scorer: PairScorer, rows: Sequence[EncoderRow]) -> NDArray[np.float32]:
    """Return (pairs, 4): the chances of the three classes, and of bearing at all."""
    found = np.zeros((len(rows), ANSWERS), np.float32)
    for some in by_length(rows, range(len(rows)), PIECES):
        batch = stack_pairs([rows[i] for i in some], [0] * len(some))
        answers = scorer(batch.pieces, batch.cases, batch.segments).float()
        found[some] = torch.cat([answers[:, :3].softmax(-1), answers[:, 3:].sigmoid()], 1).numpy()
    return found
