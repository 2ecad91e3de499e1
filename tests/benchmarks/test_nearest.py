"""What the benchmark of the index measures: made vectors lie as real ones do, and the index finds the nearest."""

from pathlib import Path

import numpy as np
import pytest

from attribution.corpus.search import index as index_module
from attribution.corpus.search import nearest as nearest_module
from attribution.graph.matching.matcher import likeness
from tests.benchmarks.nearest import POOL, QUESTIONS, WAYS, News, fill, recall, searched

LEAST = 0.98  # of the ten nearest, which the index has to find


def test_made_vectors_lie_as_real_ones_do() -> None:
    """Two by chance are about as alike as two sentences of the news; most have one beside them on the same claim."""
    vectors = News(20_000).vectors(2_000)
    alike = np.array([likeness(one, vectors) for one in vectors])
    pairs = alike[np.triu_indices(len(alike), 1)]
    nearest = np.sort(alike, 1)[:, -2]

    assert 0.1 < pairs.mean() < 0.14
    assert 0.08 < pairs.std() < 0.12
    assert 0.5 < np.median(nearest) < 0.85
    assert 0.01 < (nearest > 0.97).mean() < 0.2  # copied to the letter


def test_the_same_number_gives_the_same_news() -> None:
    """A figure can be measured again."""
    assert np.array_equal(News(500).vectors(50), News(500).vectors(50))


@pytest.fixture
def questions(tmp_path: Path) -> np.ndarray:
    """Return vectors to ask a corpus of 2,000 statements about, which lies in `news.db`."""
    news = News(2_000)
    fill(tmp_path / "news.db", news, 2_000)
    return news.vectors(40)


@pytest.mark.parametrize("way", WAYS)
def test_each_way_answers(tmp_path: Path, questions: np.ndarray, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A row has the times and the memory; only the ways with an index leave a file."""
    monkeypatch.setattr(nearest_module, "has_index", nearest_module.has_index)  # one way puts another in its place
    monkeypatch.setattr(nearest_module, "COMPARED", 500)
    monkeypatch.setattr(index_module, "BEHIND", 100)

    assert min(searched(tmp_path / "news.db", questions, way).values()) > 0
    assert bool([*tmp_path.glob("*index*")]) is (way != WAYS[2])


def test_the_index_finds_the_nearest(tmp_path: Path, questions: np.ndarray, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a small corpus; the share of all that `who_said` looks at is measured beside that of the ten nearest."""
    monkeypatch.setattr(nearest_module, "COMPARED", 500)
    monkeypatch.setattr(index_module, "BEHIND", 100)
    found = recall(tmp_path / "news.db", questions)

    assert found["recall@10"] >= LEAST
    assert found[f"recall@{POOL}"] >= 0.9


@pytest.mark.slow
def test_the_index_of_a_hundred_thousand_finds_the_nearest(tmp_path: Path) -> None:
    """As many statements as the index begins with."""
    news = News(100_001)
    fill(tmp_path / "news.db", news, 100_001)

    assert recall(tmp_path / "news.db", news.vectors(QUESTIONS))["recall@10"] >= LEAST
