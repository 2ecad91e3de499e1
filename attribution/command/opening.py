"""What every command does that asks a corpus: open the file, which must be there, pass options on, and close it."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from attribution.corpus.corpus import Corpus
from attribution.errors import CorpusFileError


def asked(answer: Callable[[Corpus, Namespace], None]) -> Callable[[Namespace], int]:
    """Return a command that opens the corpus and answers."""

    def run(options: Namespace) -> int:
        if not Path(options.corpus).is_file():
            problem = "is a folder" if Path(options.corpus).is_dir() else "is not there"
            raise CorpusFileError(options.corpus, problem, "make one: attribution corpus add CORPUS FILE")
        with Corpus.open(options.corpus) as corpus:
            answer(corpus, options)
        return 0

    return run


def given(options: Namespace, *names: str) -> dict[str, Any]:
    """Return those of some options that were given: the library's own defaults hold for the rest."""
    return {name: value for name in names if (value := getattr(options, name)) is not None}
