"""What is fuzzed: everything that takes bytes from outside. A target raises nothing but what is a fault.

Each target takes bytes, gives them to a reader and looks at what comes out; the library's own errors are answers.
"""

import re
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

from attribution import Article, ArticleError, AttributionError, Document, Sentence, Word, read_text
from attribution.corpus.storage.store import Store
from attribution.document.conllu import from_conllu, to_conllu
from attribution.statements.steps import find_statements
from attribution.text.decoding import decode
from attribution.text.files import read_articles
from attribution.text.span import words_of
from attribution.text.web_page import read_page


class UntaggedPipeline:
    """Gives the words of a text in one sentence without any tag: what a model says of a text is not fuzzed here."""

    def annotate(self, texts: Sequence[str]) -> list[Document]:
        """Return the document of each text."""
        return [_untagged(text) for text in texts]


def _untagged(text: str) -> Document:
    found = enumerate(re.finditer(r"\S+", text))
    words = tuple(Word(index, match[0], match.start(), match.end()) for index, match in found)
    return Document(text, words, (Sentence(0, 0, len(words) - 1),) if words else ())


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="fuzz-"))


def text(data: bytes) -> None:
    """A text file: decoded, looked at for quotations and page furniture, shown."""
    with suppress(ArticleError):
        read = read_text(decode(data, "a text"), pipeline=UntaggedPipeline(), check_language=False)
        assert all(one.text == words_of(one.content, read.text) for one in read.statements)
        read.statements.table()
        read._repr_html_()


def lines(data: bytes) -> None:
    """A file of JSON lines: every line is an article or an error that names it."""
    file = _folder() / "feed.jsonl"
    file.write_bytes(data)
    errors: list[ArticleError] = []
    for article in read_articles(file, on_error=errors.append):
        assert isinstance(article.text, str)
        assert article.name
    assert all(str(error) for error in errors)


def conllu(data: bytes) -> None:
    """A CoNLL-U file: read, written, read again, and its statements found."""
    with suppress(AttributionError):
        document = from_conllu(data.decode("utf8", "replace"))
        if document.words:
            assert from_conllu(to_conllu(document)) == document
            find_statements(document, Article(text=document.text, id="article:1"))


def page(data: bytes) -> None:
    """A saved web page: its main text, or an error."""
    with suppress(ArticleError):
        assert read_page(data, "page.html").text.strip()


def corpus(data: bytes) -> None:
    """A corpus file: opened and read as a whole, or an error that names it."""
    file = _folder() / "corpus.db"
    for old in _folder().glob("corpus.db*"):
        old.unlink()
    file.write_bytes(data)
    with suppress(AttributionError), Store(file) as store:
        for ask in (store.counts, store.articles, store.records, store.vectors, store.overlaps, store.compared,
                    store.judgements, store.grades):  # fmt: skip
            with suppress(AttributionError):
                ask()


TARGETS: dict[str, Callable[[bytes], None]] = {
    "text": text,
    "lines": lines,
    "conllu": conllu,
    "page": page,
    "corpus": corpus,
}
