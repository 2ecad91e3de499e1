"""What the pair scorer learns from: written events, and a loss that asks of each pair only what its label tells."""

import random

import pytest
import torch

from attribution.training.matcher.pairs import Label, Pair
from attribution.training.matcher.train import pair_loss
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
