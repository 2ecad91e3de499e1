"""What every command does that asks a corpus: open the file, which must be there, and close it."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from attribution.corpus.corpus import Corpus
from attribution.errors import CorpusFileError


def asked(answer: Callable[[Corpus, Namespace], None]) -> Callable[[Namespace], int]:
    """Return a command that opens the corpus and answers."""

    def run(options: Namespace) -> int:
        if not Path(options.corpus).is_file():
            raise CorpusFileError(
                options.corpus, "is not there", f"make it: attribution corpus add {options.corpus} FILE"
            )
        with Corpus.open(options.corpus) as corpus:
            answer(corpus, options)
        return 0

    return run
