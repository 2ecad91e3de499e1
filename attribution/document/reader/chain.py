"""Find the likeliest sequence of tags under a linear chain (Viterbi 1967)."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

FORBIDDEN = -1e4


def forbid_orphans(tags: Sequence[str], transitions: NDArray[np.float32], start: NDArray[np.float32]) -> None:
    """Forbid, in place, that a span goes on which has not begun: *I-cue* follows only *B-cue* and *I-cue*."""
    for j, tag in enumerate(tags):
        if not tag.startswith("I-"):
            continue
        start[j] = FORBIDDEN
        for i, before in enumerate(tags):
            if before[2:] != tag[2:]:
                transitions[i, j] = FORBIDDEN


def best_tags(
    emissions: Sequence[NDArray[np.float32]], transitions: NDArray[np.float32], start: NDArray[np.float32]
) -> list[NDArray[np.int64]]:
    """Return the best tags of several sequences at once.

    Each of `emissions` is (words, tags), at least one word; transitions (tags, tags) from row to column; start (tags).
    """
    if not emissions:
        return []
    order = sorted(range(len(emissions)), key=lambda i: -len(emissions[i]))
    longest, tags = len(emissions[order[0]]), len(start)
    lengths = np.array([len(emissions[i]) for i in order])
    padded = np.zeros((longest, len(order), tags), dtype=np.float32)
    for row, i in enumerate(order):
        padded[: len(emissions[i]), row] = emissions[i]
    came_from = np.zeros((longest, len(order), tags), dtype=np.int8)
    score = start + padded[0]
    final = score.copy()
    for word in range(1, longest):
        running = int(np.searchsorted(-lengths, -word, side="left"))  # sequences longer than `word` stand first
        paths = score[:running, :, None] + transitions
        came_from[word, :running] = paths.argmax(1)
        score = paths.max(1) + padded[word, :running]
        final[:running] = score
    answers: list[NDArray[np.int64]] = [np.zeros(0, np.int64)] * len(order)
    for row, i in enumerate(order):
        answers[i] = _trace(came_from[: lengths[row], row], int(final[row].argmax()))
    return answers


def _trace(came_from: NDArray[np.int8], tag: int) -> NDArray[np.int64]:
    path = np.empty(len(came_from), np.int64)
    for word in range(len(came_from) - 1, -1, -1):
        path[word] = tag
        tag = int(came_from[word, tag])
    return path
