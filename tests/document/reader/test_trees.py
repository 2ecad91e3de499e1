"""Heads that make one tree."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from attribution.document.reader.trees import best_heads, is_tree


def test_a_tree_of_best_heads_stays():
    """Where each word's best head makes a tree, that is the answer: the second word is root of the others."""
    scores = np.full((3, 4), -5.0, np.float32)
    scores[0, 2] = scores[1, 0] = scores[2, 2] = 5

    assert best_heads(scores).tolist() == [2, 0, 2]


def test_a_circle_is_broken():
    """Two words that like each other best do not stay each other's head."""
    scores = np.array([[0.0, -9, 9], [1, 9, -9]], np.float32)

    assert best_heads(scores).tolist() == [2, 0]


@given(st.integers(0, 10_000), st.integers(1, 9))
def test_always_one_tree_with_one_root(seed, words):
    """Any scores give one tree with one root, and nobody heads himself."""
    heads = best_heads(np.random.default_rng(seed).normal(size=(words, words + 1)).astype(np.float32))

    assert is_tree(heads)
    assert (heads == 0).sum() == 1
    assert not (heads == np.arange(words) + 1).any()


def test_circle_is_no_tree():
    """A word that never reaches the root is found."""
    assert not is_tree(np.array([2, 1, 0]))
