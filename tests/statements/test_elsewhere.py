"""Work done in other processes: the same results in the same order, and nothing lost with a killed worker."""

import os
import warnings
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from multiprocessing import get_context
from threading import Lock

import pytest

import attribution
from attribution.statements.elsewhere import outcomes_in_order
from attribution.text.article import Article

BATCHES = [tuple(range(start, start + 3)) for start in range(0, 90, 3)]


def doubled(batch):
    """Return each number of a batch twice as large."""
    return [2 * number for number in batch]


def doubled_unless_thirteen(parent, batch):
    """The same, but a worker that meets 13 dies."""
    if 13 in batch and os.getpid() != parent:
        os._exit(9)
    return doubled(batch)


def test_results_come_in_order():
    """More batches than are under way at once come back in their order."""
    with ThreadPoolExecutor(4) as executor:
        assert list(outcomes_in_order(executor, doubled, BATCHES)) == [2 * number for number in range(90)]


def test_a_killed_worker_loses_nothing():
    """When a worker dies its batch, and those after it, are done all the same, each once, and a warning says so."""
    with (
        ProcessPoolExecutor(2, mp_context=get_context("fork")) as executor,
        pytest.warns(RuntimeWarning, match="BrokenProcessPool"),
    ):
        found = list(outcomes_in_order(executor, partial(doubled_unless_thirteen, os.getpid()), BATCHES))

    assert found == [2 * number for number in range(90)]


def lacking(parent, batch):
    """What a worker without the package raises."""
    if os.getpid() != parent:
        raise ModuleNotFoundError("No module named 'attribution'")
    return doubled(batch)


def test_an_executor_that_does_nothing_is_told_of_once():
    """Where every batch fails elsewhere all are done here, and one warning names the fault and what to see to."""
    with (
        ProcessPoolExecutor(2, mp_context=get_context("fork")) as executor,
        pytest.warns(RuntimeWarning, match=r"No module named 'attribution'.*every worker can import") as told,
    ):
        found = list(outcomes_in_order(executor, partial(lacking, os.getpid()), BATCHES))

    assert found == [2 * number for number in range(90)]
    assert len(told) == 1
    assert told[0].filename != attribution.statements.elsewhere.__file__


def test_a_shut_executor_is_told_of():
    """An executor that takes no work any more leaves all of it to this process, which says so."""
    executor = ThreadPoolExecutor(1)
    executor.shutdown()

    with pytest.warns(RuntimeWarning, match="after shutdown"):
        assert list(outcomes_in_order(executor, doubled, BATCHES[:2])) == [0, 2, 4, 6, 8, 10]


def test_an_executor_that_works_warns_of_nothing():
    """No warning where all is done elsewhere."""
    with ThreadPoolExecutor(2) as executor, warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(list(outcomes_in_order(executor, doubled, BATCHES))) == 90


class Unsendable:
    """A pipeline that holds what no other process can have, as those do that hold a network."""

    def __init__(self, inner):
        self.annotate, self.lock = inner.annotate, Lock()


def test_a_pipeline_that_cannot_be_sent_is_refused(frozen_pipeline):
    """With another process the error says what to do instead; a thread of this process takes any pipeline."""
    articles = [Article(text="“We stay,” said Ann Lee.")]
    pipeline = Unsendable(frozen_pipeline)

    with (
        ProcessPoolExecutor(1, mp_context=get_context("fork")) as executor,
        pytest.raises(attribution.PipelineError, match=r"cannot be sent.*leave `pipeline` out"),
    ):
        list(attribution.read_many(articles, executor=executor, pipeline=pipeline))
    with ThreadPoolExecutor(1) as executor:
        assert (
            len(list(attribution.read_many(articles, executor=executor, pipeline=pipeline, check_language=False))) == 1
        )


def test_articles_are_read_the_same_elsewhere():
    """Two processes give the statements that one gives, in order, and name what cannot be read."""
    text = "“We will not leave,” said Amina Haddad, a spokeswoman for the dockers. She said the strike would go on."
    articles = [Article(text=f"{text} It is day {day}.", title=f"Day {day}") for day in range(3)]
    articles.insert(1, Article(text=" ", title="Nothing"))
    errors = []
    alone = list(attribution.read_many(articles, on_error=errors.append))

    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        failed = []
        found = list(attribution.read_many(articles, executor=executor, on_error=failed.append))

    assert [article.statements.items for article in found] == [article.statements.items for article in alone]
    assert [article.id for article in found] == [article.id for article in alone]
    assert [str(error) for error in failed] == [str(error) for error in errors]
    assert len(errors) == 1
