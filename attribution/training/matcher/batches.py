"""Stack pairs of about the same length into batches of tensors."""

import math
import random
from collections.abc import Iterator, Sequence

import torch
from attrs import frozen
from torch import Tensor

from attribution.graph.matching.pieces import EncoderRow, SentenceCutter, pair_row
from attribution.training.matcher.pairs import Pair
from attribution.training.reader.windows import fill

Chances = tuple[float, ...]
UNASKED: Chances = (math.nan,) * 4
DRAWN = 60  # batches whose pairs are sorted by length together: no more padding than needed, and little order


@frozen
class PairBatch:
    """Pairs as tensors: (pairs, pieces) for the encoder, and (pairs) of `Label`.

    `taught` (pairs, 4) are the chances that other networks give a pair, NaN where none was asked.
    """

    pieces: Tensor
    cases: Tensor
    segments: Tensor
    labels: Tensor
    taught: Tensor


def rows_of(cutter: SentenceCutter, pairs: Sequence[Pair]) -> list[EncoderRow]:
    """Return each pair as one input of the encoder."""
    premises = cutter.cut([pair.premise for pair in pairs])
    hypotheses = cutter.cut([pair.hypothesis for pair in pairs])
    return [pair_row(a, b) for a, b in zip(premises, hypotheses, strict=True)]


def stack_pairs(
    rows: Sequence[EncoderRow], labels: Sequence[int], taught: Sequence[Chances] | None = None
) -> PairBatch:
    """Stack inputs, filled up to the longest."""
    pieces, cases, segments = (
        fill([getattr(row, name) for row in rows], 0) for name in ("pieces", "cases", "segments")
    )
    chances = torch.tensor(taught if taught is not None else [UNASKED] * len(rows))
    return PairBatch(pieces, cases, segments, torch.tensor(labels), chances)


def batches(
    rows: Sequence[EncoderRow],
    labels: Sequence[int],
    taught: Sequence[Chances],
    pieces: int,
    chance: random.Random,
) -> Iterator[PairBatch]:
    """Yield batches of about `pieces` pieces each, shuffled by `chance`."""
    for some in _chosen(rows, pieces, chance):
        yield stack_pairs([rows[i] for i in some], [labels[i] for i in some], [taught[i] for i in some])


def _chosen(rows: Sequence[EncoderRow], pieces: int, chance: random.Random) -> Iterator[list[int]]:
    order = list(range(len(rows)))
    chance.shuffle(order)
    drawn = max(1, DRAWN * pieces // 45)  # a pair has about 45 pieces
    for start in range(0, len(order), drawn):
        some = list(by_length(rows, order[start : start + drawn], pieces))
        chance.shuffle(some)
        yield from some


def by_length(rows: Sequence[EncoderRow], order: Sequence[int], pieces: int) -> Iterator[list[int]]:
    """Yield places of inputs, the shortest first, so many together that they have about `pieces` pieces."""
    batch: list[int] = []
    for i in sorted(order, key=lambda i: len(rows[i].pieces)):
        if batch and (len(batch) + 1) * len(rows[i].pieces) > pieces:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch
