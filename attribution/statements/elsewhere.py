"""Have work done in other processes, on this machine or a cluster, and take the results in order."""

import pickle
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from typing import Generic, TypeVar

from attribution.errors import PipelineError

AHEAD = 16  # batches that are under way at once: enough for any machine, and few to hold in memory
UNSENT = (pickle.PicklingError, TypeError, AttributeError)  # what pickle raises for a value that it cannot take
Batch = TypeVar("Batch")
Outcome = TypeVar("Outcome")


def outcomes_in_order(
    executor: Executor, work: Callable[[Batch], list[Outcome]], batches: Iterable[Batch]
) -> Iterator[Outcome]:
    """Yield what `work` makes of each batch, in the order of the batches, done by an executor.

    A batch that the executor fails at (its worker was killed, or has not what the work needs) is done in this process,
    so nothing is lost, and a warning says so once; the rest go on where the executor still takes work, and here where
    it does not.

    Raises:
        PipelineError: the work holds a pipeline that cannot be sent to another process.
    """
    elsewhere = _Elsewhere(executor, work)
    waiting: deque[tuple[Batch, Future[list[Outcome]] | Exception]] = deque()
    for batch in batches:
        waiting.append((batch, elsewhere.begin(batch)))
        if len(waiting) >= AHEAD:
            yield from elsewhere.finish(*waiting.popleft())
    while waiting:
        yield from elsewhere.finish(*waiting.popleft())


class _Elsewhere(Generic[Batch, Outcome]):
    """An executor with the work that it is to do, and this process, which does what the executor fails at."""

    def __init__(self, executor: Executor, work: Callable[[Batch], list[Outcome]]) -> None:
        self._submit, self._work = executor.submit, work
        self._is_warned = False

    def begin(self, batch: Batch) -> "Future[list[Outcome]] | Exception":
        """Give a batch to the executor, and return what it promises or why it takes none."""
        try:
            return self._submit(self._work, batch)
        except Exception as error:  # broken or shut down; a cluster's executor also looks here whether it can send it
            return error

    def finish(self, batch: Batch, begun: "Future[list[Outcome]] | Exception") -> list[Outcome]:
        """Return what was made of a batch, there or here."""
        if isinstance(begun, Exception):
            return self._here(batch, begun)
        try:
            return begun.result()
        except Exception as error:  # a killed worker shows in as many ways as there are executors
            return self._here(batch, error)

    def _here(self, batch: Batch, error: Exception) -> list[Outcome]:
        """Do a batch in this process; an error that is ours and not the executor's shows again."""
        if isinstance(error, UNSENT):
            _check_sent(self._work)
        if not self._is_warned:
            self._is_warned = True
            warnings.warn(
                f"the executor failed ({type(error).__name__}: {error}); what it fails at is done in this process, "
                "one batch after the other: see that every worker can import attribution and has memory for its models",
                RuntimeWarning,
                stacklevel=5,  # whoever goes through the articles that `read_many` yields
            )
        return self._work(batch)


def _check_sent(work: object) -> None:
    try:
        pickle.dumps(work)
    except Exception as error:
        remedy = "leave `pipeline` out, so that each process loads the models, or `executor`"
        raise PipelineError(f"the pipeline cannot be sent to other processes ({error})", remedy) from error
