"""Read articles from files: plain text, JSON lines, saved web pages, a folder of them or a pattern."""

import sys
from collections.abc import Callable, Iterable, Iterator
from glob import glob, has_magic
from os import PathLike, fspath
from pathlib import Path

from attribution.errors import ArticleError, ArticleFileError
from attribution.text.article import Article
from attribution.text.decoding import decode, encoding_of
from attribution.text.json_lines import read_line
from attribution.text.web_page import read_page

TEXT, LINES, PAGES = (".txt", ".text"), (".jsonl", ".ndjson"), (".html", ".htm", ".xhtml")
STANDARD_INPUT = "-"

AnyPath = str | PathLike[str]
OnError = Callable[[ArticleError], object]


def read_articles(
    paths: AnyPath | Iterable[AnyPath | Article], *, encoding: str | None = None, on_error: OnError | None = None
) -> Iterator[Article]:
    """Yield the articles of a file, of every readable file below a folder, of a pattern (*news/*.txt*), or of several.

    Text stays as it is in the file, so that offsets into it are true; a byte order mark is no part of it.
    *-* is standard input. `encoding` is for files that are not UTF-8 and have no byte order mark.
    What cannot be read is given to `on_error`, and reading goes on:
    `errors = []; articles = list(read_articles("news", on_error=errors.append))`.

    Raises:
        ArticleError: an article cannot be read, and no `on_error` was given.
        MissingExtraError: a web page is to be read, and trafilatura is not installed.
    """
    fail = on_error or raise_error
    for path in [paths] if isinstance(paths, str | PathLike) else paths:
        if isinstance(path, Article):
            yield path
            continue
        for file in _files(fspath(path), fail):
            yield from _articles(file, encoding, fail)


def raise_error(error: ArticleError) -> None:
    """Stop at the first error: what happens to errors unless somebody asks for them."""
    raise error


def _files(path: str, fail: OnError) -> Iterator[str]:
    """Yield the files that a path means, folders and patterns in the order of names."""
    try:
        is_folder, exists = Path(path).is_dir(), path == STANDARD_INPUT or Path(path).exists()
    except (OSError, ValueError):  # too long for a name, or with a NUL
        is_folder = exists = False
    if exists and not is_folder:
        yield path
        return
    if is_folder:
        found = _readable_below(Path(path))
    else:
        found = sorted(glob(path, recursive=True)) if has_magic(path) else []
    yield from found
    if not found:
        fail(_nothing_found(path, is_folder))


def _readable_below(folder: Path) -> list[str]:
    known = {*TEXT, *LINES, *PAGES}
    files = (file for file in folder.rglob("*") if file.suffix.lower() in known and not file.name.startswith("."))
    return sorted(str(file) for file in files if file.is_file())


def _nothing_found(path: str, is_folder: bool) -> ArticleError:
    name = path if len(path) <= 80 else f"{path[:80]}…"
    if is_folder:
        return ArticleFileError(name, "holds no article", f"it should hold files {', '.join((*TEXT, *LINES, *PAGES))}")
    if "\n" in path or len(path) > 255:
        return ArticleFileError(repr(name), "is no file", "a text itself is read by read_text(text)")
    return ArticleFileError(name, "matches no file" if has_magic(path) else "does not exist", "check the name")


def _articles(file: str, encoding: str | None, fail: OnError) -> Iterator[Article]:
    """Yield the articles of one file."""
    kind = Path(file).suffix.lower()
    try:
        if kind in LINES:
            yield from _articles_of_lines(file, encoding, fail)
        elif kind in PAGES:
            yield read_page(Path(file).read_bytes(), file, encoding)
        else:
            data = sys.stdin.buffer.read() if file == STANDARD_INPUT else Path(file).read_bytes()
            name = "standard input" if file == STANDARD_INPUT else file
            yield Article(text=decode(data, name, encoding), file=name)
    except ArticleError as error:
        fail(error)
    except OSError as error:
        fail(ArticleFileError(file, f"cannot be read: {error.strerror or error}", "check the file and its permissions"))


def _articles_of_lines(file: str, encoding: str | None, fail: OnError) -> Iterator[Article]:
    with Path(file).open("rb") as lines:
        if (encoding or encoding_of(lines.peek(4)[:4])).startswith("utf-8"):
            numbered = enumerate(lines, 1)
        else:  # a line end of UTF-16 is no byte of its own
            numbered = enumerate((line.encode() for line in decode(lines.read(), file, encoding).split("\n")), 1)
        for number, line in numbered:
            if line.strip():
                name = f"{file}:{number}"
                try:
                    article = read_line(decode(line, name), name)
                except ArticleError as error:
                    fail(error)
                else:
                    yield article
