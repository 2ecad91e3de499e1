"""What every command does that asks a corpus: open the file, which must be there, pass options on, and close it."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from attribution.corpus.corpus import Corpus
from attribution.errors import CorpusFileError

BEGINNING = b"SQLite format 3\0"


def asked(answer: Callable[[Corpus, Namespace], None]) -> Callable[[Namespace], int]:
    """Return a command that opens the corpus and answers."""

    def run(options: Namespace) -> int:
        if not Path(options.corpus).is_file():
            problem = "is a folder" if Path(options.corpus).is_dir() else "is not there"
            raise CorpusFileError(options.corpus, problem, "make one: attribution corpus add CORPUS FILE")
        check_order(options.corpus)
        with Corpus.open(options.corpus, check=getattr(options, "check", False)) as corpus:
            answer(corpus, options)
        return 0

    return run


def check_order(corpus: str) -> None:
    """Refuse an article that stands where the corpus belongs.

    Raises:
        CorpusFileError: the file holds something that no corpus begins with.
    """
    try:
        with open(corpus, "rb") as file:
            beginning = file.read(len(BEGINNING))
    except OSError:  # not there, or said when it is opened
        return
    if beginning and not BEGINNING.startswith(beginning):
        raise CorpusFileError(corpus, "is no corpus", "name the corpus before everything else")


def given(options: Namespace, *names: str) -> dict[str, Any]:
    """Return those of some options that were given: the library's own defaults hold for the rest."""
    return {name: value for name in names if (value := getattr(options, name)) is not None}
