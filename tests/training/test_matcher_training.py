"""What the pair scorer learns from: written events, and a loss that asks of each pair only what its label tells."""

import random

import numpy as np
import pytest
import torch

from attribution.graph.matching.matcher import MATCHER
from attribution.graph.matching.pieces import SentenceCutter
from attribution.training.matcher.calibrate import OPTIONAL, Asked, mean_precision
from attribution.training.matcher.denied import parse_block, read_sentences
from attribution.training.matcher.lessons import Lesson, read_lessons, write_lessons
from attribution.training.matcher.network import PairScorer
from attribution.training.matcher.pairs import Label, Pair
from attribution.training.matcher.searching import Recipe, groups_of, searching_loss, step_of
from attribution.training.matcher.teaching import lessons_of, untold_pairs
from attribution.training.matcher.train import pair_loss
from attribution.training.matcher.whole import parse_event, whole_events
from attribution.training.matcher.written import REPEATED, parse_written, read_written, written_pairs

CRANE = """
# crane accident in Port Selwyn
a| that the boom had been inspected only last month
b| nobody had looked at the crane for over a year
c| two dockers were crushed
d| three dockers are dead
C The crane had been checked shortly before the accident.
+ a
- b
C Three people died.
+ d
~ c
? b
C The port will pay the widows.
"""


@pytest.fixture
def crane():
    """Return the pairs of one event."""
    (event,) = parse_written(CRANE.splitlines())
    return written_pairs([event], random.Random(1))


def test_statements_on_a_claim_are_taken_repeatedly_and_once_turned_about(crane):
    """Who supports or contradicts a claim does; the claim bears on the statement, or contradicts it as well."""
    checked = "The crane had been checked shortly before the accident."
    found = [pair for pair in crane if checked in (pair.premise, pair.hypothesis)]
    said, denied = "that the boom had been inspected only last month", "nobody had looked at the crane for over a year"

    assert found.count(Pair(said, checked, Label.SUPPORTS)) == REPEATED
    assert found.count(Pair(checked, said, Label.BEARS)) == 1
    assert found.count(Pair(denied, checked, Label.CONTRADICTS)) == REPEATED
    assert found.count(Pair(checked, denied, Label.CONTRADICTS)) == 1


def test_what_has_no_label_is_on_something_else_and_what_readers_doubt_is_left_out(crane):
    """Every other statement stands once beside the claim; a borderline one not at all."""
    died = [pair for pair in crane if "Three people died." in (pair.premise, pair.hypothesis)]
    nothing = [pair for pair in crane if "The port will pay the widows." in (pair.premise, pair.hypothesis)]

    assert not any("for over a year" in pair.premise + pair.hypothesis for pair in died)
    assert len(nothing) == 4
    assert {pair.label for pair in nothing} <= {Label.NEITHER, Label.BEARS_NOT}


@pytest.mark.parametrize(
    ("line", "told"),
    [("+ z", "no statement z"), ("+ a", "labelled twice"), ("a| again", "not a line"), ("so it goes", "not a line")],
)
def test_a_line_that_means_nothing_is_named(line, told):
    """A slip of the pen does not silently become a label."""
    with pytest.raises(ValueError, match=told):
        parse_written(["# event", "a| words", "C claim", "+ a", line])


def test_the_events_of_the_package_are_whole():
    """Each has statements on its claims and statements that are not; none is in both parts."""
    training, development = read_written(), read_written(development=True)

    assert len(training) > 8 * len(development) > 0
    assert {event.name for event in training}.isdisjoint(event.name for event in development)
    for event in (*training, *development):
        assert len(event.statements) >= 10
        assert len({claim.text for claim in event.claims}) == len(event.claims) >= 4
        assert any(claim.on for claim in event.claims)
        assert all(len(claim.on) < len(event.statements) for claim in event.claims)


DENIALS = """P  The mill burned down in May.
Q  The mill did not burn down in May.
H  There was a fire.  |  There was no fire.  |  s n c n
"""


def test_a_sentence_beside_its_denial_gives_four_pairs():
    """Both premises with both hypotheses, each with its own label; a block without denials a pair for each line."""
    found = {(pair.premise[9:12], pair.hypothesis): pair.label for pair in parse_block(DENIALS.splitlines())}

    assert found == {
        ("bur", "There was a fire."): Label.SUPPORTS,
        ("did", "There was a fire."): Label.NEUTRAL,
        ("bur", "There was no fire."): Label.CONTRADICTS,
        ("did", "There was no fire."): Label.NEUTRAL,
    }
    plain = parse_block(["P  The mill burned down.", "s  A building was lost.", "c  The mill stands."])
    assert [pair.label for pair in plain] == [Label.SUPPORTS, Label.CONTRADICTS]


@pytest.mark.parametrize(
    "line",
    [
        "H  It burned.  |  It did not.  |  s n c",
        "H  It burned.  |  s n c n",
        "x  It burned.",
        "s  It burned.",
        "P  Again.",
    ],
)
def test_a_line_of_denials_that_means_nothing_is_named(line):
    """Too few labels, one hypothesis, no label at all, a plain hypothesis among denials, a second premise."""
    with pytest.raises(ValueError, match="not "):
        parse_block([*DENIALS.splitlines()[:2], line])


def test_the_sentences_of_the_package_are_whole():
    """Every block can be read, a tenth is kept for development, and no label is a rare one."""
    training, development = read_sentences(), read_sentences(development=True)
    labels = [pair.label for pair in training]

    assert len(training) > 7 * len(development) > 0
    assert not {pair.premise for pair in training} & {pair.premise for pair in development}
    assert all(labels.count(label) > len(labels) / 5 for label in (Label.SUPPORTS, Label.CONTRADICTS, Label.NEUTRAL))


@pytest.mark.parametrize(
    ("label", "raised", "lowered"),
    [
        (Label.SUPPORTS, {0, 3}, {1, 2}),
        (Label.CONTRADICTS, {1, 3}, {0, 2}),
        (Label.NEUTRAL, {2}, {0, 1}),
        (Label.NOT_SUPPORTS, {1, 2}, {0}),
        (Label.BEARS, {3}, set()),
        (Label.BEARS_NOT, set(), {3}),
        (Label.NEITHER, {2}, {0, 1, 3}),
    ],
)
def test_a_label_asks_for_no_more_than_it_tells(label, raised, lowered):
    """A step against the loss raises the scores that the label speaks for and lowers those against which it speaks."""
    scores = torch.zeros(1, 4, requires_grad=True)
    pair_loss(scores, torch.tensor([int(label)]), torch.full((1, 4), torch.nan), smoothing=0.0).backward()
    step = -scores.grad[0]

    assert {i for i in range(4) if step[i] > 1e-6} == raised
    assert {i for i in range(4) if step[i] < -1e-6} == lowered


def test_what_others_answered_is_learned():
    """Their chances raise and lower the scores; a label against them takes a share of that back."""
    steps = {}
    for label in (Label.UNTOLD, Label.CONTRADICTS):
        scores, taught = torch.zeros(1, 4, requires_grad=True), torch.tensor([[0.9, 0.05, 0.05, 0.9]])
        pair_loss(scores, torch.tensor([int(label)]), taught, smoothing=0.0).backward()
        steps[label] = -scores.grad[0]

        assert steps[label][0] > 0
        assert steps[label][3] > 0
        assert steps[label][1] < 0
    assert steps[Label.CONTRADICTS][1] > steps[Label.UNTOLD][1]


def test_where_others_and_a_network_agree_there_is_nothing_to_learn():
    """The loss is at its least where the network's chances are theirs."""
    taught = torch.tensor([[0.7, 0.2, 0.1, 0.5]])
    scores = torch.cat([taught[:, :3].log(), torch.zeros(1, 1)], 1).requires_grad_()
    pair_loss(scores, torch.tensor([int(Label.UNTOLD)]), taught, smoothing=0.05).backward()

    assert scores.grad.abs().max() < 1e-6


def test_lessons_are_kept_in_a_file(tmp_path):
    """Text with quotation marks and a tab, label and chances come back."""
    lessons = [
        Lesson(Pair('He said "no', "She\tsaid yes", Label.UNTOLD), (0.5, 0.25, 0.25, 0.125)),
        Lesson(Pair("One died", "Two died", Label.CONTRADICTS), (0.0, 1.0, 0.0, 1.0)),
    ]
    write_lessons(lessons, tmp_path / "lessons.tsv.gz")
    back = read_lessons(tmp_path / "lessons.tsv.gz")

    assert [one.chances for one in back] == [one.chances for one in lessons]
    assert [(one.pair.premise, one.pair.label) for one in back] == [(o.pair.premise, o.pair.label) for o in lessons]
    assert back[0].pair.hypothesis == "She said yes"


def test_pairs_are_made_that_nobody_labelled():
    """Two hypotheses on one premise, a pair turned round, either sentence denied."""
    pairs = [
        Pair("The mill burned down.", "There was a fire in the mill.", Label.SUPPORTS),
        Pair("The mill burned down.", "The mill was saved.", Label.CONTRADICTS),
    ]
    made = {(pair.premise, pair.hypothesis) for pair in untold_pairs(pairs, 10, random.Random(1))}

    assert ("There was a fire in the mill.", "The mill was saved.") in made
    assert ("The mill was saved.", "The mill burned down.") in made
    assert ("The mill burned down.", "The mill was not saved.") in made
    assert ("The mill did not burn down.", "The mill was saved.") in made


def test_teachers_answer_together():
    """The chances are the mean of theirs; three of them are a choice, the fourth its own."""
    torch.manual_seed(1)
    teachers = [PairScorer().eval(), PairScorer().eval()]
    cutter = SentenceCutter(MATCHER / "tokenizer.json")
    pairs = [Pair("The mill burned down.", "There was a fire.", Label.UNTOLD), Pair("It rained.", "No.", Label.NEUTRAL)]
    together, (one, _), (other, _) = (
        lessons_of(pairs, some, cutter) for some in (teachers, teachers[:1], teachers[1:])
    )

    assert together[0].chances == pytest.approx([(a + b) / 2 for a, b in zip(one.chances, other.chances, strict=True)])
    assert sum(together[1].chances[:3]) == pytest.approx(1, abs=1e-3)


PORT = """@ one | theportherald.example | 2023-05-02T09:10 | Two dockers die as crane falls
The boom <1>had been inspected in March</1>, the port authority said.

<2>"Nobody looked at it,"</2> said Roe. <2>"Not for a whole year, I can tell you."</2>
@ two | | 2023-05-03 | Crane had been checked
The boom <3>had been inspected in March</3>, the port authority said.
@ three | wire.example | 2023-05-03 | Port mourns
Roe <4>might have known</4>, a docker said.
C The crane had been checked shortly before the accident.
+ 1 3
- 2
? 4
N 1 1
C The port will pay the widows.
G one two
"""


def test_whole_events_are_read_as_annotated_ones_are():
    """Tags leave the texts and become spans; of a statement in pieces the longest stands for it."""
    event = parse_event("port", PORT.splitlines())
    checked, pay = event.gold["claims"]
    quoted = [event.texts[one["article"]][slice(*one["span"])] for one in checked["statements"]]

    assert quoted == [
        *["had been inspected in March"] * 2,
        '"Not for a whole year, I can tell you."',
        "might have known",
    ]
    assert [one["relation"] for one in checked["statements"]] == ["supports", "supports", "contradicts", "supports"]
    assert [one["optional"] for one in checked["statements"]] == [False, False, False, True]
    assert (checked["n_independent"], checked["contradicted"]) == ([1, 1], True)
    assert pay == {
        "claim": "The port will pay the widows.",
        "statements": [],
        "n_independent": [0, 0],
        "contradicted": False,
    }
    assert event.gold["copy_groups"] == [["one", "two"], ["three"]]
    assert event.told["one"] == {
        "outlet": "theportherald.example",
        "published": "2023-05-02T09:10",
        "title": "Two dockers die as crane falls",
    }
    assert not any("<" in text for text in event.texts.values())


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("+ 9", "no statement 9"),
        ("G one four", "no article four"),
        ("so it goes", "not a line"),
        ("@ four | x | 2023 | Again\n<1>said twice</1>", "marked in an article before"),
    ],
)
def test_a_whole_event_that_does_not_fit_is_refused(line, told):
    """The message names the event and what does not fit."""
    lines = f"{line}\n{PORT}" if line.startswith("@") else f"{PORT}{line}"
    with pytest.raises(ValueError, match=f"port: .*{told}"):
        parse_event("port", lines.splitlines())


def test_the_whole_events_that_come_with_the_package():
    """Each has several outlets, claims on both sides, and a claim that nobody made."""
    events = whole_events()
    assert len(events) > 5
    for event in events:
        claims = event.gold["claims"]
        assert len(event.texts) > 4, event.name
        assert any(claim["contradicted"] for claim in claims), event.name
        assert any(not claim["statements"] for claim in claims), event.name


def test_a_claim_is_searched_with_what_bears_on_it_and_what_does_not():
    """Statements on a claim come first, then others of its event; what readers doubt, and a claim of nobody, never."""
    groups = groups_of(parse_written(CRANE.splitlines()), Recipe(), random.Random(1))
    found = [next(groups) for _ in range(2)]
    by_claim = {group[0].premise: {pair.hypothesis: pair.label for pair in group} for group in found}

    assert set(by_claim) == {"The crane had been checked shortly before the accident.", "Three people died."}
    assert by_claim["Three people died."] == {
        "three dockers are dead": Label.BEARS,
        "two dockers were crushed": Label.BEARS,
        "that the boom had been inspected only last month": Label.BEARS_NOT,
    }


def test_the_searcher_learns_to_put_what_bears_on_a_claim_nearer():
    """The loss falls as the likeness of what belongs together rises, and rises as everything moves."""
    step = step_of([Pair("a", "b", Label.BEARS), Pair("a", "c", Label.BEARS_NOT), Pair("c", "c", Label.BEARS)])
    assert step.texts == ["a", "b", "c"]
    before = torch.eye(3)
    nearer = torch.nn.functional.normalize(torch.tensor([[1.0, 0.5, 0], [0.5, 1, 0], [0, 0, 1]]), dim=-1)
    apart = torch.nn.functional.normalize(torch.tensor([[1.0, 0, 0.5], [0, 1, 0], [0.5, 0, 1]]), dim=-1)
    losses = [searching_loss(vectors, before, step.on, Recipe()).item() for vectors in (nearer, before, apart)]

    assert losses == sorted(losses)
    moved = [
        searching_loss(before, other, step.on, Recipe(keeping=weight)).item()
        for other, weight in ((before, 9), (apart, 0), (apart, 9))
    ]
    assert moved[0] == moved[1] < moved[2]


def test_the_mean_precision():
    """Down to the first of two statements on their claims one of one is right, down to the second two of three."""
    truth = [np.array([1, 0, OPTIONAL]), np.array([0, 1])]
    asked = [Asked(0, None, one, one == 2, 1) for one in truth]
    found = mean_precision(asked, [np.array([0.9, 0.5, 0.99]), np.array([0.1, 0.4])])

    assert found == pytest.approx((1 + 2 / 3) / 2)
