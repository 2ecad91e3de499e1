"""What the pair scorer learns from: written events, and a loss that asks of each pair only what its label tells."""

import random

import numpy as np
import pytest
import torch

from attribution.training.matcher.calibrate import OPTIONAL, Asked, mean_precision
from attribution.training.matcher.pairs import Label, Pair
from attribution.training.matcher.searching import Recipe, groups_of, searching_loss, step_of
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
    pair_loss(scores, torch.tensor([int(label)]), smoothing=0.0).backward()
    step = -scores.grad[0]

    assert {i for i in range(4) if step[i] > 1e-6} == raised
    assert {i for i in range(4) if step[i] < -1e-6} == lowered


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
