"""Adding to a corpus what other processes read."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from attribution import read_text
from attribution.corpus.corpus import Corpus
from attribution.corpus.storage.store import Store
from attribution.text.article import Article

PARSES = ("nested", "stances", "speaker-names", "terms-officials")


def test_a_corpus_is_the_same_whoever_reads_for_it(tmp_path, document, frozen_pipeline, matcher):
    """Two processes read what is not read yet; order, statements and errors are those of one process."""
    articles = [Article(text=document(name).text, title=name) for name in PARSES]
    articles.insert(1, Article(text=" ", title="Nothing"))
    articles.insert(3, read_text(document("channels").text, pipeline=frozen_pipeline, check_language=False))

    def added(file, **elsewhere):
        errors = []
        with Corpus(Store(tmp_path / file), matcher=matcher) as corpus:
            added = [
                corpus.add_many(
                    articles, pipeline=frozen_pipeline, check_language=False, on_error=errors.append, **elsewhere
                )
                for _ in range(2)
            ]
            return added, [record.statement for record in corpus._store.records()], [str(error) for error in errors]

    alone = added("alone.db")
    with ProcessPoolExecutor(2, mp_context=get_context("fork")) as executor:
        assert added("elsewhere.db", executor=executor) == alone
    assert alone[0] == [5, 0]  # what is there already is not added again
    assert len(alone[1]) > 20
    assert len(alone[2]) == 2
