"""Damaged input of every kind gives an answer or an error of ours, in bounded time and memory.

A bounded run of what `python -m tests.fuzz TARGET` does for longer: seeds changed at random, the same in each run.
"""

import resource
import signal
import sys

import pytest

from tests.fuzz.mutating import mutated, seeds
from tests.fuzz.targets import TARGETS

INPUTS = {"text": 300, "lines": 400, "conllu": 300, "page": 80, "corpus": 400}
LONGEST = 30  # seconds for one input; all of a target take a few
ROOM = 300 * 1024  # KiB that the process may grow by


@pytest.fixture(autouse=True)
def no_hang():
    """Stop an input that takes too long, where the system can."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def stop(_signal, _frame):
        raise TimeoutError("one input took too long")

    before = signal.signal(signal.SIGALRM, stop)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def run(target, data):
    """Give an input to a target, with an alarm set."""
    if hasattr(signal, "SIGALRM"):
        signal.alarm(LONGEST)
    TARGETS[target](data)


@pytest.mark.parametrize("target", TARGETS)
def test_seeds_are_read(target):
    """The inputs that mutations begin with are read without fault."""
    assert seeds(target)
    for seed in seeds(target):
        run(target, seed)


@pytest.mark.parametrize("target", TARGETS)
def test_damaged_input_is_no_fault(target):
    """Whatever is changed in an input, the target raises nothing, and the process stays as large as it was."""
    run(target, seeds(target)[0])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for number in range(INPUTS[target]):
        data = mutated(target, number)
        try:
            run(target, data)
        except Exception as error:
            raise AssertionError(f"input {number} of {target}: {data[:2000]!r}") from error

    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < (ROOM * 1024 if sys.platform == "darwin" else ROOM)


def test_the_same_number_is_the_same_input():
    """A fault can be looked at again by its number."""
    assert mutated("text", 7) == mutated("text", 7) != mutated("text", 8)


def test_a_fault_is_noticed(monkeypatch):
    """A target that raises anything of its own fails the run."""

    def broken(_data):
        raise KeyError("foreign")

    monkeypatch.setitem(TARGETS, "text", broken)
    with pytest.raises(KeyError):
        run("text", b"x")
