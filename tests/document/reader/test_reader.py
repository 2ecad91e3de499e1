"""The reader around its network: what goes in, and that what comes out finds its word again.

The network is a stand-in that answers by the words' pieces alone, so that every expected tag can be told by hand.
"""

from types import SimpleNamespace

import numpy as np
import pytest

from attribution.document.reader.decoding import Decoding
from attribution.document.reader.pieces import BREAK, SPACE, Pieces
from attribution.document.reader.reader import Reader
from attribution.document.reader.stretch import Stretch

ROLES = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
VOCABULARY = {"Ann": 1, "said": 2, "no": 3, ".": 4}


class Cutter:
    """Every word is one piece."""

    def cut(self, words):
        """Number the words by the vocabulary."""
        return [Pieces((VOCABULARY[word],), (0,)) for word in words]


class Network:
    """*Ann* is a source, *said* a cue, *no* content; each word's head is the next word or the nearest before it that is *said*."""

    def __init__(self):
        self.calls = []

    def run(self, inputs):
        """Answer from the pieces of each word."""
        kinds = inputs["pieces"][inputs["first"]]
        words = len(kinds)
        self.calls.append(len(inputs["pieces"]))
        role = np.array([0, 0, 1, 3, 5, 0])[np.where(kinds < 5, kinds + 1, 0)]
        away = np.arange(words)[None, :] - np.arange(words)[:, None]
        near = np.where(away > 1, -300, -np.abs(away)).astype(np.float32)
        links = near + 100 * (kinds == 2)[None, :]
        arcs = np.concatenate([np.where(kinds == 2, 300.0, -300.0)[:, None], links], 1)
        one = np.ones((words, 1), np.float32)
        return {
            "upos": np.eye(2, dtype=np.float32)[(kinds == 2).astype(int)],
            "entities": np.eye(3, dtype=np.float32)[(kinds == 1).astype(int)] * 9,
            "roles": np.eye(7, dtype=np.float32)[role] * 9,
            "arcs": arcs.astype(np.float32),
            "dependents": one,
            "governors": one,
            "links": links.astype(np.float32),
        }


def reader(network):
    """Return a reader over the stand-in."""
    zeros = SimpleNamespace(e=np.zeros((3, 3), np.float32), r=np.zeros((7, 7), np.float32))
    relations = np.zeros((2, 2, 2), np.float32)
    relations[1, 0, 0] = 1
    decoding = Decoding(
        upos=("X", "VERB"),
        deprels=("dep", "nsubj"),
        entities=("O", "B-Person", "I-Person"),
        roles=ROLES,
        relations=relations,
        entity_chain=(zeros.e, np.zeros(3, np.float32)),
        role_chain=(zeros.r, np.zeros(7, np.float32)),
    )
    return Reader(network, Cutter(), decoding)


def stretch(sentences):
    """Return a stretch of as many sentences *Ann said no.*"""
    words = ["Ann", "said", "no", "."] * sentences
    gaps = [BREAK, *[SPACE] * (len(words) - 1)]
    return Stretch(words=words, gaps=gaps, starts=list(range(0, len(words), 4)))


@pytest.mark.parametrize("sentences", [1, 5, 400])
def test_every_word_gets_its_own_tags(sentences):
    """In one window or in many, each sentence's tags are its own: source and content link to the cue beside them."""
    tags = reader(Network()).read([stretch(sentences)])[0]

    assert tags.upos == ["X", "VERB", "X", "X"] * sentences
    assert tags.entities == ["B-Person", "O", "O", "O"] * sentences
    assert tags.roles == ["B-source", "B-cue", "B-content", "O"] * sentences
    for first in range(0, 4 * sentences, 4):
        said = first + 1
        assert tags.heads[first : first + 4] == [said, -1, said, said]
        assert tags.cues[first : first + 4] == [said, said, said, -1]
    assert tags.deprels == ["nsubj", "root", "nsubj", "nsubj"] * sentences


def test_windows_of_unequal_length_keep_their_links():
    """Windows are read longest first; every source and content still finds the cue beside it."""
    words = [word for i in range(60) for word in ["Ann", "said", *["no"] * (1 + i % 23), "."]]
    starts = [i for i, word in enumerate(words) if word == "Ann"]
    long = Stretch(words=words, gaps=[BREAK, *[SPACE] * (len(words) - 1)], starts=starts)

    tags = reader(Network()).read([long])[0]

    for first, after in zip(starts, [*starts[1:], len(words)], strict=True):
        assert tags.cues[first : after - 1] == [first + 1] * (after - 1 - first)


def test_company_makes_no_difference():
    """A stretch is answered alone as among others, and an empty one is answered with nothing."""
    several = reader(Network()).read([stretch(3), stretch(90), stretch(0), stretch(1)])

    assert [len(tags.roles) for tags in several] == [12, 360, 0, 4]
    assert several[1] == reader(Network()).read([stretch(90)])[0]


def test_windows_are_bounded():
    """However much is to be read, no call holds more pieces than a window may."""
    network = Network()

    reader(network).read([stretch(900), stretch(700)])

    assert len(network.calls) > 10
    assert max(network.calls) <= 256


def test_doubt_is_told():
    """A word's confidence is the chance of its role times that of its link; a word without a role has none."""
    tags = reader(Network()).read([stretch(1)])[0]

    assert tags.sure[3] == 0
    assert all(0.9 < tags.sure[i] <= 1 for i in range(3))
