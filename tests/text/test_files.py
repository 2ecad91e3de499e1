"""Reading articles from files, folders, patterns, JSON lines and standard input."""

import io
import json
import sys

import pytest

from attribution import Article, ArticleError, ArticleFileError
from attribution.text.files import read_articles


@pytest.fixture
def news(tmp_path):
    """Return a folder of articles, with files that are none."""
    (tmp_path / "b.txt").write_bytes(b"Truce holds.\r\n")
    (tmp_path / "a.TXT").write_bytes(b"Talks fail.\n")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "c.jsonl").write_text('{"text": "Strike ends."}\n\n{"text": "Vote set.", "title": "Vote"}\n')
    (tmp_path / "notes.csv").write_text("no,article")
    (tmp_path / ".hidden.txt").write_text("no article")
    return tmp_path


def texts(articles):
    """Return the texts of articles."""
    return [article.text for article in articles]


def test_text_stays_as_it_is_in_the_file(news):
    """Line ends are not translated, so that offsets are true of the file."""
    assert texts(read_articles(news / "b.txt")) == ["Truce holds.\r\n"]


def test_folder_gives_every_article_below_it_in_the_order_of_names(news):
    """Known kinds of files are read at any depth; others and hidden ones are left alone."""
    assert texts(read_articles(str(news))) == ["Talks fail.\n", "Truce holds.\r\n", "Strike ends.", "Vote set."]


def test_pattern_gives_the_files_that_match(news):
    """A pattern is matched by the library, for notebooks and shells that do not."""
    assert texts(read_articles(str(news / "*.t*"))) == ["Truce holds.\r\n"]


def test_several_paths_and_articles_are_read_in_their_order(news):
    """Files, folders and articles that are there already may be mixed."""
    ready = Article(text="Ready.")

    assert texts(read_articles([news / "b.txt", ready, news / "deep"])) == [
        "Truce holds.\r\n", "Ready.", "Strike ends.", "Vote set."
    ]  # fmt: skip


def test_articles_know_their_file(news):
    """An article's file is named as it was given, with the line of JSON lines."""
    assert [article.file for article in read_articles(news / "deep")] == [
        str(news / "deep" / "c.jsonl") + ":1",
        str(news / "deep" / "c.jsonl") + ":3",
    ]


def test_json_lines_carry_metadata(tmp_path):
    """Known fields are taken, numbers as text; unknown ones and nulls are left out."""
    file = tmp_path / "feed.jsonl"
    known = {
        "text": "Truce holds.",
        "title": "Truce",
        "outlet": "The Harbor Ledger",
        "published": "2031-04-05",
        "id": 7,
    }
    file.write_text(json.dumps(known | {"url": None, "tags": ["war"]}))

    (article,) = read_articles(file)

    assert article == Article(**(known | {"id": "7"}))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_json_lines_with_a_byte_order_mark(tmp_path, encoding):
    """JSON lines are read in every encoding that says what it is."""
    file = tmp_path / "feed.jsonl"
    file.write_bytes('{"text": "“No.”"}\n{"text": "ह\u0a0aਊ"}\n'.encode(encoding))

    assert texts(read_articles(file)) == ["“No.”", "ह\u0a0aਊ"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{'text': 1}", r"feed\.jsonl:2: is not JSON.*one whole object on each line"),
        (b'["text"]', r"feed\.jsonl:2: is no JSON object with a text in the field 'text'"),
        (b'{"title": "Truce"}', r"feed\.jsonl:2: is no JSON object with a text"),
        (b'{"text": "T", "title": ["a"]}', r"feed\.jsonl:2: has list in the field 'title'"),
        (b'{"text": "Jos\xe9"}', r"feed\.jsonl:2: is not UTF-8: byte 0xe9 at offset 13"),
        (b"[" * 100_000, r"feed\.jsonl:2: is not JSON"),
    ],
)
def test_bad_lines_are_named_and_do_not_stop_the_rest(tmp_path, line, message):
    """The error names file and line; the other lines are read."""
    file = tmp_path / "feed.jsonl"
    file.write_bytes(b'{"text": "one"}\n' + line + b'\n{"text": "three"}\n')
    errors = []

    assert texts(read_articles(file, on_error=errors.append)) == ["one", "three"]
    with pytest.raises(ArticleError, match=message):
        raise errors[0]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("missing.txt", r"missing\.txt: does not exist; check the name"),
        ("*.missing", r"matches no file"),
        ("Truce holds.\nThe truce held on Friday.", r"is no file; a text itself is read by read_text"),
        ("word " * 200, r"is no file; a text itself is read by read_text"),
        ("nul\0.txt", r"does not exist"),
    ],
)
def test_missing_files_are_our_error_and_an_os_error(path, message):
    """What is no file is told so, and what to do."""
    with pytest.raises(ArticleFileError, match=message) as caught:
        list(read_articles(path))
    assert isinstance(caught.value, OSError)


def test_empty_folder_is_an_error(tmp_path):
    """A folder without articles is more likely a mistake than a wish."""
    with pytest.raises(ArticleFileError, match=r"holds no article; it should hold files \.txt"):
        list(read_articles(tmp_path))


def test_file_that_cannot_be_opened_is_our_error(tmp_path, monkeypatch):
    """Errors of the operating system are told with the file's name."""
    file = tmp_path / "a.txt"
    file.touch()

    def refuse(_path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    with pytest.raises(ArticleFileError, match=r"a\.txt: cannot be read: Permission denied; check"):
        list(read_articles(file))


def test_error_stops_where_nobody_asked_for_errors(news):
    """Without `on_error` the first error ends reading."""
    with pytest.raises(ArticleError, match="missing"):
        list(read_articles([news / "missing.txt", news / "b.txt"]))


def test_dash_is_standard_input(monkeypatch):
    """Standard input is decoded as a file is."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("“No.”\r\n".encode("utf-16"))))

    (article,) = read_articles("-")

    assert (article.text, article.name) == ("“No.”\r\n", "standard input")
