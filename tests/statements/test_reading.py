"""Reading: from texts and files to articles, whatever the texts hold."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution import Article, ArticleError, ModelError, PipelineError, ReadArticle, read, read_many, read_text
from attribution.statements.reading import BATCH

QUOTE = "“We will not leave,” said Amina Haddad, a spokeswoman for the Dockers’ Union.\n"
GERMAN = "Der Minister sagte am Montag, dass die Regierung an ihrem Plan festhalten werde. " * 4
TEXTS = st.text(alphabet=st.one_of(st.sampled_from("ab “”\"'.,\r\n\0\u200f🙂\u0301"), st.characters(categories=["Cs"])))


def test_text_gives_its_statements(frozen_pipeline):
    """A text becomes an article with its document and statements."""
    article = read_text(QUOTE, title="Strike", outlet="The Harbor Ledger", id="7", pipeline=frozen_pipeline)

    assert isinstance(article, ReadArticle)
    assert (article.title, article.outlet, article.id, article.document.text) == (
        "Strike",
        "The Harbor Ledger",
        "7",
        QUOTE,
    )
    (row,) = article.statements.rows()
    assert (row["cue"], row["content"].strip("“,”")) == ("said", "We will not leave")
    assert row["speaker"] == "Amina Haddad"
    assert article.statements[0].article_id == "7"


def test_file_gives_its_article(tmp_path, frozen_pipeline):
    """Metadata given to `read` take the place of the file's own."""
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps({"text": QUOTE, "title": "Strike", "outlet": "The Harbor Ledger"}))

    article = read(file, title="Dockers stay", pipeline=frozen_pipeline)

    assert (article.title, article.outlet, article.file) == ("Dockers stay", "The Harbor Ledger", f"{file}:1")
    assert article.id == Article(text=QUOTE, title="Dockers stay", outlet="The Harbor Ledger").id
    assert len(article.statements) == 1


def test_encoding_reaches_the_file(tmp_path, frozen_pipeline):
    """An encoding that the file does not state can be given."""
    file = tmp_path / "a.txt"
    file.write_bytes(QUOTE.encode("cp1252"))

    assert read(file, encoding="cp1252", pipeline=frozen_pipeline).text == QUOTE


@pytest.mark.parametrize(
    ("lines", "message"), [(2, "holds more than one article; .*read_many"), (0, "holds no article")]
)
def test_read_takes_one_article(tmp_path, lines, message, frozen_pipeline):
    """Of several articles `read` chooses none, and says what reads them all."""
    file = tmp_path / "a.jsonl"
    file.write_text((json.dumps({"text": QUOTE}) + "\n") * lines)

    with pytest.raises(ArticleError, match=message):
        read(file, pipeline=frozen_pipeline)


@pytest.mark.parametrize("text", ["", " \r\n\t", "\u2003"])
def test_empty_text_is_our_error(text, frozen_pipeline):
    """A text without any character to read is told so."""
    with pytest.raises(ArticleError, match="holds no text"):
        read_text(text, pipeline=frozen_pipeline)


def test_text_longer_than_any_article_is_our_error(frozen_pipeline):
    """Ten megabytes are no article: they are refused at once, with what to do, before memory runs out."""
    with pytest.raises(ArticleError, match=r"has 10,000,000 characters, more than any article .*; split it"):
        read_text("no change " * 1_000_000, pipeline=frozen_pipeline)


def test_bytes_are_our_error():
    """Bytes are no text, and the message says what reads files."""
    with pytest.raises(ArticleError, match=r"is of type bytes; pass a str; read\(path\) reads a file"):
        read_text(b"No.")


def test_other_languages_are_refused_and_can_be_forced(frozen_pipeline):
    """A text that is not English is refused with a way to read it all the same."""
    with pytest.raises(ArticleError, match=r"does not look English: 0% .* check_language=False"):
        read_text(GERMAN, pipeline=frozen_pipeline)
    assert read_text(GERMAN, check_language=False, pipeline=frozen_pipeline).text == GERMAN


@given(text=TEXTS)
@settings(deadline=None)
def test_any_text_is_read_or_refused_with_our_error(frozen_pipeline, text):
    """Whatever a text holds, it stays as it is, and its words are its own."""
    try:
        article = read_text(text, pipeline=frozen_pipeline)
    except ArticleError:
        assert not text.strip()
    else:
        assert article.text == article.document.text == text
        assert all(word.text == text[word.start : word.end] for word in article.document.words)


def test_many_articles_are_read_as_they_are_asked_for(tmp_path, frozen_pipeline):
    """Articles stream: the first comes before the last is looked at."""
    asked = []

    def articles():
        for number in range(3 * BATCH):
            asked.append(number)
            yield Article(text=QUOTE, id=str(number))

    found = read_many(articles(), pipeline=frozen_pipeline)

    assert next(found).id == "0"
    assert len(asked) == BATCH
    assert [article.id for article in found] == [str(number) for number in range(1, 3 * BATCH)]


def test_errors_are_collected_and_the_rest_is_read(tmp_path, frozen_pipeline):
    """What cannot be read is reported with its file and takes nothing else with it."""
    (tmp_path / "a.txt").write_text(QUOTE, encoding="utf8", newline="")
    (tmp_path / "b.txt").write_text("")
    (tmp_path / "c.txt").write_text(GERMAN)
    (tmp_path / "d.txt").write_bytes(b"\xff\x93")
    (tmp_path / "e.txt").write_text(QUOTE, encoding="utf8", newline="")
    errors = []

    found = list(read_many(tmp_path, pipeline=frozen_pipeline, on_error=errors.append))

    assert [article.file[-5:] for article in found] == ["a.txt", "e.txt"]
    assert sorted(error.name[-5:] for error in errors) == ["b.txt", "c.txt", "d.txt"]
    with pytest.raises(ArticleError):
        list(read_many(tmp_path, pipeline=frozen_pipeline))


class Fragile:
    """A pipeline that fails on one word."""

    def __init__(self, pipeline):
        self._pipeline = pipeline

    def annotate(self, texts):
        if any("boom" in text for text in texts):
            raise IndexError("list index out of range")
        return self._pipeline.annotate(texts)


def test_unforeseen_failure_becomes_our_error_for_one_article(frozen_pipeline):
    """A failure nobody foresaw is told of the article it happened in, with its cause, and the others are read."""
    texts, errors = [QUOTE, "boom", QUOTE], []

    found = list(read_many([Article(text=t) for t in texts], pipeline=Fragile(frozen_pipeline), on_error=errors.append))

    assert len(found) == 2
    assert "made reading fail (IndexError: list index out of range)" in str(errors[0])
    assert isinstance(errors[0].__cause__, IndexError)


class Broken:
    """A pipeline whose model is missing."""

    def annotate(self, texts):
        raise ModelError("reader.onnx", "is missing", "reinstall")


def test_pipeline_that_does_not_work_stops_reading(frozen_pipeline):
    """A missing model is no fault of an article: it is not collected."""
    with pytest.raises(ModelError, match=r"reader\.onnx is missing"):
        list(read_many([Article(text=QUOTE)], pipeline=Broken(), on_error=[].append))


def test_other_pipelines_are_told_how_to_be_one():
    """A bare Stanza pipeline is refused with what makes it one of ours."""
    with pytest.raises(PipelineError, match="has no method annotate; pass load_pipeline"):
        read_text(QUOTE, pipeline=object())
