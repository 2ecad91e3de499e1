"""Have work done in other processes, on this machine or a cluster, and take the results in order."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from typing import TypeVar

AHEAD = 16  # batches that are under way at once: enough for any machine, and few to hold in memory
Batch = TypeVar("Batch")
Outcome = TypeVar("Outcome")


def outcomes_in_order(
    executor: Executor, work: Callable[[Batch], list[Outcome]], batches: Iterable[Batch]
) -> Iterator[Outcome]:
    """Yield what `work` makes of each batch, in the order of the batches, done by an executor.

    A batch whose worker was killed is done in this process, so nothing is lost; the rest go on where the executor
    still takes work, and here where it does not.
    """
    waiting: deque[tuple[Batch, Future[list[Outcome]] | None]] = deque()
    for batch in batches:
        waiting.append((batch, _submitted(executor, work, batch)))
        if len(waiting) >= AHEAD:
            yield from _done(work, *waiting.popleft())
    while waiting:
        yield from _done(work, *waiting.popleft())


def _submitted(
    executor: Executor, work: Callable[[Batch], list[Outcome]], batch: Batch
) -> "Future[list[Outcome]] | None":
    try:
        return executor.submit(work, batch)
    except RuntimeError:  # broken, or shut down
        return None


def _done(
    work: Callable[[Batch], list[Outcome]], batch: Batch, future: "Future[list[Outcome]] | None"
) -> list[Outcome]:
    if future is None:
        return work(batch)
    try:
        return future.result()
    except Exception:  # a killed worker shows in as many ways as there are executors; a fault of ours shows again here
        return work(batch)
