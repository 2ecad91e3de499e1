"""Choose each word's head so that every sentence is one tree."""

import numpy as np
from numpy.typing import NDArray

ROOTS = 3  # words tried as the only root before the search for the maximum spanning tree
NEVER = np.float32(-1e4)


def best_heads(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """Return the heads of one sentence's words, 0 for the root, else 1 + the word's place.

    scores (words, 1 + words); column 0 is the root. Where the best head of each word makes no tree with one root, the
    likeliest roots are tried in turn; where none of them gives a tree either, Stanza's search for the maximum spanning
    tree (Chu and Liu 1965, Edmonds 1967) decides. Stanza's own search for a tree with one root contracts every word of
    the sentence in turn and took a third of all reading time.
    """
    scores = scores.copy()
    words = np.arange(len(scores))
    scores[words, words + 1] = NEVER
    heads = scores.argmax(1)
    if int((heads == 0).sum()) == 1 and is_tree(heads):
        return np.asarray(heads, np.int64)
    lead = scores[:, 0] - scores[:, 1:].max(1)
    roots = np.argsort(-lead)[:ROOTS]
    tried = [_with_root(scores, int(root)).argmax(1) for root in roots]
    trees = [heads for heads in tried if is_tree(heads)]
    if trees:
        return np.asarray(max(trees, key=lambda heads: _total(scores, heads)), np.int64)
    from stanza.models.common.chuliu_edmonds import chuliu_edmonds

    square = np.full((len(scores) + 1, len(scores) + 1), NEVER, dtype=np.float64)
    square[1:] = _with_root(scores, int(roots[0]))
    return np.asarray(chuliu_edmonds(square), np.int64)[1:]


def is_tree(heads: NDArray[np.int64]) -> bool:
    """Tell whether every word reaches the root."""
    above = np.concatenate([[0], heads])
    for _ in range(len(heads).bit_length()):
        above = above[above]
    return not above.any()


def _with_root(scores: NDArray[np.float32], root: int) -> NDArray[np.float32]:
    """Return scores under which only one word can be the root, and must be."""
    only = scores.copy()
    only[:, 0] = 2 * NEVER
    only[root] = 2 * NEVER
    only[root, 0] = scores[root, 0]
    return only


def _total(scores: NDArray[np.float32], heads: NDArray[np.int64]) -> float:
    return float(scores[np.arange(len(heads)), heads].sum())
