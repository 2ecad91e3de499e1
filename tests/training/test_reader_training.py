"""The reader's training: its data, its windows, and that it learns."""

import gzip
import random

import numpy as np
import pytest
import torch

from attribution.document.document import NO_CUE
from attribution.document.models import READER, VOCABULARY
from attribution.document.reader.pieces import BREAK, NO_GAP, SPACE, PieceCutter
from attribution.document.reader.stretch import Tags
from attribution.training.confidence import crossed, fit
from attribution.training.mean import mean
from attribution.training.reader.data import IGNORED, label_attributions, read_entities, read_trees
from attribution.training.reader.evaluate import groups_of, score_groups
from attribution.training.reader.network import Reader, distance_buckets
from attribution.training.reader.own_reading import read_articles, with_own_reading
from attribution.training.reader.rounding import ByteLinear, rounded_inputs, rounded_weights, train_in_bytes
from attribution.training.reader.scoring import Scorer
from attribution.training.reader.train import (
    Recipe,
    in_turn,
    losses_of,
    main,
    parameter_groups,
    rate_at,
    train_only_roles,
)
from attribution.training.reader.windows import Labels, WindowCutter, stack
from tests.training.attributed import BRAT, TEXT

TREES = """# newdoc id = one
1-2	Don't	_	_	_	_	_	_	_	_
1	Do	do	AUX	_	_	3	aux	_	_
2	n't	not	PART	_	_	3	advmod	_	_
3	go	go	VERB	_	_	0	root	_	SpaceAfter=No
4	.	.	PUNCT	_	_	3	punct	_	_

1	Ann	Ann	PROPN	_	_	2	nsubj:outer	_	_
2	left	leave	VERB	_	_	0	root	_	_

"""
ENTITIES = "# newdoc one\nAnn\tB-Person\nLee\tI-Person\nleft\tO\n.\tO\n\nThe\tO\nport\tO\n"


@pytest.fixture
def data(tmp_path):
    """Return the three kinds of training data, read from files."""
    (tmp_path / "trees.conllu").write_text(TREES, encoding="utf8")
    with gzip.open(tmp_path / "entities.tsv.gz", "wt", encoding="utf8") as file:
        file.write(ENTITIES)
    return {
        "trees": read_trees(tmp_path / "trees.conllu"),
        "entities": read_entities(tmp_path / "entities.tsv.gz"),
        "roles": [label_attributions("one", TEXT, BRAT)],
    }


def test_trees_are_read(data):
    """Heads are counted in the document, parts of a contraction stand together, unknown subtypes are dropped."""
    (document,) = data["trees"]

    assert document.words == ["Do", "n't", "go", ".", "Ann", "left"]
    assert document.gaps == [SPACE, NO_GAP, SPACE, NO_GAP, SPACE, SPACE]
    assert document.heads == [2, 2, -1, 2, 5, -1]
    assert document.deprels[4] == "nsubj"
    assert document.sentences == [0, 0, 0, 0, 1, 1]


def test_entities_are_read(data):
    """An empty line opens a paragraph; the spacing that the file does not tell is guessed."""
    (article,) = data["entities"]

    assert article.entities == ["B-Person", "I-Person", "O", "O", "O", "O"]
    assert article.gaps == [BREAK, SPACE, SPACE, NO_GAP, BREAK, SPACE]


def test_attributions_are_laid_over_words(data):
    """Each span opens with B, and every word of an attribution points to the first word of its cue."""
    (article,) = data["roles"]
    said = article.words.index("said")
    roles = dict(zip(article.words, article.roles, strict=True))

    assert (roles["“"], roles["We"], roles["said"], roles["Ann"], roles["Lee"], roles["rained"]) == (
        "B-content", "I-content", "B-cue", "B-source", "I-source", "O",
    )  # fmt: skip
    assert article.roles[article.words.index("Soon") - 1] == "B-content"
    assert {cue for cue, role in zip(article.cues, article.roles, strict=True) if role != "O"} == {said}
    assert article.cues[-1] == IGNORED


@pytest.mark.parametrize("seed", [None, 1, 2])
def test_windows_cover_every_word_once(data, seed):
    """However the first window is cut, each pass shows every word once."""
    cutter = PieceCutter(READER / VOCABULARY)
    chance = random.Random(seed) if seed else None

    windows = WindowCutter(cutter, data["trees"], length=8).cut(chance)

    assert sorted(i for w in windows for i in range(w.start, w.end)) == list(range(6))
    assert all(sum(len(p.ids) for p in w.pieces[w.start : w.end]) <= 6 for w in windows)


@pytest.fixture
def trained(data):
    """Return a small network, and its losses over some steps on the same windows."""
    torch.manual_seed(0)
    labels = Labels.of(data["trees"], data["entities"])
    reader = Reader(vocabulary=30522, upos=len(labels.upos), deprels=len(labels.deprels), entities=3, roles=7)
    optimizer = torch.optim.AdamW(parameter_groups(reader, Recipe(encoder_rate=3e-4)))
    cutter = PieceCutter(READER / VOCABULARY)
    batches = {task: stack(WindowCutter(cutter, articles).cut()) for task, articles in data.items()}
    width = max(b.pieces.size(1) for b in batches.values())
    batches = {task: stack(b.windows, width) for task, b in batches.items()}
    seen = []
    for _ in range(12):
        losses = losses_of(reader, batches, labels, 0.5)
        optimizer.zero_grad()
        torch.stack(list(losses.values())).sum().backward()
        optimizer.step()
        seen.append({task: loss.item() for task, loss in losses.items()})
    return reader, batches, seen


def test_every_task_is_learned(trained):
    """A dozen steps on the same few words bring each task's loss down by a third at least."""
    _reader, _batches, seen = trained

    for task in ("trees", "entities", "roles"):
        assert seen[-1][task] < 0.67 * seen[0][task]


def test_parts_of_speech_weigh_what_is_asked(trained, data):
    """Twice the weight adds once more what they add with a weight of one."""
    reader, batches, _seen = trained
    labels = Labels.of(data["trees"], data["entities"])
    reader.eval()

    with torch.inference_mode():
        none, one, two = (losses_of(reader, batches, labels, weight) for weight in (0.0, 1.0, 2.0))

    assert one["trees"] > none["trees"]
    assert two["trees"] - one["trees"] == pytest.approx(float(one["trees"] - none["trees"]), rel=1e-3)
    assert two["roles"] == one["roles"]


def test_roles_can_be_trained_alone(trained, data):
    """What answers roles and links changes; encoder, trees and entities stay to the last bit."""
    reader, batches, _seen = trained
    labels = Labels.of(data["trees"], data["entities"])
    before = {name: tensor.clone() for name, tensor in reader.state_dict().items()}
    reader.zero_grad()
    train_only_roles(reader)
    optimizer = torch.optim.AdamW(parameter_groups(reader, Recipe()))

    torch.stack(list(losses_of(reader.train(), batches, labels, 0.5).values())).sum().backward()
    optimizer.step()

    changed = {name.split(".")[0] for name, tensor in reader.state_dict().items() if not before[name].equal(tensor)}
    assert changed == {"attributing", "roles", "role_chain", "links", "distance"}


def test_padding_changes_nothing(trained):
    """A window gives the same scores alone as beside a longer one."""
    reader, batches, _seen = trained
    scorer = Scorer(reader.eval())
    names = ("pieces", "cases", "before", "after", "first", "last")
    (short,) = batches["entities"].windows
    alone, padded = stack([short]), stack([short], 40)

    with torch.inference_mode():
        one, other = (scorer(*(getattr(batch, name) for name in names)) for batch in (alone, padded))

    assert all(torch.allclose(a, b, atol=1e-4) for a, b in zip(one, other, strict=True))


def test_rate_rises_and_falls():
    """The learning rate rises over the warm-up and ends at nothing."""
    recipe = Recipe(steps=100, warmup=10)

    assert rate_at(0, recipe) == pytest.approx(0.1)
    assert rate_at(10, recipe) == 1
    assert rate_at(100, recipe) == 0


def test_distances_are_told_apart():
    """Near distances have a bucket each, before and after are never in one, and far ones share."""
    buckets = distance_buckets(200, torch.device("cpu"))

    assert len({int(buckets[100, 100 + away]) for away in range(-4, 5)}) == 9
    assert buckets[0, 199] == buckets[0, 190] != buckets[199, 0]
    assert 0 <= int(buckets.min()) <= int(buckets.max()) <= 32


def test_scores_count_what_they_say():
    """One of two attributions found, with the right source and a content one word short."""
    gold = [
        {"source": frozenset({0}), "cue": frozenset({1}), "content": frozenset({2, 3, 4})},
        {"source": frozenset(), "cue": frozenset({6}), "content": frozenset({7})},
    ]
    mine = [{"source": frozenset({0}), "cue": frozenset({1}), "content": frozenset({2, 3})}]

    scores = score_groups([(gold, mine)])

    assert scores["content exact"] == 0
    assert scores["content"] == pytest.approx(100 * 2 * 2 / (2 + 4))
    assert scores["cue exact"] == pytest.approx(100 * 2 / 3)
    assert scores["linked + source"] == pytest.approx(100 * 2 / 3)


def test_groups_share_a_cue():
    """What links to one cue is one attribution; what links to none stands alone."""
    groups = groups_of(["B-source", "B-cue", "B-content", "O", "B-content"], [1, 1, 1, -1, -1])

    assert [len(group["content"]) for group in groups] == [1, 1]
    assert groups[0]["source"] == frozenset({0})
    assert groups[1]["cue"] == frozenset()


def test_confidence_is_fitted():
    """Where a feature tells right from wrong, right statements get the higher chance, also those not fitted on."""
    rng = np.random.default_rng(0)
    right = rng.integers(0, 2, 400).astype(float)
    features = np.stack([np.ones(400), right * 2 - 1 + rng.normal(size=400)], 1)

    chances = crossed(features, right, np.arange(400) % 10)

    assert fit(features, right)[1] > 1
    assert chances[right == 1].mean() > 0.75
    assert chances[right == 0].mean() < 0.25


def test_what_ships_in_bytes_trains_in_bytes():
    """Weights take 255 values a row and inputs 256 a window, gradients pass, and reading is exact again."""
    layer, values = ByteLinear(64, 1), torch.rand(2, 40, 64) - 0.3
    exact = torch.nn.functional.linear(values, layer.weight, layer.bias)
    assert torch.equal(layer(values), exact)  # not asked to

    train_in_bytes(layer)
    rounded = layer(values)
    assert not torch.equal(rounded, exact)
    assert torch.allclose(rounded, exact, atol=0.02)
    rounded.sum().backward()
    assert layer.weight.grad.abs().sum() > 0
    assert torch.equal(layer.eval()(values), exact)

    step = layer.weight.abs().max() / 127
    assert torch.allclose(rounded_weights(layer.weight) / step, torch.round(layer.weight / step), atol=1e-4)
    far = torch.cat([values[:1], 100 * values[1:]])
    assert torch.equal(rounded_inputs(far)[0], rounded_inputs(values)[0])  # no window is scaled by another


def test_articles_are_taught_as_a_reader_reads_them(tmp_path):
    """Captions are left out, and what the reader finds takes the place of the missing annotation."""
    long = "“We go,” said Ann Lee. " + "It rained. " * 40
    (tmp_path / "more.csv").write_text(f'Body ID,articleBody\n0,"{long}"\n1,A caption\n', encoding="utf8")

    class Guess:
        def read(self, stretches):
            return [
                Tags(
                    upos=[], heads=[], deprels=[], entities=[], sure=[],
                    roles=["B-cue" if word == "said" else "O" for word in stretch.words],
                    cues=[5 if word == "said" else NO_CUE for word in stretch.words],
                )
                for stretch in stretches
            ]  # fmt: skip

    (article,) = with_own_reading(Guess(), read_articles(tmp_path / "more.csv"))

    assert article.words[5] == "said"
    assert (article.roles[5], article.cues[5]) == ("B-cue", 5)
    assert (article.roles[4], article.cues[4]) == ("O", IGNORED)


def test_the_mean_of_two_trainings_lies_between_them(tmp_path):
    """A quarter of the second's way; labels come along; networks of different shapes are refused."""
    for name, weights in (("one", [0.0, 4.0]), ("other", [4.0, 8.0]), ("odd", [1.0])):
        (tmp_path / name).mkdir()
        (tmp_path / name / "labels.json").write_text("{}")
        torch.save({"reader": {"map": torch.tensor(weights)}, "step": 3}, tmp_path / name / "state.pt")

    mean(tmp_path / "one", tmp_path / "other", 0.25, tmp_path / "out")

    assert torch.load(tmp_path / "out" / "state.pt")["reader"]["map"].tolist() == [1.0, 5.0]
    assert (tmp_path / "out" / "labels.json").exists()
    with pytest.raises(ValueError, match="different shapes"):
        mean(tmp_path / "one", tmp_path / "odd", 0.5, tmp_path / "out")


def test_streams_are_taken_in_turn():
    """So many of the first, then of the second, for ever."""
    mixed = in_turn([(2, iter("aaaaaaaa")), (1, iter("bbbb"))])
    assert [next(mixed) for _ in range(6)] == list("aabaab")


def test_a_step_without_windows_of_a_kind_is_refused(monkeypatch, capsys, tmp_path):
    """The message says what was given and which option trains roles alone."""
    given = ["train", "--trees", "t", "--entities", "e", "--attributions", "a", "--out", str(tmp_path)]
    monkeypatch.setattr("sys.argv", [*given, "--windows", "0", "0", "9"])

    with pytest.raises(SystemExit):
        main()

    assert "--windows [0, 0, 9]" in capsys.readouterr().err
