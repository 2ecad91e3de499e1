"""What the tests of statements share: the parts of the attribution in a sentence of a frozen parse."""

from collections.abc import Callable

import pytest

from attribution.document.document import Document

Parts = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]


@pytest.fixture(scope="session")
def parts_of() -> Callable[[Document, int], Parts]:
    """Return the words of source, cue and content that a sentence's roles name: `parts_of(document, 3)`."""

    def find(document: Document, sentence: int) -> Parts:
        words = document.words_of(document.sentences[sentence])
        source, cue, content = (
            tuple(word.index for word in words if word.role.endswith(f"-{part}"))
            for part in ("source", "cue", "content")
        )
        return source, cue, content

    return find
