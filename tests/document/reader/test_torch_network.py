"""The reader's network in torch, as an accelerator runs it: the answers of ONNX Runtime, whatever windows are asked together.

No accelerator is needed. Torch computes on the processor; that nothing of a call stays behind on the processor when it
runs elsewhere is seen on torch's device *meta*, which computes shapes only and refuses tensors of two devices.
"""

import numpy as np
import pytest
import torch

import attribution
from attribution.document.models import NETWORK, READER
from attribution.document.pipeline import load_pipeline
from attribution.document.reader.in_torch.network import TorchNetwork
from attribution.document.reader.network import OnnxNetwork
from tests.golden.golden import EXAMPLES

MEAN = 0.1  # of the differences of scores, which reach from about -10 to 10: the next whole number of some activations
TAGS = 0.99  # share of words whose best tag is the same
STATEMENTS = 0.97  # share of statements that are the same to the letter


@pytest.fixture(scope="module")
def windows():
    """Return what the network is asked about an example article and its parts: windows of many lengths."""
    asked = []

    class Listening(OnnxNetwork):
        def run(self, inputs):
            asked.append(inputs)
            return super().run(inputs)

    pipeline = load_pipeline(device="cpu")
    pipeline._reader._network, network = Listening(READER / NETWORK), pipeline._reader._network
    text = (EXAMPLES / "port-strike.txt").read_text(encoding="utf8")
    pipeline.annotate([text, *text.split("\n\n")[:5]])
    pipeline._reader._network = network
    return asked


@pytest.fixture(scope="module")
def in_torch():
    """Return the network that ships, in torch."""
    return TorchNetwork(READER / NETWORK, "cpu")


def test_scores_are_those_of_onnx_runtime(windows, in_torch):
    """Asked together in torch, windows get the scores of ONNX Runtime, but for the rounding of 8-bit activations."""
    network = OnnxNetwork(READER / NETWORK)
    pairs = list(zip((network.run(one) for one in windows), in_torch.run_many(windows), strict=True))

    assert len({len(one["pieces"]) for one in windows}) > 3
    for name in ("upos", "entities", "roles"):
        assert all(a[name].shape == b[name].shape for a, b in pairs)
        assert np.mean([np.abs(a[name] - b[name]).mean() for a, b in pairs]) < MEAN
        alike = np.concatenate([a[name].argmax(-1) == b[name].argmax(-1) for a, b in pairs])
        assert alike.mean() > TAGS
    for name in ("arcs", "links", "dependents", "governors"):
        assert all(a[name].shape == b[name].shape for a, b in pairs)


def test_company_makes_no_difference_but_rounding(windows, in_torch):
    """A short window gets the scores it gets alone, though others fill the call up around it."""
    short = min(windows, key=lambda one: len(one["pieces"]))
    longest = max(windows, key=lambda one: len(one["pieces"]))
    _, among = in_torch.run_many([longest, short])
    alone = in_torch.run(short)

    assert len(short["pieces"]) < len(longest["pieces"]) / 2
    for name in ("upos", "entities", "roles"):
        assert np.abs(among[name] - alone[name]).mean() < MEAN


def test_articles_read_in_torch_have_the_same_statements():
    """Nearly all statements of the example articles are the same to the letter, read by the one or by the other."""
    usual = load_pipeline(device="cpu")
    on_processor, network = statements_of(usual), usual._reader._network
    usual._reader._network = TorchNetwork(READER / NETWORK, "cpu")
    in_torch = statements_of(usual)
    usual._reader._network = network

    assert len(on_processor) > 50
    assert len(on_processor & in_torch) > STATEMENTS * len(on_processor | in_torch)


def statements_of(pipeline):
    """Return what is said in the example articles, where, by whom and on what terms."""
    return {
        (one.content, one.source, one.cue, one.speaker and one.speaker.name, one.authorization.status)
        for article in attribution.read_many([EXAMPLES / "ferry.jsonl", *EXAMPLES.glob("*.txt")], pipeline=pipeline)
        for one in article.statements
    }


def test_nothing_stays_behind_on_the_processor(windows, monkeypatch):
    """On another device no operation of the network meets a tensor that is still on the processor."""
    monkeypatch.setattr(torch.Tensor, "cpu", lambda tensor: torch.zeros(tensor.shape))
    answers = list(TorchNetwork(READER / NETWORK, "meta").run_many(windows))

    assert [len(one["roles"]) for one in answers] == [len(one["first"]) for one in windows]
