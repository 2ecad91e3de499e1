"""What the tests share: frozen parses by name, and a pipeline that knows nothing else."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import settings

from attribution.document.conllu import from_conllu
from attribution.document.document import Document, Sentence, Word

# The first example of a run may load a model or import a library; a deadline would measure that.
settings.register_profile("attribution", deadline=None)
settings.load_profile("attribution")

PARSES = Path(__file__).parent / "parses"


@pytest.fixture(scope="session")
def document() -> Callable[[str], Document]:
    """Return the frozen parse of a name: `document("said-after-quote")`."""
    return lambda name: from_conllu((PARSES / f"{name}.conllu").read_text(encoding="utf8"))


class FrozenPipeline:
    """Gives the frozen parse of a text that has one; of any other its words, in one sentence, without any tag."""

    def __init__(self) -> None:
        parses = (from_conllu(file.read_text(encoding="utf8")) for file in PARSES.glob("*.conllu"))
        self._known = {parse.text: parse for parse in parses}

    def annotate(self, texts: Sequence[str]) -> list[Document]:
        """Return the document of each text."""
        return [self._known.get(text) or _untagged(text) for text in texts]


def _untagged(text: str) -> Document:
    words = tuple(Word(i, *_placed(match)) for i, match in enumerate(re.finditer(r"\S+", text)))
    return Document(text, words, (Sentence(0, 0, len(words) - 1),) if words else ())


def _placed(match: re.Match[str]) -> tuple[str, int, int]:
    return match[0], match.start(), match.end()


@pytest.fixture(scope="session")
def frozen_pipeline() -> FrozenPipeline:
    """Return a pipeline without models."""
    return FrozenPipeline()
