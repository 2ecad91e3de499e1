"""The matcher's networks in torch, as an accelerator runs them: the answers of ONNX Runtime, in any company.

No accelerator is needed; see `tests/document/reader/test_torch_network.py`.
"""

import numpy as np
import pytest
import torch

from attribution.graph.matching import matcher as matcher_module
from attribution.graph.matching import networks
from attribution.graph.matching.in_torch.network import TorchMatchingNetwork
from attribution.graph.matching.matcher import MATCHER, SCORER, SEARCHER, WIDTH, Matcher, open_matcher

TEXTS = [
    "The bridge will close in May.",
    "The bridge stays open, whatever the ministry says.",
    "Nine people died when the ferry sank off Selm on Tuesday, the coast guard had told the families of the crew.",
    "No.",
    "The repair of the dam cost 40 million, four times what the water board had put aside for the whole of the valley, "
    "and nobody has explained to those who live below it why the work began two years later than was promised.",
    "The lighthouse was sold to a painter.",
    "",
]
ALIKE = 0.998  # cosine of two vectors of one text
CLOSE = 0.05  # of two chances: the next whole number of some activations


@pytest.fixture(scope="module")
def on_processor():
    """Return the matcher in ONNX Runtime."""
    return open_matcher(device="cpu")


@pytest.fixture(scope="module")
def in_torch():
    """Return the matcher in torch, on the processor."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(networks, "CPU", "")
        return Matcher(MATCHER, device="cpu")


def cosines(some, others):
    """Return how alike the vectors of one row each are, (rows)."""
    ours, theirs = some.astype(float), others.astype(float)
    return (ours * theirs).sum(1) / np.linalg.norm(ours, axis=1) / np.linalg.norm(theirs, axis=1)


def test_vectors_are_those_of_onnx_runtime(on_processor, in_torch):
    """Asked together in torch, texts get the vectors of ONNX Runtime, but for the rounding of 8-bit activations."""
    ours, theirs = in_torch.vectors(TEXTS), on_processor.vectors(TEXTS)

    assert isinstance(in_torch._searcher, TorchMatchingNetwork)
    assert ours.shape == theirs.shape == (len(TEXTS), WIDTH)
    assert cosines(ours, theirs).min() > ALIKE


def test_judgements_are_those_of_onnx_runtime(on_processor, in_torch):
    """Every pair gets the same chances, within what rounding moves."""
    pairs = [(one, other) for one in TEXTS[:3] for other in TEXTS]
    ours, theirs = in_torch.judge(pairs), on_processor.judge(pairs)

    assert ours.shape == theirs.shape == (len(pairs), 4)
    assert np.abs(ours - theirs).max() < CLOSE
    assert np.abs(ours - theirs).mean() < CLOSE / 20
    assert ours[:, :3].argmax(1).tolist() == theirs[:, :3].argmax(1).tolist()


def test_company_makes_no_difference_but_rounding(in_torch):
    """A short text gets the vector and the judgement it gets alone, though a long one fills the call up around it."""
    among, alone = in_torch.vectors([TEXTS[3], TEXTS[4]])[:1], in_torch.vectors([TEXTS[3]])
    pair = (TEXTS[0], TEXTS[1])
    judged, by_itself = in_torch.judge([pair, (TEXTS[4], TEXTS[2])])[0], in_torch.judge([pair])[0]

    assert cosines(among, alone) > ALIKE
    assert np.abs(judged - by_itself).max() < CLOSE


def test_nothing_at_all_is_answered(in_torch):
    """No text has no vector, no pair no judgement."""
    assert in_torch.vectors([]).shape == (0, WIDTH)
    assert in_torch.judge([]).shape == (0, 4)


@pytest.mark.parametrize("name", [SEARCHER, SCORER])
def test_nothing_stays_behind_on_the_processor(name, in_torch, on_processor, monkeypatch):
    """On another device no operation of a network meets a tensor that is still on the processor."""
    monkeypatch.setattr(torch.Tensor, "cpu", lambda tensor: torch.zeros(tensor.shape))
    rows = [matcher_module.single_row(pieces) for pieces in on_processor._cutter.cut(TEXTS)]
    network = TorchMatchingNetwork(MATCHER / name, in_torch._searcher._vectors, "meta")

    assert [len(answer) for answer in network.run_many(rows)] == [4 if name == SCORER else WIDTH] * len(rows)


def test_the_matcher_runs_where_the_reader_does(monkeypatch):
    """Without being told, both ask the same whether there is an accelerator."""
    asked = []
    monkeypatch.setattr(matcher_module, "usual_device", lambda: asked.append("usual") or "cpu")
    Matcher(MATCHER)
    Matcher(MATCHER, device="cpu")

    assert asked == ["usual"]
