"""The corpus file: what goes in comes out, once and exactly, whatever happens to the process or the disk."""

import os
import pickle
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
import time

import pytest
from attrs import evolve

from attribution.corpus.storage import database
from attribution.corpus.storage import vectors as vectors_module
from attribution.corpus.storage.schema import APPLICATION, VERSION
from attribution.corpus.storage.store import Store
from attribution.errors import CorpusDamagedError, CorpusError, CorpusFileError, CorpusVersionError
from attribution.graph.copies.copies import Overlap
from attribution.graph.matching.matcher import WIDTH
from attribution.graph.relation import Link, Relation


def test_everything_comes_back_exactly(entry, tmp_path):
    """Every field of articles and statements, halves of surrogate pairs and line separators too, is read as written."""
    with Store(tmp_path / "c.db") as store:
        assert store.add(entry(1))
    with Store(tmp_path / "c.db") as store:
        records = store.records()
        numbers, vectors = store.vectors()

    assert tuple(record.statement for record in records) == entry(1).statements
    assert tuple(record.claim_text for record in records) == entry(1).claim_texts
    assert {record.article for record in records} == {entry(1).article}
    assert [vector.tobytes() for vector in vectors] == list(entry(1).vectors)
    assert store.file.endswith("c.db")
    assert len(numbers) == 2


def test_the_same_article_twice_is_one(entry):
    """An article that is there is not added again, nor are its statements."""
    store = Store()

    assert [store.add(entry(1)), store.add(entry(1)), store.add(entry(2))] == [True, False, True]
    assert store.counts() == (2, 4)
    assert store.holds(entry(2).article.id)
    assert not store.holds("article:none")


def test_records_come_in_the_order_asked_for(entry):
    """`records_at` gives the statements of some numbers, also backwards and twice."""
    store = Store()
    for number in range(4):
        store.add(entry(number))
    numbers, _ = store.vectors()
    wanted = [int(numbers[5]), int(numbers[0]), int(numbers[5])]

    found = store.records_at(wanted)

    assert [record.statement for record in found] == [
        entry(2).statements[1],
        entry(0).statements[0],
        entry(2).statements[1],
    ]


def test_statements_are_found_by_their_ids(entry):
    """`records_of` gives each statement once, in the order in which they were added, and nothing for what is not there.

    More ids than one SQL statement takes are no trouble.
    """
    store = Store()
    for number in range(4):
        store.add(entry(number))
    ids = [one.id for number in range(4) for one in entry(number).statements]

    found = store.records_of([ids[5], ids[0], *map(str, range(2000)), ids[5]])

    assert [record.statement.id for record in found] == [ids[0], ids[5]]
    assert [record.article.id for record in found] == [entry(0).article.id, entry(2).article.id]
    assert store.records_of([]) == ()


@pytest.mark.parametrize("read", [1, 3, 100])
def test_vectors_come_in_parts(entry, monkeypatch, read):
    """However many are read at a time, all come, or those asked for; none where there are none."""
    monkeypatch.setattr(vectors_module, "READ", read)
    store = Store()
    assert [len(part) for part in store.vectors()] == [0, 0]
    for number in range(4):
        store.add(entry(number))
    every = b"".join(vector for number in range(4) for vector in entry(number).vectors)

    for after, most, expected in ((0, None, range(1, 9)), (5, None, (6, 7, 8)), (2, 4, (3, 4, 5, 6)), (8, 5, ())):
        numbers, vectors = store.vectors(after=after, most=most)
        assert numbers.tolist() == [*expected]
        assert vectors.tobytes() == b"".join(every[(number - 1) * WIDTH : number * WIDTH] for number in expected)


def test_halves_of_surrogate_pairs_are_kept_everywhere(entry, tmp_path):
    """What is known of a publication may hold anything: title, outlet, date, address and file come back as given."""
    article = evolve(
        entry(1).article, **dict.fromkeys(("title", "outlet", "published", "url", "file"), "half \ud83d of a pair")
    )
    with Store(tmp_path / "c.db") as store:
        store.add(evolve(entry(1), article=article))

        assert store.articles() == (article,)


def test_articles_that_share_hashes_are_found(entry):
    """A fingerprint finds the articles that share enough of it."""
    store = Store()
    for number in (10, 11, 20):
        store.add(entry(number))

    assert [a.id for a in store.sharing((10, 11, 12), least=2)] == [entry(10).article.id, entry(11).article.id]
    assert len(store.sharing((2**63 - 1,), least=1)) == 3


def test_judgements_grades_and_comparisons_are_kept(tmp_path):
    """What the user says, and what comparing statements gave, is there when the file is opened again."""
    link = Link(statement_id="a", claim_id="b", relation=Relation.UPDATES, score=0.5, method="m", evidence="x \ud800")
    with Store(tmp_path / "c.db") as store:
        store.judge("Lee", "Ann Lee", True)
        store.judge("Ito", "Jun Ito", False)
        store.judge("Ito", "Jun Ito", None)
        store.grade("Ann Lee", "B")
        store.keep_compared({("a", "b"): link, ("a", "c"): None})
        store.set("matcher", "1")
    with Store(tmp_path / "c.db") as store:
        assert store.judgements() == (("Ann Lee", "Lee", True),)
        assert store.grades() == {"Ann Lee": "B"}
        assert store.compared() == {("a", "b"): link, ("a", "c"): None}
        assert (store.setting("matcher"), store.setting("none")) == ("1", "")


def test_overlaps_come_back(entry):
    """The overlaps that an entry brings are kept with it."""
    overlap = Overlap(article_id="a", other_id="b", containment=0.5, shared=20)
    store = Store()
    store.add(evolve(entry(1), overlaps=(overlap,)))

    assert store.overlaps() == (overlap,)


def test_the_revision_changes_with_every_change(entry, tmp_path):
    """Whoever remembers the revision sees that something was added, by this process or another."""
    with Store(tmp_path / "c.db") as one, Store(tmp_path / "c.db") as other:
        seen = [one.revision]
        one.add(entry(1))
        seen.append(one.revision)
        other.add(entry(2))
        seen.append(one.revision)

        assert len(set(seen)) == 3
        assert one.revision == seen[-1]


def test_hostile_words_are_only_words(entry):
    """Text that looks like SQL is kept as text."""
    hostile = '\'); DROP TABLE articles; --, said "Ann" Lee; no more'
    store = Store()
    store.add(entry(1, hostile))

    assert store.articles()[0].text == hostile


def test_a_newer_format_is_refused(tmp_path):
    """A file that a newer release wrote is not touched."""
    with Store(tmp_path / "c.db"):
        pass
    with sqlite3.connect(tmp_path / "c.db") as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")

    with pytest.raises(CorpusVersionError, match="upgrade"):
        Store(tmp_path / "c.db")


def test_a_file_of_the_first_version_is_brought_up_to_date(entry, tmp_path):
    """A file made before statements knew whose words they take up has all it had, and takes new ones."""
    with Store(tmp_path / "c.db") as store:
        store.add(entry(1))
        held = store.records()
    with sqlite3.connect(tmp_path / "c.db") as connection:
        connection.execute("DROP TABLE identities")
        connection.execute("ALTER TABLE statements DROP COLUMN takes_up")
        connection.execute("PRAGMA user_version = 1")

    with Store(tmp_path / "c.db") as store:
        assert store.records() == held
        assert store.add(evolve(entry(2), takes_up=(("statement:1", "statement:2"), ())))
    with Store(tmp_path / "c.db") as store:
        assert store.rows("PRAGMA user_version") == [(VERSION,)]
        assert [one.takes_up for one in store.records()] == [(), (), ("statement:1", "statement:2"), ()]


def test_an_old_file_is_only_read_where_it_may_not_be_changed(entry, tmp_path):
    """Opened for reading only, a file of the first version cannot be brought up to date: the error says so."""
    with Store(tmp_path / "c.db") as store:
        store.add(entry(1))
    with sqlite3.connect(tmp_path / "c.db") as connection:
        connection.execute("DROP TABLE identities")
        connection.execute("ALTER TABLE statements DROP COLUMN takes_up")
        connection.execute("PRAGMA user_version = 1")

    with pytest.raises(CorpusFileError, match="open it once for writing"):
        Store(tmp_path / "c.db", read_only=True)


def test_a_closed_corpus_says_so(tmp_path):
    """Who asks a corpus that was closed is told to open it again, not that it is damaged."""
    store = Store(tmp_path / "c.db")
    store.close()

    with pytest.raises(CorpusFileError, match=r"closed.*open it again"):
        store.counts()


def test_another_programs_database_is_refused(tmp_path):
    """A SQLite database that is no corpus is left as it is."""
    with sqlite3.connect(tmp_path / "other.db") as connection:
        connection.execute("CREATE TABLE notes (text)")

    with pytest.raises(CorpusDamagedError, match="another program"):
        Store(tmp_path / "other.db")
    with sqlite3.connect(tmp_path / "other.db") as connection:
        assert connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION


def test_what_is_no_database_is_refused(tmp_path):
    """A text file is no corpus."""
    (tmp_path / "c.db").write_text("Nine people died, the coast guard said.\n" * 200)

    with pytest.raises(CorpusDamagedError, match=r"c\.db"):
        Store(tmp_path / "c.db")


PAGE = 4096  # bytes


@pytest.fixture
def small_file(entry, tmp_path):
    """Return a file of forty articles none of which fills a page, and what it holds."""
    with Store(tmp_path / "small.db") as store:
        for number in range(40):
            store.add(entry(number))
        store.judge("Lee", "Ann Lee", True)
        return tmp_path / "small.db", held_by(store)


def held_by(store):
    """Return all that was put into a store."""
    return store.records(), store.articles(), store.vectors()[1].tobytes(), store.judgements(), store.sharing((1, 2), 1)


@pytest.mark.parametrize("byte", [b"\0", b"\xff"], ids=["zeros", "ones"])
def test_no_damaged_page_goes_unseen(small_file, byte):
    """Whichever page of a small file is overwritten, an error of ours names the file, or all that was kept is there."""
    file, held = small_file
    whole = file.read_bytes()
    unseen = []
    for start in range(0, len(whole), PAGE):
        file.write_bytes(whole[:start] + byte * PAGE + whole[start + PAGE :])
        try:
            with Store(file) as store:
                unseen += [] if held_by(store) == held else [start // PAGE]
        except CorpusError as error:
            unseen += [] if "small.db" in str(error) else [start // PAGE]

    assert unseen == []


def test_a_large_file_is_checked_on_demand(small_file, monkeypatch):
    """What takes long is left to who asks: a damaged index of a large file is found by `check`, and SQLite is quoted."""
    file, _ = small_file
    with sqlite3.connect(file) as connection:
        ((root,),) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'statements_by_article'")
    whole = file.read_bytes()
    file.write_bytes(whole[: (root - 1) * PAGE] + bytes(PAGE) + whole[root * PAGE :])
    monkeypatch.setattr(database, "SMALL", 0)

    with Store(file) as store:
        assert len(store.records()) == 80
        with pytest.raises(CorpusDamagedError, match=r"is damaged .*Page|malformed"):  # as its SQLite says it
            store.check()
    with pytest.raises(CorpusDamagedError):
        Store(file, check=True)


def test_damaged_pages_are_named(entry, tmp_path):
    """A file of which all but the first and the last page is overwritten gives an error of ours that names it."""
    with Store(tmp_path / "c.db") as store:
        for number in range(200):
            store.add(entry(number))
    size = (tmp_path / "c.db").stat().st_size
    with (tmp_path / "c.db").open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (size - 8192))

    with pytest.raises(CorpusError, match=r"c\.db"), Store(tmp_path / "c.db") as store:
        store.records()


def test_a_broken_statement_is_named(entry, tmp_path):
    """A statement that is no longer what was written is an error that names its number."""
    with Store(tmp_path / "c.db") as store:
        store.add(entry(1))
    with sqlite3.connect(tmp_path / "c.db") as connection:
        connection.execute("""UPDATE statements SET value = '{"id": 3}' WHERE number = 2""")

    with pytest.raises(CorpusDamagedError, match="statement 2"), Store(tmp_path / "c.db") as store:
        store.records()


def test_a_missing_folder_is_a_clear_error(tmp_path):
    """A path in a folder that is not there says so."""
    with pytest.raises(CorpusFileError, match="folder"):
        Store(tmp_path / "none" / "c.db")


def test_a_full_disk_loses_nothing(entry, tmp_path):
    """When there is no more room the article at work is refused, and those before it stay."""
    with Store(tmp_path / "c.db") as store:
        store.add(entry(0))
        pages = store.rows("PRAGMA page_count")[0][0]
        store.rows(f"PRAGMA max_page_count = {pages + 4}")
        with pytest.raises(CorpusFileError, match="make room"):
            all(store.add(entry(number)) for number in range(1, 500))
        kept = store.counts()
    with Store(tmp_path / "c.db") as store:
        assert store.counts() == kept
        assert len(store.records()) == 2 * kept[0]


def test_reading_goes_on_while_another_writes(entry, tmp_path):
    """A reader sees the articles that are finished, while a writer has a transaction open."""
    with Store(tmp_path / "c.db") as writer, Store(tmp_path / "c.db", read_only=True) as reader:
        writer.add(entry(1))
        with writer.transaction() as connection:
            connection.execute("DELETE FROM statements")

            assert reader.counts() == (1, 2)


def test_several_threads_may_add(entry):
    """Threads that add at once add every article once."""
    store = Store()
    threads = [
        threading.Thread(target=lambda part=part: [store.add(entry(number)) for number in range(part, 40, 2)])
        for part in (0, 1, 0)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert store.counts() == (40, 80)


def test_errors_pickle():
    """Errors cross process borders as they are."""
    for error in (
        CorpusFileError("c.db", "is not there", "make it"),
        CorpusDamagedError("c.db", "is no corpus"),
        CorpusVersionError("c.db", 2, 1),
    ):
        assert str(pickle.loads(pickle.dumps(error))) == str(error)


WRITER = textwrap.dedent("""
    import sys
    from attribution.corpus.storage.entry import Entry
    from attribution.corpus.storage.store import Store
    from attribution.statements.statement import Statement
    from attribution.text.article import Article
    from attribution.text.span import Span

    store = Store(sys.argv[1])
    number = store.counts()[0]
    print("ready", flush=True)
    while True:
        article = Article(text=f"Bridge {number} will close, she said. " * 20)
        statements = tuple(
            Statement(id=f"s:{number}:{i}", article_id=article.id, text="x", content=(Span(i, i + 1),))
            for i in range(20)
        )
        store.add(Entry(article=article, statements=statements, claim_texts=("x",) * 20, vectors=(bytes(384),) * 20))
        number += 1
""")


@pytest.mark.parametrize("kills", [12, pytest.param(200, marks=pytest.mark.slow)])
def test_a_killed_process_leaves_whole_articles(tmp_path, kills):
    """However often the writer is killed, the file opens, and every article in it has all its statements."""
    file, before = tmp_path / "c.db", 0
    for kill in range(kills):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(file)], stdout=subprocess.PIPE) as writer:
            writer.stdout.readline()
            time.sleep(0.005 + 0.003 * (kill % 10))
            os.kill(writer.pid, signal.SIGKILL)
        with Store(file) as store:
            articles, statements = store.counts()
            assert statements == 20 * articles
            assert articles >= before
            before = articles
    with Store(file) as store:
        assert len(store.records()) == 20 * before > 0


def test_a_store_needs_no_model():
    """Opening a corpus file and reading its statements loads neither torch nor onnxruntime nor stanza."""
    check = (
        "import sys; from attribution.corpus.storage.store import Store; Store().records(); "
        "print(sorted({'torch', 'onnxruntime', 'stanza', 'networkx'} & set(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
