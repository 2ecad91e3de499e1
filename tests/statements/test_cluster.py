"""Reading on a cluster: a real one of two worker processes on this machine, one of which is killed half way."""

import os
import signal

import pytest

import attribution
from attribution.text.article import Article

TEXT = "“We will not leave,” said Amina Haddad, a spokeswoman for the dockers. She said the strike would go on."


@pytest.mark.slow  # and apart: distributed changes how errors are pickled in the process that imports it
def test_a_cluster_reads_the_same_and_outlives_a_worker(tmp_path):
    """Forty articles read by two workers are those read here, in order, although one worker is killed on the way."""
    distributed = pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    articles = [Article(text=f"{TEXT} It is day {day}.") for day in range(40)]
    alone = list(attribution.read_many(articles))

    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, local_directory=str(tmp_path)
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        found = []
        for article in attribution.read_many(articles, executor=client.get_executor()):
            found.append(article)
            if len(found) == 1:
                os.kill(next(iter(client.run(os.getpid).values())), signal.SIGKILL)

    assert [article.id for article in found] == [article.id for article in alone]
    assert [article.statements.items for article in found] == [article.statements.items for article in alone]
