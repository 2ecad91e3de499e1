"""Work done in other processes: the same results in the same order, and nothing lost with a killed worker."""

import os
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from multiprocessing import get_context

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
    """When a worker dies its batch, and those after it, are done all the same, each once."""
    with ProcessPoolExecutor(2, mp_context=get_context("fork")) as executor:
        found = list(outcomes_in_order(executor, partial(doubled_unless_thirteen, os.getpid()), BATCHES))

    assert found == [2 * number for number in range(90)]


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
