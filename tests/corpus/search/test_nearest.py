"""What is found near a text: the same by comparing, by an index on disk, and among statements that pass a test."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from attribution.corpus.search import index as index_module
from attribution.corpus.search import nearest as nearest_module
from attribution.corpus.search.nearest import Compared, Indexed, passing, search_in
from attribution.corpus.storage.entry import Entry
from attribution.corpus.storage.store import Store
from attribution.graph.matching.matcher import WIDTH, likeness, to_bytes
from attribution.statements.statement import Statement
from attribution.text.article import Article
from attribution.text.span import Span

EACH = 20  # statements of an article


def vectors_on_topics(number: int, seed: int = 1) -> np.ndarray:
    """Return vectors that lie together as those of statements on some topics do."""
    chance = np.random.default_rng(seed)
    topics = chance.normal(size=(max(2, number // 25), WIDTH)) / WIDTH**0.5
    drawn = topics[chance.integers(0, len(topics), number)] + chance.normal(size=(number, WIDTH)) * 0.03
    return to_bytes((drawn / np.linalg.norm(drawn, axis=1, keepdims=True)).astype(np.float32))


def fill(store: Store, vectors: np.ndarray, first: int = 0) -> None:
    """Add articles whose statements have these vectors."""
    for start in range(0, len(vectors), EACH):
        article = Article(text=f"Article {first + start} says this and that.", outlet=f"Outlet {start % 3}")
        some = vectors[start : start + EACH]
        statements = tuple(
            Statement(id=f"{article.id}:{place}", article_id=article.id, text="says", content=(Span(0, 7),))
            for place in range(len(some))
        )
        store.add(
            Entry(
                article=article,
                statements=statements,
                claim_texts=("this",) * len(some),
                vectors=tuple(one.tobytes() for one in some),
            )
        )


@pytest.fixture
def few_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the index begin early, and lag by little."""
    monkeypatch.setattr(nearest_module, "COMPARED", 500)
    monkeypatch.setattr(index_module, "BEHIND", 100)


@pytest.mark.parametrize("compared", [100_000, 10], ids=["as floats", "block by block"])
def test_comparing_gives_the_nearest_in_order(monkeypatch: pytest.MonkeyPatch, compared: int) -> None:
    monkeypatch.setattr(nearest_module, "COMPARED", compared)
    monkeypatch.setattr(nearest_module, "BLOCK", 64)
    vectors = vectors_on_topics(300)
    near = Compared(np.arange(300) + 7, vectors)(vectors[5], 12)
    alike = likeness(vectors[5], vectors)
    best = np.argsort(-alike, kind="stable")[:12]
    assert near.numbers.tolist() == (best + 7).tolist()
    assert near.numbers[0] == 12
    np.testing.assert_array_equal(near.vectors, vectors[best])
    np.testing.assert_array_equal(near.likeness, alike[best])


def test_those_as_near_come_in_the_order_of_their_numbers() -> None:
    one = vectors_on_topics(1)
    near = Compared(np.array([9, 4, 6]), np.repeat(one, 3, axis=0))(one[0], 3)
    assert near.numbers.tolist() == [4, 6, 9]


@pytest.mark.parametrize("number", [0, 5])
def test_an_empty_corpus_has_nothing_near(number: int) -> None:
    near = search_in(Store())(vectors_on_topics(1)[0], number)
    assert near.numbers.tolist() == []
    assert near.vectors.shape == (0, WIDTH)


@pytest.mark.parametrize(("outlet", "wanted"), [("Outlet 1", 40), ("Outlet 9", 0)])
def test_a_search_looks_farther_until_enough_have_passed(outlet: str, wanted: int) -> None:
    store, vectors = Store(), vectors_on_topics(400)
    fill(store, vectors)
    search = passing(search_in(store), lambda record: record.article.outlet == outlet, store)
    near = search(vectors[0], 40)
    assert len(near.numbers) == wanted
    assert {record.article.outlet for record in store.records_at(near.numbers.tolist())} <= {outlet}
    everything = search_in(store)(vectors[0], 400)
    passed = [record.article.outlet == outlet for record in store.records_at(everything.numbers.tolist())]
    assert near.numbers.tolist() == everything.numbers[passed][:40].tolist()


def recall(store: Store, questions: np.ndarray, number: int) -> float:
    """Return the share of the nearest statements that an index finds."""
    exact, indexed = Compared(*store.vectors()), search_in(store)
    assert isinstance(indexed, Indexed)
    shares = [np.isin(exact(one, number).numbers, indexed(one, number).numbers).mean() for one in questions]
    return float(np.mean(shares))


@pytest.mark.usefixtures("few_compared")
def test_an_index_finds_what_comparing_finds(tmp_path: Path) -> None:
    with Store(tmp_path / "large.db") as store:
        fill(store, vectors_on_topics(2000))
        assert recall(store, vectors_on_topics(2000, seed=1)[::40], 10) >= 0.98


@pytest.mark.usefixtures("few_compared")
def test_an_index_is_kept_and_extended(tmp_path: Path) -> None:
    def made() -> list[Path]:
        return sorted(tmp_path.glob("large.db-index-*"))

    vectors = vectors_on_topics(1200)
    with Store(tmp_path / "large.db") as store:
        fill(store, vectors[:1000])
        search_in(store)
    [file] = made()
    before = file.read_bytes()
    with Store(tmp_path / "large.db") as store:  # 80 more lag behind, and are found all the same
        fill(store, vectors[1000:1080], first=1000)
        assert search_in(store)(vectors[1050], 1).numbers.tolist() == [1051]
        assert file.read_bytes() == before
        fill(store, vectors[1080:], first=1080)
        assert search_in(store)(vectors[1150], 1).numbers.tolist() == [1151]
    assert made() == [file]
    assert len(file.read_bytes()) > len(before)
    with Store(tmp_path / "large.db", read_only=True) as store:
        assert isinstance(search_in(store), Indexed)
        assert search_in(store)(vectors[1150], 1).numbers.tolist() == [1151]


@pytest.mark.usefixtures("few_compared")
@pytest.mark.parametrize("damage", [lambda held: held[: len(held) // 2], lambda _: b"no index"])
def test_a_damaged_index_is_made_again(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    vectors = vectors_on_topics(600)
    with Store(tmp_path / "large.db") as store:
        fill(store, vectors)
        search_in(store)
        [file] = tmp_path.glob("large.db-index-*")
        file.write_bytes(damage(file.read_bytes()))
        assert isinstance(search_in(store), Indexed)
        assert search_in(store)(vectors[500], 1).numbers.tolist() == [501]


@pytest.mark.usefixtures("few_compared")
def test_an_index_ahead_of_its_corpus_is_made_again(tmp_path: Path) -> None:
    """A corpus put back from a backup beside the index of a later state finds only what it holds."""
    vectors = vectors_on_topics(1000)
    with Store(tmp_path / "large.db") as store:
        fill(store, vectors[:600])
        search_in(store)
    backup = (tmp_path / "large.db").read_bytes()
    with Store(tmp_path / "large.db") as store:
        fill(store, vectors[600:], first=600)
        search_in(store)
    (tmp_path / "large.db").write_bytes(backup)
    with Store(tmp_path / "large.db") as store:
        near = search_in(store)(vectors[900], 20)
        assert store.last_number() == 600
        assert len(near.numbers) == 20
        assert near.numbers.max() <= 600


@pytest.mark.usefixtures("few_compared")
@pytest.mark.parametrize(
    "name", ["/../precious", "/../../../precious", "x", "0123456789AB", "0123456789ab\n", "..\\precious"]
)
def test_a_strangers_corpus_names_no_other_file(tmp_path: Path, name: str) -> None:
    """The index of a corpus whose setting leads elsewhere gets a name of its own; nothing else is read or replaced."""
    vectors, folder = vectors_on_topics(600), tmp_path / "a" / "b"
    (folder / "large.db-index-").mkdir(parents=True)
    (tmp_path / "precious").write_text("kept")
    (folder / "precious").write_text("kept")
    with Store(folder / "large.db") as store:
        fill(store, vectors)
        store.set(index_module.NAME, name)
    with Store(folder / "large.db", read_only=True) as store:
        assert isinstance(search_in(store), Compared)
    with Store(folder / "large.db") as store:
        assert isinstance(search_in(store), Indexed)
        made = store.setting(index_module.NAME)

    assert {path.name for path in folder.iterdir()} == {
        "large.db",
        "precious",
        "large.db-index-",
        f"large.db-index-{made}",
    }
    assert {path.read_text() for path in (tmp_path / "precious", folder / "precious")} == {"kept"}


@pytest.mark.usefixtures("few_compared")
def test_a_corpus_that_is_only_read_makes_no_index(tmp_path: Path) -> None:
    vectors = vectors_on_topics(600)
    with Store(tmp_path / "large.db") as store:
        fill(store, vectors)
    with Store(tmp_path / "large.db", read_only=True) as store:
        assert search_in(store)(vectors[500], 1).numbers.tolist() == [501]
    assert not list(tmp_path.glob("*index*"))


@pytest.mark.usefixtures("few_compared")
def test_without_the_extra_all_are_compared(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(nearest_module, "has_index", lambda: False)
    vectors = vectors_on_topics(600)
    with Store(tmp_path / "large.db") as store:
        fill(store, vectors)
        assert isinstance(search_in(store), Compared)
